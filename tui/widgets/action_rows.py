"""Actions with their keys and what they do: the help and the command palette."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.actions import Action, keys_of, written
from tui.messages import say
from tui.text.clean import Clean
from tui.widgets.ink import Line, Piece, cells, paragraph
from tui.widgets.rows import Rows, heading

KEYS_WIDTH = 17
"""Columns for the keys of an action."""


class Words(NamedTuple):
    """A sentence among the actions."""

    text: Clean


class ActionRows(Rows):
    """Actions under headings, and sentences. A row's id is its number and its action's id."""

    def __init__(self, rows: Sequence[Action | Words | Clean], rebound: Mapping[str, Sequence[str]]) -> None:
        """Take actions, sentences and headings (plain text), and the user's keys."""
        self._rows, self._rebound = rows, rebound
        self.ids = [f"{number}:{row.id}" if isinstance(row, Action) else "" for number, row in enumerate(rows)]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, a sentence, or the keys of an action and what it does."""
        row = self._rows[index]
        if isinstance(row, Words):
            return paragraph(row.text, width, "dim")
        if isinstance(row, str):
            return heading(row, width, index == 0)
        keys = Clean("  ".join(written(each) for each in keys_of(row, self._rebound)))
        room = min(KEYS_WIDTH, max(width // 3, 8))
        about = paragraph(say(row.about), width - room, "text")
        if cells(keys) >= room:
            return [[Piece(keys, "accent")], *([Piece(Clean(" " * room)), *line] for line in about)]
        lead = Piece(Clean(f"{keys:<{room}}"), "accent")
        return [[lead if nth == 0 else Piece(Clean(" " * room)), *line] for nth, line in enumerate(about)]


def action_of(row: str) -> str:
    """Return the id of the action that a row stands for."""
    return row.partition(":")[2]
