"""A passage: one paragraph with its words, numbers and marks in order, as the rules on figures and periods read it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from tui.parse.page import Page
from tui.parse.sentences import sentences
from tui.text.numbers import DIGITS, Numeral, read
from tui.text.spelling import key

_TOKEN = re.compile(rf"(?P<number>{DIGITS})|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]|_")


class Token(NamedTuple):
    """A word, a number or a mark; ``key`` is its look-up form, ``numeral`` is set for numbers only.

    Digits inside a word (``m2``, ``QH15``) are a token without a numeral.
    """

    key: str
    start: int
    end: int
    numeral: Numeral | None


class Passage:
    """A stretch of ``page.text`` read as one line; offsets count in ``page.text``, indices in :attr:`tokens`."""

    def __init__(self, page: Page, start: int, end: int) -> None:
        """Take a page and the stretch of its text that is the passage."""
        self.page = page
        self.start, self.end = start, end
        self.tokens: list[Token] = []
        for match in _TOKEN.finditer(page.text, start, end):
            numeral = read(match[0], match.start()) if match.lastgroup else None
            word = match[0] if numeral else key(match[0])
            self.tokens.append(Token(word, match.start(), match.end(), numeral))
        self.keys: Sequence[str] = [token.key for token in self.tokens]
        """The look-up forms of the tokens."""

    @cached_property
    def backward(self) -> Sequence[str]:
        """The look-up forms, last one first; token ``i`` stands at ``len(tokens) - 1 - i``."""
        return self.keys[::-1]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        tokens = self.page.tokens
        offsets = [tokens[one.first].start for one in sentences(self.page, self.start, self.end)]
        starts = [token.start for token in self.tokens]
        return [bisect_right(starts, offset) - 1 for offset in offsets]

    def text(self, first: int, last: int) -> str:
        """Return the text from a token to the one before ``last``, on one line; empty when there is none."""
        if first >= last:
            return ""
        return " ".join(self.page.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def key(self, index: int) -> str:
        """Return the look-up form of a token; the empty string outside the passage."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def numeral(self, index: int) -> Numeral | None:
        """Return the number that a token is; None for a word, a mark, or outside the passage."""
        return self.tokens[index].numeral if 0 <= index < len(self.tokens) else None

    def is_word(self, index: int) -> bool:
        """Tell whether there is a word at an index."""
        return self.key(index)[:1].isalpha()

    def is_capital(self, index: int) -> bool:
        """Tell whether a token is a word that is written with a capital."""
        return 0 <= index < len(self.tokens) and self.page.text[self.tokens[index].start].isupper()

    def glued(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the first token of the sentence that holds a token, and the token after its last."""
        starts = self._sentence_starts
        place = bisect_right(starts, index)
        return starts[place - 1] if place else 0, starts[place] if place < len(starts) else len(self.tokens)
