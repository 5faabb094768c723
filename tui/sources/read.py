"""A file becomes text: opened with care, its format found by content, its encoding named."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tui.messages import N_
from tui.sources import formats, legacy
from tui.sources.decode import check_length, decode, normalization
from tui.sources.errors import SourceError
from tui.sources.extracted import Extracted
from tui.sources.files import read_bytes
from tui.sources.source import Format, SourceText
from tui.text.regex import regex

PLAIN_READER = "giamsat-text 1"
LARGE_PAGE = 300_000
"""Characters from which a page is read in a child process: no article is so long, and it may be made to be slow."""

_STATED = regex(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w-]{2,40})""",
    re.IGNORECASE,
)


def read(path: Path, *, convert: str | None = None) -> SourceText:
    """Return the text of a file of any readable format.

    Args:
        path: The file; a link is followed.
        convert: The legacy encoding to convert from, as an earlier error or ``looks_like`` offered it.

    Raises:
        SourceError: the file can't be read or isn't text; one line says why, and ``offer`` what could be converted.
    """
    return read_data(read_bytes(path), str(path), convert=convert)


def read_data(
    data: bytes, name: str, *, charset: str | None = None, convert: str | None = None, url: str | None = None
) -> SourceText:
    """Return the text of bytes that came from a file or an address.

    Args:
        data: The bytes.
        name: What to call them in errors.
        charset: What the answer's header says, where they were fetched.
        convert: The legacy encoding to convert from.
        url: Where they were fetched from.

    Raises:
        SourceError: as in :func:`read`.
    """
    packed = formats.binary(data, name)
    if packed:
        from tui.sources import child  # noqa: PLC0415 - most libraries hold text only

        return _source(data, name, child.extract(packed, data, name), format=packed, encoding="utf-8", url=url)
    text, encoding = decode(data, name, charset=charset or _stated_charset(data), convert=convert)
    kind = formats.textual(text)
    if kind == "feed":
        raise SourceError(name, N_("is a feed, not an article: its links can be followed"))
    if not text.strip():
        raise SourceError(name, N_("holds no words"))
    extracted = _page(text, name) if kind == "html" else Extracted(text, PLAIN_READER)
    looks_like = None if convert else legacy.from_text(text)
    return _source(data, name, extracted, format=kind, encoding=encoding, url=url, looks_like=looks_like)


def _stated_charset(data: bytes) -> str | None:
    """Return the charset that a page says it is in."""
    match = _STATED.search(data[:4_096])
    return (match[1] or match[2]).decode("ascii") if match else None


def _page(text: str, name: str) -> Extracted:
    if len(text) > LARGE_PAGE:
        from tui.sources import child  # noqa: PLC0415

        return child.extract("html", text.encode("utf-8", "replace"), name)
    from tui.sources import html  # noqa: PLC0415 - lxml is loaded when a page is read

    return html.extract(text, name)


def _source(
    data: bytes,
    name: str,
    extracted: Extracted,
    *,
    format: Format,
    encoding: str,
    url: str | None,
    looks_like: str | None = None,
) -> SourceText:
    check_length(extracted.text, name)  # a document may unpack to more than its file holds
    return SourceText(
        text=extracted.text,
        format=format,
        reader=extracted.reader,
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(extracted.text.encode("utf-8", "surrogatepass")).hexdigest(),
        encoding=encoding,
        normalization=normalization(extracted.text),
        looks_like=looks_like,
        publisher=extracted.publisher,
        url=extracted.url or url,
    )
