"""The query language: what its conditions let through, and what is said of those that make no sense."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search import Corpus, search
from tui.search.query import parse
from tui.sections import Section


def paths(query: str, corpus: Corpus, section: Section = "sessions") -> set[str]:
    return {hit.path for hit in search(query, corpus).hits(section)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("after:2023", {"cho.txt", "nuoc.txt"}),
        ("before:2023", {"truong.txt"}),
        ("after:10/2023 before:1/1/2024", {"cho.txt"}),
        ("year:2024", {"nuoc.txt"}),
        ("-year:2024", {"cho.txt", "truong.txt"}),
        ('place:"dinh hoa"', {"nuoc.txt"}),
        ("place:bình theme:chợ", {"cho.txt"}),
        ('who:"lo quy khanh"', {"cho.txt", "nuoc.txt", "truong.txt"}),
        ('who:"lò quí khánh" huyện', {"cho.txt", "nuoc.txt"}),
        ('org:"hđnd tỉnh thái nguyên"', {"cho.txt", "nuoc.txt"}),
        ("has:request", {"cho.txt", "nuoc.txt"}),
        ("has:correction", set()),
        ('"quản lý chợ"', {"cho.txt"}),
        ('"cho quan ly"', set()),
        ("khanh -chợ", {"nuoc.txt", "truong.txt"}),
        ('khanh -"nước sạch"', {"cho.txt", "truong.txt"}),
    ],
)
def test_conditions_narrow_the_sessions(query: str, expected: set[str], corpus: Corpus) -> None:
    assert paths(query, corpus) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("side:supervising", {"Lò Quý Khánh"}),
        ('role:"phó chủ tịch" org:ubnd', {"Vi Văn Tấn", "Trần Bá Tân"}),
        ('place:"kiến an" role:"phó chủ tịch"', {"Trần Bá Tân"}),
    ],
)
def test_conditions_narrow_the_people(query: str, expected: set[str], corpus: Corpus) -> None:
    assert {hit.title for hit in search(query, corpus).hits("people")} == expected


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("value>1000 unit:hộ", {"1.250", "8.430"}),
        ("value>=8.430 unit:hộ", {"8.430"}),
        ("value>1,5tỷ", {"63 tỷ"}),
        ("kind:ratio", {"12/20", "30/31"}),
        ("kind:percentage value=60", {"60%"}),
    ],
)
def test_conditions_narrow_the_figures(query: str, numbers: set[str], corpus: Corpus) -> None:
    found = [hit.title for hit in search(query, corpus).hits("figures")]
    assert len(found) == len(numbers)
    assert all(any(title.startswith(number) for title in found) for number in numbers)


def test_an_accent_that_is_typed_in_a_condition_must_be_there(corpus: Corpus) -> None:
    assert {hit.title for hit in search("who:tấn", corpus).hits("people")} == {"Vi Văn Tấn"}
    assert {hit.title for hit in search("who:tan", corpus).hits("people")} == {"Vi Văn Tấn", "Trần Bá Tân"}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("plce:bình chợ", "place:"),
        ("year:abc chợ", "year:"),
        ("after:31/2/2024 chợ", "after:"),
        ("value>nhiều chợ", "nhiều"),
        ("has:money chợ", "has:"),
        ('chợ "quản lý', "quotation mark"),
    ],
)
def test_what_makes_no_sense_is_explained_and_searched_as_words(query: str, named: str, corpus: Corpus) -> None:
    assert named in search(query, corpus).note
    assert parse(query).words or parse(query).phrases


def test_a_query_that_is_understood_has_no_note(corpus: Corpus) -> None:
    assert search('chợ place:"phú bình" after:2020 value>3 -"nước sạch"', corpus).note == ""


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from('aă đ"-:<>=.,/()*[]\\0123 \n\x1b\u202e whoafterplacevaluehas'), max_size=40))
def test_no_query_fails(corpus: Corpus, query: str) -> None:
    results = search(query, corpus, typing=True)
    assert results.query == query


@pytest.mark.parametrize("query", ["", " ", "-", '"', '""', ":", "value>", "who:", "-who:", "...", "\x1b[31m", "ー"])
def test_a_query_of_nothing_finds_nothing(query: str, corpus: Corpus) -> None:
    assert search(query, corpus).total == 0
