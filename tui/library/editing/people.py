"""Corrections of people: name, side, chair, roles, and two that are one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.library.editing.items import CorrectionError, corrected, locate, person, put, without
from tui.library.editing.places import Text, overlap
from tui.library.editing.posts import post
from tui.library.editing.references import led
from tui.messages import N_
from tui.model import Group, Membership, Mention, OtherName, Person, Record, Side
from tui.parse.who.names import long_families
from tui.text.fold import syllables
from tui.text.names import split, variants
from tui.text.view import view


def rename(record: Record, text: str, person_id: str, name: str) -> Record:
    """Give a person the right name.

    Where the name stands in the text over the old one, the places of the name follow it (it was cut wrongly); where it
    doesn't, the article has misspelt it: places stay, and the old name is one that search finds the person under.

    Raises:
        CorrectionError: the name is empty, or there is no such person.

    """
    old, name = person(record, person_id), " ".join(view(name).display.split())
    if not syllables(name):
        raise CorrectionError(N_("a name needs a word"))
    source, parts = Text(text), split(name, long_families())
    mentions = tuple(_renamed(mention, source, name) for mention in old.mentions)
    others = dict.fromkeys(variants(name))
    if mentions == old.mentions and old.name != name:
        others[old.name] = None
    new = replace(
        old,
        name=name,
        family_name=parts.family,
        additional_name=parts.middle,
        given_name=parts.given,
        other_names=tuple(OtherName(name=other) for other in others if other != name),
        mentions=mentions,
    )
    return put(record, corrected(new))


def _renamed(mention: Mention, source: Text, name: str) -> Mention:
    """Return a mention whose name is the words of ``name`` that stand over the old ones."""
    old = mention.name_selector
    if old is None:
        return mention
    reach = len(name) * 2
    places = source.find(name, old.start - reach, old.end + reach)
    new = next((place for place in places if overlap(place, old)), None)
    if new is None or new == old:
        return mention
    roles = tuple(role for role in mention.role_selectors if not overlap(role, new))
    whole = new if mention.selector == old else source.hull(mention.selector, new)
    form = mention.form
    if roles != mention.role_selectors:
        form = "HON NAME" if mention.honorific_prefix else "NAME"
    return replace(mention, selector=whole, name_selector=new, role_selectors=roles, form=form)


def set_side(record: Record, item_id: str, side: Side) -> Record:
    """Say on which side a person or a group is.

    Raises:
        CorrectionError: there is no such person or group.

    """
    item = locate(record, item_id).item
    if not isinstance(item, Person | Group):
        raise CorrectionError(N_("only people and groups have a side"))
    return put(record, corrected(replace(item, side=side)))


def set_chair(record: Record, person_id: str, is_chair: bool) -> Record:
    """Say whether a person presides; whoever did before doesn't any more.

    Raises:
        CorrectionError: there is no such person.

    """
    chosen = person(record, person_id)
    before = [one for one in record.people if one.is_chair and one.id != person_id] if is_chair else []
    changed = [corrected(replace(one, is_chair=False)) for one in before]
    changed.append(corrected(replace(chosen, is_chair=is_chair)))
    event = record.event
    if is_chair:
        words = event.chair_selector
        stays = words is not None and any(overlap(words, mention.selector) for mention in chosen.mentions)
        event = replace(event, chair_id=person_id, chair_selector=words if stays else None)
    elif event.chair_id == person_id:
        event = replace(event, chair_id=None, chair_selector=None)
    return replace(put(record, *changed), event=event)


def set_roles(record: Record, person_id: str, labels: Sequence[str]) -> Record:
    """Give a person exactly these roles, in this order; one that the person has already stays as it was read.

    Args:
        record: The record.
        person_id: Whose roles.
        labels: Each as written ("Phó Chủ tịch UBND huyện").

    Raises:
        CorrectionError: a role has no words, or there is no such person.

    """
    old = person(record, person_id)
    if not all(map(syllables, labels)):
        raise CorrectionError(N_("a role needs a word"))
    known = {role.label: role for role in old.memberships}
    roles = tuple(known.get(label) or post(record, label) for label in dict.fromkeys(labels))
    return put(record, corrected(replace(old, memberships=roles)))


def merge(record: Record, person_id: str, other_id: str) -> Record:
    """Make one person of two of an article; the first one's id, name and, where known, side stay.

    Raises:
        CorrectionError: they are the same, or one of them isn't there.

    """
    if person_id == other_id:
        raise CorrectionError(N_("a person can't be joined with itself"))
    kept, other = person(record, person_id), person(record, other_id)
    names = (*kept.other_names, OtherName(name=other.name), *other.other_names)
    mentions = {mention.selector.start: mention for mention in (*other.mentions, *kept.mentions)}
    one = replace(
        kept,
        other_names=tuple(name for name in dict.fromkeys(names) if name.name != kept.name),
        side=other.side if kept.side == "unknown" else kept.side,
        is_chair=kept.is_chair or other.is_chair,
        participation=tuple(dict.fromkeys((*kept.participation, *other.participation))),
        memberships=_united(kept.memberships, other.memberships),
        mentions=tuple(mentions[start] for start in sorted(mentions)),
    )
    return led(without(put(record, corrected(one)), "people", other_id), {other_id: person_id})


def _united(some: Sequence[Membership], more: Sequence[Membership]) -> tuple[Membership, ...]:
    known = {role.label_norm for role in some}
    return (*some, *(role for role in more if role.label_norm not in known))
