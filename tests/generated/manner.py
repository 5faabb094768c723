"""How an article words what it tells: who holds an office, how they are named, what is said of the session."""

from __future__ import annotations

from datetime import date
from random import Random

from tests.generated.world import Office, Someone, Unit


class Manner:
    """The plain manner: every article says everything, always in the same words, and nobody changes office midterm."""

    def holder(self, unit: Unit, office: int, day: date) -> Someone:
        """Return who holds an office on a day."""
        return unit.holder(office, day.year)

    def name(self, who: Someone) -> str:
        """Return a person's name as it is spelled here."""
        return who.name

    def is_woman(self, who: Someone) -> bool:
        """Tell how a person is addressed here."""
        return who.woman

    def offices(self, who: Someone, unit: Unit, office: int) -> list[Office]:
        """Return the offices that are named beside a person who is there in one of them."""
        return [unit.offices[office]]

    def has_bodies(self) -> bool:
        """Tell whether the bodies of a person's offices could be made out."""
        return True

    def part_of_day(self, number: int, random: Random) -> str:
        """Return when on its day a session was held."""
        return random.choice(["Sáng", "Chiều"])

    def delegation(self, committee: str, place: str) -> str:
        """Return the words for the delegation of a committee in a place."""
        return f"Đoàn giám sát của {committee} {place}"

    def theme(self, theme: str) -> str:
        """Return the words for the matter of a session."""
        return theme

    def says(self, what: str) -> bool:
        """Tell whether the article says something that it could leave out: ``chair``, ``organizer``, ``day``."""
        return True
