"""From what was typed to what it may stand for: spellings, keyboard readings, short forms, typing errors."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Protocol

from tui.search.query import Word
from tui.search.term import Alternative, Run, Term
from tui.search.tokens import INITIALS
from tui.search.vocabulary import Vocabulary
from tui.text.names import variants
from tui.text.telex import readings

MOST_INITIALS = 6
"""Most letters that are taken for the initials of a name."""
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


class Expansion:
    """The words of a query and what they may stand for in a corpus."""

    def __init__(
        self, words: Sequence[Word], vocabulary: Vocabulary, abbreviations: Abbreviations, *, typing: bool = False
    ) -> None:
        """Expand words.

        Args:
            words: The words as typed.
            vocabulary: What occurs in the corpus; what does not is no alternative.
            abbreviations: Short forms, taken both ways.
            typing: The last word may be unfinished.

        """
        self._words = words
        self._vocabulary = vocabulary
        shortened: dict[int, Run] = {}
        single = [word.tokens[0] if len(word.tokens) == 1 else "" for word in words]
        for first, (size, form) in abbreviations.short_forms(single).items():
            shortened.update(dict.fromkeys(range(first, first + size), form))
        self._exact: list[list[Alternative]] = []
        for index, word in enumerate(words):
            found = list(_alternatives(word, vocabulary, abbreviations))
            if index in shortened:
                found.append(Alternative(shortened[index]))
            if typing and index == len(words) - 1:
                found += _beginnings(word, vocabulary)
            self._exact.append([one for one in found if _occurs(one, vocabulary)])

    def terms(self, mistyped: Container[int] = ()) -> tuple[Term, ...]:
        """Return the terms of the words, some of them (by their numbers) perhaps mistyped.

        A term without alternatives stands nowhere.
        """
        return tuple(
            Term(word.pieces, [*exact, *(self._near(index) if index in mistyped else ())])
            for index, (word, exact) in enumerate(zip(self._words, self._exact, strict=True))
        )

    def mistyped(self) -> Iterator[list[tuple[Term, ...]]]:
        """Yield ways to forgive typing errors, fewest first, each as variants of the terms.

        First in the words that occur nowhere, then in one more, then in all.
        """
        unknown = {index for index, exact in enumerate(self._exact) if not exact}
        others = [index for index in range(len(self._words)) if index not in unknown and self._near(index)]
        if any(not self._near(index) for index in unknown):
            return
        if unknown:
            yield [self.terms(unknown)]
        if others:
            yield [self.terms(unknown | {index}) for index in others]
        if len(others) > 1:
            yield [self.terms(unknown | set(others))]

    def _near(self, index: int) -> list[Alternative]:
        tokens = self._words[index].tokens
        if len(tokens) != 1:
            return []
        return [Alternative((other,), near=True) for other in self._vocabulary.near(tokens[0])[:MOST_NEAR]]


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
    if piece.isalpha() and 2 <= len(piece) <= MOST_INITIALS:
        yield Alternative((INITIALS + piece.lower(),), loose=True)
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
