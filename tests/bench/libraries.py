"""Generated libraries for measurements, written once to a folder and read again: a million articles take long to make.

``python -m tests.bench.libraries FOLDER --articles 100000 [--prose 700]`` makes one beforehand.
"""

from __future__ import annotations

import argparse
import pickle
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.generated.library import made
from tui.library.compact import pack, unpack
from tui.library.document import Document
from tui.library.summary import ready

PROSE = 700
"""Words of an article beside what is known of it: with them its median is 4,500 characters."""
YEARS = 15
MOST_KEPT = 100_000
_CHUNK = 500


def documents(folder: Path, articles: int, *, prose: int) -> Iterator[Document]:
    """Yield the articles of a generated library with their records; it is made if it is not in the folder yet.

    One of more than :data:`MOST_KEPT` articles is not kept: it is read but once.
    """
    if articles > MOST_KEPT:
        for one in made(articles, lived=True, years=YEARS, prose=prose):
            yield Document(ready(one.path, one.text, one.record, corrected=False), one.text, one.record)
        return
    kept = path(folder, articles, prose)
    if not kept.exists():
        make(folder, articles, prose)
    with kept.open("rb") as file:
        left = articles
        while left:
            for name, text, record in pickle.load(file):
                whole = zlib.decompress(text).decode()
                known = unpack(record, whole)
                yield Document(ready(name, whole, known, corrected=False), whole, known)
                left -= 1


def path(folder: Path, articles: int, prose: int) -> Path:
    """Return where a library is kept."""
    return folder / f"{articles}-{prose}.pickle"


def make(folder: Path, articles: int, prose: int) -> None:
    """Make a library."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = path(folder, articles, prose)
    part = whole.with_suffix(".part")
    with part.open("wb") as file:
        chunk = []
        for number, one in enumerate(made(articles, lived=True, years=YEARS, prose=prose), 1):
            chunk.append((one.path, zlib.compress(one.text.encode(), 1), pack(one.record, one.text)))
            if len(chunk) == _CHUNK or number == articles:
                pickle.dump(chunk, file)
                chunk = []
    part.replace(whole)


def main() -> None:
    """Make a library beforehand."""
    parser = argparse.ArgumentParser(description="Make a generated library for measurements.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--prose", type=int, default=PROSE)
    given = parser.parse_args()
    make(given.folder, given.articles, given.prose)


if __name__ == "__main__":
    main()
