"""Records as YAML that people read and correct, and back.

Written: block style, keys in the order of the contract, a selector on one line, no line wrapped. Read: from the events
of the YAML parser, without recursion, because a loader that builds nested data crashes the process on 30,000 brackets
(libyaml's through PyYAML, by a segmentation fault). Only what JSON has is there: null, true, false, numbers, strings,
so that a date stays a string.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from tui.library.errors import RecordError
from tui.messages import N_
from tui.text.escapes import escape, has_unsafe
from tui.text.regex import regex

MOST_EVENTS = 2_000_000
MOST_DEPTH = 32

_NESTED = N_("is nested too deep")
_TOO_DEEP = "exceeded maximum nesting depth"
"""What PyYAML from 6.0.4 on says of a line whose brackets it reads ahead, before the first of them is an event."""
_INTEGER = regex(r"-?(?:0|[1-9]\d{0,99})")
_FLOAT = regex(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_PLAIN = regex(r"[^\W\d_](?:[\w/().%+'’–-]|[ ](?=[\w/().%+'’–-]))*")
_RESERVED = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_SURROGATE = regex(r"\\[uU](?:0000)?[dD][89a-fA-F]")
_ON_ONE_LINE = ({"exact"}, {"start", "end"}, {"rule", "how"})
_FLOW_WIDTH = 100


@dataclass(frozen=True)
class Reading:
    """What a YAML text says, where each part of it stands, and whether people wrote comments into it."""

    data: Any
    lines: Mapping[str, int]
    """Line (from 1) of each place, such as ``people[0].name``; the whole is ``""``."""
    commented: bool

    def line(self, place: str) -> int | None:
        """Return the line of a place, or of the nearest one around it."""
        while place and place not in self.lines:
            place = place[: max(place.rfind("."), place.rfind("["), 0)]
        return self.lines.get(place)


class _Open:
    """A mapping or a list that is being read, and where it stands in the record."""

    def __init__(self, value: dict[str, Any] | list[Any], place: str) -> None:
        self.value = value
        self.place = place
        self.key: str | None = None

    def next_place(self) -> str:
        if isinstance(self.value, list):
            return f"{self.place}[{len(self.value)}]"
        return f"{self.place}.{self.key}" if self.place else str(self.key)

    def awaits_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def add(self, value: Any) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        else:
            self.value[str(self.key)] = value
            self.key = None


def read(text: str, name: str) -> Reading:
    """Return what a YAML text says; an empty one says None.

    Raises:
        RecordError: it is no YAML, or uses what records don't need: aliases, tags, several documents, keys that are
            given twice or are no words, more than MOST_DEPTH levels or MOST_EVENTS parts.
    """
    lines: dict[str, int] = {}
    stack: list[_Open] = []
    data: Any = None
    documents = position = 0
    commented = False
    event: Any
    for count, event in enumerate(_events(text, name)):
        line = event.start_mark.line + 1
        problem = _refusal(event, count, documents, stack)
        if problem:
            raise RecordError(name, problem, line=line, place=stack[-1].place if stack else None)
        commented = commented or "#" in text[position : event.start_mark.index]
        position = max(position, event.end_mark.index)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            parent = stack[-1] if stack else None
            if parent and parent.awaits_key():
                parent.key = _words(event)
                if parent.key in parent.value:
                    raise RecordError(name, N_("the key is given twice"), line=line, place=parent.next_place())
                continue
            place = parent.next_place() if parent else ""
            lines[place] = line
            value = _value(event)
            if parent:
                parent.add(value)
            else:
                data = value
            if isinstance(event, yaml.CollectionStartEvent):
                stack.append(_Open(value, place))
    return Reading(data, lines, commented or "#" in text[position:])


def _events(text: str, name: str) -> Iterator[Any]:
    # libyaml refuses the escape of a lone surrogate, which a file name that is no UTF-8 brings into a record
    fast = yaml.__with_libyaml__ and not _SURROGATE.search(text)
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader if fast else yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        if error.problem == _TOO_DEEP:
            raise RecordError(name, _NESTED) from error
        mark = error.problem_mark or error.context_mark
        raise RecordError(
            name, N_("is no YAML: {detail}"), line=mark.line + 1 if mark else None, detail=str(error.problem)
        ) from error
    except yaml.reader.ReaderError as error:
        before = text.encode("utf-8", "surrogatepass")[: error.position] if fast else text[: error.position].encode()
        line = before.count(b"\n") + 1
        raise RecordError(name, N_("holds a character that YAML doesn't allow"), line=line) from error
    except (yaml.YAMLError, UnicodeError, ValueError, OverflowError) as error:
        raise RecordError(name, N_("is no YAML: {detail}"), detail=str(error)) from error


def _refusal(event: Any, count: int, documents: int, stack: Sequence[_Open]) -> str | None:
    """Return why an event isn't accepted, or None."""
    opens = isinstance(event, yaml.CollectionStartEvent)
    reasons = (
        (count > MOST_EVENTS, N_("holds too many parts")),
        (isinstance(event, yaml.DocumentStartEvent) and documents > 0, N_("holds more than one document")),
        (isinstance(event, yaml.AliasEvent), N_("an alias is not accepted")),
        (getattr(event, "tag", None) is not None, N_("a tag is not accepted")),
        (opens and len(stack) >= MOST_DEPTH, _NESTED),
        (opens and bool(stack) and stack[-1].awaits_key(), N_("a key must be a word")),
    )
    return next((reason for holds, reason in reasons if holds), None)


