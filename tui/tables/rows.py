"""What the tables of a library say of each thing, a row a thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from tui.across.asked import Asked
from tui.across.measure import Measure
from tui.across.overview import Overview
from tui.across.series import Series
from tui.export.rows import Row
from tui.library import Entry, Library
from tui.library.userdata import Kept
from tui.search import Hit

Remark = Literal["failed", "contradicted", "outlier"]
"""What speaks against a figure: arithmetic of its article, another article about the session, figures like it."""


def sessions(library: Library, seen: Overview, hits: Sequence[Hit]) -> Iterator[Row]:
    """Yield a row a session, by its first article that was found; ``articles`` counts all that report it."""
    entries = {entry.article_key: entry for entry in library.entries()}
    told: set[str] = set()
    for hit in hits:
        event = seen.event_of.get(hit.article_key)
        if hit.article_key not in told and hit.article_key in entries:
            told.update(event.articles if event else (hit.article_key,))
            entry = entries[hit.article_key]
            place: Row = {"path": entry.path, "start": hit.start, "end": hit.end, "article_key": hit.article_key}
            yield {**session(entry), "articles": len(event.articles) if event else 1, **place}


def session(entry: Entry) -> Row:
    """Return what the list of sessions says of an article."""
    names = ("date", "place", "theme", "headline", "organizer", "chair", "published", "publisher")
    counts = ("people", "groups", "figures", "requests")
    return {name: getattr(entry, name) for name in (*names, *counts)}


def figure_row(one: Measure, entry: Entry, against: Sequence[Remark], series: Series | None) -> Row:
    """Return what a table says of a figure; ``check`` is what speaks against it, ``compared`` how many are like it."""
    return {
        "written": one.written,
        "value": one.value,
        "unit": one.unit or None,
        "kind": one.kind,
        "subject": one.about or None,
        "date": one.day,
        "place": one.place,
        "period_start": one.start,
        "period_end": one.end,
        "speaker": one.speaker,
        "check": "; ".join(against) or None,
        "series": series.about if series else None,
        "compared": len(series.measures) if series else 1,
        **_source(entry, one.span),
    }


def remarks(one: Measure, seen: Overview) -> list[Remark]:
    """Return what speaks against a figure."""
    marks: dict[Remark, bool] = {
        "failed": one.failed,
        "contradicted": one.key in seen.contradicted,
        "outlier": one.key in seen.outliers,
    }
    return [mark for mark, holds in marks.items() if holds]


def request(one: Asked, entry: Entry, kept: Kept | None) -> Row:
    """Return what a table says of a request, and what the user says of it."""
    return {
        "requester": one.requester,
        "attribution": one.attribution,
        "addressees": "; ".join(one.addressees) or None,
        "kind": one.kind,
        "action": one.action,
        "date": one.day,
        "place": one.place,
        "state": kept.state if kept else "open",
        "due": kept.due if kept else None,
        "notes": "; ".join(note.text for note in kept.notes) if kept else None,
        "answers": len(kept.answers) if kept else 0,
        **_source(entry, one.span),
    }


def _source(entry: Entry, span: tuple[int, int]) -> Row:
    return {
        "path": entry.path,
        "headline": entry.headline,
        "publisher": entry.publisher,
        "published": entry.published,
        "start": span[0],
        "end": span[1],
        "article_key": entry.article_key,
    }
