"""The command palette: every action and every session, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input

from tui.actions import Action, for_palette, keys_of, written
from tui.library import Entry
from tui.messages import say
from tui.screens.window import Window
from tui.text.clean import Clean, clean_line
from tui.text.typed import Typed
from tui.widgets.ink import Line, Piece, paragraph, spread
from tui.widgets.line_list import LineList
from tui.widgets.rows import NoRows, Rows
from tui.widgets.typed_line import TypedLine
from tui.widgets.wording import day

MOST = 200
"""Most rows that are shown."""


class PaletteRows(Rows):
    """Actions, then sessions; a row's id is ``do:`` and the action, or ``open:`` and the path."""

    def __init__(self, rows: Sequence[Action | Entry], rebound: Mapping[str, Sequence[str]]) -> None:
        """Take what is offered, and the user's keys."""
        self._rows, self._rebound = rows, rebound
        self.ids = [f"do:{row.id}" if isinstance(row, Action) else f"open:{row.path}" for row in rows]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return an action with its keys, or a session with its day."""
        row = self._rows[index]
        if isinstance(row, Action):
            keys = keys_of(row, self._rebound)
            key = [Piece(Clean(written(keys[0])), "accent")] if keys else []
            return [spread([Piece(say(row.about), "text")], key, width)]
        words = paragraph(clean_line(row.headline), width - 2, "text" if full else "dim", most=0 if full else 1)
        where = Clean(" · ".join(part for part in (day(row.date), clean_line(row.place or "")) if part))
        return [[Piece(where, "strong")], *([Piece(Clean("  ")), *line] for line in words)]


def matching(query: str, actions: Sequence[Action], entries: Sequence[Entry]) -> list[Action | Entry]:
    """Return the actions and sessions with all words of a query in their names, accents not needed; best first."""
    typed = Typed(query)
    found: list[tuple[int, Action | Entry]] = []
    offered: list[Action | Entry] = [*actions, *entries]
    for each in offered:
        name = _name(each)
        if typed.matches(name):
            found.append((-typed.begun(name), each))
    found.sort(key=lambda pair: pair[0])
    return [each for _, each in found[:MOST]]


def _name(each: Action | Entry) -> str:
    if isinstance(each, Action):
        return f"{say(each.label)} {say(each.about)} {each.id}"
    return f"{each.place or ''} {day(each.date)} {each.headline} {each.theme or ''}"


class PaletteScreen(Window[str | None]):
    """Finds commands and sessions as one types; dismissed with the id of the row that was chosen."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Take the sessions that are offered."""
        super().__init__(awaits_line=True)
        self._entries = entries
        self._line = TypedLine(id="palette-line", placeholder=say("a command, a place, a date"))
        self._list = LineList(id="palette", framed=False, always_strong=True)

    def compose(self) -> ComposeResult:
        """Lay out the line and the list."""
        with Vertical(id="window", classes="-list") as window:
            window.border_title = Content(say("Commands and sessions"))
            with Horizontal(id="typed"):
                yield self._line
            yield self._list
            yield self.keys

    def on_mount(self) -> None:
        """Show everything, and take what was typed meanwhile."""
        self._list.can_focus = False
        self._show("")
        self.line_is_ready(self._line)
        self.show_keys(without=("next_section",))

    def _show(self, query: str) -> None:
        rows = matching(query, for_palette(), self._entries)
        self._list.show(PaletteRows(rows, self.rebound) if rows else NoRows(say("Nothing has that name.")))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what has the words that are typed."""
        self._show(message.value)

    def do_down(self, times: int) -> None:
        """Go to the next row."""
        self._list.do_down(times)

    def do_up(self, times: int) -> None:
        """Go to the row before."""
        self._list.do_up(times)

    def do_next_section(self, times: int) -> None:
        """Go to the next row."""
        self._list.do_down(times)

    def do_previous_section(self, times: int) -> None:
        """Go to the row before."""
        self._list.do_up(times)

    def do_choose(self, times: int) -> None:
        """Choose the current row."""
        self.dismiss(self._list.current or None)

    def on_line_list_chosen(self) -> None:
        """Choose the row that was clicked."""
        self.do_choose(1)
