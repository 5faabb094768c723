"""Words written in two ways get one spelling, of the same length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.spelling import key, settle


@pytest.mark.parametrize(
    ("written", "settled"),
    [
        ("uỷ", "ủy"),
        ("Huyện Uỷ", "Huyện Ủy"),
        ("THUỶ HOÀ", "THỦY HÒA"),
        ("hoà", "hòa"),
        ("hoá đơn, khoẻ", "hóa đơn, khỏe"),
        ("hoàn toàn", "hoàn toàn"),
        ("quý, quỳ, Quỳnh", "quý, quỳ, Quỳnh"),
        ("hòa", "hòa"),
    ],
)
def test_the_tone_stands_on_the_first_vowel_of_an_open_pair(written: str, settled: str) -> None:
    assert settle(written) == settled


def test_the_key_ignores_case_and_place_of_tone() -> None:
    assert key("UỶ BAN") == key("Ủy ban") != key("Uy ban")


@given(st.text())
def test_settling_keeps_every_place(text: str) -> None:
    assert len(settle(text)) == len(text)
