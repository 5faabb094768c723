"""The tables across sessions."""
