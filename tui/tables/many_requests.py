"""The requests of a library that is too large to be held in memory: the same board, read from its index as it is seen.

The index knows nothing of states and days. Those that the user gave are few beside all requests, so that these few are
looked at alone: a filter by state takes them out of what the index lets through, or lets nothing else through.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tui.across.asked import Asked
from tui.library import Entry, Library
from tui.library.index.engine import Ask, Conditions
from tui.library.index.tables import COLUMNS, Column, RequestRow, Sorting
from tui.library.userdata import STATES, Kept, State
from tui.search import Corpus
from tui.search.narrowing import narrow
from tui.tables.board import Board, Standing
from tui.tables.listed import Listed
from tui.tables.requests import LATE, states_meant
from tui.text.regex import regex

_MOST_KEPT = 2_000
"""Rows that are remembered."""
_STATE = regex(r'(?<!\S)state:(?:"([^"]*)"?|(\S*))', re.IGNORECASE)


class ManyRequests(Board):
    """The requests of a library, by the numbers of their rows in the index. Groups are not known here."""

    def __init__(self, library: Library, corpus: Corpus, kept: Mapping[str, Kept], today: date) -> None:
        """Take the library, what is searched in it, what the user added to requests, and the day."""
        super().__init__(kept, today)
        self._index, self._corpus = library.index, corpus
        self._rows: dict[str, RequestRow] = {}
        self._given: dict[int, str] | None = None
        self._ask = Ask(())

    def asked(self, row: str) -> Asked:
        """Return a request."""
        one = self._row(row)
        return Asked(
            article_key=one.article_key,
            request_id=one.item_id,
            kind=one.kind,  # type: ignore[arg-type]
            requester=one.requester or None,
            attribution=one.attribution,  # type: ignore[arg-type]
            addressees=one.addressees,
            action=one.action,
            day=one.day or None,
            place=one.place or None,
            span=one.span,
        )

    def entry(self, row: str) -> Entry:
        """Return the list's entry of a request's article."""
        session = self._row(row).session
        return self._index.entries([session])[session]

    def listed(self, words: str, by: str, *, falls: bool, under: str = "", limit: int | None = None) -> Listed:
        """Return the requests that a query lets through, the first ones or all.

        Args:
            words: The query.
            by: What they are sorted by; days and states by those that were given, the rest by date.
            falls: Whether the greatest comes first.
            under: Not known here.
            limit: Most requests; None for all.

        """
        meant = [match[1] or match[2] for match in _STATE.finditer(words)]
        narrowed = narrow(_STATE.sub(" ", words), self._corpus, "requests")
        self._ask = narrowed.ask
        column: Column = next((one for one in COLUMNS["requests"] if one == by), "date")
        more = limit + len(self._numbers()) if limit is not None else None
        found = [
            number
            for number in self._index.tables.listed("requests", narrowed.ask, Sorting(column, falls), more)
            if all(self._is_in(number, state) for state in meant)
        ]
        if by in ("due", "state"):
            found = self._given_first(found, by, falls=falls)
        found = found[:limit]
        return Listed([*map(str, found)], {}, len(found), len(found), narrowed.note)

    def standings(self, shown: Iterable[str]) -> list[Standing]:
        """Return how many of the requests that were listed last are in which state, by addressee."""
        groups = self._index.tables.grouped("requests", self._ask, "addressee")
        counted: dict[str, Counter[State]] = {}
        for one in groups:
            counted[one.label] = Counter({"open": one.rows})
        listed = set(shown)
        for number in self._numbers():
            row = str(number)
            if row in listed and (state := self.state(row)) != "open":
                counts = counted.setdefault((*self.asked(row).addressees, "")[0], Counter())
                counts["open"] -= 1
                counts[state] += 1
        return [Standing(label, [max(counts[state], 0) for state in STATES]) for label, counts in counted.items()]

    def _numbers(self) -> Mapping[int, str]:
        """Return the requests to which the user added something, by their numbers, with their keys."""
        if self._given is None:
            articles = list(dict.fromkeys(key.partition(":")[0] for key in self.kept))
            ask = Ask((), Conditions(keys=articles))
            numbers = self._index.tables.listed("requests", ask, Sorting("date")) if articles else ()
            rows = self._index.tables.request_rows(numbers)
            known = ((number, f"{row.article_key}:{row.item_id}") for number, row in rows.items())
            self._given = {number: key for number, key in known if key in self.kept}
        return self._given

    def _is_in(self, number: int, wanted: str) -> bool:
        key = self._numbers().get(number)
        state = self.kept[key].state if key else "open"
        if wanted.lower() == LATE:
            return key is not None and self.is_late(str(number))
        return not wanted or state in states_meant(wanted)

    def _given_first(self, found: Sequence[int], by: str, *, falls: bool) -> list[int]:
        """Return requests sorted by what the user gave them; those without a day, or open, come after the others."""
        given = self._numbers()
        known = [number for number in found if number in given and (by == "state" or self.due(str(number)))]
        if by == "state":
            known.sort(key=lambda number: STATES.index(self.state(str(number))), reverse=falls)
        else:
            known.sort(key=lambda number: self.due(str(number)) or "", reverse=falls)
        first = set(known)
        return [*known, *(number for number in found if number not in first)]

    def _row(self, row: str) -> RequestRow:
        if row not in self._rows:
            if len(self._rows) > _MOST_KEPT:
                self._rows.clear()
            self._rows[row] = self._index.tables.request_rows([int(row)])[int(row)]
        return self._rows[row]
