"""A selection as Markdown; nothing in the data can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tui.export.entries import Entry, Group
from tui.export.plain import heading
from tui.text.clean import Clean
from tui.text.regex import regex

_MARKUP = regex(r"([\\`*_{}\[\]<>#|~$!^])")
_LINE_START = regex(r"^(\s*)([-+=]|\d+[.)](?=\s))", re.MULTILINE)
_ADDRESS = regex(r"\b(https?|ftp|mailto|www)([:.])", re.IGNORECASE)


def markdown(groups: Sequence[Group], today: date) -> Clean:
    """Return grouped items as Markdown: a heading for each session, quotes as block quotes."""
    lines = [f"# {escaped(heading(groups, today))}"]
    number = 0
    for group in groups:
        lines += ["", f"## {escaped(group.title)}"]
        for entry in group.entries:
            number += 1
            lines += ["", *_entry(number, entry)]
    return Clean("\n".join(lines) + "\n")


def escaped(text: Clean) -> Clean:
    """Return text in which Markdown sees only characters; addresses stay readable and are no links."""
    marked = _LINE_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    return Clean(_ADDRESS.sub(lambda match: f"{match[1]}&#{ord(match[2])};", marked))


def _entry(number: int, entry: Entry) -> Iterator[str]:
    yield f"**{number}\\. {escaped(entry.title)}**"
    if entry.notes:
        yield ""
        yield escaped(Clean("; ".join(entry.notes)))
    yield ""
    yield from (f"> {line}  " for line in escaped(entry.quote).split("\n"))
    yield ""
    yield from (f"{line}  " for line in escaped(entry.citation.text()).split("\n"))
