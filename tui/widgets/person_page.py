"""A person's page: roles on a line of time, then sessions, what was said and asked, and who else has the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from tui.across.appearance import Appearance
from tui.across.page import Kind
from tui.across.person import Person
from tui.charts.spans import Span, Spans, spans
from tui.charts.stroke import Line as Strokes
from tui.library.entry import Entry
from tui.messages import N_, lead, say, say_many
from tui.tables.people import Likely, Namesakes, Quoted
from tui.text.clean import Clean, clean_line
from tui.widgets import reasons
from tui.widgets.ink import NOTHING, Line, Piece, cells, paragraph, spread
from tui.widgets.ink import width as measured
from tui.widgets.rows import Rows, heading
from tui.widgets.theme import Ink
from tui.widgets.wording import INFERRED, SIDES, day, span_of_days

_SHORT = 2
"""Most lines of what was said, of a row that is not the current one."""
_INDENT = Clean("  ")
_CHAIR = Clean("★ ")
_KINDS: dict[Kind, str] = {
    "asked": N_("Asked"),
    "was asked": N_("Was asked"),
    "body was asked": N_("The body was asked"),
    "said": N_("Said"),
    "promised": N_("Promised"),
}
"""What there is to a person, in the order of the page."""


_Picture = Callable[[int], Spans | None]


class _Row(NamedTuple):
    id: str
    draw: Callable[[int, bool], Sequence[Line]]


class PersonPage(Rows):
    """What is known of a person. Ids tell what a row stands for.

    ``who``: the person; ``role:`` and a number: one of the roles; ``in:`` and an article's key: a session; ``at:`` and
    a number: one of the things that were said or asked; ``may:`` and a number: somebody who may be the same person;
    ``not:``: who was decided not to be; ``also:``: who else has the name.
    """

    def __init__(
        self,
        person: Person,
        entries: Mapping[str, Entry],
        namesakes: Namesakes,
        quoted: Sequence[Quoted],
        *,
        whole: bool,
    ) -> None:
        """Take what is known so far; ``whole``: that is all."""
        self.person, self.quoted = person, quoted
        self._entries = entries
        self._rows: list[_Row] = []
        self._summary()
        if person.roles or person.first:
            self._roles()
        self._likely(namesakes)
        self._sessions()
        for kind, name in _KINDS.items():
            some = [number for number, one in enumerate(quoted) if one.item.kind == kind]
            self._section(say(name), [_Row(f"at:{number}", self._drawn(number)) for number in some])
        if not whole:
            self._text(say("Reading the articles …"))
        self._others(say("Decided: somebody else"), namesakes.parted, "not", say("= takes that back and joins them."))
        self._others(
            say("Others of this name"), namesakes.others, "also", say("= joins somebody here with this person.")
        )
        self.ids = [row.id for row in self._rows]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return the lines of a row."""
        return self._rows[index].draw(width, full)

    def section(self, row: str, by: int) -> str:
        """Return the first row of the section so many after that of a row."""
        firsts = [row.id for before, row in zip([None, *self._rows], self._rows, strict=False)
                  if row.id and (before is None or not before.id)]  # fmt: skip
        now = max((nth for nth, first in enumerate(firsts) if self.place(first) <= self.place(row)), default=0)
        return firsts[(now + by) % len(firsts)] if firsts else ""

    # What is drawn

    def _summary(self) -> None:
        person = self.person
        now = Clean("; ".join(clean_line(held.label) for held in person.now)) or say("no role is known")
        parts = [say_many("{count} session", "{count} sessions", person.sessions)]
        if person.chaired:
            parts.append(say_many("presided {count} time", "presided {count} times", person.chaired))
        parts.append(span_of_days(person.first, person.last))
        names = Clean(", ".join(map(clean_line, person.other_names)))
        below = [Clean(" · ".join(part for part in parts if part))]
        if names:
            below.append(say("also written {names}", names=names))

        def draw(width: int, full: bool) -> Sequence[Line]:
            lines = [line for words in below for line in paragraph(words, width, "dim")]
            return [*paragraph(now, width, "person"), *lines]

        self._rows.append(_Row("who", draw))

    def _roles(self) -> None:
        person = self.person
        lasting = [Span(held.first or "", held.last or "") for held in person.roles]
        days = [one.day for one in person.appearances if one.day]
        picture = lru_cache(maxsize=2)(lambda width: spans(lasting, days, width))
        self._heading(say("Roles"))
        for nth, held in enumerate(person.roles):
            times = [Clean(f"{held.articles}×"), span_of_days(held.first, held.last)]
            right = Clean(" · ".join(part for part in times if part))
            self._rows.append(_Row(f"role:{nth}", partial(_role, (clean_line(held.label), right), picture, nth)))
        self._rows.append(_Row("", partial(_axis, picture)))

    def _likely(self, namesakes: Namesakes) -> None:
        rows = []
        for one in namesakes.likely:

            def draw(width: int, full: bool, one: Likely = one) -> Sequence[Line]:
                lines = _person(one.person, width)
                for reason in one.reasons:
                    ink: Ink = "text" if reason.speaks_for else "warning"
                    words = paragraph(reasons.told(reason), width - 4, "text" if full else "dim")
                    signs = [Piece(Clean(f"  {reasons.sign(reason)} "), ink), Piece(Clean("    "))]
                    lines += [[signs[min(nth, 1)], *line] for nth, line in enumerate(words)]
                return lines

            rows.append(_Row(f"may:{one.number}", draw))
        self._section(say("Perhaps the same person"), rows, say("= joins them, ! keeps them apart."))

    def _sessions(self) -> None:
        rows = [_Row(f"in:{one.article_key}", self._session(one)) for one in reversed(self.person.appearances)]
        self._section(say("Sessions"), rows)

    def _session(self, one: Appearance) -> Callable[[int, bool], Sequence[Line]]:
        entry = self._entries.get(one.article_key)

        def draw(width: int, full: bool) -> Sequence[Line]:
            place = lead(clean_line(entry.place)) if entry and entry.place else NOTHING
            left = [
                Piece(_CHAIR if one.is_chair else _INDENT, "accent"),
                Piece(day(one.day) or say("no date"), "strong"),
                Piece(Clean(f"  {place}")),
            ]
            lines: list[Line] = [spread(left, [Piece(say(SIDES[one.side]), "dim")], width)]  # type: ignore[index]
            if full:
                theme = clean_line((entry.theme or entry.headline) if entry else "")
                roles = Clean("; ".join(clean_line(post.label) for post in one.posts))
                for words in (roles, lead(theme)):
                    lines += [[Piece(_INDENT), *line] for line in paragraph(words, width - 2, "dim")] if words else []
            return lines

        return draw

    def _drawn(self, number: int) -> Callable[[int, bool], Sequence[Line]]:
        quoted = self.quoted[number]
        item, entry = quoted.item, self._entries.get(quoted.item.article_key)

        def draw(width: int, full: bool) -> Sequence[Line]:
            guess = item.attribution != "explicit"
            parts = [day(item.day) or say("no date"), lead(clean_line(entry.place or "")) if entry else NOTHING]
            where = Clean(" · ".join(part for part in parts if part))
            mark = [Piece(Clean(f"{INFERRED} "), "dim")] if guess else []
            ink: Ink = "text" if full else "dim"
            words = paragraph(lead(clean_line(quoted.words)), width - 2, ink, most=0 if full else _SHORT)
            lines: list[Line] = [[*mark, Piece(where, "strong")], *([Piece(_INDENT), *line] for line in words)]
            if full and guess:
                lines += [
                    [Piece(_INDENT), *line] for line in paragraph(say("~ who speaks is inferred"), width - 2, "dim")
                ]
            return lines

        return draw

    def _others(self, name: Clean, people: Mapping[int, Person], sort: str, note: Clean) -> None:
        rows = []
        for number, person in people.items():

            def draw(width: int, full: bool, person: Person = person) -> Sequence[Line]:
                return _person(person, width)

            rows.append(_Row(f"{sort}:{number}", draw))
        self._section(name, rows, note)

    # Rows

    def _section(self, name: Clean, rows: Sequence[_Row], note: Clean = NOTHING) -> None:
        if rows:
            self._heading(Clean(f"{name} {len(rows)}"))
            if note:
                self._text(note)
            self._rows += rows

    def _heading(self, name: Clean) -> None:
        first = not self._rows
        self._rows.append(_Row("", lambda width, full: heading(name, width, first)))

    def _text(self, words: Clean, ink: Ink = "dim") -> None:
        if words:
            self._rows.append(_Row("", lambda width, full: paragraph(words, width, ink)))


