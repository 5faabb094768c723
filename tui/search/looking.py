"""Looking for the answers to one query: which rows the index offers, which of them answer, in each section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tui.library.index.engine import Conditions, Kind
from tui.search.conditions import Conditioned
from tui.search.corpus import Corpus
from tui.search.expand import Expansion, phrase
from tui.search.match import Match, in_session, match
from tui.search.passages import beside_head, passages
from tui.search.plan import Every, Plan
from tui.search.query import Query
from tui.search.rows import Row
from tui.search.term import Term
from tui.sections import Section

ENOUGH, ENOUGH_IN_TEXTS = 10, 5
"""Answers of a section after which rows (or texts) that are less likely are not looked at any more."""
MOST_ROWS: Mapping[Section, int] = {"sessions": 24, "people": 30, "figures": 12, "requests": 12, "passages": 8}
"""Most rows (of passages: texts) that are looked at in one stage, newest first: the time of a common word is bounded.
There are few people of one name, and which of them is meant does not depend on the day."""
FEWER = 0.4
"""Share of these that is looked at where words stand apart, or say too little."""
MANY = 4
"""Words from which on all of them beside each other are surely what was meant."""
BRIEF = 2
"""Letters of a single word that say too little to look at many rows."""
_MOST_PAGES = 50
"""Most times that a stage goes on, when conditions leave little of what the index offers."""
_FEW_TEXTS = 4
"""Texts that are read together."""
_MOST_PASSAGES = 3
"""Most passages of one text that are looked at: one who wants more opens it."""
_MOST_WAYS = 2
"""Most passages by which one session is looked at."""
_MOST_VISITED = 200
"""Most sessions of a person that conditions are held against."""


class Stage(NamedTuple):
    """What the index is asked for, and which share of the usual number of rows is looked at."""

    every: Every
    share: float = 1.0


class Looking:
    """One query on its way through the sections."""

    def __init__(self, asked: Query, corpus: Corpus, sections: Sequence[Section], least: int, *, typing: bool) -> None:
        """Take the query, where to look, in which sections, and at how many rows at least, where there are as many."""
        self._engine, self._now, self._least = corpus.engine, corpus.snapshot(), least
        self._expansion = Expansion(asked.words, self._now.vocabulary, self._now.short_forms, typing=typing)
        self._brief = [len(piece) for word in asked.words for piece in word.pieces] in (
            [one] for one in range(BRIEF + 1)
        )
        self._phrases = tuple(map(phrase, asked.phrases))
        self._without = tuple(map(phrase, asked.without))
        self._conditions = {
            section: Conditioned(section, asked.filters, corpus.added, corpus.keys) for section in sections
        }
        self._found: dict[Section, dict[tuple[int, int], Match]] = {section: {} for section in sections}
        self._cut: set[Section] = set()
        self._fruitful: list[Stage] = []

    @property
    def conditions(self) -> Mapping[Section, Conditioned]:
        """The conditions of the query as each section has to meet them."""
        return self._conditions

    def run(self) -> Iterator[Section]:
        """Look, and yield each section when something of it is ready; some come again.

        Words that are far apart count only when nothing that was surely meant was found; typing errors are forgiven
        only when that does not help either, and in as few words as it takes to find something.
        """
        terms = self._expansion.terms()
        plan = Plan(terms, self._phrases, self._now.vocabulary)
        yield from self._look(self._together(plan), terms)
        if len(terms) >= MANY and self._total():
            return  # so many words beside each other are no accident
        if not self._sure:
            yield from self._look(self._apart(plan), terms)
        if not self._sure:
            before = self._total()
            for guessed in self._expansion.mistyped():
                plan = Plan(guessed, self._phrases, self._now.vocabulary)
                stages = [Stage(every, FEWER) for every in (*plan.together(), *plan.apart())]
                yield from self._look(stages, guessed)
                if self._total() > before:
                    return

    def _together(self, plan: Plan) -> list[Stage]:
        return [Stage(every, FEWER if self._brief else 1.0) for every in plan.together()]

    def _apart(self, plan: Plan) -> list[Stage]:
        return [Stage(every, FEWER) for every in plan.apart()]

    def _most(self, section: Section, stage: Stage) -> int:
        return max(self._least, round(MOST_ROWS[section] * stage.share))

    def answers(self, section: Section) -> list[Match]:
        """Return the matches of a section so far: best first, newer first among equals."""
        matches = self._found[section].values()
        return sorted(matches, key=lambda one: (round(one.score, 3), one.row.day, one.row.sessions), reverse=True)

    def numbers(self, section: Section, most: int) -> list[int]:
        """Return which sessions, figures or requests answer: those that were looked at, where these are all.

        Of more, those that the index offers, at most so many each time, without a closer look.
        """
        if section == "sessions":
            kinds: tuple[Kind, ...] = ("sessions", "bodies")
            found = {number for matches in self._found.values() for number in self._sessions_of(matches.values())}
            all_known = not self._cut
        else:
            kinds = ("figures",) if section == "figures" else ("requests",)
            found = {one.row.id for one in self._found.get(section, {}).values()}
            all_known = section not in self._cut
        conditions = self._conditions.get(section)
        if all_known or conditions is None or conditions.impossible:
            return sorted(found)
        for stage in self._fruitful:
            for kind in kinds:
                ask = conditions.ask_body(stage.every) if kind == "bodies" else conditions.ask(stage.every)
                found.update(self._engine.find(kind, ask, most))
        return sorted(found)

    def _sessions_of(self, matches: Iterable[Match]) -> Iterator[int]:
        """Yield the sessions that some matches are of; a person's are all that meet the conditions."""
        for one in matches:
            if one.row.sessions > 1:
                conditions = self._conditions["people"]
                yield from self._engine.appearances(one.row.id, conditions.session)[:_MOST_VISITED]
            else:
                yield one.row.session

    def more(self, section: Section) -> bool:
        """Tell whether a section may have more answers than were looked at."""
        return section in self._cut

    def _rows_of(self, term: Term) -> int:
        return sum(self._now.vocabulary.count(one.tokens[-1]) for one in term.alternatives)

    @property
    def _sure(self) -> bool:
        """Whether something was found that was surely meant."""
        return any(one.strong for found in self._found.values() for one in found.values())

    def _total(self) -> int:
        return sum(map(len, self._found.values()))

    def _look(self, stages: Sequence[Stage], terms: tuple[Term, ...]) -> Iterator[Section]:
        before = self._total()
        every = (*terms, *self._phrases)
        possible = {section: one for section, one in self._conditions.items() if not one.impossible}
        for section, conditions in possible.items():
            if section != "passages":
                self._look_in(section, conditions, stages, every)
                yield section
        in_texts = [section for section in possible if section in ("sessions", "passages")]
        if "sessions" in in_texts and len(self._found["sessions"]) >= ENOUGH:
            in_texts.remove("sessions")
        if in_texts:
            self._look_into_texts(in_texts, stages, every)
            yield from in_texts
        if self._total() > before:
            self._fruitful += stages

    # Rows

    def _look_in(
        self, section: Section, conditions: Conditioned, stages: Sequence[Stage], terms: Sequence[Term]
    ) -> None:
        """Look at the rows of a section that the index offers."""
        kind: Kind = "bodies" if section == "passages" else section
        seen: set[int] = set()
        for stage in stages:
            below: int | None = None
            most = self._most(section, stage)
            for _ in range(_MOST_PAGES):
                offered = self._engine.find(kind, conditions.ask(stage.every), most, below)
                new = [number for number in offered if number not in seen]
                seen.update(new)
                self._judge(section, conditions, self._now.rows.rows(kind, new), terms)
                if len(offered) < most:
                    break
                self._cut.add(section)
                if not conditions.looks_closer or len(self._found[section]) >= ENOUGH:
                    break
                below = offered[-1]
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
                rows = [seen for row in rows if (seen := self._visited(row, conditions))]
            elif conditions.asks_sessions:
                heads = {head.id: head for head in self._now.rows.rows("sessions", [row.session for row in rows])}
                rows = [row for row in rows if row.session in heads and conditions.session_meets(heads[row.session])]
        return [row for row in rows if not self._excluded(section, row)]

    def _visited(self, person: Row, conditions: Conditioned) -> Row | None:
        """Return a person as of the newest session that meets conditions, or nothing where none does."""
        if not conditions.asks_sessions and conditions.session == Conditions():
            return person
        sessions = self._engine.appearances(person.id, conditions.session)[:_MOST_VISITED]
        heads = self._now.rows.rows("sessions", sessions)
        return next((person.of(head.id, head.day) for head in heads if conditions.session_meets(head)), None)

    def _excluded(self, section: Section, row: Row) -> bool:
        """Tell whether a row has words that are to be left out; a session has those of its body, too."""
        if not self._without:
            return False
        if any(term.occurs(row.plain, row.text) for term in self._without):
            return True
        if section != "sessions":
            return False
        for term in self._without:
            if self._engine.holding("bodies", [row.session], Plan((term,), (), self._now.vocabulary).anywhere()):
                bodies = self._now.texts.bodies([row.session])
                if any(body.holding(term) for body in bodies):
                    return True
        return False

    # Texts

    def _look_into_texts(self, sections: Sequence[Section], stages: Sequence[Stage], terms: Sequence[Term]) -> None:
        """Look into the bodies that the index offers: for passages, and for sessions by them."""
        rare_first = sorted(range(len(terms)), key=lambda number: self._rows_of(terms[number]))
        asked = [one for one in sections if terms or (one == "passages" and self._conditions[one].every)]
        for stage in stages:
            asks = {section: self._conditions[section].ask_body(stage.every) for section in asked}
            for ask in {repr(one): one for one in asks.values()}.values():
                together = [section for section in asked if asks[section] == ask]
                offered = self._engine.find("bodies", ask, self._most("passages", stage))
                self._look_into(together, offered, terms, rare_first)
            if all(len(self._found[section]) >= ENOUGH_IN_TEXTS for section in asked):
                return

    def _look_into(
        self, sections: Sequence[Section], offered: Sequence[int], terms: Sequence[Term], rare_first: Sequence[int]
    ) -> None:
        """Look into texts, a few at a time: most often the first of them have enough."""
        for first in range(0, len(offered), _FEW_TEXTS):
            for body in self._now.texts.bodies(offered[first : first + _FEW_TEXTS]):
                numbers = list(islice(passages(body, terms, rare_first), max(_MOST_PASSAGES, self._least)))
                found = [(number, match(body.row(number), terms)) for number in numbers]
                if "passages" in sections:
                    self._keep_allowed("passages", [one for _, one in found if one])
                if "sessions" in sections:
                    best = max(((one.score, -number, one) for number, one in found if one), default=None)
                    if best is not None:
                        self._keep_allowed("sessions", [in_session(best[2], body.session(-best[1]))])
                    else:
                        numbers = list(beside_head(body, terms, rare_first))[:_MOST_WAYS]
                        ways = [match(body.session(number), terms) for number in numbers]
                        self._keep_allowed("sessions", [one for one in ways if one])
            if all(len(self._found[section]) >= max(ENOUGH_IN_TEXTS, self._least) for section in sections):
                self._cut.update(sections)
                return

    def _keep_allowed(self, section: Section, matches: Sequence[Match]) -> None:
        """Keep matches whose rows meet the conditions."""
        allowed = self._allowed(section, self._conditions[section], [one.row for one in matches])
        for one in matches:
            if one.row in allowed:
                self._keep(section, one)
