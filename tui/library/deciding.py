"""Deciding about a library, so that it holds at once and can be taken back: who is one person, what is one session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import Struct

from tui.across.decided import Verdict
from tui.across.references import ArticleReference, PersonReference, Reference, SeriesReference
from tui.library.decisions import Shelf
from tui.library.library import Library
from tui.library.overview import decisions_of
from tui.text.clean import Clean

About = Literal["people", "events", "series"]
_THINGS: dict[About, Any] = {
    "people": tuple[PersonReference, ...],
    "events": tuple[ArticleReference, ...],
    "series": tuple[SeriesReference, ...],
}


class Made(Struct, frozen=True):
    """A decision that was made, as it takes to take it back: references as plain data.

    ``set_aside`` are the earlier ones to the contrary, which it took the place of.
    """

    about: About
    verdict: Verdict
    things: Any
    set_aside: list[tuple[Verdict, Any]] = []


class Outcome(NamedTuple):
    """What the user should know of a decision, usually nothing, and what it takes to take it back."""

    notice: Clean
    made: bytes


def decide(library: Library, about: About, verdict: Verdict, things: Sequence[Reference]) -> Outcome:
    """Keep a decision and tell anew who is who; to be called in a thread.

    Raises:
        OSError: it can be kept nowhere.

    """
    shelf = _shelf(library, about)
    before = shelf.read()[0]
    notice = shelf.decide(verdict, things)
    now = [(one.verdict, one.things) for one in shelf.read()[0]]
    gone = [one for one in before if (one.verdict, one.things) not in now]
    set_aside = [(one.verdict, msgspec.to_builtins(one.things)) for one in gone]
    _take_up(library, about)
    return Outcome(notice, msgspec.msgpack.encode(Made(about, verdict, msgspec.to_builtins(things), set_aside)))


def take_back(library: Library, packed: bytes) -> bool:
    """Take a decision back; those that it took the place of hold again. Return whether it was still there.

    Raises:
        OSError: a file can't be written.

    """
    made = msgspec.msgpack.decode(packed, type=Made)
    shelf, things_of = _shelf(library, made.about), _THINGS[made.about]
    was_there = bool(shelf.withdraw(made.verdict, msgspec.convert(made.things, things_of)))
    for verdict, things in made.set_aside if was_there else ():
        shelf.decide(verdict, msgspec.convert(things, things_of))
    _take_up(library, made.about)
    return was_there


def _shelf(library: Library, about: About) -> Shelf[Any]:
    found: Shelf[Any] = getattr(decisions_of(library), about)
    return found


def _take_up(library: Library, about: About) -> None:
    if about != "series":  # series are worked out where they are shown
        library.decided()
