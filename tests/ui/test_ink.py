"""Lines cut, wrapped and drawn to the cell, and bars."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.text.clean import Clean, clean
from tui.widgets.bars import bar, position
from tui.widgets.ink import Piece, cells, fit, paragraph, shorten, spread, strip, width, wrap
from tui.widgets.theme import DARK, Palette

PALETTE = Palette({**DARK.variables, "background": "#15171c", "foreground": "#dcd8cf"})
WORDS = st.text(alphabet="aăâđêôơư ộếằ漢字\u0301😀\n", max_size=120)


@given(WORDS, st.integers(2, 40))
def test_wrapped_lines_fit_and_hold_every_word_once(words: str, limit: int) -> None:
    text = clean(words)
    lines = wrap(text, 0, len(text), limit)
    assert all(cells(text[start:end].replace("\n", " ")) <= limit for start, end in lines)
    assert "".join(text[start:end] for start, end in lines).split() == [] or "".join(
        "".join(text[start:end].split()) for start, end in lines
    ) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(lines))


@given(WORDS, st.integers(0, 40))
def test_shortened_text_fits(words: str, limit: int) -> None:
    assert cells(shorten(Clean(clean(words).replace("\n", " ")), limit)) <= limit


@given(WORDS, WORDS, st.integers(0, 40))
def test_a_strip_is_exactly_as_wide_as_asked(one: str, two: str, limit: int) -> None:
    line = [Piece(Clean(clean(one).replace("\n", " "))), Piece(Clean(clean(two).replace("\n", " ")), "person")]
    drawn = strip(line, limit, PALETTE)
    assert drawn.cell_length == limit
    assert cells(drawn.text) == limit


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert shorten(Clean("kỷ luật, kỷ cương"), 8) == "kỷ luật…"
    assert (
        "".join(piece.text for piece in fit([Piece(Clean("kỷ luật")), Piece(Clean(", kỷ cương"))], 10)) == "kỷ luật,…"
    )


def test_what_fits_is_not_cut() -> None:
    assert shorten(Clean("kỷ luật"), 7) == "kỷ luật"


def test_the_right_end_stays_when_the_left_is_cut() -> None:
    line = spread([Piece(Clean("Phạm Quí Tiên"))], [Piece(Clean("12"))], 12)
    assert "".join(piece.text for piece in line) == "Phạm Quí… 12"
    assert width(line) == 12


def test_a_paragraph_of_at_most_some_lines_says_that_it_goes_on() -> None:
    lines = paragraph(Clean("một hai ba bốn năm sáu bảy"), 8, most=2)
    assert [piece.text for line in lines for piece in line] == ["một hai", "ba bốn…"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrap("aaaaaaaaaa", 0, 10, 4) == [(0, 4), (4, 8), (8, 10)]


def test_a_bar_is_filled_in_eighths() -> None:
    assert [piece.text for piece in bar(26 / 46, 8)] == ["████▌", "···"]


def test_a_bar_shows_that_something_is_not_nothing_and_not_all() -> None:
    assert bar(0.001, 5)[0].text == "▏"
    assert bar(0.999, 5)[0].text == "████▉"
    assert bar(1.0, 5)[0].text == "█████"
    assert bar(0.0, 5)[0].text == ""


def test_a_rank_is_a_place_on_a_line() -> None:
    assert "".join(piece.text for piece in position(1, 30, 11)) == "●─────────┤"
    assert "".join(piece.text for piece in position(30, 30, 11)) == "├─────────●"
    assert "".join(piece.text for piece in position(13, 30, 11)) == "├───●──────┤".replace("──────┤", "─────┤")
