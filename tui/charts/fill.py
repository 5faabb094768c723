"""How far a bar is filled: a broad one in eighths of a column, a thin one in halves."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL = "█"
_RULE, _HALF_RULE = "━", "╸"


def filled(share: float, size: int) -> str:
    """Return the filled part of a bar of so many columns; the rest of it is left to the caller.

    Anything above nothing shows at least an eighth, and anything below all leaves at least an eighth.
    """
    share = min(max(share, 0.0), 1.0)
    eighths = round(share * size * 8)
    if share > 0:
        eighths = max(eighths, 1)
    if share < 1:
        eighths = min(eighths, size * 8 - 1)
    full, part = divmod(eighths, 8)
    return _FULL * full + (_EIGHTHS[part] if part else "")


def ruled(share: float, size: int) -> str:
    """Return the same of a thin bar, between which and the next one there is room; anything above nothing shows."""
    share = min(max(share, 0.0), 1.0)
    halves = max(round(share * size * 2), 1 if share > 0 else 0)
    full, part = divmod(halves, 2)
    return _RULE * full + _HALF_RULE * part
