"""Spans of areas and bodies in the order of the text: those that begin within a stretch, without looking at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TypeVar

from tui.parse.who.areas import AreaSpan
from tui.parse.who.bodies import BodySpan

_FIRST = attrgetter("first")
Span = TypeVar("Span", AreaSpan, BodySpan)


def in_order(spans: Sequence[Span]) -> list[Span]:
    """Return spans in the order in which they begin."""
    return sorted(spans, key=_FIRST)


def within(spans: Sequence[Span], first: int, last: int) -> Sequence[Span]:
    """Return those of some spans in order that begin at the tokens ``first`` to ``last``, half-open."""
    start = bisect_left(spans, first, key=_FIRST)
    return spans[start : bisect_left(spans, last, lo=start, key=_FIRST)]
