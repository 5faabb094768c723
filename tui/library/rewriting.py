"""A record written into a YAML file that people may have edited: what they wrote beside the record stays."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import Any

from msgspec.inspect import NoneType, StructType, Type, UnionType, VarTupleType, type_info
from msgspec.structs import replace

from tui import __version__
from tui.library import yaml_text
from tui.library.errors import RecordError
from tui.library.parsing import PARSER
from tui.library.records import data_from_yaml, from_yaml, to_yaml
from tui.library.yaml_merge import merged, noted
from tui.model import Record, Writing


def rewritten(text: str | None, record: Record) -> str:
    """Return what a file shall hold that held ``text`` (None: nothing), so that it says ``record``.

    Comments, keys that a record doesn't know, and the order of keys stay where the record's own lines allow it; else
    the lines that people wrote stand before it, as comments. The hash that marks output is left out.
    """
    new = unstamped(record)
    if text is None:
        return new
    with suppress(RecordError):
        data, _ = data_from_yaml(text, "")
        base = yaml_text.write(_known(data, type_info(Record)))
        for candidate in (merged(base, text, new), noted(base, text, new)):
            if candidate is not None and _says(candidate, record):
                return candidate
    return new


def unstamped(record: Record) -> str:
    """Return a record as YAML that holds a correction: without the hash that would mark it as output."""
    return to_yaml(replace(record, record=Writing(written_by=f"giamsat {__version__}", parser=PARSER)))


def _says(text: str, record: Record) -> bool:
    with suppress(RecordError):
        return replace(from_yaml(text, ""), record=None) == replace(record, record=None)
    return False


def _known(value: Any, kind: Type) -> Any:
    """Return plain data without the keys that a record doesn't know."""
    if isinstance(kind, UnionType):
        kind = next((one for one in kind.types if not isinstance(one, NoneType)), kind)
    if isinstance(kind, StructType) and isinstance(value, dict):
        fields = _fields(kind.cls)
        return {key: _known(inner, fields[key]) for key, inner in value.items() if key in fields}
    if isinstance(kind, VarTupleType) and isinstance(value, list):
        return [_known(inner, kind.item_type) for inner in value]
    return value


@cache
def _fields(cls: type) -> dict[str, Type]:
    info = type_info(cls)
    assert isinstance(info, StructType)
    return {field.encode_name: field.type for field in info.fields}
