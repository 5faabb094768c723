"""Who of some namesakes is one person: what the index keeps of people, made from where they appear.

Child processes do this. The rule is that of ``tui.across``; here its answer becomes rows, which keep their numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from tui.across.appearance import Appearance
from tui.across.decided import Decision, settle
from tui.across.identity import people
from tui.across.numbering import numbers
from tui.across.person import Person
from tui.across.references import People, PersonReference
from tui.library.index.fields import LETTERS, Words, found_by, row_text
from tui.text import names
from tui.text.collate import name_key

Field = tuple[str, str]
"""A field's letter and its text."""
Mark = tuple[int, int]
"""A name, and which of its changes this is."""
Verdicts = tuple[Decision[PersonReference], ...]

_BODY, _SIDE = LETTERS["organization"], LETTERS["side"]


class Seen(NamedTuple):
    """Somebody in a session: its number, their place among its people, the number they had as a person, if any."""

    session: int
    place: int
    person: int | None
    appearance: Appearance
    fields: tuple[Field, ...]


class Namesakes(Struct, frozen=True):
    """All who have one name, or names that somebody decided about together.

    ``events`` are those of the articles that are one of several about theirs, ``decided`` what is decided of the names.
    """

    marks: tuple[Mark, ...]
    seen: tuple[Seen, ...]
    events: dict[str, str]
    decided: Verdicts


class Individual(NamedTuple):
    """A person as the index keeps them; ``number`` is None for a new one, ``session`` the last one's."""

    number: int | None
    key: str
    name: str
    by_name: str
    other_names: str
    sessions: int
    chaired: int
    first: str
    last: str
    session: int
    roles: str
    organization: str
    letters: str
    text: str
    words: Words
    places: tuple[tuple[int, int], ...]
    """The sessions, each with the person's place among its people."""


class Recognised(Struct, frozen=True):
    """The people of some namesakes."""

    marks: tuple[Mark, ...]
    people: tuple[Individual, ...]


def recognise(some: Sequence[Namesakes]) -> list[Recognised]:
    """Return who is who of each of some names."""
    return [_recognised(one) for one in some]


def words_of(fields: Iterable[Field]) -> Words:
    """Return what a person is found by."""
    known = list(fields)
    sides = [("side", text) for letter, text in known if letter == _SIDE]
    return found_by((text for letter, text in known if letter != _SIDE), sides)


def _recognised(some: Namesakes) -> Recognised:
    appearances = [one.appearance for one in some.seen]
    decided = settle(some.decided, People(appearances).find)
    found = people(appearances, some.events, decided)
    before = {one.appearance.key: one.person for one in some.seen if one.person is not None}
    free = max(before.values(), default=0) + 1
    kept = [number if number < free else None for number in numbers(found, before, free)]
    by_key = {one.appearance.key: one for one in some.seen}
    return Recognised(some.marks, tuple(_individual(*one, by_key) for one in zip(found, kept, strict=True)))


def _individual(person: Person, number: int | None, by_key: dict[str, Seen]) -> Individual:
    seen = [by_key[one.key] for one in person.appearances]
    fields = dict.fromkeys(field for one in seen for field in one.fields)
    bodies = (text for one in reversed(seen) for letter, text in one.fields if letter == _BODY)
    return Individual(
        number,
        person.key,
        person.name,
        name_key(*names.split(person.name)),
        "; ".join(person.other_names),
        person.sessions,
        person.chaired,
        person.first or "",
        person.last or "",
        seen[-1].session,
        "; ".join(held.label for held in person.now),
        next(bodies, ""),
        "".join(letter for letter, _ in fields),
        row_text(text for _, text in fields),
        words_of(fields),
        tuple((one.session, one.place) for one in seen),
    )
