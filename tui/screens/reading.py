"""An opened article made ready for the reader: what the text pane draws, and the places that lists lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from tui.library.document import Document
from tui.messages import say
from tui.model import Block, Figure, Group, Mention, Person, Record, Request, Selector, Statement
from tui.naming import Names
from tui.text.clean import Clean, clean_line
from tui.text.regex import regex
from tui.text.view import View
from tui.widgets.article import Article, Kind, Layer, Paragraph, Span, Speaker, Tint, apart
from tui.widgets.wording import DEBRIS, STATEMENTS, session_day

_LINE = regex(r"(?<![^\n])[^\n]*\S")

_ZONES: dict[str, Kind] = {
    "headline": "headline",
    "dateline": "dateline",
    "caption": "caption",
    "byline": "byline",
    "debris": "debris",
}


class Reading:
    """A document as the reader shows it; all spans count in the display text of its view."""

    def __init__(self, document: Document) -> None:
        """Take an opened document."""
        self.document = document
        self._names = Names(document.record)

    @property
    def record(self) -> Record | None:
        """What was found in the article, where that is known."""
        return self.document.record

    @property
    def view(self) -> View:
        """The text as it is shown."""
        return self.document.view

    def span(self, place: Selector | Block) -> Span:
        """Return the span of the display text that a place of the source stands for."""
        return self.view.span(place.start, place.end)

    @cached_property
    def article(self) -> Article:
        """What the text pane draws."""
        record = self.record
        if record is None:
            lines = _LINE.finditer(self.view.display)
            return Article(self.view.display, tuple(Paragraph(line.start(), line.end(), "body") for line in lines))
        paragraphs = tuple(self._paragraph(record, block) for block in record.blocks)
        return Article(self.view.display, paragraphs, tuple(self._about(record)), self._tints(record))

    # Paragraphs

    def _paragraph(self, record: Record, block: Block) -> Paragraph:
        start, end = self.span(block)
        kind: Kind = _ZONES.get(block.zone, "heading" if block.kind == "heading" else "body")
        label = Clean("")
        if kind == "caption":
            label = say("Photo {number}", number=block.image) if block.image else say("Photo")
        elif kind == "debris":
            label = say(DEBRIS.get(block.kind, DEBRIS["other"]))  # type: ignore[call-overload]
        return Paragraph(start, end, kind, label, self._speaker(record, block))

    def _speaker(self, record: Record, block: Block) -> Speaker | None:
        """Return who speaks in a block: sure where the text names the speaker there."""
        name = self._names.of(block.speaker)
        if not name or block.zone != "body":
            return None
        said = self._first_said(record, block)
        if said is None or said.attribution == "carried_over":
            return Speaker(clean_line(name), say("~ goes on"), False)
        if said.attribution == "anaphor":
            return Speaker(clean_line(name), say("~ by a pronoun"), False)
        note = say(STATEMENTS[said.kind]) if isinstance(said, Statement) else say("asks")
        return Speaker(clean_line(name), note, True)

    @staticmethod
    def _first_said(record: Record, block: Block) -> Statement | Request | None:
        """Return what the block's speaker says first in it."""
        said: list[tuple[int, Statement | Request]] = [
            (statement.selector.start, statement)
            for statement in record.statements
            if statement.speaker_id == block.speaker
        ]
        said += [(ask.action.start, ask) for ask in record.requests if ask.requester_id == block.speaker]
        inside = [(start, each) for start, each in said if block.start <= start < block.end]
        return min(inside, key=lambda pair: pair[0])[1] if inside else None

    def _about(self, record: Record) -> Iterator[Clean]:
        """Yield our lines about the session."""
        event = record.event
        where = [clean_line(event.location)] if event.location else []
        if event.start_date or where:
            yield Clean(" · ".join([say("Session"), session_day(event.start_date, event.part_of_day), *where]))
        chair, delegation = self._names.of(event.chair_id), self._names.of(event.delegation_id or event.organizer_id)
        parts = [clean_line(delegation)] if delegation else []
        if chair:
            parts.append(say("chaired by {name}", name=clean_line(chair)))
        if parts:
            yield Clean(" · ".join(parts))

    def _tints(self, record: Record) -> dict[Layer, tuple[Tint, ...]]:
        names = [mention.name_selector for person in record.people for mention in person.mentions]
        verbs = [request.verb for request in record.requests]
        return {
            "people": (Tint("person", self._spans(names)),),
            "figures": (Tint("figure", self._spans(figure.selector for figure in record.figures)),),
            "requests": (
                Tint("request", self._spans(request.action for request in record.requests)),
                Tint("request-strong", self._spans(verbs)),
            ),
        }

    def _spans(self, places: Sequence[Selector | None] | Iterator[Selector]) -> tuple[Span, ...]:
        return apart(self.span(place) for place in places if place is not None)

    # Places that lists lead to

    def item(self, key: str) -> Person | Group | Figure | Request | None:
        """Return what a row of a list stands for."""
        return self._items.get(key)

    @cached_property
    def _items(self) -> dict[str, Person | Group | Figure | Request]:
        record = self.record
        if record is None:
            return {}
        items: list[Person | Group | Figure | Request] = [*record.people, *record.groups]
        items += [*record.figures, *record.requests]
        return {item.id: item for item in items}

    def places(self, key: str, debris: bool) -> tuple[Span, ...]:
        """Return all places of a person, group, figure or request, in order; those in debris only when it is shown."""
        item = self.item(key)
        if isinstance(item, Person):
            mentions = [mention for mention in item.mentions if debris or mention.zone != "debris"]
            return apart(self.span(self._shown(mention)) for mention in mentions)
        if isinstance(item, Group):
            return self._spans([item.selector, *item.other_mentions])
        if isinstance(item, Figure):
            return (self.span(item.selector),)
        if isinstance(item, Request):
            return (self.span(item.action),)
        return ()

    @staticmethod
    def _shown(mention: Mention) -> Selector:
        """Return what is highlighted of a mention: the name, else the words that stand for it."""
        return mention.name_selector or mention.selector

    def around(self, key: str) -> Span | None:
        """Return the sentence that a figure stands in, or the whole of a request from its verb on."""
        item = self.item(key)
        if isinstance(item, Figure):
            return self.sentence(*self.span(item.selector))
        if isinstance(item, Request):
            start, end = self.span(item.action)
            return (min(start, self.span(item.verb)[0]) if item.verb else start, end)
        return None

    def sentence(self, start: int, end: int) -> Span:
        """Return the sentence around a span, within its paragraph."""
        from tui.text.sentences import around  # noqa: PLC0415 - a figure is followed after the first paint

        each = self.article.paragraph_at(start)
        first, last = around(self.view.display, start, end)
        return (max(first, each.start), min(last, each.end)) if each else (first, last)

    def source_span(self, start: int, end: int) -> Span:
        """Return the offsets in the source of a span of the display text."""
        return self.view.raw_span(start, end)


def telling(*sentences: Clean) -> Article:
    """Return sentences of ours as an article, for a pane that has nothing else to show."""
    starts = [sum(len(each) + 2 for each in sentences[:nth]) for nth in range(len(sentences))]
    paragraphs = (Paragraph(start, start + len(each), "body") for start, each in zip(starts, sentences, strict=True))
    return Article(Clean("\n\n".join(sentences)), tuple(paragraphs))
