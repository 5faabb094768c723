"""Dates and times as the Vietnamese press writes them: 08/05/2024, "sáng 8/5", "ngày 8 tháng 5 năm 2024", 17:33, 8h30.

Days are written day first. Offsets count in the text that is read. Nothing is guessed: a date without a year stays
without one until :func:`iso` is told a day that it can't be after.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tui.text.regex import regex

PartOfDay = Literal["sáng", "chiều", "tối"]

_PARTS: dict[str, PartOfDay] = {"sáng": "sáng", "chiều": "chiều", "chiều tối": "tối", "tối": "tối", "đêm": "tối"}
_DIGITS = regex(r"\d+")
_FULL = regex(
    r"(?<![\d/.,-])(?:(?P<d>\d{1,2})\s?(?P<sep>[/.–-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>(?:19|20)\d\d)"
    r"|(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)"
    r"|(?P<wd>\d{1,2})\s{1,2}tháng\s{1,2}(?P<wm>\d{1,2})(?:\s?[,/]?\s?(?:năm\s{1,2})?(?P<wy>(?:19|20)\d\d))?)(?!\d)",
    re.IGNORECASE,
)
_SEVERAL = regex(
    r"(?<![\d/.,-])(?P<d>\d{1,2})(?P<more>(?:\s?(?:,|và|đến|-|–)\s?(?:ngày\s)?\d{1,2}){0,5})"
    r"\s?(?P<sep>[/.–-])\s?(?P<m>\d{1,2})(?:\s?(?P=sep)\s?(?P<y>(?:19|20)\d\d|\d\d))?(?![\d/%]|[.,-]\d)",
    re.IGNORECASE,
)
_BEFORE = regex(
    r"(?:\b(?P<part>sáng|trưa|chiều tối|chiều|tối|đêm)(?:\s(?:hôm\s)?(?:nay|qua))?\s?[,(]?\s?)?"
    r"(?:\b(?P<today>hôm nay)\s?[,(]?\s?)?"
    r"(?:\b(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s?[,(]?\s?)?"
    r"(?:\b(?:các|hai|ba|bốn|[2-9])\s)?(?P<word>\bngày\s{0,2}(?:mùng\s|mồng\s)?)?$",
    re.IGNORECASE,
)
_TIME = regex(
    r"(?<![\d:/.,-])(?P<h>[01]?\d|2[0-4])\s?(?:[:h]|giờ)\s?(?P<min>[0-5]\d)?(?![\d])(?::[0-5]\d)?(?:\s?(?P<half>AM|PM|SA|CH)\b)?",
    re.IGNORECASE,
)
_TODAY = regex(r"\b(?:(?P<part>sáng|trưa|chiều tối|chiều|tối|đêm)\s(?:hôm\s)?|hôm\s)(?P<near>nay|qua)\b", re.IGNORECASE)
_UNTIL = regex(r"\s?(?:đến|tới|và|-|–)\s(?:hết\s)?(?:ngày\s)?", re.IGNORECASE)
_TYPED = regex(
    r"\+(?P<more>\d{1,4})|(?P<iy>\d{4})-(?P<im>\d{1,2})-(?P<id>\d{1,2})"
    r"|(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})(?:[/.-](?P<y>\d{4}))?"
)
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written, with the words before it that belong to it ("Sáng ngày"); of several days the first."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    part_of_day: PartOfDay | None
    named: bool
    """Whether a word says that this is a day: ``ngày`` or a part of the day."""


@dataclass(frozen=True, slots=True)
class Near:
    """``sáng nay``, ``hôm qua``: a day told from the day of publication; ``back`` is 0 or 1 day before it."""

    start: int
    end: int
    back: int
    part_of_day: PartOfDay | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp of a page: ``value`` is ISO 8601, with time and +07:00 where a time is written."""

    start: int
    end: int
    value: str


