"""On which side of the session people and groups stand: who supervises, who is supervised, who only attends.

Source of the rules: the sides of the record's contract. In a visit those who come supervise and the place they come to
is supervised; in a council's sitting the council supervises, its government and departments are supervised; in a
conference or ceremony the hosts count as the supervised side. Everybody else attends.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model import Side
from tui.parse.who.organizations import Organizations
from tui.parse.who.places import Places
from tui.parse.who.registry import Body
from tui.parse.who.session import Session
from tui.parse.who.vocabulary import entries

_COUNCILS = frozenset(["HĐND", "Đoàn ĐBQH"])
"""Heads of the bodies to which an area's government and departments answer."""


class Standing(NamedTuple):
    """What is known of someone who takes part: the bodies of the roles, and the side of the list that names them.

    ``opens``: named before the session's words; ``in_team``: called a member of its team; ``answers``: reports or
    answers there; ``has_post``: holds a role.
    """

    bodies: Sequence[str]
    cue: Side | None
    is_chair: bool
    opens: bool
    in_team: bool
    answers: bool
    has_post: bool


class Sides:
    """Tells the side of an organization, area or person."""

    def __init__(self, session: Session, organizations: Organizations, places: Places) -> None:
        """Take who holds the session."""
        self._session = session
        self._organizations = organizations
        self._places = places
        self._families = {body.id for holder in session.holders for body in organizations.line(holder)}
        self._holder_areas = {organizations.area_of(holder) for holder in session.holders} - {None}
        self._holder_areas |= {session.host_area} - {None}
        heads = {body.head for holder in session.holders if (body := organizations.get(holder))}
        targets = [body for target in session.targets if (body := organizations.get(target))]
        self._visits_unit = any(body.classification in entries("bodies", "visited_units") for body in targets)
        self._council_comes = "Đoàn đại biểu HĐND" in heads
        self._council_holds = any(
            body.head in _COUNCILS for holder in session.holders for body in organizations.line(holder)
        )
        outer = [line[-1] for holder in session.holders if (line := organizations.line(holder))]
        self._department_holds = any(self._is_department(body) for body in outer)
        self._government_holds = "UBND" in heads or self._department_holds or session.host_area is not None

    @property
    def holding(self) -> Side:
        """The side of those who hold the session."""
        return "supervised" if self._session.kind == "meeting" else "supervising"

    @property
    def of_company(self) -> Side:
        """The side of those who come along with the first named: that of the visitors in a visit, else neither."""
        return "supervising" if self._session.is_visit else "attending"

    @property
    def of_deputy(self) -> Side | None:
        """The side of someone whom the text calls "đại biểu" and no body's: that of the council that sits or visits."""
        holds = self._session.kind == "sitting" or (self._session.is_visit and self._council_holds)
        return self.holding if holds else None

    @property
    def is_told(self) -> bool:
        """Whether the article tells of a session at all."""
        return self._session.is_told

    @property
    def of_listed_deputies(self) -> Side | None:
        """The side of deputies listed without a body: that of the deputies' own body, where it holds the session."""
        holders = (self._organizations.get(holder) for holder in self._session.holders)
        own = any(body and body.classification in entries("bodies", "deputies") for body in holders)
        return self.holding if own and self._session.is_visit else None

    def of_hamlet(self, word: str) -> Side | None:
        """Return the side of those of a village (bản, thôn): supervised where the session was held in such."""
        return "supervised" if self._session.is_visit and word in self._session.hamlets else None

    def opens(self, offset: int) -> bool:
        """Tell whether someone named at an offset of ``page.text`` comes as one who holds the session.

        That is so before the words of a visit ("đồng chí A, Bí thư Huyện ủy kiểm tra ..."), not of a meeting.
        """
        return self._session.is_visit and any(start <= offset < end for start, end in self._session.openings)

    def of_person(self, standing: Standing) -> Side:
        """Return the side of someone who takes part, by the chair, the cue of the list, and the bodies of the roles.

        Who reports or answers at a visit is of its own unit there ("Hiệu trưởng"), or of the council's departments.
        """
        bodies, cue = standing.bodies, standing.cue
        if standing.is_chair or standing.opens:
            return cue if cue == "supervised" and not standing.is_chair else self.holding
        if cue in ("supervised", "supervising"):
            return cue
        sides = {self.of_body(body) for body in bodies}
        if self.holding in sides or (standing.in_team and self._session.is_visit):
            return self.holding
        if "supervised" in sides:
            return "supervised"
        if not self._session.is_visit:
            return "attending"
        own = standing.has_post and not bodies
        asked = standing.answers and (own or any(map(self._reports, bodies)) or any(map(self._is_unit, bodies)))
        return "supervised" if asked or (own and self._visits_unit) else "attending"

    def _is_unit(self, body_id: str | None) -> bool:
        """Tell whether a body is a unit on the spot, such as a school, a firm or a savings group."""
        line = self._organizations.line(body_id)
        return bool(line) and line[-1].classification in entries("bodies", "visited_units")

    def _reports(self, body_id: str | None) -> bool:
        """Tell whether a body is one that reports to the council that holds the session."""
        line = self._organizations.line(body_id)
        return self._council_holds and bool(line) and self._answers(line[-1], self._organizations.area_of(body_id))

    def of_group(self, bodies: Sequence[str], area: str | None, *, cue: Side | None) -> Side:
        """Return the side of a group: that of its list, else of its first body, else of its area."""
        if cue not in (None, "attending"):
            return cue
        own = self.of_body(bodies[0]) if bodies else self.of_area(area)
        return own if cue is None or own == "supervised" else cue

    def of_area(self, area: str | None) -> Side:
        """Return the side of those who stand for an area ("Về phía huyện có")."""
        if self._session.is_visit:
            return "supervised" if self._is_target(area) else "attending"
        return "supervised" if area in self._holder_areas else "attending"

    def of_body(self, body_id: str | None) -> Side:
        """Return the side of an organization."""
        line = self._organizations.line(body_id)
        if not line:
            return "unknown"
        ids = {body.id for body in line}
        if ids & self._families or self._are_deputies(line[0]):
            return self.holding
        area = next((body.area for body in line if body.area), None)
        if area in self._holder_areas and (
            (self._department_holds and line[-1].head == "UBND") or (self._council_comes and line[-1].head == "HĐND")
        ):
            return self.holding
        if self._session.is_visit:
            met = ids & set(self._session.targets) or self._is_target(area) or self._answers_visit(line[-1], area)
            met = met or self._is_below(area)
            return "supervised" if met else "attending"
        return "supervised" if self._answers(line[-1], area) else "attending"

    def _are_deputies(self, body: Body) -> bool:
        """Tell whether a body is that of the deputies who meet voters, or sit."""
        if self._session.kind == "sitting":
            return body.head == "Tổ đại biểu"
        return self._session.kind == "voters" and body.classification in entries("bodies", "deputies")

    def _answers(self, body: Body, area: str | None) -> bool:
        """Tell whether a body answers to the council that sits, or belongs to the government that hosts."""
        if self._session.kind == "meeting" and not self._government_holds:
            return False
        if area is None:
            return self._is_department(body) and (body.classification != "sở" or self._holder_is_province())
        same = area in self._holder_areas
        return same and (self._is_department(body) or body.head in entries("bodies", "answering"))

    def _is_below(self, area: str | None) -> bool:
        """Tell whether an area lies under the council that visits, where the text tells no place that it visits."""
        place = self._places.get(area)
        homes = [home for holder in self._holder_areas if (home := self._places.get(holder))]
        elsewhere = set(self._session.places) - self._holder_areas
        return (
            self._council_holds
            and place is not None
            and not elsewhere
            and any(place.rank > home.rank for home in homes)
        )

    def _answers_visit(self, body: Body, area: str | None) -> bool:
        """Tell whether a body that is no target answers the visitors.

        Governments and departments answer voters, and the council, party or front of their own area; departments named
        without an area are those of the district or commune that is visited, and of the council's where nobody is.
        """
        department = self._is_department(body)
        asked = self._session.kind == "voters" or (area in self._holder_areas and not self._government_holds)
        if asked and (department or body.head == "UBND"):
            return True
        if not (self._session.places or self._session.targets) and self._answers(body, area):
            return True
        return area is None and department and body.classification != "sở" and self._is_local()

    def _is_department(self, body: Body) -> bool:
        return body.classification in entries("bodies", "departments")

    def _holder_is_province(self) -> bool:
        return any((place := self._places.get(area)) and place.rank == 1 for area in self._holder_areas)

    def _is_local(self) -> bool:
        """Tell whether the session is about a district or commune."""
        return any((place := self._places.get(area)) and place.rank > 1 for area in self._session.places)

    def _is_target(self, area: str | None) -> bool:
        """Tell whether an area is one that the session is about, or lies in one."""
        while area:
            if area in self._session.places and area not in self._holder_areas:
                return True
            place = self._places.get(area)
            area = place.parent if place else None
        return False
