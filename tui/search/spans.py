"""Spans of a text."""

from __future__ import annotations

from collections.abc import Iterable

from tui.search.results import Span


def joined(text: str, places: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans of a text in order; those that overlap or have only spaces between them become one."""
    kept: list[Span] = []
    for start, end in sorted(places):
        if kept and (start <= kept[-1][1] or not text[kept[-1][1] : start].strip()):
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return tuple(kept)
