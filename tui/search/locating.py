"""Where the words of a match stand in the article: done for the hit that one looks at, not for all that are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.library.index.engine import Candidate, Engine
from tui.library.index.fields import Field, letters, row_text
from tui.library.index.items import Item, Items
from tui.model import Selector
from tui.search.match import Match, Place, match
from tui.search.results import Located, Span
from tui.search.rows import CONTEXT, Row
from tui.search.spans import joined
from tui.sections import Section
from tui.text.clean import clean_line


def located(section: Section, found: Match, engine: Engine) -> Located:
    """Return where the words of a match stand in the source; nowhere when the article is gone."""
    document = engine.document(found.row.session)
    if document is None or (section != "sessions" and document.record is None):
        return Located()
    item, item_id = _item(section, found.row, Items(document), engine)
    row = Row(
        Candidate(0, 0, letters(one.name for one in item.fields), row_text(one.text for one in item.fields), "", 1)
    )
    again = found if row.text.startswith(found.row.text) else match(row, found.terms)
    shown = sorted(set(_in_display(row, again.places, item.fields))) if again else []
    view = document.view
    start, end = view.raw_span(*(shown[0] if section == "passages" and shown else item.place))
    raw = [view.raw_span(*place) for place in shown]
    matches = tuple(Selector(exact=document.text[one:other], start=one, end=other) for one, other in raw)
    return Located(matches, start, end, item_id)


def _item(section: Section, row: Row, items: Items, engine: Engine) -> tuple[Item, str | None]:
    """Return the item of a row as its document has it, and its id in the record."""
    record = items.record
    if section == "sessions" or record is None:
        item = items.session()
        return item._replace(fields=(*item.fields, *map(items.text, items.passages()))), None
    if section == "people":
        person = record.people[engine.appearance(row.id, row.session)[0]]
        return items.person(person), person.id
    if section == "figures":
        figure = record.figures[engine.place("figures", row.id)]
        return items.figure(figure), figure.id
    if section == "requests":
        request = record.requests[engine.place("requests", row.id)]
        return items.request(request), request.id
    passage = list(items.passages())[row.id]
    text = items.text(passage)
    around = (("speaker", passage.speaker), ("session place", items.document.entry.place))
    fields = [Field(name, clean_line(words or ""), -1, text.place) for name, words in around]
    return Item((text, *fields), text.place), None


def _in_display(row: Row, places: Iterable[Place], fields: tuple[Field, ...]) -> Iterator[Span]:
    """Yield where words stand in the article; words that a record added lead to what they were read from."""
    starts = [1]
    while (end := row.text.find("\n", starts[-1])) >= 0:
        starts.append(end + 2)
    inside: dict[int, list[Span]] = {}
    for place in places:
        inside.setdefault(place.field, []).append((place.start - starts[place.field], place.end - starts[place.field]))
    for number, spans in inside.items():
        part = fields[number]
        if row.letters[number] in CONTEXT:
            continue
        if part.start >= 0:
            yield from ((part.start + start, part.start + end) for start, end in joined(part.text, spans))
        elif part.place[0] < part.place[1]:
            yield part.place
