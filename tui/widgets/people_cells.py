"""The cells of the table of people; rows are fetched some at a time, around those that are seen."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import overload

from tui.library.index.tables import PersonRow
from tui.messages import N_, lead
from tui.text.clean import Clean, clean_line
from tui.widgets.columns import Column
from tui.widgets.ink import NOTHING, Line, Piece
from tui.widgets.wording import day, number

COLUMNS = (
    Column("name", N_("Name"), 16, 26, 1),
    Column("role", N_("Latest role"), 24, 70, 3),
    Column("organization", N_("Organization"), 20, 36, 9),
    Column("place", N_("Place"), 14, 26, 6),
    Column("sessions", N_("Attended"), 10, 10, 2, to_the_right=True),
    Column("chaired", N_("Chaired"), 9, 9, 5, to_the_right=True, brief=N_("presided")),
    Column("first", N_("First"), 10, 10, 7, brief=N_("from")),
    Column("last", N_("Last"), 10, 10, 4, brief=N_("until")),
    Column("alike", N_("Namesakes"), 9, 9, 8, to_the_right=True, brief=N_("namesakes")),
)
BLOCK = 100
"""Rows that are fetched together."""
_MOST_BLOCKS = 20


class Ids(Sequence[str]):
    """Numbers of rows as ids, made where they are looked at: a hundred thousand of them are not held as text."""

    def __init__(self, numbers: Sequence[int]) -> None:
        """Take the numbers."""
        self.numbers = numbers if isinstance(numbers, array) else array("q", numbers)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        """Return an id, or some."""
        return Ids(self.numbers[index]) if isinstance(index, slice) else str(self.numbers[index])

    def place(self, row: str) -> int:
        """Return the index of an id, -1 where there is none."""
        wanted = int(row) if row.isdecimal() else -1
        return self.numbers.index(wanted) if wanted in self.numbers else -1


class PeopleCells:
    """What the table says of each person (see :class:`tui.widgets.table_rows.Cells`)."""

    grouped = False

    def __init__(self, numbers: Sequence[int], fetch: Callable[[Sequence[int]], Mapping[int, PersonRow]]) -> None:
        """Take the numbers of people in their order, and what gives the rows of some."""
        self.ids = Ids(numbers)
        self._fetch = fetch
        self._blocks: dict[int, Mapping[int, PersonRow]] = {}

    def place(self, row: str) -> int:
        """Return the index of a row, -1 where there is none of that id."""
        return self.ids.place(row)

    def heading(self, index: int) -> Clean:
        """Return nothing: there are no headings."""
        return NOTHING

    def row(self, index: int) -> PersonRow | None:
        """Return what is known of a person; None of one who is gone."""
        block = index // BLOCK
        if block not in self._blocks:
            if len(self._blocks) >= _MOST_BLOCKS:
                self._blocks.clear()
            self._blocks[block] = self._fetch(self.ids.numbers[block * BLOCK : (block + 1) * BLOCK])
        return self._blocks[block].get(self.ids.numbers[index])

    def cells(self, index: int) -> Sequence[Line]:
        """Return what the columns say of a person."""
        row = self.row(index)
        if row is None:
            return [[] for _ in COLUMNS]
        return [
            [Piece(clean_line(row.name), "person-strong")],
            [Piece(clean_line(row.roles))],
            [Piece(clean_line(row.organization), "dim")],
            [Piece(lead(clean_line(row.place)), "dim")],
            [Piece(number(row.sessions), "strong")],
            [Piece(number(row.chaired) if row.chaired else NOTHING)],
            [Piece(day(row.first), "dim")],
            [Piece(day(row.last), "dim")],
            [Piece(number(row.namesakes) if row.namesakes else NOTHING, "dim")],
        ]
