"""The way out: a selection as text, Markdown, CSV or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tui.export.item import Item
from tui.text.clean import Clean

Format = Literal["text", "md", "csv", "json"]
FORMATS: tuple[Format, ...] = ("text", "md", "csv", "json")
SUFFIX: dict[Format, str] = {"text": ".txt", "md": ".md", "csv": ".csv", "json": ".json"}


def export(items: Sequence[Item], form: Format = "text") -> Clean:
    """Return a selection in a format, grouped by session in the order in which items were selected."""
    return Clean("")


def quote(item: Item) -> Clean:
    """Return one item's words with its citation, as it is copied to the clipboard."""
    return Clean("")
