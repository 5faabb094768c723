"""From a match to a hit: what a row of results shows, and where in the source it was found."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import repeat

from tui.model import Selector
from tui.search.corpus import Corpus
from tui.search.match import Match, Place, joined
from tui.search.results import Hit, Span
from tui.search.rows import CONTEXT, Field
from tui.search.term import Term
from tui.text.clean import Clean, clean_line
from tui.text.fold import fold

SNIPPET = 160
"""Most characters of a passage that a row of results shows."""


def hit(found: Match, rank: int, corpus: Corpus) -> Hit:
    """Return the hit for a match."""
    row, session, terms = found.row, found.row.session, found.terms
    matched = dict.fromkeys(fold(row.fields[one.part].text[one.start : one.end]) for one in found.places)
    shown = _in_display(found)
    place, title = row.place, row.title
    if row.section == "passages":
        inside = [(one.start, one.end) for one in found.places if one.part == 0]
        title = _snippet(row.fields[0].text, inside)
        place = shown[0] if shown else place
    start, end = session.view.raw_span(*place)
    return Hit(
        section=row.section,
        rank=rank,
        score=round(found.score, 3),
        article_key=session.article_key,
        path=session.path,
        headline=session.headline,
        date=session.date,
        place=session.place,
        field=row.fields[found.part].name,
        exact=bool(found.places) and all(map(_as_typed, repeat(found), found.places)),
        matches=_selectors(found, shown),
        start=start,
        end=end,
        title=title,
        title_spans=spans(title, terms, matched),
        detail=row.detail,
        detail_spans=spans(row.detail, terms, matched),
        item_id=row.item_id,
        sessions=corpus.sessions(row.group) if row.section == "people" else 1,
        words=tuple(matched),
    )


def _as_typed(found: Match, place: Place) -> bool:
    return found.terms[place.term].as_typed(found.row.fields[place.part].text[place.start : place.end])


def spans(text: Clean, terms: Sequence[Term], matched: Container[str]) -> tuple[Span, ...]:
    """Return where matched words (folded) stand in a line, as offsets; those that stand together are one span."""
    folded = fold(text)
    found = [(one.start, one.end) for term in terms for one in term.finds(text, folded)]
    return joined(text, [(start, end) for start, end in found if folded[start:end] in matched])


def _in_display(found: Match) -> list[Span]:
    """Return where matched words stand in the article; words that a record added lead to what they were read from."""
    shown: set[Span] = set()
    for part in {place.part for place in found.places}:
        shown.update(_part_in_display(found.row.fields[part], [one for one in found.places if one.part == part]))
    return sorted(shown)


def _part_in_display(part: Field, places: Sequence[Place]) -> list[Span]:
    if part.name in CONTEXT:
        return []
    if part.start < 0:
        return [part.place] if part.place[0] < part.place[1] else []
    inside = joined(part.text, [(place.start, place.end) for place in places])
    return [(part.start + start, part.start + end) for start, end in inside]


def _selectors(found: Match, shown: Sequence[Span]) -> tuple[Selector, ...]:
    view = found.row.session.view
    raw = [view.raw_span(start, end) for start, end in shown]
    return tuple(Selector(exact=view.raw[start:end], start=start, end=end) for start, end in raw)


def _snippet(text: Clean, inside: Sequence[Span]) -> Clean:
    """Return the words of a passage around its matches, cut between words, with an ellipsis where it is cut."""
    if len(text) <= SNIPPET:
        return clean_line(text)
    first = min((start for start, _ in inside), default=0)
    last = max((end for _, end in inside if end - first <= SNIPPET), default=first)
    end = min(len(text), max(0, first - (SNIPPET - (last - first)) // 2) + SNIPPET)
    start = max(0, end - SNIPPET)
    if start:
        start = text.find(" ", start, first) + 1 or first
    if end < len(text):
        end = max(text.rfind(" ", last, end), last)
    return Clean(("…" if start else "") + clean_line(text[start:end]) + ("…" if end < len(text) else ""))
