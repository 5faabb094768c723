"""The entries of a library as a sequence that reads them page by page: a million of them are not held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from tui.library.entry import Entry

if TYPE_CHECKING:
    from tui.library.index.engine import Engine

PAGE = 64
"""Entries that are read together."""
_MOST_PAGES = 64


class Listing(NamedTuple):
    """Articles, newest session first, and the month of each: ``2024-05``, or ``""`` for one without a day.

    ``events`` gives a number to the places of those articles that are one of several about their session.
    """

    entries: Sequence[Entry]
    months: Sequence[str]
    events: Mapping[int, int] = {}


class Entries(Sequence[Entry]):
    """The entries of sessions in an order, each as it is in the index when its page is read."""

    def __init__(self, engine: Engine, numbers: Sequence[int]) -> None:
        """Take the index, and the numbers of the sessions in their order."""
        self._engine = engine
        self.numbers = numbers
        self._pages: dict[int, Sequence[Entry]] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        """Return an entry, or some."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        return self._page(place // PAGE)[place % PAGE]

    def picked(self, places: Iterable[int]) -> Entries:
        """Return those at some places."""
        return Entries(self._engine, [self.numbers[place] for place in places])

    def place_of(self, path: str) -> int:
        """Return the place of the entry with a path, -1 where there is none."""
        found = self._engine.numbers(path=path)
        try:
            return self.numbers.index(found[0]) if found else -1
        except ValueError:
            return -1

    def __eq__(self, other: object) -> bool:
        """Tell whether another sequence has the same entries."""
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _page(self, page: int) -> Sequence[Entry]:
        if page not in self._pages:
            from tui.library.summary import unparsed  # noqa: PLC0415 - not for the first paint of what ships

            if len(self._pages) >= _MOST_PAGES:
                self._pages.clear()
            numbers = self.numbers[page * PAGE : (page + 1) * PAGE]
            known = self._engine.entries(numbers)
            self._pages[page] = [known.get(number) or unparsed("", "failed") for number in numbers]  # it may be gone
        return self._pages[page]


def picked(entries: Sequence[Entry], places: Sequence[int]) -> Sequence[Entry]:
    """Return the entries at some places; of those in an index none is read for it."""
    if isinstance(places, range):
        return entries
    return entries.picked(places) if isinstance(entries, Entries) else [entries[place] for place in places]
