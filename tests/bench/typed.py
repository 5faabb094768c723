"""What people type, key by key, about the people, places and words of a library, and how long each key takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from statistics import quantiles
from time import perf_counter, thread_time
from typing import NamedTuple

from tests.generated.keystrokes import bare, one_typo, telex
from tui.library.index.engine import Engine
from tui.library.index.fields import row_fields
from tui.search import Corpus, search_as_ready

LOOKED_AT = 5
"""Hits of each section that are made: what a screen shows of them."""


class Key(NamedTuple):
    """Seconds that a key took until the first section was ready and until all were; clock time, then processor time."""

    typed: str
    first: float
    every: float
    first_worked: float
    every_worked: float


def queries(engine: Engine, count: int, *, bodies: bool, seed: int = 5) -> list[str]:
    """Return whole queries about a library: names, places, themes, passages; bare, with accents, with slips."""
    random = Random(seed)
    numbers = sorted(engine.order("date"))
    found: list[str] = []
    while len(found) < count:
        number = random.choice(numbers)
        (row,) = engine.rows("sessions", [number])
        fields = list(zip(row.letters, row_fields(row.text), strict=True))
        names = [text for letter, text in fields if letter == "n"]
        place = next((text for letter, text in fields if letter == "l"), "")
        theme = next((text for letter, text in fields if letter == "t"), "")
        if not names or not place or not theme:
            continue
        name, where, words = random.choice(names), " ".join(place.split()[1:]), theme.split()[-4:]
        both = f"{name} {where}"
        made = [
            bare(name),
            bare(both),
            name,
            one_typo(bare(both), random),
            telex(both),
            bare(" ".join([*words, where])),
        ]
        if bodies:
            said = next(iter(engine.said([number]).values()))
            passage = random.choice(said.passages)
            quoted = said.display[passage.start : passage.end].split()
            begin = random.randrange(max(1, len(quoted) - 8))
            made.append(bare(" ".join(quoted[begin : begin + 6])))
        found.append(made[len(found) % len(made)])
    return found


def keys(whole: str) -> Iterator[str]:
    """Yield what stands in the line after each key."""
    return (whole[: end + 1] for end in range(len(whole)))


def type_in(corpus: Corpus, typed: str) -> Key:
    """Ask for what stands in the line, as the reader does after a key."""
    clock, worked = perf_counter(), thread_time()
    first = first_worked = 0.0
    for results in search_as_ready(typed, corpus, typing=True):
        for found in results.sections:
            _ = found.hits[:LOOKED_AT]
        if not first:
            first, first_worked = perf_counter() - clock, thread_time() - worked
    return Key(typed, first, perf_counter() - clock, first_worked, thread_time() - worked)


def asked(corpus: Corpus, whole: str) -> float:
    """Return how many seconds of the processor a whole query takes."""
    start = thread_time()
    *_, results = search_as_ready(whole, corpus)
    for found in results.sections:
        _ = found.hits[:LOOKED_AT]
    return thread_time() - start


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 don't exceed."""
    return quantiles(values, n=20)[-1]
