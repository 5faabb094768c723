"""What an export says of each item, before it is laid out in a format: grouped by session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.export import wording
from tui.export.citation import Citation, citation, headline, session
from tui.export.item import Cited, Item
from tui.export.quoting import block_at, quoted
from tui.messages import say
from tui.model import Figure, Person, Request
from tui.text.clean import Clean, clean_line


class Entry(NamedTuple):
    """One item in words: a title with notes, the quote, the citation."""

    item: Item
    title: Clean
    notes: tuple[Clean, ...]
    quote: Clean
    citation: Citation


class Group(NamedTuple):
    """The items of one article; ``title`` is one line: day and place, else the headline."""

    article: Cited
    title: Clean
    entries: tuple[Entry, ...]


def groups(items: Sequence[Item]) -> tuple[Group, ...]:
    """Return items grouped by article, both in the order in which they were selected."""
    by_article: dict[str, list[Item]] = {}
    for item in items:
        by_article.setdefault(item.article.article_key, []).append(item)
    return tuple(_group(chosen) for chosen in by_article.values())


def entry(item: Item) -> Entry:
    """Return an item in words."""
    title, notes = _said(item)
    return Entry(item, title, tuple(notes), quoted(item).words, citation(item))


def _group(items: Sequence[Item]) -> Group:
    article = items[0].article
    title = Clean(" · ".join(filter(None, (session(article).removesuffix("."), headline(article)))))
    return Group(article, title, tuple(entry(item) for item in items))


def _said(item: Item) -> tuple[Clean, list[Clean]]:
    record = item.article.record
    if record is None:
        return say("Passage"), []
    if isinstance(item.of, Person):
        return wording.person_title(item.of), [wording.person_note(item.of)]
    if isinstance(item.of, Figure):
        words = item.article.text[item.start : item.end]
        return wording.figure_title(item.of, words), wording.figure_notes(record, item.of)
    if isinstance(item.of, Request):
        return wording.request_title(record, item.of), []
    if item.section == "sessions":
        return headline(item.article), _session_notes(item)
    block = block_at(record, item.start)
    inside = block is not None and item.end <= block.end  # of several paragraphs nobody in particular speaks
    speaker = wording.speaker_note(record, block, item.start, item.end) if block and inside else Clean("")
    return say("Passage"), [speaker] if speaker else []


def _session_notes(item: Item) -> list[Clean]:
    record = item.article.record
    if record is None:
        return []
    theme = record.event.short_name_selector or record.event.name_selector
    chair = next((person for person in record.people if person.id == record.event.chair_id), None)
    notes = [
        clean_line(theme.exact) if theme else Clean(""),
        say("chair: {name}", name=wording.person_title(chair)) if chair else Clean(""),
    ]
    return [note for note in notes if note]
