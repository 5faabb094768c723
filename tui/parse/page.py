"""The page: an article's text as the rules read it, cut into tokens, with the way back to the source's offsets.

Rules work on ``page.text`` (NFC, LF line ends, plain spaces) and on its offsets; :meth:`Page.select` turns a span of it
into a selector that counts in the source. A token is a word, a run of digits or one mark; rules know it by its index
in four lists of one length, so that a stretch of tokens is a slice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from tui.model import Selector
from tui.parse.concordance import Concordance
from tui.text.spelling import key
from tui.text.view import View, view

_WORD = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]|_"
_TOKEN = re.compile(f"({_WORD})")
_LOST_SPACE = r"(?:HĐND|UBND|MTTQ|ĐBQH|TP)(?=[a-zđ][^\W\d_])"
"""Abbreviations to which the next word is often glued ("UBNDhuyện", "HĐND TPlàm trưởng đoàn")."""
_GLUED = re.compile(_LOST_SPACE)
_PARTED = re.compile(f"({_LOST_SPACE}|{_WORD})")


STOPS = frozenset(".!?…")
"""Marks that may end a sentence."""


class _Keys(dict[str, str]):
    """The look-up forms of words that were met before: nearly all of an article's are those of any other."""

    MOST = 1 << 15
    LONGEST = 32

    def __missing__(self, word: str) -> str:
        found = key(word)
        if len(word) <= self.LONGEST:
            if len(self) >= self.MOST:
                self.clear()
            self[word] = found
        return found


_keys = _Keys()


def words(text: str) -> list[str]:
    """Return the look-up forms of the words, numbers and marks of a text, as the tokens of a page have them."""
    return [_keys[word] for word in _TOKEN.findall(text)]


class Page:
    """One article's text and its tokens."""

    def __init__(self, raw: str) -> None:
        """Read a raw source text of any normalization and line ends."""
        self.view: View = view(raw)
        self.text: str = self.view.display
        token = _PARTED if _GLUED.search(self.text) else _TOKEN
        pieces = token.split(self.text)  # what stands between tokens and tokens, in turn
        ends = list(accumulate(map(len, pieces)))
        self.texts: Sequence[str] = pieces[1::2]
        """The tokens as written."""
        self.keys: Sequence[str] = [_keys[word] for word in self.texts]
        """Their look-up forms."""
        self.starts: Sequence[int] = ends[:-1:2]
        """The offset in ``text`` of each."""
        self.ends: Sequence[int] = ends[1::2]
        """The offset after each."""

    @cached_property
    def concordance(self) -> Concordance:
        """Where each word stands."""
        return Concordance(self.keys)

    @cached_property
    def stops(self) -> Sequence[int]:
        """The indices of the tokens that may end a sentence."""
        return self.concordance.places(STOPS)

    def token_range(self, start: int, end: int) -> range:
        """Return the indices of the tokens that begin within a span of the text."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, first))

    def select(self, start: int, end: int) -> Selector:
        """Return the selector of a span of ``page.text``; the span must not be empty."""
        first, last = self.view.raw_span(start, end)
        return Selector(exact=self.view.raw[first:last], start=first, end=last)

    def span(self, place: Selector) -> tuple[int, int]:
        """Return the span of ``page.text`` that a selector of the source stands for."""
        return self.view.span(place.start, place.end)
