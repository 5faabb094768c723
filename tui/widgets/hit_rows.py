"""What a search found: sections with their hits, the words that matched highlighted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.messages import N_, say, say_many
from tui.search.fields import field_name
from tui.sections import Section
from tui.text.clean import Clean, clean_line
from tui.widgets.article import Span, apart
from tui.widgets.ink import Line, Piece, cells, fit, spread, wrap
from tui.widgets.paint import Wash, paint
from tui.widgets.rows import Rows, heading
from tui.widgets.theme import Ink
from tui.widgets.wording import day

if TYPE_CHECKING:
    from tui.search.results import Hit, Results

SECTIONS: dict[Section, str] = {
    "sessions": N_("Sessions"),
    "people": N_("People"),
    "figures": N_("Figures"),
    "requests": N_("Requests"),
    "passages": N_("Passages"),
}
_INKS: dict[Section, Ink] = {"people": "person-strong", "figures": "figure-strong", "requests": "request"}
_PLAIN = frozenset({"name", "figure", "action", "body"})
"""Fields that a hit's section says already."""
_SHORT = 2
"""Most lines of a title that is not the current row's."""


class HitRows(Rows):
    """Hits under the names of their sections; a row's id is section and rank."""

    def __init__(self, results: Results) -> None:
        """Take the results."""
        self.results = results
        self._rows: list[Hit | Clean] = []
        for found in results.sections:
            name = say(SECTIONS[found.section])
            self._rows += [Clean(f"{name} {found.total}"), *found.hits]
        self.ids = ["" if isinstance(row, str) else row_of(row) for row in self._rows]

    def hit(self, row: str) -> Hit | None:
        """Return the hit of a row."""
        index = self.ids.index(row) if row in self.ids else -1
        found = self._rows[index] if row and index >= 0 else None
        return None if isinstance(found, str) else found

    def heights(self, width: int) -> Sequence[int]:
        """Return the heights of headings and hits."""
        return [
            len(heading(row, width, index == 0)) if isinstance(row, str) else _height(row, width)
            for index, row in enumerate(self._rows)
        ]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, or a hit: its title and where it is from."""
        row = self._rows[index]
        if isinstance(row, str):
            return heading(row, width, index == 0)
        ink = _INKS.get(row.section, "text")
        lines = _highlighted(row.title, row.title_spans, width, ink, 0 if full else _SHORT)
        lines += _below(row, width, full)
        if row.sessions > 1:
            count = say_many("{count} session", "{count} sessions", row.sessions)
            lines.append([Piece(Clean(f"  {count}"), "dim")])
        return lines


def _height(hit: Hit, width: int) -> int:
    """Return how many lines a hit takes while it is not the current one, without looking for its words."""
    title = min(len(wrap(hit.title, 0, len(hit.title), width)), _SHORT) if hit.title else 0
    return title + 1 + (hit.sessions > 1)


def row_of(hit: Hit) -> str:
    """Return the id of a hit's row."""
    return f"{hit.section}:{hit.rank}"


def _below(hit: Hit, width: int, full: bool) -> list[Line]:
    """Return the second line of a hit: what it tells beside, and to the right where its words are and the day."""
    place = clean_line(hit.place or "")
    field = Clean("") if hit.field in _PLAIN else field_name(hit.field)
    if hit.section == "sessions":
        about = Clean(" · ".join(part for part in (day(hit.date), place, field) if part))
        return [fit([Piece(Clean("  ")), Piece(about, "dim")], width)]
    when = Clean(" · ".join(part for part in (field, day(hit.date)) if part))
    when = when if cells(when) <= width // 2 else day(hit.date)
    room = width - 2 - (cells(when) + 2 if when else 0)
    detail = _highlighted(hit.detail, hit.detail_spans, room, "dim", 0 if full else 1) or [[]]
    detail[0] = spread(detail[0], [Piece(when, "dim")], width - 2) if when else detail[0]
    return [[Piece(Clean("  ")), *line] for line in detail]


def _highlighted(text: Clean, spans: Sequence[Span], width: int, ink: Ink, most: int) -> list[Line]:
    """Return a text as lines with the matched words on their ground; what is cut ends in an ellipsis."""
    if not text:
        return []
    wash = [Wash("match", apart(spans))]
    places = wrap(text, 0, len(text), width)
    cut = bool(most) and len(places) > most
    if cut:
        places = places[: most - 1] + wrap(text, places[most - 1][0], len(text), width - 1)[:1]
    lines: list[Line] = [paint(text, place, ink, (), wash) for place in places]
    if cut:
        lines[-1] = [*lines[-1], Piece(Clean("…"), ink)]
    return lines
