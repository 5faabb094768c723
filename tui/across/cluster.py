"""A person in the making: what is known of some appearances together, and whether more can be added."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import NamedTuple

from tui.across.appearance import Appearance
from tui.across.posts import Post, may_be_held_at_once

MOST_POSTS = 60
"""Posts of a person from which on nothing more is added; what a text made for the purpose could slow us down with."""


class Span(NamedTuple):
    """From when to when a post is attested: ordinals of days, both included."""

    post: Post
    first: int
    last: int


class Cluster:
    """Some appearances that are taken for one person."""

    def __init__(self, appearances: Iterable[Appearance], apart: frozenset[str] = frozenset()) -> None:
        """Take appearances of one post or none; ``apart`` are the keys of those that somebody decided are others."""
        self.appearances = list(appearances)
        self.apart = apart
        self.keys = {one.key for one in self.appearances}
        self.articles = {one.article_key for one in self.appearances}
        self.women = {one.is_woman for one in self.appearances} - {None}
        self.spans: dict[tuple[str, str, str, str], Span] = {}
        days = [_ordinal(one.day) for one in self.appearances if one.day]
        self.first, self.last = min(days, default=None), max(days, default=None)
        for one in self.appearances:
            if one.day:
                day = _ordinal(one.day)
                for post in one.posts:
                    self._add(Span(post, day, day))

    def _add(self, span: Span) -> None:
        key = span.post.identity
        self.spans[key] = _joined(self.spans.get(key, span), span)

    def can_be(self, other: Cluster, slack: int) -> bool:
        """Tell whether nothing speaks against one person.

        Against it speak: both are in one article, somebody parted them, one is a woman and the other is not, or they
        hold posts that exclude each other by turns; ``slack`` days of overlap are a handover.
        """
        parted = not self.apart.isdisjoint(other.keys) or not other.apart.isdisjoint(self.keys)
        if parted or not self.articles.isdisjoint(other.articles):
            return False
        if self.women and other.women and self.women != other.women:
            return False
        return len(self.spans) + len(other.spans) <= MOST_POSTS and not self._excludes(other, slack)

    def _excludes(self, other: Cluster, slack: int) -> bool:
        """Tell whether two posts that exclude each other would be held by turns, unless either held both so already."""
        both = dict(self.spans)
        for key, span in other.spans.items():
            both[key] = _joined(both.get(key, span), span)
        for (key, one), (other_key, another) in combinations(both.items(), 2):
            if _overlap(one, another, slack) and not may_be_held_at_once(one.post, another.post):
                known = (each.spans for each in (self, other) if {key, other_key} <= each.spans.keys())
                if not any(_overlap(spans[key], spans[other_key], slack) for spans in known):
                    return True
        return False

    def telling(self) -> list[Span]:
        """Return the posts that say something of who it is."""
        return [span for span in self.spans.values() if span.post.tells]

    def years_between(self, other: Cluster) -> float | None:
        """Return how long after one the other begins, 0 where they overlap; None where a day is not known."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return None
        return max(0, other.first - self.last, self.first - other.last) / 365.25

    def take(self, other: Cluster) -> None:
        """Add all of another."""
        self.appearances += other.appearances
        self.apart |= other.apart
        self.keys |= other.keys
        self.articles |= other.articles
        self.women |= other.women
        for span in other.spans.values():
            self._add(span)
        self.first = min((day for day in (self.first, other.first) if day is not None), default=None)
        self.last = max((day for day in (self.last, other.last) if day is not None), default=None)


def _joined(one: Span, other: Span) -> Span:
    return Span(one.post, min(one.first, other.first), max(one.last, other.last))


def _overlap(one: Span, other: Span, slack: int) -> bool:
    """Tell whether two posts are attested by turns, or on one day."""
    one_day = one.last == other.first or other.last == one.first
    return one_day or (one.last > other.first + slack and other.last > one.first + slack)


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:  # a record corrected by hand may name the 31st of June
        return date.fromisoformat(f"{day[:7]}-01").toordinal() if "01" <= day[5:7] <= "12" else 1
