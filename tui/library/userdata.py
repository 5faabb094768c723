"""What a user adds: the selection, stars, read marks, reading positions, and the way back from each change.

A change is on disk when its method returns, and one made by another reader at the same time is seen by the next call.
Every method may raise :class:`UserDataError`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, Self, cast

import msgspec
from msgspec import Struct

from tui.library.anchor import Anchor
from tui.library.userdata_store import Change, MarkRow, Store, UserDataError, now
from tui.paths import data_dir
from tui.sections import Section
from tui.text.clean import Clean

__all__ = ["Mark", "Place", "Undone", "UserData", "UserDataError", "last_library"]

FILE = "userdata.sqlite"
UNDOABLE = 50
"""Changes that can be taken back."""

Kind = Literal["mark", "unmark", "clear", "star", "unstar", "read", "unread"]


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

    kind: Kind
    article_key: str
    label: str


class _Before(Struct, frozen=True):
    """How things were before a change: marks to put back and to take out, flags with their time or None."""

    back: Sequence[MarkRow] = ()
    out: Sequence[int] = ()
    flags: Sequence[tuple[str, str, str | None]] = ()


class UserData:
    """The user's data of all libraries. May be used from any thread."""

    def __init__(self, store: Store) -> None:
        """Take an opened file; :meth:`open` is the way in."""
        self._store = store

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the file, by default the one in the user's data directory; it is made where there is none.

        Never fails: where nothing can be kept, or the file is of a newer version, the data lives in memory;
        a damaged file is set aside. :attr:`notice` says so.
        """
        return cls(Store.open(path or data_dir() / FILE))

    @property
    def notice(self) -> Clean:
        """What the user should know about the file, in one line; usually nothing."""
        return self._store.notice

    def marks(self) -> tuple[Mark, ...]:
        """Return the selection in the order in which it was made."""
        return tuple(map(_mark, self._store.marks()))

    def mark(self, *marks: Mark) -> None:
        """Add items to the selection as one change; what is there already stays as it is."""
        with self._store.transaction():
            added = [number for mark in marks if (number := self._store.add_mark(_row(mark))) is not None]
            if added:
                self._keep("mark", marks[0].anchor.article_key, marks[0].label, _Before(out=added))

    def unmark(self, *anchors: Anchor) -> None:
        """Take items out of the selection as one change."""
        with self._store.transaction():
            found = [self._store.mark(one.article_key, one.section, one.start, one.exact) for one in anchors]
            rows = [row for row in found if row is not None]
            if rows:
                self._store.remove_marks(row.number for row in rows)
                self._keep("unmark", rows[0].article_key, rows[0].label, _Before(back=rows))

    def clear_marks(self) -> None:
        """Empty the selection as one change."""
        with self._store.transaction():
            rows = self._store.marks()
            if rows:
                self._store.remove_marks(row.number for row in rows)
                self._keep("clear", "", "", _Before(back=rows))

    def stars(self) -> frozenset[str]:
        """Return the keys of the articles that have a star."""
        return self._store.flags("star")

    def star(self, article_key: str, on: bool, label: str = "") -> None:
        """Give an article a star or take it away."""
        with self._store.transaction():
            before = self._flag("star", article_key, on)
            if before is not None:
                self._keep("star" if on else "unstar", article_key, label, before)

    def read(self) -> frozenset[str]:
        """Return the keys of the articles that were read."""
        return self._store.flags("read")

    def set_read(self, article_key: str, on: bool, label: str = "", *, undoable: bool = True) -> None:
        """Say that an article was read, or not; that one was opened is no change that a user would take back."""
        with self._store.transaction():
            before = self._flag("read", article_key, on)
            if before is not None and undoable:
                self._keep("read" if on else "unread", article_key, label, before)

    def position(self, article_key: str) -> int:
        """Return where reading stopped: an offset of the source text, 0 by default."""
        return self._store.position(article_key) or 0

    def set_position(self, article_key: str, offset: int) -> None:
        """Keep where reading stopped; not a change that can be undone."""
        self._store.set_position(article_key, offset)

    def last(self) -> Place:
        """Return the library and article that were open last."""
        places = {name: os.fsdecode(value) or None for name, value in self._store.places().items()}
        return Place(library=places.get("library"), article_key=places.get("article_key"))

    def set_last(self, place: Place) -> None:
        """Keep where the user is; not a change that can be undone."""
        with self._store.transaction():
            self._store.set_place("library", os.fsencode(place.library or ""))
            self._store.set_place("article_key", os.fsencode(place.article_key or ""))

    def rename(self, keys: Mapping[str, str]) -> None:
        """Move what was added to articles to their new keys (see :meth:`tui.library.Library.renamed`)."""
        with self._store.transaction():
            for old, new in keys.items():
                self._store.rename(old, new)

    def undo(self) -> Undone | None:
        """Take back the latest change of marks, stars or read marks (50 are kept); None when there is none."""
        with self._store.transaction():
            change = self._store.pop()
            if change is None:
                return None
            before = msgspec.msgpack.decode(change.before, type=_Before)
            self._store.remove_marks(before.out)
            for row in before.back:
                self._store.add_mark(row)
            for kind, article_key, since in before.flags:
                self._store.set_flag(kind, article_key, since)
            return Undone(kind=cast(Kind, change.kind), article_key=change.article_key, label=change.label)

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def _flag(self, kind: str, article_key: str, on: bool) -> _Before | None:
        """Set a flag and return how it was, or None when it was like that already."""
        since = self._store.flag(kind, article_key)
        if on == (since is not None):
            return None
        self._store.set_flag(kind, article_key, now() if on else None)
        return _Before(flags=[(kind, article_key, since)])

    def _keep(self, kind: Kind, article_key: str, label: str, before: _Before) -> None:
        self._store.push(Change(kind, article_key, label, msgspec.msgpack.encode(before)), UNDOABLE)


def last_library() -> str | None:
    """Return the folder of the library that was open last, if it is still there; makes no file."""
    if not (data_dir() / FILE).exists():
        return None
    user = UserData.open()
    try:
        library = user.last().library
    except UserDataError:
        return None
    finally:
        user.close()
    return library if library and os.path.exists(library) else None


def _row(mark: Mark) -> MarkRow:
    one = mark.anchor
    place = (one.article_key, one.section, one.exact, one.start, one.prefix, one.suffix)
    return MarkRow(None, *place, os.fsencode(mark.library), os.fsencode(mark.path), mark.label)


def _mark(row: MarkRow) -> Mark:
    return Mark(
        anchor=Anchor(
            article_key=row.article_key,
            section=cast(Section, row.section),
            exact=row.exact,
            start=row.start,
            prefix=row.prefix,
            suffix=row.suffix,
        ),
        library=os.fsdecode(row.library),
        path=os.fsdecode(row.path),
        label=row.label,
    )
