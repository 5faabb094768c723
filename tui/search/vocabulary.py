"""The words of an index: which there are, which begin alike, and which are a typing error away.

Vietnamese has few syllables (1,581 folded ones in general use), so that they fit in memory at any size of library and
typing errors are looked for here, never in the texts. Pairs of words are many more: those are asked for and kept a
while, as one goes on typing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from tui.library.index.engine import Engine

TWO_TYPOS_FROM = 9
"""Letters from which a word may have two typing errors."""
_LONGEST_SYLLABLE = 7
"""Letters of nghiêng."""
_MOST_WAYS = 6
"""Ways to cut a word that are followed."""
_MOST_PAIRS = 20_000
"""Pairs that are kept."""


class Vocabulary:
    """Folded words with the number of rows that hold them."""

    def __init__(self, engine: Engine) -> None:
        """Take the words as the index has them now."""
        self._engine = engine
        self._counts = engine.words()
        self._near: dict[str, tuple[str, ...]] = {}
        self._pairs: dict[str, int] = {}
        self._beginning: dict[tuple[str, int], Mapping[str, int]] = {}

    def __contains__(self, word: object) -> bool:
        """Tell whether a folded word occurs."""
        return word in self._counts

    def count(self, word: str) -> int:
        """Return in how many rows a folded word stands."""
        return self._counts.get(word, 0)

    def starting(self, prefix: str, limit: int | None = None) -> tuple[str, ...]:
        """Return the words that begin with a prefix, the commonest first, at most ``limit``."""
        first = bisect_left(self._sorted, prefix)
        last = bisect_left(self._sorted, prefix + "\U0010ffff", first)
        found = self._sorted[first:last]
        return tuple(sorted(found, key=lambda word: (-self._counts[word], word))[:limit])

    def near(self, word: str) -> tuple[str, ...]:
        """Return the other words that are a typing error away: a letter more, less or other, or two exchanged.

        Numbers and single letters have none; words of :data:`TWO_TYPOS_FROM` letters and more may have two errors.
        """
        if len(word) < 2 or not word.isalpha():
            return ()
        if word not in self._near:
            from rapidfuzz import process  # noqa: PLC0415 - not before the first paint
            from rapidfuzz.distance import OSA  # noqa: PLC0415

            allowed = 2 if len(word) >= TWO_TYPOS_FROM else 1
            lengths = range(len(word) - allowed, len(word) + allowed + 1)
            candidates = [other for length in lengths for other in self._by_length[length]]
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

    def pairs(self, wanted: Iterable[str]) -> Mapping[str, int]:
        """Return in how many rows each of some pairs of words stands."""
        asked, kept = list(wanted), self._pairs
        unknown = [pair for pair in asked if pair not in kept]
        if unknown:
            if len(kept) > _MOST_PAIRS:
                kept, unknown = {}, asked  # others may be reading the old ones
                self._pairs = kept
            kept.update({**dict.fromkeys(unknown, 0), **self._engine.pairs(unknown)})
        return kept

    def pairs_beginning(self, prefix: str, limit: int) -> Mapping[str, int]:
        """Return the commonest pairs that begin with something, with the number of rows that hold them."""
        kept, key = self._beginning, (prefix, limit)
        if key not in kept:
            if len(kept) > _MOST_PAIRS // limit:
                self._beginning = kept = {}
            kept[key] = self._engine.pairs_beginning(prefix, limit)
        return kept[key]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._counts)

    @cached_property
    def _by_length(self) -> Mapping[int, list[str]]:
        """Words of letters alone, by their length."""
        known: dict[int, list[str]] = defaultdict(list)
        for word in self._counts:
            if word.isalpha():
                known[len(word)].append(word)
        return known
