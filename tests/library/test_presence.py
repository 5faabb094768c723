"""How often people were in the sessions of a year: what is counted is what the articles say, each session once."""

from __future__ import annotations

from tests.library.test_index_people import EVERYBODY, documents
from tests.search.index import put
from tui.library.index.engine import Conditions
from tui.library.index.sqlite.index import SqliteIndex
from tui.library.index.tables import Presence, Sorting

IN_2022 = Conditions(first_day="2022-01-01", last_day="2023-01-01")


def test_people_are_counted_in_the_sessions_that_meet_conditions() -> None:
    index = SqliteIndex()
    put(index, documents(120))
    event_of = {session: first for session, first in index.events().items()}
    number_of = {entry.article_key: number for number, entry in index.entries(index.order("date")).items()}
    expected: dict[int, Presence] = {}
    for number in index.tables.listed("people", EVERYBODY, Sorting("name")):
        person = index.tables.person(number)
        assert person is not None
        there = [one for one in person.appearances if (one.day or "").startswith("2022")]
        if there:
            sessions = {event_of.get(number_of[one.article_key], number_of[one.article_key]) for one in there}
            chaired = {
                event_of.get(number_of[one.article_key], number_of[one.article_key]) for one in there if one.is_chair
            }
            days = [one.day or "" for one in there]
            expected[number] = Presence(len(sessions), len(chaired), min(days), max(days))
    found = index.tables.presence(IN_2022)
    assert found == expected and len(found) > 20
    some = list(found)[:5]
    assert index.tables.presence(IN_2022, some) == {number: found[number] for number in some}
