"""From an article to the things in it that can be found, each with its fields. Debris is in none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.library.document import Document
from tui.library.index.days import day_texts
from tui.library.index.fields import Field, initials
from tui.model import Block, Figure, Person, Record, Request, Selector
from tui.naming import Names
from tui.text.clean import Clean, clean_line
from tui.text.view import View

HIDDEN = frozenset({"debris", "dateline", "byline", "headline"})
"""Zones that give no passage: debris is never found, the others are fields of the session."""

Marked = tuple[tuple[str, str], ...]
"""Conditions that no words of the fields narrow down enough, with the texts that they may ask for: see :meth:`mark`."""
Place = tuple[int, int]


class Item(NamedTuple):
    """One thing that can be found. ``place`` is where it stands, in offsets of the display."""

    fields: tuple[Field, ...]
    place: Place
    marked: Marked = ()


class Passage(NamedTuple):
    """A paragraph of the body or a caption, in offsets of the display, and who speaks in it."""

    name: str
    start: int
    end: int
    speaker: str | None


class Items:
    """Makes the items of one document."""

    def __init__(self, document: Document) -> None:
        """Take the document; its record may be missing."""
        self.document = document
        self.record = document.record
        self.names = Names(document.record)

    @property
    def view(self) -> View:
        """The text as it is shown."""
        return self.document.view

    # What is found

    def session(self) -> Item:
        """Return the session by its head: what is known of it without the body."""
        record, entry = self.record, self.document.entry
        if record is None:
            return Item(tuple(self._made("headline", entry.headline, (0, 0))), (0, 0))
        event, article = record.event, record.article
        top = self._top(record)
        fields = [
            *self._at("headline", article.headline),
            *self._at("theme", event.name_selector),
            *self._at("theme", event.short_name_selector),
            *self._at("kind", event.classification_selector),
            *self._at("place", event.location_selector),
            *self._at("organizer", event.delegation_selector),
            *self._at("date", event.date_selector),
            *(found for author in article.author for found in self._at("author", author.selector)),
        ]
        for person in record.people:
            place = self._named_at(person)
            for name in self.names.spellings(person):
                fields += self._made("people", name, place)
            for member in person.memberships:
                fields += self._made("role", member.label_norm, place)
        day, where = self._span(event.date_selector, top), self._span(event.location_selector, top)
        for text in day_texts(entry.date):
            fields += self._made("date", text, day)
        for name in _unique((event.location, *(self.names.of(key) for key in event.supervised_area_ids))):
            fields += self._made("place", name, where)
        for name in _unique(body.name for body in record.organizations):
            fields += self._made("organization", name, top)
        fields += self._made("publisher", article.publisher, top)
        return Item(tuple(fields), top, tuple((one.name, one.text) for one in fields if one.name in ("place", "theme")))

    def person(self, person: Person) -> Item:
        """Return a person as this article knows them."""
        place = self._named_at(person)
        own = Field("name", _line(person.name), -1, place)
        if self.view.display[slice(*place)] == own.text:
            own = own._replace(start=place[0])
        fields = [own]
        for other in person.other_names:
            fields += self._made("name", other.name, place)
        fields += self._made("initials", initials(person.name), place)
        written = {
            role.exact: role
            for mention in person.mentions
            if mention.zone != "debris"
            for role in mention.role_selectors
        }
        for member in person.memberships:
            selector = written.get(member.label)
            role_place = self._span(selector, place)
            fields += self._at("role", selector) if selector else self._made("role", member.label, place)
            if member.label_norm != member.label:
                fields += self._made("role", member.label_norm, role_place)
            fields += self._made("organization", self.names.of(member.organization_id), role_place)
        fields += self._made("session place", self.document.entry.place, place)
        return Item(tuple(fields), place)

    def figure(self, figure: Figure) -> Item:
        """Return a figure with what it is about."""
        place = self.view.span(figure.selector.start, figure.selector.end)
        periods = self.record.periods if self.record else ()
        period = next((period for period in periods if period.id == figure.period_id), None)
        speaker = self.names.of(figure.speaker_id)
        fields = (
            *self._at("figure", figure.selector),
            *self._made("hedge", figure.hedge, place),
            *(self._at("subject", figure.subject_selector) if figure.subject is None else ()),
            *self._made("subject", figure.subject, self._span(figure.subject_selector, place)),
            *self._made("unit", figure.unit, place),
            *self._at("period", period.selector if period else None),
            *self._made("speaker", speaker, place),
            *self._made("session place", self.document.entry.place, place),
        )
        return Item(fields, place, (("unit", figure.unit or ""), ("kind", figure.kind)))

    def request(self, request: Request) -> Item:
        """Return a request: what is asked, by whom, of whom."""
        place = self.view.span(request.action.start, request.action.end)
        requester = self.names.of(request.requester_id)
        asker = self._span(request.requester_selector or request.verb, place)
        asked = self._span(request.addressee_selector, place)
        addressees = [name for key in request.addressee_ids if (name := self.names.of(key))]
        fields = (
            *self._at("action", request.action),
            *(() if addressees else self._at("addressee", request.addressee_selector)),
            *(found for name in addressees for found in self._made("addressee", name, asked)),
            *self._made("requester", requester, asker),
            *self._made("session place", self.document.entry.place, place),
        )
        return Item(fields, place, (("kind", request.kind),))

    def passages(self) -> Iterator[Passage]:
        """Yield the paragraphs that can be found, captions too."""
        for block in self.record.blocks if self.record else ():
            if block.zone not in HIDDEN:
                yield self._passage(block)

    def text(self, passage: Passage) -> Field:
        """Return the words of a passage."""
        place = passage.start, passage.end
        return Field(passage.name, Clean(self.view.display[slice(*place)]), passage.start, place)

    # How

    def _passage(self, block: Block) -> Passage:
        start, end = self.view.span(block.start, block.end)
        name = "caption" if block.zone == "caption" else "body"
        return Passage(name, start, end, self.names.of(block.speaker))

    def _at(self, name: str, place: Selector | None) -> Iterator[Field]:
        """Yield the field of words that stand in the article."""
        if place is not None:
            start, end = self.view.span(place.start, place.end)
            yield Field(name, Clean(self.view.display[start:end]), start, (start, end))

    def _made(self, name: str, text: str | None, place: Place) -> Iterator[Field]:
        """Yield the field of words that a record adds."""
        if text:
            yield Field(name, _line(text), -1, place)

    def _span(self, selector: Selector | None, otherwise: Place) -> Place:
        return self.view.span(selector.start, selector.end) if selector else otherwise

    def _top(self, record: Record) -> Place:
        """Return where an article begins: its headline, else its first block."""
        first = next((block for block in record.blocks if block.zone != "debris"), None)
        return self._span(record.article.headline, self.view.span(first.start, first.end) if first else (0, 0))

    def _named_at(self, person: Person) -> Place:
        """Return the first place that names a person, outside debris where there is one."""
        named = [mention for mention in person.mentions if mention.name_selector is not None]
        best = min(named, key=lambda mention: mention.zone == "debris", default=None)
        return self._span(best.name_selector, (0, 0)) if best else (0, 0)


_line = lru_cache(4096)(clean_line)
"""Names and roles come again and again."""


def _unique(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(filter(None, names)))
