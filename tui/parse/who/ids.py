"""Ids that are unique in a record: the slug of folded words, a second one of the same with a number."""

from __future__ import annotations

from collections.abc import Iterable

from tui.text.fold import slug

LONGEST = 60
"""Most characters of an id; longer words are cut at a hyphen."""


class Ids:
    """Gives out ids, each once over all lists of a record."""

    def __init__(self, given: Iterable[str] = ()) -> None:
        """Begin with those that are given already."""
        self._given = set(given)
        self._numbers: dict[str, int] = {}

    def make(self, words: str) -> str:
        """Return a new id for some words (``Phạm Quí Tiên`` is ``pham-qui-tien``)."""
        base = slug(words) or "x"
        if len(base) > LONGEST:
            base = base[: LONGEST + 1].rpartition("-")[0] or base[:LONGEST]
        name, number = base, self._numbers.get(base, 1)
        while name in self._given:
            number += 1
            name = f"{base}-{number}"
        self._given.add(name)
        self._numbers[base] = number
        return name
