"""All requests of a library as a board: what they are found, sorted and grouped by, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, get_args

from tui.across.asked import Asked
from tui.export.rows import Row
from tui.export.wording import REQUESTS
from tui.library import Entry
from tui.library.userdata import STATES, Kept, State
from tui.library.userdata.kept import state_name
from tui.messages import say
from tui.tables.has import has_of
from tui.tables.listed import Group, Key, Listed, listed
from tui.tables.matching import Filtering, Findable, findable
from tui.tables.rows import request
from tui.text import names
from tui.text.clean import Clean, clean_line
from tui.text.collate import name_key, sort_key

By = Literal["date", "due", "state", "addressee", "requester", "place", "action"]
Under = Literal["", "state", "addressee", "requester", "place", "month", "kind"]
UNDER: tuple[Under, ...] = get_args(Under)
FIELDS = ("who", "org", "place", "theme", "kind", "state", "tag", "has")
"""Fields of text that a filter of requests knows."""
LATE = "late"
"""Said of a request that is open after its day."""


class Standing(NamedTuple):
    """How many requests to one addressee are in which state, in the order of ``STATES``."""

    addressee: str
    counts: Sequence[int]


class RequestTable:
    """The requests of a library. It is made in a thread, and not changed afterwards."""

    def __init__(
        self, asked: Iterable[Asked], entries: Mapping[str, Entry], kept: Mapping[str, Kept], today: date
    ) -> None:
        """Take the requests, the library's entries by article key, what the user added to requests, and the day."""
        self.entries, self.kept = entries, kept
        self._today = today.isoformat()
        ordered = sorted(asked, key=lambda one: one.day or "", reverse=True)
        self._asked = {one.key: one for one in ordered if one.article_key in entries}

    def asked(self, key: str) -> Asked:
        """Return a request by its key."""
        return self._asked[key]

    def state(self, key: str) -> State:
        """Return what became of a request; it is open until the user says otherwise."""
        return self.kept[key].state if key in self.kept else "open"

    def due(self, key: str) -> str | None:
        """Return the day by which a request is to be answered."""
        return self.kept[key].due if key in self.kept else None

    def is_late(self, key: str) -> bool:
        """Tell whether a request is open after its day."""
        return self.state(key) == "open" and (self.due(key) or self._today) < self._today

    def row(self, key: str) -> Row:
        """Return what an export says of a request."""
        one = self.asked(key)
        return request(one, self.entries[one.article_key], self.kept.get(key))

    def listed(self, words: str, by: str, *, falls: bool, under: str = "") -> Listed:
        """Return the requests that a query lets through, sorted and grouped.

        Args:
            words: The query.
            by: One of ``By``.
            falls: Whether the greatest comes first.
            under: One of ``Under``; empty for no groups.

        """
        group = (lambda key: self._group(key, under)) if under else None
        filtering = Filtering(words, FIELDS)
        return listed(self._findable, filtering, lambda key: self._key(key, by), falls=falls, group=group)

    def standings(self, keys: Iterable[str]) -> list[Standing]:
        """Return how many of some requests are in which state, by addressee, those with most first."""
        counted: dict[str, Counter[State]] = {}
        for key in filter(None, keys):
            counted.setdefault(self.addressee(key), Counter())[self.state(key)] += 1
        made = [Standing(name, [counts[state] for state in STATES]) for name, counts in counted.items()]
        return sorted(made, key=lambda one: (-sum(one.counts), sort_key(one.addressee)))

    def addressee(self, key: str) -> str:
        """Return who is asked, as one line; empty where the article does not say."""
        return "; ".join(self.asked(key).addressees)

    @cached_property
    def _findable(self) -> Mapping[str, Findable]:
        return {key: self._of(one) for key, one in self._asked.items()}

    def _of(self, one: Asked) -> Findable:
        entry, kept = self.entries[one.article_key], self.kept.get(one.key)
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
