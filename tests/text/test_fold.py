"""Folding makes accents, case and look-alikes equal, and keeps every character's place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.fold import fold, fold_character, slug, spaced, syllables


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đỗ Thị Hường, HUYỆN ỦY", "do thi huong, huyen uy"),
        ("ðỗ", "do"),
        ("Нуyện Кỳ", "hyyen ky"),
        ("H’Hen Niê – “một cửa”", 'h\'hen nie - "mot cua"'),
        ("Đắk Lắk 5½ tỷ", "dak lak 5½ ty"),
    ],
)
def test_text_is_folded_as_people_type_it(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["Ước", "U\u031bo\u031b\u0301c"])
def test_syllables_do_not_depend_on_normalization(text: str) -> None:
    assert syllables(text) == ["uoc"]


def test_a_slug_is_made_of_folded_words() -> None:
    assert slug(" Lê Thị Bích-Ngọc (Tổ 5) ") == "le-thi-bich-ngoc-to-5"


@given(st.text())
def test_a_character_stands_for_each_character(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aĐđỗỲỹƯâ’“–—…•`_.\t\n 0"))
def test_common_characters_are_folded_like_any_others(text: str) -> None:
    assert fold(text) == "".join(map(fold_character, text))


def test_spaced_text_is_its_words_where_they_stand() -> None:
    assert spaced("Đỗ Hường, UBND\nHuyện_ủy: 26/46 (½)") == "do huong  ubnd\nhuyen uy  26 46  ½ "


@given(st.text())
def test_spaced_text_has_the_words_of_folded_text(text: str) -> None:
    assert len(spaced(text)) == len(text)
    assert spaced(text).split() == re.findall(r"[^\W_]+", fold(text))
