"""Telling who is who, and which articles report one session, after articles have changed or something was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.library.index.engine import Engine
from tui.library.index.recognition import Namesakes, Recognised, recognise

DAYS, NAMES = 10, 50
"""Days and names that are kept together, so that others can write in between."""
PIECE = 8
"""Names that are one piece of work."""

Piece = Sequence[Namesakes]


def here(pieces: Iterable[Piece]) -> Iterator[Sequence[Recognised]]:
    """Do the work in this process."""
    return map(recognise, pieces)


def settle(index: Engine, work: Callable[[Iterable[Piece]], Iterable[Sequence[Recognised]]] = here) -> None:
    """Tell all that is to be told anew; ``work`` does what takes long, and may end before it is done."""
    while index.tell_events(DAYS):
        pass
    left = 0
    while (now := index.unrecognised()) and now != left:  # what has changed meanwhile is left
        left = now
        told: list[Recognised] = []
        for some in work(_pieces(index)):
            told += some
            if len(told) >= NAMES:
                index.recognise(told)
                told = []
        index.recognise(told)


def _pieces(index: Engine) -> Iterator[Piece]:
    after: int | None = None
    while some := index.namesakes(PIECE, after):
        after = some[-1].marks[0][0]
        yield some
