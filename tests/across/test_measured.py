"""How well people and sessions are joined in libraries in which everything is known: floors that must hold."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.across.scoring import Measured, measure, read


@pytest.fixture(
    scope="module", params=[(1000, False, 1), (1000, True, 1), (1500, True, 2)], ids=["plain", "lived", "wide"]
)
def measured(request: pytest.FixtureRequest) -> Measured:
    """Return what comes out of a library where every article says everything, and of two in which people live."""
    articles, lived, seed = request.param
    return measure(read(articles, lived=lived, seed=seed))


def test_hardly_anybody_is_taken_for_another(measured: Measured) -> None:
    assert measured.people.precision >= 0.995
    assert measured.people.purity >= 0.995


def test_most_appearances_of_a_person_come_together(measured: Measured) -> None:
    assert measured.people.recall >= 0.95
    assert measured.people.whole >= 0.94


def test_articles_about_two_sessions_are_kept_apart(measured: Measured) -> None:
    assert measured.events.precision >= 0.99


def test_articles_about_one_session_come_together(measured: Measured) -> None:
    assert measured.events.recall >= 0.95


def test_the_world_is_no_easy_one() -> None:
    lived = read(1000, lived=True)
    namesakes: dict[str, set[int]] = defaultdict(set)
    places: dict[int, set[str]] = defaultdict(set)
    for one in lived.appearances:
        namesakes[one.name].add(lived.who[one.key])
        places[lived.who[one.key]].update(post.where.name for post in one.posts if post.where)
    assert sum(len(who) > 1 for who in namesakes.values()) >= 12
    assert sum(len(where) > 1 for where in places.values()) >= 10
