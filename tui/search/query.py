"""The query language: words, phrases, exclusions and fields. Any text is a query; what makes no sense is explained."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from tui.messages import say
from tui.search.values import bounds, near_match, number
from tui.text.clean import Clean, clean_line
from tui.text.fold import fold
from tui.text.regex import regex
from tui.text.words import words

_YEAR = regex(r"\d{4}")

TextField = Literal["who", "role", "org", "place", "theme", "side", "unit", "kind", "tag", "has"]
TEXT_FIELDS = ("who", "role", "org", "place", "theme", "side", "unit", "kind", "tag", "has")
DATE_FIELDS = ("after", "before", "year")
FIELDS = (*TEXT_FIELDS, *DATE_FIELDS)
HAS = ("note", "star", "tag", "figure", "request", "correction")
SIDES = ("supervising", "supervised", "attending", "unknown")

PIECE = regex(
    r"""(?P<minus>-?)
        (?:(?P<field>[^\W\d_]+):(?=\S)|value(?P<operator>>=|<=|>|<|=)(?=\S))?
        (?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<bare>\S+))""",
    re.VERBOSE | re.IGNORECASE,
)
"""One word, phrase or condition of a query."""
_UNFINISHED = regex(rf"-?(?:(?:{'|'.join(FIELDS)}):|value[<>=]+)\"*", re.IGNORECASE)
"""A condition whose value is still to be typed."""


class Word(Struct, frozen=True):
    """One word as typed, in NFC; ``26/46`` has two pieces, which must stand together."""

    pieces: tuple[str, ...]

    @property
    def tokens(self) -> tuple[str, ...]:
        """The pieces folded."""
        return tuple(fold(piece) for piece in self.pieces)


class Filter(Struct, frozen=True):
    """A condition on a field: ``words`` of text fields; ``low`` (included) and ``high`` (not) of dates and numbers."""

    field: str
    words: tuple[Word, ...] = ()
    low: str | float | None = None
    high: str | float | None = None
    negated: bool = False


class Query(Struct, frozen=True):
    """A query as it was understood; ``note`` says what was not, in the language of the interface."""

    text: str
    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[Word, ...], ...] = ()
    without: tuple[tuple[Word, ...], ...] = ()
    filters: tuple[Filter, ...] = ()
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing at all is asked for."""
        return not (self.words or self.phrases or self.without or self.filters)


class _Condition(NamedTuple):
    """What a field and its value came to: a condition, or why they are none.

    ``known`` tells that the field's name was meant as one, so that it is no word to look for.
    """

    filter: Filter | None
    note: Clean = Clean("")
    known: bool = True


def split(text: str) -> tuple[Word, ...]:
    """Return the words of plain text, parted at spaces."""
    chunks = unicodedata.normalize("NFC", text).split()
    return tuple(Word(pieces) for chunk in chunks if (pieces := words(chunk)))


def parse(text: str, fields: Sequence[str] = TEXT_FIELDS) -> Query:
    """Return what a query asks for; never raises. ``fields`` are those of text that there are."""
    plain: list[Word] = []
    phrases: list[tuple[Word, ...]] = []
    without: list[tuple[Word, ...]] = []
    filters: list[Filter] = []
    notes: list[Clean] = []
    for match in PIECE.finditer(unicodedata.normalize("NFC", text)):
        value = match["bare"] if match["quoted"] is None else match["quoted"]
        if _UNFINISHED.fullmatch(match[0]):
            continue
        if match["quoted"] is not None and not match["closed"]:
            notes.append(say("The quotation mark is not closed; the phrase goes on to the end."))
        if match["field"] or match["operator"]:
            made = _condition(match["field"], match["operator"], value, fields)
            if made.filter is not None:
                negated = bool(match["minus"])
                filters.append(Filter(made.filter.field, made.filter.words, made.filter.low, made.filter.high, negated))
                continue
            notes.append(made.note)
            plain += split(value if made.known else match[0].removeprefix("-"))
            continue
        found = split(value)
        if not found:
            continue
        if match["minus"]:
            without.append(found)
        elif match["quoted"] is not None:
            phrases.append(found)
        else:
            plain += found
    return Query(text, tuple(plain), tuple(phrases), tuple(without), tuple(filters), " ".join(dict.fromkeys(notes)))


def _condition(field: str | None, operator: str | None, value: str, fields: Sequence[str]) -> _Condition:
    """Read ``field:value`` or ``value>number``."""
    if operator:
        return _number_condition(operator, value)
    name = fold(field or "")
    if name in DATE_FIELDS:
        return _date_condition(name, value)
    if name not in fields:
        near = near_match(name, (*fields, *DATE_FIELDS))
        shown = clean_line(field or "")
        if near:
            note = say(
                "There is no field “{field}:”; did you mean “{near}:”? It was searched as words.",
                field=shown,
                near=Clean(near),
            )
        else:
            note = say("There is no field “{field}:”; it was searched as words.", field=shown)
        return _Condition(None, note, known=near is not None)
    asked = split(value)
    allowed = {"has": HAS, "side": SIDES}.get(name)
    if not asked or (allowed and fold(value.strip()) not in allowed):
        return _Condition(
            None, say("“{field}:” takes {values}.", field=Clean(name), values=Clean(", ".join(allowed or ("…",))))
        )
    return _Condition(Filter(name, asked))


def _date_condition(name: str, value: str) -> _Condition:
    span = bounds(value)
    if span is None or (name == "year" and not _YEAR.fullmatch(value)):
        note = say(
            "“{value}” is no date for “{field}:”; write 2024, 5/2024 or 8/5/2024.",
            value=clean_line(value),
            field=Clean(name),
        )
        return _Condition(None, note)
    low, high = span
    if name == "after":
        return _Condition(Filter(name, low=low))
    if name == "before":
        return _Condition(Filter(name, high=low))
    return _Condition(Filter(name, low=low, high=high))


def _number_condition(operator: str, value: str) -> _Condition:
    found = number(value)
    if found is None:
        return _Condition(
            None, say("“{value}” is no number; write value>1000 or value<=12,5.", value=clean_line(value))
        )
    return _Condition(Filter(f"value{operator}", low=found))


COMPARE: dict[str, Callable[[float, float], bool]] = {
    "value>": lambda have, asked: have > asked,
    "value>=": lambda have, asked: have >= asked,
    "value<": lambda have, asked: have < asked,
    "value<=": lambda have, asked: have <= asked,
    "value=": lambda have, asked: have == asked,
}
"""How a figure's value is held against the number of a condition."""
