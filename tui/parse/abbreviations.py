"""Abbreviations: the short forms of an article and what they stand for; the article's own definition wins."""

from __future__ import annotations

from tui.model import Abbreviation
from tui.parse.layout import Layout
from tui.parse.page import Page


def find(page: Page, layout: Layout) -> tuple[Abbreviation, ...]:
    """Return the short forms of headline, body and captions, in the order of the text."""
    return ()
