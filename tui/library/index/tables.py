"""The tables across all sessions, as lists show them: people, figures and requests, a row each, and their counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from tui.across.appearance import Appearance
    from tui.across.measure import Measure
    from tui.across.person import Person
    from tui.library.index.engine import Ask, Conditions

Table = Literal["people", "figures", "requests"]
Column = Literal[
    "name", "role", "sessions", "chaired", "first", "last", "date", "place", "value", "kind", "subject", "requester",
    "addressee",
]  # fmt: skip
"""What rows can be sorted by; which of them a table has is in :data:`COLUMNS`."""
COLUMNS: dict[Table, tuple[Column, ...]] = {
    "people": ("name", "role", "place", "sessions", "chaired", "first", "last"),
    "figures": ("date", "place", "value", "kind", "subject"),
    "requests": ("date", "place", "requester", "addressee", "kind"),
}
Shared = Literal["place", "year", "kind", "unit", "side", "requester", "addressee", "series", "organization"]
"""What rows can be counted by."""


class Sorting(NamedTuple):
    """In which order rows are wanted. Names and words sort the Vietnamese way, names by the given name."""

    by: Column
    falling: bool = False


class PersonRow(NamedTuple):
    """A person. Strings are raw; days are ISO 8601, or empty. ``session`` and ``place`` are of the last session."""

    number: int
    key: str
    """As :attr:`tui.across.person.Person.key`."""
    name: str
    other_names: str
    roles: str
    """The latest ones, each in its longest wording."""
    organization: str
    place: str
    sessions: int
    chaired: int
    first: str
    last: str
    session: int
    namesakes: int
    """How many others have a name that this one's is compared with."""


class Presence(NamedTuple):
    """In how many sessions a person was, how many of them they presided over, and from when to when (ISO 8601)."""

    sessions: int
    chaired: int
    first: str
    last: str


class FigureRow(NamedTuple):
    """A figure: what it is compared by, its unit as it is shown, its period as it is written, and its article."""

    number: int
    session: int
    path: str
    headline: str
    measure: Measure
    unit: str
    period: str


class RequestRow(NamedTuple):
    """A request. Strings are raw; ``span`` is where the action stands, in offsets of the source text."""

    number: int
    session: int
    article_key: str
    path: str
    headline: str
    day: str
    place: str
    item_id: str
    kind: str
    attribution: str
    requester: str
    addressees: tuple[str, ...]
    action: str
    span: tuple[int, int]


class Counted(NamedTuple):
    """Some rows that have something in common: its words, how often it comes, and what a query would call it."""

    label: str
    rows: int
    key: str


class Tables(Protocol):
    """The tables of an engine. May be used from any thread, and fail for nothing that may happen to a file."""

    def listed(self, table: Table, ask: Ask, sorting: Sorting, limit: int | None = None) -> Sequence[int]:
        """Return the numbers of all rows of a table that are asked for, in an order, or of the first ones.

        The first ones of any table are there in some milliseconds, all of a long one in a second.

        Raises:
            KeyError: the table has no such column.

        """

    def count(self, table: Table) -> int:
        """Return how many rows a table has."""

    def grouped(self, table: Table, ask: Ask, by: Shared) -> Sequence[Counted]:
        """Return how many of the rows that are asked for have something in common, the most first.

        Raises:
            KeyError: the table can't be counted by it.

        """

    def people_rows(self, numbers: Iterable[int]) -> Mapping[int, PersonRow]:
        """Return people by their numbers; one who is gone is left out."""

    def figure_rows(self, numbers: Iterable[int]) -> Mapping[int, FigureRow]:
        """Return figures by their numbers; one that is gone is left out."""

    def request_rows(self, numbers: Iterable[int]) -> Mapping[int, RequestRow]:
        """Return requests by their numbers; one that is gone is left out."""

    def presence(self, wanted: Conditions, people: Sequence[int] | None = None) -> Mapping[int, Presence]:
        """Return of each person of sessions that meet conditions, by number, how often they were there, and when.

        Several articles of one session count once. Of all people and a large share of 100,000 sessions it takes a
        second, of some ``people`` some milliseconds.
        """

    def series(self, keys: Sequence[str]) -> Sequence[FigureRow]:
        """Return all figures of some series (:attr:`tui.across.measure.Measure.series_key`), newest first."""

    def person(self, number: int) -> Person | None:
        """Return a person as they are across articles; None where there is nobody of that number."""

    def alike(self, number: int) -> Mapping[int, Person]:
        """Return the people with whose names somebody's name is compared, that one included, by their numbers."""

    def named(self, names: Iterable[str]) -> Sequence[Appearance]:
        """Return where people with some names, or names that these are compared with, appear."""

    def people_of(self, article_key: str) -> Mapping[str, int]:
        """Return the number of each person of an article, by the person's id in it."""
