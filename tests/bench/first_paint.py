"""How long the reader takes to show an article, beside a bare Textual app, in the same terminal and by turns.

The first paint is the first frame that holds the headline, the first line of the body, a participant and a figure.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.report import alternate, giamsat, machine, medians
from tests.terminal import Terminal

SIZE = (150, 40)
BARE = Path(__file__).with_name("bare_app.py")
SHOWN = ("Đồng chí Phạm Quí Tiên", "Sáng 8/5/2024, Đoàn giám sát", "Nguyễn Anh Tuấn", "210 lượt")
"""Words of the headline, of the body's first line, a participant and a figure of the article that ships."""


def first_paint(*command: str, met: Callable[[str], bool], quiet: float) -> float:
    """Return the seconds from starting a command to the first frame that meets a condition."""
    with Terminal(command, size=SIZE, watched=False) as terminal:
        terminal.settle(quiet)
        return terminal.replay(met)


def main() -> None:
    """Print the medians of as many runs as are asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=20)
    options.add_argument("--quiet", type=float, default=1.0, help="seconds without output that end a run")
    chosen = options.parse_args()
    measures = {
        "a bare Textual app": lambda: first_paint(
            sys.executable, str(BARE), met=lambda text: "Hello" in text, quiet=chosen.quiet
        ),
        "giamsat on the seed": lambda: first_paint(
            giamsat(), met=lambda text: all(words in text for words in SHOWN), quiet=chosen.quiet
        ),
    }
    alternate(measures, 1)
    print(machine(), f"{SIZE[0]}x{SIZE[1]}", sep=", ")
    print(medians(alternate(measures, chosen.times)))


if __name__ == "__main__":
    main()
