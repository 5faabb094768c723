"""The page: an article's text as the rules read it, cut into tokens, with the way back to the source's offsets.

Rules work on ``page.text`` (NFC, LF line ends, plain spaces) and on its offsets; :meth:`Page.select` turns a span of it
into a selector that counts in the source. A token is a word, a run of digits or one mark; rules know it by its index
in lists of one length, so that a stretch of tokens is a slice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

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


class _Form(NamedTuple):
    """What a token is by itself: its look-up form, whether it is a word or number, whether it begins with a capital."""

    key: str
    is_word: bool
    is_capital: bool


_KEY, _IS_WORD, _IS_CAPITAL = itemgetter(0), itemgetter(1), itemgetter(2)


class _Forms(dict[str, _Form]):
    """The forms of tokens that were met before: nearly all of an article's are those of any other."""

    MOST = 1 << 15
    LONGEST = 32

    def __missing__(self, text: str) -> _Form:
        found = _Form(key(text), text[0].isalnum(), text[0].isupper())
        if len(text) <= self.LONGEST:
            if len(self) >= self.MOST:
                self.clear()
            self[text] = found
        return found


_forms = _Forms()


def words(text: str) -> list[str]:
    """Return the look-up forms of the words, numbers and marks of a text, as the tokens of a page have them."""
    return [_forms[word].key for word in _TOKEN.findall(text)]


class Page:
    """One article's text and its tokens."""

    def __init__(self, raw: str) -> None:
        """Read a raw source text of any normalization and line ends."""
        self.view: View = view(raw)
        self.text: str = self.view.display
        self._is_raw = isinstance(self.view.to_raw, range)
        token = _PARTED if _GLUED.search(self.text) else _TOKEN
        pieces = token.split(self.text)  # what stands between tokens and tokens, in turn
        ends = list(accumulate(map(len, pieces)))
        self.texts: Sequence[str] = pieces[1::2]
        """The tokens as written."""
        forms = list(map(_forms.__getitem__, self.texts))
        self.keys: Sequence[str] = list(map(_KEY, forms))
        """Their look-up forms."""
        self.are_words: Sequence[bool] = list(map(_IS_WORD, forms))
        """Whether they are words or numbers, not marks."""
        self.are_capital: Sequence[bool] = list(map(_IS_CAPITAL, forms))
        """Whether they begin with a capital."""
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
        first, last = (start, end) if self._is_raw else self.view.raw_span(start, end)
        return Selector(exact=self.view.raw[first:last], start=first, end=last)

    def span(self, place: Selector) -> tuple[int, int]:
        """Return the span of ``page.text`` that a selector of the source stands for."""
        return self.view.span(place.start, place.end)
