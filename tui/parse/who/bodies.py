"""Organizations in the text: a head, the words of its field, the body it is part of, and the area it serves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from tui.parse.lexicon import Phrases, tables
from tui.parse.who.areas import AreaSpan, area_at
from tui.parse.who.fields import Fields
from tui.parse.who.names import run_end, split
from tui.parse.who.vocabulary import BodyHead, parents_of
from tui.parse.who.words import Words
from tui.text.spelling import key

MOST_PARENTS = 8
"""Most bodies that one is part of, each named after the one before ("Phòng A của Sở B của UBND tỉnh C")."""


class BodySpan(Struct):
    """A body named in the text; token indices, half-open.

    ``first`` to ``own`` are its own words ("Ban Pháp chế"), ``last`` is the end with its parent and area. ``shared``
    are the bodies before it that share its area ("HĐND" in "HĐND, UBND Huyện"); a plural stands before it in "các ban".
    """

    first: int
    own: int
    last: int
    head: BodyHead
    parent: BodySpan | None = None
    area: AreaSpan | None = None
    shared: tuple[BodySpan, ...] = ()
    beside: tuple[BodySpan, ...] = ()
    """Bodies that are named together with its parent ("Văn phòng HĐND và UBND")."""
    above: AreaSpan | None = None
    """The area above its own, named right after ("UBND xã Thuận Hà, huyện Đắk Song")."""
    is_plural: bool = False
    id: str | None = None

    def chain(self) -> Iterator[BodySpan]:
        """Yield the body and those it is part of, from the inside out."""
        body: BodySpan | None = self
        while body:
            yield body
            body = body.parent

    def place(self) -> AreaSpan | None:
        """Return the area that the body or one it is part of serves."""
        return next((body.area for body in self.chain() if body.area), None)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Reads bodies of one article; ``known`` are names of areas met elsewhere in it."""

    words: Words
    known: frozenset[str]
    fields: Fields

    def at(self, index: int, limit: int, *, person_follows: bool = False, inside: int = 0) -> BodySpan | None:
        """Read the body that begins at a token; None if there is none.

        With ``person_follows`` a person's name may stand right after it ("Chủ tịch UBND huyện Mê Linh Nguyễn Văn A").
        ``inside`` tells of how many bodies read before it is a part of.
        """
        mark = self.words.marks[index].get("body")
        if mark is None or index + mark.size > limit:
            return None
        head: BodyHead = mark.value
        start = index + mark.size
        if head.weak and mark.size == 1 and not self._has_words(start, limit):
            return None
        shared: list[BodySpan] = []
        first = index
        while head.kind == "council":
            after = self._after_link(start, limit)
            follower = self.words.marks[after].get("body") if after else None
            if after is None or follower is None or follower.value.kind != "council":
                break
            shared.append(BodySpan(first, start, start, head))
            first, head, start = after, follower.value, after + follower.size
        asked = self._is_asked(first, start)
        own = start if asked else self._own_end(head, start, limit, person_follows=person_follows)
        body = BodySpan(first, own, own, head)
        self._belong(body, limit, person_follows=person_follows, inside=inside)
        for other in shared:
            other.area = body.area
        body.shared = tuple(shared)
        body.is_plural = self._is_plural(index, head)
        return body

    def _is_asked(self, first: int, start: int) -> bool:
        """Tell whether what follows a body's head is what it is asked to do ("đề nghị Trung tâm | niêm yết ...")."""
        words = self.words
        if words.caps[start] or "field" in words.marks[start] or not _actions().match(words.keys, start):
            return False
        before = (words.keys[max(0, first - size) : first] for size in (1, 2))
        return any(" ".join(keys) in _asking() for keys in before)

    def _has_words(self, start: int, limit: int) -> bool:
        words = self.words
        if start >= limit:
            return False
        if words.caps[start] or "of" in words.marks[start] or words.keys[start] == "số":
            return True
        inside = start > 1 and words.texts[start - 2][-1:].isalpha()
        return inside and words.caps[start - 1] and "field" in words.marks[start]

    def _after_link(self, index: int, limit: int) -> int | None:
        """Step over what joins two bodies that share an area: a comma, a dash, "và", "&"."""
        if index < limit and (self.words.keys[index] in (",", "và", "&", "/", "+") or self.words.is_dash(index)):
            return index + 1
        return None

    def _is_plural(self, index: int, head: BodyHead) -> bool:
        before = self.words.keys[index - 1]
        if before in ("các", "những", "nhiều", "số", "mỗi", "từng"):
            return True
        return head.kind == "unit" and (before.isdigit() or before in ("hai", "ba", "bốn", "năm"))

    def _own_end(self, head: BodyHead, start: int, limit: int, *, person_follows: bool) -> int:
        """Return where the body's own words end: nothing for a council, the words of its field for a department."""
        words = self.words
        if head.kind in ("council", "committee", "top"):
            return start + 2 if words.keys[start] == "việt" and words.keys[start + 1] == "nam" else start
        if head.kind == "team":
            return self._team_end(start, limit)
        if words.keys[start] == "số" and words.keys[start + 1].isdigit():
            return start + 2
        return self.fields.end(start, limit, person_follows=person_follows)

    def _team_end(self, start: int, limit: int) -> int:
        words = self.words
        if start + 1 < limit and words.keys[start] == "số" and words.keys[start + 1].isdigit():
            return start + 2
        if start < limit and words.keys[start] in ("chuyên", "liên"):
            return min(limit, start + 2)
        return start

    def _belong(self, body: BodySpan, limit: int, *, person_follows: bool, inside: int) -> None:
        """Read what the body is part of, or the area it serves, and set its end."""
        words, start = self.words, self._over_abbreviation(body.own, limit)
        of = words.marks[start].get("of") if start < limit else None
        after = start + of.size if of else start
        if not of and start + 1 < limit and words.is_dash(start) and self._is_firm(start + 1):
            after = start + 1
        if not of and start + 1 < limit and words.keys[start] == "," and self._is_parent(body.head, start + 1):
            after = start + 1
        if after >= limit:
            return
        area = self._party_area(body.head, after, limit, person_follows=person_follows)
        if area is None:
            area = area_at(words, after, limit, self.known, person_follows=person_follows)
        if area and (area.level or of or body.head.kind != "unit" or area.first == after):
            body.area, body.last = area, area.last
            self._next_level(body, limit)
            return
        if "body" in words.marks[after] and (of or body.head.kind != "top") and inside < MOST_PARENTS:
            parent = self.at(after, limit, person_follows=person_follows, inside=inside + 1)
            if parent:
                body.parent, body.last = parent.shared[0] if parent.shared else parent, parent.last
                body.beside = (*parent.shared[1:], parent) if parent.shared else ()

    def _over_abbreviation(self, index: int, limit: int) -> int:
        """Step over a body's own abbreviation in parentheses ("Đoàn đại biểu Quốc hội (ĐBQH) tỉnh")."""
        words, after = self.words, index + 3
        if after >= limit or words.keys[index] != "(" or words.keys[index + 2] != ")":
            return index
        leads_on = "level" in words.marks[after] or "of" in words.marks[after] or "body" in words.marks[after]
        return after if leads_on and words.is_abbreviation(index + 1) else index

    def _is_firm(self, index: int) -> bool:
        mark = self.words.marks[index].get("body")
        return mark is not None and not mark.value.weak

    def _is_parent(self, head: BodyHead, index: int) -> bool:
        """Tell whether a comma leads on to what a unit is part of ("Ban Dân tộc, HĐND tỉnh", "Khoa Luật, Trường A")."""
        mark = self.words.marks[index].get("body")
        if mark is None or head.kind != "unit":
            return False
        council = head.classification == "ban" and mark.value.name == "HĐND"
        return council or (head.name == "Khoa" and mark.value.name in parents_of(head.name))

    def _next_level(self, body: BodySpan, limit: int) -> None:
        """Step over the area above, named right after ("UBND xã Thuận Hà, huyện Đắk Song")."""
        words, area = self.words, body.area
        start = body.last + 1
        if area is None or not area.name or start >= limit or words.keys[body.last] != ",":
            return
        above = area_at(words, start, limit, self.known)
        if above and above.name and above.rank < area.rank:
            body.above, body.last = above, above.last

    def _party_area(self, head: BodyHead, index: int, limit: int, *, person_follows: bool) -> AreaSpan | None:
        """Read the name right after a party committee's head ("Huyện ủy Mê Linh")."""
        words = self.words
        if not head.level or not words.is_name_like(index) or "level" in words.marks[index]:
            return None
        end = run_end(words, index, limit)
        province = words.marks[index].get("province")
        if province and head.level <= 2:
            end = max(end, min(limit, index + province.size))
        if person_follows:
            end = split(words, index, end, self.known, after_level=True)
        if end == index or end - index > 4:
            return None
        name = words.text(index, end)
        return AreaSpan(index, end, None, name, f"{head.level_word} {name}", head.level)


@cache
def _actions() -> Phrases[bool]:
    return Phrases(dict.fromkeys(tables()["request_words"]["actions"], True))


@cache
def _asking() -> frozenset[str]:
    lists = tables()["speech_verbs"]
    return frozenset(map(key, (*lists["ask"], *lists["ask_of_someone"], *lists["order"])))
