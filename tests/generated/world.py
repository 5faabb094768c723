"""The invented world: provinces, their districts, and the people who hold office there, each known by an identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

WORDS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
FIRST_YEAR = 2016
TERM_YEARS = 5
CHANGES = 0.35
"""Share of offices that change hands from one term to the next."""


@dataclass(frozen=True)
class Someone:
    """A person of the world; two may have one name."""

    identity: int
    family: str
    middle: str
    given: str
    woman: bool

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.family} {self.middle} {self.given}"


@dataclass(frozen=True)
class Office:
    """A post: ``role`` as an article writes it in the place's own words, ``body`` and ``area`` in full."""

    role: str
    head: str
    body: str
    classification: str
    area: str


@dataclass
class Unit:
    """A province or district: its offices, and who holds them in each term."""

    name: str
    level: str
    above: str | None
    offices: list[Office]
    holders: list[list[Someone]] = field(default_factory=list)

    def holder(self, office: int, year: int) -> Someone:
        """Return who holds an office in a year."""
        return self.holders[office][min((year - FIRST_YEAR) // TERM_YEARS, len(self.holders[office]) - 1)]


class World:
    """Provinces with their districts; all from one seed."""

    def __init__(self, random: Random, provinces: int, districts: int, terms: int = 3) -> None:
        """Make ``provinces`` provinces of ``districts`` districts each, with ``terms`` terms of five years."""
        self._random = random
        self._people = 0
        self.provinces: list[Unit] = []
        self.districts: list[list[Unit]] = []
        for name in WORDS["provinces"][:provinces]:
            level = "thành phố" if name in WORDS["cities"] else "tỉnh"
            province = self._unit(name, level, None, self._province_offices(f"{level} {name}", level), terms)
            names = random.sample(
                [f"{a} {b}" for a in WORDS["places"]["first"] for b in WORDS["places"]["second"] if a != b], districts
            )
            self.provinces.append(province)
            self.districts.append(
                [self._unit(each, "huyện", f"{level} {name}", self._district_offices(each), terms) for each in names]
            )

    def _unit(self, name: str, level: str, above: str | None, offices: list[Office], terms: int) -> Unit:
        unit = Unit(name, level, above, offices)
        for _ in offices:
            holders = [self.someone()]
            for _ in range(terms - 1):
                holders.append(self.someone() if self._random.random() < CHANGES else holders[-1])
            unit.holders.append(holders)
        return unit

    def someone(self) -> Someone:
        """Return a new person."""
        random = self._random
        self._people += 1
        woman = random.random() < 0.35
        sex = "women" if woman else "men"
        families = WORDS["family_names"]
        return Someone(
            self._people,
            random.choices(list(families), weights=list(families.values()))[0],
            random.choice(WORDS["middle_names"][sex]),
            random.choice(WORDS["given_names"][sex]),
            woman,
        )

    @staticmethod
    def _province_offices(area: str, level: str) -> list[Office]:
        council = Office(f"Phó Chủ tịch HĐND {level}", "Phó Chủ tịch", f"HĐND {area}", "HĐND", area)
        heads = [
            Office(f"Trưởng {each} HĐND {level}", "Trưởng ban", f"{each} HĐND {area}", "ban", area)
            for each in WORDS["committees"]
        ]
        deputies = [
            Office(f"Phó Trưởng {each} HĐND {level}", "Phó Trưởng ban", f"{each} HĐND {area}", "ban", area)
            for each in WORDS["committees"]
        ]
        return [council, *heads, *deputies]

    @staticmethod
    def _district_offices(name: str) -> list[Office]:
        area = f"huyện {name}"
        return [
            Office("Chủ tịch UBND huyện", "Chủ tịch", f"UBND {area}", "UBND", area),
            Office("Phó Chủ tịch UBND huyện", "Phó Chủ tịch", f"UBND {area}", "UBND", area),
            Office("Chủ tịch HĐND huyện", "Chủ tịch", f"HĐND {area}", "HĐND", area),
            Office("Bí thư Huyện ủy", "Bí thư", f"Huyện ủy {name}", "Đảng ủy cấp huyện", area),
            *(
                Office(f"Trưởng {each} huyện", "Trưởng phòng", f"{each} {area}", "phòng", area)
                for each in WORDS["departments"]
            ),
        ]
