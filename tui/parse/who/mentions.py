"""Mentions of people: what stands where a person is named, in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from tui.parse.who.areas import AreaSpan
from tui.parse.who.bodies import BodySpan
from tui.parse.who.roles import RoleSpan
from tui.parse.who.words import Stretch

PieceKind = Literal["HON", "NAME", "ROLE"]


class Piece(Struct, frozen=True, gc=False):
    """A part of a mention; token indices, half-open."""

    kind: PieceKind
    first: int
    last: int


_NOWHERE = Piece("NAME", 0, 0)


class Mention(Struct):
    """One place where a person is named; token indices, half-open."""

    pieces: list[Piece]
    roles: list[RoleSpan]
    """Those written in it, in order."""
    stretch: Stretch
    shared: list[RoleSpan] = []
    """Those written once for several people ("Các đồng chí A, B - Phó Chủ tịch")."""
    played: list[RoleSpan] = []
    """Those that a verb after it tells of ("do ông A làm trưởng đoàn")."""
    listed: bool = False
    """A plural honorific or role opened the list in which the name stands."""
    called: tuple[str, ...] = ()
    """The words of that honorific."""
    is_short: bool = False
    """Only a given name is written ("ông Tuyến")."""
    after: int = 0
    """The token after the term of office behind it ("khóa XV, nhiệm kỳ 2021 - 2026"), where one was read."""
    first: int = 0
    """The first token."""
    last: int = 0
    """The token after the last, that of a parenthesis that closes after it included ("ông A (Trưởng phòng)")."""
    name: Piece = _NOWHERE
    """The piece that holds the name."""

    def __post_init__(self) -> None:
        """Note where the pieces and the name among them stand: further ones are roles after them."""
        self.first, self.last = self.pieces[0].first, self.pieces[-1].last
        self.name = next(piece for piece in self.pieces if piece.kind == "NAME")

    @property
    def end(self) -> int:
        """Return the token after the last, and after the term of office."""
        return max(self.last, self.after)

    def hold(self, roles: list[RoleSpan]) -> None:
        """Take in roles that stand after what was read so far."""
        self.roles += roles
        self.pieces += [Piece("ROLE", role.first, role.last) for role in roles]
        self.last = self.pieces[-1].last


class Found(Struct):
    """Everything that was read in an article, each list in the order of the text."""

    mentions: list[Mention] = []
    bodies: list[BodySpan] = []
    areas: list[AreaSpan] = []

    def roles(self) -> Iterator[RoleSpan]:
        """Yield the roles of all mentions."""
        for mention in self.mentions:
            yield from (*mention.roles, *mention.played)

    def note_role(self, role: RoleSpan) -> None:
        """Keep the body and area of a role."""
        if role.body:
            self.note_body(role.body)
        if role.area:
            self.areas.append(role.area)

    def note_body(self, body: BodySpan) -> None:
        """Keep a body, those that it is part of or named with, and their areas."""
        part: BodySpan | None = body
        while part:
            self.bodies += [*part.shared, *part.beside, part]
            self.areas += [area for area in (part.area, part.above) if area]
            part = part.parent
