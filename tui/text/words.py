"""Cutting text into the words that are indexed and compared; a number with thousands' points is one (233.250)."""

from __future__ import annotations

from collections.abc import Iterator

from tui.text.fold import spaced
from tui.text.regex import regex

_POINT = regex(r"\.(?<=\d\.)(?=\d{3}(?!\d))")
_WORD = regex(r"[^\W_]+")


def words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of NFC text as they are written, in order."""
    return tuple(_WORD.findall(_POINT.sub("", text)))


def word_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the words and numbers of a stretch of NFC text stand, in order."""
    for match in _WORD.finditer(text, start, end):
        yield match.span()


def tokens(text: str) -> list[str]:
    """Return the same folded: ``233.250 hồ sơ`` is 233250, ho, so."""
    return spaced(_POINT.sub("", text)).split()


def without_points(text: str) -> str:
    """Return text with its numbers written without thousands' points."""
    return _POINT.sub("", text)