def days(text: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """Yield the days written between two offsets, in order.

    A day and month alone ("8/5", "21.7", "11 đến 13-12") count only after ``ngày`` or a part of the day, since they
    may as well be a share; with a year they always count.
    """
    end = len(text) if end is None else end
    free = start
    numbers = _numbers(text, start, end)
    full, several = _first(_FULL, text, numbers, start, end), _first(_SEVERAL, text, numbers, start, end)
    while full or several:
        # Each pattern is searched on only from its last match, so that no stretch of text is read twice.
        takes_full = full is not None and (several is None or full.start() <= several.start())
        match = full if takes_full else several
        day = _day(text, match, start) if match and match.start() >= free else None
        if day:
            free = day.end
            yield day
        if takes_full and full:
            full = _first(_FULL, text, numbers, full.end(), end)
        elif several:
            several = _first(_SEVERAL, text, numbers, several.end("d"), end)


def near_days(text: str, start: int = 0, end: int | None = None) -> Iterator[Near]:
    """Yield words such as ``sáng nay`` and ``hôm qua`` between two offsets, in order."""
    for match in _TODAY.finditer(text, start, len(text) if end is None else end):
        back = int(match["near"].lower() == "qua")
        yield Near(match.start(), match.end(), back, _part(match["part"]))


def stamp(text: str, start: int = 0, end: int | None = None) -> Stamp | None:
    """Return the first full date between two offsets with the time beside it, on either side; None without a year."""
    end = len(text) if end is None else end
    found = next((day for day in _full_days(text, start, end) if day.year), None)
    if found is None:
        return None
    value = date(found.year or 1, found.month, found.day).isoformat()
    for match in _TIME.finditer(text, start, end):
        hour, minute = int(match["h"]), match["min"]
        if not (match.end() <= found.start or found.end <= match.start()) or (minute is None and ":" in match[0]):
            continue
        half = (match["half"] or "").upper()
        hour = hour % 12 + (12 if half in ("PM", "CH") else 0) if half else hour % 24
        first, last = min(match.start(), found.start), max(match.end(), found.end)
        return Stamp(first, last, f"{value}T{hour:02}:{minute or '00'}:00+07:00")
    return Stamp(found.start, found.end, value)


def times(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the spans of clock times (17:33, 8h30, 14 giờ) between two offsets."""
    return (match.span() for match in _TIME.finditer(text, start, len(text) if end is None else end))


def iso(day: Day, not_after: str | None) -> str:
    """Return a day as ISO 8601; without a year the latest such day not after ``not_after`` (ISO), else ``--MM-DD``."""
    if day.year:
        return f"{day.year:04}-{day.month:02}-{day.day:02}"
    if not_after is None:
        return f"--{day.month:02}-{day.day:02}"
    last = date.fromisoformat(not_after[:10])
    for year in range(last.year, last.year - 9, -1):
        if _exists(year, day.month, day.day) and date(year, day.month, day.day) <= last:
            return date(year, day.month, day.day).isoformat()
    return f"--{day.month:02}-{day.day:02}"


def days_before(day: str, back: int) -> str:
    """Return the ISO day that lies ``back`` days before an ISO day."""
    return date.fromordinal(date.fromisoformat(day[:10]).toordinal() - back).isoformat()


def _full_days(text: str, start: int, end: int) -> Iterator[Day]:
    numbers = _numbers(text, start, end)
    match = _first(_FULL, text, numbers, start, end)
    while match:
        if day := _day(text, match, match.start()):
            yield day
        match = _first(_FULL, text, numbers, match.end(), end)


def _numbers(text: str, start: int, end: int) -> list[int]:
    """Return where the runs of digits between two offsets begin: only there may a day begin."""
    return [match.start() for match in _DIGITS.finditer(text, start, end)]


def _first(pattern: re.Pattern[str], text: str, numbers: Sequence[int], start: int, end: int) -> re.Match[str] | None:
    """Return the first match of a pattern from an offset on; it begins at one of the numbers."""
    for place in range(bisect_left(numbers, start), len(numbers)):
        if match := pattern.match(text, numbers[place], end):
            return match
    return None


def _day(text: str, match: re.Match[str], floor: int) -> Day | None:
    """Return the day of a match, with the words before it down to ``floor``; None if there is no such day."""
    groups = match.groupdict()
    written = (
        groups["d"] or groups.get("id") or groups.get("wd"),
        groups["m"] or groups.get("im") or groups.get("wm"),
        groups["y"] or groups.get("iy") or groups.get("wy"),
    )
    day, month, year = (int(each) if each else None for each in written)
    if day is None or month is None or not _exists(_century(year) or 2000, month, day):
        return None
    before = _BEFORE.search(text, max(floor, match.start() - _LOOK_BACK), match.start())
    part = before["part"] if before else None
    said = bool(before and (part or before["today"] or before["word"]))
    if not said and not (match.re is _FULL and year):
        return None
    start, end = match.span()
    if before and said:
        start = before.start()
        end += "(" in before[0] and text[end : end + 1] == ")"
    return Day(start, end, _century(year) or _year_of_range(text, end, month), month, day, _part(part), said)


def _year_of_range(text: str, end: int, month: int) -> int | None:
    """Return the year of a day without one from the last day of its range ("25/5 đến 29/5/2020")."""
    until = _UNTIL.match(text, end)
    last = _FULL.match(text, until.end()) if until else None
    year = last and (last["y"] or last["wy"])
    return int(year) - (int(last["m"] or last["wm"]) < month) if last and year else None


def _century(year: int | None) -> int | None:
    return year + 2000 if year is not None and year < 100 else year


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _part(word: str | None) -> PartOfDay | None:
    return _PARTS.get(word.lower()) if word else None


def typed_day(text: str, today: date) -> date | None:
    """Return the day in ``8/5/2024``, ``2024-05-08``, ``8/5`` (the next one) or ``+30`` (in 30 days); None for none."""
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        return None
    try:
        if match["more"]:
            return today + timedelta(days=int(match["more"]))
        day, month = int(match["d"] or match["id"]), int(match["m"] or match["im"])
        year = match["y"] or match["iy"]
        if year:
            return date(int(year), month, day)
        return next(one for one in (date(today.year + more, month, day) for more in (0, 1)) if one >= today)
    except (ValueError, OverflowError):
        return None
