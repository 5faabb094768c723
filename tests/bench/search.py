"""How fast searching is at every size of library, and how well, beside what people would search with otherwise.

``python -m tests.bench.search --folder FOLDER [--sizes 1000 10000 100000] [--heads 1000000]``: the folder keeps the
generated libraries and their indexes. Prints tables for the README. Beside the clock, which tells nothing where others
work on the machine, it reads the time of the processor, of all processes (and cores) that a search uses. fzf, ripgrep
and Tantivy take part where they are installed (``pip install tantivy``).
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.building import Built, build, sizes
from tests.bench.others import Other, installed, lines, seconds
from tests.bench.report import machine
from tests.bench.typed import Key, asked, keys, p95, queries, type_in
from tests.search.query_set import FIRST, NOTHING, corpora, query_set, rank
from tui.library.index.sqlite.index import SqliteIndex
from tui.search import Corpus, search

QUERIES = 56
"""Queries that are typed key by key."""
WHOLE = 28
"""Of these, those that the others are asked, too."""
MOST_TEXTS = 10_000
"""Articles up to which FTS5 and Tantivy have the texts, too, and not the heads alone."""
_MEMORY = """
import sys
from pathlib import Path
from tests.bench.typed import keys, queries, type_in
from tui.library.index.sqlite.index import SqliteIndex
from tui.search import Corpus
corpus = Corpus(SqliteIndex(Path(sys.argv[1])))
for whole in queries(corpus.engine, 20, bodies=False):
    for typed in keys(whole):
        type_in(corpus, typed)
print(next(line.split()[1] for line in open("/proc/self/smaps_rollup") if line.startswith("Anonymous:")))
"""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure searching.")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--heads", type=int, nargs="*", default=[])
    given = parser.parse_args()
    print(machine())
    columns: dict[str, Mapping[str, str]] = {}
    for articles, bodies in [*((one, True) for one in given.sizes), *((one, False) for one in given.heads)]:
        file, made = build(given.folder, given.folder / "indexes", articles, bodies=bodies)
        columns[f"{articles:,}{'' if bodies else ' (heads)'}"] = _column(file, made, bodies=bodies)
        print(f"{articles:,} done", file=sys.stderr)
    print(table(columns))
    print()
    print(table(_recall()))


def table(columns: Mapping[str, Mapping[str, str]]) -> str:
    """Return a table in Markdown: a column each, its rows by their names."""
    names = dict.fromkeys(name for column in columns.values() for name in column)
    head = ["", *columns]
    rows = [[name, *(column.get(name, "-") for column in columns.values())] for name in names]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def _column(file: Path, made: Built, *, bodies: bool) -> dict[str, str]:
    corpus = Corpus(SqliteIndex(file))
    corpus.snapshot()
    whole = queries(corpus.engine, QUERIES, bodies=bodies)
    typed = [type_in(corpus, each) for one in whole for each in keys(one)]
    column = _keys(typed)
    column |= {f"build, ms of processor an article: {part}": f"{ms:.2f}" for part, ms in made.ms.items()}
    column |= sizes(file, made)
    column["private memory, MB"] = f"{_private(file):.0f}"
    return column | _beside(corpus, whole[:WHOLE], bodies=bodies and made.articles <= MOST_TEXTS)


def _keys(typed: Sequence[Key]) -> dict[str, str]:
    gc.collect()
    return {
        "keys typed": f"{len(typed):,}",
        "first section ready, p95 ms": f"{p95([one.first for one in typed]) * 1e3:.1f}",
        "first section ready, p95 ms of processor": f"{p95([one.first_worked for one in typed]) * 1e3:.1f}",
        "all sections ready, p95 ms": f"{p95([one.every for one in typed]) * 1e3:.1f}",
        "all sections ready, p95 ms of processor": f"{p95([one.every_worked for one in typed]) * 1e3:.1f}",
        "all sections ready, median ms of processor": f"{median([one.every_worked for one in typed]) * 1e3:.1f}",
    }


def _private(file: Path) -> float:
    """Return the megabytes of memory that a process has for itself after some queries (mapped pages not counted)."""
    told = subprocess.run([sys.executable, "-c", _MEMORY, str(file)], capture_output=True, text=True, check=True)
    return int(told.stdout) / 1024


def _beside(corpus: Corpus, whole: Sequence[str], *, bodies: bool) -> dict[str, str]:
    """Return the median of whole queries, in turn with the others, and how many times longer these take."""
    known = lines(corpus.engine, bodies=bodies)
    others = [(name, make(known) if make else None) for name, make in installed()]
    own: list[float] = []
    theirs: dict[str, list[float]] = {name: [] for name, other in others if other}
    for query in whole:
        own.append(asked(corpus, query))
        for name, other in others:
            if other:
                theirs[name].append(seconds(other, query))
    column = {"whole query, median ms of processor": f"{median(own) * 1e3:.1f}"}
    for name, other in others:
        taken = median(theirs[name]) if other else 0.0
        said = f"{taken * 1e3:,.1f} ({taken / median(own):,.1f} times)" if other else "not installed"
        column[f"{name}, median ms of processor"] = said
    return column


def _recall() -> dict[str, dict[str, str]]:
    """Return how many of 100 queries of each kind have an answer among the first ten, or rightly find nothing."""
    corpus = corpora()["library"]
    known = lines(corpus.engine, bodies=True)
    heads = {one.path: one.head for one in known}
    others = [(name, make(known)) for name, make in installed() if make]
    asked_of: dict[str, list[dict[str, Any]]] = {}
    for one in query_set()["library"]:
        asked_of.setdefault(str(one["kind"]), []).append(one)
    columns: dict[str, dict[str, str]] = {name: {} for name in ("giamsat", *(name for name, _ in others))}
    for kind, some in sorted(asked_of.items()):
        found = sum(
            not results.total if kind == NOTHING else bool(rank(one, results))
            for one in some
            for results in [search(str(one["query"]), corpus, limit=FIRST)]
        )
        columns["giamsat"][kind] = f"{100 * found / len(some):.0f}"
        for name, other in others:
            right = sum(_right(one, other, heads) for one in some)
            columns[name][kind] = f"{100 * right / len(some):.0f}"
    return columns


def _right(one: Mapping[str, Any], other: Other, heads: Mapping[str, str]) -> bool:
    """Tell whether another one's first answers hold a right one; of people any article that they are in will do."""
    first = [path for path in other.first(str(one["query"])) if path]
    if one["kind"] == NOTHING:
        return not first
    people, articles = one.get("people"), one.get("articles")
    if isinstance(people, list):
        return any(name in heads.get(path, "") for path in first for name in people)
    paths = (
        {f"{each:07}.txt" if isinstance(each, int) else each for each in articles} if isinstance(articles, list) else ()
    )
    return any(path in paths for path in first)


if __name__ == "__main__":
    main()
