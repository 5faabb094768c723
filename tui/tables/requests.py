"""All requests of a library as a board: what they are found, sorted and grouped by, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Literal, get_args

from tui.across.asked import Asked
from tui.export.wording import REQUESTS
from tui.library import Entry
from tui.library.userdata import STATES, Kept, State
from tui.library.userdata.kept import state_name
from tui.messages import say
from tui.tables.board import Board, Standing
from tui.tables.has import has_of
from tui.tables.listed import Group, Key, Listed, listed
from tui.tables.matching import Filtering, Findable, findable
from tui.text import names
from tui.text.clean import Clean, clean_line
from tui.text.collate import name_key, sort_key
from tui.text.fold import fold

By = Literal["date", "due", "state", "addressee", "requester", "place", "action"]
Under = Literal["", "state", "addressee", "requester", "place", "month", "kind"]
UNDER: tuple[Under, ...] = get_args(Under)
FIELDS = ("who", "org", "place", "theme", "kind", "state", "tag", "has")
"""Fields of text that a filter of requests knows."""
LATE = "late"
"""Said of a request that is open after its day."""


class RequestTable(Board):
    """The requests of a library, held in memory, by their keys."""

    def __init__(
        self, asked: Iterable[Asked], entries: Mapping[str, Entry], kept: Mapping[str, Kept], today: date
    ) -> None:
        """Take the requests, the library's entries by article key, what the user added to requests, and the day."""
        super().__init__(kept, today)
        self._entries = entries
        ordered = sorted(asked, key=lambda one: one.day or "", reverse=True)
        self._asked = {one.key: one for one in ordered if one.article_key in entries}

    def asked(self, row: str) -> Asked:
        """Return a request by its key."""
        return self._asked[row]

    def entry(self, row: str) -> Entry:
        """Return the list's entry of a request's article."""
        return self._entries[self._asked[row].article_key]

    def added(self, row: str) -> Kept | None:
        """Return what the user added to a request."""
        return self.kept.get(row)

    def listed(self, words: str, by: str, *, falls: bool, under: str = "", limit: int | None = None) -> Listed:
        """Return the requests that a query lets through, sorted and grouped.

        Args:
            words: The query.
            by: One of ``By``.
            falls: Whether the greatest comes first.
            under: One of ``Under``; empty for no groups.
            limit: Not heeded here: all rows are at hand.

        """
        group = (lambda key: self._group(key, under)) if under else None
        filtering = Filtering(words, FIELDS)
        return listed(self._findable, filtering, lambda key: self._key(key, by), falls=falls, group=group)

    def standings(self, shown: Iterable[str]) -> list[Standing]:
        """Return how many of some requests are in which state, by addressee, those with most first."""
        counted: dict[str, Counter[State]] = {}
        for key in filter(None, shown):
            counted.setdefault(self.addressee(key), Counter())[self.state(key)] += 1
        made = [Standing(name, [counts[state] for state in STATES]) for name, counts in counted.items()]
        return sorted(made, key=lambda one: (-sum(one.counts), sort_key(one.addressee)))

    @cached_property
    def _findable(self) -> Mapping[str, Findable]:
        return {key: self._of(one) for key, one in self._asked.items()}

    def _of(self, one: Asked) -> Findable:
        entry, kept = self._entries[one.article_key], self.kept.get(one.key)
        state, whom = self.state(one.key), self.addressee(one.key)
        notes = " ".join(note.text for note in kept.notes) if kept else ""
        fields = {
            "who": f"{one.requester or ''} {whom}",
            "org": whom,
            "place": one.place or "",
            "kind": one.kind,
            "theme": entry.theme or "",
            "state": f"{state} {state_name(state)} {LATE if self.is_late(one.key) else ''}",
            "tag": " ".join(kept.tags) if kept else "",
        }
        texts = (one.requester, whom, one.action, one.place, entry.theme, notes)
        return findable(texts, fields, one.day, None, has_of(entry, kept))

    def _key(self, key: str, by: str) -> Key | None:
        one = self.asked(key)
        if by == "date":
            return one.day
        if by == "due":
            return self.due(key)
        if by == "state":
            return STATES.index(self.state(key))
        if by == "requester":
            return name_key(*names.split(one.requester)) if one.requester else None
        texts = {"addressee": self.addressee(key), "place": one.place or "", "action": one.action}
        return sort_key(texts[by]) or None

    def _group(self, key: str, under: str) -> Group:
        one = self.asked(key)
        if under == "state":
            state = self.state(key)
            return Group((STATES.index(state),), state_name(state))
        if under == "month":
            month = (one.day or "")[:7]
            return Group(
                (-int(month.replace("-", "") or 0),), Clean(f"{month[5:]}/{month[:4]}") if month else say("Not known")
            )
        texts = {
            "addressee": self.addressee(key),
            "requester": one.requester,
            "place": one.place,
            "kind": say(REQUESTS[one.kind]),
        }
        text = texts[under] or ""
        return Group((not text, sort_key(text)), clean_line(text) or say("Not known"))


def states_meant(words: str) -> list[State]:
    """Return the states that words mean: the beginnings of their names, in English or as the interface has them."""
    meant = fold(words.strip())
    return [one for one in STATES if any(fold(name).startswith(meant) for name in (one, state_name(one)))]
