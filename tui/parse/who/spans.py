"""Spans of one article in the order of the text: those that begin within a stretch of tokens, by bisection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar


class _Span(Protocol):
    first: int


Span = TypeVar("Span", bound=_Span)
_FIRST = attrgetter("first")


def within(spans: Sequence[Span], first: int, last: int) -> Sequence[Span]:
    """Return the spans that begin at the tokens from ``first`` to the one before ``last``."""
    start = bisect_left(spans, first, key=_FIRST)
    return spans[start : bisect_left(spans, last, start, key=_FIRST)]
