"""People and events in the index are those that hold across the articles, however it came to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from random import Random

import pytest

from tests.generated.library import made
from tests.search.index import put
from tui.across.decided import Decision
from tui.across.overview import Overview, Verdicts
from tui.across.parts import parts
from tui.across.person import Person
from tui.across.references import ArticleReference, PersonReference, article_reference, person_reference
from tui.library import Document
from tui.library.index.engine import Ask, Engine
from tui.library.index.keeping import article
from tui.library.index.known import Known
from tui.library.index.recognition import Recognised
from tui.library.index.settling import Piece, here, settle
from tui.library.index.sqlite.index import SqliteIndex
from tui.library.index.tables import Sorting
from tui.library.scan import Stamp
from tui.library.summary import ready

EVERYBODY = Ask(())


def documents(articles: int) -> list[Document]:
    return [
        Document(ready(one.path, one.text, one.record, corrected=False), one.text, one.record)
        for one in made(articles, lived=True, districts=4)
    ]


def across(some: Sequence[Document], verdicts: Verdicts | None = None) -> Overview:
    return Overview((parts(one.article_key, one.record) for one in some if one.record), verdicts)


def people(index: Engine) -> dict[str, Person]:
    numbers = index.tables.listed("people", EVERYBODY, Sorting("name"))
    found = [index.tables.person(number) for number in numbers]
    return {one.key: one for one in found if one}


def events(index: Engine) -> set[frozenset[str]]:
    told: dict[int, set[int]] = {}
    for session, first in index.events().items():
        told.setdefault(first, set()).add(session)
    return {frozenset(entry.article_key for entry in index.entries(some).values()) for some in told.values()}


def agree(index: Engine, seen: Overview) -> bool:
    told = {frozenset(one.articles) for one in seen.events if len(one.articles) > 1}
    return people(index) == {one.key: one for one in seen.people} and events(index) == told


def test_people_and_events_are_those_of_all_articles_together() -> None:
    some = documents(120)
    index = SqliteIndex()
    put(index, some)
    seen = across(some)
    assert agree(index, seen)
    assert any(one.sessions > 5 for one in seen.people)
    assert len(events(index)) > 3


@pytest.mark.parametrize("seed", range(6))
def test_so_they_are_whatever_came_first_and_what_has_gone(seed: int) -> None:
    random = Random(seed)
    some = documents(60)
    random.shuffle(some)
    index = SqliteIndex()
    while some[:-1] and random.random() < 0.9:
        cut = random.randint(1, 20)
        put(index, some[:cut])
        if random.random() < 0.5:
            index.drop([one.path for one in some[: cut // 2]])
            del some[: cut // 2]
        settle(index)
    put(index, some)
    assert agree(index, across([one for one in some if index.known(one.path)]))


def test_a_person_keeps_the_number_while_articles_come_and_go() -> None:
    some = documents(60)
    index = SqliteIndex()
    put(index, some[:40])
    numbers = index.tables.people_of(some[0].article_key)
    put(index, some)
    index.drop([some[1].path])
    settle(index)
    assert index.tables.people_of(some[0].article_key) == numbers


def test_rows_of_the_list_say_what_the_people_are() -> None:
    some = documents(60)
    index = SqliteIndex()
    put(index, some)
    known = {one.key: one for one in across(some).people}
    rows = index.tables.people_rows(index.tables.listed("people", EVERYBODY, Sorting("name")))
    assert len(rows) == len(known)
    for row in rows.values():
        one = known[row.key]
        assert (row.name, row.sessions, row.chaired) == (one.name, one.sessions, one.chaired)
        assert (row.first, row.last) == (one.first, one.last)
        assert row.roles == "; ".join(held.label for held in one.now)


def test_decisions_join_and_part_people_and_sessions_until_they_are_taken_back() -> None:
    some = documents(60)
    index = SqliteIndex()
    put(index, some)
    plain = across(some)
    most, *others = sorted(plain.people, key=lambda one: -one.sessions)
    stranger = next(one for one in others if one.name.split()[-1] != most.name.split()[-1])
    joined = (person_reference(most.appearances[0]), person_reference(stranger.appearances[0]))
    parted = (person_reference(most.appearances[-1]), person_reference(most.appearances[1]))
    twice = next(one for one in plain.events if len(one.articles) > 1)
    told = [article_reference(plain.parts[key].account) for key in twice.articles]
    other = next(one for one in plain.events if one.key != twice.key and len(one.articles) == 1)
    verdicts = Verdicts(
        people=[Decision[PersonReference]("one", joined), Decision[PersonReference]("apart", parted)],
        events=[
            Decision[ArticleReference]("apart", tuple(told)),
            Decision("one", (told[0], article_reference(plain.parts[other.key].account))),
        ],
    )
    index.decide(verdicts.people, verdicts.events)
    settle(index)
    assert agree(index, across(some, verdicts))
    assert not agree(index, plain)
    index.decide([], [])
    settle(index)
    assert agree(index, plain)


def test_what_changed_while_it_was_worked_out_is_worked_out_again() -> None:
    some = documents(40)
    index = SqliteIndex()
    put(index, some[:20])

    def work(pieces: Iterable[Piece]) -> Iterator[Sequence[Recognised]]:
        for told in here(pieces):
            index.drop([some[0].path])
            late = Known(some[-1].path, Stamp(0, 0), None, 1)
            index.put([article(late, some[-1])])
            yield told

    index.drop([some[1].path])
    settle(index, work)
    settle(index)
    assert agree(index, across([*some[2:20], some[-1]]))
