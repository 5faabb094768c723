"""From a request to what may answer it: passages of later sessions at the same place that speak of the same matter.

The matter is in the words of the action, above all in words that stand side by side there ("mạng lưới chợ" is three
syllables and two pairs); what is said in every session of the place weighs little. Nothing here says that a request was
answered: the reader does, by linking the passage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from msgspec import Struct

from tui.across.account import Account
from tui.across.locality import is_same
from tui.across.phrases import Phrases, without
from tui.model import Record
from tui.parse.lexicon import tables
from tui.text.spelling import key
from tui.text.words import words

LEAST = 0.3
"""Share of the weight of a part's words that a passage must hold."""
FEWEST = 2
"""Pairs of words that it must hold, where the part has as many."""
_TELLING = {"report": 1.2, "response": 1.2}
"""What a passage counts more in which the supervised side speaks: that is where answers stand."""
_SPOKEN = frozenset({"body"})

_Terms = frozenset[tuple[str, ...]]


class Passage(NamedTuple):
    """A paragraph of an article: its place in the source text (offsets), its kind, and its words."""

    article_key: str
    day: str
    start: int
    end: int
    kind: str
    text: str


class Answer(Struct, frozen=True, kw_only=True):
    """A passage that may answer a request."""

    passage: Passage
    score: float
    """Share of the weight of the request's words that it holds, 0 to 1 (1.2 where the supervised side speaks)."""
    words: tuple[str, ...]
    """The words that both have, settled and in lower case; what to mark in the passage."""


def later(accounts: Iterable[Account], of: Account) -> list[str]:
    """Return the articles about later sessions at the place of one, by their keys, the earliest first."""
    found = [
        one
        for one in accounts
        if one.day and of.day and one.day > of.day and any(is_same(a, b) for a in one.areas for b in of.areas)
    ]
    return [one.article_key for one in sorted(found, key=lambda one: (one.day or "", one.article_key))]


def passages(article_key: str, day: str, text: str, record: Record) -> Iterable[Passage]:
    """Yield the paragraphs of an article's body."""
    for block in record.blocks:
        if block.zone in _SPOKEN and block.kind not in ("attendance", "heading"):
            yield Passage(article_key, day, block.start, block.end, block.kind, text[block.start : block.end])


def answers(asked: Sequence[str], found: Sequence[Passage], limit: int = 20) -> list[Answer]:
    """Return the passages that speak of the matter of a request, the likeliest first, the earlier before the later.

    Args:
        asked: What was asked, in its own words: the parts of a request that has several, else the whole action. A
            passage that answers one part is as good as one that answers all.
        found: Paragraphs of later sessions at the same place.
        limit: Most answers.

    """
    terms = [_terms(one.text) for one in found]
    best: dict[int, Answer] = {}
    for part in asked:
        wanted = _terms(part)
        held = [some & wanted for some in terms]
        rare = Counter(term for some in held for term in some)
        weight = {term: log(1 + len(found) / (1 + rare[term])) * len(term) for term in wanted}
        whole, pairs = sum(weight.values()), sum(len(term) > 1 for term in wanted)
        for number, some in enumerate(held):
            share = sum(weight[term] for term in some) / whole if whole else 0
            if share >= LEAST and sum(len(term) > 1 for term in some) >= min(FEWEST, pairs):
                made = _answer(found[number], share, some)
                if number not in best or best[number].score < made.score:
                    best[number] = made
    ordered = sorted(
        best.values(), key=lambda one: (-one.score, one.passage.day, one.passage.article_key, one.passage.start)
    )
    return ordered[:limit]


def _answer(passage: Passage, share: float, some: _Terms) -> Answer:
    said = tuple(sorted({word for term in some for word in term}))
    return Answer(passage=passage, score=round(share * _TELLING.get(passage.kind, 1), 3), words=said)


def _terms(text: str) -> _Terms:
    """Return the words of a text and the pairs that stand side by side, without those that say nothing."""
    kept = without([key(word) for word in words(text)], _idle())
    return frozenset([*((word,) for word in kept), *pairwise(kept)])


@cache
def _idle() -> Phrases:
    lists = (*tables()["comparing"]["idle"], *tables()["comparing"]["asking"])
    return Phrases(tuple(key(word) for word in words(phrase)) for phrase in lists)
