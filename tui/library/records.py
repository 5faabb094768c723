"""Records on disk: JSON and YAML both ways without loss, and what tells output from a correction.

YAML is what people read and correct (``NAME.yaml``), JSON what programs exchange. A record is read as plain data first
(:func:`data_from_json`, :func:`data_from_yaml`), because a correction may need its selectors anchored
(``tui.library.corrections``) before it is a valid record.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from tui import __version__
from tui.library.errors import RecordError
from tui.messages import N_
from tui.model import SCHEMA, SCHEMA_NAME, SCHEMA_NUMBER, Record, Writing
from tui.text.escapes import escape
from tui.text.regex import regex

__all__ = [
    "RecordError",
    "content_sha256",
    "converted",
    "data_from_json",
    "data_from_yaml",
    "from_data",
    "from_json",
    "from_yaml",
    "is_output",
    "stamped",
    "to_json",
    "to_yaml",
]

Kind = TypeVar("Kind")
Data = dict[str, Any]
"""A record as nested dicts and lists, as it stands in a file."""

_WRITING = "record"
_COMMENTED = "#"  # no key of a record: how data_from_yaml tells is_output that people wrote into the file
_SCHEMA = regex(rf"{SCHEMA_NAME}/(\d{{1,9}})")
_AT = regex(r"(?:`?key`? in )?`\$\.?(?P<place>[^`]*)`")
_EXPECTED = regex(r"Expected `(?P<expected>[^`]*)`, got `(?P<found>[^`]*)`")
_MISSING = regex(r"Object missing required field `(?P<key>[^`]*)`")
_NOT_ALLOWED = regex(r"Invalid enum value (?P<found>.*)", re.DOTALL)


def to_json(record: Record) -> bytes:
    """Return a record as one line of JSON (UTF-8, keys in the order of the contract).

    Every character that ``clean`` replaces, and a lone surrogate, is escaped.
    """
    text = json.dumps(msgspec.to_builtins(record), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return escape(text, lambda character: json.dumps(character)[1:-1]).encode()


def from_json(data: bytes, name: str) -> Record:
    """Return the record that JSON holds; ``name`` is the file's, for errors.

    Raises:
        RecordError: it is no JSON, or no record of this schema or an older one.
    """
    return from_data(data_from_json(data, name), name)


def data_from_json(data: bytes, name: str) -> Data:
    """Return a record in JSON as plain data, its schema checked and nothing else.

    Raises:
        RecordError: it is no JSON object, or of a schema that can't be read.
    """
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_refused)
    except json.JSONDecodeError as error:
        raise RecordError(name, N_("is no JSON: {detail}"), line=error.lineno, detail=error.msg) from error
    except RecursionError as error:
        raise RecordError(name, N_("is nested too deep")) from error
    except ValueError as error:
        raise RecordError(name, N_("is no JSON: {detail}"), detail=str(error)) from error
    return _checked(content, name)


def _refused(constant: str) -> None:
    raise ValueError(constant)


def to_yaml(record: Record) -> str:
    """Return a record as YAML that can be read and corrected by hand: block style, a selector on one line.

    Characters that ``clean`` replaces, and lone surrogates, are escaped in quoted strings.
    """
    from tui.library import yaml_text  # noqa: PLC0415 - the first paint reads records as JSON and must not load YAML

    return yaml_text.write(msgspec.to_builtins(record))


def from_yaml(text: str, name: str) -> Record:
    """Return the record that YAML holds; ``name`` is the file's, for errors.

    Raises:
        RecordError: it is no YAML, uses what records don't need (see ``tui.library.yaml_text``), or holds no record of
            this schema or an older one; with the line and the place in the record.
    """
    data, line_of = data_from_yaml(text, name)
    return from_data(data, name, line_of)


def data_from_yaml(text: str, name: str) -> tuple[Data, Callable[[str], int | None]]:
    """Return a record in YAML as plain data, its schema checked and nothing else, and what gives a place's line.

    Raises:
        RecordError: it is no YAML of the kind that records need, no mapping, or of a schema that can't be read.
    """
    from tui.library import yaml_text  # noqa: PLC0415 - as in to_yaml

    reading = yaml_text.read(text.removeprefix("\ufeff"), name)
    data = _checked(reading.data, name, reading.line)
    if reading.commented:
        data[_COMMENTED] = True
    return data, reading.line


def _checked(content: Any, name: str, line_of: Callable[[str], int | None] = lambda _: None) -> Data:
    """Return what was read when it is a record of this schema or an older one.

    Every schema so far can be read as the present one: what an older one lacks is optional, or an error with its place.
    """
    if not isinstance(content, dict):
        raise RecordError(name, N_("is no record"))
    schema = content.get("schema")
    match = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    if match is None:
        raise RecordError(name, N_("is no record: no schema is named"), line=line_of("schema"))
    if int(match[1]) > SCHEMA_NUMBER:
        raise RecordError(
            name,
            N_("was written by a newer version (schema {found}; this one reads up to {known})"),
            line=line_of("schema"),
            found=int(match[1]),
            known=SCHEMA_NUMBER,
        )
    return content


def from_data(data: Mapping[str, Any], name: str, line_of: Callable[[str], int | None] = lambda _: None) -> Record:
    """Return the record that plain data stands for; keys that it doesn't know are ignored.

    Args:
        data: What ``data_from_json`` or ``data_from_yaml`` gave, possibly anchored.
        name: The file's name, for errors.
        line_of: Gives the line of a place in the record, such as ``people[0].name``.

    Raises:
        RecordError: a value is missing or of the wrong type; with its place.
    """
    return converted({**data, "schema": SCHEMA}, Record, name, line_of)


def converted(
    data: Mapping[str, Any], kind: type[Kind], name: str, line_of: Callable[[str], int | None] = lambda _: None
) -> Kind:
    """Return what plain data stands for, as a type of ``msgspec``; otherwise as :func:`from_data`."""
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise _explained(str(error), name, line_of) from error
    except RecursionError as error:
        raise RecordError(name, N_("is nested too deep")) from error


def _explained(problem: str, name: str, line_of: Callable[[str], int | None]) -> RecordError:
    said, _, where_said = problem.rpartition(" - at ")
    match = _AT.fullmatch(where_said)
    said, place = (said, match["place"]) if match else (problem, "")
    where: Any = {"place": place or None, "line": line_of(place)}
    if missing := _MISSING.fullmatch(said):
        return RecordError(name, N_("the key {key} is missing"), key=missing["key"], **where)
    if wrong := _EXPECTED.fullmatch(said):
        reason = N_("{found} stands where {expected} is needed")
        return RecordError(name, reason, found=wrong["found"], expected=wrong["expected"], **where)
    if value := _NOT_ALLOWED.fullmatch(said):
        return RecordError(name, N_("{found} is none of the allowed words"), found=value["found"], **where)
    return RecordError(name, N_("is not as a record should be: {detail}"), detail=said, **where)


def content_sha256(record: Record | Mapping[str, Any]) -> str:
    """Return the SHA-256 (hex) of everything in a record but ``record``, in canonical form.

    Canonical: JSON in ASCII, keys sorted, no space. Data that was read from a file counts with the keys that a record
    doesn't know, so that what people added makes it a correction.
    """
    data = msgspec.to_builtins(record) if isinstance(record, Record) else record
    content = {key: value for key, value in data.items() if key != _WRITING}
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def stamped(record: Record, parser: int) -> Record:
    """Return a record marked as output: by which program and parser it was written, and the hash of its content."""
    writing = Writing(written_by=f"giamsat {__version__}", parser=parser, content_sha256=content_sha256(record))
    return msgspec.structs.replace(record, record=writing)


def is_output(record: Record | Mapping[str, Any]) -> bool:
    """Tell whether a record is as the program wrote it, so that its file may be replaced; any other is a correction.

    Give it the data that was read from the file: a comment or a key that people added makes it a correction, too.
    """
    if isinstance(record, Record):
        written = record.record.content_sha256 if record.record else None
    else:
        writing = record.get(_WRITING)
        written = writing.get("content_sha256") if isinstance(writing, Mapping) else None
    return isinstance(written, str) and written == content_sha256(record)
