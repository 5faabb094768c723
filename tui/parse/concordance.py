"""A concordance: where each word of a text stands, so that a word list is looked for without reading the text again."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet


class Concordance:
    """The places of all words of a text, by their look-up forms."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Take the look-up forms of the tokens, in order."""
        self._last: dict[str, int] = {}
        self._before: list[int] = []  # for each token, where its word stands before it; -1 for the first
        last, note = self._last, self._before.append
        for index, key in enumerate(keys):
            note(last.get(key, -1))
            last[key] = index

    def places(self, words: AbstractSet[str]) -> list[int]:
        """Return the indices of the tokens that are one of some words, in order."""
        found: list[int] = []
        for word in self._last.keys() & words:
            index = self._last[word]
            while index >= 0:
                found.append(index)
                index = self._before[index]
        found.sort()
        return found
