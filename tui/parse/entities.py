"""Who and what an article names: areas, organizations, people and groups, and what words elsewhere in it stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.model import Area, AttendanceList, Group, Organization, Person
from tui.parse.clues import Clues
from tui.parse.layout import Layout
from tui.parse.page import Page


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
    return Entities()


def _within(places: Sequence[Place], start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.id for place in places if start <= place.start and place.end <= end))
