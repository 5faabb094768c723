"""The ways out: a selection in a format, to a file, or one quote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from tui.export.data import data
from tui.export.entries import entry, groups
from tui.export.item import Item
from tui.export.markdown import markdown
from tui.export.plain import quote as quoted
from tui.export.plain import text
from tui.export.table import table
from tui.text.clean import Clean

TextFormat = Literal["text", "md", "csv", "json"]
Format = Literal[TextFormat, "docx"]
FORMATS: tuple[Format, ...] = ("text", "md", "csv", "json", "docx")
SUFFIX: dict[Format, str] = {"text": ".txt", "md": ".md", "csv": ".csv", "json": ".json", "docx": ".docx"}


def export(items: Sequence[Item], form: TextFormat = "text", today: date | None = None) -> Clean:
    """Return a selection in a format, grouped by session in the order in which items were selected.

    Args:
        items: What is exported.
        form: The format.
        today: The day that the heading names; by default the present one.

    """
    grouped = groups(items)
    if form == "csv":
        return table(grouped)
    if form == "json":
        return data(grouped)
    return (markdown if form == "md" else text)(grouped, today or date.today())


def packed(items: Sequence[Item], form: Format = "text", today: date | None = None) -> bytes:
    """Return the bytes of a file with a selection: a Word document, or text in UTF-8.

    Raises:
        NoWordError: what writes Word documents is not installed.

    """
    if form != "docx":
        return encoded(export(items, form, today), form)
    from tui.export.word import document  # noqa: PLC0415 - python-docx takes as long to load as all else together

    return document(groups(items), today or date.today())


def encoded(content: Clean, form: str) -> bytes:
    """Return the bytes of a text that is exported: UTF-8, for spreadsheets with a byte-order mark."""
    return content.encode("utf-8-sig" if form == "csv" else "utf-8")


def form_of(target: Path) -> Format | None:
    """Return the format that a file's ending asks for, or None when it is none of ours."""
    return next((form for form, suffix in SUFFIX.items() if target.suffix.lower() == suffix), None)


def quote(item: Item) -> Clean:
    """Return one item's words with its citation, as it is copied to the clipboard."""
    return quoted(entry(item))
