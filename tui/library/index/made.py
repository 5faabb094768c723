"""What the index keeps of an article: made from its document alone, so that child processes can do it.

It comes in two parts, as it is built: the head (the row of the list, the session's own words, its people) as soon as
there is a record, the rest (the body's words, figures, requests) when all heads are there. The same document always
gives the same parts: that is how they are taken out again.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from tui.library.document import Document
from tui.library.entry import Entry
from tui.library.index.fields import LETTERS, Words, found_by, letters, row_text
from tui.library.index.items import Item, Items, Passage
from tui.model import Person
from tui.text.names import match_key


class Row(NamedTuple):
    """A row: its fields' letters and text, and what it is found by."""

    letters: str
    text: str
    words: Words


class Someone(NamedTuple):
    """A person as one article knows them.

    ``key`` is the name in the form in which all its spellings agree; ``fields`` the letters and texts by which they are
    found.
    """

    item_id: str
    name: str
    key: str
    side: str
    is_chair: bool
    roles: str
    fields: tuple[tuple[str, str], ...]


class Amount(NamedTuple):
    """A figure."""

    item_id: str
    value: float
    kind: str
    row: Row


class Asked(NamedTuple):
    """A request."""

    item_id: str
    kind: str
    row: Row


class Head(Struct, frozen=True):
    """The first part: what lists, people and the words of the head need."""

    entry: Entry
    row: Row
    people: tuple[Someone, ...]
    short_forms: tuple[tuple[str, str], ...]


class Rest(Struct, frozen=True):
    """The second part: the words of the body, its passages, figures and requests."""

    words: Words
    as_it_is: bool
    """The text is shown as it is kept."""
    passages: tuple[Passage, ...]
    figures: tuple[Amount, ...]
    requests: tuple[Asked, ...]


NOTHING = Rest(Words("", "", ""), False, (), (), ())
"""The second part of an article of which none can be made."""


def head(document: Document) -> Head:
    """Return the first part of what is kept of a document."""
    items = Items(document)
    record = document.record
    return Head(
        document.entry,
        _row(items.session()),
        tuple(_someone(person, items.person(person)) for person in record.people) if record else (),
        tuple((one.short, one.expansion) for one in record.abbreviations if one.expansion) if record else (),
    )


def rest(document: Document) -> Rest:
    """Return the second part of what is kept of a document."""
    items = Items(document)
    record = document.record
    passages = tuple(items.passages())
    display = document.view.display
    return Rest(
        found_by(display[one.start : one.end] for one in passages),
        display == document.text,
        passages,
        tuple(Amount(one.id, float(one.value), one.kind, _row(items.figure(one))) for one in record.figures)
        if record
        else (),
        tuple(Asked(one.id, one.kind, _row(items.request(one))) for one in record.requests) if record else (),
    )


def _row(item: Item) -> Row:
    texts = [part.text for part in item.fields]
    return Row(letters(part.name for part in item.fields), row_text(texts), found_by(texts, item.marked))


def _someone(person: Person, item: Item) -> Someone:
    return Someone(
        person.id,
        person.name,
        match_key(person.name),
        person.side,
        person.is_chair,
        "; ".join(member.label_norm for member in person.memberships),
        (*dict.fromkeys((LETTERS[part.name], part.text) for part in item.fields), (LETTERS["side"], person.side)),
    )
