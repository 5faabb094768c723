"""Write the test set of queries: what people would type, and what they would want to find.

``python -m tests.generated.queries > tests/queries.yaml``. Nothing here knows how search works: the queries come from
the truth of the generated library and from the gold of the invented corpus, and are spelled as people spell.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import yaml

from tests.corpus.scoring import articles, gold_of
from tests.generated.keystrokes import bare, one_typo, other_spelling, telex, vni
from tests.generated.library import Made, made

ARTICLES = 1000
EACH = 50
"""Queries of a kind over the generated library."""
FROM_CORPUS = 4
"""Queries of a kind over the corpus."""


class Asked(NamedTuple):
    """A query and the answers that would do: names of people, or paths of articles."""

    kind: str
    query: str
    people: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class Seen(NamedTuple):
    """Someone in an article, as the queries are made of it."""

    name: str
    place: str
    role: str
    theme: str
    path: str


def seen_in(library: list[Made]) -> list[Seen]:
    """Return everyone in every article of the library."""
    found = []
    for one in library:
        event = one.record.event
        theme = event.name_selector.exact if event.name_selector else ""
        for person in one.record.people:
            found.append(Seen(person.name, event.location or "", person.memberships[0].label, theme, one.path))
    return found


def seen_in_corpus() -> list[Seen]:
    """Return everyone in the corpus who has a role, where the article names a place."""
    return [
        Seen(person["name"], gold["place"], person["roles"][0], "", path.name)
        for path in articles()
        for gold in [gold_of(path)]
        if gold["place"]
        for person in gold["people"]
        if person["roles"]
    ]


def about_people(seen: list[Seen], count: int, random: Random) -> Iterator[Asked]:
    """Yield queries about people and where they were."""
    both: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in seen:
        both[bare(one.name), bare(one.place)].add(one.path)

    def ask(kind: str, one: Seen, query: str) -> Asked:
        return Asked(kind, query, articles=tuple(sorted(both[bare(one.name), bare(one.place)])))

    def pick() -> Seen:
        return random.choice(seen)

    for _ in range(count):
        one = pick()
        yield ask("plain", one, f"{bare(one.name)} {bare(_short(one.place))}")
        one = pick()
        yield ask("accented", one, f"{one.name} {_short(one.place)}")
        one = pick()
        yield ask("typo", one, one_typo(f"{bare(one.name)} {bare(_short(one.place))}", random))
        one = pick()
        yield ask("telex", one, telex(f"{one.name} {_short(one.place)}"))
        one = pick()
        yield ask("vni", one, vni(f"{one.name} {_short(one.place)}"))
        one = pick()
        words = f"{bare(one.name)} {bare(_short(one.place))}".split()
        random.shuffle(words)
        yield ask("shuffled", one, " ".join(words))
        one = random.choice([each for each in seen if other_spelling(each.name) != each.name] or seen)
        yield ask("variant", one, f"{other_spelling(one.name)} {_short(one.place)}")
        one = pick()
        yield Asked("person", bare(one.name), people=(one.name,))
        one = pick()
        glued = random.random() < 0.5
        query = bare(one.name).replace(" ", "") if glued else "".join(word[0] for word in bare(one.name).split())
        same = {each.name for each in seen if _initials(each.name) == query} if not glued else {one.name}
        yield Asked("glued", query, people=tuple(sorted(same)))
        one = pick()
        yield ask("fields", one, f'who:"{bare(one.name)}" place:"{bare(_short(one.place))}"')


def about_articles(library: list[Made], count: int, random: Random) -> Iterator[Asked]:
    """Yield queries about themes, wordings and short forms."""
    by_theme: dict[tuple[str, str], set[str]] = defaultdict(set)
    by_council: dict[str, set[str]] = defaultdict(set)
    for one in library:
        event = one.record.event
        assert event.name_selector
        by_theme[event.name_selector.exact, event.location or ""].add(one.path)
        by_council[event.location or ""].add(one.path)
    for _ in range(count):
        theme, place = random.choice(list(by_theme))
        words = " ".join(bare(theme).split()[-4:])
        wanted = {
            path
            for (each, where), paths in by_theme.items()
            if where == place and bare(each).endswith(words)
            for path in paths
        }
        yield Asked("theme", f"{words} {bare(_short(place))}", articles=tuple(sorted(wanted)))
        one = random.choice(library)
        said = one.text.split("\n\n")[5].split()
        start = random.randrange(8, len(said) - 12)
        quote = bare(" ".join(said[start : start + 7]))
        yield Asked(
            "quote", quote, articles=tuple(each.path for each in library if quote in bare(" ".join(each.text.split())))
        )
        place = random.choice(list(by_council))
        short = random.choice(["hdnd huyen", "uy ban nhan dan huyen", "UBND huyen", "hội đồng nhân dân huyện"])
        yield Asked("short form", f"{short} {bare(_short(place))}", articles=tuple(sorted(by_council[place])))


def about_nothing(count: int, random: Random) -> Iterator[Asked]:
    """Yield queries that nothing answers."""
    letters = "bcdghklmnpqrstvx"
    for _ in range(count):
        word = "".join(random.choice(letters) for _ in range(7))
        yield Asked("nothing", f"{word} {''.join(random.choice('wzfj') for _ in range(4))}")


def _plain(value: str | tuple[str, ...]) -> str | list[str | int]:
    """Return a value as it is written: the articles of the library by their numbers."""
    if isinstance(value, str):
        return value
    return [int(each[:7]) if each[:7].isdecimal() else each for each in value]


def _initials(name: str) -> str:
    return "".join(word[0] for word in bare(name).split())


def _short(place: str) -> str:
    """Return a place without its level, as people type it."""
    return (
        place.split(" ", 1)[1] if place.startswith(("huyện ", "quận ", "xã ", "phường ", "tỉnh ", "thị xã ")) else place
    )


def main() -> None:
    """Print the test set."""
    random = Random(7)
    library = list(made(ARTICLES))
    corpus = seen_in_corpus()
    sets = {
        "library": [
            *about_people(seen_in(library), EACH, random),
            *about_articles(library, EACH, random),
            *about_nothing(EACH, random),
        ],
        "corpus": list(about_people(corpus, FROM_CORPUS, random)),
    }
    print(
        f"# {sum(map(len, sets.values()))} queries and what answers them, written by tests/generated/queries.py of the"
    )
    print(
        f"# truth of the generated library ({ARTICLES} articles, seed 1) and the gold of tests/corpus; not from search."
    )
    for name, asked in sets.items():
        print(f"{name}:")
        for one in sorted(asked, key=lambda each: each.kind):
            item = {key: _plain(value) for key, value in one._asdict().items() if value}
            print("- " + yaml.safe_dump(item, allow_unicode=True, default_flow_style=True, width=10**6).strip())


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
