"""How far a bar is filled, in eighths of a column."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL = "█"


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
