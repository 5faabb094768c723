"""What helps to go on from results: what they can be narrowed by, and what comes nearest where there are none."""

from __future__ import annotations

import pytest

from tests.generated.library import made
from tests.search.index import corpus_of
from tui.library import Document
from tui.library.summary import ready
from tui.search import Corpus, Results, search, search_as_ready
from tui.search.editing import conditions, has_condition, toggled, without_last, without_nth


def helped(query: str, corpus: Corpus) -> Results:
    *_, last = search_as_ready(query, corpus, helping=True)
    return last


@pytest.fixture(scope="module")
def many() -> Corpus:
    """Return more sessions than a search looks at."""
    return corpus_of(
        Document(ready(one.path, one.text, one.record, corrected=False), one.text, one.record) for one in made(90)
    )


def test_results_come_with_what_they_have_in_common(corpus: Corpus) -> None:
    facets = helped("khanh", corpus).facets
    assert [tuple(one) for one in facets["year"]] == [("2024", 1), ("2023", 1), ("2022", 1)]
    assert ("huyện Phú Bình", 1) in [tuple(one) for one in facets["place"]]
    assert tuple(facets["who"][0]) == ("Lò Quý Khánh", 3)


def test_the_kinds_are_those_of_the_figures_and_requests_that_were_found(corpus: Corpus) -> None:
    facets = helped("trường đạt chuẩn", corpus).facets
    assert [tuple(one) for one in facets["kind"]] == [("ratio", 1)]


@pytest.mark.parametrize("query", ["giám sát", "chủ tịch", "năm"])
def test_what_narrows_finds_as_many_sessions_as_was_said(query: str, many: Corpus) -> None:
    results = helped(query, many)
    assert any(found.more for found in results.sections), "not all was looked at"
    for value, times in results.facets["year"]:
        narrowed = search(f"{query} year:{value}", many, limit=1000, sections=["sessions"])
        assert len(narrowed.hits("sessions")) == times


def test_without_being_asked_a_search_says_nothing_of_that(corpus: Corpus) -> None:
    results = search("khanh", corpus)
    assert not results.facets and not results.nearest


def test_where_nothing_has_all_words_those_without_the_unknown_one_are_nearest(corpus: Corpus) -> None:
    results = helped("quy khanh zzqxw", corpus)
    assert "without “zzqxw”" in results.nearest
    assert results.hits("people")[0].title == "Lò Quý Khánh"
    assert search("quy khanh zzqxw", corpus).total == 0


def test_where_words_are_known_but_nowhere_together_one_is_left_out(corpus: Corpus) -> None:
    results = helped("8.430 30/31", corpus)
    assert results.nearest and results.total


def test_a_phrase_that_stands_nowhere_is_taken_apart(corpus: Corpus) -> None:
    results = helped('"Khánh Quý Lò"', corpus)
    assert "words apart" in results.nearest
    assert results.hits("people")[0].title == "Lò Quý Khánh"


def test_what_makes_no_sense_at_all_has_no_nearest(corpus: Corpus) -> None:
    results = helped("zzqxw qqzzx", corpus)
    assert results.total == 0 and not results.nearest


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("value>100 side:supervised", "leave one out"),
        ("khanh after:2025 before:2020", "exclude each other"),
    ],
)
def test_conditions_that_exclude_each_other_are_explained(query: str, why: str, corpus: Corpus) -> None:
    results = search(query, corpus)
    assert results.total == 0 and why in results.note


def test_a_query_that_only_finds_nothing_is_not_called_impossible(corpus: Corpus) -> None:
    assert search("khanh year:1999", corpus).note == ""


# Conditions in the text of a query


def test_conditions_are_found_where_they_stand() -> None:
    query = 'chợ place:"Phú Bình" -year:2022 value>5 nofield:x "place:no"'
    assert [(one.field, one.words, query[one.start : one.end], one.negated) for one in conditions(query)] == [
        ("place", "Phú Bình", 'place:"Phú Bình"', False),
        ("year", "2022", "-year:2022", True),
        ("value>", "5", "value>5", False),
    ]


def test_a_condition_is_put_and_taken_away_again() -> None:
    query = toggled("chợ", "place", "huyện Phú Bình")
    assert query == 'chợ place:"huyện Phú Bình" '
    assert has_condition(query, "place", "Huyện Phú Bình")
    assert toggled(query, "place", "huyện Phú Bình") == "chợ"
    assert toggled("", "year", "2023") == "year:2023 "


def test_the_other_conditions_stay() -> None:
    query = "year:2023 chợ kind:ratio"
    assert toggled(query, "year", "2023") == "chợ kind:ratio"
    assert without_last(query) == "year:2023 chợ"
    assert without_nth(query, 0) == "chợ kind:ratio"
    assert without_last("chợ") == "chợ"


def test_a_quotation_mark_in_a_value_does_not_break_the_query() -> None:
    assert has_condition(toggled("", "place", 'x "y" z'), "place", "x y z")
