"""The list of a library: its articles in order, each once, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from tui.library.entry import Entry, Problem
from tui.library.scan import Found
from tui.library.summary import unparsed
from tui.messages import say
from tui.text.clean import clean_line


class Listing(NamedTuple):
    """What a library shows: it is made anew when something has changed."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    by_key: Mapping[str, Entry]


def listing(known: Iterable[Entry], pending: Mapping[str, Found], problems: Iterable[Problem]) -> Listing:
    """Return the list of a library.

    Of files with the same article the first by path is shown, the others are named as problems.

    Args:
        known: The entries of what was read before.
        pending: The files that are new or have changed, by path; a record without its source is no article.
        problems: What else is wrong.

    """
    entries = {entry.path: replace(entry, state="pending") if entry.path in pending else entry for entry in known}
    for path, file in pending.items():
        if path not in entries and file.stamp is not None:
            entries[path] = unparsed(path, "pending")
    by_key: dict[str, Entry] = {}
    wrong = list(problems)
    for path in sorted(entries):
        entry = entries[path]
        first = by_key.setdefault(entry.article_key, entry)
        if first is not entry:
            reason = say("holds the same article as {path}", path=clean_line(first.path))
            wrong.append(Problem(path=path, reason=reason, notice=True))
    ordered = sorted(by_key.values(), key=_day, reverse=True)
    return Listing(tuple(ordered), tuple(sorted(wrong, key=lambda one: (one.path, one.line or 0))), by_key)


def _day(entry: Entry) -> str:
    """Return what to sort by: the day of the session, else of publication; equal days keep the order of paths."""
    if entry.date and not entry.date.startswith("--"):
        return entry.date
    return (entry.published or "")[:10]
