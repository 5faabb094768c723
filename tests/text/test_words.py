"""Text is cut into words, as written and folded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.text.fold import fold
from tui.text.words import tokens, words


def test_words_are_letters_and_numbers() -> None:
    assert words("Đồng chí Lò Quý Khánh - 26/46 (tỷ_lệ)") == (
        "Đồng",
        "chí",
        "Lò",
        "Quý",
        "Khánh",
        "26",
        "46",
        "tỷ",
        "lệ",
    )


def test_a_number_with_points_for_thousands_is_one() -> None:
    assert tokens("233.250 hồ sơ, 1.250.000 và 12.5 hay 1.2345") == [
        *("233250", "ho", "so", "1250000", "va", "12", "5", "hay", "1", "2345")
    ]


@given(st.text())
def test_words_folded_are_the_tokens(text: str) -> None:
    assert [fold(word) for word in words(text)] == tokens(text)
