"""Mentions of people: honorific, name and roles in the orders that portals and newspapers write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from tui.parse.who.areas import COMMUNE, AreaSpan, area_at, known_names
from tui.parse.who.bodies import Bodies, BodySpan
from tui.parse.who.names import Name, run_end, split, weigh
from tui.parse.who.roles import Roles, RoleSpan
from tui.parse.who.words import Stretch, Words, keys_of

CERTAIN = 3.0
"""Weight from which a run of capitals is a name with a verb after it and nothing before."""
LIKELY = 1.2
"""Weight from which it is a name with a role right beside it, or in a list of names."""
NEXT_PERSON = 2.0
"""Weight from which capitals right after a role that could be another's are the next person's name."""
AFTER_HONORIFIC = -1.0
"""Weight from which it is a name after an honorific."""

PieceKind = Literal["HON", "NAME", "ROLE"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a mention; token indices, half-open."""

    kind: PieceKind
    first: int
    last: int


@dataclass(slots=True)
class Mention:
    """One place where a person is named; token indices, half-open.

    ``roles`` are those written in it, ``shared`` those written once for several people ("Các đồng chí A, B - Phó Chủ tịch").
    ``played`` are those that a verb after it tells of ("do ông A làm trưởng đoàn").
    ``listed`` tells that a plural honorific or role opened the list in which the name stands; ``is_short`` that only a
    given name is written ("ông Tuyến").
    """

    pieces: list[Piece]
    roles: list[RoleSpan]
    stretch: Stretch
    shared: list[RoleSpan] = field(default_factory=list)
    played: list[RoleSpan] = field(default_factory=list)
    listed: bool = False
    is_short: bool = False
    closes: bool = False
    """A parenthesis closes after the last piece ("ông A (Trưởng phòng)")."""

    @property
    def first(self) -> int:
        """Return the first token."""
        return self.pieces[0].first

    @property
    def last(self) -> int:
        """Return the token after the last."""
        return self.pieces[-1].last + self.closes

    @property
    def name(self) -> Piece:
        """Return the piece that holds the name."""
        return next(piece for piece in self.pieces if piece.kind == "NAME")


@dataclass(slots=True)
class Found:
    """Everything that was read in the article, each list in the order of the text.

    ``unnamed`` are roles with no name beside them ("Chủ tịch UBND 08 xã").
    """

    mentions: list[Mention] = field(default_factory=list)
    bodies: list[BodySpan] = field(default_factory=list)
    areas: list[AreaSpan] = field(default_factory=list)
    unnamed: list[RoleSpan] = field(default_factory=list)


