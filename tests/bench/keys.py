"""How long the reader takes from a key to the last byte of what follows from it, beside the least that Textual can do.

All in terminals of their own and by turns: moving in the sessions and in the text beside a bare list on the line API, a
letter of a search beside a line to type in and a label, another size of the window beside a bare app with as many
panes, and the first paint of a library with a warm index beside that of the seed.

``python -m tests.bench.keys LIBRARIES INDEXES FOLDER --articles 1000 10000`` keeps generated libraries, their indexes
and folders of their articles in the three folders.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from tests.bench.building import build
from tests.bench.first_paint import PLACES, SHOWN, SIZE, first_paint
from tests.bench.libraries import PROSE, documents
from tests.bench.report import alternate, giamsat, machine, medians
from tests.terminal import Terminal
from tui.library import Library
from tui.library.index.opening import place
from tui.library.parsing import PARSER
from tui.text.fold import fold

QUIET = 0.08
"""Seconds without a byte after which a key is taken as done."""
WAIT = 3.0
"""Most seconds until the first byte."""
QUERIES = 4
"""Queries that are typed, letter by letter."""
OTHER_SIZE = (120, 36)


def settled(terminal: Terminal, act: Callable[[], None]) -> tuple[float, float]:
    """Return the seconds from an act to the first and to the last byte that follow from it."""
    start = time.perf_counter()
    act()
    times = [0.0]
    while terminal.read(QUIET if len(times) > 1 else WAIT):
        times.append(time.perf_counter() - start)
    return times[min(1, len(times) - 1)], times[-1]


def keys(terminal: Terminal, typed: Sequence[str]) -> Iterator[tuple[float, float]]:
    """Yield the seconds that each of some keys takes."""
    for key in typed:
        yield settled(terminal, lambda key=key: terminal.send(key))  # type: ignore[misc]


def p95(seconds: Sequence[float]) -> float:
    """Return the time that 95 of 100 don't exceed."""
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1]


def prepared(libraries: Path, indexes: Path, folder: Path, articles: int) -> Path:
    """Return a folder of articles whose index, in the cache that is in use, is up to date."""
    root = folder / str(articles)
    if not root.exists():
        part = folder / f"{articles}.part"
        part.mkdir(parents=True, exist_ok=True)
        for one in documents(libraries, articles, prose=PROSE):
            (part / one.path).write_text(one.text, encoding="utf-8")
        part.rename(root)
    built, _ = build(libraries, indexes, articles, bodies=True)
    index = place(root)
    index.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(built, index)
    stamps = [
        (entry.stat().st_mtime_ns, entry.stat().st_size, PARSER, os.fsencode(entry.name)) for entry in os.scandir(root)
    ]
    with sqlite3.connect(index) as connection:
        connection.executemany("UPDATE files SET changed = ?, size = ?, parser = ? WHERE path = ?", stamps)
    connection.close()
    return root


def about(root: Path) -> tuple[list[str], list[str]]:
    """Return queries that find something in a library, without accents, and words of its first paint."""
    library = Library.open(root)
    entries = library.listing(200).entries
    queries = [f"{fold(entry.place or '')} {' '.join(fold(entry.theme or '').split()[:3])}" for entry in entries[7::53]]
    first = library.document(entries[0].article_key)
    record = first.record
    library.close()
    assert record is not None
    lead = next(block for block in record.blocks if block.zone == "body")
    body = " ".join(first.text[lead.start : lead.end].split()[:3])
    return queries[:QUERIES], [" ".join(first.entry.headline.split()[:4]), body, record.people[0].name]


@contextmanager
def opened(home: str, *command: str, shows: str) -> Iterator[Terminal]:
    """Yield a program that shows something by now and has come to rest."""
    with Terminal(command, size=SIZE, environ=os.environ | dict.fromkeys(PLACES, home)) as terminal:
        terminal.wait_for(shows, timeout=120)
        terminal.settle(1.0, timeout=60)
        yield terminal


def bare(which: str) -> list[str]:
    """Return the command of a bare app."""
    return [sys.executable, "-m", "tests.bench.bare_screens", which]


def measure(root: Path, queries: Sequence[str], home: str, times: int) -> Mapping[str, Sequence[float]]:
    """Return the seconds of each key, by what it does."""
    taken: dict[str, list[float]] = defaultdict(list)

    def take(name: str, times: Iterable[tuple[float, float]], *, first: bool = False) -> None:
        taken[name] += [some[0] if first else some[1] for some in times]

    with ExitStack() as stack:
        enter = stack.enter_context
        line, rows, panes = (enter(opened(home, *bare(which), shows="Ready")) for which in ("input", "list", "panes"))
        reader = enter(opened(home, giamsat(), str(root), "--lang", "en", shows="/ search"))
        list(keys(reader, ["\x1b", "g", "1"]))  # the first one closes the welcome
        downs = ["j"] * times
        take("a bare list", keys(rows, downs))
        take("moving in the sessions, to the cursor", keys(reader, downs), first=True)
        list(keys(reader, ["g", "2"]))
        take("moving in the text", keys(reader, downs))
        list(keys(reader, ["/"]))
        for query in queries:
            for key in query:
                take("a line and a label", keys(line, [key]))
                take("a letter of a search, to all results", keys(reader, [key]))
            list(keys(line, ["\x15"]))
            list(keys(reader, ["\x15"]))
        list(keys(reader, ["\x1b"]))
        for size in [OTHER_SIZE, SIZE] * max(times // 4, 4):
            for name, terminal in (("resizing bare panes", panes), ("resizing", reader)):
                take(name, [settled(terminal, lambda t=terminal, s=size: t.resize(*s))])  # type: ignore[misc]
    return taken


FLOORS = {
    "moving in the sessions, to the cursor": "a bare list",
    "moving in the text": "a bare list",
    "a letter of a search, to all results": "a line and a label",
    "resizing": "resizing bare panes",
}


def main() -> None:
    """Print a row for each library and each kind of key."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("libraries", type=Path)
    options.add_argument("indexes", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    options.add_argument("--times", type=int, default=40)
    options.add_argument("--paints", type=int, default=8)
    chosen = options.parse_args()
    print(machine(), f"{SIZE[0]}x{SIZE[1]}", sep=", ")
    with tempfile.TemporaryDirectory() as home, patch.dict(os.environ, dict.fromkeys(PLACES, home)):
        for articles in chosen.articles:
            root = prepared(chosen.libraries, chosen.indexes, chosen.folder, articles)
            queries, words = about(root)
            taken = measure(root, queries, home, chosen.times)
            print(f"\n{articles} articles: p95 (median) ms, and how many times the floor's")
            for name, floor in FLOORS.items():
                mine, least = taken[name], taken[floor]
                told = " ".join(
                    f"{p95(some) * 1e3:7.1f} ({statistics.median(some) * 1e3:.1f})" for some in (mine, least)
                )
                times = f"{p95(mine) / p95(least):.2f} ({statistics.median(mine) / statistics.median(least):.2f})"
                print(f"  {name:38} {told}  {floor}: {times}")
            if chosen.paints:

                def of_library(root: Path = root, words: Sequence[str] = words) -> float:
                    for file in Path(home).rglob("userdata.sqlite*"):  # where one was last is another article
                        file.unlink()
                    return first_paint(giamsat(), str(root), words=words, quiet=2.0, home=home)

                paint = {
                    "the seed": lambda: first_paint(giamsat(), words=SHOWN, quiet=2.0, home=f"{home}/seed"),
                    "the library": of_library,
                }
                alternate(paint, 1)
                print(medians(alternate(paint, chosen.paints)))


if __name__ == "__main__":
    main()
