"""The way in: a query and a corpus give results."""

from __future__ import annotations

from collections.abc import Sequence

from tui.search.corpus import Corpus, Need
from tui.search.expand import expand, phrase
from tui.search.hits import hit
from tui.search.match import Match, match, occurs
from tui.search.query import Query, parse
from tui.search.results import Found, Results
from tui.search.term import Term
from tui.sections import SECTIONS, Section

MOST_CANDIDATES = 200
"""Most rows of a section that are looked at for one query, newest first: what bounds the time of a common word."""


def search(
    query: str, corpus: Corpus, *, limit: int = 20, sections: Sequence[Section] = SECTIONS, typing: bool = False
) -> Results:
    """Return the best hits of each section, the section with the best hit first; never raises for any query.

    Args:
        query: Words and fields in the query language.
        corpus: What to look through.
        limit: Most hits a section.
        sections: The sections that are wanted.
        typing: The last word may be unfinished.

    """
    asked = parse(query)
    if asked.empty:
        return Results(query=query, note=asked.note)
    task = _Task(asked, corpus, typing and not query.endswith((" ", '"')))
    answers = task.answers(sections)
    found = [
        Found(
            section=section,
            hits=tuple(hit(one, rank, corpus, task.terms) for rank, one in enumerate(matches[:limit], 1)),
            total=len(matches),
        )
        for section, matches in sorted(answers.items(), key=lambda answer: -answer[1][0].score)
    ]
    return Results(query=query, sections=tuple(found), note=asked.note)


class _Task:
    """One query on its way through the sections."""

    def __init__(self, asked: Query, corpus: Corpus, typing: bool) -> None:
        self.asked = asked
        self.corpus = corpus
        self.typing = typing
        self.phrases = tuple(phrase(words) for words in asked.phrases)
        self.without = tuple(phrase(words) for words in asked.without)
        self.terms = self._expanded(near=False)

    def answers(self, sections: Sequence[Section]) -> dict[Section, list[Match]]:
        """Return the matches of each section that has any, best first.

        Typing errors are forgiven only when nothing that was surely meant was found as typed, in any section.
        """
        matches = {section: self._matches(section) for section in sections}
        if self.asked.words and not any(one.strong for found in matches.values() for one in found):
            self.terms = self._expanded(near=True)
            for section, found in matches.items():
                known = {id(one.row) for one in found}
                found += [one for one in self._matches(section) if id(one.row) not in known]
        return {section: _one_a_person(found) for section, found in matches.items() if found}

    def _expanded(self, *, near: bool) -> tuple[Term, ...]:
        corpus = self.corpus
        plain = expand(self.asked.words, corpus.vocabulary, corpus.abbreviations, near=near, typing=self.typing)
        return plain + self.phrases

    def _matches(self, section: Section) -> list[Match]:
        """Return the matches of a section, best first, newer first among equals."""
        if not all(term.runs for term in self.terms):
            return []
        need = Need([term.runs for term in self.terms], self.asked.filters)
        kept = []
        for row in self.corpus.rows(section, need, MOST_CANDIDATES):
            if not any(occurs(row, term) for term in self.without):
                one = match(row, self.terms)
                if one is not None and one.likely:
                    kept.append(one)
        kept.sort(key=lambda one: (round(one.score, 3), one.row.session.order), reverse=True)
        return kept


def _one_a_person(matches: Sequence[Match]) -> list[Match]:
    """Return matches with only the best one of each person, who may stand in many articles."""
    kept: dict[int, Match] = {}
    for number, one in enumerate(matches):
        kept.setdefault(one.row.group if one.row.section == "people" else -1 - number, one)
    return list(kept.values())
