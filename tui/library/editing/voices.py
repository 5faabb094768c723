"""Corrections of what was said: who speaks, who asks whom, what kind it is, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec.structs import replace

from tui.library.editing.items import CorrectionError, Item, check_anyone, corrected, locate, person, put
from tui.library.editing.places import holds, overlap
from tui.messages import N_
from tui.model import (
    Attribution,
    Base,
    Figure,
    Group,
    GroupKind,
    Mention,
    Promise,
    Record,
    Request,
    RequestKind,
    Selector,
    Statement,
    StatementKind,
)
from tui.text.regex import regex

Said = Statement | Request | Promise

_SENTENCE_END = regex(r"[.!?;:…\n]")
_KINDS: dict[type[Base], tuple[str, ...]] = {
    Statement: get_args(StatementKind),
    Request: get_args(RequestKind),
    Group: get_args(GroupKind),
}


def set_speaker(
    record: Record, text: str, item_id: str, speaker_id: str | None, *, attribution: Attribution | None = None
) -> Record:
    """Say who speaks in a statement or promise, who asks in a request, or who says a figure; None for nobody known.

    What hangs on it follows: the figures of the statement or request, what carries its speaker on, the bare honorific
    that stands for the speaker ("Đồng chí cũng nhấn mạnh"), and the voice of the block, where they had the old speaker.

    Args:
        record: The record.
        text: The source text.
        item_id: The statement, request, promise or figure.
        speaker_id: A person, group, organization or area of the record.
        attribution: How sure the speaker is; by default as before.

    Raises:
        CorrectionError: one of the ids isn't there, or the item has no speaker.

    """
    item = locate(record, item_id).item
    check_anyone(record, speaker_id)
    if isinstance(item, Figure):
        return put(record, corrected(replace(item, speaker_id=speaker_id)))
    if not isinstance(item, Said):
        raise CorrectionError(N_("{id} has no speaker"), id=item_id)
    old = _speaker(item)
    changed = corrected(_said_by(item, speaker_id))
    if attribution is None and item.attribution == "carried_over" and speaker_id != old:
        attribution = "explicit"  # nothing carries this speaker here
    if attribution is not None:
        changed = _attributed(changed, attribution)
    chain = (changed, *(_said_by(one, speaker_id) for one in _carried(record, item_id, old)))
    figures = [
        replace(figure, speaker_id=speaker_id)
        for figure in record.figures
        if figure.speaker_id == old and any(holds(_words(one), figure.number_selector) for one in chain)
    ]
    record = _with_anaphors(record, text, chain, old, speaker_id)
    return _with_voices(put(record, *chain, *figures), chain, old, speaker_id)


def set_attribution(record: Record, item_id: str, attribution: Attribution) -> Record:
    """Say how sure the speaker of a statement, request or promise is.

    Raises:
        CorrectionError: there is no such item.

    """
    item = locate(record, item_id).item
    if not isinstance(item, Said):
        raise CorrectionError(N_("{id} has no speaker"), id=item_id)
    return put(record, corrected(_attributed(item, attribution)))


def set_addressees(record: Record, request_id: str, addressee_ids: Sequence[str]) -> Record:
    """Say who is asked: areas, organizations, people or groups of the record, each once; none for nobody named.

    Raises:
        CorrectionError: one of the ids isn't there, or there is no such request.

    """
    item = locate(record, request_id).item
    if not isinstance(item, Request):
        raise CorrectionError(N_("{id} is no request"), id=request_id)
    check_anyone(record, *(wanted for wanted in addressee_ids if wanted not in item.addressee_ids))
    return put(record, corrected(replace(item, addressee_ids=tuple(dict.fromkeys(addressee_ids)))))


def set_kind(record: Record, item_id: str, kind: str) -> Record:
    """Say of which kind a statement, request or group is; figures have ``set_figure``.

    Raises:
        CorrectionError: it has no such kind, or there is no such item.

    """
    item = locate(record, item_id).item
    if kind not in _KINDS.get(type(item), ()):
        raise CorrectionError(N_("{id} can't be of the kind {kind}"), id=item_id, kind=kind)
    return put(record, corrected(replace(item, kind=kind)))


def _attributed(item: Said, attribution: Attribution) -> Said:
    if attribution != "carried_over" and isinstance(item, Statement | Request):
        return replace(item, attribution=attribution, carried_from=None)
    return replace(item, attribution=attribution)


def _all(record: Record) -> list[Statement | Request]:
    return [*record.statements, *record.requests]


def _speaker(item: Said) -> str | None:
    return item.requester_id if isinstance(item, Request) else item.speaker_id


def _said_by(item: Said, speaker_id: str | None) -> Said:
    if isinstance(item, Request):
        return replace(item, requester_id=speaker_id)
    return replace(item, speaker_id=speaker_id)


def _words(item: Said) -> Selector:
    return item.action if isinstance(item, Request) else item.selector


def _carried(record: Record, item_id: str, old: str | None) -> Iterator[Statement | Request]:
    """Yield what carries on the speaker of an item, directly or through another one."""
    origins = {item_id}
    for one in sorted(_all(record), key=lambda one: _words(one).start):
        if one.carried_from in origins and one.attribution == "carried_over" and _speaker(one) == old:
            origins.add(one.id)
            yield one


def _with_anaphors(record: Record, text: str, chain: Sequence[Item], old: str | None, new: str | None) -> Record:
    """Give the bare honorifics before the verbs of a chain to the new speaker."""
    people = {one.id: one for one in record.people}
    before = people.get(old or "")
    if before is None or old == new:
        return record
    moved = [mention for mention in before.mentions if any(_stands_for(mention, one, text) for one in chain)]
    if not moved:
        return record
    changed = [replace(before, mentions=tuple(mention for mention in before.mentions if mention not in moved))]
    if new in people:
        after = person(record, new or "")
        mentions = sorted((*after.mentions, *moved), key=lambda mention: mention.selector.start)
        changed.append(replace(after, mentions=tuple(mentions)))
    return put(record, *changed)


def _stands_for(mention: Mention, item: Item, text: str) -> bool:
    """Tell whether a mention is a bare honorific that speaks in an item: before its verb, or in its later sentences."""
    if mention.form != "ANAPHOR" or not isinstance(item, Said):
        return False
    if not isinstance(item, Request) and holds(item.selector, mention.selector):
        return True
    if isinstance(item, Request) and item.requester_selector is not None:
        return overlap(mention.selector, item.requester_selector)
    if item.verb is None or mention.selector.end > item.verb.start:
        return False
    return not _SENTENCE_END.search(text, mention.selector.end, item.verb.start)


def _with_voices(record: Record, chain: Sequence[Item], old: str | None, new: str | None) -> Record:
    """Give the blocks of a chain their new voice, where nothing else in them has the old one."""
    said = [one for one in _all(record) if _speaker(one) == old]
    blocks = tuple(
        replace(block, speaker=new)
        if block.speaker == old
        and old != new
        and any(holds(block, _words(one)) for one in chain if isinstance(one, Said))
        and not any(holds(block, _words(one)) for one in said)
        else block
        for block in record.blocks
    )
    return replace(record, blocks=blocks)
