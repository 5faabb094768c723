"""From a record to the row that the list of sessions shows of it."""

from __future__ import annotations

import posixpath

from tui.library.entry import Entry, State, provisional_key
from tui.library.keys import article_key
from tui.model import Record
from tui.naming import Names


def ready(path: str, text: str, record: Record, *, corrected: bool) -> Entry:
    """Return the entry of a parsed article."""
    article, event, names = record.article, record.event, Names(record)
    theme = event.short_name_selector or event.name_selector
    areas = [name for key in event.supervised_area_ids if (name := names.of(key))]
    return Entry(
        article_key=article_key(text, record),
        path=path,
        state="ready",
        headline=article.headline.exact if article.headline else file_name(path),
        date=event.start_date,
        part_of_day=event.part_of_day,
        published=article.date_published.value if article.date_published else None,
        place=event.location or ", ".join(areas) or None,
        theme=theme.exact if theme else None,
        classification=event.classification,
        organizer=names.of(event.organizer_id) or names.of(event.delegation_id),
        chair=names.of(event.chair_id),
        publisher=article.publisher,
        people=len(record.people),
        groups=len(record.groups),
        figures=len(record.figures),
        requests=len(record.requests),
        corrected=corrected,
    )


def unparsed(path: str, state: State) -> Entry:
    """Return the entry of an article without a record: it is known by its file's name."""
    return Entry(article_key=provisional_key(path), path=path, state=state, headline=file_name(path))


def file_name(path: str) -> str:
    """Return a file's name without its folder and ending."""
    return posixpath.splitext(posixpath.basename(path))[0]
