"""The columns of the board of all requests, and what they say of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.library.userdata import State
from tui.library.userdata.kept import state_name
from tui.messages import N_, lead
from tui.tables.board import Board
from tui.text.clean import Clean, clean_line
from tui.widgets.added_rows import signs
from tui.widgets.columns import Column
from tui.widgets.ink import Line, Piece
from tui.widgets.theme import Ink
from tui.widgets.wording import INFERRED, day

COLUMNS = (
    Column("state", "", 1, 1, 1),
    Column("addressee", N_("addressee"), 18, 26, 1),
    Column("action", N_("what is asked"), 20, 90, 2),
    Column("due", N_("due"), 12, 12, 3),
    Column("date", N_("date"), 10, 10, 2, to_the_right=True),
    Column("requester", N_("requester"), 12, 24, 5),
    Column("place", N_("place"), 12, 22, 6),
    Column("named", N_("state"), 8, 16, 7),
    Column("added", "", 5, 5, 4),
)
STATE_SIGNS: dict[State, tuple[Clean, Ink]] = {
    "open": (Clean("○"), "figure-strong"),
    "answered": (Clean("◐"), "request"),
    "done": (Clean("✓"), "person"),
    "dropped": (Clean("×"), "dim"),
}
"""What stands for a state where there is room for one character."""


def seen_columns(table: Board) -> Sequence[Column]:
    """Return the columns that have something to say."""
    some = table.kept.values()
    empty = {"due"} if all(kept.due is None for kept in some) else set()
    if not any(kept.star or kept.tags or kept.notes for kept in some):
        empty.add("added")
    return [column for column in COLUMNS if column.id not in empty]


def telling(table: Board) -> Callable[[str], Mapping[str, Line]]:
    """Return what tells the cells of a request by its key, by the columns' ids."""

    def tell(key: str) -> Mapping[str, Line]:
        one, state, kept = table.asked(key), table.state(key), table.added(key)
        sign, ink = STATE_SIGNS[state]
        late = table.is_late(key)
        due = f"{'! ' if late else ''}{day(table.due(key))}"
        guess = [Piece(Clean(f"{INFERRED} "), "dim")] if one.attribution != "explicit" else []
        return {
            "state": [Piece(sign, "warning" if late else ink)],
            "addressee": [Piece(lead(clean_line(table.addressee(key))), "request")],
            "action": [Piece(lead(clean_line(one.action)), "text" if state == "open" else "dim")],
            "due": [Piece(Clean(due), "warning" if late else "dim")] if table.due(key) else (),
            "date": [Piece(day(one.day), "dim")],
            "requester": [*guess, Piece(clean_line(one.requester or ""), "dim")],
            "place": [Piece(clean_line(one.place or ""), "dim")],
            "named": [Piece(state_name(state), "dim")],
            "added": signs(kept.star, bool(kept.tags), bool(kept.notes)) if kept else (),
        }

    return tell
