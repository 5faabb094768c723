"""A library: a folder of articles, what is known of each, and what could not be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event as Flag
from typing import Self

from tui.library.document import Document
from tui.library.entry import Entry, Problem, Progress, provisional_key

SUFFIXES = (".txt", ".md")


class LibraryError(Exception):
    """A library that can't be opened at all; the message is one line for people and names the folder."""


class Library:
    """An opened library. Its methods may be called from any thread; what they return never changes afterwards."""

    def __init__(self, root: Path, *, read_only: bool) -> None:
        """Take the folder; :meth:`open` is the way in."""
        self.root = root
        self.name = root.name
        self.read_only = read_only
        self._entries: tuple[Entry, ...] = ()
        self._problems: tuple[Problem, ...] = ()

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open a folder (or one article), or without a path the library that ships.

        Raises:
            LibraryError: there is no such folder or file, or it can't be listed.
        """
        root = path or Path(__file__).resolve().parents[2] / "seeds"
        if not root.exists():
            raise LibraryError(f"{root}: no such folder")
        library = cls(root, read_only=path is None)
        library._entries = tuple(
            Entry(
                article_key=provisional_key(file.name),
                path=file.name,
                state="pending",
                headline=file.stem,
            )
            for file in sorted(root.iterdir())
            if file.suffix in SUFFIXES
        )
        return library

    def entries(self) -> Sequence[Entry]:
        """Return all articles, newest session first; what is not parsed yet comes last."""
        return self._entries

    def problems(self) -> Sequence[Problem]:
        """Return what could not be used, in the order of paths."""
        return self._problems

    def document(self, article_key: str) -> Document:
        """Return an article with its text, and its record where that is known.

        Raises:
            KeyError: no article of the library has this key.
            LibraryError: the file is gone or can't be read any more.
        """
        entry = next((entry for entry in self._entries if entry.article_key == article_key), None)
        if entry is None:
            raise KeyError(article_key)
        return Document(entry, (self.root / entry.path).read_bytes().decode("utf-8-sig"), None)

    def pending(self) -> int:
        """Return how many articles are not parsed yet."""
        return sum(entry.state == "pending" for entry in self._entries)

    def refresh(self, report: Callable[[Progress], None] | None = None, stop: Flag | None = None) -> bool:
        """Look at the folder again and parse what is new or changed, in child processes; blocks until that is done.

        Call it from a worker thread of the reader. Each file's entry is in :meth:`entries` before ``report`` is called
        for it (in the calling thread); ``stop``, once set, ends the work after the file at hand, without loss.

        Returns:
            Whether entries or problems are other than before.
        """
        return False

    def close(self) -> None:
        """Let go of the cache; the library must not be used afterwards."""
