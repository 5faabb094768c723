"""What a search gives: hits in sections, each with the reason why it was found."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from tui.library.index.engine import Counted, Facet
from tui.model import Selector
from tui.sections import Section
from tui.text.clean import Clean

Span = tuple[int, int]
Facets = Mapping[Facet, Sequence[Counted]]
"""What found things have in common, with how often, by what the query language calls it."""


class Located(NamedTuple):
    """Where the words of a hit stand in the source text, the place to jump to, and the item's id in its record."""

    matches: tuple[Selector, ...] = ()
    start: int = 0
    end: int = 0
    item_id: str | None = None


class Look(NamedTuple):
    """Which words of the article matched (folded), whether as they were typed, and their places in title and detail."""

    exact: bool = False
    words: tuple[str, ...] = ()
    title_spans: tuple[Span, ...] = ()
    detail_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Hit:
    """One thing that was found. Offsets of ``matches``, ``start`` and ``end`` count in the source text.

    What takes reading the article is done when it is first asked for, which is when a hit is looked at.
    """

    section: Section
    rank: int
    """1 is the best of its section."""
    score: float
    article_key: str
    path: str
    headline: str
    date: str | None
    place: str | None
    field: str
    """Where the words stand: ``headline``, ``theme``, ``place``, ``name``, ``role``, ``body``, ``caption``, ..."""
    title: Clean
    """First line of its row: a headline, a name with role, a figure, an action, the words around a passage."""
    detail: Clean
    """Second line: roles, what a figure is about, who asks whom, who speaks."""
    sessions: int = 1
    """In how many sessions a person appears."""
    look: Callable[[], Look] = dataclasses.field(default=Look, repr=False)
    """Finds the words in the two lines."""
    locate: Callable[[], Located] = dataclasses.field(default=Located, repr=False)
    """Finds the words in the article."""

    @cached_property
    def _looked(self) -> Look:
        return self.look()

    @property
    def exact(self) -> bool:
        """The words stand there as they were typed."""
        return self._looked.exact

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the article that matched, folded."""
        return self._looked.words

    @property
    def title_spans(self) -> tuple[Span, ...]:
        """What to highlight, as offsets of ``title``."""
        return self._looked.title_spans

    @property
    def detail_spans(self) -> tuple[Span, ...]:
        """The same of ``detail``."""
        return self._looked.detail_spans

    @cached_property
    def _located(self) -> Located:
        return self.locate()

    @property
    def matches(self) -> tuple[Selector, ...]:
        """The words that matched."""
        return self._located.matches

    @property
    def start(self) -> int:
        """The place to jump to."""
        return self._located.start

    @property
    def end(self) -> int:
        """The end of that place."""
        return self._located.end

    @property
    def item_id(self) -> str | None:
        """The id in its record, of a person, figure or request."""
        return self._located.item_id


class Found(Struct, frozen=True, kw_only=True):
    """The hits of one section: the best ones, and how many there are in all."""

    section: Section
    hits: Sequence[Hit]
    total: int
    more: bool = False
    """There may be more than were counted: only the likeliest rows of a large library are looked at."""
    best: float = 0.0
    """The score of the best one."""


class Results(Struct, frozen=True, kw_only=True):
    """The answer to a query: sections with hits, the one with the best hit first."""

    query: str
    sections: tuple[Found, ...] = ()
    note: str = ""
    """Why the query was not taken as it was written, else empty; a sentence in the language of the interface."""
    complete: bool = True
    """False while sections are still being searched."""
    facets: Facets = {}
    """What the results can be narrowed by, where that was asked for; only complete results have it."""
    nearest: str = ""
    """Set when nothing has all that was asked for: what was left out to find these; a sentence like ``note``."""

    @property
    def total(self) -> int:
        """Return how many hits there are in all sections."""
        return sum(found.total for found in self.sections)

    def hits(self, section: Section) -> Sequence[Hit]:
        """Return the hits of one section, best first."""
        return next((found.hits for found in self.sections if found.section == section), ())
