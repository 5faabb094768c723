"""Records as the index keeps them: small, and back again in a millisecond.

A record mostly quotes its text. So a selector is two numbers (how far from the one before, how long), the structures
are lists without keys, the words of closed sets are numbers, and what is left is compressed with the text itself as
zlib's dictionary: a name or role that the text holds costs three bytes.
"""

from __future__ import annotations

import zlib
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from tui import model
from tui.model import Record, Selector
from tui.text.fold import slug
from tui.text.regex import regex

_USUAL = (
    "promises.verb statements.verb statements.carried requests.verb requests.list groups.list periods.words "
    "periods.year figures.ratio figures.change figures.money figures.percentage figures.count people.name people.role "
    "people.list ratio_against_percentage sum_of_parts ratio_computed datePublished copyright other lead attendance "
    "report discussion response conclusion heading paragraph author byline three-level two-level NFC utf-8 txt "
    "giamsat/1 vi giám sát Trưởng đoàn Ủy ban MTTQ Huyện ủy Tỉnh ủy Thành ủy Đảng ủy cấp huyện thanh tra phòng sở "
    "ANAPHOR HON NAME ROLE HON NAME, ROLE ROLE NAME HON NAME - ROLE, ROLE HON NAME - ROLE đồng chí ông bà Trưởng ban "
    "Phó Bí thư Ủy viên Chủ tịch UBND huyện Phó Chủ tịch UBND tỉnh HĐND thành phố đoàn giám sát cho biết phát biểu đề "
    "nghị báo cáo kết luận chủ trì dự -01-01 2021-12-31 2022-12-31 2023-12-31 2024-12-31 T00:00:00+07:00"
).encode()
"""Words that many records have and their texts may lack, the commonest last: the front of zlib's dictionary."""
_TEXT_SEEN = 28_000
"""Bytes of a text that zlib may look back to, less than its window."""
_HASH = regex(r"[0-9a-f]{64}")
_JSON = (b"{", b"[")
"""How JSON begins; MessagePack would be a small number then, and nothing of ours is one."""


def pack(record: Record, text: str) -> bytes:
    """Return a record without what can be had from ``text``."""
    packer = zlib.compressobj(level=6, zdict=_dictionary(text))
    return packer.compress(encode(_Writer(text).struct(record))) + packer.flush()


def unpack(packed: bytes, text: str) -> Record:
    """Return the record that :func:`pack` took; ``text`` must be the same.

    Raises:
        ValueError: the bytes are damaged, or of another version of the record.

    """
    try:
        unpacker = zlib.decompressobj(zdict=_dictionary(text))
        content = decode(unpacker.decompress(packed) + unpacker.flush())
        return msgspec.convert(_Reader(text).struct(Record, content), Record)
    except (zlib.error, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(str(error)) from error


def encode(value: Any) -> bytes:
    """Return plain data or a struct as MessagePack, or as JSON where that can't hold it (a broken name)."""
    try:
        return msgspec.msgpack.encode(value)
    except (UnicodeEncodeError, OverflowError):
        import json  # noqa: PLC0415 - a broken name is rare, and the first paint needs no JSON of Python's

        return json.dumps(msgspec.to_builtins(value)).encode("ascii")


def decode(data: bytes) -> Any:
    """Return the plain data that :func:`encode` took.

    Raises:
        ValueError: the bytes are neither.

    """
    if data[:1] in _JSON:
        import json  # noqa: PLC0415 - as in encode

        return json.loads(data)
    return msgspec.msgpack.decode(data)


def _dictionary(text: str) -> bytes:
    """Return what zlib knows beforehand: usual words, the text's words as they stand in ids, the text."""
    return b"\n".join((_USUAL, slug(text[:8000]).encode(), text.encode("utf-8", "surrogatepass")[:_TEXT_SEEN]))


class _Field:
    """How the values of one field are written."""

    def __init__(self, name: str, key: str, annotation: Any, default: Any) -> None:
        """Take the field's name in the model and in a file, its annotation, and its default."""
        self.name, self.key = name, key
        self.many = get_origin(annotation) is tuple
        parts = [part for part in get_args(annotation) if part is not NoneType]
        hint = parts[0] if self.many or get_origin(annotation) in (Union, UnionType) else annotation
        nothing: Any = () if self.many else None
        self.required = default is msgspec.NODEFAULT
        self.default = nothing if self.required else default
        self.struct: Any = hint if hasattr(hint, "__struct_fields__") else None
        self.words: tuple[str, ...] = get_args(hint) if get_origin(hint) is Literal else ()
        self.hash = name.endswith("sha256")


@cache
def _fields(kind: Any) -> tuple[_Field, ...]:
    names, notes = kind.__struct_fields__, kind.__annotations__
    defaults = (msgspec.NODEFAULT,) * (len(names) - len(kind.__struct_defaults__)) + kind.__struct_defaults__
    parts = zip(names, kind.__struct_encode_fields__, defaults, strict=True)
    return tuple(_Field(name, key, notes[name], default) for name, key, default in parts)


class _Writer:
    """From the model to lists, without what is empty at their ends; ``at`` is where the last selector began."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def struct(self, value: Any) -> Any:
        if isinstance(value, Selector):
            return self.selector(value)
        fields = _fields(value.__class__)
        written = [self.field(one, getattr(value, one.name)) for one in fields]
        while written and fields[len(written) - 1].default == getattr(value, fields[len(written) - 1].name):
            written.pop()
        return written

    def selector(self, value: Selector) -> Any:
        """Return two numbers; a selector that quotes other words than stand there, or more of them, is kept whole."""
        quoted = value.start >= 0 and self.text[value.start : value.end] == value.exact
        if not quoted or value.prefix is not None or value.suffix is not None:
            return msgspec.to_builtins(value)
        before, self.at = self.at, value.start
        return [value.start - before, value.end - value.start]

    def field(self, field: _Field, value: Any) -> Any:
        if not value and not isinstance(value, str):
            return value
        if field.struct is not None:
            return [self.struct(one) for one in value] if field.many else self.struct(value)
        if field.words:
            return field.words.index(value) if value in field.words else value
        if field.hash and _HASH.fullmatch(value):
            return [int(value[place : place + 16], 16) for place in range(0, 64, 16)]
        return value


class _Reader:
    """Back from lists to what msgspec makes a record of."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def struct(self, kind: type[msgspec.Struct], value: Any) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        if kind is Selector:
            self.at += value[0]
            end = self.at + value[1]
            return {"exact": self.text[self.at : end], "start": self.at, "end": end}
        fields = _fields(kind)
        read = {field.key: self.field(field, one) for field, one in zip(fields, value, strict=False)}
        for field in fields[len(value) :]:
            if field.required:
                read[field.key] = field.default
        return read

    def field(self, field: _Field, value: Any) -> Any:
        if value is None:
            return None
        if field.struct is not None:
            kind = field.struct
            return [self.struct(kind, one) for one in value] if field.many else self.struct(kind, value)
        if field.words and isinstance(value, int):
            return field.words[value]
        if field.hash and isinstance(value, list):
            return "".join(f"{one:016x}" for one in value)
        return value


def layout() -> str:
    """Return what tells the form of packed records: it changes with any field of the model."""
    parts = [kind for _, kind in sorted(vars(model).items()) if hasattr(kind, "__struct_fields__")]
    return _USUAL.decode() + repr([(kind.__struct_encode_fields__, kind.__annotations__) for kind in parts])
