"""What a search gives: hits in sections, each with the reason why it was found."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Selector
from tui.sections import Section
from tui.text.clean import Clean

Span = tuple[int, int]


class Hit(Struct, frozen=True, kw_only=True):
    """One thing that was found. ``start`` and ``end`` and ``matches`` count in the source text."""

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
    exact: bool
    """The words stand there as they were typed."""
    matches: tuple[Selector, ...]
    start: int
    """The place to jump to."""
    end: int
    title: Clean
    """First line of its row: a headline, a name with role, a figure, an action, the words around a passage."""
    title_spans: tuple[Span, ...] = ()
    """What to highlight, as offsets of ``title``."""
    detail: Clean = Clean("")
    """Second line: date and place of the session, or roles."""
    detail_spans: tuple[Span, ...] = ()
    item_id: str | None = None
    """The id in its record, of a person, figure or request."""
    sessions: int = 1
    """In how many sessions a person appears."""
    words: tuple[str, ...] = ()
    """The words of the article that matched, folded."""


class Found(Struct, frozen=True, kw_only=True):
    """The hits of one section: the best ones, and how many there are in all."""

    section: Section
    hits: tuple[Hit, ...]
    total: int


class Results(Struct, frozen=True, kw_only=True):
    """The answer to a query: sections with hits, in the order of ``SECTIONS`` unless a name was meant."""

    query: str
    sections: tuple[Found, ...] = ()
    note: str = ""
    """Why the query was not taken as it was written, else empty; a sentence in the language of the interface."""

    @property
    def total(self) -> int:
        """Return how many hits there are in all sections."""
        return sum(found.total for found in self.sections)

    def hits(self, section: Section) -> tuple[Hit, ...]:
        """Return the hits of one section, best first."""
        return next((found.hits for found in self.sections if found.section == section), ())
