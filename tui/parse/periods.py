"""Periods: which words of a passage tell when, and which figures they are said of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from typing import Literal

from msgspec import Struct

from tui.parse.calendar import Calendar, Stretch, is_counted
from tui.parse.number_words import NumberWords, length, length_before, number_words
from tui.parse.passage import Passage
from tui.parse.units import unit_at

Role = Literal["scope", "attached", "baseline", "attribute"]
"""``scope``: said of all that follows in the paragraph; ``attached``: of its clause ("tỷ lệ hộ nghèo năm 2018 còn");
``baseline``: what a change is measured from; ``attribute``: part of a name or plan ("kế hoạch năm 2024")."""

_LAW_REACH = 7
"""Most words between a law and the year of its name ("Luật Tổ chức chính quyền địa phương năm 2015")."""
_CLAUSE_STARTS = frozenset(',;:.(–-+*•"“”')
_LONGEST_CLOCK = 24
_LAST_DAY = 31


class PeriodMention(Struct, frozen=True, gc=False):
    """A period and what it does in its passage."""

    stretch: Stretch
    role: Role


@dataclass
class Times:
    """What in a passage is about time: the periods, and all tokens that belong to dates, times and years."""

    mentions: list[PeriodMention] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    baselines: dict[int, int] = field(default_factory=dict)
    """First token of a period that a change is measured from, by the token after it."""


def times_in(passage: Passage, today: date | None, halves: Collection[int] = ()) -> Times:
    """Return the periods of a passage in order, and the tokens of every date, time and year.

    ``today`` is the day of the event, None if it is not known; ``halves`` as in :class:`tui.parse.calendar.Calendar`.
    """
    calendar, vocabulary, times = Calendar(passage, today, halves), number_words(), Times()
    done, starts, numerals = 0, vocabulary.period_starts, passage.numerals
    keys = passage.keys
    for index in sorted({*compress(range(len(keys)), map(starts.__contains__, keys)), *numerals}):
        if index < done:
            continue
        stretch = _stretch(passage, calendar, index, vocabulary)
        if stretch:
            end = stretch.last
            if role := _role(passage, stretch, vocabulary):
                times.mentions.append(PeriodMention(stretch, role))
                if role == "baseline":
                    times.baselines[stretch.last] = stretch.first
        else:
            end = _date_or_time(passage, calendar, index, vocabulary)
        times.taken.update(range(index, end))
        done = end
    return times


def _stretch(passage: Passage, calendar: Calendar, index: int, vocabulary: NumberWords) -> Stretch | None:
    key = passage.key(index)
    if passage.numeral(index):
        follows = passage.key(index + 1) in ("tháng", "năm")
        return calendar.stretch(index) if follows else None
    if length(passage, index, vocabulary.period_spans) and (span := calendar.span(index)):
        return span
    if key == "t" and not passage.glued(index + 1):
        return None
    found = calendar.stretch(index)
    return None if found and _counts(passage, found) else found


def _counts(passage: Passage, stretch: Stretch) -> bool:
    """Tell whether a year that seems one is an amount ("đến 2015 hộ")."""
    unit = unit_at(passage, stretch.last)
    bare = passage.numeral(stretch.last - 1) and passage.key(stretch.last - 2) in ("từ", "đến", "tới")
    return bool(bare and unit and unit.known and unit.kind != "duration")


def _date_or_time(passage: Passage, calendar: Calendar, index: int, vocabulary: NumberWords) -> int:
    """Return the token after a date, time or year that begins at a token; the token itself if none does."""
    numeral = passage.numeral(index)
    if numeral is None:
        return index
    opening = index - (passage.key(index - 1) == "(")
    named = length_before(passage, opening, vocabulary.sure_day_words_before) > 0
    near = named or length_before(passage, index, vocabulary.day_words_before) > 0
    end = calendar.days(index)
    if end and (named or _has_year(passage, index, end) or (near and not is_counted(passage, end))):
        return end
    if named and _is_day_alone(passage, index, opening, vocabulary):
        return index + 1
    dotted = numeral.odd and near and "." in passage.key(index) and len(passage.key(index)) <= len("31.12")
    if (dotted or is_year(passage, index)) and not is_counted(passage, index + 1):
        return calendar.year_range(index) or index + 1
    return _clock(passage, index, vocabulary) or calendar.year_range(index) or index


def _is_day_alone(passage: Passage, index: int, opening: int, vocabulary: NumberWords) -> bool:
    """``ngày 15``, ``đêm 20``, ``ngày 15 tháng Giêng``; not ``mỗi ngày 15 chuyến``."""
    numeral = passage.numeral(index)
    if numeral is None or not isinstance(numeral.value, int) or not 0 < numeral.value <= _LAST_DAY:
        return False
    if passage.key(opening - 2) in vocabulary.daily:
        return False
    return passage.key(index + 1) == "tháng" or not is_counted(passage, index + 1)


def is_year(passage: Passage, index: int) -> bool:
    """Tell whether a token looks like a year: four digits from 1900 to 2099, no mark between."""
    key = passage.key(index)
    return passage.numeral(index) is not None and len(key) == 4 and key.isdigit() and key[:2] in ("19", "20")


def _has_year(passage: Passage, first: int, last: int) -> bool:
    return last - first > 3 and is_year(passage, last - 1)


def _clock(passage: Passage, index: int, vocabulary: NumberWords) -> int:
    """Return the token after ``7h30``, ``20h``, ``8 giờ ngày``, ``17:33``; 0 where the number is no time of day."""
    numeral, key = passage.numeral(index), passage.key
    if numeral is None or not isinstance(numeral.value, int) or numeral.value > _LONGEST_CLOCK:
        return 0
    if key(index + 1) == ":" and passage.glued(index + 2) and len(key(index + 2)) == 2 and key(index + 2).isdigit():
        return index + 3
    if key(index + 1) not in ("h", "g", "giờ"):
        return 0
    end = index + 2
    minutes = key(end).isdigit() and len(key(end)) == 2
    if minutes and (passage.glued(end) or key(index + 1) == "giờ"):
        return end + 1 + (key(end + 1) == "phút")
    if passage.glued(index + 1) and key(index + 1) != "giờ" and key(end) != "/":
        return 0 if length_before(passage, index, vocabulary.hours_before) else end
    said = length_before(passage, index, vocabulary.clock_words_before) and not length(
        passage, end, vocabulary.step_words
    )
    return end if said or key(end) in vocabulary.times_after else 0


def _role(passage: Passage, stretch: Stretch, vocabulary: NumberWords) -> Role | None:
    """Return what a period does; None for a year that is part of a law's name or of a birth."""
    first = stretch.first
    reach = range(max(0, first - _LAW_REACH), first)
    stops = [index for index in reach if passage.key(index) in _CLAUSE_STARTS]
    if any(passage.key(index) in vocabulary.laws for index in range(stops[-1] + 1 if stops else reach.start, first)):
        return None
    if stretch.same or length_before(passage, first, vocabulary.baselines_before):
        return "baseline"
    if length_before(passage, first, vocabulary.attributes_before):
        return "attribute"
    if _opens_clause(passage, first, vocabulary):
        return "scope"
    return "attached"


def _opens_clause(passage: Passage, first: int, vocabulary: NumberWords) -> bool:
    """Tell whether a period begins a clause, alone or behind "trong", or is one that says since or until when."""
    if passage.key(first) in vocabulary.since:
        return True
    first -= passage.key(first - 1) in vocabulary.adverbials
    return first == passage.sentence(first)[0] or passage.key(first - 1) in _CLAUSE_STARTS
