"""Filtering rows by a query, as one types it: the language of the search, held against what a row itself says.

Words may come in any order, without accents (one that is typed counts) and unfinished; a typing error is not forgiven,
because rows that do not have the words would stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from tui.search.query import COMPARE, DATE_FIELDS, Filter, Query, Word, parse
from tui.search.term import Alternative, Term
from tui.text.clean import Clean, clean_line
from tui.text.fold import spaced
from tui.text.names import variants


class Findable(Struct, frozen=True):
    """What a row can be found by; :func:`findable` makes one."""

    shown: str
    """Everything that the row says, NFC, between spaces."""
    plain: str
    """The same folded, a space for all that is no word."""
    fields: Mapping[str, str]
    """Texts by the fields of the query language; a condition on a field that is not here is not met."""
    day: str | None = None
    """ISO 8601."""
    value: float | None = None
    has: frozenset[str] = frozenset()
    """Words of ``has:`` that hold."""


def findable(
    texts: Iterable[str | None],
    fields: Mapping[str, str],
    day: str | None = None,
    value: float | None = None,
    has: frozenset[str] = frozenset(),
) -> Findable:
    """Return what a row can be found by.

    Args:
        texts: What it says; raw.
        fields: See :class:`Findable`; raw.
        day: ISO 8601.
        value: The number of a figure.
        has: Words of ``has:`` that hold.

    """
    shown = f" {clean_line(' '.join(filter(None, texts)))} "
    return Findable(shown, spaced(shown), {name: clean_line(text) for name, text in fields.items()}, day, value, has)


class _Wanted:
    """A word or phrase; most are told by one look for their beginnings."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._term, spellings = _term(tuple(words))
        accented = any(one.accented for one in spellings)
        self._starts = None if accented else [f" {' '.join(one.tokens)}" for one in spellings]

    def is_in(self, shown: str, plain: str) -> bool:
        if self._starts is not None:
            return any(start in plain for start in self._starts)
        return self._term.occurs(plain, shown)


class Filtering:
    """A query, ready to be held against many rows."""

    def __init__(self, text: str, fields: Sequence[str]) -> None:
        """Take what is typed, and the fields of text that these rows have."""
        self._query: Query = parse(text, fields)
        self._words = [_Wanted(one) for one in (*((word,) for word in self._query.words), *self._query.phrases)]
        self._without = [_Wanted(one) for one in self._query.without]

    @property
    def empty(self) -> bool:
        """Whether all rows are let through."""
        return self._query.empty

    @property
    def note(self) -> Clean:
        """What could not be understood, in the language of the interface; usually nothing."""
        return clean_line(self._query.note)

    def lets_through(self, row: Findable) -> bool:
        """Tell whether a row is what is asked for."""
        if not all(_meets(row, one) != one.negated for one in self._query.filters):
            return False
        shown, plain = row.shown, row.plain
        return all(one.is_in(shown, plain) for one in self._words) and not any(
            one.is_in(shown, plain) for one in self._without
        )


def _meets(row: Findable, one: Filter) -> bool:
    if one.field in DATE_FIELDS:
        low, high = one.low, one.high
        return (
            bool(row.day) and (low is None or str(row.day) >= str(low)) and (high is None or str(row.day) < str(high))
        )
    if one.field in COMPARE:
        return row.value is not None and COMPARE[one.field](row.value, float(one.low or 0))
    if one.field == "has":
        return one.words[0].tokens[0] in row.has
    shown = f" {row.fields.get(one.field, '')} "
    plain = spaced(shown)
    return all(_Wanted((word,)).is_in(shown, plain) for word in one.words)


@lru_cache(256)
def _term(words: tuple[Word, ...]) -> tuple[Term, Sequence[Alternative]]:
    """Return what a word may stand for, or a phrase: its last word may be unfinished, other accents are no match."""
    pieces = tuple(piece for word in words for piece in word.pieces)
    spellings = [pieces]
    if len(pieces) == 1:
        spellings += [(other,) for other in variants(pieces[0])]
    alternatives = [Alternative.of(spelling, strict=True)._replace(unfinished=True) for spelling in spellings]
    return Term(pieces, alternatives), alternatives
