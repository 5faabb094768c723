"""Building indexes of generated libraries from their records: the processor time of each part, and their size."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from time import process_time

import msgspec

from tests.bench.libraries import PROSE, documents
from tui.library.compact import pack
from tui.library.document import Document
from tui.library.index.engine import Article
from tui.library.index.known import Known
from tui.library.index.made import Rest, head, rest
from tui.library.index.settling import settle
from tui.library.index.sqlite.index import SqliteIndex
from tui.library.index.sqlite.schema import FOUND
from tui.library.index.texts import packed
from tui.library.scan import Stamp

_WORDS = ("words", "pairs")
_EMPTY = 20
"""Bytes of a text that is not kept."""
_TOGETHER = 500
"""Articles that are kept in one transaction, as while a library is read on two cores."""


class Built(msgspec.Struct):
    """An index of ``articles`` articles, whose texts have ``size`` bytes: milliseconds an article of each part."""

    articles: int
    size: int
    ms: dict[str, float]


def build(libraries: Path, folder: Path, articles: int, *, bodies: bool) -> tuple[Path, Built]:
    """Return where the index of a library is, and what building it took; it is built but once."""
    name = f"{articles}-{'all' if bodies else 'heads'}"
    file, notes = folder / f"{name}.sqlite", folder / f"{name}.json"
    if not notes.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for ending in ("", "-wal", "-shm"):
            Path(f"{file}{ending}").unlink(missing_ok=True)
        made = _built(documents(libraries, articles, prose=PROSE if bodies else 0), file, articles, bodies=bodies)
        notes.write_bytes(msgspec.json.encode(made))
    return file, msgspec.json.decode(notes.read_bytes(), type=Built)


class _Clock:
    """Adds up how long parts of the work take."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, part: str) -> Iterator[None]:
        start = process_time()
        yield
        self.seconds[part] = self.seconds.get(part, 0.0) + process_time() - start


def _built(library: Iterator[Document], file: Path, articles: int, *, bodies: bool) -> Built:
    clock, index, size = _Clock(), SqliteIndex(file), 0
    while some := list(islice(library, _TOGETHER)):
        size += sum(len(one.text.encode()) for one in some)
        with clock("heads"):
            heads = [head(one) for one in some]
        with clock("records"):
            data = [_packed(one) if bodies else (b"", None) for one in some]
        with clock("heads"):
            files = [Known(one.path, Stamp(0, len(one.text)), None, 1) for one in some]
            index.put([Article(*one) for one in zip(files, heads, *zip(*data, strict=True), strict=True)])
        if bodies:
            with clock("bodies"):
                index.complete(_rests(index, some))
    with clock("people"):
        settle(index)
    with clock("tidying"):
        while index.tidy():
            pass
    index.close()
    return Built(articles, size, {part: taken * 1e3 / articles for part, taken in clock.seconds.items()})


def _packed(one: Document) -> tuple[bytes, bytes | None]:
    """Return text and record as they are kept."""
    return packed(one.text), pack(one.record, one.text) if one.record else None


def _rests(index: SqliteIndex, some: list[Document]) -> list[tuple[int, Rest]]:
    numbers: Mapping[str, int] = {one.path: index.numbers(path=one.path)[0] for one in some}
    return [(numbers[one.path], rest(one)) for one in some]


def sizes(file: Path, made: Built) -> dict[str, str]:
    """Return how large the parts of an index are, the first ones held against the texts (in UTF-8) that they are of."""
    connection = sqlite3.connect(file)
    packed_texts, records = connection.execute(
        "SELECT total(length(text)), total(length(record)) FROM texts"
    ).fetchone()
    texts = made.size if packed_texts > made.articles * _EMPTY else 0
    found = sum(connection.execute(f"SELECT sum(length(block)) FROM find_{name}_data").fetchone()[0] for name in FOUND)
    counted = sum(connection.execute(f"SELECT total(length(token) + 4) FROM {name}").fetchone()[0] for name in _WORDS)
    connection.close()
    column = {"the whole file, KB an article": f"{file.stat().st_size / made.articles / 1000:.1f}"}
    if texts:
        column |= {
            "full-text tables and vocabulary, % of text": f"{100 * (found + counted) / texts:.0f}",
            "compressed records, % of text": f"{100 * records / texts:.0f}",
            "compressed text, % of text": f"{100 * packed_texts / texts:.0f}",
        }
    return column
