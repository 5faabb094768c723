"""The way in: an article's text to its record, stage by stage.

Each stage is a function of the page and of what the stages before it found; none changes what it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace as with_fields

from msgspec.structs import replace

from tui.model import SCHEMA, Article, Block, BodyKind, Mention, Person, Record, Side, Source, Span
from tui.parse import (
    abbreviations,
    blocks,
    bylines,
    captions,
    checks,
    clues,
    datelines,
    debris,
    entities,
    event,
    figures,
    speech,
)
from tui.parse.layout import Layout
from tui.parse.page import Page

PARSER = 2
"""Number of the rules: it grows whenever they would give another record, so that a kept one is made anew."""


def parse_article(raw: str, source: Source) -> Record:
    """Return the record of a source text; pure: what is not found is null or empty.

    ``raw`` is the decoded text that offsets count in, ``source`` tells where it came from.
    """
    page = Page(raw)
    layout = blocks.find(page)
    article = _article(page, layout)
    published = article.date_published.value[:10] if article.date_published else None
    hints = clues.find(page, layout, published)
    named = entities.find(page, layout, hints)
    session = event.find(page, layout, hints, named, published)
    counted = figures.find(page, layout, session.start_date, published)
    opened = {page.span(each.cue)[0]: each.side for each in named.attendance_lists}
    layout = _with_lists(layout, opened)
    said = speech.find(page, layout, named, counted.figures)
    return Record(
        schema=SCHEMA,
        source=source,
        article=article,
        event=session,
        blocks=tuple(_blocks(page, layout, opened, said)),
        areas=named.areas,
        organizations=named.organizations,
        people=tuple(_with_parts(named.people, said)),
        groups=named.groups,
        attendance_lists=named.attendance_lists,
        periods=counted.periods,
        figures=said.figures,
        statements=said.statements,
        requests=said.requests,
        captions=captions.find(page, layout, named),
        debris=debris.find(page, layout),
        checks=checks.find(said.figures, counted.periods, article, session),
        abbreviations=abbreviations.find(page, layout),
        promises=said.promises,
    )


def _article(page: Page, layout: Layout) -> Article:
    body = layout.body_lines
    credit = bylines.find(page, layout, datelines.authors(page, layout))
    return Article(
        headline=page.select(layout.headline.start, layout.headline.end) if layout.headline else None,
        date_published=datelines.date_published(page, layout),
        author=credit.authors,
        publisher=credit.publisher,
        url=credit.url,
        in_language="vi",
        end_mark=page.select(*layout.end_mark) if layout.end_mark else None,
        article_body=_span(page, body[0].start, layout.end_mark[0] if layout.end_mark else body[-1].end)
        if body
        else None,
    )


def _span(page: Page, start: int, end: int) -> Span:
    first, last = page.view.raw_span(start, end)
    return Span(start=first, end=last)


def _with_lists(layout: Layout, opened: Mapping[int, Side]) -> Layout:
    """Return the layout with the lines that an attendance list opens marked as such, but for the lead.

    ``opened`` are the offsets of the words that open a list, with the list's side.
    """
    return with_fields(
        layout,
        lines=tuple(
            replace(line, kind="attendance") if line.kind == "paragraph" and line.start in opened else line
            for line in layout.lines
        ),
    )


def _blocks(page: Page, layout: Layout, opened: Mapping[int, Side], said: speech.Speech) -> Iterator[Block]:
    """Yield the blocks of the record, the body's with the voice that speaks in them."""
    voices = {voice.start: voice for voice in said.voices}
    for line in layout.lines:
        start, end = page.view.raw_span(line.start, line.end)
        kind: BodyKind | str = line.kind
        voice = voices.get(line.start) if line.zone == "body" and kind == "paragraph" else None
        yield Block(
            zone=line.zone,
            kind=voice.kind if voice else kind,
            start=start,
            end=end,
            side=opened[line.start] if kind == "attendance" else None,
            image=line.image,
            speaker=voice.speaker if voice else None,
        )


def _with_parts(people: tuple[Person, ...], said: speech.Speech) -> Iterator[Person]:
    """Yield the people with what they do at the session, and with the places where only an honorific means them."""
    parts: dict[str, list[str]] = {}
    anaphors: dict[str, list[Mention]] = {}
    for id, part in said.parts:
        parts.setdefault(id, []).append(part)
    for id, mention in said.anaphors:
        anaphors.setdefault(id, []).append(mention)
    for person in people:
        if person.id not in anaphors and person.id not in parts and len(person.participation) < 2:
            yield person
            continue
        mentions = (*person.mentions, *anaphors.get(person.id, ()))
        here = parts.get(person.id, []) if person.side != "unknown" else []  # others were quoted from elsewhere
        yield replace(
            person,
            participation=tuple(_distinct((*person.participation, *here))),
            mentions=tuple(sorted(mentions, key=lambda mention: mention.selector.start)),
        )


def _distinct(parts: Iterable[str]) -> Iterator[str]:
    """Yield what someone does, each once, in its fullest wording ("báo cáo" goes with "báo cáo làm rõ thêm")."""
    words = {part: f" {part.replace(',', '')} " for part in dict.fromkeys(parts)}
    for part, own in words.items():
        if not any(own in other for other in words.values() if other != own):
            yield part
