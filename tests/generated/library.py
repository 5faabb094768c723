"""A library of invented sessions: texts, their records, and the truth about people, events and figures.

``python -m tests.generated.library FOLDER --articles 200`` writes the texts (and with ``--records`` the records).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.generated.world import FIRST_YEAR, WORDS, World
from tests.generated.writer import HEADS, Session, Writer
from tui.library.records import to_yaml
from tui.model import Record

TWICE = 0.1
"""Share of sessions that a second article reports."""


@dataclass(frozen=True)
class Truth:
    """What is known of an article: its event, and who stands behind each person's id."""

    event: int
    identities: dict[str, int]
    on_time: float
    """Share of files settled in time, percent: the figure that is the same series everywhere."""


@dataclass(frozen=True)
class Made:
    """An article of the library."""

    path: str
    text: str
    record: Record
    truth: Truth


def made(
    articles: int, *, seed: int = 1, provinces: int | None = None, districts: int = 30, years: int = 3
) -> Iterator[Made]:
    """Yield ``articles`` articles, always the same ones for the same arguments; a longer library begins as a shorter.

    Args:
        articles: How many.
        seed: Of the world and of all that happens in it.
        provinces: How many provinces; 1 up to 1,000 articles, else all.
        districts: Districts a province.
        years: Over how many years, at most 15.
    """
    count = provinces or (1 if articles <= 1000 else len(WORDS["provinces"]))
    world = World(Random(seed), count, districts)
    random = Random(seed + 1)
    number = written = 0
    while written < articles:
        number += 1
        session = _session(number, world, random, years)
        for portal in (True, False) if random.random() < TWICE else (True,):
            if written < articles:
                written += 1
                yield _article(session, random, written, portal=portal)


def _session(number: int, world: World, random: Random, years: int) -> Session:
    at = random.randrange(len(world.provinces))
    received = random.randint(400, 90_000)
    return Session(
        number,
        date(FIRST_YEAR + 5, 1, 4) + timedelta(days=random.randrange(365 * years - 10)),
        random.choice(WORDS["themes"]),
        world.provinces[at],
        random.choice(world.districts[at]),
        random.randrange(HEADS),
        received,
        round(received * random.uniform(0.82, 1)),
        random.randint(20, 400),
    )


def _article(session: Session, random: Random, number: int, *, portal: bool) -> Made:
    writer = Writer(session, random, portal)
    writer.write()
    path = f"{number:07}.txt"
    identities = {writer.page.person_id(known["who"]): identity for identity, known in writer.page.known.items()}
    return Made(path, writer.page.text, writer.record(path), Truth(session.number, identities, round(writer.share, 1)))


def main() -> None:
    """Write a library to a folder."""
    parser = argparse.ArgumentParser(description="Write a library of invented sessions.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--records", action="store_true", help="write each record beside its text, too")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for one in made(given.articles, seed=given.seed):
        (given.folder / one.path).write_text(one.text, encoding="utf-8")
        if given.records:
            (given.folder / one.path).with_suffix(".yaml").write_text(to_yaml(one.record), encoding="utf-8")


if __name__ == "__main__":
    main()
