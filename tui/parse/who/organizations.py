"""The organizations of an article: one item for all places where a body is named, with its parent or area."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from operator import attrgetter

from tui.model import Organization
from tui.parse.who.areas import PROVINCE, AreaSpan
from tui.parse.who.bodies import BodySpan
from tui.parse.who.ids import Ids
from tui.parse.who.places import NAMELESS, Places, known
from tui.parse.who.registry import Body, Registry
from tui.parse.who.roles import RoleSpan
from tui.parse.who.vocabulary import BodyHead, body_head, entries, party_of
from tui.parse.who.words import Words
from tui.text.fold import fold, slug
from tui.text.spelling import settle

_COUNCILS = ("council", "committee")
_FIRST = attrgetter("first")


class Organizations:
    """Tells which organization each body span stands for."""

    def __init__(self, words: Words, spans: Iterable[BodySpan], places: Places, ids: Ids) -> None:
        """Take the spans of bodies in the order of the text, and the areas."""
        self._words = words
        self._places = places
        self._ids = ids
        self._bodies = Registry()
        every = list(spans)
        unique = {(span.first, span.own): span for span in every}
        self.spans: list[BodySpan] = sorted(unique.values(), key=lambda span: span.first)
        for span in self.spans:
            kind = span.head.kind
            if kind != "team" and (span.area or kind not in _COUNCILS) and not self._is_common(span):
                span.id = self._body(span)
        self._owned: dict[str, list[BodySpan]] = {}
        """The spans that name an area, by their heads, in the order of the text."""
        for span in self.spans:
            if span.area and span.id:
                self._owned.setdefault(span.head.name, []).append(span)
        for span in self.spans:
            if span.id is None and span.head.kind in _COUNCILS and not self._is_common(span):
                span.id = self._body(span) if span.parent or span.head.level else self._alone(span)
        teams = [span for span in self.spans if span.head.kind == "team"]
        for span in sorted(teams, key=lambda team: not (team.parent or team.area or self._own(team))):
            span.id = self._team(span)
        self._call_team()
        for span in every:
            span.id = unique[span.first, span.own].id

    def _call_team(self) -> None:
        """Take "đoàn" alone for the one team of the article."""
        teams = [body for body in self._bodies.all() if body.classification.startswith("đoàn ")]
        if len(teams) != 1:
            return
        words = self._words
        for index in words.concordance.places({"đoàn"}):
            if index + 1 < words.size:
                after = words.marks[index + 1]
                if not words.texts[index + 1][:1].isalpha() or "stop" in after or "part" in after:
                    teams[0].other_names.setdefault(words.texts[index])

    def get(self, body_id: str | None) -> Body | None:
        """Return an organization by its id."""
        return self._bodies.get(body_id)

    def items(self) -> tuple[Organization, ...]:
        """Return the items of the record, in the order in which they are first named."""
        return tuple(
            Organization(
                id=body.id,
                name=body.name,
                classification=body.classification,
                other_names=tuple(body.other_names),
                parent_id=body.parent,
                area_id=known(body.area),
            )
            for body in self._bodies.all()
        )

    def line(self, body_id: str | None) -> list[Body]:
        """Return an organization and those it is part of, from the inside out."""
        found: list[Body] = []
        while (body := self.get(body_id)) and body not in found:
            found.append(body)
            body_id = body.parent
        return found

    def area_of(self, body_id: str | None) -> str | None:
        """Return the area that an organization or one it is part of serves."""
        return next((body.area for body in self.line(body_id) if body.area), None)

    def of_role(self, role: RoleSpan) -> tuple[str | None, str]:
        """Return the organization of a role, and the role's wording with its area completed."""
        head = role.head
        outer = self._body_of(role)
        tail = self._tail(role)
        name = self._name_of(outer)
        if role.area:
            name = (
                self._places.full(role.area.id) if role.area.id else self._words.text(role.area.first, role.area.last)
            )
        if head.of and not head.unit:
            name = self._name_of(outer) if role.body else ""
        unit = head.unit or ""
        if unit and not tail and name.startswith(f"{unit} ") and head.label.lower().endswith(unit.lower()):
            name = name.removeprefix(f"{unit} ")
        before = self._words.text(role.first, role.head_first) if role.first < role.head_first else ""
        label = " ".join(filter(None, (before, head.label, tail, name)))
        if head.unit and head.unit != "Đoàn":
            return self._unit(role, tail, outer) or outer, label
        if head.team and not outer:
            return self._only("đoàn giám sát"), label
        return outer, label

    def _tail(self, role: RoleSpan) -> str:
        """Return the words of the role after its head's own words ("Pháp chế" of "Trưởng Ban Pháp chế")."""
        mark = self._words.marks[role.head_first].get("role")
        size = mark.size if mark else 0
        first = role.head_first + size
        return self._words.text(first, role.own) if first < role.own else ""

    def _name_of(self, body_id: str | None) -> str:
        body = self.get(body_id)
        return body.name if body else ""

    def _body_of(self, role: RoleSpan) -> str | None:
        if role.body:
            if role.body.id is None and not self._plural(role.body):
                role.body.id = self._bare_unit(role.body) or self._body(role.body)
            return role.body.id
        if role.head.of:
            return self._implied(role)
        return None

    def _bare_unit(self, span: BodySpan) -> str | None:
        """Return the one body of its kind that the article names, for a unit without words of its own ("Bệnh viện")."""
        if span.head.kind != "unit" or span.parent or span.area or self._own(span):
            return None
        same = self._bodies.opening(span.head.name)
        return same[0].id if len(same) == 1 else None

    def _implied(self, role: RoleSpan) -> str | None:
        """Return the body that a head belongs to of itself ("Huyện ủy viên"; "UVTVTU")."""
        head = body_head(role.head.of or "")
        if head is None:
            return None
        area = self._meant(head, role.first) if head.level else None
        return self._keep(head, "", None, area, head.name)

    def _unit(self, role: RoleSpan, tail: str, outer: str | None) -> str | None:
        unit = role.head.unit or ""
        head = body_head(unit)
        if head is None or not (tail or outer or role.area):
            return None
        own = tail.removeprefix(f"{head.name} ") if head.kind == "unit" else ""
        area = role.area.id if role.area else None
        if not own and not outer and not area:
            return None
        if head.kind == "unit" and not own and role.body is None and area is None:
            return None
        body = self.get(outer)
        if body and role.body and not tail and f"{body.head} ".startswith(f"{head.name} "):
            return outer
        outer = outer or self._council_of(head, own, area)
        return self._keep(head, own, outer, area if not outer else None, self._unit_written(role))

    def _council_of(self, head: BodyHead, own: str, area: str | None) -> str | None:
        """Return the council of an area whose committee is named with the area alone ("Ban Pháp chế huyện")."""
        if area is None or head.name != "Ban" or slug(own) not in _committees():
            return None
        body = self._bodies.known(("HĐND", "", "", area))
        return body.id if body else None

    def _unit_written(self, role: RoleSpan) -> str:
        """Return the unit as the role writes it ("Ban Thường vụ Huyện ủy"); the whole role where it is abbreviated."""
        written = self._words.text(role.head_first, role.last)
        at = fold(written).find(fold(role.head.unit or ""))
        return written[at:] if at >= 0 else written

    def _only(self, classification: str) -> str | None:
        found = self._bodies.of_class(classification)
        return found[0].id if len(found) == 1 else None

    def _is_common(self, span: BodySpan) -> bool:
        """Tell whether a span is a common noun, not one organization ("các sở", "ban chuyên môn")."""
        if self._plural(span):
            return True
        if span.head.kind == "unit":
            lower = not (self._words.caps[span.first] or self._words.caps[span.first + self._head_size(span)])
            bare = span.own - span.first <= self._head_size(span) and not (span.parent or span.area)
            lower = lower and not (self._head_size(span) > 1 and span.area and span.area.name)
            return bare or (lower and not self._is_in_role(span))
        return span.head.kind in _COUNCILS and not self._words.caps[span.first] and not (span.area or span.parent)

    def _is_in_role(self, span: BodySpan) -> bool:
        return any("role" in marks for marks in self._words.marks[max(0, span.first - 4) : span.first])

    def _head_size(self, span: BodySpan) -> int:
        mark = self._words.marks[span.first].get("body")
        return mark.size if mark else 0

    def _plural(self, span: BodySpan) -> bool:
        words = self._words
        after = words.keys[span.last] if span.last < words.size else ""
        many = after in ("các", "những", "cấp", "nhiều") or (after.isdigit() and "level" in words.marks[span.last + 1])
        return span.is_plural or (many and not span.area and not span.parent)

    def _body(self, span: BodySpan) -> str | None:
        parent = None
        if span.parent:
            parent = span.parent.id or (None if self._plural(span.parent) else self._body(span.parent))
            span.parent.id = parent
            if parent is None and span.head.kind == "committee":
                return None
        area = self._area(span, has_parent=parent is not None)
        own = self._own(span)
        parent = parent or self._council_of(span.head, own, area)
        area = None if parent and not span.parent else area
        written = self._written(span)
        if parent is None and area is None and span.head.kind in _COUNCILS and not own:
            same = self._bodies.of_head(span.head.name)
            if len(same) == 1:
                same[0].other_names.setdefault(written)
                return same[0].id
        return self._keep(span.head, own, parent, area, written)

    def _alone(self, span: BodySpan) -> str | None:
        """Return the organization of a council named without its area: the last one named before, else the first."""
        same = self._owned.get(span.head.name, [])
        before = bisect_left(same, span.first, key=_FIRST)
        return same[max(0, before - 1)].id if same else None

    def _own(self, span: BodySpan) -> str:
        first = span.first + self._head_size(span)
        return self._words.text(first, span.own) if first < span.own else ""

    def _area(self, span: BodySpan, *, has_parent: bool) -> str | None:
        if span.area:
            return span.area.id
        if has_parent or not span.head.level:
            return None
        return self._meant(span.head, span.first)

    def _meant(self, head: BodyHead, position: int) -> str:
        """Return the area of a party committee that is written without it ("Huyện ủy")."""
        word = head.level_word or ""
        return self._places.meant_by(head.level, word, position) or self._places.nameless(word, head.level)

    def _written(self, span: BodySpan) -> str:
        """Return the body as the text writes it; of a shared form with its own head only ("UBND Thành phố")."""
        words = self._words
        own = words.text(span.first, span.own)
        rest: AreaSpan | BodySpan | None = span.area or span.parent
        if rest is None or rest.first < span.own:
            return own
        of = " của" if words.keys[rest.first - 1] == "của" else ""
        return f"{own}{of} {words.text(rest.first, rest.last)}"

    def _keep(self, head: BodyHead, own: str, parent: str | None, area: str | None, written: str) -> str:
        head = self._of_its_level(head, area)
        key = head.name, slug(own), parent or "", area or ""
        body = self._bodies.known(key) or self._same_unit(head, own, parent, area)
        if body is None:
            name = self._full_name(head, own, parent, area)
            body = Body(self._ids.make(name), name, _classification(head, area, self._places), parent, area, head.name)
            self._bodies.add(key, body)
        if written != body.name and fold(written) != fold(body.name):
            body.other_names.setdefault(written)
        return body.id

    def _of_its_level(self, head: BodyHead, area: str | None) -> BodyHead:
        """Return the head of a party committee by the level of its area ("Đảng bộ huyện" is the Huyện ủy's)."""
        place = self._places.get(area) if head.name == "Đảng ủy" else None
        name = party_of(place.level) if place else None
        return (body_head(name) or head) if name else head

    def _same_unit(self, head: BodyHead, own: str, parent: str | None, area: str | None) -> Body | None:
        """Return the only unit of the same field, for one that is written without its parent ("Ban Pháp chế")."""
        if not own or parent or area:
            return None
        same = self._bodies.of_unit(head.name, slug(own))
        return same[0] if len(same) == 1 else None

    def _full_name(self, head: BodyHead, own: str, parent: str | None, area: str | None) -> str:
        if area:
            full = self._places.full(area)
            if head.level:
                return head.name if area.startswith(NAMELESS) else f"{head.name} {_without_level(full)}"
            return " ".join(filter(None, (head.name, own, full)))
        return " ".join(filter(None, (head.name, settle(own), self._name_of(parent))))

    def _team(self, span: BodySpan) -> str | None:
        """Return the team of a span: a numbered or owned one is an item of its own, a bare one means the last named."""
        if self._plural(span):
            return None
        parent = None
        if span.parent:
            parent = span.parent.id or self._body(span.parent)
        own = self._own(span)
        written = self._written(span)
        if not own and parent is None and span.area is None:
            earlier = self._bodies.of_class(span.head.classification)
            if earlier:
                earlier[-1].other_names.setdefault(written)
                return earlier[-1].id
            return None if not self._words.caps[span.first] else self._keep(span.head, "", None, None, written)
        key = span.head.name, slug(own), parent or "", (span.area.id or "") if span.area else ""
        body = self._bodies.known(key)
        if body is None:
            name = self._words.text(span.first, span.own)
            name = f"{name} của {self._name_of(parent)}" if parent else name
            area = span.area.id if span.area else None
            name = f"{name} {self._places.full(area)}" if area else name
            body = Body(self._ids.make(name), name, span.head.classification, parent, area, span.head.name)
            self._bodies.add(key, body)
        if written != body.name and fold(written) != fold(body.name):
            body.other_names.setdefault(written)
        return body.id


@cache
def _committees() -> frozenset[str]:
    return frozenset(map(slug, entries("bodies", "council_committees")))


def _without_level(full: str) -> str:
    for level in ("thành phố", "tỉnh", "huyện", "quận", "thị xã"):
        if full.startswith(f"{level} "):
            return full[len(level) + 1 :]
    return full


def _classification(head: BodyHead, area: str | None, places: Places) -> str:
    """Return a body's class; a city's party committee is of the level of the city, "Đảng ủy" of that of its area."""
    place = places.get(area)
    if head.name == "Thành ủy" and place and place.rank != PROVINCE:
        return "Đảng ủy cấp huyện"
    return head.classification
