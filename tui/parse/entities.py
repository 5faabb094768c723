"""Who and what an article names: areas, organizations, people and groups, and what words elsewhere in it stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.model import Area, AttendanceList, Group, Organization, Person
from tui.parse.clues import Clues
from tui.parse.layout import Layout
from tui.parse.page import Page
from tui.parse.who import attendance
from tui.parse.who.affiliations import Affiliations
from tui.parse.who.group_spans import GroupSpan, places_of, speaking_groups
from tui.parse.who.groups import Gathering, GroupTold
from tui.parse.who.ids import Ids
from tui.parse.who.linking import link
from tui.parse.who.mentions import Mention
from tui.parse.who.organizations import Organizations
from tui.parse.who.parts import Parts
from tui.parse.who.people import Cast, Casting, Cue
from tui.parse.who.places import Places, known
from tui.parse.who.reader import read
from tui.parse.who.sentence_bounds import Sentences
from tui.parse.who.session import SessionReader
from tui.parse.who.sides import Sides
from tui.parse.who.spans import in_order
from tui.parse.who.spoken import Spoken
from tui.parse.who.told import Told, attendance_lists, tell
from tui.parse.who.words import Words


class Place(NamedTuple):
    """A stretch of ``page.text`` that stands for an item of the record; ``first`` and ``last`` are its tokens."""

    start: int
    end: int
    id: str
    first: int
    last: int


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
    holders: tuple[str, ...] = ()
    """The ids of the organizations that hold the session, the first named first."""

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
    found = read(words)
    ids = Ids()
    opening = page.token_range(*clues.opening) if clues.opening else range(0)
    places = Places(words, found.areas, ids, opening)
    organizations = Organizations(words, found.bodies, places, ids)
    in_roles = frozenset(part.first for role in found.roles() if role.body for part in role.body.chain())
    session = SessionReader(words, clues, organizations.spans, places.spans, organizations, in_roles).read()
    sides = Sides(session, organizations, places)
    lists = tell(words, attendance.lists(words, found.mentions), organizations, places, sides)
    people = _people(words, found.mentions, lists, organizations, sides, ids=ids)
    gathering = Gathering(words, in_order(organizations.spans), places.spans, sides, ids)
    ends = {body.first: body.last for body in organizations.spans}
    groups = gathering.gather(_group_spans(words, found.mentions, lists, ends))
    at = {first: each.person.id for each in people for first, _ in each.spans}
    at |= {first: each.group.id for each in groups for first, _ in each.spans}
    return Entities(
        areas=places.areas(),
        organizations=organizations.items(),
        people=tuple(each.person for each in people),
        groups=tuple(each.group for each in groups),
        attendance_lists=attendance_lists(words, lists, at),
        person_places=_places(words, ((span, each.person.id) for each in people for span in each.spans)),
        group_places=_places(words, ((span, each.group.id) for each in groups for span in each.spans)),
        organization_places=_places(words, (((body.first, body.last), body.id) for body in organizations.spans)),
        area_places=_places(words, (((area.first, area.last), known(area.id)) for area in places.spans)),
        holders=tuple(session.holders),
    )


def _people(
    words: Words,
    mentions: Sequence[Mention],
    lists: Sequence[Told],
    organizations: Organizations,
    sides: Sides,
    *,
    ids: Ids,
) -> list[Cast]:
    sentences = Sentences(words)
    cues = {
        item.first: Cue(span.cue.first, span.cue.last, side)
        for span, side, _ in lists
        for item in span.items
        if isinstance(item, Mention)
    }
    affiliations = Affiliations(words, organizations.spans)
    deeds = Parts(words, mentions, sentences, affiliations)
    spoken = Spoken(words, mentions, sentences)
    casting = Casting(words, organizations, sides, deeds, affiliations, spoken, cues, ids)
    return [casting.cast(individual) for individual in link(words, mentions)]


def _group_spans(
    words: Words, mentions: Sequence[Mention], lists: Sequence[Told], bodies: Mapping[int, int]
) -> Iterator[GroupTold]:
    """Yield the groups of the lists, then those that speak elsewhere."""
    for span, side, area in lists:
        yield from ((item, side, area) for item in span.items if isinstance(item, GroupSpan))
    starts = {mention.first for mention in mentions}
    taken = {index for span, _, _ in lists for index in range(span.cue.first, span.last)}
    heard: set[tuple[str, ...]] = set()
    for speaker in speaking_groups(words, starts, taken, bodies):
        own = tuple(words.keys[speaker.first : speaker.last])
        if own in heard:
            continue
        heard.add(own)
        yield from ((place, None, None) for place in places_of(words, speaker, taken))


def _places(words: Words, spans: Iterable[tuple[tuple[int, int], str | None]]) -> tuple[Place, ...]:
    return tuple(
        sorted(
            Place(words.starts[first], words.ends[last - 1], each, first, last) for (first, last), each in spans if each
        )
    )


def _within(places: Sequence[Place], start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.id for place in places if start <= place.start and place.end <= end))
