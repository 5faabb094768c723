"""What the index keeps of an article: made from its document alone, so that child processes can do it.

It comes in two parts, as it is built: the head (the row of the list, the session's own words, its people) as soon as
there is a record, the rest (the body's words, figures, requests) when all heads are there. The same document always
gives the same parts: that is how they are taken out again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from tui.library.document import Document
from tui.library.entry import Entry
from tui.library.index.fields import LETTERS, Words, found_by, letters, row_text
from tui.library.index.items import Item, Items, Passage
from tui.model import Person, Record, Request

if TYPE_CHECKING:  # what is not parsed yet needs none of it, and its list is to be there at once
    from tui.across.account import Account
    from tui.across.appearance import Appearance
    from tui.across.measure import Measure


class Row(NamedTuple):
    """A row: its fields' letters and text, and what it is found by."""

    letters: str
    text: str
    words: Words


class Someone(NamedTuple):
    """A person as one article knows them.

    ``fields`` are the letters and texts by which they are found, but for the place of the session, which is known.
    """

    appearance: Appearance
    roles: str
    fields: tuple[tuple[str, str], ...]


class Amount(NamedTuple):
    """A figure."""

    measure: Measure
    row: Row


class Asked(NamedTuple):
    """A request; ``span`` is where the words of what is asked stand, in offsets of the source text."""

    item_id: str
    kind: str
    attribution: str
    span: tuple[int, int]
    row: Row


class Head(Struct, frozen=True):
    """The first part: what lists, people and the words of the head need."""

    entry: Entry
    row: Row
    people: tuple[Someone, ...]
    account: Account | None
    """What the article says of its session; None without a record."""
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
    record, entry = document.record, document.entry
    if record is None:
        return Head(entry, _row(items.session()), (), None, ())
    from tui.across.account import account  # noqa: PLC0415 - as above
    from tui.across.appearance import appearances  # noqa: PLC0415
    from tui.across.locality import Localities  # noqa: PLC0415

    localities = Localities(record)
    seen = appearances(entry.article_key, record, localities)
    return Head(
        entry,
        _row(items.session()),
        tuple(_someone(*one, items) for one in zip(record.people, seen, strict=True)),
        account(entry.article_key, record, localities),
        tuple((one.short, one.expansion) for one in record.abbreviations if one.expansion),
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
        tuple(_amounts(document, record, items)) if record else (),
        tuple(_asked(one, items) for one in record.requests) if record else (),
    )


def _row(item: Item) -> Row:
    texts = [part.text for part in item.fields]
    return Row(letters(part.name for part in item.fields), row_text(texts), found_by(texts, item.marked))


def _someone(person: Person, seen: Appearance, items: Items) -> Someone:
    return Someone(
        seen,
        "; ".join(member.label_norm for member in person.memberships),
        (
            *dict.fromkeys(
                (LETTERS[part.name], part.text) for part in items.person(person).fields if part.name != "session place"
            ),
            (LETTERS["side"], person.side),
        ),
    )


def _amounts(document: Document, record: Record, items: Items) -> Iterator[Amount]:
    from tui.across.measure import measures  # noqa: PLC0415 - as above

    for figure, measure in zip(record.figures, measures(document.article_key, record), strict=True):
        yield Amount(measure, _row(items.figure(figure)))


def _asked(one: Request, items: Items) -> Asked:
    span = (one.action.start, one.action.end)
    return Asked(one.id, one.kind, one.attribution, span, _row(items.request(one)))
