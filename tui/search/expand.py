"""From what was typed to what it may stand for: spellings, keyboard readings, short forms, typing errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.library.index.fields import INITIALS, pair
from tui.search.query import Word
from tui.search.short_forms import ShortForms
from tui.search.term import Alternative, Run, Term
from tui.search.vocabulary import Vocabulary
from tui.text.names import variants
from tui.text.telex import readings

MOST_INITIALS = 6
"""Most letters that are taken for the initials of a name."""
MOST_NEAR, MOST_ELSEWHERE = 8, 4
"""Most words that a mistyped word may stand for: of those that stand beside its neighbours, and of others."""


def phrase(words: Sequence[Word]) -> Term:
    """Return the term of words that must stand together as they were typed."""
    typed = tuple(piece for word in words for piece in word.pieces)
    return Term(typed, [Alternative.of(typed, strict=True)])


class Expansion:
    """The words of a query and what they may stand for in a corpus."""

    def __init__(
        self, words: Sequence[Word], vocabulary: Vocabulary, short_forms: ShortForms, *, typing: bool = False
    ) -> None:
        """Expand words.

        Args:
            words: The words as typed.
            vocabulary: What occurs in the corpus; what does not is no alternative.
            short_forms: Short forms, taken both ways.
            typing: The last word may be unfinished.

        """
        self._words = words
        self._vocabulary = vocabulary
        shortened: dict[int, Run] = {}
        single = [word.tokens[0] if len(word.tokens) == 1 else "" for word in words]
        for first, (size, form) in short_forms.short_forms(single).items():
            shortened.update(dict.fromkeys(range(first, first + size), form))
        self._exact: list[list[Alternative]] = []
        for index, word in enumerate(words):
            found = list(_alternatives(word, vocabulary, short_forms))
            if index in shortened:
                found.append(Alternative(shortened[index], short=True))
            known = [one for one in found if all(token in vocabulary for token in one.tokens)]
            if typing and index == len(words) - 1:
                known += _beginning(word, vocabulary)
            self._exact.append(known)

    def terms(self) -> tuple[Term, ...]:
        """Return the terms of the words as typed; one without alternatives stands nowhere."""
        return tuple(Term(word.pieces, exact) for word, exact in zip(self._words, self._exact, strict=True))

    def mistyped(self) -> Iterator[tuple[Term, ...]]:
        """Yield ways to forgive typing errors, the fewest and likeliest first.

        First in words that occur nowhere; then also in those that never stand beside their neighbours; then in any.
        """
        unknown = {index for index, exact in enumerate(self._exact) if not exact}
        if any(not self._near(index) for index in unknown):
            return
        if unknown:
            yield self._with(unknown)
        strange = {index for index in range(len(self._words)) if index in unknown or self._is_strange(index)}
        if strange - unknown:
            yield self._with(strange)
        others = {index for index in range(len(self._words)) if self._near(index)}
        if others - strange:
            yield self._with(others)

    def _with(self, mistyped: set[int]) -> tuple[Term, ...]:
        return tuple(
            Term(word.pieces, [*self._exact[index], *(self._likely(index) if index in mistyped else ())])
            for index, word in enumerate(self._words)
        )

    def _likely(self, index: int) -> list[Alternative]:
        """Return what a mistyped word may stand for: words that stand beside its neighbours, else the commonest."""
        near = self._near(index)
        beside = [word for word in near if self._stands_beside(index, word)] if len(self._words) > 1 else near
        kept = beside[:MOST_NEAR] if beside else near[:MOST_ELSEWHERE]
        return [Alternative((word,), near=True) for word in kept]

    def _near(self, index: int) -> tuple[str, ...]:
        tokens = self._words[index].tokens
        return self._vocabulary.near(tokens[0]) if len(tokens) == 1 else ()

    def _is_strange(self, index: int) -> bool:
        """Tell whether a word stands beside its neighbours nowhere."""
        tokens = self._words[index].tokens
        return len(self._words) > 1 and len(tokens) == 1 and not self._stands_beside(index, tokens[0])

    def _stands_beside(self, index: int, word: str) -> bool:
        """Tell whether a word stands somewhere after the word before it, or before the one after it."""
        before = self._exact[index - 1] if index else ()
        after = self._exact[index + 1] if index + 1 < len(self._exact) else ()
        pairs = [pair(one.tokens[-1], word) for one in before] + [pair(word, one.tokens[0]) for one in after]
        counts = self._vocabulary.pairs(pairs)
        return any(counts[one] for one in pairs)


def _alternatives(word: Word, vocabulary: Vocabulary, short_forms: ShortForms) -> Iterator[Alternative]:
    yield Alternative.of(word.pieces)
    for expansion in short_forms.expansions(word.tokens):
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


def _beginning(word: Word, vocabulary: Vocabulary) -> Iterator[Alternative]:
    """Yield the word as the beginning of others."""
    *done, last = word.tokens
    if all(token in vocabulary for token in done) and any(other != last for other in vocabulary.starting(last, 2)):
        yield Alternative(word.tokens, word.pieces, unfinished=True)
