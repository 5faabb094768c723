"""Words and names stand in the order of Vietnamese dictionaries."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.collate import name_key, sort_key

ORDERS = [
    list("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["an", "àn", "ăn", "ằn", "ân", "ấn", "bân"],
    ["dung", "dũng", "đung", "đúng", "đừng"],
    ["Tổ 1", "Tổ 2", "Tổ 9", "Tổ 10", "Tổ 100", "Tổ A"],
    ["ba", "ba xa", "bà", "bà an", "bác"],
    ["Bắc Hà", "Bắc Kạn", "Bến Tre", "Cà Mau", "Đà Lạt", "Đắk Lắk", "Đồng Kỳ", "Ea Súp"],
    ["", "1", "a", "ж"],
]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order[1])
def test_words_are_sorted(order: list[str]) -> None:
    mixed = random.Random(1).sample(order, len(order))
    assert sorted(mixed, key=sort_key) == order


def test_the_given_name_comes_first() -> None:
    names = [
        ("Vũ", None, "An"),
        ("Đỗ", "Bá", "An"),
        ("Lò", "Thị", "Ân"),
        ("Bế", "Văn", "Bằng"),
        ("Dương", "Văn", "Bằng"),
    ]
    assert sorted(reversed(names), key=lambda name: name_key(*name)) == names


def test_a_shorter_given_name_comes_before_a_longer_one() -> None:
    assert name_key("Y", None, "Bih") < name_key("A", None, "Bih Niê")


def test_case_marks_and_normalization_don_t_count() -> None:
    assert sort_key("HUYỆN UỶ!") == sort_key(unicodedata.normalize("NFD", "huyện  ủy"))


@given(st.text())
def test_every_text_has_a_key(text: str) -> None:
    assert sort_key(text) == sort_key(text.strip())
