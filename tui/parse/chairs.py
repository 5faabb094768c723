"""Chairs: who presides over a session, and the words that say so, name and role included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.parse.entities import Entities, Place
from tui.parse.layout import Layout, Line, Span
from tui.parse.page import Page
from tui.parse.sessions import phrases

_BEHIND = 14
"""Most tokens between a person and the word that says that they preside."""
_AHEAD = 10
"""Most tokens between such a word and the person behind it ("Chủ trì hội nghị có ông ...")."""


class Chair(NamedTuple):
    """A person who presides, and the clause that says so."""

    person_id: str
    words: Span


def find(page: Page, layout: Layout, entities: Entities) -> Chair | None:
    """Return who presides: of the people marked as chair the first whose clause says so, else the first of them.

    None if nobody is marked.
    """
    marked = [person for person in entities.people if person.is_chair]
    places = [place for place in entities.person_places if any(person.id == place.id for person in marked)]
    for line in (*layout.body_lines, *layout.captions):
        for place in places:
            if line.start <= place.start < line.end:
                clause = next(_clauses(page, line, place, entities), None)
                if clause:
                    return Chair(place.id, clause)
    return Chair(places[0].id, (places[0].start, places[0].end)) if places else None


def _clauses(page: Page, line: Line, place: Place, entities: Entities) -> Iterator[Span]:
    """Yield the clauses around a mention that say that the person presides."""
    others = [other.start for other in entities.person_places if other.start > place.start]
    after = page.token_range(place.end, min([line.end, *others]))
    keys = [page.tokens[index].key for index in after[:_BEHIND]]
    for index in range(len(keys)):
        if keys[index] in ".;":
            break
        match = phrases("chairs").match(keys, index)
        if match:
            yield place.start, _clause_end(page, after.start + index + match[0], after.stop)
            return
    before = page.token_range(line.start, place.start)[-_AHEAD:]
    keys = [page.tokens[index].key for index in before]
    for index in range(len(keys) - 1, -1, -1):
        if keys[index] in ".;":
            return
        if phrases("chairs").match(keys, index):
            yield page.tokens[before.start + index].start, place.end
            return


def _clause_end(page: Page, first: int, last: int) -> int:
    """Return the offset at which the clause ends that goes on with the token ``first``."""
    index = first
    while index < last and page.tokens[index].key not in ".,;:!?…":
        index += 1
    return page.tokens[index - 1].end
