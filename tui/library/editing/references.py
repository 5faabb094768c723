"""What leads to an item of a record leads to another one afterwards, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from tui.library.corrections import LEADS_TO
from tui.model import Record


def led(record: Record, ids: Mapping[str, str | None]) -> Record:
    """Return a record in which every reference to an id of ``ids`` leads to the id there, with None to nothing.

    In lists each id stands once. The ids of the items themselves stay as they are.
    """
    data = msgspec.to_builtins(record)
    return msgspec.convert(_led(data, "", ids), Record)


def _led(value: Any, key: str, ids: Mapping[str, str | None]) -> Any:
    if isinstance(value, dict):
        return {name: _led(inner, name, ids) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        led = [_led(inner, key, ids) for inner in value]
        if key in LEADS_TO and any(isinstance(inner, str) for inner in value):
            return [*dict.fromkeys(inner for inner in led if inner is not None)]
        return led
    return ids.get(value, value) if key in LEADS_TO and isinstance(value, str) else value
