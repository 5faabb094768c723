"""What a user adds: the selection, stars, read marks, reading positions, and the way back from each change."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from msgspec import Struct

from tui.library.anchor import Anchor


class Mark(Struct, frozen=True, kw_only=True):
    """One item of the selection: where it is, and what to call it while its article is not at hand."""

    anchor: Anchor
    library: str
    """The folder of its library when it was marked."""
    path: str
    """Its article's path in that library."""
    label: str


class Place(Struct, frozen=True, kw_only=True):
    """Where the user was last."""

    library: str | None = None
    article_key: str | None = None


class Undone(Struct, frozen=True, kw_only=True):
    """A change that was taken back: which one, and of what."""

    kind: Literal["mark", "unmark", "clear", "star", "unstar", "read", "unread"]
    article_key: str
    label: str


class UserData:
    """The user's data of all libraries; each change is on disk when its method returns."""

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the file, by default the one in the user's data directory; it is made when something is written."""
        return cls()

    def __init__(self) -> None:
        """Start with nothing; :meth:`open` is the way in."""
        self._marks: list[Mark] = []

    def marks(self) -> tuple[Mark, ...]:
        """Return the selection in the order in which it was made."""
        return tuple(self._marks)

    def mark(self, *marks: Mark) -> None:
        """Add items to the selection as one change; what is there already stays as it is."""
        self._marks.extend(mark for mark in marks if mark not in self._marks)

    def unmark(self, *anchors: Anchor) -> None:
        """Take items out of the selection as one change."""
        self._marks = [mark for mark in self._marks if mark.anchor not in anchors]

    def clear_marks(self) -> None:
        """Empty the selection as one change."""
        self._marks.clear()

    def stars(self) -> frozenset[str]:
        """Return the keys of the articles that have a star."""
        return frozenset()

    def star(self, article_key: str, on: bool, label: str = "") -> None:
        """Give an article a star or take it away."""

    def read(self) -> frozenset[str]:
        """Return the keys of the articles that were read."""
        return frozenset()

    def set_read(self, article_key: str, on: bool, label: str = "") -> None:
        """Say that an article was read, or not."""

    def position(self, article_key: str) -> int:
        """Return where reading stopped: an offset of the source text, 0 by default."""
        return 0

    def set_position(self, article_key: str, offset: int) -> None:
        """Keep where reading stopped; not a change that can be undone."""

    def last(self) -> Place:
        """Return the library and article that were open last."""
        return Place()

    def set_last(self, place: Place) -> None:
        """Keep where the user is; not a change that can be undone."""

    def undo(self) -> Undone | None:
        """Take back the latest change of marks, stars or read marks (50 are kept); None when there is none."""
        return None

    def close(self) -> None:
        """Close the file."""
