"""Conditions in the text of a query, for lines in which they are put and taken away without typing."""

from __future__ import annotations

from typing import NamedTuple

from tui.search.query import PIECE, parse
from tui.text.clean import Clean, clean_line
from tui.text.regex import regex

_SPACE = regex(r"\s")


class Condition(NamedTuple):
    """A condition as it stands in a query: its text, where it is, and whether it excludes."""

    field: str
    words: Clean
    start: int
    end: int
    negated: bool


def conditions(query: str) -> list[Condition]:
    """Return the conditions of a query that were understood, in their order."""
    found = []
    for match in PIECE.finditer(query):
        if not (match["field"] or match["operator"]) or not parse(match[0]).filters:
            continue
        value = match["bare"] if match["quoted"] is None else match["quoted"]
        field = match["field"].lower() if match["field"] else f"value{match['operator']}"
        found.append(Condition(field, clean_line(value), *match.span(), bool(match["minus"])))
    return found


def has_condition(query: str, field: str, value: str) -> bool:
    """Tell whether a query asks for a value of a field, however it is written there."""
    return any(_is(one, field, value) for one in conditions(query))


def toggled(query: str, field: str, value: str) -> str:
    """Return a query with a condition, or without it where it has it already."""
    left = [one for one in conditions(query) if _is(one, field, value)]
    for one in reversed(left):
        query = _without(query, one)
    if left:
        return query
    shown = value.replace('"', " ")
    written = f'"{shown}"' if _SPACE.search(shown) else shown
    return f"{query.rstrip()} {field}:{written} ".lstrip()


def without_last(query: str) -> str:
    """Return a query without its last condition."""
    found = conditions(query)
    return _without(query, found[-1]) if found else query


def without_nth(query: str, nth: int) -> str:
    """Return a query without one of its conditions, counted from 0."""
    found = conditions(query)
    return _without(query, found[nth]) if nth < len(found) else query


def _is(one: Condition, field: str, value: str) -> bool:
    asked, wanted = (parse(f'{field}:"{words.casefold()}"').filters for words in (one.words, value))
    return one.field == field and not one.negated and asked == wanted


def _without(query: str, one: Condition) -> str:
    before, after = query[: one.start].rstrip(), query[one.end :].lstrip()
    return f"{before} {after}".strip()
