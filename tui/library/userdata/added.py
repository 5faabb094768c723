"""What was added to one article, found again in its text as it is now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.library.anchor import Anchor, anchor, find, whole
from tui.library.document import Document
from tui.library.userdata.kept import Kept
from tui.model import Record
from tui.sections import Section

Span = tuple[int, int]


class Found(NamedTuple):
    """Something kept, and where its words stand now (offsets of the source text)."""

    kept: Kept
    start: int
    end: int


class Added:
    """What was added to an article: :meth:`at` finds it by place; :attr:`orphans` have lost theirs, and are kept.

    A person is found by any of the places of the name; a figure or request by words that it shares, since a new parse
    may cut it otherwise; a passage by its very place; a session always.
    """

    def __init__(self, document: Document, kept: Iterable[Kept]) -> None:
        """Find everything that is kept for the document's article."""
        self._document = document
        self.orphans: list[Kept] = []
        """What no words stand for any more, in the order of where they stood."""
        self.found: list[Found] = []
        """What has its place, in the order of sections and places."""
        for one in kept:
            span = (0, 0) if one.anchor.section == "sessions" else find(one.anchor, document.text)
            if span is None:
                self.orphans.append(one)
            else:
                self.found.append(Found(one, *span))
        self.found.sort(key=lambda one: (one.kept.anchor.section, one.start, one.end))

    def at(self, section: Section, start: int = 0, end: int = 0) -> Kept | None:
        """Return what was added to the item at a place of the source text; None when nothing was."""
        return next((one.kept for one in self.found if self._is(one, section, (start, end))), None)

    def anchor(self, section: Section, start: int = 0, end: int = 0) -> Anchor:
        """Return what to add to, or take from: the anchor that the item is known by, else one of this place."""
        kept = self.at(section, start, end)
        if kept is not None:
            return kept.anchor
        document = self._document
        if section == "sessions":
            return whole(document.article_key)
        return anchor(document.article_key, section, document.text, start, end)

    def _is(self, one: Found, section: Section, place: Span) -> bool:
        if one.kept.anchor.section != section:
            return False
        if section == "sessions":
            return True
        if section == "passages":
            return (one.start, one.end) == place
        own = (one.start, one.end)
        return _share(own, place) or (section == "people" and _same_person(self._document.record, own, place))


def _same_person(record: Record | None, one: Span, other: Span) -> bool:
    """Tell whether one person is named at both places."""
    for person in record.people if record else ():
        names = [mention.name_selector or mention.selector for mention in person.mentions]
        if all(any(_share(place, (name.start, name.end)) for name in names) for place in (one, other)):
            return True
    return False


def _share(one: Span, other: Span) -> bool:
    """Tell whether two places have words in common."""
    return max(one[0], other[0]) < min(one[1], other[1])
