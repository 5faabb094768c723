"""Clues to the session: the words of the headline and the opening that tell what was held, when, where, by whom."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import PartOfDay
from tui.parse.layout import Layout, Span
from tui.parse.page import Page


@dataclass(frozen=True, slots=True)
class Clues:
    """Spans of ``page.text``, found before areas, organizations and people are known; None where the text is silent.

    ``kind`` is the class of session that decides who supervises: ``supervision`` (giám sát, thẩm tra), ``inspection``
    (kiểm tra, khảo sát, làm việc), ``voters`` (tiếp xúc cử tri), ``sitting`` (kỳ họp, chất vấn), ``meeting`` (hội nghị,
    lễ, and all else).
    """

    kind: str = "meeting"
    classification: Span | None = None
    name: Span | None = None
    short_name: Span | None = None
    start_date: str | None = None
    part_of_day: PartOfDay | None = None
    date: Span | None = None
    delegation: Span | None = None
    organizer: Span | None = None
    location: Span | None = None
    chair: Span | None = None
    also_called: tuple[Span, ...] = ()


def find(page: Page, layout: Layout, published: str | None = None) -> Clues:
    """Return what headline, lead and the paragraphs after tell of the session, by cue words alone.

    ``published`` (ISO) gives the year of a day that is written without one.
    """
    return Clues()
