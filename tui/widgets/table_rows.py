"""The rows of a table: columns in one line where there is room, two lines where there is little."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Protocol

from tui.messages import say
from tui.text.clean import Clean
from tui.widgets.columns import STACKED, Column, column_at, fitted, head_of, row_of
from tui.widgets.ink import Line, Piece, cells, paragraph, shorten, spread, width
from tui.widgets.rows import Rows, heading

_BETWEEN = Clean(" · ")
_INDENT = Clean("  ")


class Cells(Protocol):
    """What a table shows, a row at a time and as late as possible: of 100,000 rows those that are seen are asked for.

    A row's id is unique and stays the row's; ``""`` is a heading above a group of rows.
    """

    @property
    def ids(self) -> Sequence[str]:
        """The rows in their order."""

    @property
    def grouped(self) -> bool:
        """Whether there are headings among the rows."""

    def place(self, row: str) -> int:
        """Return the index of a row, -1 where there is none of that id."""

    def cells(self, index: int) -> Sequence[Line]:
        """Return what a row says, a line of pieces for each column, in the order of the columns."""

    def heading(self, index: int) -> Clean:
        """Return the words of a heading."""


class TableRows(Rows):
    """Draws the rows of a table for any width."""

    def __init__(self, columns: Sequence[Column], told: Cells, by: str = "", falls: bool = False) -> None:
        """Take the columns, what is in them, by which of them rows are sorted, and whether the greatest comes first."""
        self.columns, self.told = columns, told
        self._by, self._falls = by, falls
        self._widths: dict[int, dict[str, int]] = {}
        self.ids = told.ids
        self.tells_all = True
        """Whether the current row shows in further lines what its columns have no room for."""

    def place(self, row: str) -> int:
        """Return the index of a row, -1 where there is none of that id."""
        return self.told.place(row) if row else -1

    def offsets(self, width: int) -> Sequence[int]:
        """Return on which line each row begins; without headings all are equally high, and none is looked at."""
        high = 2 if width < STACKED else 1
        if not self.told.grouped:
            return range(0, high * len(self.ids) + 1, high)
        return list(accumulate((high if row else 2 if nth else 1 for nth, row in enumerate(self.ids)), initial=0))

    def heights(self, width: int) -> Sequence[int]:
        """Return how many lines each row takes while it is not the current one."""
        offsets = self.offsets(width)
        return [after - before for before, after in pairwise(offsets)]

    def head(self, width: int) -> Line:
        """Return the names of the columns, none where rows are stacked."""
        if width < STACKED or not self.ids:
            return ()
        return head_of(self.columns, self._fitted(width), self._by, self._falls)

    def column_at(self, cell: int, width: int) -> str | None:
        """Return the id of the column that a cell of the head belongs to."""
        return column_at(self.columns, self._fitted(width), cell)

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, or the lines of a row; of the current one also what was cut or left out."""
        if not self.ids[index]:
            return heading(self.told.heading(index), width, index == 0)
        told = self.told.cells(index)
        if width < STACKED:
            return self._stacked(told, width, full and self.tells_all)
        widths = self._fitted(width)
        lines: list[Line] = [row_of(self.columns, widths, told)]
        if full and self.tells_all:
            lines += self._rest(told, widths, width)
        return lines

    def _fitted(self, width: int) -> dict[str, int]:
        if width not in self._widths:
            self._widths = {width: fitted(self.columns, width, self._by)}
        return self._widths[width]

    def _rest(self, told: Sequence[Line], widths: dict[str, int], limit: int) -> list[Line]:
        """Return in full what the columns of a row have no room for."""
        lines: list[Line] = []
        for column, cell in zip(self.columns, told, strict=True):
            if width(cell) > widths.get(column.id, 0):
                words = Clean(f"{say(column.name)}: {_words(cell)}")
                lines += [[Piece(_INDENT), *line] for line in paragraph(words, limit - len(_INDENT), "dim")]
        return lines

    def _stacked(self, told: Sequence[Line], limit: int, full: bool) -> list[Line]:
        """Return two lines: the first columns with a number to the right, and below it what else there is to say."""
        first: list[Piece] = []
        right: list[Piece] = []
        rest: list[tuple[int, Clean]] = []
        for column, cell in zip(self.columns, told, strict=True):
            if column.rank == 1:
                first += [*([Piece(Clean(" "))] if first else []), *cell]
            elif column.rank == 2 and column.to_the_right and not right:
                right += cell
            elif width(cell):
                rest.append((column.rank, Clean(f"{say(column.brief)} {_words(cell)}".lstrip())))
        rest.sort(key=lambda pair: pair[0])
        words = Clean(_BETWEEN.join(said for _, said in rest))
        if not full:
            below: list[Line] = [[Piece(_INDENT), Piece(shorten(words, limit - len(_INDENT)), "dim")]]
            return [spread(first, right, limit), *below]
        named = _words(first)
        room = limit - (width(right) + 1 if right else 0)
        top: list[Line] = [spread(first, right, limit)]
        if cells(named) > room:
            top = [*paragraph(named, limit, first[0].ink), *([spread((), right, limit)] if right else [])]
        lines = paragraph(words, limit - len(_INDENT), "text")
        return [*top, *([Piece(_INDENT), *line] for line in lines)]


def _words(line: Line) -> Clean:
    return Clean("".join(piece.text for piece in line))
