"""The participants: by side, the chair marked, roles under the name, groups after the people."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages import say, say_many
from tui.model import Group, Person, Record
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import Line, Piece, paragraph, spread
from tui.widgets.rows import Rows, heading
from tui.widgets.wording import INFERRED, SIDES, is_inferred

_CHAIR = Clean("★ ")
_INDENT = Clean("  ")


class PeopleRows(Rows):
    """A record's people and groups under headings by side."""

    def __init__(self, record: Record) -> None:
        """Take the record; without people and groups there are no rows."""
        self._rows: list[Person | Group | Clean] = []
        for side, name in SIDES.items():
            people = [person for person in record.people if person.side == side]
            groups = [group for group in record.groups if group.side == side]
            people.sort(key=lambda person: not person.is_chair)
            if people or groups:
                self._rows += [say(name), *people, *groups]
        self.ids = ["" if isinstance(row, str) else row.id for row in self._rows]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, a person with roles, or a group."""
        row = self._rows[index]
        if isinstance(row, str):
            return heading(row, width, index == 0)
        if isinstance(row, Group):
            lines = paragraph(clean_line(row.selector.exact), width - 2, "text", most=0 if full else 2)
            sign = Clean(f"{INFERRED} ") if is_inferred(row.found) else Clean("◦ ")
            return [[Piece(sign if nth == 0 else _INDENT, "dim"), *line] for nth, line in enumerate(lines)]
        return self._person(row, width, full)

    @staticmethod
    def _person(person: Person, width: int, full: bool) -> Sequence[Line]:
        places = sum(mention.zone != "debris" for mention in person.mentions)
        name = [
            Piece(_CHAIR if person.is_chair else _INDENT, "accent"),
            Piece(clean_line(person.name), "person-strong"),
        ]
        if person.is_chair:
            name += [Piece(Clean(" · "), "dim"), Piece(say("chair"), "dim")]
        if is_inferred(person.found):
            name.append(Piece(Clean(f" {INFERRED}"), "dim"))
        lines: list[Line] = [spread(name, [Piece(Clean(str(places)), "dim")], width)]
        for membership in person.memberships:
            for line in paragraph(clean_line(membership.label), width - 2, "text" if full else "dim"):
                lines.append([Piece(_INDENT), *line])
        if full:
            did = ", ".join(person.participation)
            notes = [clean_line(did)] if did else []
            notes.append(say_many("{count} place in the text", "{count} places in the text", places))
            if is_inferred(person.found):
                notes.append(say("~ inferred"))
            for note in notes:
                lines += [[Piece(_INDENT), *line] for line in paragraph(note, width - 2, "dim")]
        return lines
