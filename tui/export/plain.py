"""A selection as plain text: what a person would paste in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tui.export import wording
from tui.export.entries import Entry, Group
from tui.messages import say, say_many
from tui.text.clean import Clean

_INDENT = "   "


def heading(groups: Sequence[Group], today: date) -> Clean:
    """Return the line over an export: from what, when, how many items."""
    count = sum(len(group.entries) for group in groups)
    items = say_many("{count} item", "{count} items", count)
    return say("Selection from giamsat · {day} · {items}", day=wording.day(today.isoformat()), items=items)


def text(groups: Sequence[Group], today: date) -> Clean:
    """Return grouped items as text; items are numbered throughout."""
    lines: list[str] = [heading(groups, today)]
    number = 0
    for group in groups:
        if len(groups) > 1:
            lines += ["", f"== {group.title} =="]
        for entry in group.entries:
            number += 1
            lines += ["", *_entry(number, entry)]
    return Clean("\n".join(lines) + "\n")


def quote(entry: Entry) -> Clean:
    """Return one item's words with its citation, as it is copied."""
    return Clean(f"“{entry.quote}”\n{entry.citation.text()}\n")


def _entry(number: int, entry: Entry) -> Iterator[str]:
    notes = "; ".join(entry.notes)
    first, *rest = _titled(entry.title, notes)
    yield f"{number}. {first}"
    yield from (_INDENT + line for line in rest)
    quoted = f"“{entry.quote}”"
    yield from (_INDENT + line for line in quoted.split("\n"))
    yield from (_INDENT + line for line in entry.citation.text().split("\n"))


def _titled(title: Clean, notes: str) -> list[str]:
    """Return title and notes on one line where that is short enough to be read, else on two."""
    if not notes:
        return [title]
    one = f"{title} ({notes})"
    return [one] if len(one) <= 100 else [title, f"({notes})"]
