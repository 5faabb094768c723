"""Looking into texts: the passages in them, and sessions by their passages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tui.library.index.engine import Candidate, Engine, Said
from tui.library.index.fields import LETTERS, row_text
from tui.search.rows import Row, Rows
from tui.search.term import Term
from tui.text.fold import spaced

_KEPT = 64
"""Texts that are kept: about a megabyte and a half."""


class Body:
    """The text of a session: on one line, folded once, with what is known of its passages."""

    def __init__(self, head: Row, said: Said) -> None:
        """Take the head of the session and its text."""
        self.head = head
        self.passages = said.passages
        self.place = next(head.texts(LETTERS["place"]), "")
        self._shown = f" {said.display} ".replace("\n", " ")
        self._plain = spaced(self._shown)
        self._starts = [one.start + 1 for one in said.passages]

    def text(self, number: int) -> str:
        """Return the words of a passage."""
        one = self.passages[number]
        return self._shown[one.start + 1 : one.end + 1]

    def holding(self, term: Term) -> Iterable[int]:
        """Return the passages that hold a term, each once."""
        found: dict[int, None] = {}
        for one in term.finds(self._plain, self._shown):
            number = bisect_right(self._starts, one.start) - 1
            if number >= 0 and one.start <= self.passages[number].end:
                found[number] = None
        return found

    def holds(self, number: int, term: Term) -> bool:
        """Tell whether a passage holds a term."""
        one = self.passages[number]
        return term.occurs(self._plain, self._shown, one.start, one.end + 2)

    def row(self, number: int) -> Row:
        """Return a passage as a row, with its speaker and the session's place beside its words."""
        one = self.passages[number]
        letter = "C" if one.name == "caption" else "B"
        text = row_text((self.text(number), one.speaker or "", self.place))
        return Row(Candidate(number, self.head.session, f"{letter}SL", text, self.head.day, 1))

    def session(self, number: int) -> Row:
        """Return the session as a row: its head with one passage."""
        head, letter = self.head, LETTERS[self.passages[number].name]
        one = Candidate(head.id, head.session, head.letters, head.text, head.day, 1)
        return Row(one, body=row_text((self.text(number),)), letters=letter)


class Texts:
    """The texts that were looked into last: as one types, the same ones come again and again."""

    def __init__(self, engine: Engine, rows: Rows) -> None:
        """Take where texts and heads come from."""
        self._engine, self._rows = engine, rows
        self._kept: dict[int, Body] = {}

    def bodies(self, sessions: Sequence[int]) -> list[Body]:
        """Return the bodies of sessions, in their order; one that is gone is left out."""
        kept = self._kept if len(self._kept) <= _KEPT else {}
        missing = [number for number in sessions if number not in kept]
        if missing:
            said = self._engine.said(missing)
            heads = self._rows.rows("sessions", missing)
            kept.update((head.id, Body(head, said[head.id])) for head in heads if head.id in said)
            self._kept = kept
        return [kept[number] for number in sessions if number in kept]


def passages(body: Body, terms: Sequence[Term], rare_first: Sequence[int]) -> Iterator[int]:
    """Yield the passages of a session that may answer a query by themselves; speaker and place help, but not alone.

    Args:
        body: The session.
        terms: What a passage must have.
        rare_first: The numbers of the terms, the rarest first: that one is looked for in the whole body, the others
            where it stands.

    """
    order = [terms[number] for number in rare_first if not _has(body.place, terms[number])]
    numbers: Iterable[int] = range(len(body.passages)) if not terms else body.holding(order[0]) if order else ()
    for number in numbers:
        speaker = body.passages[number].speaker or ""
        if all(body.holds(number, term) or _has(speaker, term) for term in order[1:]):
            yield number


def beside_head(body: Body, terms: Sequence[Term], rare_first: Sequence[int]) -> Iterator[int]:
    """Yield the passages that have what the head of their session lacks for an answer to a query."""
    head = body.head
    missing = [terms[number] for number in rare_first if not terms[number].occurs(head.plain, head.text)]
    if 0 < len(missing) < len(terms):
        for number in body.holding(missing[0]):
            if all(body.holds(number, term) for term in missing[1:]):
                yield number


def _has(text: str, term: Term) -> bool:
    shown = f" {text} "
    return term.occurs(spaced(shown), shown)