def _words(event: Any) -> str:
    return str(event.value)


def _value(event: Any) -> Any:
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    return {} if isinstance(event, yaml.MappingStartEvent) else []


def _scalar(event: Any) -> str | int | float | bool | None:
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and len(text) < 100:
        return float(text)
    return text


def write(data: Mapping[str, Any]) -> str:
    """Return nested mappings, lists, strings, numbers, booleans and None as YAML; :func:`read` gives the same back."""
    lines: list[str] = []
    _mapping(data, "", lines)
    return "\n".join(lines) + "\n"


def _mapping(data: Mapping[str, Any], indent: str, lines: list[str]) -> None:
    for key, value in data.items():
        _item(f"{indent}{_string(key)}:", value, indent, lines)


def _item(head: str, value: Any, indent: str, lines: list[str]) -> None:
    """Write what stands after a key or a dash: on the same line when it is short, else below."""
    flow = _flow(value)
    if flow is not None:
        lines.append(f"{head} {flow}")
    elif head.endswith(":"):
        lines.append(head)
        _below(value, indent, lines)
    else:  # what stands in a list begins beside its dash
        first = len(lines)
        _below(value, indent, lines)
        lines[first] = f"{head} {lines[first].lstrip()}"


def _below(value: Any, indent: str, lines: list[str]) -> None:
    if isinstance(value, Mapping):
        _mapping(value, indent + "  ", lines)
    else:
        for inner in value:
            _item(f"{indent}  -", inner, indent + "  ", lines)


def _flow(value: Any) -> str | None:
    """Return a value as it stands on one line, or None when it needs several."""
    if isinstance(value, Mapping):
        nested = any(isinstance(inner, Mapping | list | tuple) for inner in value.values())
        if value and (nested or not any(keys <= value.keys() for keys in _ON_ONE_LINE)):
            return None
        return "{" + ", ".join(f"{_string(key)}: {_inline(key, inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        if any(isinstance(inner, Mapping | list | tuple) for inner in value):
            return None
        line = "[" + ", ".join(map(_plain_scalar, value)) + "]"
        return line if len(line) <= _FLOW_WIDTH or not value else None
    return _plain_scalar(value)


def _inline(key: str, value: Any) -> str:
    return _quoted(value) if key == "exact" and isinstance(value, str) else _plain_scalar(value)


def _plain_scalar(value: Any) -> str:
    if isinstance(value, str):
        return _string(value)
    return "null" if value is None else json.dumps(value)


def _string(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _RESERVED and not has_unsafe(text)
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    return escape(json.dumps(text, ensure_ascii=False), _escape)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
