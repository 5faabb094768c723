"""What became of requests as a picture: a bar for each addressee, made of the states that their requests are in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.charts.stacks import Kind, Stack, key, stacks
from tui.charts.stroke import Ink, Line, Stroke, plain
from tui.library.userdata import STATES, State
from tui.library.userdata.kept import state_name
from tui.messages import say
from tui.tables.board import Board
from tui.text.clean import Clean, clean_line

_SIGNS: dict[State, tuple[str, Ink]] = {
    "open": ("━", "figure"),
    "answered": ("═", "request"),
    "done": ("─", "person"),
    "dropped": ("┄", "dim"),
}


def kinds() -> list[Kind]:
    """Return the states with how they are drawn, in their order."""
    return [Kind(state_name(state), *_SIGNS[state]) for state in STATES]


def by_addressee(table: Board, shown: Iterable[str]) -> list[Stack]:
    """Return a stack for each addressee of the requests that are shown; its id is the addressee."""
    return [
        Stack(one.addressee, clean_line(one.addressee) or say("Not known"), one.counts)
        for one in table.standings(shown)
    ]


def totals(given: Sequence[Stack]) -> list[int]:
    """Return how many there are of each state."""
    return [sum(stack.counts[number] for stack in given) for number in range(len(STATES))]


def drawn(table: Board, shown: Iterable[str], width: int) -> Clean:
    """Return the chart as text of so many columns."""
    given = by_addressee(table, shown)
    head: list[Line] = [[Stroke(say("Requests by addressee and state"))], *key(kinds(), totals(given), width), []]
    return plain([*head, *stacks(given, kinds(), width)])
