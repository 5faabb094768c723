"""What the details of a request show: who asks whom for what, what became of it, and what may have answered it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.across.answers import Answer
from tui.library import Anchor, Document, find
from tui.library.userdata import Kept
from tui.library.userdata.kept import state_name
from tui.messages import lead, say, say_many
from tui.model import Request
from tui.tables.board import Board
from tui.text.clean import Clean, clean_line
from tui.text.spelling import key as spelling
from tui.text.words import word_spans
from tui.widgets.added_rows import NOTE, TAG
from tui.widgets.article import Span
from tui.widgets.parts import Part, PartRows, headline, lines, space, words
from tui.widgets.quotation import quotation
from tui.widgets.request_table import STATE_SIGNS
from tui.widgets.wording import REQUESTS, day


class Passage(NamedTuple):
    """Words of an article that answer a request, or may."""

    document: Document
    start: int
    end: int
    anchor: Anchor | None = None
    """What it is linked by; None for a passage that is only found."""
    marked: tuple[Span, ...] = ()
    """The words that the request has, too; offsets of the source text."""


class RequestDetails(PartRows):
    """The details of a request. Rows are named by ``request``, or by the number of a passage."""

    def __init__(
        self,
        table: Board,
        key: str,
        document: Document,
        *,
        linked: Sequence[Passage],
        found: Sequence[Passage] | None,
    ) -> None:
        """Take the board, a request and its article, its answers, and what may answer it; None: still looked for."""
        self.passages = {f"passage:{number}": each for number, each in enumerate([*linked, *(found or ())])}
        self._table, self._key, self._document = table, key, document
        head = self._head(request_of(document, table.asked(key).key))
        super().__init__([*head, *self._standing(), *self._answers(bool(linked), found)])

    def _head(self, request: Request | None) -> Iterator[Part]:
        one = self._table.asked(self._key)
        asks = clean_line(one.requester or "") or say("someone")
        whom = lead(clean_line(self._table.addressee(self._key)))
        yield words(lead(Clean(f"{asks} → {whom}" if whom else asks)), "request-strong")
        inferred = [say("~ who asks is inferred")] if one.attribution != "explicit" else []
        yield words(Clean(" · ".join([say(REQUESTS[one.kind]), *inferred])), "dim")
        yield space()
        items = [(item.start, item.end) for item in request.items] if request else []
        for number, place in enumerate(items or [one.span]):
            yield self._quoted(place, "request" if number == 0 else "")
        yield space()
        entry = self._table.entry(self._key)
        session = (day(one.day), clean_line(one.place or ""), clean_line(entry.theme or ""))
        yield words(Clean(" · ".join(filter(None, session))), "dim")
        yield words(clean_line(entry.headline), "dim")

    def _quoted(self, place: Span, row: str) -> Part:
        return lines(lambda width: quotation(self._document.view, place, (), width), row)

    def _standing(self) -> Iterator[Part]:
        table, key = self._table, self._key
        kept: Kept | None = table.added(key)
        state = table.state(key)
        sign, ink = STATE_SIGNS[state]
        yield headline(say("What became of it"))
        due = table.due(key)
        told = [state_name(state), say("due {day}", day=day(due)) if due else Clean("")]
        late = table.is_late(key)
        late_words = [say("the day is over")] if late else []
        text = Clean(" · ".join(filter(None, [*told, *late_words])))
        yield words(text, "warning" if late else ink, before=Clean(f"{sign} "))
        for note in kept.notes if kept else ():
            yield words(clean_line(note.text), "accent", before=Clean(f"{NOTE} "))
        if kept and kept.tags:
            yield words(Clean(" ".join(f"{TAG}{clean_line(tag)}" for tag in kept.tags)), "accent")

    def _answers(self, any_linked: bool, found: Sequence[Passage] | None) -> Iterator[Part]:
        rows = list(self.passages.items())
        if any_linked:
            yield headline(say("Answered by"))
            yield from (self._passage(row, each) for row, each in rows if each.anchor)
        yield headline(say("Later, at the same place, on the same matter"))
        if found is None:
            yield words(say("Looking through the library …"), "dim")
        elif not found:
            yield words(say("No later session at this place speaks of it."), "dim")
        else:
            count = say_many("{count} passage; = says that it answers the request",
                             "{count} passages; = says that one answers the request", len(found))  # fmt: skip
            yield words(count, "dim")
            yield from (self._passage(row, each) for row, each in rows if each.anchor is None)

    @staticmethod
    def _passage(row: str, each: Passage) -> Part:
        entry = each.document.entry
        where = (day(entry.date), clean_line(entry.place or ""), clean_line(entry.headline))
        told = words(Clean(" · ".join(filter(None, where))), "request" if each.anchor else "dim")

        def draw(width: int, full: bool) -> Sequence[Sequence[object]]:
            drawn = quotation(each.document.view, (each.start, each.end), each.marked, width)
            return [*told.draw(width, full), *(drawn if full else drawn[:3]), []]

        return Part(row, draw)  # type: ignore[arg-type]


def linked_passage(document: Document, anchor: Anchor) -> Passage | None:
    """Return a passage that was linked, as it stands in its article now; None where its words are gone."""
    place = find(anchor, document.text)
    return Passage(document, *place, anchor) if place else None


def found_passage(document: Document, answer: Answer) -> Passage:
    """Return a passage that may answer a request, with the words that both have."""
    passage, said = answer.passage, set(answer.words)
    places = word_spans(document.text, passage.start, passage.end)
    marked = tuple(place for place in places if spelling(document.text[slice(*place)]) in said)
    return Passage(document, passage.start, passage.end, marked=marked)


def request_of(document: Document | None, key: str) -> Request | None:
    """Return the request of a key in its article; None where it is gone."""
    record, wanted = document.record if document else None, key.partition(":")[2]
    return next((one for one in record.requests if one.id == wanted), None) if record else None
