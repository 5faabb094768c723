"""Leaving out of a run of words the phrases that say nothing for a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Phrases:
    """Phrases of one or more words."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        """Take the phrases; an empty one is none."""
        self._known = {phrase for phrase in phrases if phrase}
        self._longest = max(map(len, self._known), default=0)

    def size(self, said: Sequence[str], place: int) -> int:
        """Return how many words the longest phrase at a place has, 0 where there is none."""
        most = min(self._longest, len(said) - place)
        return next((n for n in range(most, 0, -1) if tuple(said[place : place + n]) in self._known), 0)


def without(said: Sequence[str], phrases: Phrases) -> list[str]:
    """Return words without the phrases, the longest first."""
    kept: list[str] = []
    place = 0
    while place < len(said):
        size = phrases.size(said, place)
        if not size:
            kept.append(said[place])
        place += size or 1
    return kept
