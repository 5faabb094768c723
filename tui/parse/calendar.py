"""Dates, times and periods in a passage: the numbers that count no thing, and the stretches of time they stand for.

ISO dates, both included. "Nay" is the day of the event; a month, quarter or half without a year is of the event's year.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tui.parse.number_words import length, length_before, number_words
from tui.parse.passage import Passage
from tui.parse.units import unit_at
from tui.text.regex import regex

_YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_ANY_YEAR, _CENTURY_YEAR, _DIGITS = regex(_YEAR), regex(r"(?:19|20)\d\d"), regex(r"\d+")
_DASH = r"\s*[-–—]\s*"
_OF_YEAR = rf"(?:(?:\s*[/-]\s*|\s*,?\s+năm\s+|\s+)(?P<y>{_YEAR}))?"
_DAY = regex(
    rf"(?:(?:ngày|mùng|mồng)\s+)?(?P<d>\d{{1,2}})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{{1,2}})"
    rf"(?:(?:\s*[/.-]\s*|\s*,?\s+năm\s+)(?P<y>{_YEAR}))?(?!\d|\s*[/%]|[.,]\d)",
    re.IGNORECASE,
)
_DAYS = regex(
    r"\d{1,2}(?:\s*(?:,|và|-|–|đến|tới)\s*(?:ngày\s+)?\d{1,2}(?!\d)){0,6}(?:\s*[/.-]\s*|\s+tháng\s+)\d{1,2}"
    rf"(?:(?:\s*[/.-]\s*|\s*,?\s+năm\s+){_YEAR})?(?!\d|\s*[/%]|[.,]\d)",
    re.IGNORECASE,
)
_MONTH = regex(rf"(?:tháng\s+|t)(?P<m>\d{{1,2}})(?![\d.,]\d){_OF_YEAR}(?!\d)", re.IGNORECASE)
_QUARTER = regex(rf"qu[ýí]\s+(?P<q>IV|III|II|I|[1-4])(?!\w){_OF_YEAR}", re.IGNORECASE)
_MONTHS = regex(
    rf"(?P<n>\d{{1,2}})\s*tháng(?:\s+(?P<part>đầu|cuối)(?:\s+(?:của\s+)?năm)?|\s+(?:của\s+)?(?P<of>năm)(?=\s+{_YEAR}))"
    rf"(?:\s*[/-]?\s*(?:năm\s+)?(?P<y>{_YEAR}))?(?:\s+nay(?!\w))?",
    re.IGNORECASE,
)
_FIRST_MONTHS = regex(r"tháng\s+đầu\s+năm")
_SUMMED_MONTHS = regex(r"(?:[Ll]ũy kế|[Ll]uỹ kế|[Cc]ộng dồn)\s+(?:ước\s+)?(\d{1,2})\s+tháng\b(?!\s+cuối)")
_NUMBER_BEFORE = regex(r"(?<!\d)(\d{1,2})\s?$")
_BARE_MONTHS = regex(r"(?P<n>\d{1,2})\s*tháng(?!\w)", re.IGNORECASE)
_ONE_YEAR = regex(rf"(?:(?:đầu|cuối|hết|giữa)\s+)?(?:năm\s+)?(?P<y>{_YEAR})", re.IGNORECASE)
_THIS_YEAR = regex(r"đầu\s+năm(?:\s+nay)?(?!\s+(?:học|19|20))", re.IGNORECASE)
_LIST = rf"{_YEAR}(?:(?:\s*,\s*|\s+và\s+|{_DASH}|\s+đến\s+|\s+tới\s+)(?:năm\s+)?{_YEAR}){{0,9}}"
_YEARS = regex(
    rf"(?:\d{{1,2}}\s+năm\s*(?:qua\s*)?[,(]?\s*|(?:các\s+)?năm\s+)(?:từ\s+)?(?P<list>{_LIST})\)?", re.IGNORECASE
)
_SPAN = regex(
    rf"[^\d.;,]{{2,16}}?\s{{0,9}}[(:]?\s{{0,9}}(?:từ\s{{1,9}})?(?:năm\s{{1,9}})?(?P<list>{_LIST})\)?", re.IGNORECASE
)
_RANGE = regex(rf"(?P<a>{_YEAR})(?:{_DASH}|\s+)(?P<b>{_YEAR})", re.IGNORECASE)
_FROM = regex(r"(?:kể\s+)?từ\s+", re.IGNORECASE)
_TO = regex(r"\s{0,9},?\s{0,9}(?:cho\s{1,9})?(?:đến|tới|[-–])\s*", re.IGNORECASE)
_UNTIL = regex(r"(?:tính\s+)?(?:cho\s+)?(?:đến|tới)\s+(?:(?:hết|cuối|thời\s+điểm)\s+)*", re.IGNORECASE)
_EDGE = regex(r"(?:hết|cuối)\s+", re.IGNORECASE)
_NOW = regex(r"(?:nay|hiện\s+nay|hiện\s+tại|thời\s+điểm\s+(?:hiện\s+tại|này))(?!\w)", re.IGNORECASE)
_SAME = regex(rf"cùng\s+kỳ(?:\s+(?:của\s+)?năm\s+(?:(?P<y>{_YEAR})|trước|ngoái))?", re.IGNORECASE)
_SAME_WORDS, _SINCE_WORDS, _UNTIL_WORDS = ("cùng",), ("từ", "kể"), ("đến", "tới", "tính", "cho")
"""First words of the three patterns above."""
_AND = regex(r"(?<!\s)\s++và\s++", re.IGNORECASE)
_SCHOOL = ("09-01", "05-31")
"""First and last day of a school year (Decision on the school year's plan: September to 31 May)."""


class Stretch(Struct, frozen=True, gc=False):
    """A period as written: indices of its tokens, half-open, and its first and last day (ISO, None when open).

    ``same`` tells of "cùng kỳ", which takes its days from the period it is set against: 1 is the year before, any
    other number the year.
    """

    first: int
    last: int
    start: str | None
    end: str | None
    same: int = 0


Point = tuple[int, str | None, str | None]
"""Where a piece of the text ends, and its first and last day."""


class Calendar:
    """Reads periods at a place of a passage."""

    def __init__(self, passage: Passage, today: date | None, halves: Collection[int] = ()) -> None:
        """Take a passage and the day that "nay" means; without one, years that are not written stay unknown.

        ``halves`` are the numbers of months that the article speaks of as the first of the year (:func:`first_months`):
        "9 tháng" alone is then that period too.
        """
        self.passage = passage
        self.today = today
        self.halves = halves
        self.text = passage.page.text
        self._starts = passage.starts

    def stretch(self, index: int) -> Stretch | None:
        """Return the longest period that begins at a token; spans that "và" joins are one."""
        found = self._one(index)
        if found is None or found.same:
            return found
        joint = _AND.match(self.text, self._end_of(found))
        other = self._one(self._index(joint.end())) if joint else None
        if other is None or other.same:
            return found
        if not _ANY_YEAR.search(self.text[self.passage.starts[index] : self._end_of(found)]):
            found = _in_year(found, other)
        return replace(found, last=other.last, start=_first(found.start, other.start), end=_last(found.end, other.end))

    def span(self, index: int) -> Stretch | None:
        """Return the period in years at a word such as ``giai đoạn``, ``nhiệm kỳ`` or ``năm học``."""
        match = self._match(_SPAN, self.passage.starts[index])
        if match is None:
            return None
        years = _years(match["list"])
        if self.passage.key(index + 1) == "học" and len(years) > 1:
            days = f"{years[0]}-{_SCHOOL[0]}", f"{years[-1]}-{_SCHOOL[1]}"
        else:
            days = f"{years[0]}-01-01", f"{years[-1]}-12-31"
        return Stretch(index, self._index(match.end()), *days)

    def days(self, index: int) -> int | None:
        """Return the token after the day or days that begin at a token (``5/7``, ``12, 13/9``, ``26/ 2``)."""
        match = self._match(_DAYS, self.passage.starts[index])
        if match is None or not self._is_day(match[0]):
            return None
        return self._index(match.end())

    def year_range(self, index: int) -> int | None:
        """Return the token after two years that begin at a token (``2023-2024``, ``2010 2020``)."""
        match = self._match(_RANGE, self.passage.starts[index])
        return self._index(match.end()) if match and match["a"] < match["b"] else None

    def _one(self, index: int) -> Stretch | None:
        if index >= len(self.passage.keys):
            return None
        key, position = self.passage.key(index), self.passage.starts[index]
        if key in _SAME_WORDS:
            same = self._match(_SAME, position)
            return Stretch(index, self._index(same.end()), None, None, int(same["y"] or 1)) if same else None
        reader = self._since if key in _SINCE_WORDS else self._until if key in _UNTIL_WORDS else self._atom
        point = reader(position)
        return Stretch(index, self._index(point[0]), point[1], point[2]) if point else None

    def _since(self, position: int) -> Point | None:
        opening = self._match(_FROM, position)
        begin = opening and (self._this_year(opening.end()) or self._point(opening.end()))
        if not begin:
            return None
        middle = self._match(_TO, begin[0])
        if middle is None:
            return begin[0], begin[1], None
        now = self._match(_NOW, middle.end())
        if now:
            return now.end(), begin[1], self._now()
        edge = self._match(_EDGE, middle.end())
        end = self._point(edge.end() if edge else middle.end())
        return (end[0], begin[1], end[2]) if end else (begin[0], begin[1], None)

    def _until(self, position: int) -> Point | None:
        opening = self._match(_UNTIL, position)
        if opening is None:
            return None
        now = self._match(_NOW, opening.end())
        if now:
            return now.end(), None, self._now()
        end = self._point(opening.end())
        return (end[0], None, end[2]) if end else None

    def _point(self, position: int) -> Point | None:
        """Return an atom, or a day or year without its word, as they stand after ``từ`` and ``đến``."""
        day = self._match(_DAY, position)
        if day and self._is_day(day[0]) and not is_counted(self.passage, self._index(day.end())):
            return self._day(day)
        return self._atom(position) or self._bare_year(position)

    def _atom(self, position: int) -> Point | None:
        initial = self.text[position : position + 1].lower()
        for pattern, read in _READERS.get("0" if initial.isdigit() else initial, ()):
            match = self._match(pattern, position)
            point = read(self, match) if match else None
            if point:
                return point
        return None

    def _this_year(self, position: int) -> Point | None:
        match = self._match(_THIS_YEAR, position)
        year = self.today.year if self.today else None
        return (match.end(), f"{year}-01-01" if year else None, None) if match else None

    def _bare_year(self, position: int) -> Point | None:
        match = self._match(_ONE_YEAR, position)
        return (match.end(), f"{match['y']}-01-01", f"{match['y']}-12-31") if match else None

    def _list(self, match: re.Match[str]) -> Point:
        years = _years(match["list"])
        return match.end(), f"{years[0]}-01-01", f"{years[-1]}-12-31"

    def _day(self, match: re.Match[str]) -> Point:
        year, month = self._year(match["y"], int(match["m"])), int(match["m"])
        day = f"{year}-{month:02}-{int(match['d']):02}" if year else None
        return match.end(), day, day

    def _month(self, match: re.Match[str]) -> Point | None:
        month = int(match["m"])
        if not 1 <= month <= 12 or (match[0][:1] in "tT" and match[0][1:2].isdigit() and not match["y"]):
            return None
        return match.end(), *_months(self._year(match["y"], month), month, month)

    def _quarter(self, match: re.Match[str]) -> Point:
        quarter = {"I": 1, "II": 2, "III": 3, "IV": 4}.get(match["q"].upper()) or int(match["q"])
        return match.end(), *_months(self._year(match["y"], 3 * quarter), 3 * quarter - 2, 3 * quarter)

    def _months(self, match: re.Match[str]) -> Point | None:
        number = int(match["n"])
        if not 1 <= number <= 12:
            return None
        last = (match["part"] or "").lower() == "cuối"
        year = int(match["y"]) if match["y"] else self.today.year if self.today else None
        return match.end(), *(_months(year, 13 - number, 12) if last else _months(year, 1, number))

    def _bare_months(self, match: re.Match[str]) -> Point | None:
        number, vocabulary = int(match["n"]), number_words()
        near = self.today is not None and 0 <= self.today.month - number <= 1
        if number not in self.halves and number not in vocabulary.bare_months and not near:
            return None
        first, last = self._index(match.start()), self._index(match.end())
        if length(self.passage, last, vocabulary.lengths_after):
            return None
        if number not in self.halves and length_before(self.passage, first, vocabulary.lengths_before):
            return None
        return match.end(), *_months(self.today.year if self.today else None, 1, number)

    def _year(self, written: str | None, month: int) -> int | None:
        """Return the written year, else the event's; a month late in the year is of the last one early in it."""
        if written or self.today is None:
            return int(written) if written else None
        return self.today.year - (month >= 10 and self.today.month <= 2)

    def _now(self) -> str | None:
        return self.today.isoformat() if self.today else None

    def _is_day(self, written: str) -> bool:
        numbers = [int(number) for number in _DIGITS.findall(written)]
        years = [number for number in numbers if number > 99]
        *days, month = numbers[:-1] if years else numbers
        return 1 <= month <= 12 and all(1 <= day <= 31 for day in days) and len(years) <= 1

    def _match(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        return pattern.match(self.text, position, self.passage.end)

    def _index(self, offset: int) -> int:
        return bisect_left(self._starts, offset)

    def _end_of(self, stretch: Stretch) -> int:
        return self.passage.ends[stretch.last - 1]


_READERS: Mapping[str, Sequence[tuple[re.Pattern[str], Callable[[Calendar, re.Match[str]], Point | None]]]] = {
    "0": ((_MONTHS, Calendar._months), (_BARE_MONTHS, Calendar._bare_months), (_YEARS, Calendar._list)),
    "c": ((_YEARS, Calendar._list),),
    "n": ((_YEARS, Calendar._list),),
    "q": ((_QUARTER, Calendar._quarter),),
    "t": ((_MONTH, Calendar._month),),
}
"""How to read what begins with a digit (0) or a letter."""


def first_months(text: str) -> frozenset[int]:
    """Return which "N tháng đầu năm" a text names, or sums up ("lũy kế 10 tháng")."""
    ahead = (
        _NUMBER_BEFORE.search(text, max(0, match.start() - 4), match.start()) for match in _FIRST_MONTHS.finditer(text)
    )
    numbers = (int(number[1]) for number in (*ahead, *_SUMMED_MONTHS.finditer(text)) if number)
    return frozenset(number for number in numbers if 1 <= number <= 12)


def shifted(stretch: Stretch, model: Stretch | None) -> Stretch:
    """Return "cùng kỳ" with the days of the period it is set against, moved to its own year."""
    if model is None or model.start is None or model.end is None:
        return stretch
    back = int(model.end[:4]) - stretch.same if stretch.same > 1 else 1
    return replace(stretch, start=_moved(model.start, back), end=_moved(model.end, back))


def is_counted(passage: Passage, index: int) -> bool:
    """Tell whether a known unit begins at a token, so that the number before it is no date."""
    unit = unit_at(passage, index)
    return unit is not None and unit.known


def _in_year(stretch: Stretch, model: Stretch) -> Stretch:
    """Return a stretch without a year of its own in that of another ("6 tháng đầu và 6 tháng cuối năm 2019")."""
    if stretch.start is None or stretch.end is None or model.end is None:
        return stretch
    back = int(stretch.end[:4]) - int(model.end[:4])
    return replace(stretch, start=_moved(stretch.start, back), end=_moved(stretch.end, back))


def _moved(day: str, back: int) -> str:
    year, month = int(day[:4]) - back, int(day[5:7])
    return f"{year:04}-{month:02}-{min(int(day[8:]), monthrange(year, month)[1]):02}"


def _months(year: int | None, first: int, last: int) -> tuple[str | None, str | None]:
    if year is None:
        return None, None
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]:02}"


def _years(written: str) -> list[str]:
    return sorted(_CENTURY_YEAR.findall(written))


def _first(one: str | None, other: str | None) -> str | None:
    return min(one, other) if one and other else None


def _last(one: str | None, other: str | None) -> str | None:
    return max(one, other) if one and other else None
