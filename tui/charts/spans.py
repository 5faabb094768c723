"""What lasts from one day to another, as bars on one line of time, above how often something was on which days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tui.charts.scale import axis, month_starts, months_between
from tui.charts.stroke import Line, Stroke
from tui.text.clean import Clean

_FULL, _TRACK = "█", "·"
_HEIGHTS = " ▁▂▃▄▅▆▇█"
_LOW = 4
"""How often something has to be on the days of one column, at least, for the highest of its marks."""
_DATE = 8
"""Columns that a date needs on its axis, with space around it."""
SMALLEST = 8
"""Columns below which nothing is drawn."""


class Span(NamedTuple):
    """From a day to a day, both ISO 8601 and included."""

    first: str
    last: str


class Spans(NamedTuple):
    """A line for each span, one for the days, and the axis of time with its dates; all equally wide."""

    bars: Sequence[Line]
    often: Line
    foot: Sequence[Line]


def spans(lasting: Sequence[Span], days: Sequence[str], width: int) -> Spans | None:
    """Return a picture of so many columns, or None where there is no room for it, or no day.

    Args:
        lasting: What is drawn as bars; one of a single day takes a column.
        days: The days on which something was (ISO 8601), each as often as it was.
        width: Columns of each line.

    A span or day that is not in the calendar is left blank.
    """
    days = [day for day in days if _is_day(day)]
    sound = [one if all(map(_is_day, one)) else None for one in lasting]
    known = [date.fromisoformat(day) for day in (*days, *(day for one in sound if one for day in one))]
    if width < SMALLEST or not known:
        return None
    first, last = min(known), max(known)
    step = months_between(first, last, width // _DATE)
    marks = list(month_starts(first, last, step))
    ends = date(last.year + (last.month == 12), last.month % 12 + 1, 1)

    def x(day: str | date) -> int:
        at = date.fromisoformat(day) if isinstance(day, str) else day
        return min((at - marks[0]).days * width // max((ends - marks[0]).days, 1), width - 1)

    bars: list[Line] = []
    for one in sound:
        if one is None:
            bars.append([_track(width)])
            continue
        begin, end = x(one.first), x(one.last) + 1
        bars.append([_track(begin), Stroke(Clean(_FULL * (end - begin)), "person"), _track(width - end)])
    often = Counter(map(x, days))
    most = max([*often.values(), _LOW])
    heights = "".join(_HEIGHTS[-(-often[column] * 8 // most)] for column in range(width))
    return Spans(bars, [Stroke(Clean(heights), "person")], _foot([x(mark) for mark in marks], marks, width, step))


def _track(size: int) -> Stroke:
    return Stroke(Clean(_TRACK * size), "faint")


def _foot(places: Sequence[int], marks: Sequence[date], width: int, step: int) -> list[Line]:
    base, dates = axis(places, marks, width, step)
    return [[Stroke(base, "faint")], [Stroke(dates, "dim")]]


def _is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar: a record that was written by hand may hold the 30th of February."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
