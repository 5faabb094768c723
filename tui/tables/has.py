"""What rows of tables have, as ``has:`` asks for it."""

from __future__ import annotations

from tui.library import Entry
from tui.library.userdata import Kept


def has_of(entry: Entry, kept: Kept | None) -> frozenset[str]:
    """Return the words of ``has:`` that hold of a row: what the user added to it, and what its article has."""
    has = {"figure": entry.figures > 0, "request": entry.requests > 0, "correction": entry.corrected}
    if kept is not None:
        has |= {"star": kept.star, "note": bool(kept.notes), "tag": bool(kept.tags)}
    return frozenset(word for word, holds in has.items() if holds)
