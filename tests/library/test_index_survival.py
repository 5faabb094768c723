"""Whatever ends a process that is at work, the index is valid afterwards, and what was left is done by the next one."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests import invented
from tests.generated.library import made
from tests.library.index_content import content
from tests.search.index import put
from tui.library import Document, Library
from tui.library.index.keeping import article
from tui.library.index.known import Known
from tui.library.index.opening import place
from tui.library.index.settling import settle
from tui.library.index.sqlite.index import SqliteIndex
from tui.library.reading import complete_article
from tui.library.scan import Stamp
from tui.library.summary import ready

KILLS = 60
ARTICLES = 12


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """Return some articles."""
    return [
        Document(ready(one.path, one.text, one.record, corrected=False), one.text, one.record)
        for one in made(ARTICLES, lived=True, districts=2)
    ]


def work(file: Path, documents: list[Document], seed: int) -> None:
    """Change the index without end: take articles in and out, and finish what is unfinished."""
    random = Random(seed)
    index = SqliteIndex(file)
    while True:
        some = random.sample(documents, 4)
        index.put([article(Known(one.path, Stamp(0, len(one.text)), None, 1), one) for one in some])
        settle(index)
        index.complete([complete_article(one) for one in index.incomplete(6)])
        index.drop([one.path for one in random.sample(documents, 2)])
        index.tidy()


def killed(file: Path, documents: list[Document], seed: int, seconds: float) -> None:
    """Let a process work on the index, and kill it after a while."""
    process = os.fork()
    if not process:
        try:
            work(file, documents, seed)
        finally:
            os._exit(1)
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status)  # it was at work until then


def test_an_index_is_valid_wherever_its_writer_was_killed(tmp_path: Path, documents: list[Document]) -> None:
    file, random = tmp_path / "index.sqlite", Random(11)
    put(SqliteIndex(file), documents)
    for kill in range(KILLS):
        killed(file, documents, kill, random.uniform(0.005, 0.12))
        connection = sqlite3.connect(file)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for name in ("heads", "bodies", "people", "figures", "requests"):
            connection.execute(f"INSERT INTO find_{name} (find_{name}) VALUES ('integrity-check')")
        connection.close()
    index = SqliteIndex(file)
    assert index.notice == ""
    put(index, documents)
    fresh = SqliteIndex()
    put(fresh, documents)
    assert content(index) == content(fresh)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of articles that nothing is known of."""
    folder = invented.write(tmp_path / "articles")
    for one in made(90):
        (folder / one.path).write_text(one.text, encoding="utf-8")
    return folder


def began(folder: Path) -> subprocess.Popen[bytes]:
    """Begin to bring the index of a folder up to date in another process."""
    code = "import sys; from tui.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "index", "-l", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stages(folder: Path) -> Iterator[int]:
    """Yield how many articles are known in each stage of the work, as it goes on."""
    while True:
        try:
            connection = sqlite3.connect(f"file:{place(folder)}?mode=ro", uri=True)
            yield connection.execute("SELECT count(*) FROM sessions WHERE state = 'ready'").fetchone()[0]
            connection.close()
        except sqlite3.Error:
            yield 0


def test_a_command_that_is_killed_is_gone_on_with_by_the_next(folder: Path) -> None:
    for enough in (0, 20, 60):
        process = began(folder)
        next(known for known in stages(folder) if known > enough or process.poll() is not None)
        process.kill()
        process.wait()
    library = Library.open(folder)
    assert any(entry.state == "ready" for entry in library.entries())
    library.refresh()
    assert len(library.entries()) == 93
    assert {entry.state for entry in library.entries()} == {"ready"}
    assert library.index.unfinished() == library.index.unrecognised() == 0
    library.close()
