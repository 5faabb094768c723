"""Legacy encodings are converted when the user names one, and only where it fits."""

from __future__ import annotations

from contextlib import suppress

from tui.messages import N_
from tui.sources import formats
from tui.sources.decode import decode
from tui.sources.errors import SourceError
from tui.sources.legacy import ENCODINGS
from tui.sources.read import read_data
from tui.sources.source import SourceText

NONE = "none"
"""The choice that takes a text as it is, although it looks as if it should be converted."""
CHOICES = (*ENCODINGS, NONE)


def read_converting(
    data: bytes, name: str, convert: str | None, *, charset: str | None = None, url: str | None = None
) -> SourceText:
    """Return the text of bytes, converted from a legacy encoding where they are in the one that the user named.

    Args:
        data: The bytes.
        name: What to call them in errors.
        convert: One of CHOICES, or None for no choice.
        charset: What the answer's header says, where they were fetched.
        url: Where they were fetched from.

    Raises:
        SourceError: as in ``read_data``; with no choice also for a text that only looks like Unicode (``offer`` names
            what it looks like), so that nobody reads letters for others.

    """
    chosen = convert if convert != NONE else None
    try:
        source = read_data(data, name, charset=charset, url=url)
    except SourceError as error:
        if chosen is None or formats.binary(data, name) or error.offer not in (None, chosen):
            raise
        return read_data(data, name, charset=charset, url=url, convert=chosen)
    if source.looks_like is None or convert == NONE:
        return source
    if source.looks_like == chosen:
        return read_data(data, name, charset=charset, url=url, convert=chosen)
    reason = N_("looks as if written in {encoding}; it can be converted")
    raise SourceError(name, reason, offer=source.looks_like, encoding=source.looks_like)


def kept(data: bytes, name: str, source: SourceText, convert: str | None, charset: str | None = None) -> bytes:
    """Return what to keep of bytes, so that whoever knows nothing of their origin reads the same text again.

    That is the bytes themselves unless they were converted, or only the answer's header told their encoding; then their
    text in UTF-8.

    Args:
        data: The bytes.
        name: What to call them in errors.
        source: What :func:`read_converting` made of them.
        convert: The choice that it was given.
        charset: What the answer's header said.

    """
    if charset is None and source.encoding != convert:
        return data
    with suppress(SourceError):
        if read_data(data, name).text == source.text:
            return data
    chosen = convert if source.encoding == convert else None
    text, _ = decode(data, name, charset=source.encoding, convert=chosen)
    return text.encode("utf-8")
