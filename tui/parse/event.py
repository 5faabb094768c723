"""The session of the record (buổi giám sát): the clues of the text, linked to areas, bodies and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from tui.model import AdminEra, Event, Organization, Selector
from tui.parse import chairs, venues
from tui.parse.clues import Clues
from tui.parse.entities import Entities, Place
from tui.parse.layout import Layout, Span
from tui.parse.lexicon import tables
from tui.parse.page import Page
from tui.parse.places import around, within
from tui.parse.sessions import Kind

TWO_LEVELS_FROM = "2025-07-01"
"""First day of local government in two levels (amended Article 110 of the Constitution)."""


def find(page: Page, layout: Layout, clues: Clues, entities: Entities, published: str | None = None) -> Event:
    """Return the event that the clues tell of.

    ``published`` (ISO) tells the era of local government where the session has no day with a year.
    """
    bodies = {organization.id: organization for organization in entities.organizations}
    opening, title = _before(clues.opening, clues.predicate), _before(_headline(layout), clues.headline_predicate)
    holders = _holders(entities, (opening, title))
    delegation = _delegation(bodies, holders, clues.kind)
    organizer = _organizer(bodies, entities.holders, delegation)
    venue = venues.find(
        page, layout, clues, entities, [body for body in (delegation and delegation.id, organizer) if body]
    )
    chair = chairs.find(page, layout, entities)

    def select(span: Span | None) -> Selector | None:
        return page.select(*span) if span else None

    return Event(
        classification=" ".join(page.text[slice(*clues.classification)].lower().split())
        if clues.classification
        else None,
        classification_selector=select(clues.classification),
        name_selector=select(clues.name),
        short_name_selector=select(clues.short_name),
        start_date=clues.start_date,
        part_of_day=clues.part_of_day,
        date_selector=select(clues.date),
        organizer_id=organizer,
        delegation_id=delegation.id if delegation else None,
        delegation_selector=select((delegation.start, delegation.end)) if delegation else None,
        supervised_area_ids=venue.area_ids,
        location=venue.name,
        location_selector=select(venue.place),
        chair_id=chair.person_id if chair else None,
        chair_selector=select(chair.words) if chair else None,
        also_called=tuple(page.select(*span) for span in clues.also_called),
        admin_era=_era(clues.start_date, published),
    )


def _headline(layout: Layout) -> Span | None:
    return (layout.headline.start, layout.headline.end) if layout.headline else None


def _before(sentence: Span | None, predicate: int | None) -> Span:
    """Return the part of a sentence before the words of the session: there stands who holds it."""
    start, end = sentence or (0, 0)
    return start, end if predicate is None else predicate


def _holders(entities: Entities, spans: Sequence[Span]) -> Sequence[Place]:
    """Return where the bodies that hold the session are named: in the first span that names one, else anywhere.

    Where they are named for themselves goes before where they are in people's roles.
    """
    named = [place for place in entities.organization_places if place.id in entities.holders]
    alone = [place for place in named if not around(entities.person_places, place.start)]
    return next(filter(None, (within(some, *span) for some in (alone, named) for span in spans)), named[:1])


def _delegation(bodies: Mapping[str, Organization], holders: Sequence[Place], kind: Kind) -> Place | None:
    """Return the delegation among those who hold the session, where it is named at most length."""
    classes = _classes("teams"), _classes("standing") if kind in venues.VISITS else frozenset()
    for some in classes:
        found = next(
            (place for place in holders if place.id in bodies and bodies[place.id].classification in some), None
        )
        if found:
            return max((place for place in holders if place.id == found.id), key=lambda place: place.end - place.start)
    return None


def _organizer(bodies: Mapping[str, Organization], holders: Sequence[str], delegation: Place | None) -> str | None:
    """Return the council that a delegation acts for, else that of the first holder of the session that has one."""
    team = bodies.get(delegation.id) if delegation else None
    if found := _council_of(bodies, team.id if team else None):
        return found
    if team and (own := next((body.id for body in bodies.values() if _acts_for(team, body)), None)):
        return own
    others = [holder for holder in holders if holder in bodies and not (team and holder == team.id)]
    councils = (_council_of(bodies, holder) for holder in others)
    return next(filter(None, councils), next(iter(others), None))


def _council_of(bodies: Mapping[str, Organization], body: str | None) -> str | None:
    """Return the council that a body is, or is part of."""
    councils, seen = _classes("councils"), set[str]()
    while body is not None and body in bodies and body not in seen:
        seen.add(body)
        if bodies[body].classification in councils:
            return body
        body = bodies[body].parent_id
    return None


def _acts_for(team: Organization, council: Organization) -> bool:
    """Tell whether a team is that of a council, by its name ("Đoàn đại biểu HĐND huyện") or the area both serve."""
    if council.classification != "HĐND":
        return False
    served = team.area_id is not None and team.area_id == council.area_id
    return served or team.name.lower().endswith(f" {council.name.lower()}")


@cache
def _classes(name: str) -> frozenset[str]:
    lists = tables()["sessions"]
    return frozenset(lists["councils"] if name == "councils" else lists["delegations"][name])


def _era(day: str | None, published: str | None) -> AdminEra:
    known = day if day and not day.startswith("-") else published
    return "two-level" if known and known >= TWO_LEVELS_FROM else "three-level"
