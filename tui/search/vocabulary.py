"""The words of a corpus: which there are, which begin alike, and which are a typing error away.

Vietnamese has few syllables (1,581 folded ones in general use), so that a vocabulary fits in memory at any size of
library and typing errors are looked for here, never in the texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

TWO_TYPOS_FROM = 9
"""Letters from which a word may have two typing errors."""
_LONGEST_SYLLABLE = 7
"""Letters of nghiêng."""
_MOST_WAYS = 6
"""Ways to cut a word that are followed."""


class Vocabulary:
    """Folded words with the number of rows that hold them."""

    def __init__(self) -> None:
        """Start empty."""
        self._counts: Counter[str] = Counter()
        self._sorted: list[str] | None = []
        self._near: dict[str, tuple[str, ...]] = {}

    def __contains__(self, word: object) -> bool:
        """Tell whether a folded word occurs."""
        return self._counts[word] > 0 if isinstance(word, str) else False

    def count(self, word: str) -> int:
        """Return in how many rows a folded word stands."""
        return self._counts[word]

    def add(self, words: Iterable[str]) -> None:
        """Count the words of one more row, each once."""
        before = len(self._counts)
        self._counts.update(words)
        if len(self._counts) != before:
            self._changed()

    def remove(self, words: Iterable[str]) -> None:
        """Take the words of a row back."""
        for word in words:
            self._counts[word] -= 1
            if self._counts[word] <= 0:
                del self._counts[word]
        self._changed()

    def starting(self, prefix: str, limit: int | None = None) -> tuple[str, ...]:
        """Return the words that begin with a prefix, the commonest first, at most ``limit``."""
        if self._sorted is None:
            self._sorted = sorted(self._counts)
        first = bisect_left(self._sorted, prefix)
        last = bisect_left(self._sorted, prefix + "\U0010ffff", first)
        found = self._sorted[first:last]
        return tuple(sorted(found, key=lambda word: (-self._counts[word], word))[:limit])

    def near(self, word: str) -> tuple[str, ...]:
        """Return the other words that a typing error away: a letter more, less or other, or two letters exchanged.

        Numbers and single letters have none; words of :data:`TWO_TYPOS_FROM` letters and more may have two errors.
        """
        if len(word) < 2 or not word.isalpha():
            return ()
        if word not in self._near:
            from rapidfuzz import process  # noqa: PLC0415  (not before the first paint)
            from rapidfuzz.distance import OSA  # noqa: PLC0415

            allowed = 2 if len(word) >= TWO_TYPOS_FROM else 1
            candidates = [other for other in self._counts if abs(len(other) - len(word)) <= allowed and other.isalpha()]
            found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=None)
            near = sorted((distance, -self._counts[other], other) for other, distance, _ in found if other != word)
            self._near[word] = tuple(other for _, _, other in near)
        return self._near[word]

    def segments(self, word: str) -> tuple[tuple[str, ...], ...]:
        """Return the ways in which known words make up one without spaces (``phamquitien``), the likeliest first.

        Few long words are likelier than many short ones, and a single letter (Y, H') counts for three words.
        """
        if len(word) < 4 or word in self:
            return ()
        ways: list[list[tuple[int, int, tuple[str, ...]]]] = [[(0, 0, ())], *([] for _ in word)]
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - _LONGEST_SYLLABLE), end):
                piece = word[start:end]
                if ways[start] and piece in self:
                    cost = 1 if len(piece) > 1 else 3
                    ways[end] += [
                        (many + cost, rare - self._counts[piece], (*way, piece)) for many, rare, way in ways[start]
                    ]
            ways[end] = sorted(ways[end])[:_MOST_WAYS]
        return tuple(way for _, _, way in ways[-1] if len(way) > 1)

    def _changed(self) -> None:
        self._sorted = None
        self._near.clear()
