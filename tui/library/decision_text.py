"""The text of a file of decisions: what it holds, and how one is added or taken out while the rest stays as written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tui.library import yaml_text
from tui.library.errors import RecordError
from tui.messages import N_
from tui.text.regex import regex

SCHEMA = "giamsat-decisions/1"
_INDENT = "  "
_DASH = regex(r"(?<!\s)\s*+-")

Item = Mapping[str, Any]


class Listed(NamedTuple):
    """A file's text, the data of its decisions, and the line (from 1) on which each begins."""

    text: str
    items: list[Any]
    lines: list[int]


def listed(text: str, name: str) -> Listed:
    """Return what a file's text holds; an empty one holds nothing.

    Raises:
        RecordError: it is no YAML, or no list of decisions of this schema; with the line.
    """
    reading = yaml_text.read(text, name)
    content = reading.data
    if content is None:
        return Listed(text, [], [])
    if not isinstance(content, dict) or not isinstance(content.get("decisions") or [], list):
        raise RecordError(name, N_("holds no list of decisions"), line=1)
    if content.get("schema") != SCHEMA:
        raise RecordError(name, N_("is no file of decisions that can be read"), line=reading.line("schema"))
    items = content.get("decisions") or []
    lines = [reading.line(f"decisions[{number}]") or 1 for number in range(len(items))]
    return Listed(text, items, lines)


def whole(about: str, items: Sequence[Item]) -> str:
    """Return the text of a new file; ``about`` is what its first lines say to people."""
    head = "".join(f"# {line}\n" for line in about.splitlines())
    return f"{head}schema: {SCHEMA}\ndecisions:\n" + "".join(_written(item, _INDENT) for item in items)


def with_item(known: Listed, item: Item) -> str | None:
    """Return the text with a decision added at its end, or None where that can't be done without touching the rest."""
    lines = known.text.splitlines(keepends=True)
    indent = _INDENT
    if known.lines:
        first = _first_line(lines, known.lines[0])
        indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    ended = known.text if known.text.endswith("\n") or not known.text else f"{known.text}\n"
    text = ended + _written(item, indent)
    return text if _holds(text, [*known.items, item]) else None


def without(known: Listed, gone: Sequence[int]) -> str | None:
    """Return the text without some decisions (by their places in the list), or None where that can't be done so.

    What stands between two decisions (comments, empty lines) belongs to the one below and stays.
    """
    lines = known.text.splitlines(keepends=True)
    starts = [_first_line(lines, line) for line in known.lines]
    ends = [*starts[1:], len(lines)]
    cut: set[int] = set()
    for number in gone:
        last = ends[number]
        while last > starts[number] and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
            last -= 1
        cut.update(range(starts[number], last))
    text = "".join(line for number, line in enumerate(lines) if number not in cut)
    return text if _holds(text, [item for number, item in enumerate(known.items) if number not in gone]) else None


def _written(item: Item, indent: str) -> str:
    lines = yaml_text.write({"decisions": [item]}).splitlines()[1:]
    return "".join(f"{indent}{line.removeprefix(_INDENT)}\n" for line in lines)


def _first_line(lines: Sequence[str], line: int) -> int:
    """Return the index of the line with the dash of what begins on a line, which may stand on the line above."""
    index = line - 1
    while index > 0 and not _DASH.match(lines[index]):
        index -= 1
    return index


def _holds(text: str, items: Sequence[Item]) -> bool:
    try:
        return listed(text, "").items == list(items)
    except RecordError:
        return False
