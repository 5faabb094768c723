"""What the keystrokes of a word mean to a Vietnamese input method that is not there."""

from __future__ import annotations

from collections.abc import Sequence


def readings(word: str) -> Sequence[str]:
    """Return the words that were perhaps typed in Telex or VNI, best first; the word itself is not among them."""
    return ()