class Reader:
    """Reads an article from left to right."""

    def __init__(self, words: Words) -> None:
        """Take the marked words of an article."""
        self.words = words
        self.known = known_names(words)
        self.bodies = Bodies(words, self.known)
        self.roles = Roles(words, self.bodies)
        self.found = Found()
        self._stretch: Stretch
        self._listed: list[RoleSpan] | None = None
        """Inside a list that a plural opened: the roles that the plural gave to all."""

    def read(self) -> Found:
        """Return what the article names."""
        for stretch in self.words.stretches:
            if not stretch.shouts:
                self._stretch = stretch
                self._listed = None
                self._read(stretch.first, stretch.last)
        return self.found

    def _read(self, index: int, limit: int) -> None:
        words = self.words
        while index < limit:
            marks = words.marks[index]
            if marks or words.caps[index]:
                after = self._step(index, limit)
                if after > index:
                    index = after
                    continue
            if words.ends_sentence(index):
                self._listed = None
            index += 1

    def _step(self, index: int, limit: int) -> int:
        """Read what begins at a token; return where to go on, or the index itself when nothing does."""
        words = self.words
        marks = words.marks[index] or {}
        if "credit" in marks:
            return self._skip_run(index + marks["credit"].size, limit)
        if "honorific" in marks or "title" in marks or "role" in marks or "role_before" in marks:
            after = self._person(index, limit)
            if after > index:
                return after
        if "place" in marks and (after := self._place(index, limit)) > index:
            return after
        if words.caps[index] and (after := self._bare_name(index, limit)) > index:
            return after
        if "body" in marks:
            body = self.bodies.at(index, limit)
            if body and not (marks["body"].size == 1 and self._is_syllable_of_name(index)):
                self._note_body(body)
                return body.last
        if "level" in marks or "province" in marks or "city" in marks:
            area = area_at(words, index, limit, self.known)
            if area:
                self.found.areas.append(area)
                return area.last
        return index

    def _is_syllable_of_name(self, index: int) -> bool:
        return False

    def _skip_run(self, index: int, limit: int) -> int:
        end = run_end(self.words, index, limit) if index < limit else index
        return max(end, index)

    def _place(self, index: int, limit: int) -> int:
        """Step over a place, school or firm that may bear a person's name."""
        words = self.words
        mark = words.mark(index, "place")
        if mark is None:
            return index
        start = index + mark.size
        if (
            words.caps[index]
            and mark.size == 1
            and (
                start >= limit
                or words.mark(index, "role")
                or weigh(words, index, run_end(words, index, limit)) >= LIKELY
            )
        ):
            return index
        while start < limit and (inner := words.mark(start, "place")) is not None and words.is_name_like(start):
            start += inner.size
        if start >= limit or not words.is_name_like(start):
            return index
        if words.mark(index, "body") and not words.mark(index, "body").value.weak:  # type: ignore[union-attr]
            return index
        return run_end(words, start, limit)

    # People

    def _person(self, index: int, limit: int) -> int:
        """Read a mention that begins with an honorific or a role."""
        words = self.words
        start = index
        pieces: list[Piece] = []
        roles: list[RoleSpan] = []
        plural = False
        chain_first = True
        while index < limit:
            honorific = words.mark(index, "honorific")
            title = words.mark(index, "title")
            if honorific and words.mark(index, "role") and self.roles.at(index, limit, person_follows=True):
                honorific = None
            if honorific and self._is_honorific(index, honorific.value, honorific.size):
                if honorific.value == "many":
                    plural = True
                end = index + honorific.size
                pieces.append(Piece("HON", index, end))
                index = self._over_colon(end, limit)
                continue
            if title:
                end = index + title.size
                if words.key(end) == "." and end < limit and words.tokens[end].start == words.tokens[end - 1].end:
                    end += 1
                pieces.append(Piece("HON", index, end))
                index = end + (1 if end + 1 < limit and words.key(end) == "," and words.mark(end + 1, "title") else 0)
                continue
            begins_role = words.mark(index, "role") or words.mark(index, "role_before")
            if begins_role and (chain_first or not roles):
                chain = self.roles.chain(index, limit, person_follows=True)
                if not chain:
                    break
                chain_first = False
                if words.key(chain[-1].last) == ":" and chain[-1].head.weak and not (chain[-1].body or chain[-1].area):
                    break
                roles += chain
                pieces += [Piece("ROLE", role.first, role.last) for role in chain]
                plural = plural or any(role.is_plural for role in chain)
                index = chain[-1].last
                index = self._to_name(index, limit)
                continue
            break
        return self._finish(start, index, limit, pieces, roles, plural=plural) if pieces else start

    def _is_honorific(self, index: int, value: str, size: int) -> bool:
        """Tell whether a syllable like "anh" addresses someone here, and is no syllable of a name."""
        words = self.words
        if size > 1 or not words.caps[index] or words.keys[index] not in keys_of("honorifics", "syllables"):
            return True
        if index == self._stretch.first:
            return True
        before = index - 1
        return not words.is_name_like(before) or words.mark(before, "role") is not None

    def _over_colon(self, index: int, limit: int) -> int:
        return index + 1 if index + 1 < limit and self.words.key(index) == ":" else index

    def _to_name(self, index: int, limit: int) -> int:
        """Step over a dash, comma or colon between a role and the honorific or name that follows."""
        words = self.words
        if index + 1 >= limit:
            return index
        if words.is_dash(index) or words.key(index) in (":", ","):
            follows = words.mark(index + 1, "honorific") or words.mark(index + 1, "title")
            if follows and self._is_honorific(index + 1, "", follows.size):
                return index + 1 if words.key(index) != "," or not self._is_listed_after(index + 1, limit) else index
            if words.key(index) != "," and words.is_name_like(index + 1):
                end = run_end(words, index + 1, limit)
                if weigh(words, index + 1, end) >= LIKELY:
                    return index + 1
        if words.key(index) == "là" and words.mark(index + 1, "honorific"):
            return index + 1
        return index

    def _is_listed_after(self, index: int, limit: int) -> bool:
        """Tell whether the honorific after a role and a comma begins the next item of a list, with roles of its own."""
        words = self.words
        mark = words.mark(index, "honorific")
        if mark is None:
            return False
        start = index + mark.size
        end = run_end(words, start, limit) if start < limit else start
        if end <= start:
            return True
        return self._role_begins(end, limit) is not None

    def _finish(
        self, start: int, index: int, limit: int, pieces: list[Piece], roles: list[RoleSpan], *, plural: bool
    ) -> int:
        """Read the name after honorifics and roles, and the roles after it."""
        words = self.words
        honorific = any(piece.kind == "HON" for piece in pieces)
        name = self._name(index, limit, honorific=bool(honorific), role=bool(roles))
        if name is None:
            return self._no_name(start, index, limit, pieces, roles, plural=plural)
        is_short = name.last - name.first == 1 and name.weight == 0.0
        if is_short and not self._may_be_short(pieces, roles):
            return self._no_name(start, index, limit, pieces, roles, plural=plural)
        if plural and not is_short:
            self._listed = [role for role in roles if role.is_plural or self._listed is None]
        listed = plural
        if plural and pieces and not roles:
            pieces = [piece for piece in pieces if piece.kind != "HON" or not self._is_plural(piece)]
        mention = Mention([*pieces, Piece("NAME", name.first, name.last)], roles, self._stretch, listed=listed)
        mention.is_short = is_short
        return self._complete(mention, limit)

    def _is_plural(self, piece: Piece) -> bool:
        mark = self.words.mark(piece.first, "honorific")
        return mark is not None and mark.value == "many"

    def _may_be_short(self, pieces: Sequence[Piece], roles: Sequence[RoleSpan]) -> bool:
        last = pieces[-1] if pieces else None
        if last is None or last.kind != "HON" or roles:
            return False
        return " ".join(self.words.keys[last.first : last.last]) in _bare_honorifics()

    def _name(self, index: int, limit: int, *, honorific: bool, role: bool) -> Name | None:
        """Read a name after an honorific or role; a single syllable only after an honorific."""
        words = self.words
        if index >= limit or not words.is_name_like(index):
            return None
        end = run_end(words, index, limit)
        size = end - index
        if size == 1:
            if honorific and "'" in words.keys[index].replace("’", "'"):
                return Name(index, end, 1.0)
            marks = words.marks[index] or {}
            taken = words.is_abbreviation(index) or "body" in marks or "level" in marks or "role" in marks
            return Name(index, end, 0.0) if honorific and not taken else None
        weight = weigh(words, index, end)
        if " ".join(words.keys[index:end]) in self.known and words.key(index - 1) in ("tri", "biểu", "dân"):
            return None
        least = AFTER_HONORIFIC if honorific else LIKELY
        if weight < least and not honorific and size > 1 and self._right_evidence(end, limit):
            least = 0.0
        return Name(index, end, weight) if weight >= least else None

    def _no_name(
        self, start: int, index: int, limit: int, pieces: list[Piece], roles: list[RoleSpan], *, plural: bool
    ) -> int:
        """Keep roles and bodies that belong to nobody named, and say where to go on."""
        for role in roles:
            self.found.unnamed.append(role)
            self._note_role(role)
        if plural and not roles and pieces:
            return pieces[-1].last
        return roles[-1].last if roles else (pieces[-1].last if pieces else start)

    def _complete(self, mention: Mention, limit: int) -> int:
        """Read the roles after a name, keep the mention, and say where to go on."""
        for role in mention.roles:
            self._note_role(role)
        end = mention.last
        begins = self._role_begins(end, limit)
        if begins is not None:
            end = self._roles_after(mention, begins, end, limit)
        end = self._roles_after_semicolon(mention, end, limit)
        self.found.mentions.append(mention)
        return self._played(mention, end, limit)

    def _roles_after_semicolon(self, mention: Mention, end: int, limit: int) -> int:
        """Read roles that a semicolon parts from others of the same person, where the next item is a person again."""
        words = self.words
        if not mention.roles or words.key(end) != ";" or not self._stretch_is_list():
            return end
        chain = self.roles.chain(end + 1, limit, person_follows=True)
        last = chain[-1].last if chain else end
        if not chain or any(role.is_plural for role in chain) or words.key(last) != ";":
            return end
        if not (self._person_begins(last + 1, limit) or self.roles.at(last + 1, limit, person_follows=True)):
            return end
        mention.roles += chain
        mention.pieces += [Piece("ROLE", role.first, role.last) for role in chain]
        for role in chain:
            self._note_role(role)
        return self._roles_after_semicolon(mention, last, limit)

    def _stretch_is_list(self) -> bool:
        return self._listed is not None

    def _person_begins(self, index: int, limit: int) -> bool:
        words = self.words
        if index >= limit:
            return False
        if words.mark(index, "honorific"):
            return True
        end = run_end(words, index, limit)
        return end > index and weigh(words, index, end) >= NEXT_PERSON

    def _played(self, mention: Mention, end: int, limit: int) -> int:
        """Read a role that is told after the mention ("do ông A, ... làm trưởng đoàn", "bầu ông B vào chức danh ...")."""
        words = self.words
        index = end + 1 if words.key(end) == "," else end
        plays = words.mark(index, "role_plays")
        if plays is None or index + plays.size >= limit:
            return end
        role = self.roles.at(index + plays.size, limit, person_follows=False)
        if role is None or not (role.head.team or words.key(index) not in ("làm", "là", "với")):
            return end
        mention.played.append(role)
        self._note_role(role)
        return role.last

    def _role_begins(self, index: int, limit: int) -> int | None:
        """Return where a role begins after a name: after a dash, comma, parenthesis, "là", a rank, or nothing."""
        words = self.words
        start = index = self._over_parenthesis(index, limit)
        if start < limit and (words.is_dash(start) or words.key(start) in (",", "(")):
            start += 1
            if start < limit and words.is_dash(start):
                start += 1
        elif start < limit and words.mark(start, "role_links") and words.key(start) != "và":
            start += words.mark(start, "role_links").size  # type: ignore[union-attr]
        title = words.mark(start, "title") if start < limit else None
        if title:
            after = start + title.size
            if after + 1 < limit and (words.key(after) in (",", ".") or words.is_dash(after)):
                start = after + 1
        if start >= limit:
            return None
        mark = words.mark(start, "role") or (words.mark(start, "role_before") and words.mark(start + 1, "role"))
        return start if mark else None

    def _over_parenthesis(self, index: int, limit: int) -> int:
        """Step over a parenthesis between a name and a role ("Đại biểu A (đoàn Bình Định) - Giám đốc ...")."""
        words = self.words
        if words.key(index) != "(" or words.mark(index + 1, "role"):
            return index
        for position in range(index + 1, min(limit, index + 9)):
            if words.key(position) == ")":
                after = position + 1
                return after if after < limit and (words.is_dash(after) or words.key(after) == ",") else index
        return index

    def _roles_after(self, mention: Mention, begins: int, end: int, limit: int) -> int:
        words = self.words
        chain = self.roles.chain(begins, limit, person_follows=False)
        kept = self._without_next_person(chain, begins, end, mention, limit)
        if not kept:
            return end
        mention.roles += kept
        mention.pieces += [Piece("ROLE", role.first, role.last) for role in kept]
        for role in kept:
            self._note_role(role)
        self._share(mention, kept)
        last = kept[-1].last
        mention.closes = words.key(end) == "(" and last < limit and words.key(last) == ")"
        return mention.last

    def _without_next_person(
        self, chain: list[RoleSpan], begins: int, end: int, mention: Mention, limit: int
    ) -> list[RoleSpan]:
        """Leave out roles that stand right before the next person's name ("..., Chủ tịch UBND huyện Trần Văn B").

        Wards and communes are named after people: there the capitals are taken for the area's name, unless this person's
        roles stand before the name too.
        """
        words = self.words
        if words.is_dash(end) or words.key(end) == "(":
            return chain
        parallel = any(piece.kind == "ROLE" for piece in mention.pieces)
        if parallel and chain and self._leads_to_name(chain[-1].last, limit):
            return []
        for count, role in enumerate(chain):
            again = self.roles.at(role.first, limit, person_follows=True)
            stop = again.last if again else role.last
            run = run_end(words, stop, limit) if stop < limit else stop
            if run - stop < 2 or weigh(words, stop, run) < NEXT_PERSON:
                continue
            area = role.area or (role.body.place() if role.body else None)
            if parallel or area is None or area.rank < COMMUNE or area.last <= stop:
                return chain[:count] if not parallel and count == len(chain) - 1 else []
        return chain

    def _leads_to_name(self, index: int, limit: int) -> bool:
        """Tell whether a dash or colon leads on to a name ("Phó Chủ tịch UBND huyện - Trần Văn B")."""
        words = self.words
        if index + 1 >= limit or not (words.is_dash(index) or words.key(index) == ":"):
            return False
        end = run_end(words, index + 1, limit)
        return end - index > 2 and weigh(words, index + 1, end) >= NEXT_PERSON

    def _share(self, mention: Mention, roles: list[RoleSpan]) -> None:
        """Give a role that is written once after several names to all of them ("Các đồng chí A, B - Phó Chủ tịch")."""
        if self._listed is None:
            return
        index = mention.first
        for earlier in reversed(self.found.mentions):
            if earlier.stretch is not mention.stretch or earlier.roles or earlier.shared or not earlier.listed:
                return
            between = " ".join(self.words.keys[earlier.last : index])
            if between not in (",", "và", ", và"):
                return
            earlier.shared = list(roles)
            index = earlier.first

    # Names with nothing before them

    def _bare_name(self, index: int, limit: int) -> int:
        """Read a name that neither an honorific nor a role leads to."""
        words = self.words
        if words.is_abbreviation(index) or not words.is_name_like(index) or words.mark(index, "nobody"):
            return index
        if index > self._stretch.first and words.is_name_like(index - 1):
            return index
        body = words.mark(index, "body")
        if body and (body.size > 1 or not body.value.weak):
            return index
        if words.mark(index, "province") or words.mark(index, "city"):
            return index
        end = run_end(words, index, limit)
        weight = weigh(words, index, end)
        if weight < LIKELY - 0.7:
            return index
        listed = self._follows_person(index)
        begins = self._role_begins(end, limit)
        strong = begins is not None and self._is_strong(begins, end, limit)
        if (
            (listed and weight >= LIKELY - 0.7)
            or (strong and weight >= LIKELY - 0.7)
            or (weight >= CERTAIN and self._acts(end, limit))
        ):
            mention = Mention(
                [Piece("NAME", index, end)], [], self._stretch, listed=listed and self._listed is not None
            )
            if listed and self._listed and not strong:
                mention.shared = list(self._listed)
            return self._complete(mention, limit)
        return index

    def _is_strong(self, begins: int, end: int, limit: int) -> bool:
        """Tell whether what follows a bare name is a role that makes it one."""
        role = self.roles.at(begins, limit, person_follows=False)
        return role is not None

    def _follows_person(self, index: int) -> bool:
        """Tell whether a name is the next item of a list of people."""
        words = self.words
        if self._listed is not None and words.key(index - 1) == ";":
            return True
        if self._listed is not None and words.key(index - 1) in (":", ",", "và", "-", "+", "cùng"):
            last = self.found.mentions[-1] if self.found.mentions else None
            return last is not None and last.stretch is self._stretch and index - last.last <= 2
        last = self.found.mentions[-1] if self.found.mentions else None
        if last is None or last.stretch is not self._stretch or last.last > index:
            return False
        between = words.keys[last.last : index]
        return (
            between in ([";"], ["và"], [","], [";", "-"])
            and not last.is_short
            and bool(last.roles)
            and between != [","]
        )

    def _right_evidence(self, index: int, limit: int) -> bool:
        return self._acts(index, limit) or self._role_begins(index, limit) is not None

    def _acts(self, index: int, limit: int) -> bool:
        """Tell whether the words after a name are what a person does."""
        words = self.words
        for position in range(index, min(limit, index + 3)):
            if words.mark(position, "part"):
                return True
            if not words.mark(position, "stop"):
                return False
        return False

    # Bodies and areas

    def _note_role(self, role: RoleSpan) -> None:
        if role.body:
            self._note_body(role.body)
        if role.area:
            self.found.areas.append(role.area)

    def _note_body(self, body: BodySpan) -> None:
        for part in body.chain():
            self.found.bodies += [*part.shared, *part.beside, part]
            if part.area:
                self.found.areas.append(part.area)
            if part.above:
                self.found.areas.append(part.above)


def _bare_honorifics() -> frozenset[str]:
    return frozenset(
        " ".join(phrase.replace("/", " / ").replace(".", " . ").split()) for phrase in keys_of("honorifics", "bare")
    )


def cut_area(words: Words, first: int, last: int, known: frozenset[str]) -> int:
    """Return where a person's name begins in a run of capitals after an area's level."""
    return split(words, first, last, known, after_level=True)
