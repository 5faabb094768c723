"""Venues: the place of a session and the areas it was about, told from its kind and the words around the places.

Who comes to a unit (giám sát, khảo sát, tiếp xúc cử tri) is where that unit is; who meets at home is at home, unless
another place is told. Of several units the area above them is the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from tui.model import Area
from tui.parse.clues import Clues
from tui.parse.entities import Entities, Place
from tui.parse.layout import Layout, Span
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import Page
from tui.parse.places import around, within
from tui.parse.sessions import level_words, phrases
from tui.text.letters import CAPITALS, SMALL
from tui.text.regex import regex

_NAME = rf"[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*){{0,3}}"
_AND_MORE = regex(rf"\s(?:và|cùng)\s(?=[{CAPITALS}][^\W\d_]*[{SMALL}])|,\s{_NAME}\s(?:và|thuộc)\s")
_UNNAMED = ""
"""Stands for a further place without its level ("huyện A và B")."""
VISITS = frozenset({"supervision", "inspection", "voters"})
"""Kinds of sessions for which someone comes to a unit."""
_REACH = 16
"""Most tokens between the word that leads to a place and the place."""


class Venue(NamedTuple):
    """Where a session was held: the areas it was about, the place to show as written, and where that is written."""

    area_ids: tuple[str, ...]
    name: str | None
    place: Span | None


@cache
def _cues(name: str) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in tables()["sessions"]["place_cues"][name])


def find(page: Page, layout: Layout, clues: Clues, entities: Entities, organizers: Sequence[str]) -> Venue:
    """Return the venue of a session; ``organizers`` are the ids of the bodies that hold it, the nearest first."""
    parents = {area.id: area.parent_id for area in entities.areas}
    home = next(filter(None, (_area_of(entities, body) for body in organizers)), None)
    searches = _searches(page, layout, clues, entities, home)
    if clues.kind in VISITS:
        searches = ([area for area in ids if area != home] for ids in searches)
    found = next(filter(None, (_innermost(parents, ids) for ids in searches)), ())
    several = len(found) > 1 or (clues.kind in VISITS and _tells_several(page, clues))
    shown = _above(parents, found, home) if several and found else next(iter(found), home)
    found = found or ((home,) if home else ())
    found = tuple(area for area in found if area != _UNNAMED)
    area = next((area for area in entities.areas if area.id == shown), None)
    if area is None:
        return Venue(found, None, None)
    place = _best_words(page, entities.area_places, area, clues.opening)
    return Venue(found, _as_written(page, place) or area.name, place)


def _searches(
    page: Page, layout: Layout, clues: Clues, entities: Entities, home: str | None
) -> Iterator[Iterable[str]]:
    """Yield the areas that each way of telling the place gives, the surest first."""
    opening = clues.opening or (0, 0)
    headline = (layout.headline.start, layout.headline.end) if layout.headline else (0, 0)
    if clues.kind in VISITS:
        for span, start in ((opening, clues.predicate), (headline, clues.headline_predicate)):
            yield _led_to(page, clues, entities, (span[0] if start is None else start, span[1]), _visits())
        yield chain.from_iterable(
            _areas_in(entities, page.span(each.cue)) for each in entities.attendance_lists if each.side == "supervised"
        )
    yield _led_to(page, clues, entities, opening, (_cues("any_kind"),))
    if clues.kind not in VISITS and home:
        yield (home,)
    yield _areas_in(entities, headline)
    for line in layout.captions:
        yield _led_to(page, clues, entities, (line.start, line.end), (_cues("any_kind"),))


def _tells_several(page: Page, clues: Clues) -> bool:
    """Tell whether the opening names several units at once ("tại các xã", "trên địa bàn 2 huyện: A và B")."""
    if clues.opening is None:
        return False
    tokens = page.token_range(clues.opening[0] if clues.predicate is None else clues.predicate, clues.opening[1])
    keys, several = page.keys[tokens.start : tokens.stop], phrases("several")
    for index, key in enumerate(keys[:-1]):
        counted = several.match(keys, index) if key in several.firsts else None
        size = counted[0] if counted else 1 if key.isdigit() and int(key) > 1 else 0
        unit = size and keys[index + size : index + size + 1]
        if unit and unit[0] in level_words() and _is_led(keys[max(0, index - 3) : index], _visits(), at_once=True):
            return True
    return False


def holds_in(page: Page, start: int, body: Place) -> bool:
    """Tell whether a body, with ``start`` the beginning of its sentence, is but the house that a session is held in.

    ("tại Hội trường UBND huyện".)
    """
    tokens = page.token_range(start, body.start)[-6:]
    keys = page.keys[tokens.start : tokens.stop]
    return _is_led(keys, (_cues("any_kind"),), at_once=True)


def _visits() -> tuple[Phrases[bool], ...]:
    return _cues("any_kind"), _cues("visits")


def _areas_in(entities: Entities, span: Span) -> Iterator[str]:
    return (place.id for place in within(entities.area_places, *span))


def _led_to(page: Page, clues: Clues, entities: Entities, span: Span, cues: Sequence[Phrases[bool]]) -> Iterator[str]:
    """Yield the areas within a span that a word such as ``tại`` leads to; none of a theme or of a person's roles."""
    themes = [theme for theme in (clues.name, clues.short_name) if theme]
    for place in within(entities.area_places, *span):
        in_theme = any(start <= place.start < end for start, end in themes)
        if in_theme or around(entities.person_places, place.start):
            continue
        body = around(entities.organization_places, place.start)
        tokens = page.token_range(span[0], (body or place).start)[-_REACH:]
        if _is_led(page.keys[tokens.start : tokens.stop], cues, at_once=body is not None):
            yield place.id
            if _AND_MORE.match(page.text, place.end):
                yield _UNNAMED


