"""What became of requests, whichever way these are read: the part that both kinds of boards have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tui.across.asked import Asked
from tui.export.rows import Row
from tui.library import Entry
from tui.library.userdata import Kept, State
from tui.tables.listed import Listed
from tui.tables.rows import request


class Standing(NamedTuple):
    """How many requests to one addressee are in which state, in the order of ``STATES``."""

    addressee: str
    counts: Sequence[int]


class Board(ABC):
    """Requests by the ids of their rows, with what the user says of them. It is not changed once it is made."""

    def __init__(self, kept: Mapping[str, Kept], today: date) -> None:
        """Take what the user added to requests, by their keys, and the day."""
        self.kept = kept
        self.today = today.isoformat()

    @abstractmethod
    def asked(self, row: str) -> Asked:
        """Return a request."""

    @abstractmethod
    def entry(self, row: str) -> Entry:
        """Return the list's entry of a request's article."""

    @abstractmethod
    def listed(self, words: str, by: str, *, falls: bool, under: str = "", limit: int | None = None) -> Listed:
        """Return the requests that a query lets through, sorted and grouped (see the boards)."""

    @abstractmethod
    def standings(self, shown: Iterable[str]) -> list[Standing]:
        """Return how many of the requests that are shown are in which state, by addressee, those with most first."""

    def added(self, row: str) -> Kept | None:
        """Return what the user added to a request."""
        return self.kept.get(self.asked(row).key) if self.kept else None

    def state(self, row: str) -> State:
        """Return what became of a request; it is open until the user says otherwise."""
        kept = self.added(row)
        return kept.state if kept else "open"

    def due(self, row: str) -> str | None:
        """Return the day by which a request is to be answered."""
        kept = self.added(row)
        return kept.due if kept else None

    def is_late(self, row: str) -> bool:
        """Tell whether a request is open after its day."""
        return self.state(row) == "open" and (self.due(row) or self.today) < self.today

    def row(self, row: str) -> Row:
        """Return what an export says of a request."""
        return request(self.asked(row), self.entry(row), self.added(row))

    def addressee(self, row: str) -> str:
        """Return who is asked, as one line; empty where the article does not say."""
        return "; ".join(self.asked(row).addressees)
