"""Looking into texts: sessions by their bodies, and the passages in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.library.index.engine import Candidate, Engine, Said
from tui.library.index.fields import BETWEEN, LETTERS, row_text
from tui.library.index.items import Passage
from tui.search.rows import Row
from tui.search.term import Term
from tui.text.fold import spaced
from tui.text.view import view

_KEPT = 256
"""Texts that are kept: as one types, the same ones come again and again."""


class Whole(NamedTuple):
    """A session with its body: its row, and the passages of the body in their order, each with its text on one line."""

    row: Row
    fields: int
    """How many fields of the row come before the passages."""
    passages: tuple[Passage, ...]
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    """Where each passage begins in the text of the row, and where the last one ends."""


class Texts:
    """The texts that were looked into last."""

    def __init__(self, engine: Engine) -> None:
        """Take where texts come from."""
        self._engine = engine
        self._kept: dict[int, Whole] = {}
        self._changes: object = None

    def whole(self, candidates: Sequence[Candidate]) -> list[Whole]:
        """Return sessions with their bodies, in their order; one that is gone is left out."""
        changes = self._engine.changes()
        if changes != self._changes or len(self._kept) > _KEPT:
            self._kept, self._changes = {}, changes
        missing = [one.session for one in candidates if one.session not in self._kept]
        if missing:
            heads, said = self._engine.heads(missing), self._engine.said(missing)
            self._kept.update((one, _whole(heads[one], said[one])) for one in missing if one in heads and one in said)
        return [self._kept[one.session] for one in candidates if one.session in self._kept]


def _whole(head: Candidate, said: Said) -> Whole:
    display = view(said.text).display
    texts = tuple(display[one.start : one.end].replace("\n", " ") for one in said.passages)
    letters = "".join(LETTERS[one.name] for one in said.passages)
    row = Row(head, body=row_text(texts) if texts else "", letters=letters)
    starts = accumulate((len(text) + len(BETWEEN) for text in texts), initial=row.head + 1)
    return Whole(row, len(head.letters), said.passages, texts, tuple(starts))


def passages(whole: Whole, terms: Sequence[Term], rare_first: Sequence[int]) -> Iterator[Row]:
    """Yield the passages of a session that may answer a query, each with its speaker and the session's place.

    The number of such a row is that of the passage.

    Args:
        whole: The session.
        terms: What a passage must have; speaker and place help, but not alone.
        rare_first: The numbers of the terms, the rarest first: that one is looked for in the whole body, the others
            beside it.

    """
    row = whole.row
    plain, shown = row.plain, row.text
    place = next(row.texts(LETTERS["place"]), "")
    around = {number for number in rare_first if _has(place, terms[number])}
    order = [number for number in rare_first if number not in around]
    numbers: Iterable[int] = range(len(whole.passages))
    if order:
        finds = terms[order[0]].finds(plain, shown, row.head)
        numbers = dict.fromkeys(row.field(one.start) - whole.fields for one in finds)
    elif terms:
        return
    for number in numbers:
        start, end = whole.starts[number], whole.starts[number + 1]
        speaker = whole.passages[number].speaker or ""
        if all(terms[one].finds(plain, shown, start, end) or _has(speaker, terms[one]) for one in order[1:]):
            letter = "C" if whole.passages[number].name == "caption" else "B"
            yield Row(
                Candidate(
                    number, row.session, f"{letter}SL", row_text((whole.texts[number], speaker, place)), row.day, 1
                )
            )


def _has(text: str, term: Term) -> bool:
    shown = f" {text} "
    return bool(term.finds(spaced(shown), shown))
