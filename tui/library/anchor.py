"""Anchors: how what a user adds stays with its words when a text or its record changes.

An anchor names the article, the section, and the words with what stands around them; never a record's id, which is
stable only within one record.
"""

from __future__ import annotations

from msgspec import Struct

from tui.sections import Section

CONTEXT = 32
"""Characters kept before and after a quote."""


class Anchor(Struct, frozen=True, kw_only=True):
    """Words of an article; offsets count code points of the source text."""

    article_key: str
    section: Section
    exact: str
    start: int
    prefix: str = ""
    suffix: str = ""


def anchor(article_key: str, section: Section, text: str, start: int, end: int) -> Anchor:
    """Return the anchor of ``text[start:end]``."""
    return Anchor(
        article_key=article_key,
        section=section,
        exact=text[start:end],
        start=start,
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def find(wanted: Anchor, text: str) -> tuple[int, int] | None:
    """Return where an anchor's words stand in a text now, or None when they are gone.

    Of several places the one with most of the same surroundings wins, then the one nearest to the old start.
    """
    length = len(wanted.exact)
    if not length:
        return None
    if _around(wanted, text, wanted.start) == len(wanted.prefix) + len(wanted.suffix) and text.startswith(
        wanted.exact, wanted.start
    ):
        return wanted.start, wanted.start + length
    places = []
    place = text.find(wanted.exact)
    while place >= 0:
        places.append(place)
        place = text.find(wanted.exact, place + 1)
    if not places:
        return None
    best = max(places, key=lambda place: (_around(wanted, text, place), -abs(place - wanted.start)))
    return best, best + length


def _around(wanted: Anchor, text: str, start: int) -> int:
    """Count the characters beside a place that are those of the anchor, nearest first."""
    before = text[max(0, start - len(wanted.prefix)) : start]
    end = start + len(wanted.exact)
    after = text[end : end + len(wanted.suffix)]
    return _common(before[::-1], wanted.prefix[::-1]) + _common(after, wanted.suffix)


def _common(one: str, other: str) -> int:
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
