"""Subjects: which words beside a number tell a reader what it is about."""

from __future__ import annotations

from collections.abc import Container

from tui.parse.amounts import Amount
from tui.parse.number_words import NumberWords, length, length_before, number_words
from tui.parse.passage import Passage

MOST_WORDS = 16
"""A subject is cut after this many words."""

_ENDS = frozenset(',;:.?!…()"“”')
_LEAST_BEHIND = 2
"""From this many words more than the unit on, what follows a count says enough."""


def subject_of(
    passage: Passage, amount: Amount, dated: Container[int], before: int, after: int
) -> tuple[int, int] | None:
    """Return the tokens, half-open, that say what an amount is about; None where nothing is said.

    Of a count what follows ("hồ sơ đã giải quyết đúng hạn"), of a measure or a change what stands before ("tổng thu
    ngân sách"). ``dated`` are the tokens of dates and periods; the amounts beside it end at the token ``before`` and
    begin at ``after``.
    """
    vocabulary, unit = number_words(), amount.quantity.unit
    counted = unit is not None and amount.kind in ("count", "ratio") and not unit.measured
    behind = _behind(passage, unit.first if unit and counted else amount.last, amount.last, after, dated)
    ahead = _ahead(passage, amount.first, before, dated)
    if unit and counted:
        bare = length(passage, unit.first, vocabulary.bare_units) == unit.last - unit.first
        says = behind is not None and behind[1] - unit.last >= _LEAST_BEHIND
        return behind if says and not bare else ahead or behind
    if behind and (
        amount.kind == "duration" or (amount.kind == "percentage" and _is_share_of(passage, amount, behind))
    ):
        return behind
    if ahead or behind is None or length(passage, behind[0], vocabulary.stops):
        return ahead
    return None if length(passage, behind[0], vocabulary.plans) else behind


def subject_text(passage: Passage, amount: Amount, subject: tuple[int, int]) -> str:
    """Return a subject as people read it: a verb right before a count with what is counted ("cắt giảm quy trình")."""
    unit, words = amount.quantity.unit, passage.text(*subject)
    if unit is None or amount.kind not in ("count", "ratio") or unit.measured or subject[1] != amount.first:
        return words
    bare = length(passage, unit.first, number_words().bare_units) == unit.last - unit.first
    return words if bare else f"{words} {unit.text}"


def _is_share_of(passage: Passage, amount: Amount, behind: tuple[int, int]) -> bool:
    """Tell whether a noun follows a percentage that it is a share of ("100% các hồ sơ"), no plan ("98% kế hoạch")."""
    vocabulary, index = number_words(), amount.last
    first = index + length(passage, index, vocabulary.determiners)
    noun = first < behind[1] and not length(passage, first, vocabulary.stops) and not passage.is_capital(first)
    return noun and not length(passage, index, vocabulary.plans)


def _behind(passage: Passage, first: int, last: int, after: int, dated: Container[int]) -> tuple[int, int] | None:
    end = last
    while end < after and end - first < MOST_WORDS and end not in dated and passage.key(end) not in _ENDS:
        end += 1
    while end > last and (size := length_before(passage, end, number_words().subject_ends_before)):
        end -= size
    return (first, max(end, last)) if end > first else None


def _ahead(passage: Passage, last: int, before: int, dated: Container[int]) -> tuple[int, int] | None:
    vocabulary = number_words()
    last = _without_ends(passage, last, vocabulary)
    while last > before and last - 1 in dated:
        last -= 1
    last = _without_ends(passage, last, vocabulary)
    first = last
    while (
        first > before and last - first < MOST_WORDS and first - 1 not in dated and passage.key(first - 1) not in _ENDS
    ):
        first -= 1
    if 0 < before == first:
        first += length(passage, first, vocabulary.plans)
        if first == before and length(passage, first, vocabulary.stops) and passage.key(first) != "và":
            return None
    while first < last and length(passage, first, vocabulary.subject_starts):
        first += 1
    return (first, last) if last > first else None


def _without_ends(passage: Passage, last: int, vocabulary: NumberWords) -> int:
    """Return the token after a subject without the verbs and hedges at its end ("ước đạt khoảng")."""
    while size := max(
        length_before(passage, last, vocabulary.subject_ends_before),
        length_before(passage, last, vocabulary.hedges_before),
    ):
        last -= size
    return last
