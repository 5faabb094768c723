"""Rows as text, Markdown, CSV, JSON or a Word document; all rows of a table have the same columns.

Columns have English names, whatever the language of the interface: programs read them, and ``--sort`` takes them. What
goes on paper (Markdown, Word) has them in words instead, and one column that says in full where each row is from.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date

from tui.export.export import encoded
from tui.export.markdown import escaped
from tui.export.paper import on_paper
from tui.export.table import cell
from tui.text.clean import Clean, clean_line
from tui.text.escapes import escape
from tui.text.width import columns as width
from tui.text.width import cut, padded

FORMATS = ("text", "md", "csv", "json", "jsonl", "docx")

Value = str | int | float | None
Row = Mapping[str, Value]

WIDEST = 60
"""Most columns of a column of text; what is longer is cut with an ellipsis. Files for programs hold everything."""
SOURCE = ("headline", "publisher", "published", "url")
"""What is known of an article, for its citation."""
PLACES = frozenset({"start", "end", "article_key", *SOURCE})
"""Columns that a terminal has no room for."""


def laid_out(rows: Sequence[Row], form: str) -> Clean:
    """Return rows in one of :data:`FORMATS` that are text."""
    if form == "csv":
        return _csv(rows)
    if form == "json":
        return Clean(f"[{','.join(map(_json, rows))}]\n" if rows else "[]\n")
    if form == "jsonl":
        return Clean("".join(f"{_json(row)}\n" for row in rows))
    return _markdown(*on_paper(rows)) if form == "md" else _text(rows)


def packed_rows(rows: Sequence[Row], form: str, title: Clean, today: date | None = None) -> bytes:
    """Return the bytes of a file with rows, in one of :data:`FORMATS`.

    Args:
        rows: The rows.
        form: The format.
        title: What stands over the table of a Word document.
        today: The day that the document is of; by default the present one.

    Raises:
        NoWordError: what writes Word documents is not installed.

    """
    if form != "docx":
        return encoded(laid_out(rows, form), form)
    from tui.export.word import table_document  # noqa: PLC0415 - python-docx takes long to load

    return table_document(title, *on_paper(rows), today or date.today())


def _csv(rows: Sequence[Row]) -> Clean:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: cell(value) for name, value in row.items()})
    return Clean(written.getvalue())


def _json(row: Row) -> str:
    return escape(json.dumps(dict(row), ensure_ascii=False), lambda character: json.dumps(character)[1:-1])


def _markdown(columns: Sequence[Clean], cells: Sequence[Sequence[Clean]]) -> Clean:
    lines: list[Sequence[str]] = [[escaped(name) for name in columns], ["---"] * len(columns)]
    lines += [[escaped(value) for value in row] for row in cells]
    return Clean("".join(f"| {' | '.join(line)} |\n" for line in lines))


def _text(rows: Sequence[Row]) -> Clean:
    columns = [name for name in rows[0] if name not in PLACES] if rows else []
    shown = [[Clean(name) for name in columns]]
    shown += [[_brief(row[name]) for name in columns] for row in rows]
    widths = [max(width(row[number]) for row in shown) for number in range(len(columns))]
    lines = ("  ".join(padded(value, size) for value, size in zip(row, widths, strict=True)).rstrip() for row in shown)
    return Clean("".join(f"{line}\n" for line in lines))


def _brief(value: Value) -> Clean:
    return cut(clean_line("" if value is None else str(value)), WIDEST)
