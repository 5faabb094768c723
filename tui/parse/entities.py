"""Who and what an article names: areas, organizations, people and groups, and what words elsewhere in it stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.model import Area, AttendanceList, Group, Organization, Person, Selector, Side
from tui.parse.clues import Clues
from tui.parse.layout import Layout
from tui.parse.page import Page
from tui.parse.who import attendance
from tui.parse.who.attendance import ListSpan
from tui.parse.who.group_spans import GroupSpan, places_of, speaking_groups
from tui.parse.who.groups import Gathering
from tui.parse.who.ids import Ids
from tui.parse.who.linking import link
from tui.parse.who.mentions import Mention, Reader
from tui.parse.who.organizations import Organizations
from tui.parse.who.parts import Parts
from tui.parse.who.people import Casting, Cue
from tui.parse.who.places import Places, known
from tui.parse.who.sides import Sides, cast_side, session
from tui.parse.who.words import Words


class Place(NamedTuple):
    """A stretch of ``page.text`` that stands for an item of the record."""

    start: int
    end: int
    id: str


@dataclass(frozen=True)
class Entities:
    """The items of the record, and their places in ``page.text``, each sequence in the order of the text.

    ``person_places`` are whole mentions (honorific, name and roles), ``group_places`` the words of groups, those of
    later mentions too; ``organization_places`` may hold several for one stretch ("HĐND, UBND Thành phố").
    """

    areas: tuple[Area, ...] = ()
    organizations: tuple[Organization, ...] = ()
    people: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()
    attendance_lists: tuple[AttendanceList, ...] = ()
    person_places: tuple[Place, ...] = ()
    group_places: tuple[Place, ...] = ()
    organization_places: tuple[Place, ...] = ()
    area_places: tuple[Place, ...] = ()

    def organization_at(self, start: int, end: int) -> tuple[str, ...]:
        """Return the ids of the organizations named within a span, each once, in order."""
        return _within(self.organization_places, start, end)

    def area_at(self, start: int, end: int) -> str | None:
        """Return the id of the area that the words of a span stand for ("Huyện"); None if they hold none."""
        return next(iter(_within(self.area_places, start, end)), None)

    def bodies_at(self, start: int, end: int) -> tuple[str, ...]:
        """Return the ids of the organizations named within a span, else of the areas."""
        return self.organization_at(start, end) or _within(self.area_places, start, end)


def find(page: Page, layout: Layout, clues: Clues) -> Entities:
    """Return who and what the headline, body and captions name; the clues help to tell the sides."""
    words = Words(page, layout)
    found = Reader(words).read()
    ids = Ids()
    opening = page.token_range(*clues.opening) if clues.opening else None
    places = Places(words, found.areas, ids, (opening.start, opening.stop) if opening else None)
    organizations = Organizations(words, found.bodies, places, ids)
    meeting = session(words, clues, organizations.spans, places.spans, organizations)
    sides = Sides(meeting, organizations, places)
    lists = attendance.lists(words, found.mentions)
    told = [_of_list(listed, organizations, places, sides) for listed in lists]
    cues = {
        item.first: Cue(listed.cue.first, listed.cue.last, side)
        for listed, (side, _) in zip(lists, told, strict=True)
        for item in listed.items
        if isinstance(item, Mention)
    }
    casting = Casting(words, organizations, sides, Parts(words, found.mentions), cues, ids)
    cast = [casting.cast(individual) for individual in link(words, found.mentions)]
    gathering = Gathering(words, organizations.spans, places.spans, sides, ids)
    spans = [
        (item, cue, area)
        for listed, (cue, area) in zip(lists, told, strict=True)
        for item in listed.items
        if isinstance(item, GroupSpan)
    ]
    starts = {mention.first for mention in found.mentions}
    taken = {index for listed in lists for index in range(listed.cue.first, listed.last)}
    spoken = [
        (place, None, None)
        for span in speaking_groups(words, starts, taken)
        for place in places_of(words, span)
    ]
    gathered = gathering.gather([*spans, *spoken])
    at = {first: each.person.id for each in cast for first, _ in each.spans}
    at |= {first: each.group.id for each in gathered for first, _ in each.spans}
    return Entities(
        areas=places.areas(),
        organizations=organizations.items(),
        people=tuple(each.person for each in cast),
        groups=tuple(each.group for each in gathered),
        attendance_lists=tuple(_list(words, listed, cue, at) for listed, (cue, _) in zip(lists, told, strict=True)),
        person_places=_places(words, ((span, each.person.id) for each in cast for span in each.spans)),
        group_places=_places(words, ((span, each.group.id) for each in gathered for span in each.spans)),
        organization_places=_places(words, (((b.first, b.last), b.id) for b in organizations.spans if b.id)),
        area_places=_places(words, (((a.first, a.last), known(a.id)) for a in places.spans)),
    )


def _of_list(listed: ListSpan, organizations: Organizations, places: Places, sides: Sides) -> tuple[Side, str | None]:
    """Return the side of a list, and the area that its cue names ("Về phía huyện Mê Linh có")."""
    area = next((a.id for a in places.spans if a.id and listed.cue.first <= a.first < listed.cue.last), None)
    body = next((b.id for b in organizations.spans if b.id and listed.cue.first <= b.first < listed.cue.last), None)
    if listed.cue.side == "about":
        side = sides.of_body(body) if body else sides.of_area(area)
        return side, area
    if listed.cue.side == "company":
        return sides.of_company, area
    side = sides.holding if listed.cue.side == "supervising" else cast_side(listed.cue.side)
    return side, area


def _list(words: Words, listed: ListSpan, side: Side, at: Mapping[int, str]) -> AttendanceList:
    def select(first: int, last: int) -> Selector:
        return words.page.select(words.tokens[first].start, words.tokens[last - 1].end)

    mark = listed.open_mark
    return AttendanceList(
        side=side,
        cue=select(listed.cue.first, listed.cue.last),
        items=tuple(dict.fromkeys(at[item.first] for item in listed.items if item.first in at)),
        open_ended=mark is not None,
        open_mark=select(*mark) if mark else None,
    )


def _places(words: Words, spans: Iterable[tuple[tuple[int, int], str | None]]) -> tuple[Place, ...]:
    tokens = words.tokens
    return tuple(
        sorted(Place(tokens[first].start, tokens[last - 1].end, each) for (first, last), each in spans if each)
    )


def _within(places: Sequence[Place], start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.id for place in places if start <= place.start and place.end <= end))
