"""Selections leave the program in a form that can be quoted."""
