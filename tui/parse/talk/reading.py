"""A reading: the article as the rules on speech see it, its words, verbs of speech, and people in their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from tui.parse.entities import Entities, Place
from tui.parse.page import Page
from tui.parse.talk.words import OPINION, SpeechWords, Verb, speech_words

Cast = Literal["person", "group", "body"]
"""What a place stands for: a person, a group, or an organization or area."""
_OUTSIDE = ("",) * 64
"""How far rules look before or behind a page: the tokens there are empty, so that they need not check."""


class Actor(Struct, frozen=True, gc=False):
    """Words that stand for someone: indices of their tokens, half-open; ``ids`` are several for shared forms."""

    first: int
    last: int
    cast: Cast
    ids: tuple[str, ...]


class Reading:
    """Tokens of a page with what stands where; all indices are those of the page."""

    def __init__(self, page: Page, entities: Entities) -> None:
        """Lay the places of people, groups and bodies over the tokens of a page."""
        self.page = page
        self.entities = entities
        self.words: SpeechWords = speech_words()
        self.keys: Sequence[str] = page.keys
        self.key: Callable[[int], str] = [*page.keys, *_OUTSIDE].__getitem__
        """The look-up form of a token; the empty string for one just outside the page, before or behind."""
        self.verbs: dict[int, tuple[int, Verb]] = dict(self._verbs())
        """The verb of speech that may begin at a token: how many tokens it takes, and what it can do."""
        self._verb_places = list(self.verbs)
        self._semicolons = page.concordance.places({";"})
        self.actors: dict[int, Actor] = {}
        """Outermost actors by their first token; people before groups before bodies."""
        self.endings: dict[int, Actor] = {}
        """The same by the token after their last one."""
        self.taken: set[int] = set()
        """The tokens of all actors."""
        self._lay("person", entities.person_places)
        self._lay("group", entities.group_places)
        self._people_places = sorted(self.actors)
        self._lay("body", entities.organization_places)
        self._lay("body", entities.area_places)

    def _verbs(self) -> Iterator[tuple[int, tuple[int, Verb]]]:
        keys, starts, match = self.keys, self.words.verb_starts, self.words.verbs.match
        for index in self.page.concordance.places(starts.keys()):
            seconds = starts[keys[index]]
            found = match(keys, index) if not seconds or self.key(index + 1) in seconds else None
            if found is None and keys[index] == "có":
                length = self._opinion(index)
                found = (length, OPINION) if length else None
            if found is not None:
                yield index, found

    def _opinion(self, index: int) -> int:
        """Return how many tokens "có nhiều ý kiến, kiến nghị" takes from a token on; 0 if it is not there."""
        position = index + 1
        while self.key(position) in self.words.how_many or self.key(position).isdigit():
            position += 1
        found = self.words.opinions.match(self.keys, position)
        return position + found[0] - index if found is not None else 0

    def _lay(self, cast: Cast, places: Sequence[Place]) -> None:
        spans: dict[tuple[int, int, int, int], list[str]] = {}
        for start, end, id, first, last in places:
            spans.setdefault((start, end, first, last), []).append(id)
        for (*_, first, last), ids in sorted(spans.items(), key=lambda item: item[0][0] - item[0][1]):
            indices = range(first, last)
            if not self.taken.isdisjoint(indices):
                continue
            self.taken.update(indices)
            actor = Actor(first, last, cast, tuple(dict.fromkeys(ids)))
            self.actors[actor.first] = actor
            self.endings[actor.last] = actor

    def verbs_between(self, first: int, last: int) -> Sequence[int]:
        """Return the tokens of a stretch at which a verb of speech may begin."""
        return self._verb_places[bisect_left(self._verb_places, first) : bisect_left(self._verb_places, last)]

    def semicolons_between(self, first: int, last: int) -> Sequence[int]:
        """Return the tokens of a stretch that are semicolons."""
        return self._semicolons[bisect_left(self._semicolons, first) : bisect_left(self._semicolons, last)]

    def people_between(self, first: int, last: int) -> Sequence[Actor]:
        """Return the people and groups whose words begin in a stretch, in order."""
        places = self._people_places
        return [self.actors[place] for place in places[bisect_left(places, first) : bisect_left(places, last)]]

    def capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital."""
        return index < len(self.keys) and self.page.are_capital[index]

    def start(self, index: int) -> int:
        """Return the offset in ``page.text`` where a token begins."""
        return self.page.starts[index]

    def end(self, index: int) -> int:
        """Return the offset in ``page.text`` where the token before an index ends."""
        return self.page.ends[index - 1]

    def text(self, first: int, last: int) -> str:
        """Return the words of a stretch of tokens as written."""
        return self.page.text[self.start(first) : self.end(last)]

    def phrase(self, first: int, last: int) -> str:
        """Return the look-up form of a stretch of tokens."""
        return " ".join(self.keys[first:last])
