"""What a library says about an article before it is opened: one row of the sessions list."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

State = Literal["ready", "pending", "failed"]
"""``ready``: its record is known; ``pending``: not parsed yet; ``failed``: it can be read, but not parsed."""


Stage = Literal["looking", "reading", "people", "texts"]
"""What a refresh does, one after the other: looking at the beginnings of files, so that they are listed; reading and
parsing them; telling who is who; making all their words be found. Of a few files all is done at once, as ``reading``.
"""


class Entry(Struct, frozen=True, kw_only=True):
    """One article of a library. Strings are raw; they are cleaned where they are shown.

    Until an article is ready its key is provisional (see :func:`provisional_key`) and what is not known is empty;
    its path stays the same, so a list keeps its place by it.
    """

    article_key: str
    """16 hex digits over the folded words of headline and body; unique in a library."""
    path: str
    """Relative to the library's folder, with ``/``."""
    state: State
    headline: str
    """The headline as written, else the file's name."""
    date: str | None = None
    """Day of the session: ISO 8601, or ``--MM-DD`` when no year is in reach."""
    part_of_day: str | None = None
    published: str | None = None
    """ISO 8601, with the time where the article gives one."""
    place: str | None = None
    theme: str | None = None
    classification: str | None = None
    organizer: str | None = None
    chair: str | None = None
    publisher: str | None = None
    people: int = 0
    groups: int = 0
    figures: int = 0
    requests: int = 0
    corrected: bool = False
    """Its record was corrected by hand."""


class Problem(Struct, frozen=True, kw_only=True):
    """Something in a library that could not be used, and why; the rest of the library is open all the same."""

    path: str
    """Relative to the library's folder, with ``/``; ``""`` is the library itself."""
    reason: str
    line: int | None = None
    """1-based, where the reason has a place in the file."""
    notice: bool = False
    """Worth knowing, but nothing is lost by it: the file is used, or another one holds the same."""


class Progress(Struct, frozen=True, kw_only=True):
    """How far a stage of a refresh is: ``done`` of ``total``; ``path`` is the file that was just finished, if any."""

    done: int
    total: int
    path: str = ""
    stage: Stage = "reading"
    left: float | None = None
    """Seconds that the stage will take from now, by its pace so far; None as long as there is no telling."""


def provisional_key(path: str) -> str:
    """Return the key of an article that is not parsed yet; it never looks like an article key."""
    return f"path:{path}"
