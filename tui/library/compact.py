"""Records as the cache keeps them: the words of a selector are in the text already, so only its offsets are kept."""

from __future__ import annotations

import json
import zlib
from typing import Any

import msgspec

from tui import model
from tui.model import Record

_KEYS = b"".join(
    msgspec.msgpack.encode(dict.fromkeys(part.__struct_fields__))
    for part in (
        *(
            model.Article,
            model.DatePublished,
            model.Author,
            model.Abbreviation,
            model.Check,
            model.Debris,
            model.Caption,
        ),
        *(model.Promise, model.Request, model.Statement, model.Period, model.AttendanceList, model.Group, model.Figure),
        *(model.Organization, model.Area, model.Event, model.Record, model.Membership, model.Person, model.Block),
        *(model.Found, model.Mention),
    )
)
"""zlib's dictionary: the keys of a record in their order, the commonest last. A change of it is a change of schema."""

_JSON = (b"{", b"[")
"""How JSON begins; MessagePack would be a small number then, and nothing of ours is one."""


def pack(record: Record, text: str) -> bytes:
    """Return a record without the words that its selectors quote from ``text``."""
    packer = zlib.compressobj(zdict=_KEYS)
    return packer.compress(encode(_without_words(msgspec.to_builtins(record), text))) + packer.flush()


def unpack(packed: bytes, text: str) -> Record:
    """Return the record that :func:`pack` took; ``text`` must be the same.

    Raises:
        ValueError: the bytes are damaged, or of another version of the record.

    """
    try:
        unpacker = zlib.decompressobj(zdict=_KEYS)
        return msgspec.convert(_with_words(decode(unpacker.decompress(packed) + unpacker.flush()), text), Record)
    except (zlib.error, IndexError, TypeError) as error:
        raise ValueError(str(error)) from error


def encode(value: Any) -> bytes:
    """Return plain data or a struct as MessagePack, or as JSON where it holds what is no Unicode (a file's name)."""
    try:
        return msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(value)).encode("ascii")


def decode(data: bytes) -> Any:
    """Return the plain data that :func:`encode` took.

    Raises:
        ValueError: the bytes are neither.

    """
    return json.loads(data) if data[:1] in _JSON else msgspec.msgpack.decode(data)


def _without_words(value: Any, text: str) -> Any:
    """Write a selector whose quote stands where it says as a list of two offsets; no other list holds numbers."""
    if isinstance(value, dict):
        if len(value) == 3 and "exact" in value:
            start, end = value["start"], value["end"]
            if start >= 0 and text[start:end] == value["exact"]:
                return [start, end]
        return {key: _without_words(inner, text) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_words(inner, text) for inner in value]
    return value


def _with_words(value: Any, text: str) -> Any:
    if isinstance(value, dict):
        return {key: _with_words(inner, text) for key, inner in value.items()}
    if isinstance(value, list):
        if len(value) == 2 and isinstance(value[0], int):
            start, end = value
            return {"exact": text[start:end], "start": start, "end": end}
        return [_with_words(inner, text) for inner in value]
    return value
