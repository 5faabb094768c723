"""Taking an item out of a record: what is no person, no figure, no request."""

from __future__ import annotations

from msgspec.structs import replace

from tui.library.editing.figures import checked
from tui.library.editing.items import Item, locate, without
from tui.library.editing.references import led
from tui.model import Figure, Person, Promise, Record, Removal, Request, Selector


def remove(record: Record, item_id: str) -> Record:
    """Take out a person, group, period, figure, statement, request or promise.

    What led to it leads nowhere: who spoke is not known then, a list has one less. The record keeps its place, so that
    it is not found again when the article is parsed anew.

    Raises:
        CorrectionError: there is no such item.

    """
    kind, item = locate(record, item_id)
    event = record.event
    if event.chair_id == item_id:
        event = replace(event, chair_id=None, chair_selector=None)
    place = place_kept(item)
    removed = record.removed if place is None else (*record.removed, Removal(kind=kind, selector=place))
    rest = led(without(replace(record, event=event, removed=removed), kind, item_id), {item_id: None})
    return checked(rest)


def place_kept(item: Item) -> Selector | None:
    """Return the words that an item is known by: of a person the first name, of a figure the number."""
    if isinstance(item, Person):
        return next((mention.name_selector for mention in item.mentions if mention.name_selector), None)
    if isinstance(item, Figure):
        return item.number_selector
    return item.action if isinstance(item, Request | Promise) else item.selector
