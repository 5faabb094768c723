"""Drawing quantities so that one looks instead of reads; every picture can be told without colour."""

from __future__ import annotations

from tui.text.clean import Clean
from tui.widgets.ink import Piece

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL, _TRACK, _LINE, _DOT = "█", "·", "─", "●"


def bar(share: float, width: int) -> list[Piece]:
    """Return a bar that is filled to a share of 1, in eighths of a cell, on a track of dots.

    Anything above nothing shows at least an eighth, and anything below all leaves at least an eighth.
    """
    share = min(max(share, 0.0), 1.0)
    eighths = round(share * width * 8)
    if share > 0:
        eighths = max(eighths, 1)
    if share < 1:
        eighths = min(eighths, width * 8 - 1)
    full, part = divmod(eighths, 8)
    filled = _FULL * full + (_EIGHTHS[part] if part else "")
    return [Piece(Clean(filled), "figure"), Piece(Clean(_TRACK * (width - len(filled))), "faint")]


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
