"""Which article of a library another text is nearly the same as: the fingerprints of all its articles, on disk.

The file is beside the library's cache and can be deleted at any time. All its SQL is here.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from tui.library.index.opening import place
from tui.library.likeness import likeness

NEAR = 0.6
"""From here on two texts are the same article, printed twice. Measured on 19 articles of three portals: of copies with
another headline and one paragraph in ten left out 16 reach it, with the headline changed alone all (0.89 and more); the
likest two that are not the same reach 0.25."""
_PROBES = 16
"""Hashes of a fingerprint by which others are looked up: of two texts that are near, these have some in common in all
but one of a million cases."""
_SCHEMA = 1
_TABLES = """
CREATE TABLE fingerprints (number INTEGER PRIMARY KEY, article_key TEXT NOT NULL UNIQUE, fingerprint BLOB NOT NULL);
CREATE TABLE probes (probe INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (probe, number)) WITHOUT ROWID;
"""


class Alike(NamedTuple):
    """An article that a text is nearly the same as, and how nearly (0 to 1)."""

    article_key: str
    likeness: float


class Resemblance:
    """The fingerprints of one library."""

    def __init__(self, path: Path | None) -> None:
        """Open the file, made anew where it is of no use; with None, or where it can't be written, one in memory."""
        self._connection = _opened(path)

    @classmethod
    def of(cls, root: Path) -> Self:
        """Open the fingerprints of the library in a folder."""
        return cls(place(root).with_suffix(".likeness"))

    def keys(self) -> frozenset[str]:
        """Return the keys of the articles whose fingerprints are known."""
        return frozenset(row[0] for row in self._connection.execute("SELECT article_key FROM fingerprints"))

    def put(self, prints: Iterable[tuple[str, bytes]]) -> None:
        """Keep fingerprints by article key."""
        with self._connection:
            for article_key, fingerprint in prints:
                self._drop(article_key)
                number = self._connection.execute(
                    "INSERT INTO fingerprints (article_key, fingerprint) VALUES (?, ?)", (article_key, fingerprint)
                ).lastrowid
                rows = [(probe, number) for probe in _probes(fingerprint)]
                self._connection.executemany("INSERT OR IGNORE INTO probes VALUES (?, ?)", rows)

    def drop(self, article_keys: Iterable[str]) -> None:
        """Forget articles."""
        with self._connection:
            for article_key in article_keys:
                self._drop(article_key)

    def nearest(self, fingerprint: bytes) -> Alike | None:
        """Return the article that a text is most like, if it is near; None otherwise."""
        probes = _probes(fingerprint)
        marks = ",".join("?" * len(probes))
        rows = self._connection.execute(
            "SELECT DISTINCT article_key, fingerprint FROM probes JOIN fingerprints USING (number) "
            f"WHERE probe IN ({marks})",
            probes,
        )
        found = (Alike(article_key, likeness(fingerprint, other)) for article_key, other in rows)
        best = max(found, key=lambda one: one.likeness, default=None)
        return best if best and best.likeness >= NEAR else None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _drop(self, article_key: str) -> None:
        row = self._connection.execute(
            "SELECT number, fingerprint FROM fingerprints WHERE article_key = ?", (article_key,)
        ).fetchone()
        if row is not None:
            rows = [(probe, row[0]) for probe in _probes(row[1])]
            self._connection.executemany("DELETE FROM probes WHERE probe = ? AND number = ?", rows)
            self._connection.execute("DELETE FROM fingerprints WHERE number = ?", (row[0],))


def _probes(fingerprint: bytes) -> list[int]:
    """Return the smallest hashes, which a fingerprint begins with."""
    return array("I", fingerprint[: len(fingerprint) // 4 * 4])[:_PROBES].tolist()


def _opened(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        for _ in ("as it is", "made anew"):
            with suppress(sqlite3.Error, OSError):
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                return _connect(str(path))
            with suppress(OSError):
                path.unlink()
    return _connect(":memory:")


def _connect(name: str) -> sqlite3.Connection:
    """Return a connection to a file of this schema; an empty one gets the tables.

    Raises:
        sqlite3.Error: it is no such file.

    """
    connection = sqlite3.connect(name, timeout=5)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # it can be made again
        connection.execute("PRAGMA journal_mode = MEMORY")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_SCHEMA}; COMMIT;")
        elif version != _SCHEMA:
            raise sqlite3.DatabaseError("another schema")
    except BaseException:
        connection.close()
        raise
    return connection
