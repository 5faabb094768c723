"""How long the people of all sessions take: the first page, each key of a filter, and a person's page.

``python -m tests.bench.people --index FILE``: an index of a generated library (``tests.bench.building`` keeps its
indexes); without one, the people of the article that ships. Times are from the key to the frame that shows what it asks
for, in a reader without a terminal, beside the help window as the floor.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from textual import events
from textual.pilot import Pilot

from tests.bench.report import machine
from tui.app import GiamsatApp
from tui.library import Library
from tui.library.index.engine import Ask
from tui.library.index.sqlite.index import SqliteIndex
from tui.library.index.tables import Sorting
from tui.library.userdata import UserData
from tui.screens.help import HelpScreen
from tui.screens.table import TableScreen
from tui.text.fold import fold
from tui.widgets.line_list import LineList
from tui.widgets.table_rows import TableRows

SIZE = (150, 40)
PATIENCE = 20.0
"""Seconds after which an answer is given up."""


class Indexed(Library):
    """A library that is an index and nothing else."""

    def __init__(self, folder: Path, file: Path) -> None:
        """Take an empty folder, and the index."""
        super().__init__(folder)
        self._kept = SqliteIndex(file)

    @property
    def index(self) -> SqliteIndex:
        """The index."""
        return self._kept

    def refresh(self, *_: object, **__: object) -> bool:
        """Leave the index as it is: its articles lie nowhere."""
        return False


def queries(library: Library, count: int, random: Random) -> list[str]:
    """Return what somebody might type: names without accents, roles with their place, a year."""
    tables = library.index.tables
    numbers = tables.listed("people", Ask(()), Sorting("name"))
    some = tables.people_rows(random.sample(list(numbers), min(count, len(numbers)))).values()
    typed = []
    for nth, row in enumerate(some):
        role = " ".join(fold(row.roles.split(";")[0]).split()[:5])
        typed.append((fold(row.name), role or fold(row.name), f"{fold(row.name)} year:2023")[nth % 3])
    return typed


def p95(seconds: Sequence[float]) -> float:
    """Return the time that 95 of 100 keep within."""
    return sorted(seconds)[int(len(seconds) * 0.95)] if seconds else 0.0


class Bench:
    """A reader whose keys are timed."""

    def __init__(self, pilot: Pilot[int]) -> None:
        """Take a running reader."""
        self._pilot, self._app = pilot, pilot.app

    async def key(self, key: str, done: Callable[[], bool]) -> float:
        """Press a key; return the seconds until something is so, and painted."""
        start = time.perf_counter()
        self._app.post_message(events.Key(key, key if len(key) == 1 else None))
        while not done():
            if time.perf_counter() - start > PATIENCE:
                raise TimeoutError(key)
            await asyncio.sleep(0.0005)  # no busier, or threads would wait for this one
        return time.perf_counter() - start

    async def rest(self) -> None:
        """Wait until all is shown that was asked for."""
        await self._app.workers.wait_for_complete()
        await self._pilot.pause()

    async def close(self) -> None:
        """Go back to the reader."""
        await self.key("escape", lambda: len(self._app.screen_stack) == 1)

    @property
    def table(self) -> TableScreen:
        """The screen that is measured."""
        assert isinstance(self._app.screen, TableScreen)
        return self._app.screen

    def has_rows(self) -> bool:
        """Tell whether rows are seen."""
        screen = self._app.screen
        return isinstance(screen, TableScreen) and isinstance(screen.table.rows, TableRows) and screen.table.drawn > 0

    def has_help(self) -> bool:
        """Tell whether help is seen."""
        screen = self._app.screen
        return isinstance(screen, HelpScreen) and any(each.drawn for each in screen.query(LineList))

    async def typed(self, query: str) -> list[float]:
        """Type a query into the filter; return the time of each key, and leave the filter empty."""
        screen = self.table
        await self.key("\\", lambda: screen.is_typing)
        taken = []
        for end, character in enumerate(query, start=1):
            words = query[:end]
            taken.append(await self.key(character, lambda words=words: shows(screen, words)))  # type: ignore[misc]
            await self.rest()  # nobody types faster than details are shown
        await self.key("escape", lambda: not screen.is_typing)
        await self.key("escape", lambda: shows(screen, ""))
        return taken

    async def pages(self, count: int) -> list[float]:
        """Go down the list; return how long each page takes that comes up."""
        screen, taken = self.table, []
        for _ in range(count):
            before = screen.table.current
            seconds = await self.key(
                "j",
                lambda before=before: screen.table.current != before and screen.told_of == screen.table.current,  # type: ignore[misc]
            )
            taken.append(seconds)
            await self.rest()
        return taken


def shows(screen: TableScreen, words: str) -> bool:
    """Tell whether a table shows the answer to a filter."""
    return screen.asked is not None and screen.asked.words == words


def lines(taken: dict[str, list[float]]) -> Iterator[str]:
    """Yield a line a measure, in ms."""
    for name, seconds in taken.items():
        middle = statistics.median(seconds) * 1e3
        yield f"{name:34}{middle:9.1f}{p95(seconds) * 1e3:9.1f}{max(seconds) * 1e3:9.1f}{len(seconds):8}"


async def measured(library: Library, user: UserData, times: int) -> dict[str, list[float]]:
    """Return the times of the help window, of the list, of each key of filters, and of pages."""
    taken: dict[str, list[float]] = {"help window (the floor)": [], "P to the first page": []}
    async with GiamsatApp(library, user).run_test(size=SIZE) as pilot:
        await pilot.app.workers.wait_for_complete()
        bench = Bench(pilot)
        for _ in range(times):
            taken["help window (the floor)"].append(await bench.key("?", bench.has_help))
            await bench.close()
            taken["P to the first page"].append(await bench.key("P", bench.has_rows))
            await pilot.app.workers.wait_for_complete()
            await bench.close()
        await bench.key("P", bench.has_rows)
        await pilot.app.workers.wait_for_complete()
        wanted = queries(library, times, Random(7))
        taken["a key of a filter"] = [seconds for query in wanted for seconds in await bench.typed(query)]
        taken["a person's page"] = await bench.pages(3 * times)
    return taken


def main() -> None:
    """Print the medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--index", type=Path, help="an index of a generated library")
    options.add_argument("--times", type=int, default=20)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CACHE_HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
        library = Indexed(Path(home), chosen.index) if chosen.index else Library.open(None)
        user = UserData.open(Path(home) / "user.sqlite")
        people = len(library.index.tables.listed("people", Ask(()), Sorting("name")))
        print(f"{machine()}; {len(library.entries()):,} articles, {people:,} people, {SIZE[0]}x{SIZE[1]}")
        print(f"{'ms':34}{'median':>9}{'p95':>9}{'highest':>9}{'of':>8}")
        for line in lines(asyncio.run(measured(library, user, chosen.times))):
            print(line)
        user.close()
        library.close()


if __name__ == "__main__":
    main()
