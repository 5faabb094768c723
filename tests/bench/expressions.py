"""Measure that every regular expression takes linear time: twice the text, at most 2.5 times as long.

``python -m tests.bench.expressions [--all]``: each on four texts of 250 KB, 500 KB and 1 MB, made to be hard. The exit
status is 1 when one grows faster; ``--all`` prints every expression and not only those.
"""

from __future__ import annotations

import argparse
import importlib
import math
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from re import _constants as codes  # type: ignore[attr-defined]  # how an expression is built has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import tui
from tests.generated.library import made
from tests.hostile import library as hostile
from tests.sources.test_pages import PAGES
from tui.library.parsing import parsed
from tui.screens.finding import find
from tui.sources.read import read, read_data
from tui.text.regex import MADE, Place
from tui.text.view import view

SIZES = (250_000, 500_000, 1_000_000)
AT_MOST = 2.5
SMALL = 0.01
"""Seconds of processor time below which a measurement says nothing."""
FIRST = 4_000
"""Size from which the text is doubled, so that an expression that is not linear is found before it takes hours."""
ROUNDS = 3

Pattern = re.Pattern[str] | re.Pattern[bytes]


class Growth(NamedTuple):
    """How long one expression took on one text, in seconds by size."""

    place: Place
    text: str
    seconds: dict[int, float]

    @property
    def worst(self) -> float:
        """The most by which a doubling was slower; 0 where all was too fast to say."""
        sizes = sorted(self.seconds)
        pairs = [(math.log2(more / few), self.seconds[few], self.seconds[more]) for few, more in pairwise(sizes)]
        return max(((after / before) ** (1 / times) for times, before, after in pairs if after > SMALL), default=0.0)

    @property
    def steep(self) -> bool:
        """Whether it grows faster than it may."""
        return self.worst > AT_MOST


def load() -> dict[Place, Pattern]:
    """Return all expressions of the program, those too that are made when something is read, parsed or found."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for article in made(3, prose=2):
        parsed(read_data(article.text.encode(), "a.txt"), "a.txt")
    read_data(hostile.article("a title").encode(), "b.txt")
    read(PAGES[0])
    find(view("giám sát chuyên đề"), "giam sat")
    return dict(MADE)


def texts(pattern: Pattern) -> dict[str, Callable[[int], str]]:
    """Return four kinds of text that are hard for an expression, by name; the last is made of what it looks for."""
    own = almost(pattern)
    return {
        "blank": lambda size: " \t" * (size // 2) + "x",
        "words": lambda size: _filled("Lò Văn-Hậu (UBND), ", size),
        "numbers": lambda size: _filled("1.234,56/7-", size),
        "its own": lambda size: _filled(own, size),
    }


def _filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def almost(pattern: Pattern) -> str:
    """Return a text that an expression begins to match, without its end; what may repeat is repeated."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    return "".join(_sample(parser.parse(source, pattern.flags & ~re.UNICODE & ~re.DEBUG)))[:-1] or "a"


def _sample(parts: Any) -> Iterator[str]:
    """Yield something that each part of an expression matches."""
    for kind, value in parts:
        if kind is codes.LITERAL:
            yield chr(value)
        elif kind is codes.NOT_LITERAL or kind is codes.ANY:
            yield "b"
        elif kind is codes.IN:
            yield _one_of(value)
        elif kind in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            least, most, inner = value
            yield "".join(_sample(inner)) * max(int(least), min(int(most), 3))
        elif kind is codes.SUBPATTERN:
            yield from _sample(value[-1])
        elif kind is codes.ATOMIC_GROUP:
            yield from _sample(value)
        elif kind is codes.BRANCH:
            yield from _sample(value[1][0])


def _one_of(choices: Any) -> str:
    kind, value = choices[0]
    if kind is codes.LITERAL:
        return chr(value)
    if kind is codes.RANGE:
        return chr(value[0])
    if kind is codes.CATEGORY:
        known = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a"}
        return known.get(value, "-")
    return "~"  # what is not one of the others


def measured(
    place: Place, pattern: Pattern, name: str, text: Callable[[int], str], sizes: Sequence[int] = SIZES
) -> Growth:
    """Run an expression on a text of growing size, no further than where it is seen to grow too fast."""
    growth = Growth(place, name, {})
    size = FIRST
    while size < sizes[0]:
        growth.seconds[size] = _seconds(pattern, text(size))
        if growth.steep:
            return growth
        size *= 2
    return Growth(place, name, {each: _seconds(pattern, text(each)) for each in sizes})


def _seconds(pattern: Pattern, text: str) -> float:
    """Return the processor time that it takes to find all matches, the best of some rounds."""
    best = float("inf")
    subject: Any = text if isinstance(pattern.pattern, str) else text.encode()
    for _ in range(ROUNDS):
        begun = time.process_time()
        for _match in pattern.finditer(subject):
            pass
        pattern.fullmatch(subject)
        best = min(best, time.process_time() - begun)
        if best > 20 * SMALL:
            break
    return best


def grown(patterns: dict[Place, Pattern]) -> Iterator[Growth]:
    """Measure expressions, each on its four texts."""
    for place, pattern in sorted(patterns.items()):
        for name, text in texts(pattern).items():
            yield measured(place, pattern, name, text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all, print what grows too fast, and return the exit status."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.expressions", description=str(__doc__).split("\n")[0])
    options.add_argument("--all", action="store_true")
    chosen = options.parse_args(arguments)
    patterns = load()
    bad = runs = 0
    slowest = 0.0
    for growth in grown(patterns):
        runs += 1
        slowest = max(slowest, growth.worst)
        bad += growth.steep
        if chosen.all or growth.steep:
            times = ", ".join(f"{size // 1000} KB {seconds * 1e3:.0f} ms" for size, seconds in growth.seconds.items())
            place = f"{growth.place.module}:{growth.place.line}"
            print(f"{growth.worst:4.1f} {place} on {growth.text}: {times}: {patterns[growth.place].pattern!r:.90}")
    print(f"{len(patterns)} expressions, {runs} texts: {bad} grow faster than {AT_MOST} times; the most {slowest:.2f}")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
