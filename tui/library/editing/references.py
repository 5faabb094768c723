"""What leads to an item of a record leads to another one afterwards, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from tui.library.corrections import LEADS_TO
from tui.model import Base, Record

Part = TypeVar("Part", bound=Base)


def led(part: Part, ids: Mapping[str, str | None]) -> Part:
    """Return a record or an item of one in which references to the ids of ``ids`` lead to those there, None to nothing.

    In lists each id stands once. The ids of the items themselves stay as they are.
    """
    data = msgspec.to_builtins(part)
    return msgspec.convert(_led(data, "", ids), type(part))


def used(record: Record) -> set[str]:
    """Return the ids that something in a record leads to."""
    return set(_used(msgspec.to_builtins(record), ""))


def _used(value: Any, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _used(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _used(inner, key)
    elif key in LEADS_TO and isinstance(value, str):
        yield value


def _led(value: Any, key: str, ids: Mapping[str, str | None]) -> Any:
    if isinstance(value, dict):
        return {name: _led(inner, name, ids) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        led = [_led(inner, key, ids) for inner in value]
        if key in LEADS_TO and any(isinstance(inner, str) for inner in value):
            return [*dict.fromkeys(inner for inner in led if inner is not None)]
        return led
    return ids.get(value, value) if key in LEADS_TO and isinstance(value, str) else value
