"""Write an article and its record at once: each piece that is written knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.generated.world import Office, Someone
from tui.model import Block, Figure, FigureKind, Membership, Mention, Person, Selector, Side, Zone
from tui.text.fold import slug

Span = tuple[int, int]


class Composer:
    """A growing text with what is known of it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pieces: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.figures: list[Figure] = []
        self.known: dict[int, dict[str, Any]] = {}
        self._bodies: dict[str, Office] = {}

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._pieces)

    def say(self, words: str) -> Span:
        """Write words; return where they stand."""
        start = self.length
        self._pieces.append(words)
        self.length += len(words)
        return start, self.length

    def select(self, place: Span) -> Selector:
        """Return the selector of a place."""
        return Selector(exact=self.text[place[0] : place[1]], start=place[0], end=place[1])

    @contextmanager
    def block(self, zone: Zone, kind: str, **more: Any) -> Iterator[None]:
        """Write a paragraph of its own."""
        if self.length:
            self.say("\n\n")
        start = self.length
        yield
        self.blocks.append(Block(zone=zone, kind=kind, start=start, end=self.length, **more))

    def person(self, who: Someone, office: Office, side: Side, part: str, *, portal: bool, zone: Zone = "body") -> Span:
        """Write a person with their office: ``đồng chí A - ROLE`` as portals do, or ``ông A, ROLE``."""
        start = self.length
        title = "đồng chí" if portal else "bà" if who.woman else "ông"
        self.say(f"{title} ")
        name = self.say(who.name)
        self.say(" - " if portal else ", ")
        role = self.say(office.role)
        mention = Mention(
            zone=zone,
            form="HON NAME - ROLE" if portal else "HON NAME, ROLE",
            selector=self.select((start, self.length)),
            name_selector=self.select(name),
            honorific_prefix=title,
            role_selectors=(self.select(role),),
        )
        known = self.known.setdefault(who.identity, {"who": who, "office": office, "side": side, "parts": [], "at": []})
        known["at"].append(mention)
        if part not in known["parts"]:
            known["parts"].append(part)
        self._bodies.setdefault(office.body, office)
        return start, self.length

    def figure(self, number: str, unit: str, kind: FigureKind, value: float, subject: str, **more: Any) -> Figure:
        """Write a number with its unit and keep it as a figure."""
        place = self.say(number)
        end = self.say(f" {unit}")[1] if unit != "%" else place[1]
        one = Figure(
            id=f"F{len(self.figures) + 1}",
            selector=self.select((place[0], end)),
            number_selector=self.select(place),
            kind=kind,
            value=value,
            value_to=None,
            unit=unit,
            scale=more.pop("scale", None),
            numerator=more.pop("numerator", None),
            denominator=more.pop("denominator", None),
            hedge=None,
            subject=subject,
            period_id=None,
            speaker_id=more.pop("speaker_id", None),
            statement_id=None,
            **more,
        )
        self.figures.append(one)
        return one

    def people(self, chair: int) -> Iterator[Person]:
        """Yield the people who were written, with what they did there."""
        for identity, known in self.known.items():
            who, office = known["who"], known["office"]
            yield Person(
                id=self.person_id(who),
                name=who.name,
                family_name=who.family,
                additional_name=who.middle,
                given_name=who.given,
                other_names=(),
                side=known["side"],
                is_chair=identity == chair,
                participation=tuple(known["parts"]),
                memberships=(
                    Membership(
                        label=office.role,
                        role=office.head,
                        organization_id=slug(office.body),
                        label_norm=f"{office.head} {office.body}",
                    ),
                ),
                mentions=tuple(known["at"]),
            )

    def bodies(self) -> Iterator[Office]:
        """Yield one office of each body that was named."""
        yield from self._bodies.values()

    def person_id(self, who: Someone) -> str:
        """Return the id of a person in this record; a second one of the same name gets a number."""
        same = [known["who"].identity for known in self.known.values() if known["who"].name == who.name]
        place = same.index(who.identity) if who.identity in same else len(same)
        return slug(who.name) if not place else f"{slug(who.name)}-{place + 1}"
