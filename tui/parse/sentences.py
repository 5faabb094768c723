"""Sentences: cut a paragraph at full stops, not at those of numbers, abbreviations, initials and enumerations."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from msgspec import Struct

from tui.parse.lexicon import tables
from tui.parse.page import STOPS, Page

_CLOSING = frozenset("”\"’')»")
_OPENING = frozenset("“\"‘'(«-–—•+*")


class Sentence(Struct, frozen=True, gc=False):
    """A sentence: the indices of its tokens in the page, half-open, marks at its end included."""

    first: int
    last: int


def sentences(page: Page, start: int, end: int) -> list[Sentence]:
    """Return the sentences within a span of ``page.text``, in order; together they hold all its tokens."""
    texts, starts, ends, stops = page.texts, page.starts, page.ends, page.stops
    span = page.token_range(start, end)
    found: list[Sentence] = []
    first = index = span.start
    for stop in stops[bisect_left(stops, span.start) : bisect_left(stops, span.stop)]:
        if stop < index:
            continue
        index = stop + 1
        while index < span.stop and texts[index] in STOPS:
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
    if page.ends[last] != page.starts[stop] or word in STOPS:
        return begins
    glued = page.starts[after] == page.ends[stop]
    if glued and word.isupper() and upcoming.isupper() and min(len(word), len(upcoming)) > 1:
        return False  # "HĐND.TP"
    if word.isdigit() and (glued or last == first):
        return last > first and upcoming[0].isupper()
    return not (word in _short() or (len(word) == 1 and word.isupper()))


@cache
def _short() -> frozenset[str]:
    return frozenset(tables()["sentence_stops"]["abbreviations"])
