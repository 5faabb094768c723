"""Sentences: cut a paragraph at full stops, not at those of numbers, abbreviations, initials and enumerations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tui.parse.lexicon import tables
from tui.parse.page import Page, Token

_STOPS = frozenset(".!?…")
_CLOSING = frozenset("”\"’')»")
_OPENING = frozenset("“\"‘'(«-–—•+*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: the indices of its tokens in ``page.tokens``, half-open, marks at its end included."""

    first: int
    last: int


def sentences(page: Page, start: int, end: int) -> list[Sentence]:
    """Return the sentences within a span of ``page.text``, in order; together they hold all its tokens."""
    span = page.token_range(start, end)
    return _cut(page.tokens, span, [index for index in span if page.tokens[index].text in _STOPS])


class Sentences:
    """Cuts many paragraphs of one page, whose full stops are looked for once."""

    def __init__(self, page: Page) -> None:
        """Take a page."""
        self.page = page
        self._stops = [index for index, token in enumerate(page.tokens) if token.text in _STOPS]

    def within(self, start: int, end: int) -> list[Sentence]:
        """Return the same as :func:`sentences`."""
        stops, span = self._stops, self.page.token_range(start, end)
        return _cut(self.page.tokens, span, stops[bisect_left(stops, span.start) : bisect_left(stops, span.stop)])


def _cut(tokens: Sequence[Token], span: range, stops: Sequence[int]) -> list[Sentence]:
    found: list[Sentence] = []
    first = index = span.start
    for stop in stops:
        if stop < index:
            continue
        index = stop + 1
        while index < span.stop and tokens[index].text in _STOPS:
            index += 1
        after = index
        while after < span.stop and tokens[after].text in _CLOSING and tokens[after].start == tokens[after - 1].end:
            after += 1
        if after == span.stop or _ends(tokens, first, index, after):
            found.append(Sentence(first, after))
            first = after
    if first < span.stop:
        found.append(Sentence(first, span.stop))
    return found


def _ends(tokens: Sequence[Token], first: int, index: int, after: int) -> bool:
    """Tell whether the stops before ``index`` end a sentence that goes on with the token ``after``."""
    upcoming = tokens[after].text
    begins = upcoming[0].isupper() or upcoming[0].isdigit() or upcoming in _OPENING
    stop = tokens[index - 1]
    if not begins or stop.text not in (".", "…"):
        return begins
    word = tokens[index - 2] if index - 2 >= first else stop
    if word.end != stop.start or word.text in _STOPS:
        return begins
    glued = tokens[after].start == stop.end
    if word.text.isdigit() and (glued or index - 2 == first):
        return index - 2 > first and upcoming[0].isupper()
    return not (word.text in _short() or (len(word.text) == 1 and word.text.isupper()))


@cache
def _short() -> frozenset[str]:
    return frozenset(tables()["sentence_stops"]["abbreviations"])
