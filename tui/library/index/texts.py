"""Texts and what belongs to them as an engine keeps them: compressed."""

from __future__ import annotations

import zlib

import msgspec

from tui.library.compact import unpack
from tui.library.document import Document
from tui.library.entry import Entry
from tui.library.index.engine import Said
from tui.library.index.items import Passage
from tui.library.index.made import Rest
from tui.text.view import view

_LEVEL = 3


def packed(text: str) -> bytes:
    """Return a text compressed; one that is no Unicode, too."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpacked(data: bytes) -> str:
    """Return the text that :func:`packed` took.

    Raises:
        ValueError: the bytes are damaged.

    """
    try:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from error


def document(entry: Entry, text: bytes, record: bytes | None) -> Document:
    """Return the document of what is kept of it.

    Raises:
        ValueError: the bytes are damaged, or of another version.

    """
    whole = unpacked(text)
    return Document(entry, whole, unpack(record, whole) if record else None)


def packed_passages(made: Rest) -> bytes:
    """Return the passages of an article as bytes; each speaker is named once."""
    passages = made.passages
    speakers = list(dict.fromkeys(one.speaker for one in passages))
    places = [(one.name == "caption", one.start, one.end - one.start, speakers.index(one.speaker)) for one in passages]
    return msgspec.msgpack.encode((made.as_it_is, speakers, places))


def said(text: bytes, passages: bytes) -> Said:
    """Return a text as it is shown, and its passages.

    Raises:
        ValueError: the bytes are damaged.

    """
    as_it_is, speakers, places = msgspec.msgpack.decode(passages, type=_Passages)
    raw = unpacked(text)
    display = raw if as_it_is else view(raw).display
    return Said(
        display,
        tuple(
            Passage("caption" if caption else "body", start, start + size, speakers[speaker])
            for caption, start, size, speaker in places
        ),
    )


_Passages = tuple[bool, list[str | None], list[tuple[bool, int, int, int]]]
