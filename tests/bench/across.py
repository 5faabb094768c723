"""How well people and sessions are joined across articles, and how long it takes.

``python -m tests.bench.across [--articles N]``: generated libraries in which it is known who is who; the last is of N
articles (100,000 take some minutes to make).
"""

from __future__ import annotations

import argparse
from collections import Counter

from tests.across.scoring import Measured, measure, read
from tests.bench.report import call, machine
from tui.across.appearance import block
from tui.across.identity import people

SIZES = ((200, 1), (1000, 1), (1000, 2), (5000, 1), (5000, 2))
"""Articles of the libraries, and their seeds."""


def line(name: str, one: Measured) -> str:
    """Return what came out of a library."""
    people, events = one.people, one.events
    return (
        f"{name:22}{one.articles:9,}{one.appearances:11,}"
        f"{people.precision:9.4f}{people.recall:8.4f}{people.purity:9.4f}{people.whole:8.4f}"
        f"{one.found:9,} of {one.persons:7,}"
        f"{events.precision:9.4f}{events.recall:8.4f}{one.suggested:10,}{one.rightly:8,}"
    )


def main() -> None:
    """Print precision and recall (of pairs), without any decision, and the time of the largest."""
    parser = argparse.ArgumentParser(description="Measure how people and sessions are joined.")
    parser.add_argument("--articles", type=int, default=10_000)
    given = parser.parse_args()
    print(machine())
    print("P and R of pairs; each: the same by B-cubed, which weighs every appearance alike")
    print(
        f"{'':22}{'articles':>9}{'people in':>11}{'P':>9}{'R':>8}{'each P':>9}{'R':>8}{'people found of true':>20}"
        f"{'events P':>9}{'R':>8}{'suggested':>10}{'rightly':>8}"
    )
    print(line("said in full", measure(read(1000, lived=False))))
    for articles, seed in SIZES:
        print(line(f"lived, seed {seed}", measure(read(articles, lived=True, seed=seed))), flush=True)
    library = read(given.articles, lived=True)
    largest = Counter(block(one.name) for one in library.appearances).most_common(1)[0]
    one = measure(library)
    print(line("lived, seed 1", one))
    print(", ".join(f"{what} {taken:.1f} s" for what, taken in one.seconds.items()), "for all of the last;")
    alone = [each for each in library.appearances if block(each.name) == largest[0]]
    taken = call(lambda: people(alone))
    print(f"the commonest name in it stands in {largest[1]:,} articles; these alone anew: {taken * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
