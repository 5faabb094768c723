"""The page: an article's text as the rules read it, cut into tokens, with the way back to the source's offsets.

Rules work on ``page.text`` (NFC, LF line ends, plain spaces) and on its offsets; :meth:`Page.select` turns a span of it
into a selector that counts in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from tui.model import Selector
from tui.text.spelling import key
from tui.text.view import View, view

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]|_")


class Token(NamedTuple):
    """A word, a run of digits or one mark; offsets count in ``page.text``; ``key`` is its look-up form."""

    text: str
    start: int
    end: int
    key: str


def words(text: str) -> list[str]:
    """Return the look-up forms of the words, numbers and marks of a text, as the tokens of a page have them."""
    return [key(word) for word in _TOKEN.findall(text)]


class Page:
    """One article's text and its tokens."""

    def __init__(self, raw: str) -> None:
        """Read a raw source text of any normalization and line ends."""
        self.view: View = view(raw)
        self.text: str = self.view.display

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens, in order."""
        keys = key(self.text)
        if len(keys) != len(self.text):  # a letter whose small form takes two
            return [Token(m[0], m.start(), m.end(), key(m[0])) for m in _TOKEN.finditer(self.text)]
        return [Token(m[0], m.start(), m.end(), keys[m.start() : m.end()]) for m in _TOKEN.finditer(self.text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_range(self, start: int, end: int) -> range:
        """Return the indices of the tokens that begin within a span of the text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def select(self, start: int, end: int) -> Selector:
        """Return the selector of a span of ``page.text``; the span must not be empty."""
        first, last = self.view.raw_span(start, end)
        return Selector(exact=self.view.raw[first:last], start=first, end=last)

    def span(self, place: Selector) -> tuple[int, int]:
        """Return the span of ``page.text`` that a selector of the source stands for."""
        return self.view.span(place.start, place.end)
