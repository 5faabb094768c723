"""Correcting by answers: what is asked about an item, one question at a time, and the record that answers lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, cast

from tui.kinds import FIGURES
from tui.library.editing import (
    CorrectionError,
    add_figure,
    add_person,
    add_request,
    locate,
    merge,
    remove,
    rename,
    set_addressees,
    set_chair,
    set_figure,
    set_kind,
    set_roles,
    set_side,
    set_speaker,
)
from tui.library.editing.places import Text
from tui.messages import N_, say
from tui.model import Figure, FigureKind, Group, Person, Record, Request, RequestKind, Side, Statement
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import shorten
from tui.widgets.wording import GROUPS, REQUESTS, SIDES, STATEMENTS

_LABEL = 60
"""Most cells of the words by which an item is called."""
_BETWEEN = ";"
"""What parts the roles of a person in a line."""


class Outcome(NamedTuple):
    """Where answers have led: the corrected record, what was corrected, and the row that is it."""

    record: Record
    label: Clean
    row: str


class Again(NamedTuple):
    """The answer that an edited record is to be edited again: its text."""

    draft: str


class Choice(NamedTuple):
    """One of the answers that can be chosen."""

    key: str
    words: Clean


class Question(NamedTuple):
    """A question: with choices, the key of one is the answer, without them a line that is typed.

    ``answer`` says what comes of it: another question, the end, or None for nothing; it may raise
    :class:`~tui.library.editing.CorrectionError`. ``now`` is what holds at present, ``notes`` what to know before.
    """

    title: Clean
    answer: Callable[[str], Step]
    choices: Sequence[Choice] = ()
    now: str | None = None
    notes: Sequence[Clean] = ()


Step = Question | Outcome | Again | None
_Way = tuple[str, Callable[[], Step]]
"""Something that can be said of an item: a message, and what comes of choosing it."""


class Questions:
    """The questions about the items of one record."""

    def __init__(self, record: Record, text: str) -> None:
        """Take a record and the source text that its offsets count in."""
        self._record, self._text = record, text

    # Items

    def about(self, item_id: str) -> Question:
        """Return the first question about an item: what is to be corrected of it.

        Raises:
            CorrectionError: it can't be corrected.

        """
        item = locate(self._record, item_id).item
        if isinstance(item, Person):
            return _menu(clean_line(item.name), self._of_person(item))
        if isinstance(item, Group):
            return _menu(clean_line(item.selector.exact), self._of_group(item))
        if isinstance(item, Figure):
            return _menu(clean_line(item.selector.exact), self._of_figure(item))
        if isinstance(item, Request):
            return _menu(clean_line(item.action.exact), self._of_request(item))
        if isinstance(item, Statement):
            return _menu(clean_line(item.selector.exact), self._of_statement(item))
        raise CorrectionError(N_("there is no item {id} that can be corrected"), id=item_id)

    def said_between(self, start: int, end: int) -> Question:
        """Return the first question about what is said between two offsets of the source.

        Raises:
            CorrectionError: nothing is.

        """
        said = [one for one in self._record.statements if one.selector.start < end and start < one.selector.end]
        if not said:
            raise CorrectionError(N_("select words to add them, or go to an item to correct it"))
        choices = [Choice(one.id, _brief(one.selector.exact)) for one in said]
        return self.about(said[0].id) if len(said) == 1 else Question(say("Which statement?"), self.about, choices)

    def _of_person(self, one: Person) -> list[_Way]:
        record, name = self._record, clean_line(one.name)
        others = [Choice(other.id, _brief(other.name)) for other in record.people if other.id != one.id]
        same = say("Who is the same person?")
        roles = f"{_BETWEEN} ".join(role.label for role in one.memberships)

        def end(new: Record) -> Outcome:
            return Outcome(new, name, one.id)

        def set_labels(line: str) -> Outcome:
            return end(set_roles(record, one.id, [part.strip() for part in line.split(_BETWEEN) if part.strip()]))

        chair = N_("Does not preside") if one.is_chair else N_("Presides")
        ways: list[_Way] = [
            (N_("Name"), lambda: _line("Name", name, lambda line: end(rename(record, self._text, one.id, line)))),
            (
                N_("Roles"),
                lambda: _line("Roles", clean_line(roles), set_labels, say("Several are parted by “;”.")),
            ),
            (N_("Side"), lambda: _side(one.side, lambda side: end(set_side(record, one.id, side)))),
            (chair, lambda: end(set_chair(record, one.id, not one.is_chair))),
        ]
        if others:
            ways.append((N_("Same as …"), lambda: Question(same, lambda key: end(merge(record, one.id, key)), others)))
        return [*ways, (N_("Is no person"), lambda: end(remove(record, one.id)))]

    def _of_group(self, one: Group) -> list[_Way]:
        record, name = self._record, clean_line(one.selector.exact)

        def end(new: Record) -> Outcome:
            return Outcome(new, name, one.id)

        return [
            (N_("Side"), lambda: _side(one.side, lambda side: end(set_side(record, one.id, side)))),
            (N_("Kind"), lambda: _said(GROUPS.items(), one.kind, lambda kind: end(set_kind(record, one.id, kind)))),
            (N_("Is no group"), lambda: end(remove(record, one.id))),
        ]

    def _of_figure(self, one: Figure) -> list[_Way]:
        record, words = self._record, clean_line(one.selector.exact)

        def end(new: Record) -> Outcome:
            return Outcome(new, words, one.id)

        def set_number(line: str) -> Outcome:
            return end(set_figure(record, one.id, value=line))

        def set_unit(line: str) -> Outcome:
            return end(set_figure(record, one.id, unit=line))

        def set_subject(line: str) -> Outcome:
            return end(set_figure(record, one.id, subject=line))

        def set_of(kind: str) -> Outcome:
            return end(set_figure(record, one.id, kind=cast(FigureKind, kind)))

        written = say("As articles write it: 26/46, 233.250, tăng 5%.")
        return [
            (N_("Value"), lambda: _line("Value", clean_line(one.number_selector.exact), set_number, written)),
            (N_("Unit"), lambda: _line("Unit", clean_line(one.unit or ""), set_unit)),
            (N_("Kind"), lambda: _said(FIGURES.items(), one.kind, set_of)),
            (
                N_("What it is about"),
                lambda: _line("What it is about", clean_line(one.subject or ""), set_subject),
            ),
            (N_("Who says it"), lambda: self._speaker(one.id, one.speaker_id, end)),
            (N_("Is no figure"), lambda: end(remove(record, one.id))),
        ]

    def _of_request(self, one: Request) -> list[_Way]:
        record, words = self._record, _brief(one.action.exact)

        def end(new: Record) -> Outcome:
            return Outcome(new, words, one.id)

        def turn(key: str) -> Outcome:
            left = [other for other in one.addressee_ids if other != key]
            return end(set_addressees(record, one.id, left if key in one.addressee_ids else [*left, key]))

        kinds, notes = REQUESTS.items(), [say("One who is asked already is taken away.")]
        return [
            (N_("Who asks"), lambda: self._speaker(one.id, one.requester_id, end)),
            (N_("Who is asked"), lambda: Question(say("Who is asked?"), turn, self._anyone()[::-1], None, notes)),
            (N_("Kind"), lambda: _said(kinds, one.kind, lambda kind: end(set_kind(record, one.id, kind)))),
            (N_("Is no request"), lambda: end(remove(record, one.id))),
        ]

    def _of_statement(self, one: Statement) -> list[_Way]:
        record, words = self._record, _brief(one.selector.exact)

        def end(new: Record) -> Outcome:
            return Outcome(new, words, "")

        return [
            (N_("Who says it"), lambda: self._speaker(one.id, one.speaker_id, end)),
            (N_("Kind"), lambda: _said(STATEMENTS.items(), one.kind, lambda kind: end(set_kind(record, one.id, kind)))),
            (N_("Is no statement"), lambda: end(remove(record, one.id))),
        ]

    def _speaker(self, item_id: str, now: str | None, end: Callable[[Record], Outcome]) -> Question:
        """Ask who says something; the empty answer is nobody known."""
        choices = [*self._anyone(), Choice("", say("nobody known"))]

        def answer(key: str) -> Outcome:
            return end(set_speaker(self._record, self._text, item_id, key or None))

        return Question(say("Who says it?"), answer, choices, now or "")

    def _anyone(self) -> list[Choice]:
        """Return everyone who may say or be asked something: people first, areas last."""
        record = self._record
        names = [(person.id, person.name) for person in record.people]
        names += [(group.id, group.selector.exact) for group in record.groups]
        names += [(body.id, body.name) for body in record.organizations]
        names += [(area.id, area.name) for area in record.areas]
        return [Choice(key, _brief(name)) for key, name in names]

    # Words that were selected

    def adding(self, start: int, end: int) -> Question:
        """Return the first question about words that were selected, by their offsets in the source: what they are.

        Raises:
            CorrectionError: no words are selected.

        """
        words = clean_line(Text(self._text).selected(start, end).exact)
        notes = say("Take away what does not belong to it.")

        def which(add: Callable[[int, int], Step]) -> Callable[[], Step]:
            return lambda: _line(N_("The words"), words, lambda line: add(*self._place(line, start, end)), notes)

        ways = [
            (N_("A person"), which(self._add_person)),
            (N_("A figure"), which(self._add_figure)),
            (N_("A request"), which(self._add_request)),
        ]
        return _menu(words, ways)

    def _place(self, words: str, start: int, end: int) -> tuple[int, int]:
        place = next(Text(self._text).find(words.strip(), start, end), None)
        if place is None:
            raise CorrectionError(N_("these words are not in the selection"))
        return place.start, place.end

    def _add_person(self, start: int, end: int) -> Step:
        def add(side: Side) -> Outcome:
            return self._added(add_person(self._record, self._text, start, end, side=side), start, end)

        return _side("unknown", add)

    def _add_figure(self, start: int, end: int) -> Step:
        return self._added(add_figure(self._record, self._text, start, end), start, end)

    def _add_request(self, start: int, end: int) -> Step:
        def add(kind: str) -> Outcome:
            new = add_request(self._record, self._text, start, end, kind=cast(RequestKind, kind))
            return self._added(new, start, end)

        return _said(REQUESTS.items(), "requirement", add)

    def _added(self, new: tuple[Record, str], start: int, end: int) -> Outcome:
        words = self._text[start:end]
        record, item_id = new
        return Outcome(record, _brief(words), item_id)


def _menu(title: Clean, ways: Sequence[_Way]) -> Question:
    steps = {str(number): step for number, (_, step) in enumerate(ways)}
    choices = [Choice(str(number), say(words)) for number, (words, _) in enumerate(ways)]
    return Question(shorten(title, _LABEL), lambda key: steps[key](), choices)


def _line(title: str, now: Clean, answer: Callable[[str], Step], *notes: Clean) -> Question:
    """Ask for words; the title is a message."""
    return Question(say(title), answer, (), now, notes)


def _side(now: Side, answer: Callable[[Side], Step]) -> Question:
    choices = [Choice(side, say(name)) for side, name in SIDES.items()]
    return Question(say("Side"), lambda side: answer(cast(Side, side)), choices, now)


def _said(names: Iterable[tuple[str, str]], now: str, answer: Callable[[str], Step]) -> Question:
    """Ask for a kind; ``names`` are messages."""
    return Question(say("Kind"), answer, [Choice(key, say(name)) for key, name in names], now)


def _brief(words: str) -> Clean:
    return shorten(clean_line(words), _LABEL)
