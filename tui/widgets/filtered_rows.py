"""The rows of a list that have the words that were typed, under the headings they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages import say
from tui.text.typed import Typed
from tui.widgets.ink import Line
from tui.widgets.rows import NoRows, Rows


class FilteredRows(Rows):
    """Some of the rows of a list; a heading stays while something under it does."""

    def __init__(self, rows: Rows, kept: Sequence[int]) -> None:
        """Take the rows, and the places of those that are kept, in order; see :func:`filtered`."""
        self.rows, self._kept = rows, kept
        self.ids = [rows.ids[index] for index in kept]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return the lines of a row; the first one has no space above its heading."""
        lines = self.rows.lines(self._kept[index], width, full)
        return lines[1:] if index == 0 and lines and not lines[0] else lines

    def heights(self, width: int) -> Sequence[int]:
        """Return the heights as the whole list knows them."""
        every = self.rows.heights(width)
        heights = [every[index] for index in self._kept]
        return [len(self.lines(0, width, False)), *heights[1:]]

    def name(self, index: int) -> str:
        """Return what a row is known by."""
        return self.rows.name(self._kept[index])


def filtered(rows: Rows, words: str) -> Rows:
    """Return the rows that have all words that were typed; without words all of them, or why there are none."""
    typed = Typed(words)
    if not typed or not any(rows.ids):
        return rows
    kept: list[int] = []
    heading = -1
    for index, row in enumerate(rows.ids):
        if not row:
            heading = index
        elif typed.matches(rows.name(index)):
            if heading >= 0:
                kept.append(heading)
                heading = -1
            kept.append(index)
    return FilteredRows(rows, kept) if kept else NoRows(say("Nothing here has all of these words."))
