"""What a person said and asked, and what was asked of them: the lists of a person's page, each thing with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from tui.across.appearance import Appearance
from tui.model import Attribution, Person, Record, Selector

Kind = Literal["said", "asked", "was asked", "body was asked", "promised"]
"""``body was asked``: the request goes to a body in which the person has a role in that article."""


class Item(Struct, frozen=True, array_like=True):
    """One thing; ``span`` is where it stands, in offsets of the source text."""

    kind: Kind
    article_key: str
    day: str | None
    item_id: str
    span: tuple[int, int]
    attribution: Attribution
    """How sure it is who speaks (see ``tui.model``)."""


def items(one: Appearance, record: Record) -> Iterator[Item]:
    """Yield what a person said and asked in one article, and what was asked of them, in the order of the text.

    Args:
        one: The person as the article has them.
        record: The article's record.

    """
    there = next((each for each in record.people if each.id == one.person_id), None)
    if there is not None:
        yield from sorted(_items(one, there, record), key=lambda item: item.span)


def _items(one: Appearance, there: Person, record: Record) -> Iterator[Item]:
    def made(kind: Kind, item_id: str, place: Selector, attribution: Attribution) -> Item:
        return Item(kind, one.article_key, one.day, item_id, (place.start, place.end), attribution)

    bodies = {member.organization_id for member in there.memberships}
    for statement in record.statements:
        if statement.speaker_id == there.id:
            yield made("said", statement.id, statement.selector, statement.attribution)
    for request in record.requests:
        if request.requester_id == there.id:
            yield made("asked", request.id, request.action, request.attribution)
        if there.id in request.addressee_ids:
            yield made("was asked", request.id, request.action, request.attribution)
        elif not bodies.isdisjoint(request.addressee_ids):
            yield made("body was asked", request.id, request.action, request.attribution)
    for promise in record.promises:
        if promise.speaker_id == there.id:
            yield made("promised", promise.id, promise.selector, promise.attribution)
