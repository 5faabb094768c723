"""Conditions of a query, held against a row: ``place:"mê linh"``, ``after:2023``, ``value>1000``."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache

from tui.search.query import COMPARE, DATE_FIELDS, Filter, Word
from tui.search.rows import Row
from tui.search.term import Alternative, Term
from tui.sections import Section
from tui.text.clean import clean_line
from tui.text.fold import fold
from tui.text.names import variants

OWN: dict[str, frozenset[Section]] = {
    "who": frozenset({"people", "figures", "requests", "passages"}),
    "role": frozenset({"people"}),
    "org": frozenset({"people", "requests"}),
    "side": frozenset({"people"}),
    "unit": frozenset({"figures"}),
    "kind": frozenset({"figures", "requests"}),
}
"""In which sections a field is a row's own; in all others it is that of the session, if a session has it."""


Added = Mapping[str, Container[str]]
"""What the user added, by the word of ``has:``: the keys of the articles that have it; of ``tag`` with their tags."""


def passes(row: Row, condition: Filter, added: Added) -> bool:
    """Tell whether a row meets a condition; one that a section can't meet leaves it empty."""
    return _holds(row, condition, added) != condition.negated


def _holds(row: Row, condition: Filter, added: Added) -> bool:
    name = condition.field
    if name == "has" and condition.words[0].tokens[0] in added:
        return row.session.article_key in added[condition.words[0].tokens[0]]
    if name == "tag":
        tags = added.get("tag")
        return isinstance(tags, Mapping) and _any_holds(tags.get(row.session.article_key, ()), condition.words)
    if name in DATE_FIELDS:
        day = row.session.order
        low, high = condition.low, condition.high
        return bool(day) and (low is None or day >= str(low)) and (high is None or day < str(high))
    if name in COMPARE:
        return row.value is not None and COMPARE[name](row.value, float(condition.low or 0))
    if name in OWN and row.section in OWN[name]:
        return _any_holds(row.facts.get(name, ()), condition.words)
    return _any_holds(row.session.facts.get(name, ()), condition.words)


def _any_holds(texts: Iterable[str], words: Sequence[Word]) -> bool:
    return any(_text_holds(text, words) for text in texts)


def _text_holds(text: str, wanted: Sequence[Word]) -> bool:
    """Tell whether a text holds all words of a condition, in any order; accents that were typed must agree."""
    shown, folded = _prepared(text)
    return all(any(term.finds(shown, folded)) for term in map(_term, wanted))


@lru_cache(4096)
def _prepared(text: str) -> tuple[str, str]:
    shown = clean_line(text)
    return shown, fold(shown)


@lru_cache(256)
def _term(word: Word) -> Term:
    spellings = [word.pieces]
    if len(word.pieces) == 1:
        spellings += [(other,) for other in variants(word.pieces[0])]
    return Term(word.pieces, [Alternative.of(spelling, strict=True) for spelling in spellings])
