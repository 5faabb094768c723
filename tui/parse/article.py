"""The way in: an article's text to its record, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator

from tui.model import SCHEMA, Article, Block, Record, Source
from tui.parse import blocks, clues, event
from tui.parse.layout import Layout
from tui.parse.page import Page

PARSER = 1
"""Number of the rules: it grows whenever they would give another record, so that a kept one is made anew."""


def parse_article(raw: str, source: Source) -> Record:
    """Return the record of a source text; pure, and never raises: what is not found is null or empty.

    ``raw`` is the decoded text that offsets count in, ``source`` tells where it came from.
    """
    page = Page(raw)
    layout = blocks.find(page)
    found = event.find(page, layout, clues.find(page, layout))
    return Record(
        schema=SCHEMA,
        source=source,
        article=_article(page, layout),
        event=found,
        blocks=tuple(_block(page, layout)),
        areas=(),
        organizations=(),
        people=(),
        groups=(),
        attendance_lists=(),
        periods=(),
        figures=(),
        statements=(),
        requests=(),
        captions=(),
        debris=(),
        checks=(),
        abbreviations=(),
    )


def _article(page: Page, layout: Layout) -> Article:
    return Article(
        headline=page.select(layout.headline.start, layout.headline.end) if layout.headline else None,
        date_published=None,
        author=(),
        publisher=None,
        url=None,
        in_language="vi",
        end_mark=page.select(*layout.end_mark) if layout.end_mark else None,
    )


def _block(page: Page, layout: Layout) -> Iterator[Block]:
    for line in layout.lines:
        start, end = page.view.raw_span(line.start, line.end)
        yield Block(zone=line.zone, kind=line.kind, start=start, end=end, image=line.image)
