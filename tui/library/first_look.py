"""A first look at files: what their first 4 KB say of headline and day, so that a list is there at once.

Nothing is parsed and nothing is sure: parsing comes after, and corrects it.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from tui.library.entry import Entry
from tui.library.summary import unparsed
from tui.text.regex import regex

SEEN = 4096
"""Bytes that are looked at."""
_TITLE = regex(r"<title[^>]*>([^<]{1,300})", re.IGNORECASE)
_MARKS = regex(r"^[\s#>*\-]+")
_DAY = regex(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
_LONGEST, _FEWEST_WORDS = 300, 4
"""Characters and words of a line that may be a headline."""


class Look(NamedTuple):
    """Files of the library in ``root`` that are to be looked at."""

    root: Path
    paths: tuple[str, ...]


def look_at(job: Look) -> list[Entry]:
    """Return what files seem to be; of one that can't be read its name."""
    return [_entry(job.root, path) for path in job.paths]


def _entry(root: Path, path: str) -> Entry:
    entry = unparsed(path, "pending")
    with suppress(OSError):
        text = _text(_beginning(root / path))
        day = _day(text)
        return replace(entry, headline=_headline(text) or entry.headline, published=day)
    return entry


def _beginning(path: Path) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read(SEEN)


def _text(data: bytes) -> str:
    """Return the text of bytes; nothing of a packed format or of a legacy encoding, whose letters would be wrong."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data.decode("utf-16", "ignore")
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(data)
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text else text


def _headline(text: str) -> str:
    title = _TITLE.search(text)
    if title:
        return " ".join(title[1].split())
    for line in text.splitlines():
        words = _MARKS.sub("", line).split()
        if len(words) >= _FEWEST_WORDS and len(line) <= _LONGEST:
            return " ".join(words)
    return ""


def _day(text: str) -> str | None:
    for match in _DAY.finditer(text):
        with suppress(ValueError):
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    return None
