"""Escaping for files: a record that is printed with ``cat`` must not steer the terminal, and must lose nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from tui.text.clusters import MARKS_PER_BASE, UNSAFE
from tui.text.regex import regex

_REPLACED = regex(UNSAFE.pattern.replace("]", "\xa0]"))
_MANY_MARKS = regex(rf"[^\w\x00-\x7e]{{{MARKS_PER_BASE + 1},}}")


def escape(text: str, written: Callable[[str], str]) -> str:
    """Return a text in which ``written`` stands for every character that ``clean`` would replace or drop.

    Newlines and tabs are left alone: JSON and quoted YAML have escaped them before. Decomposed letters stay as they
    are.

    Args:
        text: JSON or YAML as it would be without this.
        written: Gives a character's escape in that language.

    """
    text = _REPLACED.sub(lambda match: written(match[0]), text)
    return _MANY_MARKS.sub(lambda match: _excess_escaped(match[0], written), text)


def _excess_escaped(run: str, written: Callable[[str], str]) -> str:
    parts: list[str] = []
    marks = 0
    for character in run:
        marks = marks + 1 if unicodedata.category(character)[0] == "M" else 0
        parts.append(written(character) if marks > MARKS_PER_BASE else character)
    return "".join(parts)


def has_unsafe(text: str) -> bool:
    """Tell whether :func:`escape` would change a text."""
    return _REPLACED.search(text) is not None or any(
        _excess_escaped(match[0], lambda _: "") != match[0] for match in _MANY_MARKS.finditer(text)
    )
