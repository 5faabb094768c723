"""The session of the record (buổi giám sát): the clues of the text, linked to areas, organizations and people."""

from __future__ import annotations

from tui.model import Event, Selector
from tui.parse.clues import Clues
from tui.parse.entities import Entities
from tui.parse.layout import Layout, Span
from tui.parse.page import Page

TWO_LEVELS_FROM = "2025-07-01"
"""First day of local government in two levels (amended Article 110 of the Constitution)."""


def find(page: Page, layout: Layout, clues: Clues, entities: Entities) -> Event:
    """Return the event that the clues tell of."""
    day = clues.start_date

    def select(span: Span | None) -> Selector | None:
        return page.select(*span) if span else None

    return Event(
        classification=page.text[slice(*clues.classification)].lower() if clues.classification else None,
        classification_selector=select(clues.classification),
        name_selector=select(clues.name),
        short_name_selector=select(clues.short_name),
        start_date=day,
        part_of_day=clues.part_of_day,
        date_selector=select(clues.date),
        organizer_id=None,
        delegation_id=None,
        delegation_selector=select(clues.delegation),
        supervised_area_ids=(),
        location=page.text[slice(*clues.location)] if clues.location else None,
        location_selector=select(clues.location),
        chair_id=None,
        chair_selector=select(clues.chair),
        also_called=tuple(page.select(*span) for span in clues.also_called),
        admin_era="two-level" if day and not day.startswith("-") and day >= TWO_LEVELS_FROM else "three-level",
    )
