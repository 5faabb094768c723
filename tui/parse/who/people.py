"""The people of the record: names, roles, side, part taken and mentions of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.model import Found, Membership, OtherName, Person, Side
from tui.model import Mention as MentionItem
from tui.parse.who.affiliations import Affiliations
from tui.parse.who.ids import Ids
from tui.parse.who.linking import Individual
from tui.parse.who.memberships import is_former, is_seat, memberships
from tui.parse.who.mentions import Mention
from tui.parse.who.names import long_families
from tui.parse.who.organizations import Organizations
from tui.parse.who.parts import Parts, answer, make_chair
from tui.parse.who.roles import RoleSpan
from tui.parse.who.sides import Sides, Standing
from tui.parse.who.spoken import Spoken
from tui.parse.who.words import Words
from tui.text.names import split, variants

_DEPUTY = frozenset(["đại", "đb"])
"""First words of what a deputy is called (đại biểu)."""

_DASHES = frozenset("-–—−")


@dataclass(frozen=True, slots=True)
class Cast:
    """A person of the record, and the places of its mentions (token indices)."""

    person: Person
    spans: tuple[tuple[int, int], ...]


class Cue(NamedTuple):
    """The words that open a list (token indices), and the side that they give to those in it."""

    first: int
    last: int
    side: Side


@dataclass(frozen=True, slots=True)
class Casting:
    """Makes people of the record from linked mentions."""

    words: Words
    organizations: Organizations
    sides: Sides
    parts: Parts
    affiliations: Affiliations
    spoken: Spoken
    cues: Mapping[int, Cue]
    """The list that holds a mention, by the mention's first token."""
    ids: Ids

    def cast(self, individual: Individual) -> Cast:
        """Return one person of the record."""
        mentions = individual.mentions
        roles = [role for mention in mentions for role in (*mention.roles, *mention.shared, *mention.played)]
        posts = memberships(self.words, roles, self.organizations) if roles else ()
        taken = list(dict.fromkeys([part for mention in mentions for part in self._parts(mention)]))
        chair = make_chair(taken) or self._leads(individual, roles) or any(map(self._brings_team, mentions))
        shown = self._is_shown(individual) and (self.sides.is_told or chair or bool(posts))
        side: Side = "unknown"
        if shown:
            side = self._side(individual, roles, posts, taken, chair=chair)
        name = split(individual.name, long_families())
        return Cast(
            Person(
                id=self.ids.make(individual.name),
                name=individual.name,
                family_name=name.family,
                additional_name=name.middle,
                given_name=name.given,
                other_names=tuple(OtherName(name=other) for other in variants(individual.name)),
                side=side,
                is_chair=chair and shown,
                participation=tuple(taken) if shown else (),
                memberships=posts,
                mentions=tuple(map(self._mention, mentions)),
                found=self._found(individual),
            ),
            tuple([(mention.first, mention.last) for mention in mentions]),
        )

    def _side(
        self,
        individual: Individual,
        roles: Sequence[RoleSpan],
        posts: Sequence[Membership],
        taken: Sequence[str],
        *,
        chair: bool,
    ) -> Side:
        """Return the side of someone who takes part, by the bodies of the roles, else those named beside the name."""
        held = [post for post in posts if not is_former(post)]
        bodies = _bodies(post for post in held if not is_seat(post)) or _bodies(held)
        if not bodies:
            stood_for = (self.affiliations.of(mention).body for mention in individual.mentions)
            bodies = [body for body in stood_for if body]
        cue = next((self.cues[each.first].side for each in individual.mentions if each.first in self.cues), None)
        opens = any(map(self._opens, individual.mentions))
        deputy = None if bodies or cue or not self._is_deputy(individual) else self.sides.of_deputy
        in_team = any(map(_is_of_team, roles))
        standing = Standing(bodies, cue, chair, opens, in_team, answer(taken), bool(posts))
        return deputy or self.sides.of_person(standing)

    def _found(self, individual: Individual) -> Found:
        """Tell by what the person was found: a name that nothing leads to is a guess."""
        if any(mention.first in self.cues for mention in individual.mentions):
            return Found(rule="people.list", how="explicit")
        kinds = {piece.kind for mention in individual.mentions for piece in mention.pieces}
        if "ROLE" in kinds:
            return Found(rule="people.role", how="explicit")
        if "HON" in kinds:
            return Found(rule="people.honorific", how="explicit")
        return Found(rule="people.name", how="inferred")

    def _parts(self, mention: Mention) -> list[str]:
        cue = self.cues.get(mention.first)
        if cue is None:
            return self.parts.of(mention)
        return ["dự", *self.parts.of_cue(cue.first, cue.last), *self.parts.of(mention)]

    def _is_shown(self, individual: Individual) -> bool:
        """Tell whether the text shows the person at the session: in a list, or in a mention that is no mere talk."""
        return any(
            mention.first in self.cues or not self._is_spoken_of(mention)
            for mention in individual.mentions
            if mention.stretch.line.zone != "debris"
        )

    def _is_spoken_of(self, mention: Mention) -> bool:
        return self.spoken.of(mention, acts=self.parts.acts(mention))

    def _is_deputy(self, individual: Individual) -> bool:
        return any(
            not _DEPUTY.isdisjoint(mention.called) or _calls_deputy(self.words, mention)
            for mention in individual.mentions
        )

    def _opens(self, mention: Mention) -> bool:
        return self.sides.opens(self.words.starts[mention.first]) and not self._is_spoken_of(mention)

    def _brings_team(self, mention: Mention) -> bool:
        """Tell whether someone comes with the team of the session ("ông A cùng Đoàn giám sát đã làm việc với ...")."""
        words = self.words
        body = words.marks[mention.last + 1].get("body")
        return (
            words.keys[mention.last] == "cùng"
            and body is not None
            and body.value.kind == "team"
            and self._opens(mention)
        )

    def _leads(self, individual: Individual, roles: Sequence[RoleSpan]) -> bool:
        """Tell whether one of the roles is that of the leader of the team of this session."""
        if not roles:
            return False
        played = {role.first for mention in individual.mentions for role in mention.played}
        return any(self._is_lead(role, played=role.first in played) for role in roles)

    def _is_lead(self, role: RoleSpan, *, played: bool) -> bool:
        of_group = played and role.head.name == "Tổ trưởng" and self.sides.holding == "supervising"
        if role.head.name != "Trưởng đoàn" and not of_group:
            return False
        return role.body is None or role.body.head.kind == "team"

    def _mention(self, mention: Mention) -> MentionItem:
        words, name = self.words, mention.name
        zone, whole = mention.stretch.line.zone, words.select(mention.first, mention.last)
        if len(mention.pieces) == 1:
            return MentionItem(
                zone=zone,
                form="NAME",
                selector=whole,
                name_selector=whole,
                honorific_prefix=None,
                role_selectors=(),
            )
        honorifics = [piece for piece in mention.pieces if piece.kind == "HON"]
        roles = [words.select(piece.first, piece.last) for piece in mention.pieces if piece.kind == "ROLE"]
        return MentionItem(
            zone=zone,
            form=self._form(mention),
            selector=whole,
            name_selector=words.select(name.first, name.last),
            honorific_prefix=words.text(honorifics[0].first, honorifics[-1].last) if honorifics else None,
            role_selectors=tuple(roles),
        )

    def _form(self, mention: Mention) -> str:
        """Return the form of a mention: its pieces with what stands between them."""
        form, before = "", None
        for piece in mention.pieces:
            if before and not (piece.kind == "HON" and before.kind == "HON"):
                form += _separator(self.words.keys[before.last : piece.first])
            if not (before and piece.kind == "HON" and before.kind == "HON"):
                form += piece.kind
            before = piece
        return f"{form})" if "(" in form else form


def _is_of_team(role: RoleSpan) -> bool:
    """Tell whether a role is a part in the team of the session ("thành viên Đoàn giám sát")."""
    return role.head.team and role.body is not None and role.body.head.kind == "team"


def _bodies(posts: Iterable[Membership]) -> list[str]:
    return [post.organization_id for post in posts if post.organization_id]


def _calls_deputy(words: Words, mention: Mention) -> bool:
    return any(words.keys[piece.first] in _DEPUTY for piece in mention.pieces if piece.kind == "HON")


def _separator(keys: Sequence[str]) -> str:
    if "(" in keys:
        return " ("
    if not _DASHES.isdisjoint(keys):
        return " - "
    return ", " if "," in keys else " "
