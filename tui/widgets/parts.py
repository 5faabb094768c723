"""Rows that are put together from parts of different kinds: a sentence, facts, a chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.text.clean import Clean
from tui.widgets.ink import NOTHING, Line, Piece, paragraph
from tui.widgets.rows import Rows, heading
from tui.widgets.theme import Ink


class Part(NamedTuple):
    """A part: its id, empty where it can't be chosen, and what it draws for a width (and whether it is current)."""

    id: str
    draw: Callable[[int, bool], Sequence[Line]]


class PartRows(Rows):
    """Parts under one another."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Take the parts."""
        self._parts = parts
        self.ids = [part.id for part in parts]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return the lines of a part."""
        return self._parts[index].draw(width, full)


def headline(words: Clean, first: bool = False) -> Part:
    """Return a heading with its rule, and a line of space above it unless it is the first."""
    return Part("", lambda width, full: heading(words, width, first))


def words(text: Clean, ink: Ink = "text", id: str = "", before: Clean = NOTHING) -> Part:
    """Return a paragraph; ``before`` stands before its first line, the others are set in as far."""

    def draw(width: int, full: bool) -> Sequence[Line]:
        inset = Clean(" " * len(before))
        lines = paragraph(text, max(width - len(before), 1), ink)
        return [[Piece(inset if nth else before, ink), *line] for nth, line in enumerate(lines)] if before else lines

    return Part(id, draw)


def lines(of: Callable[[int], Sequence[Line]], id: str = "") -> Part:
    """Return what is drawn alike whether it is current or not."""
    return Part(id, lambda width, full: of(width))


def space() -> Part:
    """Return an empty line."""
    return Part("", lambda width, full: [[]])
