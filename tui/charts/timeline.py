"""Values by date: a dot each, on axes marked at round numbers and dates.

Few values are joined by a line; among many, the median of each stretch of time is drawn through the dots.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tui.charts.scale import axis, month_starts, months_between, round_numbers
from tui.charts.stroke import Ink, Line, Stroke
from tui.text.clean import Clean
from tui.text.width import columns, padded

ONE, SEVERAL, WARNING, HERE = Clean("•"), Clean("●"), Clean("!"), Clean("◆")
MEDIAN, JOINED = Clean("─"), Clean("·")
_TICK, _AXIS, _CORNER = "┤", "│", "└"
_FOOT = 2
"""Lines below the plot: the axis of time and its dates."""
_DATE = 8
"""Columns that a date needs on its axis, with space around it."""
_SMALLEST = (8, 2)
"""Columns and lines below which nothing is plotted."""
_JOINABLE = 3
"""Columns for each value, from which on values are joined by a line."""


class Point(NamedTuple):
    """A value on a day (ISO 8601); ``warns``: something speaks against it."""

    id: str
    day: str
    value: float
    warns: bool = False


class Picture(NamedTuple):
    """What was drawn, and whether medians were, rather than a line from dot to dot."""

    lines: Sequence[Line]
    medians: bool


class _Plot(NamedTuple):
    """Where values and days lie on a field of so many columns and lines."""

    width: int
    height: int
    low: float
    high: float
    first: date
    last: date

    def x(self, day: date) -> int:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return min(max(round(share * (self.width - 1)), 0), self.width - 1)

    def y(self, value: float) -> int:
        """Return the line of a value, counted from the top."""
        share = (value - self.low) / (self.high - self.low)
        return min(max(round((1 - share) * (self.height - 1)), 0), self.height - 1)


_Field = list[list[Stroke]]


def timeline(
    points: Sequence[Point], width: int, height: int, write: Callable[[float], Clean], here: str = ""
) -> Picture:
    """Return a picture of values by date.

    Args:
        points: In any order.
        width: Columns of the whole picture.
        height: Its lines.
        write: How a number is written at the axis.
        here: The id of the point that is pointed at.

    """
    if not points:
        return Picture([], False)
    days = {point.id: date.fromisoformat(point.day) for point in points}
    ordered = sorted(points, key=lambda point: (days[point.id], point.value))
    tall = height - _FOOT
    numbers = round_numbers(
        min(point.value for point in points), max(point.value for point in points), max(tall // 2, 2)
    )
    labels = [write(number) for number in numbers]
    margin = max(columns(label) for label in labels)
    wide = width - margin - 2
    if wide < _SMALLEST[0] or tall < _SMALLEST[1]:
        return Picture([], False)
    first, last = days[ordered[0].id], days[ordered[-1].id]
    step = months_between(first, last, wide // _DATE)
    marks = [*month_starts(first, last, step)]
    ends = date(last.year + (last.month == 12), last.month % 12 + 1, 1)
    plot = _Plot(wide, tall, numbers[0], numbers[-1], min(marks[0], first), max(ends, last))
    field: _Field = [[Stroke(Clean(" "))] * wide for _ in range(tall)]
    medians = _is_crowded(ordered, days, wide)
    if medians:
        _draw_medians(field, plot, ordered, days, marks)
    else:
        _draw_line(field, plot, ordered, days)
    _draw_points(field, plot, ordered, days, here)
    ticks = {plot.y(number): label for number, label in zip(numbers, labels, strict=True)}
    lines: list[Line] = [[*_scale(ticks.get(y), margin), *row] for y, row in enumerate(field)]
    return Picture([*lines, *_foot(plot, marks, margin, step)], medians)


def _is_crowded(points: Sequence[Point], days: dict[str, date], wide: int) -> bool:
    return len({days[point.id] for point in points}) < len(points) or len(points) * _JOINABLE > wide


def _draw_medians(
    field: _Field, plot: _Plot, points: Sequence[Point], days: dict[str, date], marks: Sequence[date]
) -> None:
    for begin, end in pairwise([*marks, plot.last]):
        inside = [
            point.value for point in points if begin <= days[point.id] and (days[point.id] < end or end == plot.last)
        ]
        if inside:
            y, last = plot.y(median(inside)), plot.x(end)
            for x in range(plot.x(begin), last + 1 if end == plot.last else last):
                field[y][x] = Stroke(MEDIAN, "dim")


def _draw_line(field: _Field, plot: _Plot, points: Sequence[Point], days: dict[str, date]) -> None:
    places = [(plot.x(days[point.id]), plot.y(point.value)) for point in points]
    for (x, y), (until_x, until_y) in pairwise(places):
        steps = max(until_x - x, abs(until_y - y))
        for step in range(1, steps):
            field[round(y + (until_y - y) * step / steps)][round(x + (until_x - x) * step / steps)] = Stroke(
                JOINED, "dim"
            )


def _draw_points(field: _Field, plot: _Plot, points: Sequence[Point], days: dict[str, date], here: str) -> None:
    by_place: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in points:
        by_place[plot.x(days[point.id]), plot.y(point.value)].append(point)
    for (x, y), some in by_place.items():
        field[y][x] = Stroke(*_sign(some, here))


def _sign(some: Sequence[Point], here: str) -> tuple[Clean, Ink]:
    if here and any(point.id == here for point in some):
        return HERE, "accent"
    if any(point.warns for point in some):
        return WARNING, "warning"
    return (SEVERAL if len(some) > 1 else ONE), "figure"


def _scale(label: Clean | None, margin: int) -> list[Stroke]:
    text = padded(label or Clean(""), margin, right=True)
    return [Stroke(text, "dim"), Stroke(Clean(f" {_TICK if label else _AXIS}"), "faint")]


def _foot(plot: _Plot, marks: Sequence[date], margin: int, step: int) -> list[Line]:
    """Return the axis of time and the line of its dates: years, or months where marks are closer."""
    base, dates = axis([plot.x(mark) for mark in marks], marks, plot.width, step)
    before = Stroke(Clean(" " * (margin + 1)))
    return [
        [before, Stroke(Clean(_CORNER + base), "faint")],
        [before, Stroke(Clean(f" {dates}"), "dim")],
    ]
