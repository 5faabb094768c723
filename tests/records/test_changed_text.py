"""What a record points at is found again in a text that has changed, and a record is sound whatever it says."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.sample import TEXT, data, record
from tui.library.corrections import anchor, problems
from tui.library.records import from_data
from tui.library.soundness import sound


def again(text: str) -> tuple[dict[str, Any], list[str]]:
    anchored, flaws = anchor(data(), text)
    return anchored, [flaw.place for flaw in flaws]


def headless(anchored: dict[str, Any]) -> dict[str, Any]:
    """Return the data without blocks, which have no quotes."""
    return {**anchored, "blocks": []}


def test_other_line_ends_move_everything() -> None:
    text = TEXT.replace("\n", "\r\n")
    anchored, flaws = again(text)
    assert flaws == []
    assert problems(from_data(headless(anchored), "a.yaml"), text) == []
    assert anchored["requests"][0]["addressee_selector"]["start"] == text.rindex("xã Đông Kỳ")


def test_words_that_stand_often_keep_their_order() -> None:
    text = "Một đoạn về xã Đông Kỳ được thêm vào đầu bài.\n" + TEXT
    anchored, flaws = again(text)
    assert flaws == []
    assert anchored["event"]["location_selector"]["start"] == text.index("xã Đông Kỳ.\nÔng")
    assert anchored["people"][0]["mentions"][0]["name_selector"]["start"] == text.index("Lò Văn Ỏn - Phó")


def test_only_the_words_that_were_changed_are_lost() -> None:
    _, flaws = again(TEXT.replace("đề nghị", "yêu cầu").replace("Ngày 4/3/2025", "Sáng nay, Ngày 4/3/2025"))
    assert flaws == ["requests[0].verb"]


def test_a_wrong_start_in_an_unchanged_text_is_not_guessed_around() -> None:
    wrong = data()
    wrong["requests"][0]["addressee_selector"] = {"exact": "xã Đông Kỳ", "start": 3, "end": 13}
    anchored, flaws = anchor(wrong, TEXT)
    assert [flaw.place for flaw in flaws] == ["requests[0].addressee_selector"] and anchored == wrong


def test_a_sound_record_stays_as_it_is() -> None:
    assert sound(record(), TEXT) == record()


def test_an_optional_place_that_does_not_stand_is_null_and_a_needed_one_takes_its_item_along() -> None:
    text = TEXT.replace("đề nghị", "yêu cầu").replace("12 hồ sơ;", "13 hồ sơ;")
    kept = sound(record(), text)
    assert problems(kept, text) == []
    assert (kept.figures, kept.requests) == ((), ())  # their numbers and actions are gone
    assert kept.people == record().people
    verb = sound(record(), TEXT.replace("đề nghị", "yêu cầu"))
    assert [request.verb for request in verb.requests] == [None] and verb.figures == record().figures


def test_what_leads_nowhere_is_let_go() -> None:
    wrong = data()
    wrong["people"][0]["id"] = "ai-khac"
    kept = sound(from_data(wrong, "a.yaml"), TEXT)
    assert (kept.event.chair_id, kept.figures[0].speaker_id, kept.requests[0].requester_id) == (None, None, None)


def test_of_two_with_one_id_the_first_stays() -> None:
    wrong = data()
    wrong["people"].append({**wrong["people"][0], "name": "Lò Văn Khác"})
    assert [person.name for person in sound(from_data(wrong, "a.yaml"), TEXT).people] == ["Lò Văn Ỏn"]


@settings(max_examples=60)
@given(st.data())
def test_a_record_over_any_text_is_sound(drawn: st.DataObject) -> None:
    cut = drawn.draw(st.integers(0, len(TEXT)))
    put = drawn.draw(st.text(max_size=40))
    text = TEXT[:cut] + put + TEXT[cut + drawn.draw(st.integers(0, 60)) :]
    anchored, _ = anchor(data(), text)
    assert problems(sound(msgspec.convert(anchored, type(record())), text), text) == []


@pytest.mark.parametrize("start", [-1, 10**12, 5])
def test_blocks_outside_of_the_text_are_left_out(start: int) -> None:
    wrong = data()
    wrong["blocks"][0]["start"], wrong["blocks"][0]["end"] = start, start - 1
    assert sound(from_data(wrong, "a.yaml"), TEXT).blocks == ()
