"""Blocks: cut the page into paragraphs and tell what each is (headline, date line, body, caption, byline, debris)."""

from __future__ import annotations

import re

from tui.parse.layout import Layout, Line
from tui.parse.page import Page

_LINE = re.compile(r"[^\n]*\S")


def find(page: Page) -> Layout:
    """Return the layout of a page: each paragraph once, in order, with its zone and kind."""
    lines: list[Line] = []
    for match in _LINE.finditer(page.text):
        start = match.end() - len(match[0].lstrip())
        if not lines:
            lines.append(Line(start, match.end(), "headline", "headline"))
        else:
            kind = "lead" if len(lines) == 1 else "paragraph"
            lines.append(Line(start, match.end(), "body", kind))
    return Layout(tuple(lines))
