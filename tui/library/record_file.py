"""The record's file beside a source: whose it is, and whether a person has corrected it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from tui.library.errors import RecordError
from tui.library.records import data_from_yaml, is_output

Holding = Literal["correction", "output", "nothing of ours"]


def holding(file: Path, source: str) -> Holding:
    """Return what a file holds: a corrected record or output of a source (its path), or neither.

    A record of another source whose name differs in its ending alone is nothing of ours, like what can't be read.
    """
    try:
        data, _ = data_from_yaml(file.read_text(encoding="utf-8-sig"), file.name)
    except (RecordError, OSError, UnicodeDecodeError):
        return "nothing of ours"
    if not is_of(data, source):
        return "nothing of ours"
    return "output" if is_output(data) else "correction"


def is_of(data: Mapping[str, Any], source: str) -> bool:
    """Tell whether a record is of a source, and not of another one whose name differs in its ending alone."""
    stated = data.get("source")
    named = stated.get("path") if isinstance(stated, Mapping) else None
    return not isinstance(named, str) or os.path.splitext(named)[1] == os.path.splitext(source)[1]
