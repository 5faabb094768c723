"""Anchors: how what a user adds stays with its words when a text or its record changes.

An anchor names the article, the section, and the words with what stands around them; never a record's id, which is
stable only within one record.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.sections import Section
from tui.text.view import View, view

CONTEXT = 32
"""Characters kept before and after a quote."""
_ENOUGH = 8
"""Characters of the surroundings, next to the quote, that must be as they were when the quote itself is not."""
_SURE, _LIKELY = 60, 80
"""How like (of 100) other words must be to be the corrected quote, between both its old neighbours or beside one."""
_MOST_PLACES = 1000
"""Places that are looked at for a quote whose surroundings are not all as they were."""


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


def whole(article_key: str) -> Anchor:
    """Return the anchor of an article as a whole: a session, whatever its headline is."""
    return Anchor(article_key=article_key, section="sessions", exact="", start=0)


def find(wanted: Anchor, text: str) -> tuple[int, int] | None:
    """Return where an anchor's words stand in a text now, or None when they are gone.

    Of several places the one with most of the same surroundings wins, then the one nearest to the old start. Line ends
    and normalization may be others. Words that were corrected (a typing error, a digit) are found by what stands around
    them, where they are still like what they were.
    """
    length = len(wanted.exact)
    if not length:
        return None
    if text.startswith(wanted.exact, wanted.start):
        end = wanted.start + length
        before, after = text[max(0, wanted.start - len(wanted.prefix)) : wanted.start], text[end:]
        if before == wanted.prefix and after.startswith(wanted.suffix):
            return wanted.start, end
    seen = view(text)
    sought = _Sought(wanted)
    place = sought.exactly_in(seen.display) or sought.nearly_in(seen)
    return seen.raw_span(*place) if place else None


class _Sought:
    """An anchor as it would be shown: so other line ends and another normalization make no difference."""

    def __init__(self, wanted: Anchor) -> None:
        self.words, self.start = view(wanted.exact).display, wanted.start
        self.before, self.after = view(wanted.prefix).display, view(wanted.suffix).display

    def exactly_in(self, shown: str) -> tuple[int, int] | None:
        """Return the best of the places where the words stand."""
        length = len(self.words)
        whole = shown.find(self.before + self.words + self.after)
        if whole >= 0:
            return whole + len(self.before), whole + len(self.before) + length
        places = list(_places(self.words, shown))
        if not places:
            return None
        best = max(places, key=lambda at: (self._around(shown, at, at + length), -abs(at - self.start)))
        return best, best + length

    def nearly_in(self, seen: View) -> tuple[int, int] | None:
        """Return the best of the places where like words stand between, or beside, the same neighbours."""
        from rapidfuzz import fuzz  # noqa: PLC0415 - only where words are not as they were

        shown, best, most = seen.display, None, 0.0
        for start, end in self._gaps(shown):
            score = fuzz.ratio(self.words, shown[start:end])
            if score >= _SURE and score > most:
                best, most = (start, end), score
        if best is not None:
            return best
        for start, end in self._stretches(shown):
            found = fuzz.partial_ratio_alignment(self.words, shown[start:end], score_cutoff=_LIKELY)
            if found is not None and found.score > most and len(self.words) >= _ENOUGH:
                best, most = (start + found.dest_start, start + found.dest_end), found.score
        return best

    def _gaps(self, shown: str) -> Iterator[tuple[int, int]]:
        """Yield what stands between the old neighbours, where that is about as long as the words were."""
        before, after = self.before[-CONTEXT // 2 :], self.after[: CONTEXT // 2]
        longest = 2 * len(self.words) + CONTEXT
        for start in self._ends(before, shown):
            end = shown.find(after, start, start + longest + len(after)) if after else len(shown)
            if start < end <= start + longest:
                yield start, end

    def _stretches(self, shown: str) -> Iterator[tuple[int, int]]:
        """Yield stretches after the old neighbour on the left, and before the one on the right."""
        room = len(self.words) + _ENOUGH
        before, after = self.before[-CONTEXT // 2 :], self.after[: CONTEXT // 2]
        if len(before.strip()) >= _ENOUGH:
            for start in self._ends(before, shown):
                yield start, min(len(shown), start + room)
        if len(after.strip()) >= _ENOUGH:
            for end in _places(after, shown):
                yield max(0, end - room), end

    @staticmethod
    def _ends(words: str, shown: str) -> Iterator[int]:
        return (at + len(words) for at in _places(words, shown)) if words else iter((0,))

    def _around(self, shown: str, start: int, end: int) -> int:
        """Count the characters beside a place that are those of the anchor, nearest first."""
        before = shown[max(0, start - len(self.before)) : start]
        return _common(before[::-1], self.before[::-1]) + _common(shown[end : end + len(self.after)], self.after)


def _places(words: str, shown: str) -> Iterator[int]:
    place, count = shown.find(words), 0
    while place >= 0 and count < _MOST_PLACES:
        yield place
        place, count = shown.find(words, place + 1), count + 1


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
