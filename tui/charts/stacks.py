"""Bars made of parts: how many of each kind, by name. Kinds differ in their characters, not in colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.charts.stroke import Ink, Line, Stroke, space, width
from tui.text.clean import Clean
from tui.text.width import columns, padded

_LEAST_BAR = 8
_MOST_BAR = 60
_LEAST_NAME = 14
_BETWEEN = 3
"""Columns between two kinds in the key."""


class Kind(NamedTuple):
    """A kind of parts: what it is called, the character that it is drawn with, and its ink."""

    name: Clean
    sign: str
    ink: Ink


class Stack(NamedTuple):
    """The counts of each kind, in the order of the kinds."""

    id: str
    name: Clean
    counts: Sequence[int]

    @property
    def total(self) -> int:
        """How many there are of all kinds."""
        return sum(self.counts)


class Layout(NamedTuple):
    """How stacks stand in lines of a width: columns of names, totals and bars; no bar where there is no room."""

    name: int
    number: int
    bar: int
    most: int
    """What a bar over all columns stands for."""


def layout(stacks: Sequence[Stack], size: int) -> Layout:
    """Return the columns of some stacks."""
    longest = max((columns(stack.name) for stack in stacks), default=0)
    most = max((stack.total for stack in stacks), default=0)
    number = len(str(most))
    room = size - number - 2
    name = min(longest, max(room // 2, min(_LEAST_NAME, room)))
    bar = min(room - name, _MOST_BAR)
    if bar < _LEAST_BAR:
        name, bar = max(min(longest, size - number - 1), 0), 0
    return Layout(name, number, bar, most)


def line(stack: Stack, kinds: Sequence[Kind], place: Layout) -> Line:
    """Return a stack in its line."""
    number = padded(Clean(str(stack.total)), place.number, right=True)
    drawn = [Stroke(padded(stack.name, place.name)), space(1), Stroke(number, "strong")]
    if place.bar:
        parts = _shared(stack.counts, stack.total / place.most if place.most else 0, place.bar)
        drawn += [space(1)]
        drawn += [Stroke(Clean(kind.sign * part), kind.ink) for kind, part in zip(kinds, parts, strict=True) if part]
    return drawn


def stacks(given: Sequence[Stack], kinds: Sequence[Kind], size: int) -> list[Line]:
    """Return all stacks, a line each, in the order in which they are given."""
    place = layout(given, size)
    return [line(stack, kinds, place) for stack in given]


def key(kinds: Sequence[Kind], totals: Sequence[int], size: int) -> list[Line]:
    """Return what the characters stand for, with how many there are of each kind, over as many lines as it takes."""
    lines: list[list[Stroke]] = [[]]
    for kind, total in zip(kinds, totals, strict=True):
        entry = [Stroke(Clean(kind.sign * 2), kind.ink), Stroke(Clean(f" {kind.name} {total}"), "dim")]
        if lines[-1] and width(lines[-1]) + _BETWEEN + width(entry) > size:
            lines.append([])
        lines[-1] += [space(_BETWEEN), *entry] if lines[-1] else entry
    return list(lines)


def _shared(counts: Sequence[int], share: float, size: int) -> list[int]:
    """Return how many columns each count has: all together the share of the size, and each that is any at least one.

    Columns that are left over go where most is cut off (the method of largest remainders).
    """
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    all_columns = min(max(round(share * size), sum(count > 0 for count in counts)), size)
    exact = [count * all_columns / total for count in counts]
    parts = [max(int(one), 1) if count else 0 for one, count in zip(exact, counts, strict=True)]
    while sum(parts) != all_columns:
        step = 1 if sum(parts) < all_columns else -1
        open_parts = [index for index, part in enumerate(parts) if counts[index] and (step > 0 or part > 1)]
        if not open_parts:
            break
        most = max(open_parts, key=lambda index: step * (exact[index] - parts[index]))
        parts[most] += step
    return parts
