"""How long an article takes to parse, how many are parsed in a second, and that twice the text takes twice the time."""

from __future__ import annotations

import statistics
from pathlib import Path

from tests.bench.report import call, machine
from tui.model import Source
from tui.parse.article import parse_article

SEED = Path(__file__).resolve().parents[2] / "seeds" / "000_9453927c25cb1dab.txt"

LONGEST = 1_000_000
"""Characters up to which the text is doubled."""
PATIENCE = 10
"""Seconds for one text after which doubling ends."""


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
    print(f"{'characters':>12}  {'ms':>9}  times the half")
    before = None
    while len(text) <= LONGEST and (before or 0) < PATIENCE:
        text += "\n" + text
        now = min(seconds(text, 2))
        print(f"{len(text):12,}  {now * 1e3:9.1f}  {'' if before is None else format(now / before, '14.2f')}")
        before = now


if __name__ == "__main__":
    main()
