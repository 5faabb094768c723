"""Sentences: cut a paragraph at full stops, not at those of numbers, abbreviations, initials and enumerations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tui.parse.lexicon import tables
from tui.parse.page import Page

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
    return _cut(page, span, [index for index in span if page.texts[index] in _STOPS])


class Sentences:
    """Cuts many paragraphs of one page, whose full stops are looked for once."""

    def __init__(self, page: Page) -> None:
        """Take a page."""
        self.page = page
        self._stops = [index for index, text in enumerate(page.texts) if text in _STOPS]

    def within(self, start: int, end: int) -> list[Sentence]:
        """Return the same as :func:`sentences`."""
        stops, span = self._stops, self.page.token_range(start, end)
        return _cut(self.page, span, stops[bisect_left(stops, span.start) : bisect_left(stops, span.stop)])


def _cut(page: Page, span: range, stops: Sequence[int]) -> list[Sentence]:
    texts, starts, ends = page.texts, page.starts, page.ends
    found: list[Sentence] = []
    first = index = span.start
    for stop in stops:
        if stop < index:
            continue
        index = stop + 1
        while index < span.stop and texts[index] in _STOPS:
            index += 1
        after = index
        while after < span.stop and texts[after] in _CLOSING and starts[after] == ends[after - 1]:
            after += 1
        if after == span.stop or _ends(page, first, index, after):
            found.append(Sentence(first, after))
            first = after
    if first < span.stop:
        found.append(Sentence(first, span.stop))
    return found


def _ends(page: Page, first: int, index: int, after: int) -> bool:
    """Tell whether the stops before ``index`` end a sentence that goes on with the token ``after``."""
    texts, upcoming, stop = page.texts, page.texts[after], index - 1
    begins = upcoming[0].isupper() or upcoming[0].isdigit() or upcoming in _OPENING
    if not begins or texts[stop] not in (".", "…"):
        return begins
    last = max(first, stop - 1)
    word = texts[last]
    if page.ends[last] != page.starts[stop] or word in _STOPS:
        return begins
    glued = page.starts[after] == page.ends[stop]
    if word.isdigit() and (glued or last == first):
        return last > first and upcoming[0].isupper()
    return not (word in _short() or (len(word) == 1 and word.isupper()))


@cache
def _short() -> frozenset[str]:
    return frozenset(tables()["sentence_stops"]["abbreviations"])
