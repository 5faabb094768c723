"""A library of invented sessions: texts, their records, and the truth about people, events and figures.

``python -m tests.generated.library FOLDER --articles 200`` writes the texts (and with ``--records`` the records).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.generated.life import Careers, Lived
from tests.generated.manner import Manner
from tests.generated.prose import paragraphs
from tests.generated.world import FIRST_YEAR, WORDS, World
from tests.generated.writer import HEADS, Session, Writer
from tui.library.records import to_yaml
from tui.model import Record

TWICE = 0.1
"""Share of sessions that a second article reports."""
CLOSE = 0.02
"""Share of sessions that another committee holds on the day and in the district of the one before; of a lived world."""
FIRST_DAY = date(FIRST_YEAR + 5, 1, 4)


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
    articles: int,
    *,
    seed: int = 1,
    provinces: int | None = None,
    districts: int = 30,
    years: int = 3,
    lived: bool = False,
    prose: int = 0,
) -> Iterator[Made]:
    """Yield ``articles`` articles, always the same ones for the same arguments; a longer library begins as a shorter.

    Args:
        articles: How many.
        seed: Of the world and of all that happens in it.
        provinces: How many provinces; 1 up to 1,000 articles, else all.
        districts: Districts a province.
        years: Over how many years, at most 15.
        lived: People change office and share names, and newspapers word things their own way
            (``tests.generated.life``); without it, every article says everything in the same words.
        prose: Words of an article beside what is known of it, as the median: they make it as long as a real one.
    """
    count = provinces or (1 if articles <= 1000 else len(WORDS["provinces"]))
    world = World(Random(seed), count, districts)
    random = Random(seed + 1)
    chance = Random(seed + 2)
    careers = Careers(world, chance, FIRST_DAY, 12 * years) if lived else None
    number = written = 0
    session: Session | None = None
    busy: set[tuple[object, ...]] = set()
    while written < articles:
        number += 1
        session = _session(number, world, random, years, session if chance.random() < CLOSE and lived else None)
        while lived and _who_is_where(session) in busy:  # no committee sits twice a day in one district
            session = replace(session, day=session.day + timedelta(days=1))
        busy.add(_who_is_where(session))
        for portal in (True, False) if random.random() < TWICE else (True,):
            if written < articles:
                written += 1
                manner = Lived(careers, chance, portal) if careers else Manner()
                more = paragraphs(Random(seed * 1_000_003 + written), prose) if prose else ()
                yield _article(session, random, written, manner, portal=portal, prose=more)


def _session(number: int, world: World, random: Random, years: int, before: Session | None) -> Session:
    """Return the next session; with one before it, on the same day in the same district, by another committee."""
    at = random.randrange(len(world.provinces))
    received = random.randint(400, 90_000)
    made = Session(
        number,
        FIRST_DAY + timedelta(days=random.randrange(365 * years - 10)),
        random.choice(WORDS["themes"]),
        world.provinces[at],
        random.choice(world.districts[at]),
        random.randrange(HEADS),
        received,
        round(received * random.uniform(0.82, 1)),
        random.randint(20, 400),
    )
    if before is None:
        return made
    other = (before.committee + 1) % HEADS
    return replace(made, day=before.day, province=before.province, district=before.district, committee=other)


def _who_is_where(session: Session) -> tuple[object, ...]:
    return session.day, session.province.name, session.district.name, session.committee


def _article(
    session: Session, random: Random, number: int, manner: Manner, *, portal: bool, prose: Sequence[str] = ()
) -> Made:
    writer = Writer(session, random, manner, portal=portal, prose=prose)
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
    parser.add_argument("--lived", action="store_true", help="people change office and share names")
    parser.add_argument("--prose", type=int, default=0, help="words of each article beside what is known of it")
    parser.add_argument("--records", action="store_true", help="write each record beside its text, too")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for one in made(given.articles, seed=given.seed, lived=given.lived, prose=given.prose):
        (given.folder / one.path).write_text(one.text, encoding="utf-8")
        if given.records:
            (given.folder / one.path).with_suffix(".yaml").write_text(to_yaml(one.record), encoding="utf-8")


if __name__ == "__main__":
    main()
