"""Figures (số liệu) and the periods they are about: what was counted, how much, since when, and where it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tui.model import Figure, Period
from tui.parse.page import Page


class Line(Protocol):
    """A non-blank line of the article, in offsets of ``page.text``."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        ...

    @property
    def end(self) -> int:
        """Offset after its last character."""
        ...

    @property
    def zone(self) -> str:
        """Its zone in the record."""
        ...


class Layout(Protocol):
    """The lines of an article, in order."""

    @property
    def lines(self) -> Sequence[Line]:
        """All non-blank lines."""
        ...


@dataclass(frozen=True)
class Figures:
    """The periods and figures of an article, in the order of the text; speakers are not yet known."""

    periods: tuple[Period, ...]
    figures: tuple[Figure, ...]


def find(page: Page, layout: Layout, event_date: str | None, published: str | None) -> Figures:
    """Return the periods and figures of headline, body and captions.

    Args:
        page: the article's text.
        layout: its lines with their zones; debris, dateline and byline hold no figures.
        event_date: ISO date of the session, the day that "đến nay" means; ``--MM-DD`` gives no year.
        published: ISO date of publication, used for the year where the event's is not known.
    """
    return Figures((), ())
