"""From what is typed above a list to what the index is asked for: all words, in any order, the last one unfinished."""

from __future__ import annotations

from typing import NamedTuple

from tui.library.index.engine import Ask, Conditions
from tui.library.index.tables import Table
from tui.search.conditions import Conditioned
from tui.search.corpus import Corpus
from tui.search.expand import Expansion, phrase
from tui.search.plan import Plan
from tui.search.query import parse
from tui.text.clean import Clean, clean_line

_NOBODY = Conditions(keys=())


class Narrowed(NamedTuple):
    """What a table is asked for, and what could not be understood of what was typed; usually nothing."""

    ask: Ask
    note: Clean


def narrow(text: str, corpus: Corpus, table: Table, *, typing: bool = True) -> Narrowed:
    """Return what rows of a table hold that a query lets through; never raises for any text.

    Spellings, keyboard readings and short forms are taken as in a search, a typing error only in words that occur
    nowhere. Accents don't count: what is typed with them is found without, too.

    Args:
        text: Words and fields in the query language; nothing lets all through.
        corpus: The index, and what the user added to its articles.
        table: People, figures or requests.
        typing: The last word may be unfinished.

    """
    asked, now = parse(text), corpus.snapshot()
    unfinished = typing and not text.endswith((" ", '"'))
    expansion = Expansion(asked.words, now.vocabulary, now.short_forms, typing=unfinished)
    terms = expansion.terms()
    if any(not term.alternatives for term in terms):
        terms = next(expansion.mistyped(), terms)
    conditions = Conditioned(table, asked.filters, corpus.added, corpus.keys)
    ask = conditions.ask(Plan(terms, tuple(map(phrase, asked.phrases)), now.vocabulary).anywhere())
    none = [runs for one in asked.without for runs in Plan((phrase(one),), (), now.vocabulary).anywhere()]
    ask = ask._replace(none=[runs for runs in none if runs])
    return Narrowed(ask._replace(session=_NOBODY) if conditions.impossible else ask, clean_line(asked.note))
