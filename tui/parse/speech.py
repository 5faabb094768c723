"""Who says what: statements, requests, promises, and the voice of each block.

A false attribution to an official is the worst error a reader can make, so every item says how its speaker was found
(``explicit``, ``anaphor``, ``carried_over``), and where in doubt there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tui.model import Area, AttendanceList, BodyKind, Figure, Group, Mention, Organization, Person, Promise, Request
from tui.model import Statement as StatementItem
from tui.parse.page import Page


class Line(Protocol):
    """A non-blank line of the article, in offsets of ``page.text``."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        ...

    @property
    def end(self) -> int:
        """Offset after its last character."""
        ...

    @property
    def zone(self) -> str:
        """Its zone in the record."""
        ...

    @property
    def kind(self) -> str:
        """Its kind, as far as layout tells it."""
        ...


class Layout(Protocol):
    """The lines of an article, in order."""

    @property
    def lines(self) -> Sequence[Line]:
        """All non-blank lines."""
        ...


class Entities(Protocol):
    """Who and what is named, and what words in the text stand for."""

    @property
    def areas(self) -> Sequence[Area]:
        """Administrative units."""
        ...

    @property
    def organizations(self) -> Sequence[Organization]:
        """Bodies."""
        ...

    @property
    def people(self) -> Sequence[Person]:
        """Named people, with their mentions."""
        ...

    @property
    def groups(self) -> Sequence[Group]:
        """Unnamed people or bodies that take part."""
        ...

    @property
    def attendance_lists(self) -> Sequence[AttendanceList]:
        """Who is there."""
        ...

    def bodies_at(self, start: int, end: int) -> Sequence[str]:
        """Return the ids of the organizations or areas that the words of a span stand for."""
        ...


@dataclass(frozen=True)
class Voice:
    """What kind of block a body line is, and the person or group who speaks in it."""

    start: int
    kind: BodyKind
    speaker: str | None


@dataclass(frozen=True)
class Speech:
    """What was said. ``figures`` are those given, with speaker and statement; ``voices`` one a body line.

    ``anaphors`` and ``parts`` belong to people: mentions without a name, and what a person does at the session.
    """

    statements: tuple[StatementItem, ...]
    requests: tuple[Request, ...]
    promises: tuple[Promise, ...]
    figures: tuple[Figure, ...]
    voices: tuple[Voice, ...]
    anaphors: tuple[tuple[str, Mention], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


def find(page: Page, layout: Layout, entities: Entities, figures: Sequence[Figure]) -> Speech:
    """Return the speech of an article, from its lines, the people and bodies in it, and its figures."""
    return Speech((), (), (), tuple(figures), ())
