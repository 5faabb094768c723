"""Who holds the session and whom it is about, by what stands before and after the session's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui.parse.clues import Clues
from tui.parse.layout import Span
from tui.parse.who.areas import AreaSpan
from tui.parse.who.bodies import BodySpan
from tui.parse.who.organizations import Organizations
from tui.parse.who.vocabulary import entries, keys_of
from tui.parse.who.words import Words

OPENING_LINES = 2
NEAR_COMPANY = 3
"""Tokens before a body in which "cùng" means that it comes along."""
FARTHEST_VERB = 12
"""Most tokens from "do" and a body to "tổ chức"."""
FARTHEST_MEETING = 6
"""Most tokens of the words for a meeting before its body ("phiên họp thường kỳ của thành viên UBND tỉnh")."""
FARTHEST_ASIDE = 12
"""Most tokens between a word like "tại" and the body that it sets aside."""


@dataclass(slots=True)
class Session:
    """Ids of the organizations and areas of the session, the first named first; ``kind`` is that of the clues."""

    kind: str
    holders: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    """Organizations that it was held with."""
    places: list[str] = field(default_factory=list)
    """Areas that it was held in or about."""
    openings: list[Span] = field(default_factory=list)
    """Stretches of ``page.text`` before the session's words: who is named there holds it."""
    hamlets: set[str] = field(default_factory=set)
    """Words for villages in which it was held (bản, thôn), which are no areas of the record."""
    host_area: str | None = None
    """The area whose meeting it is, where no body is told to hold it ("diễn ra hội nghị xúc tiến đầu tư tỉnh A")."""
    is_told: bool = True
    """Whether headline or text tell of a session at all."""

    @property
    def is_visit(self) -> bool:
        """Tell whether someone comes to someone else, to supervise, inspect or meet voters."""
        return self.kind in ("supervision", "inspection", "voters")


