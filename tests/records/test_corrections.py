"""A correction made by hand needs no counting, and what doesn't hold in a record is named."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from tests.records.sample import TEXT, at, data, record
from tui.library.corrections import anchor, problems
from tui.library.records import from_data


def without_offsets(selector: dict[str, Any]) -> dict[str, Any]:
    return {"exact": selector["exact"]}


def said(changed: dict[str, Any], text: str = TEXT) -> list[str]:
    return [f"{flaw.place}: {flaw.said()}" for flaw in problems(from_data(changed, "a.yaml"), text)]


def test_a_sound_record_needs_nothing() -> None:
    assert anchor(data(), TEXT) == (data(), [])
    assert problems(record(), TEXT) == []


@pytest.mark.parametrize(
    "wrong", [{}, {"start": 3, "end": 9}, {"start": None, "end": None}, {"start": -5, "end": 10**9}]
)
def test_a_unique_quote_gets_its_place(wrong: dict[str, Any]) -> None:
    changed = data()
    changed["requests"][0]["verb"] = {"exact": "đề nghị", **wrong}
    anchored, flaws = anchor(changed, TEXT)
    assert flaws == [] and anchored == data()


def test_words_within_the_item_s_own_words_get_their_place() -> None:
    changed = data()
    mention = changed["people"][0]["mentions"][0]
    mention["name_selector"] = without_offsets(mention["name_selector"])
    mention["role_selectors"] = [without_offsets(mention["role_selectors"][0])]
    mention["selector"] = without_offsets(mention["selector"])
    assert anchor(changed, TEXT) == (data(), [])


def test_a_start_is_enough() -> None:
    changed = data()
    del changed["people"][0]["mentions"][0]["name_selector"]["end"]
    assert anchor(changed, TEXT) == (data(), [])


def test_prefix_and_suffix_tell_which() -> None:
    changed = data()
    changed["event"]["location_selector"] = {"exact": "xã Đông Kỳ", "prefix": "giám sát tại ", "suffix": ".\n"}
    anchored, flaws = anchor(changed, TEXT)
    assert flaws == [] and anchored["event"]["location_selector"]["start"] == at("xã Đông Kỳ", 40)["start"]


def test_a_quote_typed_in_another_normalization_becomes_the_text_s() -> None:
    changed, text = data(), unicodedata.normalize("NFD", TEXT)
    anchored, _ = anchor(changed, text)
    verb = anchored["requests"][0]["verb"]
    assert text[verb["start"] : verb["end"]] == verb["exact"] == unicodedata.normalize("NFD", "đề nghị")


def test_what_can_not_be_placed_is_named_and_kept() -> None:
    changed = data()
    changed["requests"][0]["verb"] = {"exact": "kiến nghị"}
    changed["requests"][0]["addressee_selector"] = {"exact": "xã Đông Kỳ"}
    before = copy.deepcopy(changed)
    anchored, flaws = anchor(changed, TEXT)
    assert anchored == changed == before
    assert [f"{flaw.place}: {flaw.said()}" for flaw in flaws] == [
        "requests[0].verb: the quote is not in the text",
        "requests[0].addressee_selector: the quote stands 3 times in the text: give its start, or prefix and suffix",
    ]


def test_the_order_of_keys_is_kept() -> None:
    changed = {"items": [], "action": {"exact": "đề nghị"}, "id": "R1"}
    assert list(anchor({"requests": [changed]}, TEXT)[0]["requests"][0]) == ["items", "action", "id"]


def test_quotes_are_compared_with_the_text() -> None:
    assert said(data(), TEXT.replace("đề nghị", "yêu cầu")) == [
        "requests[0].verb: the quote is not what stands there: yêu cầu"
    ]
    assert "blocks[0]: 0 to 37 is no place in a text of 5 characters" in said(data(), TEXT[:5])


def double_id(changed: dict[str, Any]) -> None:
    changed["areas"][0]["id"] = "lo-van-on"
    changed["event"]["supervised_area_ids"] = []
    changed["requests"][0]["addressee_ids"] = []


def lost_chair(changed: dict[str, Any]) -> None:
    changed["event"]["chair_id"] = "xa-dong-ky"


def lost_speaker(changed: dict[str, Any]) -> None:
    changed["figures"][0]["speaker_id"] = "ai-do"


def lost_addressee(changed: dict[str, Any]) -> None:
    changed["requests"][0]["addressee_ids"] = ["cac-cap"]
    changed["requests"][0]["addressee_selector"] = None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (double_id, ["areas[0].id: the id lo-van-on is given twice", "people[0].id: the id lo-van-on is given twice"]),
        (lost_chair, ["event.chair_id: leads to no item of the record: xa-dong-ky"]),
        (lost_speaker, ["figures[0].speaker_id: leads to no item of the record: ai-do"]),
        (lost_addressee, ["requests[0].addressee_ids[0]: leads to no item of the record: cac-cap"]),
    ],
)
def test_ids_are_unique_and_lead_somewhere(change: Callable[[dict[str, Any]], None], expected: list[str]) -> None:
    changed = data()
    change(changed)
    assert said(changed) == expected


def test_an_addressee_that_is_only_words_is_kept() -> None:
    changed = data()
    changed["requests"][0]["addressee_ids"] = ["cac-cap"]
    assert said(changed) == []
