"""Queries find what a person means."""
