"""The people of a library as its list and a person's page show them: one path for the screen and the command."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from tui.across.appearance import Appearance
from tui.across.decided import settle
from tui.across.page import Item, items
from tui.across.person import Person
from tui.across.references import People as References
from tui.across.suggestions import Reason, suggestions
from tui.export.item import resolve
from tui.export.rows import Row
from tui.library import Document, Entry, Library, LibraryError
from tui.library.entry import Problem
from tui.library.index.engine import Ask, Conditions
from tui.library.index.tables import Column, PersonRow, Presence, Sorting
from tui.library.overview import decisions_of
from tui.search import Corpus
from tui.search.narrowing import Narrowed, narrow
from tui.text.clean import Clean
from tui.text.names import match_key

_COUNTED = ("sessions", "chaired", "first", "last")
"""Columns that count in fewer sessions when a filter lets only some of them through."""
_AT_ONCE = 500
"""Rows that are read together for an export."""
MOST_NAMESAKES = 40
"""Namesakes that a person's page names."""


class Found(NamedTuple):
    """Who was found, by numbers in their order, and how often they were in the sessions that the filter lets through.

    ``presence`` is None where it lets all through; ``note`` says what of it could not be understood.
    """

    numbers: Sequence[int]
    presence: Mapping[int, Presence] | None
    note: Clean


class Likely(NamedTuple):
    """Somebody who may be the same person, and why."""

    number: int
    person: Person
    reasons: tuple[Reason, ...]


class Namesakes(NamedTuple):
    """Who else has a person's name: who may be the same, who was decided not to be, and all others, by numbers."""

    likely: Sequence[Likely] = ()
    parted: Mapping[int, Person] = {}
    others: Mapping[int, Person] = {}


class Quoted(NamedTuple):
    """Something that a person said or asked, or was asked, in the words of the article."""

    item: Item
    words: str


