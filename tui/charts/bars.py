"""Bars under one another, each with its name and number: what is compared by place.

All begin at nothing, so that their lengths can be compared; where there are values below nothing, that is a line
somewhere in the middle, and bars go either way from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.charts.fill import ruled
from tui.charts.stroke import Line, Stroke, space, width
from tui.text.clean import Clean
from tui.text.width import columns, cut, padded

NOTHING = Clean("")
_FULL, _HALF, _TRACK, _ZERO = "━", "╺", "·", "│"
_LEAST_BAR = 8
"""Fewest columns of a bar; with fewer the number alone is shown."""
_MOST_BAR = 60
_LEAST_NAME = 12
"""Fewest columns that a name is cut to, for bars that are longer."""
_LEAST_NOTE = 40
"""Fewest columns of a line beside which notes have room."""


class Bar(NamedTuple):
    """One value. ``note`` is said behind the bar where there is room, ``warning`` always."""

    id: str
    name: Clean
    value: float
    written: Clean
    note: Clean = NOTHING
    warning: Clean = NOTHING


class Layout(NamedTuple):
    """How bars stand in lines of a width: columns of names, numbers, bars and notes; 0 where there is no room."""

    name: int
    number: int
    bar: int
    note: int
    warning: int


def layout(bars: Sequence[Bar], size: int) -> Layout:
    """Return the columns of some bars: names in full where bars keep room beside them, notes where there is more."""
    longest = max((columns(bar.name) for bar in bars), default=0)
    number = max((columns(bar.written) for bar in bars), default=0)
    warning = max((columns(bar.warning) + 1 for bar in bars if bar.warning), default=0)
    note = max((columns(bar.note) + 2 for bar in bars if bar.note), default=0)
    if size - note - number - warning < _LEAST_NOTE:
        note = 0
    room = size - number - warning - note - 2
    name = min(longest, max(room // 2, min(_LEAST_NAME, room)))
    bar = min(room - name, _MOST_BAR)
    if bar < _LEAST_BAR:
        name, bar = max(min(longest, size - number - warning - 1), 0), 0
    return Layout(name, number, bar, note, warning)


def range_of(bars: Sequence[Bar], whole: float | None = None) -> tuple[float, float]:
    """Return what the ends of all bars stand for: nothing, and the largest value or ``whole`` (100 of percentages)."""
    values = [bar.value for bar in bars]
    high = max([0.0, *values])
    if whole is not None and high <= whole:
        high = whole
    return min([0.0, *values]), high


def line(bar: Bar, place: Layout, ends: tuple[float, float]) -> Line:
    """Return a bar in its line."""
    warning = [Stroke(Clean(" " + bar.warning), "warning")] if bar.warning else []
    if not place.bar:
        return [
            Stroke(padded(bar.name, place.name)),
            space(1),
            Stroke(padded(bar.written, place.number, right=True), "figure-strong"),
            *warning,
        ]
    drawn = [
        Stroke(padded(bar.name, place.name)),
        space(1),
        Stroke(padded(bar.written, place.number, right=True), "figure-strong"),
        space(1),
        *_bar(bar.value, place.bar, ends),
        *warning,
    ]
    if place.note and bar.note:
        drawn += [space(place.warning - width(warning) + 2), Stroke(cut(bar.note, place.note - 2), "dim")]
    return drawn


def bars(given: Sequence[Bar], size: int, whole: float | None = None) -> list[Line]:
    """Return all bars, a line each, in the order in which they are given.

    Args:
        given: What is drawn.
        size: Columns of a line.
        whole: What a full bar stands for, where no value is above it; by default the largest value.

    """
    place, ends = layout(given, size), range_of(given, whole)
    return [line(bar, place, ends) for bar in given]


def _bar(value: float, size: int, ends: tuple[float, float]) -> list[Stroke]:
    low, high = ends
    if low >= 0:
        full = ruled(value / high if high else 0, size)
        return [Stroke(Clean(full), "figure"), Stroke(Clean(_TRACK * (size - len(full))), "faint")]
    left = min(max(round((size - 1) * -low / (high - low)), 1), size - 1)
    right = size - 1 - left
    if value >= 0:
        full = ruled(value / high if high else 0, right) if right else ""
        before, after = _TRACK * left, _TRACK * (right - len(full))
        return [_faint(before), Stroke(Clean(_ZERO), "dim"), Stroke(Clean(full), "figure"), _faint(after)]
    halves = max(round(left * 2 * value / low), 1)
    full = (_HALF if halves % 2 else "") + _FULL * (halves // 2)
    before = _TRACK * (left - len(full))
    return [_faint(before), Stroke(Clean(full), "figure"), Stroke(Clean(_ZERO), "dim"), _faint(_TRACK * right)]


def _faint(text: str) -> Stroke:
    return Stroke(Clean(text), "faint")
