"""A record that a person corrected, taken up: over the text that it was made for, or over one that has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tui.library.corrections import Flaw, anchor, problems
from tui.library.editing.items import KINDS
from tui.library.parsing import parsed
from tui.library.rebasing import is_said, is_unmarked, rebased
from tui.library.records import from_data
from tui.library.soundness import sound
from tui.model import Record
from tui.sources.source import SourceText
from tui.text.regex import regex

_ITEM = regex(r"(\w+)\[(\d+)\]")
_STEP = regex(r"(\w+)|\[(\d+)\]")


class Taken(NamedTuple):
    """A correction as it is used."""

    record: Record
    """It holds whole over the text: what doesn't stand is left out of it (never of the file)."""
    flaws: Sequence[Flaw]
    """What doesn't stand, at its place in the file."""
    changed: bool
    """The text is another one than the correction was made for."""


def take(
    data: Mapping[str, Any],
    source: SourceText,
    path: str,
    name: str,
    line_of: Callable[[str], int | None] = lambda _: None,
) -> Taken:
    """Return a correction with its offsets filled in, ready to be used.

    Over a text that has changed only what a person said is taken, and only where its words still stand; the rest is
    what the text parses to now.

    Args:
        data: The record as it was read from its file.
        source: The source that it is about, as it is now.
        path: The source's path, for the record.
        name: The record's file, for errors.
        line_of: Gives the line of a place in the file.

    Raises:
        RecordError: it is no valid record.

    """
    anchored, flaws = anchor(data, source.text)
    for flaw in flaws:
        _place_nowhere(anchored, flaw.place)
    record = from_data(anchored, name, line_of)
    named = {flaw.place for flaw in flaws}
    flaws += [flaw for flaw in problems(record, source.text) if flaw.place not in named]
    kept = sound(record, source.text)
    if _is_for(data, source) or (not flaws and anchored == data):
        return Taken(kept, flaws, changed=False)
    lost = frozenset(flaw.place for flaw in flaws)
    new = rebased(kept, parsed(source, path), source.text, lost)
    return Taken(new, [flaw for flaw in flaws if _concerns(flaw, record)], changed=True)


def _is_for(data: Mapping[str, Any], source: SourceText) -> bool:
    """Tell whether a record was made for a text, as the hashes in it say."""
    stated = data.get("source")
    if not isinstance(stated, Mapping):
        return False
    text = stated.get("text_sha256")
    return bool(text == source.text_sha256 if isinstance(text, str) else stated.get("sha256") == source.sha256)


def _place_nowhere(data: Any, place: str) -> None:
    """Give a selector without offsets such that are no place, so that the record is read and the flaw is seen."""
    for key, number in _STEP.findall(place):
        data = data[key] if key else data[int(number)]
    if not all(type(data.get(key)) is int for key in ("start", "end")):
        data.update(start=0, end=0)


def _concerns(flaw: Flaw, correction: Record) -> bool:
    """Tell whether something that doesn't stand is what a person said or took out."""
    item = _ITEM.match(flaw.place)
    if item is None:
        return False
    name, number = item[1], int(item[2])
    if name == "removed":
        return True
    return name in KINDS and is_said(getattr(correction, name)[number], is_unmarked(correction))
