"""A concordance: where each word of a text stands, so that a word list is looked for without reading the text again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet


class Concordance:
    """The places of all words of a text, by their look-up forms."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Take the look-up forms of the tokens, in order."""
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(keys):
            self._places[key].append(index)

    def places(self, words: AbstractSet[str]) -> list[int]:
        """Return the indices of the tokens that are one of some words, in order."""
        return sorted(index for word in self._places.keys() & words for index in self._places[word])
