"""What a person changed in a record that was edited as a whole: each item that is other than before is marked."""

from __future__ import annotations

from msgspec.structs import replace

from tui.library.editing.items import KINDS, corrected
from tui.library.editing.removing import place_kept
from tui.model import Record, Removal


def marked(before: Record, after: Record) -> Record:
    """Return an edited record with its new and changed items marked as corrected, and with what was taken out."""
    removed = list(after.removed)
    lists = {}
    for kind in KINDS:
        old = {item.id: item for item in getattr(before, kind)}
        items = getattr(after, kind)
        lists[kind] = tuple(item if old.get(item.id) == item else corrected(item) for item in items)
        gone = old.keys() - {item.id for item in items}
        places = (place_kept(old[key]) for key in old if key in gone)
        removed += [Removal(kind=kind, selector=place) for place in places if place is not None]
    return replace(after, removed=tuple(dict.fromkeys(removed)), **lists)
