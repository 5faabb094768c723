"""Drawing quantities so that one looks instead of reads; every picture can be told without colour."""

from __future__ import annotations

from tui.charts.fill import filled
from tui.text.clean import Clean
from tui.widgets.ink import Piece

_TRACK, _LINE, _DOT = "·", "─", "●"


def bar(share: float, width: int) -> list[Piece]:
    """Return a bar that is filled to a share of 1, in eighths of a cell, on a track of dots."""
    full = filled(share, width)
    return [Piece(Clean(full), "figure"), Piece(Clean(_TRACK * (width - len(full))), "faint")]


def position(place: int, of: int, width: int) -> list[Piece]:
    """Return a line from the first place to the last with a dot at a place."""
    width = max(width, 3)
    share = (place - 1) / (of - 1) if of > 1 else 0.0
    index = min(max(round(share * (width - 1)), 0), width - 1)
    line = "├" + _LINE * (width - 2) + "┤"
    return [
        Piece(Clean(line[:index]), "faint"),
        Piece(Clean(_DOT), "figure-strong"),
        Piece(Clean(line[index + 1 :]), "faint"),
    ]
