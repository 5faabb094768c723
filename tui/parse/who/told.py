"""Lists of attendance with the side and area that their cues tell, and as items of the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.model import AttendanceList, Side
from tui.parse.who.attendance import ListSpan
from tui.parse.who.cues import CueSpan
from tui.parse.who.organizations import Organizations
from tui.parse.who.places import Places
from tui.parse.who.sides import Sides
from tui.parse.who.spans import in_order, within
from tui.parse.who.words import Words


class Told(NamedTuple):
    """A list, the side of those in it, and the area that its cue names ("Về phía huyện Mê Linh có")."""

    span: ListSpan
    side: Side
    area: str | None


def tell(
    words: Words, lists: Iterable[ListSpan], organizations: Organizations, places: Places, sides: Sides
) -> list[Told]:
    """Return the lists with their sides."""
    found = []
    bodies = in_order(organizations.spans)
    for span in lists:
        first, last, _ = span.cue
        area = next((each.id for each in within(places.spans, first, last) if each.id), None)
        body = next((each.id for each in within(bodies, first, last) if each.id), None)
        special = None if body or area else _without_body(words, span.cue, sides)
        found.append(Told(span, special or _side(span.cue, body, area, sides), area))
    return found


def _without_body(words: Words, cue: CueSpan, sides: Sides) -> Side | None:
    """Return the side of villagers and of deputies whose list names no body ("Đại diện bản có", "có các đại biểu")."""
    if cue.side == "about":
        known = (sides.of_hamlet(words.keys[index]) for index in range(cue.first, cue.last))
        return next((side for side in known if side), None)
    listed = words.marks[cue.last].get("honorific")
    deputies = cue.side == "attending" and listed is not None and listed.value == "many"
    return sides.of_listed_deputies if deputies and "biểu" in words.keys[cue.last : cue.last + 3] else None


def _side(cue: CueSpan, body: str | None, area: str | None, sides: Sides) -> Side:
    match cue.side:
        case "about":
            return sides.of_body(body) if body else sides.of_area(area)
        case "company":
            return sides.of_company
        case "supervising":
            return sides.holding
        case "supervised":
            return "supervised"
        case _:
            return "attending"


def attendance_lists(words: Words, lists: Iterable[Told], ids: Mapping[int, str]) -> tuple[AttendanceList, ...]:
    """Return the lists as items of the record; ``ids`` are those of people and groups by their first tokens."""
    return tuple(
        AttendanceList(
            side=side,
            cue=words.select(span.cue.first, span.cue.last),
            items=tuple(dict.fromkeys(ids[item.first] for item in span.items if item.first in ids)),
            open_ended=span.open_mark is not None,
            open_mark=words.select(*span.open_mark) if span.open_mark else None,
        )
        for span, side, _ in lists
    )
