"""Which panes a window of a size shows, and how wide they are."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.actions import SIDE, Place

Mode = Literal["wide", "medium", "narrow"]
WIDE, MEDIUM = 110, 80
"""Fewest columns for three columns of panes, and for two."""
STACKED = 24
"""Fewest rows for participants over figures in one column."""
TITLED = 16
"""Fewest rows for a line of title."""
LEAST, TEXT = 20, 44
"""Fewest columns of a list, and of the text beside lists."""


class Arrangement(NamedTuple):
    """What is shown. ``tabs`` are the names in the title of each pane that shares its place with others."""

    mode: Mode
    shown: frozenset[Place]
    tabs: dict[Place, tuple[Place, ...]]
    sessions: int
    side: int
    titled: bool
    tab_line: bool
    key_line: bool


def arrange(
    width: int, height: int, active: Place, upper: Place, lower: Place, *, wished: tuple[int, int] = (0, 0)
) -> Arrangement:
    """Return the arrangement for a window.

    Args:
        width: Columns of the window.
        height: Rows of the window.
        active: The pane that has the focus.
        upper: The side pane that was used last, for a window with one side pane.
        lower: ``figures`` or ``requests``, whichever was used last, for a window with two side panes.
        wished: Columns for the sessions and for the side panes, as far as there is room; 0: as suits the window.
    """
    titled, tab_line, key_line = height >= TITLED, False, height >= 3
    if width < MEDIUM:
        return Arrangement("narrow", frozenset({active}), {}, 0, 0, False, height >= 4, key_line)
    shown: set[Place] = {"text"}
    if width >= WIDE or active == "sessions":
        shown.add("sessions")
    stacked = width >= WIDE and height >= STACKED
    tabs: dict[Place, tuple[Place, ...]]
    if stacked:
        shown |= {"people", lower}
        tabs = {lower: ("figures", "requests")}
    else:
        shown.add(upper)
        tabs = {upper: SIDE}
    mode: Mode = "wide" if width >= WIDE else "medium"
    sessions = _between(26, width * 7 // 40, 36) if mode == "wide" else _between(32, width // 2, 44)
    side = _between(32, width // 4, 46) if mode == "wide" else _between(34, width * 2 // 5, 38)
    if mode == "wide":
        sessions = _between(LEAST, wished[0] or sessions, width - LEAST - TEXT)
        side = _between(LEAST, wished[1] or side, width - sessions - TEXT)
    else:
        sessions = _between(LEAST, wished[0] or sessions, width - LEAST)
        side = _between(LEAST, wished[1] or side, width - TEXT)
    return Arrangement(mode, frozenset(shown), tabs, sessions, side, titled, tab_line, key_line)


def _between(least: int, wanted: int, most: int) -> int:
    return min(max(wanted, least), most)
