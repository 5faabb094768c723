"""From a document to its rows. Debris is in none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.library import Document
from tui.model import Figure, Person, Record, Request, Selector
from tui.naming import Names
from tui.search.days import day_texts
from tui.search.rows import Field, Row, Session
from tui.search.tokens import initials
from tui.text import sentences
from tui.text.clean import Clean, clean_line

HIDDEN = frozenset({"debris", "dateline", "byline", "headline"})
"""Zones that give no passage: debris is never found, the others are fields of the session."""

_NOTHING = Clean("")


def rows(document: Document) -> tuple[Row, ...]:
    """Return the rows of a document; of one without a record only its session, by its headline."""
    maker = _Maker(document)
    return tuple(maker.rows())


class _Maker:
    """Makes the rows of one document."""

    def __init__(self, document: Document) -> None:
        self.record = document.record
        self.view = document.view
        entry = document.entry
        self.names = Names(document.record)
        self.session = Session(
            article_key=entry.article_key,
            path=entry.path,
            headline=clean_line(entry.headline),
            date=entry.date,
            place=entry.place,
            view=document.view,
            facts=_session_facts(document, self.names),
        )

    def rows(self) -> Iterator[Row]:
        record = self.record
        yield self._session_row(record)
        if record is None:
            return
        for person in record.people:
            yield self._person_row(record, person)
        for figure in record.figures:
            yield self._figure_row(record, figure)
        for request in record.requests:
            yield self._request_row(request)
        for block in record.blocks:
            if block.zone not in HIDDEN:
                yield self._passage_row(block.zone, self.view.span(block.start, block.end), block.speaker)

    def at(self, name: str, place: Selector | None) -> Iterator[Field]:
        """Yield the field of words that stand in the article."""
        if place is not None:
            start, end = self.view.span(place.start, place.end)
            yield Field(name, Clean(self.view.display[start:end]), start, (start, end))

    def made(self, name: str, text: str | None, place: tuple[int, int]) -> Iterator[Field]:
        """Yield the field of words that a record adds."""
        if text:
            yield Field(name, clean_line(text), -1, place)

    def _session_row(self, record: Record | None) -> Row:
        session = self.session
        if record is None:
            known = tuple(self.made("headline", session.headline, (0, 0)))
            return Row("sessions", session, known, (0, 0), session.headline, _NOTHING)
        event, article = record.event, record.article
        top = self._top(record)
        day = self._span(event.date_selector, top)
        where = self._span(event.location_selector, top)
        fields = [
            *self.at("headline", article.headline),
            *self.at("theme", event.name_selector),
            *self.at("theme", event.short_name_selector),
            *self.at("kind", event.classification_selector),
            *self.at("place", event.location_selector),
            *self.at("organizer", event.delegation_selector),
            *self.at("date", event.date_selector),
            *(found for author in article.author for found in self.at("author", author.selector)),
        ]
        for person in record.people:
            place = self._person_place(person)
            fields += [
                *self.made("people", person.name, place),
                *(found for member in person.memberships for found in self.made("role", member.label_norm, place)),
            ]
        for text in day_texts(session.date):
            fields += self.made("date", text, day)
        for name in (event.location, *session.facts["place"]):
            fields += self.made("place", name, where)
        for name in session.facts["org"]:
            fields += self.made("organization", name, top)
        fields += self.made("publisher", article.publisher, top)
        for block in record.blocks:
            if block.zone not in HIDDEN:
                start, end = self.view.span(block.start, block.end)
                name = "caption" if block.zone == "caption" else "body"
                fields.append(Field(name, Clean(self.view.display[start:end]), start, (start, end)))
        return Row("sessions", session, tuple(fields), top, session.headline, _NOTHING)

    def _span(self, selector: Selector | None, otherwise: tuple[int, int]) -> tuple[int, int]:
        return self.view.span(selector.start, selector.end) if selector else otherwise

    def _top(self, record: Record) -> tuple[int, int]:
        """Return where an article begins: its headline, else its first block."""
        first = next((block for block in record.blocks if block.zone != "debris"), None)
        return self._span(record.article.headline, self.view.span(first.start, first.end) if first else (0, 0))

    def _person_place(self, person: Person) -> tuple[int, int]:
        """Return the first place that names a person, outside debris where there is one."""
        named = [mention for mention in person.mentions if mention.name_selector is not None]
        best = min(named, key=lambda mention: mention.zone == "debris", default=None)
        if best is None or best.name_selector is None:
            return 0, 0
        return self.view.span(best.name_selector.start, best.name_selector.end)

    def _person_row(self, record: Record, person: Person) -> Row:
        place = self._person_place(person)
        fields = list(self.made("name", person.name, place))
        if self.view.display[slice(*place)] == fields[0].text:
            fields = [Field("name", fields[0].text, place[0], place)]
        for other in person.other_names:
            fields += self.made("name", other.name, place)
        fields += self.made("initials", initials(person.name), place)
        written = {
            role.exact: role
            for mention in person.mentions
            if mention.zone != "debris"
            for role in mention.role_selectors
        }
        for member in person.memberships:
            selector = written.get(member.label)
            fields += self.at("role", selector)
            role_place = self._span(selector, place)
            fields += self.made("role", member.label_norm, role_place)
            fields += self.made("organization", self.names.of(member.organization_id), role_place)
        fields += self.made("session place", self.session.place, place)
        roles = tuple(member.label_norm for member in person.memberships)
        organizations = tuple(filter(None, (self.names.of(member.organization_id) for member in person.memberships)))
        facts = {
            "who": (person.name, *(other.name for other in person.other_names)),
            "role": roles + tuple(member.label for member in person.memberships),
            "org": organizations,
            "side": (person.side,),
        }
        detail = clean_line("; ".join(roles))
        return Row("people", self.session, tuple(fields), place, clean_line(person.name), detail, person.id, facts)

    def _figure_row(self, record: Record, figure: Figure) -> Row:
        start, end = place = self.view.span(figure.selector.start, figure.selector.end)
        period = next((period for period in record.periods if period.id == figure.period_id), None)
        speaker = self.names.of(figure.speaker_id)
        fields = [
            *self.at("figure", figure.selector),
            *self.at("subject", figure.subject_selector),
            *self.made("subject", figure.subject, place),
            *self.made("unit", figure.unit, place),
            *self.at("period", period.selector if period else None),
            *self.made("speaker", speaker, place),
            *self.made("session place", self.session.place, place),
            *self._sentence(start, end),
        ]
        title = clean_line(f"{figure.hedge or ''} {self.view.display[start:end]}")
        detail = clean_line(" · ".join(filter(None, (figure.subject, period.selector.exact if period else None))))
        facts = {"unit": (figure.unit or "",), "kind": (figure.kind,), "who": (speaker,) if speaker else ()}
        return Row(
            "figures", self.session, tuple(fields), place, title, detail, figure.id, facts, value=float(figure.value)
        )

    def _sentence(self, start: int, end: int) -> Iterator[Field]:
        """Yield the sentence around a span."""
        first, last = sentences.around(self.view.display, start, end)
        yield Field("sentence", Clean(self.view.display[first:last]), first, (first, last))

    def _request_row(self, request: Request) -> Row:
        place = self.view.span(request.action.start, request.action.end)
        requester = self.names.of(request.requester_id)
        asker = self._span(request.requester_selector or request.verb, place)
        asked = self._span(request.addressee_selector, place)
        addressees = [name for key in request.addressee_ids if (name := self.names.of(key))]
        fields = [
            *self.at("action", request.action),
            *self.at("addressee", request.addressee_selector),
            *(found for name in addressees for found in self.made("addressee", name, asked)),
            *self.made("requester", requester, asker),
            *self.at("sentence", request.verb),
            *self.made("session place", self.session.place, place),
        ]
        whom = ", ".join(addressees) or (request.addressee_selector.exact if request.addressee_selector else "")
        detail = clean_line(" → ".join(filter(None, (requester, whom))))
        facts = {
            "kind": (request.kind,),
            "who": tuple(filter(None, (requester, *addressees))),
            "org": tuple(addressees),
        }
        title = clean_line(self.view.display[slice(*place)])
        return Row("requests", self.session, tuple(fields), place, title, detail, request.id, facts)

    def _passage_row(self, zone: str, place: tuple[int, int], speaker_id: str | None) -> Row:
        speaker = self.names.of(speaker_id)
        name = "caption" if zone == "caption" else "body"
        text = Clean(self.view.display[slice(*place)])
        fields = [
            Field(name, text, place[0], place),
            *self.made("speaker", speaker, place),
            *self.made("session place", self.session.place, place),
        ]
        facts = {"who": (speaker,) if speaker else ()}
        return Row("passages", self.session, tuple(fields), place, _NOTHING, clean_line(speaker or ""), facts=facts)


def _session_facts(document: Document, names: Names) -> dict[str, tuple[str, ...]]:
    """Return what the conditions of a query are held against, for a whole article."""
    record, entry = document.record, document.entry
    if record is None:
        return {"who": (), "role": (), "org": (), "place": (), "theme": (), "has": ()}
    event = record.event
    has = {"figure": record.figures, "request": record.requests, "correction": entry.corrected}
    return {
        "who": tuple(_unique(name for person in record.people for name in names.spellings(person))),
        "role": tuple(_unique(member.label_norm for person in record.people for member in person.memberships)),
        "org": tuple(_unique(organization.name for organization in record.organizations)),
        "place": tuple(_unique(filter(None, (event.location, *(names.of(key) for key in event.supervised_area_ids))))),
        "theme": tuple(_unique(place.exact for place in (event.name_selector, event.short_name_selector) if place)),
        "has": tuple(name for name, there in has.items() if there),
    }


def _unique(names: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(names))
