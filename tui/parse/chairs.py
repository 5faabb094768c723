"""Chairs: who presides over a session, and the words that say so, name and role included."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tui.parse.entities import Entities, Place
from tui.parse.layout import Layout, Line, Span
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import Page
from tui.parse.places import within
from tui.parse.sessions import phrases

_BEHIND = 14
"""Most tokens between a person and the word that says that they preside."""
_AHEAD = 12
"""Most tokens between such a word and the person behind it ("Chủ trì hội nghị có ông ...")."""


class _People(NamedTuple):
    """All mentions of people in the order of the text, and the ids of those who are marked as chair."""

    places: Sequence[Place]
    chairs: frozenset[str]


class Chair(NamedTuple):
    """A person who presides, and the clause that says so."""

    person_id: str
    words: Span


@cache
def _words(name: str) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in tables()["sessions"]["chairs"][name])


def find(page: Page, layout: Layout, entities: Entities) -> Chair | None:
    """Return who presides: of the people marked as chair the first whose clause says so, else the first of them.

    A clause that says that someone presides goes before one that says that someone closes. None if nobody is marked.
    """
    people = _People(entities.person_places, frozenset(person.id for person in entities.people if person.is_chair))
    places = [place for place in people.places if place.id in people.chairs]
    lines = (*layout.body_lines, *layout.captions)
    for words in (_words("presiding"), _words("closing")):
        for line in lines:
            for place in within(places, line.start, line.end):
                clause = _behind(page, line, place, people, words) or _ahead(page, line, place, words)
                if clause:
                    return Chair(place.id, clause)
    return Chair(places[0].id, (places[0].start, places[0].end)) if places else None


def _behind(page: Page, line: Line, place: Place, people: _People, words: Phrases[bool]) -> Span | None:
    """Return the clause of a person before the word; of several who preside together, that of the first."""
    following = within(people.places, place.end, line.end)
    last = place.end
    for other in following:
        if other.id not in people.chairs or page.text[last : other.start].strip(" ,;") not in ("", "và"):
            break
        last = other.end
    end = next((other.start for other in following if other.start >= last), line.end)
    tokens = page.token_range(last, end)
    keys = page.keys[tokens.start : min(tokens.stop, tokens.start + _BEHIND)]
    for index, key in enumerate(keys):
        match = words.match(keys, index)
        if match:
            return place.start, _clause_end(page, tokens.start + index + match[0], tokens.stop)
        if key in ".;":
            break
    return None


def _ahead(page: Page, line: Line, place: Place, words: Phrases[bool]) -> Span | None:
    """Return the clause of a person behind the word: from it to the end of the mention."""
    tokens = page.token_range(line.start, place.start)[-_AHEAD:]
    keys = _after_last_stop(page.keys[tokens.start : tokens.stop])
    for index in range(len(keys)):
        if words.match(keys, index):
            return page.starts[tokens.stop - len(keys) + index], place.end
    return None


def _after_last_stop(keys: Sequence[str]) -> Sequence[str]:
    stop = max((index + 1 for index, key in enumerate(keys) if key in ".;!?"), default=0)
    return keys[stop:]


def _clause_end(page: Page, first: int, last: int) -> int:
    """Return the offset at which the clause ends that goes on with the token ``first``."""
    keys = page.keys[first:last]
    length = next(
        (i for i, key in enumerate(keys) if key in ".,;:!?…" or phrases("clause_ends").match(keys, i)), len(keys)
    )
    return page.ends[first + length - 1]