class People:
    """The people of a library. May be asked from any thread."""

    def __init__(self, library: Library, corpus: Callable[[], Corpus]) -> None:
        """Take the library, and what gives what is searched in it."""
        self._library, self._corpus = library, corpus
        self._kept: tuple[object, Mapping[int, Presence]] | None = None

    def count(self) -> int:
        """Return how many people there are."""
        return len(self._library.index.tables.listed("people", self._ask("").ask, Sorting("name")))

    def found(self, words: str, by: str, *, falls: bool, limit: int | None = None, typing: bool = True) -> Found:
        """Return the people whom a query lets through, the first ones or all.

        With conditions on sessions (``year:2023``, ``place:``) they are counted in these sessions alone.

        Args:
            words: Words and fields of the query language.
            by: What they are sorted by, one of ``tui.library.index.tables.COLUMNS``.
            falls: Whether the greatest comes first.
            limit: Most people; None for all.
            typing: The last word may be unfinished.

        """
        tables = self._library.index.tables
        narrowed = self._ask(words, typing=typing)
        ask, sorting = narrowed.ask, Sorting(cast(Column, by), falls)
        if ask.session == Conditions():
            return Found(tables.listed("people", ask, sorting, limit), None, narrowed.note)
        if limit is not None and by not in _COUNTED and _is_broad(ask.session) and not self._is_kept(ask.session):
            first = tables.listed("people", ask, sorting, limit)
            return Found(first, tables.presence(ask.session, first), narrowed.note)
        presence = self._present(ask.session)
        counted = by in _COUNTED
        anywhere = tables.listed("people", ask._replace(session=Conditions()), Sorting("name") if counted else sorting)
        known = [one for one in anywhere if one in presence]
        if counted:
            known.sort(key=lambda one: getattr(presence[one], by), reverse=falls)
        return Found(known[:limit], presence, narrowed.note)

    def _present(self, wanted: Conditions) -> Mapping[int, Presence]:
        """Return how often all people were in sessions that meet conditions; kept while more words are typed."""
        if not self._is_kept(wanted):
            self._kept = self._key(wanted), self._library.index.tables.presence(wanted)
        return self._kept[1] if self._kept else {}

    def _is_kept(self, wanted: Conditions) -> bool:
        return self._kept is not None and self._kept[0] == self._key(wanted)

    def _key(self, wanted: Conditions) -> object:
        return self._library.index.changes(), repr(wanted)

    def rows(self, numbers: Sequence[int], presence: Mapping[int, Presence] | None = None) -> Mapping[int, PersonRow]:
        """Return the rows of some people, counted as :meth:`found` says."""
        found = self._library.index.tables.people_rows(numbers)
        if presence is None:
            return found
        return {
            number: row._replace(**presence[number]._asdict()) if number in presence else row
            for number, row in found.items()
        }

    def exported(self, found: Found) -> Iterator[Row]:
        """Yield what an export says of each person that was found; the place is that of the last session counted."""
        for first in range(0, len(found.numbers), _AT_ONCE):
            some = found.numbers[first : first + _AT_ONCE]
            rows = self.rows(some, found.presence)
            for number in some:
                person = self.person(number) if number in rows else None
                if person is not None:
                    yield self._exported(rows[number], person)

    def _exported(self, row: PersonRow, person: Person) -> Row:
        counted = [one for one in person.appearances if (one.day or "") <= row.last]
        last = (counted or person.appearances)[-1]
        entry = next(iter(self._library.find(last.article_key)), None)
        return {
            "name": row.name,
            "role": row.roles,
            "organization": row.organization or None,
            "sessions": row.sessions,
            "chaired": row.chaired,
            "first": row.first or None,
            "last": row.last or None,
            "side": last.side,
            "other_names": row.other_names,
            "namesakes": row.namesakes,
            "place": entry.place if entry else None,
            "path": entry.path if entry else None,
            "start": last.span[0],
            "end": last.span[1],
            "article_key": last.article_key,
        }

    # A person's page

    def person(self, number: int) -> Person | None:
        """Return a person as they are across articles."""
        return self._library.index.tables.person(number)

    def entries(self, person: Person) -> Mapping[str, Entry]:
        """Return what the list says of a person's articles, by their keys."""
        index = self._library.index
        numbers = [number for one in person.appearances for number in index.numbers(key=one.article_key)]
        return {entry.article_key: entry for entry in index.entries(dict.fromkeys(numbers)).values()}

    def namesakes(self, number: int) -> Namesakes:
        """Return who else has a person's name, with what speaks for their being one person, and against."""
        alike = self._library.index.tables.alike(number)
        if number not in alike:
            return Namesakes()
        everybody = [one for person in alike.values() for one in person.appearances]
        decided = settle(decisions_of(self._library).people.read()[0], References(everybody).find)
        of_key = {person.key: other for other, person in alike.items()}
        of_appearance = {one.key: other for other, person in alike.items() for one in person.appearances}
        parted = {of_appearance.get(key) for pair in decided.apart for key in pair if _is_of(alike[number], pair)}
        likely = []
        for made in suggestions(list(alike.values()), decided):
            pair = of_key[made.one], of_key[made.other]
            if number in pair:
                other = pair[1] if pair[0] == number else pair[0]
                likely.append(Likely(other, alike[other], made.reasons))
        told = {number, *parted, *(one.number for one in likely)}
        names = {match_key(name) for name in (alike[number].name, *alike[number].other_names)}
        others = {
            other: person for other, person in alike.items() if other not in told and match_key(person.name) in names
        }
        return Namesakes(
            likely,
            {other: person for other, person in alike.items() if other in parted and other != number},
            dict(list(others.items())[:MOST_NAMESAKES]),
        )

    def said(self, one: Appearance) -> Iterator[Quoted]:
        """Yield what a person said and asked in an article, and what was asked of them, in the order of the text."""
        document = self.document(one.article_key)
        if document is not None and document.record is not None:
            for item in items(one, document.record):
                yield Quoted(item, document.text[slice(*item.span)])

    def problems(self) -> list[Problem]:
        """Return what is wrong with the decisions about people: files that can't be read, decisions that don't hold."""
        shelf = decisions_of(self._library).people
        decisions, problems = shelf.read()
        names = {thing.name for one in decisions for thing in one.things}
        appearances = self._library.index.tables.named(names) if names else ()
        return [*problems, *shelf.said(settle(decisions, References(appearances).find).set_aside)]

    def number_at(self, document: Document, start: int, end: int) -> str:
        """Return the number of the person who is named at a place of an article; empty where nobody is."""
        item = resolve("people", document, start, end)
        people = self._library.index.tables.people_of(document.article_key) if item and item.of else {}
        return str(people.get(item.of.id, "")) if item and item.of else ""

    def document(self, article_key: str) -> Document | None:
        """Return an article, or None where it went away meanwhile."""
        try:
            return self._library.document(article_key)
        except (KeyError, LibraryError):
            return None

    def _ask(self, words: str, *, typing: bool = True) -> Narrowed:
        if words.strip() or self._library.keys is not None:
            return narrow(words, self._corpus(), "people", typing=typing)
        return Narrowed(Ask(()), Clean(""))


def _is_broad(wanted: Conditions) -> bool:
    """Tell whether conditions let through so many sessions that it takes long to count in them."""
    return not (wanted.head or wanted.has or wanted.keys is not None or (wanted.first_day > "0" and wanted.last_day))


def _is_of(person: Person, pair: frozenset[str]) -> bool:
    """Tell whether one of two appearances is of a person."""
    return any(one.key in pair for one in person.appearances)
