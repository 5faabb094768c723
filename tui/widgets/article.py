"""An article as the text pane draws it: clean text, its paragraphs, and the spans that have an ink of their own.

All offsets count in ``text``, the display text of a view.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from tui.text.clean import Clean
from tui.widgets.ink import NOTHING
from tui.widgets.theme import Ink

Span = tuple[int, int]
Kind = Literal["headline", "dateline", "body", "heading", "caption", "byline", "debris"]
Layer = Literal["people", "figures", "requests"]
LAYERS: tuple[Layer, ...] = ("people", "figures", "requests")


class Speaker(NamedTuple):
    """Who speaks in a paragraph, what kind of speech it is (or how that is known), and whether the text says so."""

    name: Clean
    note: Clean
    sure: bool


class Tint(NamedTuple):
    """Spans in an ink; in order and apart (see :func:`apart`)."""

    ink: Ink
    spans: tuple[Span, ...]


class Paragraph(NamedTuple):
    """A paragraph; ``label`` is what is said about it (``Photo 1``, a class of debris)."""

    start: int
    end: int
    kind: Kind
    label: Clean = NOTHING
    speaker: Speaker | None = None


class Article(NamedTuple):
    """A text to read. ``about`` are lines of ours that stand below the headline (session, place, chair)."""

    text: Clean
    paragraphs: tuple[Paragraph, ...]
    about: tuple[Clean, ...] = ()
    tints: Mapping[Layer, tuple[Tint, ...]] = MappingProxyType({})

    @property
    def debris(self) -> int:
        """How many paragraphs are not the article's own."""
        return sum(paragraph.kind == "debris" for paragraph in self.paragraphs)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds an offset, or the one before it."""
        index = bisect_right(self.paragraphs, offset, key=lambda each: each.start) - 1
        return self.paragraphs[index] if index >= 0 else None


EMPTY = Article(NOTHING, ())


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, without those that overlap an earlier one, as drawing by bisection needs them."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return tuple(kept)
