"""An item: one selected session, person, figure, request or passage, with the article that it is quoted from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tui.model import Figure, Person, Record, Request
from tui.sections import Section


class Cited(Protocol):
    """An article as a citation needs it; :class:`tui.library.Document` is one."""

    @property
    def article_key(self) -> str:
        """Its key."""

    @property
    def path(self) -> str:
        """Its file, relative to the library."""

    @property
    def text(self) -> str:
        """The source text that offsets count in."""

    @property
    def record(self) -> Record | None:
        """What was found in it, where that is known."""


@dataclass(frozen=True)
class Item:
    """A selected thing; ``start`` and ``end`` count in the source text, ``of`` is its part of the record."""

    section: Section
    article: Cited
    start: int
    end: int
    of: Person | Figure | Request | None = None
