"""Areas as they are compared across articles: two districts of one name in two provinces are two."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from tui.model import Area, Organization, Record
from tui.parse.lexicon import tables
from tui.text.names import match_key

PROVINCE, DISTRICT, COMMUNE = 1, 2, 3
CENTRAL_CITY = "thành phố trực thuộc trung ương"


class Locality(Struct, frozen=True, array_like=True):
    """An administrative unit: its full name (settled, lower case), its rank, and its province's name where known."""

    name: str
    rank: int
    province: str = ""


def is_same(one: Locality | None, other: Locality | None) -> bool:
    """Tell whether two are one area: of one name, and not known to lie in different provinces."""
    if one is None or other is None or one.name != other.name:
        return False
    return one.province == other.province or not one.province or not other.province


class Localities:
    """The areas of one record."""

    def __init__(self, record: Record) -> None:
        """Take the record; what is silent about its province lies in that of the session's organizer."""
        self._areas = {area.id: area for area in record.areas}
        self._bodies = {body.id: body for body in record.organizations}
        self._known: dict[str, Locality] = {}
        event = record.event
        self._province = ""
        self.organizer = self.of_body(event.organizer_id) or self.of_body(event.delegation_id)
        self._province = self.organizer.province if self.organizer else ""
        self._known.clear()
        found = (self.of_area(key) for key in event.supervised_area_ids)
        self.supervised = tuple(dict.fromkeys(place for place in found if place))

    def of_area(self, key: str | None) -> Locality | None:
        """Return the area of an id, None where there is none."""
        area = self._areas.get(key or "")
        if area is None:
            return None
        if area.id not in self._known:
            name, rank = match_key(area.name), _rank(area)
            province = name if rank == PROVINCE else self._province_of(area) or self._province
            self._known[area.id] = Locality(name, rank, province)
        return self._known[area.id]

    def of_body(self, key: str | None) -> Locality | None:
        """Return the area that a body, or one that it is part of, serves."""
        return next((place for body in self.line(key) if (place := self.of_area(body.area_id))), None)

    def line(self, key: str | None) -> list[Organization]:
        """Return a body and those that it is part of, from the inside out."""
        found: list[Organization] = []
        while (body := self._bodies.get(key or "")) and body not in found:
            found.append(body)
            key = body.parent_id
        return found

    def named(self, text: str) -> tuple[str, Locality] | None:
        """Return what stands before the name of an area that a text (settled, lower case) ends in, and the area."""
        for area in self._areas.values():
            place = self.of_area(area.id)
            if place and (before := without(text, place)) != text:
                return before, place
        return None

    def _province_of(self, area: Area) -> str:
        seen: set[str] = set()
        while area.parent_id in self._areas and area.id not in seen:
            seen.add(area.id)
            area = self._areas[area.parent_id]
        return match_key(area.name) if _rank(area) == PROVINCE else ""


def without(name: str, place: Locality) -> str:
    """Return a body's name without the area's name at its end, with its level or without ("huyện ủy mê linh")."""
    for ending in (place.name, bare(place.name)):
        if ending and name.endswith(f" {ending}"):
            return name[: -len(ending) - 1]
    return name


def bare(name: str) -> str:
    """Return an area's name without its level."""
    level = next((word for word in _levels() if name.startswith(f"{word} ")), "")
    return name.removeprefix(level).strip()


def _rank(area: Area) -> int:
    words = tables()["areas"]
    if area.classification in (CENTRAL_CITY, "tỉnh") or bare(match_key(area.name)) in _cities():
        return PROVINCE
    return next((rank for name, rank in words["levels"].values() if name == area.classification), DISTRICT)


@cache
def _cities() -> frozenset[str]:
    return frozenset(match_key(name) for name in tables()["areas"]["cities"])


@cache
def _levels() -> tuple[str, ...]:
    return tuple(sorted(map(match_key, tables()["areas"]["levels"]), key=len, reverse=True))
