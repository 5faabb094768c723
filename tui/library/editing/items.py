"""The items of a record that a person may correct: finding one by its id, and putting another in its place."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple, TypeVar

from msgspec.structs import replace

from tui.messages import N_, say
from tui.model import Figure, Found, Group, Period, Person, Promise, Record, Request, Statement
from tui.parse.who.ids import Ids
from tui.text.clean import Clean, clean_line
from tui.text.regex import regex

Kind = Literal["people", "groups", "periods", "figures", "statements", "requests", "promises"]
KINDS: tuple[Kind, ...] = ("people", "groups", "periods", "figures", "statements", "requests", "promises")
"""The lists of a record whose items say how they were found."""

Item = Person | Group | Period | Figure | Statement | Request | Promise
AnyItem = TypeVar("AnyItem", bound=Item)

_NUMBERED = regex("[A-Z][0-9]{1,9}")

BY_HAND = "by hand"
"""The rule of what no rule found."""


class CorrectionError(Exception):
    """A correction that makes no sense; the message is one line for people."""

    def __init__(self, reason: str, /, **values: str | int) -> None:
        """Take a message of the catalogue and, raw, what fills it in."""
        super().__init__(reason)
        self.reason = reason
        self.values = {key: value if isinstance(value, int) else clean_line(value) for key, value in values.items()}

    def said(self) -> Clean:
        """Return the message in the language in use."""
        return say(self.reason, **self.values)

    def __str__(self) -> str:
        """Return the same."""
        return self.said()


class Located(NamedTuple):
    """An item and the list that it is in."""

    kind: Kind
    item: Item


def locate(record: Record, item_id: str) -> Located:
    """Return the item with an id.

    Raises:
        CorrectionError: there is none, or what has the id is none that can be corrected.

    """
    for kind in KINDS:
        for item in getattr(record, kind):
            if item.id == item_id:
                return Located(kind, item)
    raise CorrectionError(N_("there is no item {id} that can be corrected"), id=item_id)


def person(record: Record, item_id: str) -> Person:
    """Return the person with an id.

    Raises:
        CorrectionError: there is none.

    """
    item = locate(record, item_id).item
    if not isinstance(item, Person):
        raise CorrectionError(N_("{id} is no person"), id=item_id)
    return item


def corrected(item: AnyItem) -> AnyItem:
    """Return an item marked as corrected, with the rule that found it first."""
    rule = item.found.rule if item.found else BY_HAND
    return replace(item, found=Found(rule=rule, how="corrected"))


def put(record: Record, *items: Item) -> Record:
    """Return a record with other items in the place of those with their ids."""
    by_id = {item.id: item for item in items}
    lists = {kind: tuple(by_id.get(old.id, old) for old in getattr(record, kind)) for kind in KINDS}
    return replace(record, **lists)


def without(record: Record, kind: Kind, item_id: str) -> Record:
    """Return a record without an item; references to it stay."""
    return replace(record, **{kind: tuple(item for item in getattr(record, kind) if item.id != item_id)})


def insert(record: Record, kind: Kind, item: Item) -> Record:
    """Return a record with one more item, at its place in the order of the text."""
    items = list(getattr(record, kind))
    start = place_of(item)
    at = next((number for number, other in enumerate(items) if place_of(other) > start), len(items))
    return replace(record, **{kind: (*items[:at], item, *items[at:])})


def place_of(item: Item) -> int:
    """Return where an item begins in the text."""
    if isinstance(item, Person):
        return min((mention.selector.start for mention in item.mentions), default=0)
    return item.action.start if isinstance(item, Request | Promise) else item.selector.start


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return an id, or where it is taken the next one of its kind: of ``F3`` a number, of others a suffix."""
    if wanted not in taken:
        return wanted
    if not _NUMBERED.fullmatch(wanted):
        return Ids(taken).make(wanted)
    numbers = [int(one[1:]) for one in taken if one[0] == wanted[0] and _NUMBERED.fullmatch(one)]
    return f"{wanted[0]}{max(numbers) + 1}"


def check_anyone(record: Record, *wanted: str | None) -> None:
    """Make sure that ids are of those who can speak and be asked: people, groups, organizations, areas; None is nobody.

    Raises:
        CorrectionError: one of them is not.

    """
    known = {one.id for one in record.people} | {one.id for one in record.groups}
    known |= {one.id for one in record.organizations} | {one.id for one in record.areas}
    for item_id in wanted:
        if item_id is not None and item_id not in known:
            raise CorrectionError(N_("there is nobody with the id {id}"), id=item_id)


def all_ids(record: Record) -> set[str]:
    """Return every id of a record."""
    named = {area.id for area in record.areas} | {body.id for body in record.organizations}
    return named | {item.id for kind in KINDS for item in getattr(record, kind)}
