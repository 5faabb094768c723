"""What the tables of a library say of each thing, a row a thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tui.across.overview import Overview
from tui.across.person import Person
from tui.commands.layout import Row
from tui.library import Document, Entry, Library
from tui.library.userdata import Kept
from tui.model import Figure, Record, Request
from tui.naming import Names
from tui.search import Hit


def sessions(library: Library, seen: Overview, hits: Sequence[Hit]) -> Iterator[Row]:
    """Yield a row a session, by its first article that was found; ``articles`` counts all that report it."""
    entries = {entry.article_key: entry for entry in library.entries()}
    told: set[str] = set()
    for hit in hits:
        event = seen.event_of.get(hit.article_key)
        if hit.article_key not in told and hit.article_key in entries:
            told.update(event.articles if event else (hit.article_key,))
            entry = entries[hit.article_key]
            yield {**session(entry), "articles": len(event.articles) if event else 1, **_place(entry.path, hit)}


def session(entry: Entry) -> Row:
    """Return what the list of sessions says of an article."""
    names = ("date", "place", "theme", "headline", "organizer", "chair", "published", "publisher")
    counts = ("people", "groups", "figures", "requests")
    return {name: getattr(entry, name) for name in (*names, *counts)}


def people(
    library: Library, seen: Overview, found: Iterable[Person], articles: Collection[str] | None
) -> Iterator[Row]:
    """Yield a row a person, counted in some articles alone where these are given; the place is of the last session."""
    entries = {entry.article_key: entry for entry in library.entries()}
    for one in found:
        counted = (seen.within(one, articles) or one) if articles else one
        entry = entries[counted.appearances[-1].article_key]
        yield {**_person(counted, len(seen.suggestions.get(one.key, ()))), **_last(counted, entry)}


def found_people(seen: Overview, hits: Sequence[Hit]) -> list[Person]:
    """Return the people of hits, each once, in the order of the hits."""
    found = (seen.person_of.get(f"{hit.article_key}:{hit.item_id}") for hit in hits)
    return list({one.key: one for one in found if one is not None}.values())


def _person(one: Person, suggested: int) -> Row:
    return {
        "name": one.name,
        "role": "; ".join(held.label for held in one.now),
        "sessions": one.sessions,
        "chaired": one.chaired,
        "first": one.first,
        "last": one.last,
        "side": one.appearances[-1].side,
        "other_names": "; ".join(one.other_names),
        "suggestions": suggested,
    }


def _last(one: Person, entry: Entry) -> Row:
    start, end = one.appearances[-1].span
    return {"place": entry.place, "path": entry.path, "start": start, "end": end, "article_key": entry.article_key}


def figure(record: Record, figure: Figure, hit: Hit, seen: Overview) -> Row:
    """Return what a table says of a figure; ``check`` is what speaks against it, ``compared`` how many are like it."""
    key = f"{hit.article_key}:{figure.id}"
    period = next((one for one in record.periods if one.id == figure.period_id), None)
    failed = any(figure.id in check.figures and check.result == "failed" for check in record.checks)
    marks = {"failed": failed, "contradicted": key in seen.contradicted, "outlier": key in seen.outliers}
    series = seen.series_of.get(key)
    return {
        "written": hit.title,
        "value": figure.value,
        "unit": figure.unit,
        "kind": figure.kind,
        "subject": figure.subject,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "speaker": Names(record).of(figure.speaker_id),
        "check": "; ".join(mark for mark, holds in marks.items() if holds) or None,
        "series": series.about if series else None,
        "compared": len(series.measures) if series else 1,
        **_where(hit),
    }


def request(record: Record, request: Request, hit: Hit, kept: Kept | None) -> Row:
    """Return what a table says of a request, and what the user says of it."""
    names = Names(record)
    addressees = [name for key in request.addressee_ids if (name := names.of(key))]
    if not addressees and request.addressee_selector is not None:
        addressees = [request.addressee_selector.exact]
    return {
        "requester": names.of(request.requester_id),
        "attribution": request.attribution,
        "addressees": "; ".join(addressees),
        "kind": request.kind,
        "action": hit.title,
        **_where(hit),
        "state": kept.state if kept else "open",
        "due": kept.due if kept else None,
        "notes": "; ".join(note.text for note in kept.notes) if kept else "",
    }


def placed(row: Row, document: Document, hit: Hit) -> Row:
    """Return a row with where its thing stands."""
    return {**row, **_place(document.path, hit)}


def _where(hit: Hit) -> Row:
    return {"date": hit.date, "place": hit.place}


def _place(path: str, hit: Hit) -> Row:
    return {"path": path, "start": hit.start, "end": hit.end, "article_key": hit.article_key}
