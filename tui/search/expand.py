"""From what was typed to what it may stand for: spellings, keyboard readings, short forms, typing errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from tui.search.query import Word
from tui.search.term import Alternative, Run, Term
from tui.search.vocabulary import Vocabulary
from tui.text.names import variants
from tui.text.telex import readings

MOST_NEAR = 24
"""Most words that a mistyped word may stand for."""


class Abbreviations(Protocol):
    """Short forms and what they stand for, as folded tokens (``KT-XH`` has two)."""

    def expansions(self, short: Run) -> Sequence[Run]:
        """Return what a short form stands for."""

    def short_forms(self, words: Sequence[str]) -> Mapping[int, tuple[int, Run]]:
        """Return the short forms of runs in a row of words: where a run begins, its length, and the form."""


def phrase(words: Sequence[Word]) -> Term:
    """Return the term of words that must stand together as they were typed."""
    typed = tuple(piece for word in words for piece in word.pieces)
    return Term(typed, [Alternative.of(typed, strict=True)])


def expand(
    words: Sequence[Word],
    vocabulary: Vocabulary,
    abbreviations: Abbreviations,
    *,
    near: bool = False,
    typing: bool = False,
) -> tuple[Term, ...]:
    """Return the terms of a query's words; a term without alternatives stands nowhere.

    Args:
        words: The words as typed.
        vocabulary: What occurs in the corpus; what does not is no alternative.
        abbreviations: Short forms, taken both ways.
        near: Typing errors are forgiven.
        typing: The last word may be unfinished.

    """
    shortened: dict[int, Run] = {}
    single = [word.tokens[0] if len(word.tokens) == 1 else "" for word in words]
    for first, (size, form) in abbreviations.short_forms(single).items():
        shortened.update(dict.fromkeys(range(first, first + size), form))
    terms = []
    for index, word in enumerate(words):
        found = list(_alternatives(word, vocabulary, abbreviations))
        if index in shortened:
            found.append(Alternative(shortened[index]))
        if typing and index == len(words) - 1:
            found += _beginnings(word, vocabulary)
        if near:
            found += _near(word, vocabulary)
        terms.append(Term(word.pieces, [one for one in found if _occurs(one, vocabulary)]))
    return tuple(terms)


def _alternatives(word: Word, vocabulary: Vocabulary, abbreviations: Abbreviations) -> Iterator[Alternative]:
    yield Alternative.of(word.pieces)
    for expansion in abbreviations.expansions(word.tokens):
        yield Alternative(expansion)
    for pieces in vocabulary.segments("".join(word.tokens)):
        yield Alternative(pieces)
    if len(word.pieces) > 1:
        return
    piece = word.pieces[0]
    for other in variants(piece):
        yield Alternative.of((other,))
    if piece.isascii():
        for reading in readings(piece):
            yield Alternative.of((reading,))


def _beginnings(word: Word, vocabulary: Vocabulary) -> Iterator[Alternative]:
    *done, last = word.tokens
    runs = tuple((*done, other) for other in vocabulary.starting(last) if other != last)
    if runs:
        yield Alternative((*done, last), word.pieces, beginning_of=runs)


def _occurs(alternative: Alternative, vocabulary: Vocabulary) -> bool:
    return all(token in vocabulary for run in alternative.runs[:1] for token in run)


def _near(word: Word, vocabulary: Vocabulary) -> Iterator[Alternative]:
    if len(word.tokens) == 1:
        for other in vocabulary.near(word.tokens[0])[:MOST_NEAR]:
            yield Alternative((other,), near=True)
