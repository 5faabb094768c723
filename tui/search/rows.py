"""Rows as they are held against a query: their fields in one text, folded once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy

from tui.library.index.engine import Candidate, Engine, Kind
from tui.library.index.fields import NAMES
from tui.text.fold import spaced

NAMED = {**NAMES, "B": "body", "C": "caption"}
"""The names of fields by their letters; capitals are those of passages, which are rows of their own."""
CONTEXT = frozenset("LSH")
"""Letters of fields that help to find a row, but never alone: place of the session, speaker, hedge."""
BODY = frozenset("bc")
"""Letters of a session's body: there, words far apart have nothing to do with each other."""


MOST_KEPT = 1000
"""Rows that are kept: about a megabyte and a half."""


class Row:
    """One thing that may answer a query. Offsets count in ``text``, which has the fields a line each."""

    __slots__ = ("_plain", "day", "head", "id", "letters", "session", "sessions", "text")

    def __init__(self, one: Candidate, *, body: str = "", letters: str = "") -> None:
        """Take a row of the index; with a body (its passages, and their letters) it is a whole session."""
        self.id, self.session, self.letters, self.text, self.day, self.sessions = one
        self.head = len(self.text)
        if body:
            self.text = f"{self.text}\n{body}"
            self.letters += letters
        self._plain: str | None = None

    @property
    def plain(self) -> str:
        """The text folded, with a space for all but letters, digits and the ends of fields."""
        if self._plain is None:
            self._plain = spaced(self.text)
        return self._plain

    def of(self, session: int, day: str) -> Row:
        """Return the same of another session: a person was in many."""
        row = copy(self)
        row.session, row.day = session, day
        return row

    def field(self, place: int) -> int:
        """Return the number of the field that a place is in."""
        return self.plain.count("\n", 0, place)

    def bounds(self, place: int) -> tuple[int, int]:
        """Return where the field begins and ends that a place is in."""
        end = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, end if end >= 0 else len(self.text)

    def texts(self, letter: str) -> Iterator[str]:
        """Yield the texts of the fields of a kind."""
        for known, text in zip(self.letters, self.text.split("\n"), strict=True):
            if known == letter:
                yield text[1:-1]

    def name(self, field: int) -> str:
        """Return the name of a field."""
        return NAMED[self.letters[field]]


class Rows:
    """The rows that were looked at last: as one types, the same ones come again and again."""

    def __init__(self, engine: Engine) -> None:
        """Take where rows come from."""
        self._engine = engine
        self._kept: dict[tuple[Kind, int], Row] = {}

    def rows(self, kind: Kind, numbers: Sequence[int]) -> list[Row]:
        """Return rows in the order of their numbers; one that is gone is left out."""
        kept = self._kept if len(self._kept) + len(numbers) <= MOST_KEPT else {}
        missing = [number for number in numbers if (kind, number) not in kept]
        if missing:
            kept.update(((kind, one.id), Row(one)) for one in self._engine.rows(kind, missing))
        if len(kept) <= MOST_KEPT:
            self._kept = kept
        return [kept[kind, number] for number in numbers if (kind, number) in kept]
