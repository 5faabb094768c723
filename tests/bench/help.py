"""How long ``giamsat --help`` takes, beside a Python that does nothing."""

from __future__ import annotations

import sys

from tests.bench.report import alternate, giamsat, machine, medians, process


def main() -> None:
    """Print the medians of 40 runs each."""
    measures = {
        "python -c pass": lambda: process(sys.executable, "-c", "pass"),
        "giamsat --help": lambda: process(giamsat(), "--help"),
        "giamsat --version": lambda: process(giamsat(), "--version"),
    }
    alternate(measures, 3)
    print(machine())
    print(medians(alternate(measures, 40)))


if __name__ == "__main__":
    main()
