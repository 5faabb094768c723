"""What can go wrong with an export."""

from __future__ import annotations


class NoWordError(ValueError):
    """The library that writes Word documents is not installed; the message is one line for people."""
