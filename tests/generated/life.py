"""Life in the invented world: people change office, some share a name, and newspapers word things their own way.

Rates are guesses of what council offices live with, on the hard side; where one was measured it says so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from tests.generated.keystrokes import other_spelling
from tests.generated.manner import Manner
from tests.generated.world import Office, Someone, Unit, World

TENURE = 48
"""Months that an office is held, on average."""
FROM_HERE, FROM_NEAR = 0.35, 0.12
"""Share of new holders who come from another office of the same unit, and of another unit of the province."""
NAMESAKES = 0.03
"""Share of new people who have the name of somebody of their province, beyond what chance makes (7 percent already)."""
NEIGHBOURS = 0.1
"""Share of these whose namesake is in an office of the same unit."""
BESIDE = {"Chủ tịch": 0.6, "Phó Chủ tịch": 0.15, "Trưởng ban": 0.3}
"""Share of the holders of an office who have a post in the party beside it, by the head of the office."""


class Careers:
    """Who holds which office on which day."""

    def __init__(self, world: World, random: Random, first: date, months: int) -> None:
        """Live from a day on for some months."""
        self._world = world
        self._random = random
        self._tenures: dict[tuple[str, str, int], list[tuple[date, Someone]]] = defaultdict(list)
        self._units = [[above, *below] for above, below in zip(world.provinces, world.districts, strict=True)]
        for group in self._units:
            for unit in group:
                for office in range(len(unit.offices)):
                    self._take(group, unit, office, first, unit.holder(office, first.year))
        for month in range(1, months):
            day = first + timedelta(days=30 * month)
            for group in self._units:
                for unit in group:
                    for office in range(len(unit.offices)):
                        if random.random() < 1 / TENURE:
                            self._succeed(group, unit, office, day, 3)

    def holder(self, unit: Unit, office: int, day: date) -> Someone:
        """Return who holds an office on a day."""
        tenures = self._tenures[self._key(unit, office)]
        return next((who for since, who in reversed(tenures) if since <= day), tenures[0][1])

    def _succeed(self, group: list[Unit], unit: Unit, office: int, day: date, depth: int) -> None:
        """Give an office a new holder: one from here, from near by, or somebody new."""
        random = self._random
        chance = random.random()
        others = [place for place in range(len(unit.offices)) if place != office]
        source = (unit, random.choice(others)) if chance < FROM_HERE else None
        if FROM_HERE <= chance < FROM_HERE + FROM_NEAR:
            other = random.choice(group)
            source = (other, random.randrange(len(other.offices))) if other is not unit else None
        if source is None or depth == 0 or self._since(*source) >= day:
            self._take(group, unit, office, day, self._world.someone())
            return
        self._tenures[self._key(unit, office)].append((day, self.holder(*source, day)))
        self._succeed(group, *source, day, depth - 1)

    def _since(self, unit: Unit, office: int) -> date:
        return self._tenures[self._key(unit, office)][-1][0]

    def _take(self, group: list[Unit], unit: Unit, office: int, day: date, who: Someone) -> None:
        """Give an office to a new person; some have the name of somebody in another office of the province."""
        own = self._tenures[self._key(unit, office)]
        if self._random.random() < NAMESAKES:
            near = unit if self._random.random() < NEIGHBOURS else self._random.choice(group)
            others = self._tenures[self._key(near, self._random.randrange(len(near.offices)))]
            if others and others is not own:
                like = others[-1][1]
                who = replace(who, family=like.family, middle=like.middle, given=like.given, woman=like.woman)
        own.append((day, who))

    @staticmethod
    def _key(unit: Unit, office: int) -> tuple[str, str, int]:
        return unit.above or "", unit.name, office


class Lived(Manner):
    """One article's manner of telling in that world; a newspaper leaves out what a portal gives in full."""

    def __init__(self, careers: Careers, random: Random, portal: bool) -> None:
        """Take who holds which office, and chance."""
        self._careers = careers
        self._random = random
        self._portal = portal
        self._spells_otherwise = not portal and random.random() < 0.5

    def holder(self, unit: Unit, office: int, day: date) -> Someone:
        """Return who holds an office on a day."""
        return self._careers.holder(unit, office, day)

    def name(self, who: Someone) -> str:
        """Return a name, in the other spelling in some newspapers (Quí, Hoà), and rarely with a wrong tone."""
        name = other_spelling(who.name) if self._spells_otherwise else who.name
        if self._random.random() < 0.002:
            name = name.replace("Tiến", "Tiên").replace("Hằng", "Hàng").replace("Bình", "Binh")
        return name

    def is_woman(self, who: Someone) -> bool:
        """Tell how a person is addressed; in three of a thousand cases wrongly."""
        return who.woman != (self._random.random() < 0.003)

    def offices(self, who: Someone, unit: Unit, office: int) -> list[Office]:
        """Return a person's offices: of those who have two a portal gives both, a newspaper one, rarely none."""
        own = unit.offices[office]
        share = BESIDE.get(own.head, 0) if "HĐND" in own.body or "UBND" in own.body else 0
        party = _party(unit)
        both = [party, own] if Random(f"{who.identity} {own.body}").random() < share else [own]
        if self._portal:
            return both
        chance = self._random.random()
        return [] if chance < 0.02 else [self._random.choice(both)] if chance < 0.9 else both

    def has_bodies(self) -> bool:
        """Tell whether bodies were made out: nearly always."""
        return self._portal or self._random.random() < 0.97

    def part_of_day(self, number: int, random: Random) -> str:
        """Return when a session was held, the same in all of its articles."""
        return Random(number).choice(["Sáng", "Chiều"])

    def delegation(self, committee: str, place: str) -> str:
        """Return the words for a delegation; some newspapers name the council alone."""
        if not self._portal and self._random.random() < 0.3:
            return f"Đoàn giám sát của HĐND {place}"
        return super().delegation(committee, place)

    def theme(self, theme: str) -> str:
        """Return the words for a matter; newspapers shorten or lengthen them."""
        if self._portal:
            return theme
        words = theme.split()
        shorter = " ".join(words[2:]) if len(words) > 6 else theme
        longer = f"kết quả {theme} giai đoạn 2021 - 2023"
        return self._random.choice([theme, shorter, longer, f"{shorter} trên địa bàn huyện"])

    def says(self, what: str) -> bool:
        """Tell whether a newspaper says something; portals do."""
        share = {"chair": 0.8, "organizer": 0.9, "day": 0.985}[what]
        return self._portal or self._random.random() < share


def _party(unit: Unit) -> Office:
    """Return the post in the party that is held beside an office of a unit."""
    name = unit.name
    if unit.above is None:
        committee = "Ban Thường vụ Thành ủy" if unit.level == "thành phố" else "Ban Thường vụ Tỉnh ủy"
        area = f"{unit.level} {name}"
        return Office(f"Ủy viên {committee}", "Ủy viên", f"{committee} {name}", "Ban Thường vụ", area)
    return Office("Phó Bí thư Huyện ủy", "Phó Bí thư", f"Huyện ủy {name}", "Đảng ủy cấp huyện", f"huyện {name}")
