"""However an index came to hold some articles, it holds what one has that was made of them alone."""

from __future__ import annotations

from random import Random

import pytest

from tests.generated.library import made
from tests.library.index_content import content
from tests.search.index import put
from tui.library import Document
from tui.library.index.keeping import article
from tui.library.index.known import Known
from tui.library.index.sqlite.index import SqliteIndex
from tui.library.scan import Stamp
from tui.library.summary import ready, unparsed

ARTICLES = list(made(12, districts=2))
PATHS = ["a.txt", "b.txt", "c.txt", "d.txt"]
"""More files than articles, so that some hold the same one."""


def document(number: int, path: str) -> Document:
    one = ARTICLES[number]
    return Document(ready(path, one.text, one.record, corrected=False), one.text, one.record)


@pytest.mark.parametrize("seed", range(12))
def test_changes_leave_nothing_behind(seed: int) -> None:
    random = Random(seed)
    index = SqliteIndex()
    now: dict[str, int | None] = {}
    for _ in range(random.randint(3, 9)):
        path = random.choice(PATHS)
        step = random.random()
        if step < 0.2:
            index.drop([path])
            now.pop(path, None)
        elif step < 0.3 and path not in now:
            index.announce([unparsed(path, "pending")])
            now[path] = None
        else:
            chosen = {path: random.randrange(4) for path in random.sample(PATHS, 2)}
            documents = [document(number, path) for path, number in chosen.items()]
            if random.random() < 0.5:
                put(index, documents)
            else:
                index.put([article(Known(one.path, Stamp(1, 1), None, 1), one) for one in documents])
            now.update(chosen)
    put(index, [])
    fresh = SqliteIndex()
    fresh.announce([unparsed(path, "pending") for path, number in now.items() if number is None])
    put(fresh, [document(number, path) for path, number in now.items() if number is not None])
    assert content(index) == content(fresh)
