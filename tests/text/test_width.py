"""How many columns a text takes in a grid of characters."""

from __future__ import annotations

import pytest

from tui.text.clean import Clean
from tui.text.width import columns, cut, padded


@pytest.mark.parametrize(("text", "size"), [("", 0), ("abc", 3), ("huyện", 5), ("huye\u0323\u0302n", 5), ("日本", 4)])
def test_marks_take_no_column_and_wide_characters_two(text: str, size: int) -> None:
    assert columns(text) == size


@pytest.mark.parametrize(
    ("text", "most", "left"),
    [("huyện", 5, "huyện"), ("huyện Mê Linh", 7, "huyện…"), ("日本語", 4, "日…"), ("ab", 0, "")],
)
def test_what_is_cut_ends_in_an_ellipsis_and_fits(text: str, most: int, left: str) -> None:
    assert cut(Clean(text), most) == left
    assert columns(cut(Clean(text), most)) <= most


def test_padding_fills_up_to_the_columns_on_either_side() -> None:
    assert padded(Clean("ê"), 3) == "ê  "
    assert padded(Clean("ê"), 3, right=True) == "  ê"
    assert columns(padded(Clean("日本語"), 4)) == 4
