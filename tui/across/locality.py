"""Areas as they are compared across articles: two districts of one name in two provinces are two."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from tui.model import Area, Organization, Record
from tui.parse.lexicon import tables
from tui.text.fold import syllables

SOURCE, PROVINCE, DISTRICT, COMMUNE = range(4)
"""Ranks of areas. A source is none: it stands for the unnamed area that a publisher writes of."""
CENTRAL_CITY = "thành phố trực thuộc trung ương"


class Locality(Struct, frozen=True, array_like=True):
    """An administrative unit: its full name and its province's, where that is known, both plain, and its rank."""

    name: str
    rank: int
    province: str = ""
    title: str = ""
    """The name as it is shown; raw."""


def is_same(one: Locality | None, other: Locality | None) -> bool:
    """Tell whether two are one area: of one name, and not known to lie in different provinces."""
    if one is None or other is None or one.name != other.name:
        return False
    return one.province == other.province or not one.province or not other.province


@lru_cache(50_000)
def plain(text: str) -> str:
    """Return a name of an area or body as it is compared: folded syllables, Đắk, Đăk and Đắc as one.

    Accents don't tell areas of a province apart, and the press is not sure of them in the Highlands.
    """
    return " ".join(_spellings().get(word, word) for word in syllables(text))


class Localities:
    """The areas of one record."""

    def __init__(self, record: Record) -> None:
        """Take the record; what is silent about its province lies in that of the session's organizer."""
        self._areas = {area.id: area for area in record.areas}
        self._bodies = {body.id: body for body in record.organizations}
        self._known: dict[str, Locality] = {}
        event, article = record.event, record.article
        self._province = ""
        self.organizer = self.of_body(event.organizer_id) or self.of_body(event.delegation_id)
        self._province = self.organizer.province if self.organizer else ""
        self._known.clear()
        found = (self.of_area(key) for key in event.supervised_area_ids)
        self.supervised = tuple(dict.fromkeys(place for place in found if place))
        publisher = plain(article.publisher or (article.url or "").partition("://")[2].partition("/")[0])
        self.source = Locality(f"@{publisher}", SOURCE) if publisher else None
        """What stands for an area that the article doesn't name: its publisher, who writes of one."""

    def of_area(self, key: str | None) -> Locality | None:
        """Return the area of an id, None where there is none."""
        area = self._areas.get(key or "")
        if area is None:
            return None
        if area.id not in self._known:
            name, rank = plain(area.name), _rank(area)
            province = name if rank == PROVINCE else self._province_of(area) or self._province
            self._known[area.id] = Locality(name, rank, province, area.name)
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

    def named(self, name: str) -> tuple[str, Locality] | None:
        """Return what stands before the name of an area that a plain name ends in, and the area."""
        for key in self._areas:
            place = self.of_area(key)
            if place and (before := without(name, place)) != name:
                return before, place
        return None

    def _province_of(self, area: Area) -> str:
        seen: set[str] = set()
        while area.parent_id in self._areas and area.id not in seen:
            seen.add(area.id)
            area = self._areas[area.parent_id]
        return plain(area.name) if _rank(area) == PROVINCE else ""


def without(name: str, place: Locality) -> str:
    """Return a body's plain name without the area's at its end: with its level, without it, or the level alone."""
    own = bare(place.name)
    for ending in (place.name, own, place.name.removesuffix(own).strip()):
        if ending and name.endswith(f" {ending}"):
            return name[: -len(ending) - 1]
    return name


def bare(name: str) -> str:
    """Return an area's plain name without its level."""
    level = next((word for word in levels() if name.startswith(f"{word} ")), "")
    return name.removeprefix(level).strip()


@cache
def levels() -> dict[str, int]:
    """Return the words for levels of areas, plain, the longest first, with their ranks; 0 where it could be two."""
    found = {plain(word): rank for word, (_, rank) in tables()["areas"]["levels"].items()}
    found[plain("thành phố")] = 0
    return {word: found[word] for word in sorted(found, key=len, reverse=True)}


def _rank(area: Area) -> int:
    if area.classification in (CENTRAL_CITY, "tỉnh") or bare(plain(area.name)) in _cities():
        return PROVINCE
    return next((rank for name, rank in tables()["areas"]["levels"].values() if name == area.classification), DISTRICT)


@cache
def _cities() -> frozenset[str]:
    return frozenset(plain(name) for name in tables()["areas"]["cities"])


@cache
def _spellings() -> dict[str, str]:
    spellings: dict[str, str] = tables()["offices"]["spellings"]
    return spellings
