"""Rows with what the user has added beside them: a star, tags, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.library.userdata import Kept
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import Line, Piece, fit, paragraph, spread
from tui.widgets.ink import width as width_of
from tui.widgets.rows import Rows

STAR, NOTE, TAG = Clean("★"), Clean("✎"), Clean("#")


def signs(star: bool, tags: bool, notes: bool) -> list[Piece]:
    """Return the signs of what was added, to stand at the right of a line."""
    shown = [sign for sign, has in ((TAG, tags), (NOTE, notes), (STAR, star)) if has]
    return [Piece(Clean(" ".join(shown)), "accent")] if shown else []


class AddedRows(Rows):
    """Other rows, with signs behind their first line, and below the current one the tags and notes themselves."""

    def __init__(self, rows: Rows, added: Mapping[str, Kept]) -> None:
        """Take rows, and what was added by the id of its row."""
        self._rows, self._added = rows, added
        self.ids = rows.ids

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return the lines of a row with what was added to it."""
        kept = self._added.get(self.ids[index]) if self.ids[index] else None
        if kept is None:
            return self._rows.lines(index, width, full)
        right = signs(kept.star, bool(kept.tags), bool(kept.notes))
        room = max(width - width_of(right) - 1, 1)
        first, *rest = self._rows.lines(index, room, full)
        lines: list[Line] = [spread(fit(first, room), right, width) if right else first, *rest]
        if full:
            words = [Clean(" ".join(f"{TAG}{clean_line(tag)}" for tag in kept.tags))] if kept.tags else []
            words += [Clean(f"{NOTE} {clean_line(note.text)}") for note in kept.notes]
            for each in words:
                lines += [[Piece(Clean("  ")), *line] for line in paragraph(each, width - 2, "accent")]
        return lines
