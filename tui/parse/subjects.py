"""Subjects: which words beside a number tell a reader what it is about."""

from __future__ import annotations

from collections.abc import Container

from tui.parse.amounts import Amount
from tui.parse.number_words import length, length_before, number_words
from tui.parse.passage import Passage

MOST_WORDS = 16
"""A subject is cut after this many words."""

_ENDS = frozenset(',;:.?!…()"“”')
_LEAST_BEHIND = 2


def subject_of(passage: Passage, amount: Amount, busy: Container[int]) -> tuple[int, int] | None:
    """Return the tokens, half-open, that say what an amount is about; None where nothing is said.

    Of a count what follows ("hồ sơ đã giải quyết đúng hạn"), of a measure or a change what stands before ("tổng thu
    ngân sách"). ``busy`` are the tokens of periods and of other amounts, where a subject ends.
    """
    vocabulary, unit = number_words(), amount.quantity.unit
    counted = amount.kind in ("count", "ratio") and unit is not None and not unit.measured
    behind = _behind(passage, amount, counted, busy)
    ahead = _ahead(passage, amount, busy)
    bare = unit is not None and length(passage, unit.first, vocabulary.bare_units) == unit.last - unit.first
    if counted and not bare and behind and (ahead is None or behind[1] - behind[0] > _LEAST_BEHIND):
        return behind
    if amount.kind == "percentage" and behind and not length(passage, amount.last, vocabulary.plans):
        first = amount.last + length(passage, amount.last, vocabulary.determiners)
        if first < behind[1] and not length(passage, first, vocabulary.stops):
            return behind
    return ahead or behind


def _behind(passage: Passage, amount: Amount, counted: bool, busy: Container[int]) -> tuple[int, int] | None:
    unit = amount.quantity.unit
    first = unit.first if counted and unit else amount.last
    last = amount.last
    while last - first < MOST_WORDS and last < len(passage.tokens) and last not in busy:
        if passage.key(last) in _ENDS:
            break
        last += 1
    return (first, last) if last > first else None


def _ahead(passage: Passage, amount: Amount, busy: Container[int]) -> tuple[int, int] | None:
    vocabulary = number_words()
    last = amount.first
    while last and (size := max(length_before(passage, last, words) for words in (
        vocabulary.subject_ends_before, vocabulary.hedges_before, vocabulary.softeners_before
    ))):  # fmt: skip
        last -= size
    first = last
    while first and last - first < MOST_WORDS and first - 1 not in busy and passage.key(first - 1) not in _ENDS:
        first -= 1
    while first < last and passage.key(first) in ("và", "đã", "của", "thì", "mà"):
        first += 1
    return (first, last) if last > first else None
