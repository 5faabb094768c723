"""How long the reader takes to show an article, beside a bare Textual app, in the same terminal and by turns.

The first paint is the first frame that holds the headline, the first line of the body, a participant and a figure.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.bench.report import alternate, giamsat, machine, medians
from tests.terminal import Terminal

SIZE = (150, 40)
BARE = Path(__file__).with_name("bare_app.py")
SHOWN = ("Đồng chí Phạm Quí Tiên", "Sáng 8/5/2024, Đoàn giám sát", "Nguyễn Anh Tuấn", "210 lượt")
"""Words of the headline, of the body's first line, a participant and a figure of the article that ships."""

PLACES = ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
"""Set to an empty folder, so that the reader opens what ships and nothing of whoever measures."""


def first_paint(*command: str, words: Sequence[str], quiet: float, home: str) -> float:
    """Return the seconds from starting a command to the first frame that holds all words."""
    environ = os.environ | dict.fromkeys(PLACES, home)
    with Terminal(command, size=SIZE, environ=environ, watched=False) as terminal:
        terminal.settle(quiet)
        return terminal.replay(lambda text: all(word in text for word in words))


def main() -> None:
    """Print the medians of as many runs as are asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=20)
    options.add_argument("--quiet", type=float, default=1.0, help="seconds without output that end a run")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        measure = partial(first_paint, quiet=chosen.quiet, home=home)
        measures = {
            "a bare Textual app": lambda: measure(sys.executable, str(BARE), words=["Hello"]),
            "giamsat on the seed": lambda: measure(giamsat(), words=SHOWN),
        }
        alternate(measures, 1)
        print(machine(), f"{SIZE[0]}x{SIZE[1]}", sep=", ")
        print(medians(alternate(measures, chosen.times)))


if __name__ == "__main__":
    main()
