"""Invented articles, each showing listed phenomena, with what a careful reader finds in them."""