def _is_led(keys: Sequence[str], cues: Sequence[Phrases[bool]], *, at_once: bool) -> bool:
    """Tell whether, going back from a place, a cue comes before anything that blocks.

    ``at_once``: a comma blocks too, since the place is in the name of a body ("tại huyện A, UBND tỉnh B tổ chức").
    """
    for index in range(len(keys) - 1, -1, -1):
        if any(cue.match(keys, index) for cue in cues):
            return not phrases("names").match(keys, index + 1)
        if keys[index] in (".!?,;" if at_once else ".!?") or phrases("place_blockers").match(keys, index):
            return False
    return False


def _innermost(parents: dict[str, str | None], ids: Iterable[str]) -> tuple[str, ...]:
    """Return the areas of a list, each once, without those that others of it are part of."""
    unique = tuple(dict.fromkeys(ids))
    outer = {above for area in unique for above in _line_up(parents, area)[1:]}
    return tuple(area for area in unique if area not in outer)


def _line_up(parents: dict[str, str | None], area: str | None) -> list[str]:
    """Return an area and those it is part of, from the inside out."""
    line: list[str] = []
    while area is not None and area not in line:
        line.append(area)
        area = parents.get(area)
    return line


def _above(parents: dict[str, str | None], ids: Sequence[str], home: str | None) -> str | None:
    """Return the area above several: that of who holds the session, else the nearest they have in common."""
    if home and home not in ids:
        return home
    lines = [_line_up(parents, area)[1:] for area in ids]
    return next((area for area in lines[0] if all(area in line for line in lines)), None) if lines else None


def _area_of(entities: Entities, body: str | None) -> str | None:
    """Return the area that a body serves, or the body it is part of."""
    organizations = {organization.id: organization for organization in entities.organizations}
    seen: set[str] = set()
    while body in organizations and body not in seen:
        seen.add(body)
        organization = organizations[body]
        if organization.area_id:
            return organization.area_id
        body = organization.parent_id or ""
    return None


def _best_words(page: Page, places: Sequence[Place], area: Area, opening: Span | None) -> Span | None:
    """Return where an area is written in full, in the opening if it is there; else where it is meant."""
    own = [(place.start, place.end) for place in places if place.id == area.id]
    full = [span for span in own if _as_written(page, span)]
    inside = [span for span in full if opening and opening[0] <= span[0] < opening[1]]
    return next(iter(inside or full or own), None)


def _as_written(page: Page, place: Span | None) -> str | None:
    """Return the words of a place if they hold level and name ("huyện Mê Linh"); None for "Huyện" or a bare name."""
    words = page.text[slice(*place)].split() if place else []
    level = " ".join(words[:1]).lower() in level_words()
    return " ".join(words) if level and len(words) > 1 and words[-1][0].isupper() else None
