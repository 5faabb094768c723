"""Texts and what belongs to them as an engine keeps them: compressed."""

from __future__ import annotations

import zlib

import msgspec

from tui.library.compact import unpack
from tui.library.document import Document
from tui.library.entry import Entry
from tui.library.index.items import Passage

_LEVEL = 6


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


def packed_passages(passages: tuple[Passage, ...]) -> bytes:
    """Return passages as bytes; each speaker is named once."""
    speakers = list(dict.fromkeys(one.speaker for one in passages))
    places = [(one.name == "caption", one.start, one.end - one.start, speakers.index(one.speaker)) for one in passages]
    return msgspec.msgpack.encode((speakers, places))


def unpacked_passages(data: bytes) -> tuple[Passage, ...]:
    """Return the passages that :func:`packed_passages` took.

    Raises:
        ValueError: the bytes are damaged.

    """
    speakers, places = msgspec.msgpack.decode(data, type=_Passages)
    return tuple(
        Passage("caption" if caption else "body", start, start + size, speakers[speaker])
        for caption, start, size, speaker in places
    )


_Passages = tuple[list[str | None], list[tuple[bool, int, int, int]]]
