"""On which side of the session people and groups stand: who supervises, who is supervised, who only attends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui.model import Side
from tui.parse.clues import Clues
from tui.parse.who.areas import AreaSpan
from tui.parse.who.bodies import BodySpan
from tui.parse.who.organizations import Organizations
from tui.parse.who.places import Places
from tui.parse.who.words import Words

DEPARTMENTS = frozenset(
    [
        "phòng",
        "sở",
        "văn phòng",
        "chi cục",
        "trung tâm",
        "ban quản lý",
        "thanh tra",
        "công an",
        "quân sự",
        "trạm",
        "đội",
        "cục",
        "bộ phận một cửa",
        "kho bạc",
        "hạt",
        "trường",
        "bệnh viện",
        "bảo hiểm xã hội",
        "đài",
    ]
)
"""Classes of bodies that are part of the government of their area or report to its council."""


_TEAMS = frozenset(["đoàn giám sát", "đoàn khảo sát", "đoàn kiểm tra", "đoàn thẩm định", "đoàn thanh tra"])


@dataclass(slots=True)
class Session:
    """Who holds the session and whom it is about: ids of organizations and areas, the first named first."""

    kind: str
    holders: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    openings: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of ``page.text`` before the session's words: who is named there holds the session."""


def session(
    words: Words, clues: Clues, bodies: Sequence[BodySpan], areas: Sequence[AreaSpan], organizations: Organizations
) -> Session:
    """Return who holds the session and where, by what stands before and after the session's words."""
    found = Session(clues.kind)
    if clues.opening and clues.predicate is not None:
        _read(words, found, clues.opening, clues.predicate, bodies, areas)
    if clues.headline_predicate is not None:
        line = words.stretches[0].line if words.stretches else None
        if line:
            _read(words, found, (line.start, line.end), clues.headline_predicate, bodies, areas, again=True)
    if not found.holders:
        if found.kind == "sitting":
            holder = _council(bodies, words, clues, organizations)
        else:
            holder = _titular(bodies, words) or _team(bodies)
        found.holders += [holder] if holder else []
    teams = [body for holder in found.holders if (body := organizations.get(holder)) and body.classification in _TEAMS]
    if teams and found.kind == "meeting":
        found.kind = "inspection"
    return found


def _read(
    words: Words,
    found: Session,
    span: tuple[int, int],
    predicate: int,
    bodies: Iterable[BodySpan],
    areas: Iterable[AreaSpan],
    *,
    again: bool = False,
) -> None:
    start, end = span
    found.openings.append((start, predicate))
    had_holders, had_targets = bool(found.holders), bool(found.targets or found.places)
    for body in bodies:
        offset = words.tokens[body.first].start
        if not (start <= offset < end) or body.id is None:
            continue
        if offset < predicate and not (again and had_holders):
            if body.id not in found.holders and not _is_aside(words, body.first):
                found.holders.append(body.id)
        elif offset >= predicate and not (again and had_targets) and body.id not in found.targets + found.holders:
            found.targets.append(body.id)
    for area in areas:
        offset = words.tokens[area.first].start
        if predicate <= offset < end and area.id and not (again and had_targets) and area.id not in found.places:
            found.places.append(area.id)


_ASIDE = frozenset(["tại", "trụ", "trường", "nhất", "chấp", "đồng", "theo", "kế", "hoạch", "trước", "sau", "ở", "ý"])
"""Words that show that a body before the session's words does not hold it ("tại trụ sở UBND", "được sự nhất trí của")."""


def _is_aside(words: Words, index: int) -> bool:
    for position in range(index - 1, max(-1, index - 12), -1):
        if words.is_hard(position) or words.key(position) == ",":
            return False
        if words.key(position) in _ASIDE:
            return True
    return False


def _council(bodies: Sequence[BodySpan], words: Words, clues: Clues, organizations: Organizations) -> str | None:
    """Return the council of a sitting: the first one named in the opening, else in the article."""
    councils = [body for body in bodies if body.id and body.head.name == "HĐND"]
    start, end = clues.opening or (0, 0)
    opening = [body for body in councils if start <= words.tokens[body.first].start < end]
    first = next(iter(opening or councils), None)
    return first.id if first else None


def _titular(bodies: Sequence[BodySpan], words: Words) -> str | None:
    """Return the body that the headline begins with ("HĐND xã A triển khai nhiệm vụ")."""
    if not words.stretches:
        return None
    first = words.stretches[0].first
    return next((body.id for body in bodies if body.id and body.first - first <= 2 and body.first >= first), None)


def _team(bodies: Sequence[BodySpan]) -> str | None:
    """Return the first team that is named with the body that sent it."""
    return next((body.id for body in bodies if body.id and body.head.kind == "team" and body.parent), None)


