"""How long ``giamsat add`` takes for many files, with one process that parses and with several, and in how much memory.

``python -m tests.bench.add`` adds 1,000 and 10,000 generated articles; each run is a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.report import machine
from tests.generated.library import made
from tui.library import Library
from tui.library.adding import Names, add
from tui.library.incoming import Incoming
from tui.library.wanted import wanted

SIZES = (1_000, 10_000)
LEAST_GAIN = 1.6
"""Times that several processes must be as fast as one, on two processors."""
MOST_MORE = 50
"""Megabytes that the larger library may take more than the smaller one."""


def measured(folder: Path, home: Path, processes: int) -> dict[str, float]:
    """Add a folder to a new library in a process of its own; return seconds, articles, and the most memory in MB."""
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home)}
    command = [sys.executable, "-m", __spec__.name, "--run", str(folder), str(home / "library"), str(processes)]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def run(folder: Path, root: Path, processes: int) -> None:
    """Be that process."""
    root.mkdir()
    began = time.perf_counter()
    library = Library.open(root)
    library.refresh(here=True)
    names = Names(library)
    sources = [Incoming(one.name, names.stem(one.stem), file=one.file) for one in wanted(folder)]
    count = sum(1 for one in add(library, sources, similar=True, processes=processes) if one.path)
    library.close()
    seconds = time.perf_counter() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "articles": count, "memory": most}))


def main() -> None:
    """Print a line for each size and number of processes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", nargs=3, metavar=("FOLDER", "LIBRARY", "PROCESSES"))
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options = parser.parse_args()
    if options.run:
        run(Path(options.run[0]), Path(options.run[1]), int(options.run[2]))
        return
    print(machine())
    print(f"{'articles':>9}  {'processes':>9}  {'seconds':>8}  {'a second':>8}  {'most memory, MB':>15}")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "articles"
            folder.mkdir()
            for one in made(size):
                (folder / one.path).write_text(one.text, encoding="utf-8")
            for processes in (1, os.cpu_count() or 1):
                home = Path(place) / f"home-{processes}"
                home.mkdir()
                taken = measured(folder, home, processes)
                rate = taken["articles"] / taken["seconds"]
                row = f"{processes:9}  {taken['seconds']:8.1f}  {rate:8.0f}  {taken['memory']:15.0f}"
                print(f"{int(taken['articles']):9}  {row}", flush=True)
    print(f"Wanted: several at least {LEAST_GAIN} times as fast as one, the larger at most {MOST_MORE} MB more.")


if __name__ == "__main__":
    main()
