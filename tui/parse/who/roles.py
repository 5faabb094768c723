"""Roles in the text: a head (Phó Chủ tịch), what it belongs to, and chains of them that one person holds."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from tui.parse.sessions import leads_to_object
from tui.parse.who.areas import AreaSpan, area_at
from tui.parse.who.bodies import Bodies, BodySpan
from tui.parse.who.names import run_end, weigh
from tui.parse.who.vocabulary import RoleHead, entries, keys_of, parents_of
from tui.parse.who.words import Words

NAME_WEIGHT = 0.8
"""Least weight of a run of capitals after a role that is taken for a person."""
MOST_STRAY_WORDS = 3
OPAQUE_LETTERS = 3
"""Fewest letters of an abbreviation that may stand for an unknown role."""


class RoleSpan(Struct):
    """A role in the text; token indices, half-open. ``own`` is the end of the head and of the words of its unit."""

    first: int
    head_first: int
    own: int
    last: int
    head: RoleHead
    body: BodySpan | None = None
    area: AreaSpan | None = None
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    """Reads roles of one article."""

    words: Words
    bodies: Bodies

    def at(self, index: int, limit: int, *, person_follows: bool) -> RoleSpan | None:
        """Read the role that begins at a token; None if there is none.

        With ``person_follows`` a person's name may stand right after it ("Chủ tịch UBND huyện Nguyễn Văn A").
        """
        words = self.words
        first = index
        before = words.marks[index].get("role_before")
        if before:
            index += before.size
        mark = words.marks[index].get("role")
        if mark is None and self.is_opaque(index):
            return RoleSpan(first, index, index + 1, index + 1, _opaque_head(words.texts[index]))
        if mark is None or index + mark.size > limit:
            return None
        head: RoleHead = mark.value
        if head.weak and mark.size == 1 and not words.caps[index]:
            return None
        role = RoleSpan(first, index, index + mark.size, index + mark.size, head)
        if words.is_abbreviation(index) and words.keys[role.last] == "." and "body" in words.marks[role.last + 1]:
            role.own = role.last = role.last + 1
        role.is_plural = words.keys[first - 1] in ("các", "những", "số", "hai", "ba")
        self._head_end(role, limit)
        self._complement(role, limit, person_follows=person_follows)
        member = head.team and not person_follows and self._closes_item(role)
        if head.weak and role.last == index + mark.size and not member:
            return None
        self._tail(role, limit)
        return role

    def _closes_item(self, role: RoleSpan) -> bool:
        """Tell whether a role alone ends an item of a list ("Chủ tịch Hội Nông dân huyện, thành viên;")."""
        words = self.words
        joined = words.keys[role.first - 1] == "," or words.is_dash(role.first - 1)
        return joined and words.keys[role.last] in (";", ".", "")

    def is_opaque(self, index: int) -> bool:
        """Tell whether an abbreviation that no list knows is a role: another one follows ("TVTU, Phó Chủ tịch")."""
        words = self.words
        if not words.caps[index] or not words.is_abbreviation(index) or len(words.texts[index]) < OPAQUE_LETTERS:
            return False
        joined = words.keys[index + 1] == "," or words.is_dash(index + 1)
        return joined and not words.marks[index] and "role" in words.marks[index + 2]

    def _head_end(self, role: RoleSpan, limit: int) -> None:
        """Take in what goes on the head: "thường trực", a second post of the body, an abbreviation after "Ủy viên"."""
        words = self.words
        while role.last < limit:
            after = words.marks[role.last].get("role_after")
            if after is None or (words.marks[role.last].get("body") and self.bodies.at(role.last, limit) is None):
                break
            role.last += after.size
        follower = words.marks[role.last].get("role") if role.last < limit else None
        if follower and follower.size == 1 and role.head.label == "Ủy viên" and words.is_abbreviation(role.last):
            role.last += 1
        elif not role.head.unit and role.last + 1 < limit and words.is_dash(role.last):
            second = words.marks[role.last + 1].get("role")
            if second and second.value.label in entries("roles", "seconds"):
                role.last += 1 + second.size
        role.own = role.last

    def _complement(self, role: RoleSpan, limit: int, *, person_follows: bool) -> None:
        words, index = self.words, role.last
        if role.head.team and leads_to_object(words.keys, index):
            return
        inner = self._inner_body(role, limit, person_follows=person_follows)
        if inner:
            role.body, role.last = inner, inner.last
            return
        if index >= limit:
            return
        if role.head.unit and not person_follows and words.is_dash(index) and "body" in words.marks[index + 1]:
            index += 1
        of = words.marks[index].get("of")
        start = index + of.size if of else index
        if role.head.open and start < limit and "level" not in words.marks[start]:
            end = self._unit_end(role, start, limit, person_follows=person_follows)
            if end > start:
                role.own = role.last = start = index = end
                of = words.marks[index].get("of") if index < limit else None
                start = index + of.size if of else index
        if start >= limit:
            return
        body = self._body(role, start, limit, person_follows=person_follows)
        if body:
            role.body, role.last = body, body.last
            return
        area = area_at(words, start, limit, self.bodies.known, person_follows=person_follows)
        if area:
            role.area, role.last = area, area.last
        elif not of and not person_follows:
            role.own = role.last = self._stray_end(start, limit)

    def _inner_body(self, role: RoleSpan, limit: int, *, person_follows: bool) -> BodySpan | None:
        """Read a body that begins with the last word of the head ("Trưởng | Đoàn đại biểu Quốc hội")."""
        mark = self.words.marks[role.own - 1].get("body") if role.head.unit and role.own - role.head_first > 1 else None
        if mark is None or mark.size < 2:
            return None
        return self.bodies.at(role.own - 1, limit, person_follows=person_follows)

    def _unit_end(self, role: RoleSpan, start: int, limit: int, *, person_follows: bool) -> int:
        """Return where the words of the unit end; the unit may be named again ("Tổ trưởng | Tổ xây dựng Đề án")."""
        if not self._is_body(start):
            return self._own_words(start, limit, person_follows=person_follows)
        mark = self.words.marks[start].get("body")
        if mark is None or mark.value.name != role.head.unit or not mark.value.weak:
            return start
        if self.bodies.at(start, limit, person_follows=person_follows):
            return start
        end = self._own_words(start + 1, limit, person_follows=person_follows)
        return end if end > start + 1 else start

    def _is_body(self, index: int) -> bool:
        """Tell whether a body begins at a token, and no word of a field that only begins like one ("tổ chức")."""
        body, field = self.words.marks[index].get("body"), self.words.marks[index].get("field")
        return body is not None and (field is None or field.size < body.size)

    def _body(self, role: RoleSpan, start: int, limit: int, *, person_follows: bool) -> BodySpan | None:
        """Read the body of a role, over a comma or dash inside it ("Trưởng Ban Dân tộc, HĐND tỉnh")."""
        words = self.words
        if own := words.marks[start].get("body"):
            named = person_follows and own.value.weak and own.size == 1 and self._is_name(start, limit)
            return None if named else self.bodies.at(start, limit, person_follows=person_follows)
        mark = words.marks[start + 1].get("body")
        joined = start + 1 < limit and (words.keys[start] == "," or words.is_dash(start))
        if joined and mark and mark.value.name in parents_of(role.head.unit):
            return self.bodies.at(start + 1, limit, person_follows=person_follows)
        return None

    def _is_name(self, start: int, limit: int) -> bool:
        """Tell whether a person's name begins at a token that could be a body ("Đoàn Thị Thu")."""
        return weigh(self.words, start, run_end(self.words, start, limit)) >= NAME_WEIGHT

    def _own_words(self, start: int, limit: int, *, person_follows: bool) -> int:
        """Return where the words of the unit end that an open head names ("Trưởng phòng Tài chính - Kế hoạch")."""
        words = self.words
        if words.is_name_like(start) and "field" not in words.marks[start]:
            end = run_end(words, start, limit)
            if person_follows and weigh(words, start, end) >= NAME_WEIGHT:
                return start
        return self.bodies.fields.end(start, limit, person_follows=person_follows)

    def _stray_end(self, start: int, limit: int) -> int:
        """Return where words end that stand between a head and the next comma or stop and can be nothing else.

        They are an abbreviation ("Phó Chủ tịch LHH"), or at most three words without a verb ("Phó Bí thư ủy,").
        """
        words = self.words
        if words.is_abbreviation(start) and not (words.marks[start].get("role") or "honorific" in words.marks[start]):
            return run_end(words, start, limit)
        for index in range(start, min(limit, start + MOST_STRAY_WORDS + 1)):
            if words.is_hard(index) or words.keys[index] == ",":
                return index
            if words.caps[index] or words.marks[index] or not words.texts[index][:1].isalpha():
                return start
        return start

    def _tail(self, role: RoleSpan, limit: int) -> None:
        """Take in what follows the body: the term, the field in charge, the constituency."""
        words = self.words
        while role.last < limit:
            tail = words.marks[role.last].get("role_tails")
            if tail is None or (words.marks[role.last].get("level") and not role.body):
                return
            end = role.last + tail.size
            word = words.keys[role.last]
            if (
                word in keys_of("roles", "numbered")
                and end < limit
                and _is_numeral(words, end)
                and role.head.label.startswith("Đại biểu")
            ):
                end += 1
            elif word in ("ứng", "bầu", "đơn"):
                end = self._constituency_end(end, limit)
            elif word == "chuyên":
                pass
            elif word == "phụ":
                end = self.bodies.fields.end(end, limit)
            else:
                return
            if end <= role.last:
                return
            role.last = min(end, limit)

    def _constituency_end(self, index: int, limit: int) -> int:
        words = self.words
        if words.keys[index] == "tại" or words.keys[index] == "ở":
            index += 1
        if words.keys[index] == "địa" and words.keys[index + 1] == "bàn":
            index += 2
        if words.keys[index] == "số":
            index += 2
        area = area_at(words, index, limit, self.bodies.known)
        return area.last if area else index

    def chain(self, index: int, limit: int, *, person_follows: bool) -> list[RoleSpan]:
        """Read the roles of one person that begin at a token: parted by commas, dashes, "kiêm" or nothing."""
        found: list[RoleSpan] = []
        while True:
            role = self.at(index, limit, person_follows=person_follows)
            if role is None:
                return found
            if found:
                _lend_area(found[-1], role)
            found.append(role)
            after = self._next(role.last, limit)
            if after is None:
                return found
            index = after

    def _next(self, index: int, limit: int) -> int | None:
        """Return where the next role of the same person begins."""
        words = self.words
        index = self.over_term(index, limit)
        start = index
        while (
            start < limit and start - index < 2 and (words.keys[start] in (",", "kiêm", "và") or words.is_dash(start))
        ):
            start += 1
        if words.keys[start] == "đồng" and words.keys[start + 1] == "thời" and words.keys[start + 2] == "là":
            start += 3
        if start >= limit:
            return None
        if self.is_opaque(start):
            return start
        begins = words.marks[start].get("role") or (
            words.marks[start].get("role_before") and "role" in words.marks[start + 1]
        )
        return start if begins else None

    def over_term(self, index: int, limit: int) -> int:
        """Step over the term of an office behind a role ("Bí thư Thị ủy khóa 25, nhiệm kỳ 2020-2025, ...")."""
        words = self.words
        while index < limit:
            start = index + 1 if words.keys[index] == "," else index
            if words.keys[start] == "khóa" and start + 1 < limit and _is_numeral(words, start + 1):
                index = start + 2
            elif words.keys[start] == "nhiệm" and words.keys[start + 1] == "kỳ":
                index = start + 2
                while index < limit and (words.texts[index].isdigit() or words.is_dash(index)):
                    index += 1
            else:
                break
        return min(index, limit)


def _lend_area(role: RoleSpan, following: RoleSpan) -> None:
    """Take a council without an area for that of the next role's ("Bí thư Đảng ủy, Chủ tịch UBND xã A")."""
    body, area = role.body, following.body.area if following.body else None
    if body and area and body.head.kind == "council" and not (body.head.level or body.area or body.parent):
        body.area = area


def _opaque_head(text: str) -> RoleHead:
    return RoleHead(text, text, None, None, open=False, team=False, weak=False)


def _is_numeral(words: Words, index: int) -> bool:
    text = words.texts[index]
    return text.isdigit() or set(text) <= set("IVXLC")
