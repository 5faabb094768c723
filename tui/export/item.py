"""An item: one selected session, person, figure, request or passage, with the article that it is quoted from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tui.model import Figure, Mention, Person, Record, Request, Selector
from tui.sections import Section

Part = TypeVar("Part")


class Cited(Protocol):
    """An article as a citation needs it; a document of the library is one."""

    @property
    def article_key(self) -> str:
        """Its key."""

    @property
    def path(self) -> str:
        """Its file, relative to the library."""

    @property
    def text(self) -> str:
        """The source text that offsets count in."""

    @property
    def record(self) -> Record | None:
        """What was found in it, where that is known."""


@dataclass(frozen=True)
class Item:
    """A selected thing; ``start`` and ``end`` count in the source text, ``of`` is its part of the record."""

    section: Section
    article: Cited
    start: int
    end: int
    of: Person | Figure | Request | None = None


def session(article: Cited) -> Item:
    """Return the item of a whole article: its place is the headline, else the first block, else the first line."""
    record = article.record
    place = record.article.headline if record else None
    if place is not None:
        return Item("sessions", article, place.start, place.end)
    block = next((block for block in record.blocks if block.zone != "debris"), None) if record else None
    if block is not None:
        return Item("sessions", article, block.start, block.end)
    begin = len(article.text) - len(article.text.lstrip())
    return Item("sessions", article, begin, len(article.text[begin:].split("\n", 1)[0].rstrip()) + begin)


def person(article: Cited, of: Person) -> Item:
    """Return the item of a person: the place is that of the name, outside debris where there is one."""
    mention = best_mention(of)
    place = (mention.name_selector or mention.selector) if mention else None
    start, end = (place.start, place.end) if place else (0, 0)
    return Item("people", article, start, end, of)


def figure(article: Cited, of: Figure) -> Item:
    """Return the item of a figure."""
    return Item("figures", article, of.selector.start, of.selector.end, of)


def request(article: Cited, of: Request) -> Item:
    """Return the item of a request: the place is that of what is asked."""
    return Item("requests", article, of.action.start, of.action.end, of)


def passage(article: Cited, start: int, end: int) -> Item:
    """Return the item of a stretch of the source text."""
    return Item("passages", article, start, end)


def resolve(section: Section, article: Cited, start: int, end: int) -> Item | None:
    """Return the item that stands at a place of the source text, or None when nothing of the section does.

    It leads back from a kept selection, whose ids may be gone, to the present record.
    """
    record = article.record
    if section == "sessions":
        return session(article)
    if section == "passages":
        return passage(article, start, end)
    if record is None:
        return None
    if section == "people":
        of_person = _at(start, end, ((one, _names(one)) for one in record.people))
        return person(article, of_person) if of_person else None
    if section == "figures":
        of_figure = _at(start, end, ((one, [one.selector]) for one in record.figures))
        return figure(article, of_figure) if of_figure else None
    of_request = _at(start, end, ((one, [one.action]) for one in record.requests))
    return request(article, of_request) if of_request else None


def best_mention(of: Person) -> Mention | None:
    """Return the mention to quote: outside debris, in the body, with a name, with the most roles, the first."""
    order = {"body": 0, "caption": 1, "headline": 2}
    return min(
        of.mentions,
        key=lambda one: (
            one.zone == "debris",
            one.name_selector is None,
            order.get(one.zone, 3),
            -len(one.role_selectors),
            one.selector.start,
        ),
        default=None,
    )


def _names(of: Person) -> list[Selector]:
    return [mention.name_selector or mention.selector for mention in of.mentions]


def _at(start: int, end: int, parts: Iterable[tuple[Part, list[Selector]]]) -> Part | None:
    """Return the part with a place that shares most with a span."""
    best, most = None, 0
    for part, places in parts:
        shared = max((min(end, place.end) - max(start, place.start) for place in places), default=0)
        if shared > most:
            best, most = part, shared
    return best
