"""How long the figures and requests of all sessions take: the first page, each key of a filter, the details of a row.

``python -m tests.bench.tables --index FILE``: an index of a generated library (``tests.bench.building`` keeps its
indexes). Times are as in ``tests.bench.people``, beside the help window as the floor. An index alone has no folder of
articles: what is read from these (the sentence of a figure, passages that may answer a request) is not in the times.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from pathlib import Path
from random import Random

from tests.bench.people import SIZE, Bench, Indexed, lines
from tests.bench.report import machine
from tui.app import GiamsatApp
from tui.library.index.engine import Ask
from tui.library.index.tables import Sorting
from tui.library.userdata import UserData
from tui.text.fold import fold

TIMES = 8


def queries(library: Indexed, count: int, random: Random) -> dict[str, list[str]]:
    """Return what somebody might type above each table: subjects or bodies without accents, a place, a year."""
    tables = library.index.tables
    figures = random.sample(list(tables.listed("figures", Ask(()), Sorting("date"))), count)
    requests = random.sample(list(tables.listed("requests", Ask(()), Sorting("date"))), count)
    typed: dict[str, list[str]] = {"F": [], "R": []}
    for nth, row in enumerate(tables.figure_rows(figures).values()):
        about, place = fold(row.measure.about), fold(row.measure.place or "")
        typed["F"].append((about, f"{about} year:2023", f"{about} {place}", place)[nth % 4])
    for nth, asked in enumerate(tables.request_rows(requests).values()):
        action, whom = fold(" ".join(asked.action.split()[:5])), fold("".join(asked.addressees[:1]))
        typed["R"].append((action, whom, f"{whom} state:open", f"{fold(asked.place)} year:2023")[nth % 4])
    return typed


async def measured(library: Indexed, user: UserData) -> dict[str, list[float]]:
    """Return the times of the help window, of both tables, of each key of their filters, and of details."""
    taken: dict[str, list[float]] = {"help window (the floor)": []}
    async with GiamsatApp(library, user).run_test(size=SIZE) as pilot:
        await pilot.app.workers.wait_for_complete()
        bench = Bench(pilot)
        wanted = queries(library, TIMES, Random(7))
        for key in ("F", "R"):
            first = taken.setdefault(f"{key} to the first page", [])
            for _ in range(TIMES):
                taken["help window (the floor)"].append(await bench.key("?", bench.has_help))
                await bench.close()
                first.append(await bench.key(key, bench.has_rows))
                await pilot.app.workers.wait_for_complete()
                await bench.close()
            await bench.key(key, bench.has_rows)
            await pilot.app.workers.wait_for_complete()
            taken[f"{key}: a key of a filter"] = [each for query in wanted[key] for each in await bench.typed(query)]
            await bench.close()
    return taken


def main() -> None:
    """Print the medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--index", type=Path, required=True, help="an index of a generated library")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CACHE_HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
        library = Indexed(Path(home), chosen.index)
        user = UserData.open(Path(home) / "user.sqlite")
        tables = library.index.tables
        counts = [len(tables.listed(name, Ask(()), Sorting("date"))) for name in ("figures", "requests")]
        sessions = len(library.index.order("date"))
        about = f"{sessions:,} sessions, {counts[0]:,} figures, {counts[1]:,} requests"
        print(f"{machine()}; {about}, {SIZE[0]}x{SIZE[1]}")
        print(f"{'ms':34}{'median':>9}{'p95':>9}{'highest':>9}{'of':>8}")
        for line in lines(asyncio.run(measured(library, user))):
            print(line)
        user.close()
        library.close()


if __name__ == "__main__":
    main()
