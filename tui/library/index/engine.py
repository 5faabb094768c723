"""What an engine of the index does, whichever database it is: the typed interface between us and it.

The embedded one is in ``tui.library.index.sqlite``. Another one (for many readers, or more than ten million articles)
has the same tokens, pairs and ranking, because none of that is its business: it keeps rows and postings, and answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from msgspec import Struct

from tui.library.document import Document
from tui.library.entry import Entry, Problem
from tui.library.index.items import Passage
from tui.library.index.known import Known
from tui.library.index.made import Head, Rest
from tui.library.scan import Found
from tui.text.clean import Clean

if TYPE_CHECKING:
    from tui.across.decided import Decision
    from tui.across.references import ArticleReference, PersonReference
    from tui.library.index.recognition import Namesakes, Recognised
    from tui.library.index.tables import Tables

Order = Literal["date", "place", "name"]
Kind = Literal["sessions", "people", "figures", "requests", "bodies"]
"""What is found by words: sessions by their heads and by their bodies, and the things in them."""
Run = Sequence[str]
"""Tokens all of which a row must hold."""
OneOf = Sequence[Run]
"""Runs one of which a row must hold."""


class Article(Struct, frozen=True):
    """What is kept of a file that could be read; ``text`` and ``record`` are packed (``tui.library.index.texts``)."""

    file: Known
    head: Head
    text: bytes
    record: bytes | None


class Kept(NamedTuple):
    """A session as it is kept: its number, and entry, text and record, the last two packed."""

    number: int
    entry: Entry
    text: bytes
    record: bytes | None


class Conditions(NamedTuple):
    """Conditions on a session: tokens of its head, days (the first one included, the last one not), what it has."""

    head: Sequence[OneOf] = ()
    first_day: str = ""
    last_day: str = ""
    has: Sequence[str] = ()
    has_not: Sequence[str] = ()
    keys: Sequence[str] | None = None
    """The only articles that meet them, by their keys."""
    no_keys: Sequence[str] = ()
    """Articles that do not."""


class Ask(NamedTuple):
    """Which rows are wanted: those that hold, of each of ``every``, one run, and whose session meets conditions.

    ``value`` is how a figure's value is to be compared (``>``, ``>=``, ``<``, ``<=``, ``=``), and with what. Of tables,
    rows that hold a run of any of ``none`` are left out.
    """

    every: Sequence[OneOf]
    session: Conditions = Conditions()
    value: tuple[str, float] | None = None
    none: Sequence[OneOf] = ()


class Candidate(NamedTuple):
    """A row that may answer a query: its number, that of its session, and its fields.

    The session of a person is the last one, ``day`` its day, and ``sessions`` how many the person was in.
    """

    id: int
    session: int
    letters: str
    text: str
    day: str
    sessions: int


Facet = Literal["place", "year", "who", "kind"]
"""What results can be narrowed by, named as in the query language."""


class Counted(NamedTuple):
    """A value of a facet, and how many sessions (of a kind: figures and requests) have it."""

    value: str
    times: int


class Said(NamedTuple):
    """The text of a session as it is shown, and its passages in it."""

    display: str
    passages: tuple[Passage, ...]


class Engine(Protocol):
    """An index of one library. May be used from any thread.

    Nothing here fails for what may happen to a file: an index that is of no use any more is begun anew, and what was
    asked of it is not found.
    """

    @property
    def tables(self) -> Tables:
        """People, figures and requests across sessions."""

    @property
    def notice(self) -> Clean:
        """What the user should know about the index, in one line; usually nothing."""

    @property
    def is_kept(self) -> bool:
        """Whether it is kept in a file, so that the next reader need not begin from nothing."""

    def changes(self) -> object:
        """Return what is another value after each change of the index, also by another process."""

    def close(self) -> None:
        """Let go of the index; it must not be used afterwards."""

    def clear(self) -> None:
        """Forget everything."""

    # Keeping

    def is_new(self) -> bool:
        """Tell whether nothing was ever kept."""

    def differences(self, found: Iterable[Found], parser: int) -> tuple[Sequence[Found], Sequence[str]]:
        """Hold what is in the folder against what is known: files to be read, newest first, and paths that are gone."""

    def announce(self, entries: Iterable[Entry]) -> None:
        """Take what was seen of files at a first look; what is known better stays."""

    def expect(self, paths: Iterable[str]) -> None:
        """Say of articles that they are being read again."""

    def put(self, articles: Sequence[Article], failed: Sequence[Known] = ()) -> None:
        """Take articles in the place of earlier ones with the same path, and files that can't be used."""

    def unfinished(self) -> int:
        """Return of how many sessions only the head is known."""

    def incomplete(self, limit: int, after: int = 0) -> Sequence[Kept]:
        """Return sessions of which only the head is known, oldest first; ``after`` goes on after one's number."""

    def complete(self, rests: Sequence[tuple[int, Rest]]) -> None:
        """Take the rest of articles."""

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files."""

    def tidy(self) -> bool:
        """Do a piece of what makes finding fast again after much has changed; return whether there is more to do."""

    # People and events. Who is who, and which articles report one session, is to be told anew of what has changed
    # (``tui.library.index.settling``); until then people are as they were.

    def decide(self, people: Sequence[Decision[PersonReference]], events: Sequence[Decision[ArticleReference]]) -> None:
        """Take what the readers of the library decided, in the place of what they had decided before."""

    def tell_events(self, limit: int) -> bool:
        """Tell of some changed days which articles report one session; return whether there are more."""

    def unrecognised(self) -> int:
        """Return of how many names it is to be told anew who is who."""

    def namesakes(self, limit: int, after: int | None = None) -> Sequence[Namesakes]:
        """Return some namesakes of whom it is to be told anew who is who, once all events have been told.

        ``after`` goes on after the first mark of an earlier answer's last ones.
        """

    def recognise(self, some: Sequence[Recognised]) -> None:
        """Take who is who; of names that have changed meanwhile nothing is taken, and they come again."""

    # Lists

    def order(self, by: Order, limit: int | None = None) -> Sequence[int]:
        """Return the numbers of all sessions in an order, or of the first ones."""

    def by_day(self, limit: int | None = None) -> tuple[Sequence[int], Sequence[str]]:
        """Return the numbers of all sessions or of the first ones, newest first, and the month of each.

        A month is ``2024-05``; what has no day comes last, in the month ``""``.
        """

    def events(self) -> Mapping[int, int]:
        """Return of each session that several articles report the first one, by its number."""

    def entries(self, numbers: Iterable[int]) -> Mapping[int, Entry]:
        """Return the entries of sessions by their numbers."""

    def numbers(self, *, key: str | None = None, path: str | None = None) -> Sequence[int]:
        """Return the sessions of articles whose key begins so, or the one of a file."""

    def document(self, number: int) -> Document | None:
        """Return the document of a session, or None when it is not kept."""

    def keys(self, paths: Iterable[str]) -> Mapping[str, str]:
        """Return the article keys of files that have been read."""

    def known(self, path: str) -> Known | None:
        """Return how a file was read, or None for one that was not."""

    def problems(self) -> Sequence[Problem]:
        """Return what was wrong with files when they were last read, in the order of paths."""

    def twins(self) -> Sequence[tuple[str, str]]:
        """Return the files that hold the same article as another one, each with that one."""

    def pending(self) -> int:
        """Return how many articles are still to be read."""

    def renamed(self) -> Mapping[str, str]:
        """Return the keys of articles whose text has changed since they were first read, and their keys now."""

    # Finding

    def find(self, kind: Kind, ask: Ask, limit: int, below: int | None = None) -> Sequence[int]:
        """Return the numbers of rows, newest first, at most ``limit``; ``below`` goes on after an earlier answer."""

    def rows(self, kind: Kind, numbers: Sequence[int]) -> Sequence[Candidate]:
        """Return rows by their numbers, in no order; one that is gone is left out."""

    def holding(self, kind: Kind, numbers: Sequence[int], every: Sequence[OneOf]) -> Collection[int]:
        """Return those of some rows that hold tokens."""

    def said(self, numbers: Iterable[int]) -> Mapping[int, Said]:
        """Return the texts of sessions with their passages."""

    def appearances(self, person: int, wanted: Conditions) -> Sequence[int]:
        """Return in which sessions that meet conditions a person was, newest first."""

    def appearance(self, person: int, session: int) -> tuple[int, str]:
        """Return the place of a person among those of a session, and the roles they had there."""

    def place(self, kind: Kind, row: int) -> int:
        """Return the place of a figure or request among those of its session."""

    def facets(
        self, sessions: Sequence[int], figures: Sequence[int], requests: Sequence[int], most: int
    ) -> Mapping[Facet, Sequence[Counted]]:
        """Return what some rows have in common: of each facet at most so many values with how often they come."""

    # Words

    def words(self) -> Mapping[str, int]:
        """Return all words with the number of rows that hold them."""

    def pairs(self, wanted: Iterable[str]) -> Mapping[str, int]:
        """Return those of some pairs of words that occur, with the number of rows that hold them."""

    def pairs_beginning(self, prefix: str, limit: int) -> Mapping[str, int]:
        """Return the commonest pairs that begin with something, with the number of rows that hold them."""

    def short_forms(self) -> Sequence[tuple[str, str]]:
        """Return the short forms that articles explain, with what they stand for, the most used first."""