@dataclass(frozen=True, slots=True)
class SessionReader:
    """Reads the session of one article."""

    words: Words
    clues: Clues
    bodies: Sequence[BodySpan]
    areas: Sequence[AreaSpan]
    organizations: Organizations

    in_roles: frozenset[int]
    """The first tokens of bodies that are only named in people's roles."""

    def read(self) -> Session:
        """Return the session by its opening sentence, what that leaves open by the headline."""
        found, clues = Session(self.clues.kind), self.clues
        found.is_told = clues.opening is not None or clues.headline_predicate is not None
        if clues.classification is None and self._tells_of_sitting():
            found.kind = "sitting"
        spans: list[tuple[Span, int]] = []
        if clues.opening and clues.predicate is not None:
            spans.append((clues.opening, clues.predicate))
        if clues.headline_predicate is not None and self.words.stretches:
            line = self.words.stretches[0].line
            spans.append(((line.start, line.end), clues.headline_predicate))
        for span, predicate in spans:
            self._take(found, span, predicate)
        found.holders += next(filter(None, (self._holders(*each) for each in spans)), ())
        if not found.holders:
            found.holders += next(filter(None, (self._senders(*each) for each in spans)), ())
        if found.kind == "sitting" and not any(map(self._is_of_council, found.holders)):
            council = self._council()
            found.holders = [council] if council else found.holders
        meeting = self._meeting()
        if not found.holders:
            holder = self._arranging() or self._titular() or self._team() or meeting
            found.holders += [holder] if holder else []
        if found.kind == "meeting" and any(self._visits(holder) for holder in found.holders):
            found.kind = "inspection"
        convenes = self._convenes() or meeting in found.holders
        if found.kind == "meeting" and convenes and any(map(self._is_of_council, found.holders)):
            found.kind = "sitting"
        if found.kind == "meeting" and found.is_told and not found.holders:
            found.host_area = next(iter(found.places), None)
        return found

    def _take(self, found: Session, span: Span, predicate: int) -> None:
        """Take from a sentence whom and what place the session is about."""
        start, end = span
        found.openings.append((start, predicate))
        bodies = [body for body in self.bodies if body.id and start <= self._offset(body) < end]
        if not (found.targets or found.places):
            after = self._ids(body for body in bodies if self._offset(body) >= predicate)
            found.targets += [body for body in after if body not in found.holders]
            found.places += self._ids(area for area in self.areas if predicate <= self._offset(area) < end)
            found.hamlets |= set(self._hamlets(predicate, end))

    def _before(self, span: Span, predicate: int) -> list[BodySpan]:
        """Return the bodies before the session's words that do not only come along, or lend it their house."""
        bodies = [body for body in self.bodies if body.id and span[0] <= self._offset(body) < predicate]
        bodies = [body for body in bodies if not self._is_aside(body.first) and not self._is_company(body.first)]
        return self._leading(self._after_day(bodies, span[0]))

    def _holders(self, span: Span, predicate: int) -> list[str]:
        """Return the bodies named before the session's words.

        Those in people's roles count only where the others are a team without the body that sent it.
        """
        before = self._before(span, predicate)
        own = self._ids(body for body in before if body.first not in self.in_roles)
        lines = [self.organizations.line(holder) for holder in own]
        sends = any(len(line) > 1 or line[0].area for line in lines if line)
        return own if sends or not own else self._ids(before)

    def _senders(self, span: Span, predicate: int) -> list[str]:
        """Return the bodies in the roles of those who are named before the session's words."""
        return self._ids(self._before(span, predicate))

    def _after_day(self, bodies: list[BodySpan], start: int) -> list[BodySpan]:
        """Leave out the bodies of plans before the day ("Thực hiện Kế hoạch của X, ngày 8/5, Y tổ chức")."""
        day = self.clues.date
        if day is None or day[0] < start:
            return bodies
        behind = [body for body in bodies if self._offset(body) >= day[1]]
        return behind if any(body.first not in self.in_roles for body in behind) else bodies

    def _leading(self, bodies: list[BodySpan]) -> list[BodySpan]:
        """Leave out those with whom the first body only works together ("A phối hợp với B, C tổ chức")."""
        if len(bodies) > 1:
            keys = self.words.keys[bodies[0].last : bodies[-1].first]
            partners = next((at for at in range(len(keys) - 1) if keys[at : at + 2] == ["phối", "hợp"]), None)
            if partners is not None:
                return [body for body in bodies if body.first < bodies[0].last + partners]
        return bodies

    def _hamlets(self, start: int, end: int) -> Iterable[str]:
        """Yield the words for villages with a name after them."""
        words, tokens = self.words, self.words.page.token_range(start, end)
        for index in tokens:
            place = words.marks[index].get("place")
            if place and words.keys[index] in keys_of("attendance", "hamlets") and words.caps[index + place.size]:
                yield words.keys[index]

    def _offset(self, span: BodySpan | AreaSpan) -> int:
        return self.words.starts[span.first]

    def _ids(self, spans: Iterable[BodySpan | AreaSpan]) -> list[str]:
        return list(dict.fromkeys(span.id for span in spans if span.id))

    def _is_aside(self, index: int) -> bool:
        """Tell whether a body before the session's words does not hold it ("tại trụ sở UBND")."""
        words, asides = self.words, keys_of("attendance", "asides")
        for position in range(index - 1, max(-1, index - FARTHEST_ASIDE), -1):
            if words.is_hard(position) or words.keys[position] == ",":
                return False
            if words.keys[position] in asides:
                return True
        return False

    def _is_of_council(self, holder: str) -> bool:
        """Tell whether a body is a council (Hội đồng nhân dân) or part of one."""
        return any(body.head == "HĐND" for body in self.organizations.line(holder))

    def _convenes(self) -> bool:
        """Tell whether the words for the session are those of a meeting in which a council's body sits."""
        span = self.clues.classification
        words = self.words.page.text[slice(*span)].lower() if span else ""
        return words in entries("sessions", "council_meetings")

    def _arranging(self) -> str | None:
        """Return who arranges a session by words after its own ("hội nghị do Sở A tổ chức")."""
        words, (start, end) = self.words, self.clues.opening or (0, 0)
        for body in self.bodies:
            if not body.id or not start <= self._offset(body) < end or words.keys[body.first - 1] != "do":
                continue
            behind = words.keys[body.last : body.last + FARTHEST_VERB]
            if "tổ" in behind and behind[behind.index("tổ") + 1 :][:1] == ["chức"]:
                return body.id
        return None

    def _is_company(self, index: int) -> bool:
        """Tell whether "cùng" stands before a body ("ông A cùng lãnh đạo UBND xã B")."""
        return "cùng" in self.words.keys[max(0, index - NEAR_COMPANY) : index]

    def _tells_of_sitting(self) -> bool:
        """Tell whether the text begins with what was said at a sitting ("tại kỳ họp thứ 7, ông A trình bày")."""
        words = self.words
        lines = [stretch for stretch in words.stretches if stretch.line.zone == "body"][:OPENING_LINES]
        return any(
            words.keys[index] == "kỳ" and words.keys[index + 1] == "họp" and words.keys[index - 1] in ("tại", "trong")
            for stretch in lines
            for index in range(stretch.first, stretch.last)
        )

    def _council(self) -> str | None:
        """Return the council of a sitting: the first one named in the opening, else in the article."""
        councils = [body for body in self.bodies if body.id and body.head.name == "HĐND"]
        start, end = self.clues.opening or (0, 0)
        opening = [body for body in councils if start <= self._offset(body) < end]
        return next((body.id for body in opening or councils), None)

    def _titular(self) -> str | None:
        """Return the body that the headline begins with ("HĐND xã A triển khai nhiệm vụ").

        Bodies are not read in a line of capitals: there it is the longest one that is named alike further on.
        """
        first, keys = self.words.stretches[0].first if self.words.stretches else 0, self.words.keys
        bodies = [body for body in self.bodies if body.id]
        here = next((body.id for body in bodies if first <= body.first <= first + 2), None)
        alike = [
            body for body in bodies if keys[body.first : body.last] == keys[first : first + body.last - body.first]
        ]
        return here or (max(alike, key=lambda body: body.last - body.first).id if alike else None)

    def _team(self) -> str | None:
        """Return the first team that is named with the body that sent it."""
        return next((body.id for body in self.bodies if body.id and body.head.kind == "team" and body.parent), None)

    def _meeting(self) -> str | None:
        """Return whose meeting the text begins with ("phát biểu tại phiên họp thành viên UBND tỉnh")."""
        lines = [stretch for stretch in self.words.stretches if stretch.line.zone == "body"][:OPENING_LINES]
        named = (body for body in self.bodies if body.id)
        of_lines = (body for body in named if any(line.first <= body.first < line.last for line in lines))
        return next((body.id for body in of_lines if self._meets(body.first)), None)

    def _meets(self, index: int) -> bool:
        """Tell whether the word for a meeting stands right before a body, or before "của" or "thành viên"."""
        before = " ".join(self.words.keys[max(0, index - FARTHEST_MEETING) : index])
        links = [words for words in entries("sessions", "meeting_of") if before.endswith(f" {words}")]
        between = max(links, key=len, default="")
        return before.removesuffix(between).rstrip().endswith(tuple(entries("sessions", "council_meetings")))

    def _visits(self, holder: str) -> bool:
        body = self.organizations.get(holder)
        return body is not None and body.classification in entries("bodies", "visiting")
