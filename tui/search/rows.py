"""What can be found: a row for each session, person, figure, request and passage.

A row has fields. Words of the article keep their place; words that a record adds (a completed role, another spelling)
lead to the place that they were found at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.sections import Section
from tui.text.clean import Clean
from tui.text.fold import fold
from tui.text.view import View

CONTEXT = frozenset({"session place", "speaker", "sentence"})
"""Fields that help to find a row, but never alone."""

Facts = Mapping[str, tuple[str, ...]]


class Field(NamedTuple):
    """Words of a row. They stand at ``start`` of the display, or nowhere (-1); either way they lead to ``place``."""

    name: str
    text: Clean
    start: int
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Session:
    """What the rows of one article share."""

    article_key: str
    path: str
    headline: Clean
    date: str | None
    place: str | None
    view: View
    facts: Facts

    @property
    def order(self) -> str:
        """What newer articles have more of; without a date the oldest."""
        return self.date if self.date and self.date[0] != "-" else ""


class Text(NamedTuple):
    """The fields of a row in one string, to be looked through in one go; ``starts`` are those of the fields in it."""

    shown: str
    folded: str
    starts: tuple[int, ...]
    head: int
    """Where the fields of a session's body begin."""


LONG = frozenset({"body", "caption"})
"""Fields of a session in which words far apart have nothing to do with each other; they come last in it."""
_BREAK = "\n\n"


@dataclass(slots=True)
class Row:
    """One thing that can be found. ``place`` is where it stands, in offsets of the display."""

    section: Section
    session: Session
    fields: tuple[Field, ...]
    place: tuple[int, int]
    title: Clean
    detail: Clean
    item_id: str | None = None
    facts: Facts = field(default_factory=dict)
    value: float | None = None
    group: int = -1
    """Of a person: the number of the one whom mentions in other articles are joined with."""
    _text: Text | None = None

    @property
    def text(self) -> Text:
        """All fields in one string; made when it is first asked for."""
        if self._text is None:
            starts, position = [], 0
            for part in self.fields:
                starts.append(position)
                position += len(part.text) + len(_BREAK)
            shown = _BREAK.join(part.text for part in self.fields)
            bodies = (start for start, part in zip(starts, self.fields, strict=True) if part.name in LONG)
            head = next(bodies, len(shown)) if self.section == "sessions" else len(shown)
            self._text = Text(shown, fold(shown), tuple(starts), head)
        return self._text
