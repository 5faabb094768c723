"""The interface, driven by keys and mouse as a user drives it."""
