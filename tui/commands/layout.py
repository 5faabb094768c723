"""Rows as text, Markdown, CSV or JSON; all rows of a table have the same columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence

from tui.export.markdown import escaped
from tui.export.table import cell
from tui.text.clean import Clean, clean_line
from tui.text.escapes import escape

FORMATS = ("text", "md", "csv", "json", "jsonl")

Value = str | int | float | None
Row = Mapping[str, Value]

WIDEST = 60
"""Most characters of a column of text; what is longer is cut with an ellipsis. Files for programs hold everything."""
PLACES = frozenset({"start", "end", "article_key"})
"""Columns that only programs need."""


def laid_out(rows: Sequence[Row], form: str) -> Clean:
    """Return rows in one of :data:`FORMATS`."""
    if form == "csv":
        return _csv(rows)
    if form == "json":
        return Clean(f"[{','.join(map(_json, rows))}]\n" if rows else "[]\n")
    if form == "jsonl":
        return Clean("".join(f"{_json(row)}\n" for row in rows))
    columns = [name for name in rows[0] if name not in PLACES] if rows else []
    cells = [[_shown(row[name]) for name in columns] for row in rows]
    return _markdown(columns, cells) if form == "md" else _text(columns, cells)


def _csv(rows: Sequence[Row]) -> Clean:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: cell(value) for name, value in row.items()})
    return Clean(written.getvalue())


def _json(row: Row) -> str:
    return escape(json.dumps(dict(row), ensure_ascii=False), lambda character: json.dumps(character)[1:-1])


def _shown(value: Value) -> Clean:
    return clean_line("" if value is None else str(value))


def _markdown(columns: Sequence[str], cells: Sequence[Sequence[Clean]]) -> Clean:
    lines = [columns, ["---"] * len(columns), *([escaped(value) for value in row] for row in cells)]
    return Clean("".join(f"| {' | '.join(line)} |\n" for line in lines))


def _text(columns: Sequence[str], cells: Sequence[Sequence[Clean]]) -> Clean:
    shown = [list(columns), *([_brief(value) for value in row] for row in cells)]
    widths = [max(len(row[number]) for row in shown) for number in range(len(columns))]
    lines = ("  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip() for row in shown)
    return Clean("".join(f"{line}\n" for line in lines))


def _brief(value: Clean) -> str:
    return value if len(value) <= WIDEST else value[: WIDEST - 1] + "…"
