"""What the parts of a page are called in its markup: ``page_names.toml``, as sets and patterns."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from tui.text.regex import regex

_NAMES: dict[str, list[str]] = tomllib.loads((files(__package__) / "page_names.toml").read_text(encoding="utf-8"))


def _pattern(kind: str, *, alone: bool) -> re.Pattern[str]:
    words = "|".join(_NAMES[kind])
    return regex(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])" if alone else words, re.IGNORECASE)


BLOCKS = frozenset(_NAMES["blocks"])
NEVER = frozenset(_NAMES["never"])
PICTURES = frozenset(_NAMES["pictures"])
FRAME = _pattern("frame", alone=True)
CAPTION = _pattern("caption", alone=False)
TITLE = _pattern("title", alone=False)
DATE = _pattern("date", alone=False)
LEAD = _pattern("lead", alone=True)
AUTHOR = _pattern("author", alone=True)
SITE_AUTHORS = frozenset(_NAMES["site_authors"])
