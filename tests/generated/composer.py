"""Write an article and its record at once: each piece that is written knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.generated.manner import Manner
from tests.generated.world import Office, Someone
from tui.model import Block, Figure, FigureKind, Membership, Mention, Person, Selector, Side, Zone
from tui.text.fold import slug
from tui.text.names import split

Span = tuple[int, int]


class Composer:
    """A growing text with what is known of it."""

    def __init__(self, manner: Manner) -> None:
        """Begin with nothing, in a manner of telling."""
        self._manner = manner
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

    def person(
        self, who: Someone, offices: Sequence[Office], side: Side, part: str, *, portal: bool, zone: Zone = "body"
    ) -> Span:
        """Write a person with their offices: ``đồng chí A - ROLE`` as portals do, or ``ông A, ROLE``."""
        start = self.length
        title = "đồng chí" if portal else "bà" if self._manner.is_woman(who) else "ông"
        new = {"name": self._manner.name(who), "offices": {}, "side": side, "parts": [], "at": []}
        known = self.known.setdefault(who.identity, {"who": who, **new})
        self.say(f"{title} ")
        name = self.say(known["name"])
        roles: list[Selector] = []
        for office in offices:
            self.say(", " if roles or not portal else " - ")
            roles.append(self.select(self.say(office.role)))
        form = ", ".join(["ROLE"] * len(roles))
        known["at"].append(
            Mention(
                zone=zone,
                form=f"HON NAME{' - ' if portal else ', '}{form}" if roles else "HON NAME",
                selector=self.select((start, self.length)),
                name_selector=self.select(name),
                honorific_prefix=title,
                role_selectors=tuple(roles),
            )
        )
        if part not in known["parts"]:
            known["parts"].append(part)
        for office in offices:
            known["offices"].setdefault(office.role, (office, self._manner.has_bodies()))
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
            name = split(known["name"])
            yield Person(
                id=self.person_id(known["who"]),
                name=known["name"],
                family_name=name.family,
                additional_name=name.middle,
                given_name=name.given,
                other_names=(),
                side=known["side"],
                is_chair=identity == chair,
                participation=tuple(known["parts"]),
                memberships=tuple(
                    Membership(
                        label=office.role,
                        role=office.head,
                        organization_id=slug(office.body) if has_body else None,
                        label_norm=f"{office.head} {office.body}" if has_body else office.role,
                    )
                    for office, has_body in known["offices"].values()
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
