"""What results can be narrowed by: places, years, people and kinds, each with how often it comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.kinds import FIGURES
from tui.messages import N_, lead, say
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import Line, Piece, cells, paragraph, shorten, spread
from tui.widgets.rows import Rows, heading
from tui.widgets.wording import REQUESTS

if TYPE_CHECKING:
    from tui.library.index.engine import Counted, Facet

NAMES: Mapping[Facet, str] = {
    "place": N_("Places"),
    "year": N_("Years"),
    "who": N_("People"),
    "kind": N_("Kinds"),
}
"""What the facets are called, in the order in which they are listed."""
_KINDS: Mapping[str, str] = dict([*REQUESTS.items(), *FIGURES.items()])
_BETWEEN = ":"


class FacetRows(Rows):
    """Values under the names of their facets; a row's id is facet and value."""

    def __init__(self, facets: Mapping[Facet, Sequence[Counted]]) -> None:
        """Take values with their counts, by facet."""
        self._rows: list[tuple[Facet, Counted] | Clean] = []
        for facet, name in NAMES.items():
            if found := facets.get(facet):
                self._rows += [say(name), *((facet, one) for one in found)]
        self.ids = ["" if isinstance(row, str) else row_of(row[0], row[1].value) for row in self._rows]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, or a value with its count; the current one in full."""
        row = self._rows[index]
        if isinstance(row, str):
            return heading(row, width, index == 0)
        facet, (value, times) = row
        name = lead(say(_KINDS.get(value, value))) if facet == "kind" else lead(clean_line(value))
        count = Piece(Clean(str(times)), "dim")
        room = width - cells(count.text) - 1
        if not full or cells(name) <= room:
            return [spread([Piece(shorten(name, room), "text")], [count], width)]
        first, *rest = paragraph(name, room, "text")
        return [spread(first, [count], width), *rest]


def row_of(facet: str, value: str) -> str:
    """Return the id of a value's row."""
    return f"{facet}{_BETWEEN}{value}"


def facet_of(row: str) -> tuple[str, str]:
    """Return the facet and the value that a row stands for."""
    facet, _, value = row.partition(_BETWEEN)
    return facet, value
