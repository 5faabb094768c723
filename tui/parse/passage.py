"""A passage: one paragraph with its words, numbers and marks in order, as the rules on figures and periods read it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from tui.parse.page import Page
from tui.parse.sentences import sentences
from tui.text.numbers import Numeral, read
from tui.text.regex import regex

_DIGITS = regex(r"[0-9]+(?:[.,][0-9]+)*")
_OUTSIDE = ("",) * 64
"""How far rules look before or behind a passage: the tokens there are empty, so that they need not check."""
_MEASURES = frozenset(("km", "cm", "dm", "mm", "hm"))
"""Units whose power is written behind them (``km2``)."""


class Passage:
    """A stretch of ``page.text`` read as one line; offsets count in ``page.text``, indices in :attr:`keys`.

    Tokens are those of the page, but that the digits, dots and commas of a number are one.
    """

    def __init__(self, page: Page, start: int, end: int) -> None:
        """Take a page and the stretch of its text that is the passage."""
        self.page, self.start, self.end = page, start, end
        self.keys: list[str] = []
        """The look-up forms of the tokens."""
        self.starts: list[int] = []
        """The offset of each."""
        self.ends: list[int] = []
        """The offset after each."""
        self.numerals: dict[int, Numeral] = {}
        """The numbers by the index of their token."""
        span = page.token_range(start, end)
        done = span.start
        for match in _DIGITS.finditer(page.text, start, end):
            offset = match.start()
            index = bisect_left(page.starts, offset, done, span.stop)
            if not self._is_number(index, offset):
                continue
            self.numerals[len(self.keys) + index - done] = read(match[0], offset)
            if not self._is_token(index, *match.span()):
                self._take(done, index)
                self.keys.append(match[0])
                self.starts.append(offset)
                self.ends.append(match.end())
                done = bisect_left(page.starts, match.end(), index, span.stop)
        self._take(done, span.stop)
        self.key: Callable[[int], str] = [*self.keys, *_OUTSIDE].__getitem__
        """The look-up form of a token; the empty string for one just outside the passage, before or behind."""
        self.numeral: Callable[[int], Numeral | None] = self.numerals.get
        """The number that a token is; None for a word, a mark, or outside the passage."""
        self.backward: Sequence[str] = self.keys[::-1]
        """The look-up forms, last one first; token ``i`` stands at ``len(keys) - 1 - i``."""

    def _is_token(self, index: int, start: int, end: int) -> bool:
        """Tell whether a stretch of the text is one token of the page."""
        page = self.page
        return index < len(page.keys) and page.starts[index] == start and page.ends[index] == end

    def _take(self, first: int, last: int) -> None:
        """Take in tokens of the page as they are."""
        self.keys += self.page.keys[first:last]
        self.starts += self.page.starts[first:last]
        self.ends += self.page.ends[first:last]

    def _is_number(self, index: int, offset: int) -> bool:
        """Tell whether the digits at a token of the page are a number, not the end of a word (``m2``, ``QH15``).

        Behind a word in small letters they are: one that lost the space before it (``cho1.250 lượt``).
        """
        before = self.page.text[offset - 1] if offset > self.start else " "
        if not (before.isalnum() or before == "_"):
            return True
        word = self.page.texts[index - 1]
        return len(word) > 1 and word.isalpha() and word.islower() and word not in _MEASURES

    @cached_property
    def _sentence_starts(self) -> list[int]:
        offsets = (self.page.starts[one.first] for one in sentences(self.page, self.start, self.end))
        return [bisect_right(self.starts, offset) - 1 for offset in offsets]

    def text(self, first: int, last: int) -> str:
        """Return the text from a token to the one before ``last``, on one line; empty when there is none."""
        if first >= last:
            return ""
        return " ".join(self.page.text[self.starts[first] : self.ends[last - 1]].split())

    def is_word(self, index: int) -> bool:
        """Tell whether there is a word at an index."""
        return self.key(index)[:1].isalpha()

    def is_capital(self, index: int) -> bool:
        """Tell whether a token is a word that is written with a capital."""
        return 0 <= index < len(self.keys) and self.page.text[self.starts[index]].isupper()

    def glued(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return 0 < index < len(self.keys) and self.ends[index - 1] == self.starts[index]

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the first token of the sentence that holds a token, and the token after its last."""
        starts = self._sentence_starts
        place = bisect_right(starts, index)
        return starts[place - 1] if place else 0, starts[place] if place < len(starts) else len(self.keys)
