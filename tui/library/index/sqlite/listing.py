"""Lists: the entries of sessions in their orders, page by page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from tui.library.entry import Entry

_NAMES = (
    "path", "article_key", "state", "headline", "date", "part_of_day", "published", "place", "theme", "classification",
    "organizer", "chair", "publisher", "people", "groups", "figures", "requests", "corrected"
)  # fmt: skip
COLUMNS = ", ".join("key" if name == "article_key" else name for name in _NAMES)
"""What an entry is made of, in its order."""


def entry_of(columns: Sequence[Any]) -> Entry:
    """Return the entry of a row."""
    values = dict(zip(_NAMES, columns, strict=True))
    values["path"] = os.fsdecode(values["path"])
    values["corrected"] = bool(values["corrected"])
    return Entry(**values)
