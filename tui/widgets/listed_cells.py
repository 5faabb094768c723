"""The cells of a table whose rows are listed: each is told when it is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from tui.tables.listed import Listed
from tui.text.clean import Clean
from tui.widgets.columns import Column
from tui.widgets.ink import Line


class ListedCells:
    """Rows and headings as they are listed; see :class:`tui.widgets.table_rows.Cells`."""

    def __init__(self, listed: Listed, columns: Sequence[Column], tell: Callable[[str], Mapping[str, Line]]) -> None:
        """Take what is listed, the columns that are told, and what tells the cells of a row, by the columns' ids."""
        self._listed, self.columns, self._tell = listed, columns, tell

    @property
    def ids(self) -> Sequence[str]:
        """The rows in their order."""
        return self._listed.ids

    @property
    def grouped(self) -> bool:
        """Whether there are headings among the rows."""
        return bool(self._listed.headings)

    def place(self, row: str) -> int:
        """Return the index of a row, -1 where there is none of that id."""
        return self._places.get(row, -1) if row else -1

    def cells(self, index: int) -> Sequence[Line]:
        """Return what a row says, a line of pieces for each column."""
        told = self._tell(self._listed.ids[index])
        return [told[column.id] for column in self.columns]

    def heading(self, index: int) -> Clean:
        """Return the words of a heading."""
        return self._listed.headings[index]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {row: index for index, row in enumerate(self._listed.ids) if row}
