"""Looking for the answers to one query: which rows the index offers, which of them answer, in each section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.library.index.engine import Candidate, Conditions, Kind
from tui.search.conditions import Conditioned
from tui.search.corpus import Corpus
from tui.search.expand import Expansion, phrase
from tui.search.match import Match, match
from tui.search.passages import passages
from tui.search.plan import Every, Plan
from tui.search.query import Query
from tui.search.rows import Row
from tui.search.term import Term
from tui.sections import Section

ENOUGH = 10
"""Answers of a section after which rows that are less likely are not looked at any more."""
MOST_ROWS, MOST_APART = 40, 16
"""Most rows that are looked at in one stage, newest first, which bounds the time of a common word: of rows in which the
words stand together, and of others."""
MOST_TEXTS = 12
"""The same of texts."""
MANY = 4
"""Words from which on all of them beside each other are surely what was meant."""
BRIEF = 2
"""Letters of a single word that say too little to look at many rows."""
_MOST_PAGES = 50
"""Most times that a stage goes on, when conditions leave little of what the index offers."""
_MOST_VISITED = 200
"""Most sessions of a person that conditions are held against."""


class Stage(NamedTuple):
    """What the index is asked for, and how many rows and texts are looked at."""

    every: Every
    rows: int
    texts: int


class Looking:
    """One query on its way through the sections."""

    def __init__(self, asked: Query, corpus: Corpus, sections: Sequence[Section], least: int, *, typing: bool) -> None:
        """Take the query, where to look, in which sections, and at how many rows at least, where there are as many."""
        self._corpus, self._engine, self._least = corpus, corpus.engine, least
        self._vocabulary, short_forms = corpus.words()
        self._expansion = Expansion(asked.words, self._vocabulary, short_forms, typing=typing)
        self._brief = [len(piece) for word in asked.words for piece in word.pieces] in (
            [one] for one in range(BRIEF + 1)
        )
        self._phrases = tuple(map(phrase, asked.phrases))
        self._without = tuple(map(phrase, asked.without))
        self._conditions = {
            section: Conditioned(section, asked.filters, corpus.added, corpus.keys) for section in sections
        }
        self._found: dict[Section, dict[tuple[int, int], Match]] = {section: {} for section in sections}
        self._heads: dict[int, Row] = {}
        self._cut: set[Section] = set()

    def run(self) -> Iterator[Section]:
        """Look, and yield each section when something of it is ready; some come again.

        Words that are far apart count only when nothing that was surely meant was found; typing errors are forgiven
        only when that does not help either, and in as few words as it takes to find something.
        """
        terms = self._expansion.terms()
        plan = Plan(terms, self._phrases, self._vocabulary)
        yield from self._look(self._together(plan), terms)
        if len(terms) >= MANY and self._total():
            return  # so many words beside each other are no accident
        if not self._sure:
            yield from self._look(self._apart(plan), terms)
        if not self._sure:
            before = self._total()
            for guessed in self._expansion.mistyped():
                plan = Plan(guessed, self._phrases, self._vocabulary)
                yield from self._look([*self._together(plan), *self._apart(plan)], guessed)
                if self._total() > before:
                    return

    def _together(self, plan: Plan) -> list[Stage]:
        rows, texts = (MOST_APART, MOST_TEXTS // 2) if self._brief else (MOST_ROWS, MOST_TEXTS)
        return [Stage(every, max(rows, self._least), max(texts, self._least)) for every in plan.together()]

    def _apart(self, plan: Plan) -> list[Stage]:
        return [Stage(every, max(MOST_APART, self._least), max(MOST_TEXTS // 2, self._least)) for every in plan.apart()]

    def answers(self, section: Section) -> list[Match]:
        """Return the matches of a section so far: best first, newer first among equals."""
        matches = self._found[section].values()
        return sorted(matches, key=lambda one: (round(one.score, 3), one.row.day, one.row.sessions), reverse=True)

    def more(self, section: Section) -> bool:
        """Tell whether a section may have more answers than were looked at."""
        return section in self._cut

    def _rows_of(self, term: Term) -> int:
        return sum(self._vocabulary.count(one.tokens[-1]) for one in term.alternatives)

    @property
    def _sure(self) -> bool:
        """Whether something was found that was surely meant."""
        return any(one.strong for found in self._found.values() for one in found.values())

    def _total(self) -> int:
        return sum(map(len, self._found.values()))

    def _look(self, stages: Sequence[Stage], terms: tuple[Term, ...]) -> Iterator[Section]:
        every = (*terms, *self._phrases)
        possible = {section: one for section, one in self._conditions.items() if not one.impossible}
        for section, conditions in possible.items():
            if section != "passages":
                self._look_in(section, conditions, stages, every)
                yield section
        for section, conditions in possible.items():
            if section == "passages" or (section == "sessions" and len(self._found[section]) < ENOUGH):
                self._look_into_texts(section, conditions, stages, every)
                yield section

    # Rows

    def _look_in(
        self, section: Section, conditions: Conditioned, stages: Sequence[Stage], terms: Sequence[Term]
    ) -> None:
        """Look at the rows of a section that the index offers."""
        kind: Kind = "bodies" if section == "passages" else section
        seen: set[int] = set()
        for stage in stages:
            below: int | None = None
            for _ in range(_MOST_PAGES):
                offered = self._engine.find(kind, conditions.ask(stage.every), stage.rows, below)
                rows = [Row(one) for one in offered if one.id not in seen]
                seen.update(row.id for row in rows)
                self._judge(section, conditions, rows, terms)
                if len(offered) < stage.rows:
                    break
                self._cut.add(section)
                if not conditions.looks_closer or len(self._found[section]) >= ENOUGH:
                    break
                below = offered[-1].id
            if len(self._found[section]) >= ENOUGH:
                return

    def _judge(self, section: Section, conditions: Conditioned, rows: list[Row], terms: Sequence[Term]) -> None:
        """Keep those rows that answer."""
        for row in self._allowed(section, conditions, rows):
            self._keep(section, match(row, terms))

    def _keep(self, section: Section, one: Match | None) -> None:
        if one is None or not one.likely(session=section == "sessions"):
            return
        key = one.row.session if section in ("sessions", "passages") else 0, one.row.id
        known = self._found[section].get(key)
        if known is None or known.score < one.score:
            self._found[section][key] = one

    # Conditions

    def _allowed(self, section: Section, conditions: Conditioned, rows: list[Row]) -> list[Row]:
        """Return the rows that meet all conditions."""
        if conditions.looks_closer:
            rows = [row for row in rows if conditions.meets(row)]
            if section == "people":
                rows = [row for row in rows if self._visit(row, conditions)]
            elif conditions.asks_sessions:
                self._know({row.session for row in rows})
                rows = [row for row in rows if conditions.session_meets(self._heads[row.session])]
        return [row for row in rows if not self._excluded(section, row)]

    def _visit(self, person: Row, conditions: Conditioned) -> bool:
        """Tell whether a session of a person meets conditions; the newest that does is the one to show."""
        if not conditions.asks_sessions and conditions.session == Conditions():
            return True
        sessions = self._engine.appearances(person.id, conditions.session)[:_MOST_VISITED]
        self._know(sessions)
        for number in sessions:
            head = self._heads[number]
            if conditions.session_meets(head):
                person.session, person.day = number, head.day
                return True
        return False

    def _know(self, sessions: Sequence[int] | set[int]) -> None:
        """Have the heads of sessions at hand."""
        missing = [number for number in sessions if number not in self._heads]
        if missing:
            self._heads.update((number, Row(one)) for number, one in self._engine.heads(missing).items())

    def _excluded(self, section: Section, row: Row) -> bool:
        """Tell whether a row has words that are to be left out; a session has those of its body, too."""
        if not self._without:
            return False
        if any(term.finds(row.plain, row.text) for term in self._without):
            return True
        if section != "sessions":
            return False
        for term in self._without:
            if self._engine.holding("bodies", [row.session], Plan((term,), (), self._vocabulary).anywhere()):
                whole = self._corpus.texts.whole([_candidate(row)])
                if any(term.finds(one.row.plain, one.row.text) for one in whole):
                    return True
        return False

    # Texts

    def _look_into_texts(
        self, section: Section, conditions: Conditioned, stages: Sequence[Stage], terms: Sequence[Term]
    ) -> None:
        """Look into the bodies that the index offers: for sessions, or for passages."""
        if not terms and not (section == "passages" and conditions.every):
            return
        seen: set[int] = set()
        rare_first = sorted(range(len(terms)), key=lambda number: self._rows_of(terms[number]))
        for stage in stages:
            offered = self._engine.find("bodies", conditions.ask_body(stage.every), stage.texts)
            texts = self._corpus.texts.whole([one for one in offered if one.session not in seen])
            seen.update(one.session for one in offered)
            for whole in texts:
                if section == "sessions":
                    self._judge(section, conditions, [whole.row], terms)
                else:
                    self._judge(section, conditions, list(passages(whole, terms, rare_first)), terms)
            if len(offered) == stage.texts:
                self._cut.add(section)
            if len(self._found[section]) >= ENOUGH:
                return


def _candidate(row: Row) -> Candidate:
    return Candidate(row.id, row.session, row.letters, row.text, row.day, row.sessions)
