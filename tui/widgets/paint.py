"""Painting a line of text: which stretch is written in which ink, on which ground."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.text.clean import Clean
from tui.widgets.article import Span, Tint
from tui.widgets.ink import Piece
from tui.widgets.theme import Ground, Ink

_STRONG: dict[Ink, Ink] = {"person": "person-strong", "figure": "figure-strong"}


class Wash(NamedTuple):
    """Spans on a ground; in order and apart."""

    ground: Ground
    spans: Sequence[Span]


def paint(text: Clean, span: Span, ink: Ink, tints: Sequence[Tint], washes: Sequence[Wash]) -> list[Piece]:
    """Return a span of a text as pieces; later tints and washes cover earlier ones. A line end is a space."""
    start, end = span
    inks = [
        (first, last, _STRONG.get(tint.ink, tint.ink) if ink == "strong" else tint.ink)
        for tint in tints
        for first, last in touching(tint.spans, start, end)
    ]
    grounds = [(first, last, wash.ground) for wash in washes for first, last in touching(wash.spans, start, end)]
    edges = {0, end - start}.union(edge for first, last, _ in (*inks, *grounds) for edge in (first, last))
    places = sorted(edges)
    pieces: list[Piece] = []
    for first, last in pairwise(places):
        own = next((name for begin, stop, name in reversed(inks) if begin <= first < stop), ink)
        ground = next((name for begin, stop, name in reversed(grounds) if begin <= first < stop), None)
        words = Clean(text[start + first : start + last].replace("\n", " "))
        if pieces and (pieces[-1].ink, pieces[-1].ground) == (own, ground):
            pieces[-1] = Piece(Clean(pieces[-1].text + words), own, ground)
        else:
            pieces.append(Piece(words, own, ground))
    return pieces


def touching(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Yield the parts of spans (in order and apart) that lie in a stretch, counted from its start."""
    index = max(bisect_right(spans, (start, start)) - 1, 0)
    while index < len(spans) and spans[index][0] < end:
        first, last = max(spans[index][0], start), min(spans[index][1], end)
        if first < last:
            yield first - start, last - start
        index += 1
