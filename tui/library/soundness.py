"""A record in which everything holds: what doesn't is left out, and the rest goes on without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import msgspec
from msgspec.inspect import Field, NoneType, StructType, Type, UnionType, VarTupleType, type_info

from tui.library.corrections import Flaw, problems
from tui.model import Record

_GONE = object()


def sound(record: Record, text: str) -> Record:
    """Return a record without what doesn't hold in a text: quotes that don't stand, ids that lead nowhere.

    A selector or reference that may be missing is null; of a list one has less; an item whose own place is gone is
    gone itself. Of items with one id the first stays.
    """
    while flaws := problems(record, text):
        data = _kept(msgspec.to_builtins(record), type_info(Record), "", _places(flaws))
        record = msgspec.convert(data, Record)
    return record


def _places(flaws: Iterable[Flaw]) -> frozenset[str]:
    """Return the places to leave out."""
    seen: set[Any] = set()
    places = set[str]()
    for flaw in flaws:
        given = flaw.values.get("id") if flaw.place.endswith(".id") else None
        if given is None or given in seen:
            places.add(flaw.place.removesuffix(".id") if given is not None else flaw.place)
        seen.add(given)
    return frozenset(places)


def _kept(value: Any, kind: Type, place: str, bad: frozenset[str]) -> Any:
    if place in bad:
        return _GONE
    if isinstance(kind, UnionType):
        kind = next((one for one in kind.types if not isinstance(one, NoneType)), kind)
    if isinstance(kind, StructType) and isinstance(value, Mapping):
        return _struct(value, kind, place, bad)
    if isinstance(kind, VarTupleType) and isinstance(value, list | tuple):
        inner = (_kept(one, kind.item_type, f"{place}[{number}]", bad) for number, one in enumerate(value))
        return [one for one in inner if one is not _GONE]
    return value


def _struct(value: Mapping[str, Any], kind: StructType, place: str, bad: frozenset[str]) -> Any:
    done: dict[str, Any] = {}
    fields = _fields(kind.cls)
    for key, inner in value.items():
        field = fields[key]
        kept = _kept(inner, field.type, f"{place}.{key}" if place else key, bad)
        if kept is _GONE and not _may_be_missing(field):
            return _GONE
        done[key] = None if kept is _GONE else kept
    return done


def _may_be_missing(field: Field) -> bool:
    return isinstance(field.type, UnionType) and any(isinstance(one, NoneType) for one in field.type.types)


@cache
def _fields(cls: type) -> Mapping[str, Field]:
    info = type_info(cls)
    assert isinstance(info, StructType)
    return {field.encode_name: field for field in info.fields}
