"""What every measurement prints: the machine, the medians, and how they compare."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path


def machine() -> str:
    """Return one line about where the numbers come from."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())
    cores = f"{os.cpu_count()} cores of {model or platform.machine()}"
    python = f"Python {platform.python_version()}"
    return f"{date.today()}, {platform.system()}, {cores}, {python}, load {os.getloadavg()[0]:.1f}"


def alternate(measures: Mapping[str, Callable[[], float]], times: int) -> dict[str, list[float]]:
    """Take each measure in turn, ``times`` times over, so that what else the machine does falls on all alike."""
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(times):
        for name, measure in measures.items():
            taken[name].append(measure())
    return taken


def process(*command: str) -> float:
    """Return how many seconds a command takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def call(function: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def medians(taken: Mapping[str, Sequence[float]]) -> str:
    """Return a line for each series: its median and spread in ms, and how many times the first one's median it is."""
    floor = statistics.median(next(iter(taken.values())))
    width = max(len(name) for name in taken)
    rows = [f"{'':{width}}  median ms  lowest  highest  times the first  of"]
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        low, high = min(seconds), max(seconds)
        row = f"{middle * 1e3:9.1f}  {low * 1e3:6.1f}  {high * 1e3:7.1f}  {middle / floor:15.2f}  {len(seconds)}"
        rows.append(f"{name:{width}}  {row}")
    return "\n".join(rows)


def giamsat() -> str:
    """Return the installed command of this environment."""
    return str(Path(sys.executable).parent / "giamsat")
