"""The way in: a query and a corpus give results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.search.corpus import Corpus, Need
from tui.search.expand import Expansion, phrase
from tui.search.hits import hit
from tui.search.match import Match, match, occurs
from tui.search.query import Query, parse
from tui.search.results import Found, Results
from tui.search.term import Term
from tui.sections import SECTIONS, Section

MOST_CANDIDATES = 200
"""Most rows of a section that are looked at for one query, newest first: what bounds the time of a common word."""
MOST_LISTED = 1_000_000
"""Most rows of a section that a query without words lists."""


def search(
    query: str,
    corpus: Corpus,
    *,
    limit: int = 20,
    sections: Sequence[Section] = SECTIONS,
    typing: bool = False,
    browse: bool = False,
) -> Results:
    """Return the best hits of each section, the section with the best hit first; never raises for any query.

    Args:
        query: Words and fields in the query language.
        corpus: What to look through.
        limit: Most hits a section.
        sections: The sections that are wanted.
        typing: The last word may be unfinished.
        browse: An empty query asks for everything, newest first.

    """
    asked = parse(query)
    if asked.empty and not browse:
        return Results(query=query, note=asked.note)
    answers = _Task(asked, corpus, sections, typing and not query.endswith((" ", '"'))).answers()
    found = [
        Found(
            section=section,
            hits=tuple(hit(one, rank, corpus) for rank, one in enumerate(matches[:limit], 1)),
            total=len(matches),
        )
        for section, matches in sorted(answers.items(), key=lambda answer: -answer[1][0].score)
    ]
    return Results(query=query, sections=tuple(found), note=asked.note)


class _Task:
    """One query on its way through the sections."""

    def __init__(self, asked: Query, corpus: Corpus, sections: Sequence[Section], typing: bool) -> None:
        self.asked = asked
        self.most = MOST_CANDIDATES if asked.words or asked.phrases else MOST_LISTED
        self.corpus = corpus
        self.sections = sections
        self.phrases = tuple(phrase(words) for words in asked.phrases)
        self.without = tuple(phrase(words) for words in asked.without)
        self.expansion = Expansion(asked.words, corpus.vocabulary, corpus.abbreviations, typing=typing)

    def answers(self) -> dict[Section, list[Match]]:
        """Return the matches of each section that has any, best first.

        Typing errors are forgiven only when nothing that was surely meant was found as typed, in any section; and in
        as few words as it takes to find something.
        """
        found: dict[Section, list[Match]] = {section: [] for section in self.sections}
        self._add(found, [self.expansion.terms()])
        if not any(one.strong for matches in found.values() for one in matches):
            before = sum(map(len, found.values()))
            for variants in self.expansion.mistyped():
                self._add(found, variants)
                if sum(map(len, found.values())) > before:
                    break
        return {section: _one_a_person(_ranked(matches)) for section, matches in found.items() if matches}

    def _add(self, found: dict[Section, list[Match]], variants: Sequence[Sequence[Term]]) -> None:
        """Add the matches of all variants of the terms, each row once."""
        for section in self.sections:
            known = {id(one.row) for one in found[section]}
            for terms in variants:
                for one in self._matches(section, (*terms, *self.phrases)):
                    if id(one.row) not in known:
                        known.add(id(one.row))
                        found[section].append(one)

    def _matches(self, section: Section, terms: Sequence[Term]) -> Iterator[Match]:
        if not all(term.runs for term in terms):
            return
        need = Need([term.runs for term in terms], self.asked.filters)
        for row in self.corpus.rows(section, need, self.most):
            if not any(occurs(row, term) for term in self.without):
                one = match(row, terms)
                if one is not None and one.likely:
                    yield one


def _ranked(matches: Iterable[Match]) -> list[Match]:
    """Return matches best first, newer first among equals."""
    return sorted(matches, key=lambda one: (round(one.score, 3), one.row.session.order), reverse=True)


def _one_a_person(matches: Sequence[Match]) -> list[Match]:
    """Return matches with only the best one of each person, who may stand in many articles."""
    kept: dict[int, Match] = {}
    for number, one in enumerate(matches):
        kept.setdefault(one.row.group if one.row.section == "people" else -1 - number, one)
    return list(kept.values())
