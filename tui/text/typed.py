"""What is typed to pick something from a list: words in any order; accents count where they are typed."""

from __future__ import annotations

import unicodedata

from tui.text.fold import fold
from tui.text.spelling import key


class Typed:
    """Words that were typed."""

    def __init__(self, query: str) -> None:
        """Take the line as it was typed."""
        words = key(unicodedata.normalize("NFC", query)).split()
        self._plain = [word for word in words if fold(word) == word]
        self._accented = [word for word in words if fold(word) != word]

    def __bool__(self) -> bool:
        """Tell whether anything was typed."""
        return bool(self._plain or self._accented)

    def matches(self, text: str) -> bool:
        """Tell whether a text has all words; case does not count, nor does where a tone stands (hòa, hoà)."""
        if self._plain:
            folded = fold(text)
            if not all(word in folded for word in self._plain):
                return False
        if self._accented:
            settled = key(unicodedata.normalize("NFC", text))
            return all(word in settled for word in self._accented)
        return True

    def begun(self, text: str) -> int:
        """Return how many of the words begin a word of a text that matches."""
        folded = f" {fold(text)}"
        return sum(f" {fold(word)}" in folded for word in (*self._plain, *self._accented))
