"""A corrected record over a text that has changed: the new parse, with what a person said wherever its words stand."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from tui.library import rebasing_event
from tui.library.editing.figures import checked
from tui.library.editing.items import KINDS, Item, Kind, all_ids, free_id, insert, put, without
from tui.library.editing.people import set_chair
from tui.library.editing.places import overlap
from tui.library.editing.references import led, used
from tui.library.editing.removing import remove
from tui.library.editing.voices import set_speaker
from tui.model import Figure, Person, Promise, Record, Removal, Request, Selector, Statement
from tui.text.names import match_key

Leads = dict[str, str | None]
"""Where references of a correction lead in the new record; None: nowhere."""


class _Said(NamedTuple):
    """What a person said, and the items of the parse that are of the same words."""

    kind: Kind
    item: Item
    there: Sequence[Item]


def is_said(item: Item, everything: bool) -> bool:
    """Tell whether a person said an item of a correction: it is marked as corrected, or nothing of it is marked."""
    return everything or (item.found is not None and item.found.how == "corrected")


def is_unmarked(correction: Record) -> bool:
    """Tell whether a record was corrected without saying where: then all of it counts as said by a person."""
    items = (item for kind in KINDS for item in getattr(correction, kind))
    return not correction.removed and not any(is_said(item, False) for item in items)


def rebased(correction: Record, fresh: Record, text: str, lost: Container[str] = ()) -> Record:
    """Return the new parse of a changed text with what a person corrected before.

    A corrected item takes the place of what the parse found there, and comes beside it where it found nothing; what
    was taken out is taken out again. References lead to the items of the parse.

    Args:
        correction: The corrected record, sound over the new text (see ``tui.library.soundness``).
        fresh: What the new text parses to.
        text: The new text.
        lost: Places of the correction whose words are not in the text any more.

    """
    everything = is_unmarked(correction)
    record, ids = _with_named(fresh, correction)
    said = _said(record, correction, ids, everything=everything)
    record = replace(record, event=rebasing_event.rebased(correction, record, ids, lost))
    for one in said:
        record = _with(record, text, one.kind, led(replace(one.item, id=ids[one.item.id]), ids), one.there)
    record = _with_chair(record, correction, ids, everything)
    for removal in correction.removed:
        for item in [item for item in getattr(record, removal.kind) if _is_removed(item, removal)]:
            record = remove(record, item.id)
    return checked(_without_idle(replace(record, removed=correction.removed), fresh))


def _said(record: Record, correction: Record, ids: Leads, *, everything: bool) -> list[_Said]:
    """Return what a person said, each with what the parse found there; fill in where references to all items lead."""
    taken, met, said = all_ids(record), set[str](), list[_Said]()
    for kind in KINDS:
        for item in getattr(correction, kind):
            there = [other for other in getattr(record, kind) if other.id not in met and _is_same(item, other)]
            ids[item.id] = there[0].id if there else None
            if is_said(item, everything):
                met.update(other.id for other in there)
                ids[item.id] = ids[item.id] or free_id(item.id, taken)
                taken.add(str(ids[item.id]))
                said.append(_Said(kind, item, there))
    return said


def _with_named(fresh: Record, correction: Record) -> tuple[Record, Leads]:
    """Return the parse with the areas and organizations that only the correction has, and where references lead."""
    taken = all_ids(fresh)
    areas = {area.name: area.id for area in fresh.areas}
    bodies = {body.name: body.id for body in fresh.organizations}
    new_areas = [area for area in correction.areas if area.name not in areas]
    new_bodies = [body for body in correction.organizations if body.name not in bodies]
    names: Leads = {area.id: areas.get(area.name) for area in correction.areas}
    names.update({body.id: bodies.get(body.name) for body in correction.organizations})
    for key in (*(area.id for area in new_areas), *(body.id for body in new_bodies)):
        names[key] = free_id(key, taken)
        taken.add(str(names[key]))
    record = replace(
        fresh,
        areas=(*fresh.areas, *(replace(led(area, names), id=names[area.id]) for area in new_areas)),
        organizations=(*fresh.organizations, *(replace(led(body, names), id=names[body.id]) for body in new_bodies)),
    )
    return record, names


def _without_idle(record: Record, fresh: Record) -> Record:
    """Return a record without the areas and organizations that the parse has not and nothing leads to."""
    known = all_ids(fresh) | used(record)
    return replace(
        record,
        areas=tuple(area for area in record.areas if area.id in known),
        organizations=tuple(body for body in record.organizations if body.id in known),
    )


def _with(record: Record, text: str, kind: Kind, item: Item, there: Sequence[Item]) -> Record:
    """Return a record with what a person said in the place of what was found there."""
    if not there:
        return insert(record, kind, item)
    for other in there[1:]:
        record = led(without(record, kind, other.id), {other.id: item.id})
    if isinstance(item, Statement | Request | Promise):
        speaker = item.requester_id if isinstance(item, Request) else item.speaker_id
        record = set_speaker(record, text, item.id, speaker)
    if isinstance(item, Person) and isinstance(there[0], Person):
        item = _with_new_places(item, there)
    return put(record, item)


def _with_new_places(person: Person, there: Sequence[Item]) -> Person:
    """Return a person with the places that were found now beside those that still stand."""
    stand = [mention.selector for mention in person.mentions]
    new = [
        mention
        for other in there
        if isinstance(other, Person)
        for mention in other.mentions
        if not any(overlap(mention.selector, place) for place in stand)
    ]
    mentions = sorted((*person.mentions, *new), key=lambda mention: mention.selector.start)
    return replace(person, mentions=tuple(mentions))


def _with_chair(record: Record, correction: Record, ids: Mapping[str, str | None], everything: bool) -> Record:
    """Return a record whose chair is the one that a person said, or none where they said that."""
    said = [one for one in correction.people if is_said(one, everything) and ids.get(one.id)]
    for person in sorted(said, key=lambda one: one.is_chair):
        now = ids[person.id] or ""
        if person.is_chair != (record.event.chair_id == now):
            marks = {one.id: one.found for one in record.people}
            record = set_chair(record, now, person.is_chair)
            record = put(record, *(replace(one, found=marks[one.id]) for one in record.people))
    return record


def _is_same(item: Item, other: Item) -> bool:
    """Tell whether two items of two records are of the same words; of people that they share a name or its place."""
    if isinstance(item, Person) and isinstance(other, Person):
        if match_key(item.name) == match_key(other.name):
            return True
        return any(overlap(one, two) for one in _names(item) for two in _names(other))
    return _meets(_place(item), _place(other))


def _is_removed(item: Item, removal: Removal) -> bool:
    if isinstance(item, Person):
        return any(overlap(name, removal.selector) for name in _names(item))
    return _meets(_place(item), removal.selector)


def _names(person: Person) -> Iterator[Selector]:
    return (mention.name_selector for mention in person.mentions if mention.name_selector)


def _place(item: Item) -> Selector:
    if isinstance(item, Figure):
        return item.number_selector
    if isinstance(item, Request | Promise):
        return item.action
    assert not isinstance(item, Person)
    return item.selector


def _meets(one: Selector, other: Selector) -> bool:
    """Tell whether two places share more than half of the shorter one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(one.end - one.start, other.end - other.start)
