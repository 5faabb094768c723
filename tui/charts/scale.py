"""The scales of pictures: round numbers and dates at which an axis is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil, floor, log10

from tui.text.clean import Clean

_BASE, _MARK = "─", "┬"
_STEPS = (1, 2, 5, 10)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240)


def round_numbers(low: float, high: float, most: int) -> list[float]:
    """Return rising round numbers, one step apart, that begin at or below ``low`` and end at or above ``high``.

    Args:
        low: The smallest value.
        high: The largest value.
        most: How many numbers there may be, at least 3: fewer can't hold values on either side of nothing.

    """
    if high <= low:
        pad = abs(low) / 10 or 1.0
        low, high = low - pad, high + pad
    most = max(most, 3)
    size = 10.0 ** floor(log10((high - low) / (most - 1)))
    while True:
        for factor in _STEPS:
            step = factor * size
            first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
            if last - first < most:
                return [float(f"{number * step:.12g}") for number in range(first, last + 1)]
        size *= 10


def months_between(first: date, last: date, most: int) -> int:
    """Return the number of months from one mark on an axis of time to the next, so that there are at most so many."""
    whole = (last.year - first.year) * 12 + last.month - first.month + 1
    return next((step for step in _MONTHS if whole / step <= max(most, 1)), _MONTHS[-1])


def month_starts(first: date, last: date, step: int) -> Iterator[date]:
    """Yield the first days of the stretches of ``step`` months that some days lie in, counted from a January."""
    number = (first.year * 12 + first.month - 1) // step * step
    while number <= last.year * 12 + last.month - 1:
        yield date(max(number // 12, 1), number % 12 + 1, 1)
        number += step


def axis(places: Sequence[int], marks: Sequence[date], width: int, step: int) -> tuple[Clean, Clean]:
    """Return an axis of time and its dates, a line each: years, or months where marks are closer.

    Args:
        places: The columns of the marks.
        marks: Their days.
        width: Columns of the axis; a date that has no room there is left out.
        step: Months between two marks.

    """
    base, dates = [_BASE] * width, [" "] * width
    free = 0
    for place, mark in zip(places, marks, strict=True):
        base[place] = _MARK
        label = str(mark.year) if step >= 12 else f"{mark.month}/{mark.year}"
        if place >= free and place + len(label) <= width:
            dates[place : place + len(label)] = label
            free = place + len(label) + 1
    return Clean("".join(base)), Clean("".join(dates))
