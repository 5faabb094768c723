"""Which rows to look at: from terms to what an index is asked for, the likeliest first.

Every syllable of Vietnamese is common, so that a row which has all words of a query is usually a row about something
else. Pairs of words that stand together tell rows apart. So the index is first asked for rows in which all words stand
together in the order of the query, then for those in which each word stands beside another one of the query (a name and
a place, in any order), and only when nothing good was found for all words anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.library.index.engine import OneOf, Run
from tui.library.index.fields import pair, pairs_of
from tui.search.term import Alternative, Term
from tui.search.vocabulary import Vocabulary

MOST_RUNS = 12
"""Most runs that are asked for in the place of one word or pair; of those that only begin alike the commonest."""
MANY, NEAR = 6, 2
"""Words up to which each is looked for beside any other one; of more, beside those that are so near in the query."""

Every = Sequence[OneOf]


class Plan:
    """The stages of one query, each as what the index must have of a row."""

    def __init__(self, terms: Sequence[Term], phrases: Sequence[Term], vocabulary: Vocabulary) -> None:
        """Take the terms in their order, and phrases that a row must hold whatever else it does."""
        self._terms = terms
        self._vocabulary = vocabulary
        self._phrases = [self._single(one) for one in phrases]
        self._links: dict[tuple[int, int], OneOf] = {}

    def together(self) -> Iterator[Every]:
        """Yield what rows hold in which the words stand together, the likeliest first."""
        many = len(self._terms)
        if any(not term.alternatives for term in self._terms):
            return
        if many < 2:
            yield self.anywhere()
            return
        yield from self._asked(self._link(index, index + 1) for index in range(many - 1))
        if many > 2:
            yield from self._asked(self._beside(index) for index in range(many))

    def apart(self) -> Iterator[Every]:
        """Yield what rows hold that have all words, but perhaps nowhere near each other."""
        if len(self._terms) > 1:
            yield from self._asked(map(self._single, self._terms))

    def anywhere(self) -> Every:
        """Return what a row holds that has all terms somewhere."""
        return [*self._phrases, *map(self._single, self._terms)]

    def _asked(self, every: Iterator[OneOf]) -> Iterator[Every]:
        """Yield a stage, unless something of it occurs nowhere."""
        asked = list(every)
        if all(asked):
            yield [*self._phrases, *asked]

    def _beside(self, index: int) -> OneOf:
        """Return the links of a word with others in any order, as far as they occur; of many words with near ones."""
        reach = len(self._terms) if len(self._terms) <= MANY else NEAR
        others = [
            other for other in range(max(0, index - reach), min(len(self._terms), index + reach + 1)) if other != index
        ]
        runs = [run for other in others for run in (*self._link(index, other), *self._link(other, index))]
        return list(dict.fromkeys(map(tuple, runs)))[:MOST_RUNS]

    def _single(self, term: Term) -> OneOf:
        """Return the runs of a term."""
        runs: list[Run] = []
        for one in term.alternatives:
            for tokens in self._finished(one):
                runs.append(tuple(pairs_of(tokens)) or tokens)
        return runs[: 2 * MOST_RUNS]

    def _finished(self, one: Alternative) -> Iterator[tuple[str, ...]]:
        """Yield the words of an alternative; of an unfinished one those that it may become."""
        if not one.unfinished:
            yield one.tokens
            return
        *done, last = one.tokens
        for other in self._vocabulary.starting(last, MOST_RUNS):
            yield (*done, other)

    def _link(self, one: int, other: int) -> OneOf:
        """Return the runs that are one term and another one right after it, as far as they occur."""
        if (one, other) not in self._links:
            self._links[one, other] = list(self._linked(self._terms[one], self._terms[other]))
        return self._links[one, other]

    def _linked(self, one: Term, other: Term) -> Iterator[Run]:
        found: dict[Run, int] = {}
        wanted: list[tuple[str, Run]] = []
        for before in one.alternatives:
            if before.unfinished:
                continue
            for after in other.alternatives:
                if before.short and after.short and before.tokens == after.tokens:
                    found[before.tokens] = self._vocabulary.count(before.tokens[0])
                elif after.unfinished and len(after.tokens) == 1:
                    begun = pair(before.tokens[-1], after.tokens[0])
                    for link, rows in self._vocabulary.pairs_beginning(begun, MOST_RUNS).items():
                        found[(*pairs_of(before.tokens), link)] = rows
                else:
                    link = pair(before.tokens[-1], after.tokens[0])
                    wanted.append((link, (*pairs_of(before.tokens), link, *pairs_of(after.tokens))))
        counts = self._vocabulary.pairs(link for link, _ in wanted)
        for link, run in wanted:
            if counts[link]:
                found[run] = counts[link]
        yield from sorted(found, key=lambda run: -found[run])[:MOST_RUNS]
