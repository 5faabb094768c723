"""The mark that browsers leave in a page that they save: where it came from ("saved from url=(0021)https://...")."""

from __future__ import annotations

import re

from tui.text.regex import regex

_HEAD = 2_000
_MARK = regex(r"<!-- saved from url=\(\d{4,5}\)(https?://[^\s<>]{1,2000}) -->")
_PROLOGUE = regex(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!doctype[^>]{0,500}>\s*)?", re.IGNORECASE)
"""What must stand first in a page."""


def address(page: str) -> str | None:
    """Return the address that the mark of a page names; None without a mark."""
    match = _MARK.search(page, 0, _HEAD)
    return match[1] if match else None


def marked(page: bytes, url: str) -> bytes:
    """Return a page in UTF-8 with a mark that names an address (in ASCII); one that has a mark stays as it is."""
    if address(page[:_HEAD].decode("utf-8", "replace")) or not url.isascii():
        return page
    quoted = url.replace("--", "%2D%2D")  # two hyphens would end the comment
    match = _PROLOGUE.match(page)
    start = match.end() if match else 0
    return page[:start] + f"<!-- saved from url=({len(quoted):04}){quoted} -->\n".encode() + page[start:]
