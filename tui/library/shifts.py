"""How far the words of a text have moved when it was changed, as the quotes that stand in it once tell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

_REACH = 64
"""Characters by which words behind the last sure quote may have moved further than that quote."""


class Shifts:
    """Where places of an earlier text are now, between places that are sure."""

    def __init__(self, moved: Iterable[tuple[int, int]]) -> None:
        """Take pairs of an old offset and where the same words stand now; those out of order are left out."""
        self._pairs = [(0, 0), *_in_order(sorted(set(moved)))]

    def __bool__(self) -> bool:
        """Tell whether anything has moved."""
        return any(old != new for old, new in self._pairs)

    def choose(self, start: int, places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """Return the one of several places where words stand now that were at ``start``; None when it is not sure.

        Words have moved at least as far as the sure place on one side of them, and at most as far as the other one.
        """
        number = bisect_right(self._pairs, start, key=lambda pair: pair[0])
        before = self._pairs[number - 1]
        after = self._pairs[number] if number < len(self._pairs) else None
        near = before[1] - before[0]
        far = after[1] - after[0] if after else near
        low, high = (min(near, far), max(near, far)) if after else (near - _REACH, near + _REACH)
        possible = [place for place in places if low <= place[0] - start <= high and place[0] >= before[1]]
        if after is None:
            possible = sorted(possible, key=lambda place: abs(place[0] - start - near))[:1]
        return possible[0] if len(possible) == 1 else None


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose new offsets grow with the old ones."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for number, (_, new) in enumerate(pairs):
        at = bisect_left(tails, new)
        before.append(ends[at - 1] if at else None)
        tails[at : at + 1] = [new]
        ends[at : at + 1] = [number]
    run: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        run.append(pairs[last])
        last = before[last]
    return run[::-1]
