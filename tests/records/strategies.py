"""Records of every shape that the contract allows, with the most awkward strings."""

from __future__ import annotations

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from tui.model import SCHEMA, Record

ANY_CHARACTER = st.characters(codec=None, categories=None)
AWKWARD = st.sampled_from(
    [
        *("", " ", "null", "~", "True", "no", "2024-05-08", "1e9", "0x1f", "12", "-", "- a", "a: b", "a #b"),
        *("#a", "[a]", "\x00", "\ud800", "\udfff\ud800"),
        *("{a", "'", '"', "a\\", "%a", "@a", "`a", "!a", "&a", "*a", "|", ">", "a, b", "a:", ": a", "=", "<<", ".inf"),
        *("một\r\nhai\n", "\t", "\xa0", "\x85", "\u2028", "\ufeff", "\u202ea", "\x1b[2J"),
        *("e\u0323\u0302", "a" + "\u0301" * 9, "\ufffe", "\U0001f600", "\U000e0041", "x" * 3000, "Đồng chí – Ủy viên"),
    ]
)  # fmt: skip
STRINGS = AWKWARD | st.text(st.sampled_from(" aĐệ-:#'\"\\,[]{}&*!|>%@`?\n\u200b\ud800") | ANY_CHARACTER, max_size=12)
NUMBERS = st.integers(-(10**30), 10**30)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Return the values that a field of the model may have."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of([values(one) for one in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return structs(hint)
    return {str: STRINGS, int: NUMBERS, float: FLOATS, bool: st.booleans(), type(None): st.none()}[hint]


def structs(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Return all instances of a part of the model."""
    hints = get_type_hints(kind)
    return st.deferred(lambda: st.fixed_dictionaries({name: values(hint) for name, hint in hints.items()})).map(
        lambda fields: kind(**fields)
    )


def records() -> st.SearchStrategy[Record]:
    """Return records of the schema of today."""
    return structs(Record).map(lambda record: msgspec.structs.replace(record, schema=SCHEMA))
