"""Places in the order of the text: those within a stretch, and the one around an offset, by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from tui.parse.entities import Place

_START = attrgetter("start")
_DEPTH = 8
"""Most places that begin within another one ("Đoàn giám sát của HĐND thành phố")."""


def within(places: Sequence[Place], start: int, end: int) -> Sequence[Place]:
    """Return the places that begin between two offsets; ``places`` are in the order of the text."""
    return places[bisect_left(places, start, key=_START) : bisect_left(places, end, key=_START)]


def around(places: Sequence[Place], position: int) -> Place | None:
    """Return the outermost place that holds an offset, None if none does."""
    last = bisect_right(places, position, key=_START)
    return next((place for place in places[max(0, last - _DEPTH) : last] if position < place.end), None)
