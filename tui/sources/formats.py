"""What a file is, by its content: names lie, and a saved page is often called .txt."""

from __future__ import annotations

import re
from typing import Literal

from tui.messages import N_
from tui.sources.errors import SourceError
from tui.text.regex import regex

Binary = Literal["pdf", "docx"]
Kind = Literal["txt", "md", "html", "feed"]

_HEAD = 1_024
_PACKED = b"PK\x03\x04"
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_("is an old Word or Office file: save it as .docx")),
    (b"{\\rtf", N_("is an RTF file: save it as .docx or as text")),
    (b"\x89PNG", N_("is a picture")),
    (b"\xff\xd8\xff", N_("is a picture")),
    (b"GIF8", N_("is a picture")),
    (b"RIFF", N_("is a picture, a sound or a film")),
    (b"II*\x00", N_("is a picture")),
    (b"MM\x00*", N_("is a picture")),
    (b"\x1f\x8b", N_("is a packed file: unpack it first")),
    (b"7z\xbc\xaf", N_("is a packed file: unpack it first")),
    (b"Rar!", N_("is a packed file: unpack it first")),
    (b"SQLite format 3", N_("is a database")),
    (b"\x7fELF", N_("is a program")),
    (b"MZ", N_("is a program")),
)
_BEFORE_MARKUP = r"(?<!\s)\s*+(?:<\?xml[^<>]*>\s*+|<!--.*?-->\s*+)*"
_HTML = regex(
    _BEFORE_MARKUP + r"<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|header|div|table|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = regex(_BEFORE_MARKUP + r"<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_MARKDOWN = regex(
    r"^#{1,6} \S|^---\n(?:[\w-]+: .*\n)+---$|!?\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|^\*\*[^*\n]{1,200}\*\*$",
    re.MULTILINE,
)


def binary(data: bytes, name: str) -> Binary | None:
    """Return the format of bytes that are no text by themselves, None for what may be text.

    Raises:
        SourceError: it is of a kind that holds no article, or that isn't read.
    """
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.startswith(_PACKED):
        if b"word/" in data:
            return "docx"
        raise SourceError(name, N_("is a packed file: unpack it first"))
    for start, reason in _REFUSED:
        if data.startswith(start) and (len(start) > 2 or b"\x00" in data[:_HEAD]):
            raise SourceError(name, reason)
    return None


def textual(text: str) -> Kind:
    """Return what decoded text is: a page, a feed, Markdown, or plain text."""
    head = text[: 16 * _HEAD]
    if _FEED.match(head):
        return "feed"
    if _HTML.match(head):
        return "html"
    return "md" if _MARKDOWN.search(head) else "txt"
