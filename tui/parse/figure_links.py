"""How the figures of a paragraph hang together: the period of each, parts of a whole, a share said in two ways."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from tui.parse.amounts import Amount, is_same_noun
from tui.parse.calendar import Stretch, shifted
from tui.parse.number_words import NumberWords, length, length_before, number_words
from tui.parse.passage import Passage
from tui.parse.periods import PeriodMention
from tui.parse.units import unit_at

_RESTATING_REACH = 9
"""Most tokens between a number and the percentage that says it again."""
_NEAR = 4
"""Most words between a number and a period that is said of it alone ("12 xã đạt chuẩn năm 2020")."""
_LIST_REACH = 12
"""Most tokens between a period and the colon of the list that it is said of."""
_MOST_PARTS = 40
"""Parts are looked for among this many amounts behind a whole."""
_MEASURED_FROM = ("change", "factor", "percentage")
_WHOLES = ("count", "ratio", "money", "area", "length", "weight", "other")


class Links(Struct, frozen=True, gc=False):
    """What an amount refers to: places in the lists of periods and of amounts of its passage; None for nothing."""

    period: int | None = None
    baseline: int | None = None
    whole: int | None = None
    restates: int | None = None


def resolve(mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """Return the periods with the days of "cùng kỳ", which are those of the period before it in another year."""
    found: list[PeriodMention] = []
    scope: Stretch | None = None
    for mention in mentions:
        stretch = shifted(mention.stretch, scope) if mention.stretch.same else mention.stretch
        found.append(PeriodMention(stretch, mention.role))
        if mention.role in ("scope", "attached"):
            scope = stretch
    return found


def links_of(passage: Passage, amounts: Sequence[Amount], mentions: Sequence[PeriodMention]) -> list[Links]:
    """Return the links of each amount of a passage, in their order."""
    parts = _parts(passage, amounts)
    periods = _periods(passage, amounts, mentions)
    baselines = _baselines(passage, amounts, mentions)
    found: list[Links] = []
    for place, amount in enumerate(amounts):
        whole, restates = parts.get(place), None
        planned = length(passage, amount.last, number_words().plans) > 0
        if amount.kind == "percentage":
            restates = _restated(passage, amounts, place, planned=planned)
        if amount.kind == "percentage" and restates is not None:
            whole = parts.get(restates)
        elif amount.kind == "percentage" and not planned:
            whole = _whole_of_share(passage, amounts, place) if whole is None else whole
        elif amount.kind == "ratio" and passage.key(amount.first - 1) == "(":
            restates = _restated_in_brackets(passage, amounts, place)
        found.append(Links(periods[place], baselines[place], whole, restates))
    return found


def _periods(passage: Passage, amounts: Sequence[Amount], mentions: Sequence[PeriodMention]) -> list[int | None]:
    """Return the period said of each amount: right behind it, in its clause, else the last one before it."""
    breaks = [index for index, key in enumerate(passage.keys) if key == ";"] if ";" in passage.keys else []
    found: list[int | None] = []
    scope: int | None = None
    attached: int | None = None
    upcoming = 0
    for amount in amounts:
        while upcoming < len(mentions) and mentions[upcoming].stretch.first < amount.last:
            if mentions[upcoming].role == "scope":
                scope, attached = upcoming, None
            elif mentions[upcoming].role == "attached":
                attached = None if _said_of_another(passage, mentions[upcoming]) else upcoming
            upcoming += 1
        start, end = passage.sentence(amount.quantity.first)
        behind = mentions[upcoming] if upcoming < len(mentions) else None
        if attached is not None:
            stretch = mentions[attached].stretch
            same_clause = bisect_left(breaks, stretch.last) == bisect_left(breaks, amount.first)
            same_clause = same_clause or _opens_list(passage, stretch.last, breaks)
            attached = attached if start <= stretch.first and same_clause else None
        if behind and behind.role == "attached" and _is_right_behind(passage, amount, behind, end):
            found.append(upcoming)
        else:
            found.append(scope if attached is None else attached)
    return found


def _opens_list(passage: Passage, index: int, breaks: Sequence[int]) -> bool:
    """Tell whether a colon follows, before the next semicolon: a list, of which all is said ("năm 2021 như: A; B")."""
    place = bisect_left(breaks, index)
    end = breaks[place] if place < len(breaks) else len(passage.keys)
    return any(passage.key(inner) == ":" for inner in range(index, min(end, index + _LIST_REACH)))


def _is_right_behind(passage: Passage, amount: Amount, mention: PeriodMention, end: int) -> bool:
    first = mention.stretch.first
    return first - amount.last <= _NEAR and first < end and _only_words(passage, amount.last, first)


def _said_of_another(passage: Passage, mention: PeriodMention) -> bool:
    """Tell whether a period stands right behind a number, so that it is said of that alone."""
    first = mention.stretch.first
    return any(passage.numeral(index) or passage.key(index) == "%" for index in range(max(0, first - 3), first))


def _only_words(passage: Passage, first: int, last: int) -> bool:
    return all(passage.is_word(index) for index in range(first, last))


def _baselines(passage: Passage, amounts: Sequence[Amount], mentions: Sequence[PeriodMention]) -> list[int | None]:
    """Return the period that each change is measured from: the next "so với ..." of its sentence, else one before it.

    Of a percentage it is only the one right behind; levels ("đạt 5 tỷ") part a change from what follows them.
    """
    bases = [number for number, mention in enumerate(mentions) if mention.role == "baseline"]
    firsts = [mentions[number].stretch.first for number in bases]
    found: list[int | None] = []
    level = len(passage.keys)
    for amount in reversed(amounts):
        start, end = passage.sentence(amount.quantity.first)
        place = bisect_left(firsts, amount.last)
        behind = bases[place] if place < len(bases) and firsts[place] < min(end, level) else None
        ahead = bases[place - 1] if place and firsts[place - 1] >= start else None
        if amount.kind in ("change", "factor"):
            found.append(ahead if behind is None else behind)
        else:
            direct = amount.kind == "percentage" and behind is not None
            direct = direct and _only_words(passage, amount.last, mentions[behind or 0].stretch.first)
            found.append(behind if direct else None)
        if amount.kind not in _MEASURED_FROM:
            level = amount.first
    return found[::-1]


def _parts(passage: Passage, amounts: Sequence[Amount]) -> dict[int, int]:
    """Return for each part the whole that it belongs to: "trong đó", "gồm", "trong số 26 chỉ tiêu"."""
    vocabulary, found = number_words(), dict[int, int]()
    for place, whole in enumerate(amounts):
        if whole.kind not in _WHOLES:
            continue
        following = amounts[place + 1].first if place + 1 < len(amounts) else len(passage.keys)
        cue = _cue(passage, whole.last, following, vocabulary)
        announced = length_before(passage, whole.first, vocabulary.wholes_before) > 0
        if cue is None and not announced:
            continue
        end = passage.sentence(cue or whole.first)[1]
        for other in range(place + 1, min(place + 1 + _MOST_PARTS, len(amounts))):
            part = amounts[other]
            if part.first >= end:
                break
            if other not in found and _is_part(part, whole, strict=cue is None):
                found[other] = place
    return found


def _cue(passage: Passage, first: int, last: int, vocabulary: NumberWords) -> int | None:
    """Return the token of the words that begin the parts of a whole, between it and the next amount."""
    for index in range(first, last):
        if passage.keys[index] in vocabulary.part_starts and length(passage, index, vocabulary.parts):
            return index
    return None


def _is_part(part: Amount, whole: Amount, *, strict: bool) -> bool:
    size = whole.quantity.low * whole.quantity.scale
    if part.kind == "percentage":
        return not strict and part.quantity.low <= 100
    if part.kind not in _WHOLES or part.quantity.low * part.quantity.scale > size:
        return False
    return is_same_noun(part, whole) or (not strict and part.kind == whole.kind == "count")


def _restated(passage: Passage, amounts: Sequence[Amount], place: int, *, planned: bool) -> int | None:
    """Return the amount that a percentage says again: "26/46 quy trình, đạt tỷ lệ 57%", "22 chỉ tiêu, chiếm 84%".

    A percentage of a plan (``planned``) says a share again ("13,2 ha/12 ha, đạt 110% kế hoạch"), but no single number.
    """
    before = amounts[place - 1] if place else None
    if before is None or not 0 <= amounts[place].first - before.last <= _RESTATING_REACH:
        return None
    if passage.sentence(before.quantity.first) != passage.sentence(amounts[place].quantity.first):
        return None
    start, firmly, loosely = _restating_words(passage, amounts[place].first)
    if not _only_words(passage, before.last, start):
        return None
    if before.kind == "ratio" and before.quantity.unit and before.quantity.unit.kind != "percentage":
        return place - 1 if firmly or loosely else None
    return place - 1 if firmly and not planned and before.kind in _WHOLES else None


def _restating_words(passage: Passage, place: int) -> tuple[int, bool, bool]:
    """Return where the words before a percentage begin that make it say something again (", đạt tỷ lệ", "(").

    Also whether they do so of any number ("chiếm") or of a share only ("đạt").
    """
    vocabulary, firmly, loosely = number_words(), False, False
    while True:
        if size := length_before(passage, place, vocabulary.restating_before):
            firmly = True
        elif size := length_before(passage, place, vocabulary.restating_shares_before):
            loosely = True
        elif not (size := length_before(passage, place, vocabulary.hedges_before)):
            break
        place -= size
    if passage.key(place - 1) == "(":
        return place - 1, True, loosely
    return place - (passage.key(place - 1) == ","), firmly, loosely


def _restated_in_brackets(passage: Passage, amounts: Sequence[Amount], place: int) -> int | None:
    before = amounts[place - 1] if place else None
    close = before and before.kind == "percentage" and amounts[place].first - before.last <= _RESTATING_REACH
    same = before and passage.sentence(before.quantity.first) == passage.sentence(amounts[place].quantity.first)
    return place - 1 if close and same else None


def _whole_of_share(passage: Passage, amounts: Sequence[Amount], place: int) -> int | None:
    """Return the nearest count before a percentage that counts what it is a share of: "233 hồ sơ, 100% các hồ sơ"."""
    index = amounts[place].last
    index += length(passage, index, number_words().determiners)
    unit = unit_at(passage, index)
    if unit is None or unit.measured:
        return None
    nouns = unit.noun.split()
    for other in range(place - 1, max(-1, place - 1 - _MOST_PARTS), -1):
        counted = amounts[other].quantity.unit
        if amounts[other].kind == "count" and counted and counted.noun.split()[:2] == nouns[:2]:
            return other
    return None
