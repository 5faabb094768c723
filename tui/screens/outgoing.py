"""What goes out of the program into a file: a selection with its citations, the rows of a table, a chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from tui.export import FORMATS, SUFFIX, Format, Item, encoded, packed
from tui.export.rows import Row, packed_rows
from tui.messages import N_, say, say_many
from tui.text.clean import Clean
from tui.text.fold import slug

NAMES: dict[Format, str] = {
    "text": N_("plain text"), "md": N_("Markdown"), "csv": N_("CSV"), "json": N_("JSON"), "docx": N_("Word"),
}  # fmt: skip
_SLUG = 60
"""Most characters of a suggested name."""


class Outgoing(NamedTuple):
    """What is exported: what to call it, the name of its file without the ending, and its bytes in each format."""

    title: Clean
    name: str
    formats: Sequence[Format]
    packed: Callable[[Format], bytes]


def suggested(items: Sequence[Item], form: Format, today: date) -> str:
    """Return a file name for items: the day and place of their session when it is one, else today."""
    return _name(items, today) + SUFFIX[form]


def selection(items: Sequence[Item], today: date) -> Outgoing:
    """Return items with their citations."""
    title = say_many("Export {count} item", "Export {count} items", len(items))
    return Outgoing(title, _name(items, today), FORMATS, lambda form: packed(items, form, today))


def table(rows: Callable[[], Sequence[Row]], count: int, called: Clean, today: date) -> Outgoing:
    """Return the rows of a table, which are made when they are written.

    Args:
        rows: Returns them.
        count: How many there are.
        called: What the table is called.
        today: The day.

    """
    title = say_many("Export {count} row", "Export {count} rows", count)
    name = _short(f"giamsat-{slug(called)}-{today.isoformat()}")
    formats: Sequence[Format] = ("csv", "docx", "text", "md", "json")
    return Outgoing(title, name, formats, lambda form: packed_rows(rows(), form, called, today))


def chart(drawn: Callable[[], Clean], called: Clean, today: date) -> Outgoing:
    """Return a chart as text."""
    name = _short(f"giamsat-{slug(called)}") + f"-{today.isoformat()}"
    return Outgoing(say("Export the chart"), name, ("text",), lambda form: encoded(drawn(), form))


def _name(items: Sequence[Item], today: date) -> str:
    keys = {item.article.article_key for item in items}
    record = items[0].article.record if items and len(keys) == 1 else None
    parts = ["giamsat"]
    if record is not None and record.event.start_date:
        parts += [record.event.start_date.strip("-"), slug(record.event.location or "")]
    else:
        parts.append(today.isoformat())
    return _short("-".join(part for part in parts if part))


def _short(name: str) -> str:
    return name[:_SLUG].rstrip("-")
