"""What a list shows: rows of one or more lines under headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tui.text.clean import Clean
from tui.widgets.ink import Line, Piece, cells, paragraph, shorten

_UNCUT = 500
"""Columns in which nothing that a row says is cut."""


class Rows:
    """The rows of a :class:`~tui.widgets.line_list.LineList`.

    ``ids`` names each row, in order; ``""`` is a heading or a gap, which can't be the current row. A subclass draws a
    row's lines; with thousands of rows it also says their heights without drawing them.
    """

    ids: Sequence[str] = ()

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return the lines of a row, each fit for so many cells; ``full``: nothing may be cut (the current row)."""
        raise NotImplementedError

    def heights(self, width: int) -> Sequence[int]:
        """Return how many lines each row takes while it is not the current one."""
        return [len(self.lines(index, width, False)) for index in range(len(self.ids))]

    def name(self, index: int) -> str:
        """Return what a row is found by when a list is filtered: by default all that it says."""
        lines = self.lines(index, _UNCUT, True)
        return " ".join(piece.text for line in lines for piece in line)

    def offsets(self, width: int) -> Sequence[int]:
        """Return on which line each row begins while none is the current one, and how many lines there are in all."""
        return list(accumulate(self.heights(width), initial=0))

    def head(self, width: int) -> Line:
        """Return the line that stays above the rows while these are scrolled; an empty one is none."""
        return ()

    def place(self, row: str) -> int:
        """Return the index of a row, -1 where there is none of that id."""
        return next((index for index, each in enumerate(self.ids) if each == row), -1) if row else -1


def heading(words: Clean, width: int, first: bool) -> list[Line]:
    """Return the lines of a heading: its words and a rule, with a line of space above unless it is the first."""
    name = shorten(words, width)
    rule = Clean("─" * max(width - cells(name) - 1, 0))
    line = [Piece(name, "dim"), Piece(Clean(" ")), Piece(rule, "faint")]
    return [line] if first else [[], line]


class NoRows(Rows):
    """An empty list that says why it is empty."""

    def __init__(self, *sentences: Clean) -> None:
        """Take what to say, a paragraph each."""
        self.ids = [""] * len(sentences)
        self._sentences = sentences

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a sentence, wrapped, with a line of space after it."""
        return [*paragraph(self._sentences[index], width, "dim"), []]
