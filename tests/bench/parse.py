"""How long an article takes to parse, how many are parsed in a second, and that twice the text takes twice the time.

``tests/parse/test_linear.py`` guards the last by counts.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable

from tests.bench.report import call, machine
from tests.parse.long_texts import SEED, list_of_people, of_others
from tui.model import Source
from tui.parse.article import parse_article

LONGEST = 2_000_000
"""Characters up to which texts are doubled."""
PATIENCE = 20
"""Seconds for one text after which doubling ends."""

GROWING: dict[str, Callable[[int], str]] = {
    "the seed again and again": lambda number: "\n".join([SEED.read_text(encoding="utf-8")] * number),
    "paragraphs on ever other people, places and bodies": lambda number: of_others(50 * number),
    "a list of people in one sentence": lambda number: list_of_people(300 * number),
}


def source(text: str) -> Source:
    """Return what a record says of where its text came from; nothing here depends on it."""
    return Source(path=SEED.name, sha256="", encoding="utf-8", normalization="NFC", characters=len(text))


def seconds(text: str, times: int) -> list[float]:
    """Parse a text several times over, the word lists loaded."""
    origin = source(text)
    return [call(lambda: parse_article(text, origin)) for _ in range(times)]


def main() -> None:
    """Print the seed's median, articles a second, and the growth with the length."""
    text = SEED.read_text(encoding="utf-8")
    seconds(text, 5)
    print(machine())
    taken = seconds(text, 50)
    print(f"the seed, {len(text)} characters: median of {len(taken)} {statistics.median(taken) * 1e3:.2f} ms")
    print(f"articles of that length a second, on one core: {len(taken) / sum(taken):.0f}")
    for name, make in GROWING.items():
        print(f"{name}\n{'characters':>12}  {'ms':>9}  times the half")
        grow(make)


def grow(make: Callable[[int], str]) -> None:
    """Print how long texts take that are each twice the one before."""
    number, before = 1, 0.0
    while len(text := make(number)) <= LONGEST and before < PATIENCE:
        now = min(seconds(text, 2))
        print(f"{len(text):12,}  {now * 1e3:9.1f}  {format(now / before, '14.2f') if before else ''}")
        number, before = 2 * number, now


if __name__ == "__main__":
    main()
