"""A filter lets through the rows that say what is typed, and no others."""

from __future__ import annotations

import pytest

from tui import messages
from tui.tables.listed import Group, listed
from tui.tables.matching import Filtering, findable
from tui.text.clean import Clean

FIELDS = ("place", "kind", "state", "has", "who")
ROW = findable(
    ["huyện Phú Bình", "giải quyết đúng hạn 87,3%", "Đặng Quý Tiên"],
    {"place": "huyện Phú Bình", "kind": "percentage", "state": "open còn mở", "who": "Đặng Quý Tiên"},
    "2023-05-01",
    87.3,
    frozenset({"note"}),
)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "phu binh",
        "bình phú",
        "phu bi",
        "Phú",
        '"dung han"',
        "87,3",
        "qui tien",
        "place:binh",
        'place:"phú bình"',
        "kind:percentage",
        "state:open",
        "year:2023",
        "after:1/5/2023",
        "before:2/5/2023",
        "value>80",
        "value<=87,3",
        "has:note",
        "-has:star",
        "-thanh",
        "-year:2022",
    ],
)
def test_what_is_said_lets_a_row_through(query: str) -> None:
    assert Filtering(query, FIELDS).lets_through(ROW)


@pytest.mark.parametrize(
    "query",
    [
        "phù",
        "phu binh thanh",
        "inh",
        '"han dung"',
        "place:tien",
        "kind:ratio",
        "state:done",
        "year:2022",
        "before:1/5/2023",
        "value>87,3",
        "has:star",
        "-binh",
        "-has:note",
    ],
)
def test_what_is_not_said_does_not(query: str) -> None:
    assert not Filtering(query, FIELDS).lets_through(ROW)


def test_a_field_that_rows_do_not_have_is_explained_and_taken_for_words() -> None:
    messages.use("en")
    filtering = Filtering("role:binh", FIELDS)
    assert "role:" in filtering.note and not filtering.lets_through(ROW)


ROWS = {key: findable([key], {}, None, None) for key in ("ba", "anh", "cam", "bo")}
VALUES = {"ba": 3, "anh": 1, "cam": None, "bo": 2}


def test_rows_are_sorted_either_way_and_what_is_not_known_is_last() -> None:
    rising = listed(ROWS, Filtering("", ()), VALUES.__getitem__, falls=False)
    falling = listed(ROWS, Filtering("", ()), VALUES.__getitem__, falls=True)
    assert rising.ids == ["anh", "bo", "ba", "cam"] and falling.ids == ["ba", "bo", "anh", "cam"]
    assert (rising.found, rising.total) == (4, 4)


def test_groups_stand_in_their_order_with_how_many_they_hold() -> None:
    found = listed(
        ROWS, Filtering("-cam", ()), VALUES.__getitem__, falls=True, group=lambda key: Group((key[0],), Clean(key[0]))
    )
    assert found.ids == ["", "anh", "", "ba", "bo"]
    assert found.headings == {0: "a · 1", 2: "b · 2"} and (found.found, found.total) == (3, 4)