class Sides:
    """Tells the side of an organization, area or person."""

    def __init__(self, meeting: Session, organizations: Organizations, places: Places) -> None:
        """Take who holds the session."""
        self._session = meeting
        self._organizations = organizations
        self._places = places
        self._holders = set(meeting.holders)
        self._families = {body.id for holder in meeting.holders for body in organizations.line(holder)}
        self._holder_areas = {organizations.area_of(holder) for holder in meeting.holders} - {None}

    @property
    def holding(self) -> Side:
        """The side of those who hold the session: a conference's hosts count as the supervised side (record.md)."""
        return "supervised" if self._session.kind == "meeting" else "supervising"

    @property
    def of_company(self) -> Side:
        """The side of those who come along with the first named: that of the visitors in a visit, else neither."""
        return "attending" if self._session.kind in ("meeting", "sitting") else "supervising"

    def of_body(self, body_id: str | None) -> Side:
        """Return the side of an organization."""
        line = self._organizations.line(body_id)
        if not line:
            return "unknown"
        ids = {body.id for body in line}
        if ids & self._families:
            return self.holding
        area = next((body.area for body in line if body.area), None)
        kind = self._session.kind
        outer = line[-1]
        if kind == "meeting":
            same = self._is_department(outer.classification, area) and self._has_government()
            return "supervised" if same else "attending"
        if kind == "sitting":
            return self._in_sitting(outer.head, outer.classification, area)
        if ids & set(self._session.targets) or self._is_target(area):
            return "supervised"
        governs = outer.head == "UBND" or outer.classification in DEPARTMENTS
        if governs and (kind == "voters" or (area in self._holder_areas and not self._has_government())):
            return "supervised"
        if area is None and outer.classification in DEPARTMENTS and outer.classification != "sở" and self._is_local():
            return "supervised"
        return "attending"

    def _is_local(self) -> bool:
        """Tell whether the session is about a district or commune, whose departments are named without it."""
        return any((place := self._places.get(area)) and place.rank > 1 for area in self._session.places)

    def _has_government(self) -> bool:
        return any((body := self._organizations.get(holder)) and body.head == "UBND" for holder in self._holders)

    def _in_sitting(self, head: str, classification: str, area: str | None) -> Side:
        """In a council's sitting its government and departments answer to it; party, front and superiors attend."""
        answers = head in ("UBND", "Tòa án nhân dân", "Viện Kiểm sát nhân dân") and area in self._holder_areas
        return "supervised" if answers or self._is_department(classification, area) else "attending"

    def _is_department(self, classification: str, area: str | None) -> bool:
        """Tell whether a body is a department of those who hold the session; one without an area is of their level."""
        if classification not in DEPARTMENTS:
            return False
        if area is None:
            ranks = {place.rank for each in self._holder_areas if (place := self._places.get(each))}
            return classification != "sở" or 1 in ranks
        return area in self._holder_areas

    def of_area(self, area: str | None) -> Side:
        """Return the side of those who stand for an area ("Về phía huyện có")."""
        if area is None:
            return "attending"
        if self._session.kind in ("meeting", "sitting"):
            return "supervised" if area in self._holder_areas else "attending"
        return "supervised" if self._is_target(area) else "attending"

    def _is_target(self, area: str | None) -> bool:
        """Tell whether an area is one that the session is about, or lies in one."""
        while area:
            if area in self._session.places and area not in self._holder_areas:
                return True
            place = self._places.get(area)
            area = place.parent if place else None
        return False

    def of_person(self, bodies: Iterable[str | None], *, cue: Side | None, is_chair: bool, opens: bool) -> Side:
        """Return the side of someone who takes part, by the bodies of the roles, the cue of the list, and the chair."""
        if is_chair:
            return self.holding
        if cue in ("supervised", "supervising"):
            return cue
        if opens:
            return self.holding
        sides = [self.of_body(body) for body in bodies if body]
        if self.holding in sides:
            return self.holding
        return "supervised" if "supervised" in sides else "attending"

    def of_deputy(self) -> Side | None:
        """Return the side of someone whom the text calls "đại biểu": in a sitting it is the council's."""
        return self.holding if self._session.kind == "sitting" else None

    def opens(self, offset: int) -> bool:
        """Tell whether someone named at an offset of ``page.text`` comes to the session as one who holds it.

        That is so before the words of a visit ("đồng chí A, Bí thư Huyện ủy kiểm tra ..."), not of a meeting.
        """
        if self._session.kind not in ("supervision", "inspection", "voters"):
            return False
        return any(start <= offset < end for start, end in self._session.openings)

    def of_group(self, bodies: Sequence[str], area: str | None, *, cue: str | None) -> Side:
        """Return the side of a group: that of its list, else of its bodies, else of its area."""
        if cue == "supervising":
            return self.holding
        if cue in ("supervised", "attending"):
            return "supervised" if cue == "supervised" else "attending"
        if bodies:
            return self.of_body(bodies[0])
        if area and self._is_target(area):
            return "supervised"
        return "attending"


def cast_side(word: str) -> Side:
    """Return the side that a word of the word lists stands for."""
    return "supervised" if word == "supervised" else "attending"