def _role(told: tuple[Clean, Clean], picture: _Picture, nth: int, width: int, full: bool) -> Sequence[Line]:
    """Return a role, how often and when it is attested, and its bar."""
    label, times = told
    lines: list[Line] = list(paragraph(label, width, "person"))
    if measured(lines[-1]) + cells(times) < width:
        lines[-1] = spread(lines[-1], [Piece(times, "dim")], width)
    else:
        lines.append([Piece(times, "dim")])
    drawn = picture(width)
    return [*lines, _pieces(drawn.bars[nth])] if drawn else lines


def _axis(picture: _Picture, width: int, full: bool) -> Sequence[Line]:
    """Return the line of time below the roles, and on it how often there were sessions."""
    drawn = picture(width)
    if drawn is None:
        return []
    return [*map(_pieces, drawn.foot), _pieces(drawn.often), [Piece(say("how often in sessions"), "dim")]]


def _person(person: Person, width: int) -> list[Line]:
    """Return what tells somebody from others of the name: roles, and from when to when."""
    count = say_many("{count} session", "{count} sessions", person.sessions)
    times = Clean(" · ".join(part for part in (count, span_of_days(person.first, person.last)) if part))
    roles = Clean("; ".join(clean_line(held.label) for held in person.now)) or say("no role is known")
    lines: list[Line] = [spread([Piece(clean_line(person.name), "person-strong")], [Piece(times, "dim")], width)]
    return [*lines, *([Piece(_INDENT), *line] for line in paragraph(roles, width - 2, "text"))]


def _pieces(line: Strokes) -> Line:
    return [Piece(stroke.text, stroke.ink) for stroke in line]
