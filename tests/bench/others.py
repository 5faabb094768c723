"""What people would search with otherwise: fzf and ripgrep over lines of heads, plain FTS5, and Tantivy."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from time import process_time
from typing import Any, NamedTuple, Protocol

from tui.library.index.engine import Engine
from tui.library.index.fields import row_fields
from tui.text.fold import fold

FIRST = 10
"""How far down a person looks."""


class Line(NamedTuple):
    """An article as the others get it: its path, the fields of its head in one line, its text."""

    path: str
    head: str
    body: str


class Other(Protocol):
    """Another way to search. ``name`` says how it was set up."""

    name: str

    def first(self, query: str) -> Sequence[str]:
        """Return the paths of the first articles that a query finds."""


def lines(engine: Engine, *, bodies: bool) -> list[Line]:
    """Return the articles of an index, newest first."""
    numbers = list(engine.order("date"))
    found: list[Line] = []
    for first in range(0, len(numbers), 500):
        some = numbers[first : first + 500]
        paths = {number: entry.path for number, entry in engine.entries(some).items()}
        said = engine.said(some) if bodies else {}
        rows = {row.session: row for row in engine.rows("sessions", some)}
        for number in some:
            head = " ".join(dict.fromkeys(row_fields(rows[number].text)))
            body = " ".join(said[number].display.split()) if number in said else ""
            found.append(Line(paths[number], head, body))
    return found


class Fzf:
    """fzf --filter, one process a query, over folded heads."""

    name = "fzf --filter, folded heads"

    def __init__(self, known: Sequence[Line]) -> None:
        """Write the lines to a file."""
        self._file = tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt")  # noqa: SIM115 - as long as this lives
        self._file.writelines(f"{one.path}\t{fold(one.head)}\n" for one in known)
        self._file.flush()

    def first(self, query: str) -> Sequence[str]:
        """Return the first lines' paths."""
        with open(self._file.name, "rb") as file:
            found = subprocess.run(
                ["fzf", "--filter", fold(query)], stdin=file, stdout=subprocess.PIPE, check=False
            ).stdout
        return [line.partition(b"\t")[0].decode() for line in found.split(b"\n", FIRST)[:FIRST]]


class Ripgrep(Fzf):
    """ripgrep, one process a query: the words in their order."""

    name = "ripgrep, folded heads"

    def first(self, query: str) -> Sequence[str]:
        """Return the first lines' paths."""
        command = ["rg", "-N", "-m", str(FIRST), "--", ".*".join(fold(query).split()), self._file.name]
        found = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
        return [line.partition(b"\t")[0].decode() for line in found.splitlines()]


class PlainFts5:
    """SQLite FTS5 as it comes: unicode61, the last word as a prefix, bm25."""

    name = "FTS5 unicode61, bm25"

    def __init__(self, known: Sequence[Line]) -> None:
        """Build the index."""
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute("CREATE VIRTUAL TABLE plain USING fts5(path UNINDEXED, head, body)")
        self._connection.executemany("INSERT INTO plain VALUES (?, ?, ?)", known)

    def first(self, query: str) -> Sequence[str]:
        """Return the best rows' paths."""
        words = " ".join(f'"{word}"' for word in query.replace('"', " ").split())
        select = f"SELECT path FROM plain WHERE plain MATCH ? ORDER BY bm25(plain) LIMIT {FIRST}"
        return [path for (path,) in self._connection.execute(select, (f"{words}*",))] if words else []


class Tantivy:
    """Tantivy with fuzzy terms of one error, all words wanted."""

    name = "Tantivy, one error a word, folded"

    def __init__(self, known: Sequence[Line]) -> None:
        """Build the index in memory."""
        tantivy: Any = import_module("tantivy")  # only where it is installed
        builder: Any = tantivy.SchemaBuilder()
        builder.add_text_field("path", stored=True, tokenizer_name="raw")
        builder.add_text_field("head")
        builder.add_text_field("body")
        self._index: Any = tantivy.Index(builder.build())
        writer = self._index.writer(200_000_000)
        for one in known:
            writer.add_document(tantivy.Document(path=one.path, head=fold(one.head), body=fold(one.body)))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher: Any = self._index.searcher()
        self._fuzzy = {field: (False, 1, True) for field in ("head", "body")}

    def first(self, query: str) -> Sequence[str]:
        """Return the best documents' paths."""
        words = "".join(letter if letter.isalnum() else " " for letter in fold(query))
        asked = self._index.parse_query(words, ["head", "body"], conjunction_by_default=True, fuzzy_fields=self._fuzzy)
        hits = self._searcher.search(asked, FIRST).hits
        return [self._searcher.doc(place)["path"][0] for _, place in hits]


def installed() -> Iterator[tuple[str, Callable[[Sequence[Line]], Other] | None]]:
    """Yield each of the others by its name, with what makes it; None where it is not installed."""
    yield Fzf.name, Fzf if shutil.which("fzf") else None
    yield Ripgrep.name, Ripgrep if shutil.which("rg") else None
    yield PlainFts5.name, PlainFts5
    yield Tantivy.name, Tantivy if find_spec("tantivy") else None


def seconds(other: Other, query: str) -> float:
    """Return how many seconds of the processor a query takes, in this process and in those that it starts."""
    start = _worked()
    other.first(query)
    return _worked() - start


def _worked() -> float:
    taken = os.times()
    return process_time() + taken.children_user + taken.children_system
