"""A view shows clean text and leads back to the raw offsets, whatever the text is made of."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.text.clean import clean
from tui.text.fold import fold
from tui.text.view import view

ANY_TEXT = st.text(
    st.characters(codec=None, categories=None) | st.sampled_from("\r\n\t\xa0\x1b\u202e\u0301\u0323\ud800aeư")
)
SENTENCE = "Ông Lò Văn Ỏn - Phó Chủ tịch HĐND huyện\r\nđề nghị rà soát 12\xa0hồ sơ."


def find(raw: str, words: str) -> str:
    """Return what stands in the raw text where the view shows the words."""
    seen = view(raw)
    start = seen.folded.index(words)
    first, last = seen.raw_span(start, start + len(words))
    return raw[first:last]


def test_plain_text_is_shown_as_it_stands() -> None:
    seen = view("Huyện Đông Kỳ – “26/46” hồ sơ, 5 tỷ ₫…\n")
    assert seen.display == seen.raw and seen.raw_span(6, 10) == (6, 10) == seen.span(6, 10)


def test_decomposed_text_is_found_where_it_stands() -> None:
    raw = unicodedata.normalize("NFD", SENTENCE)
    assert find(raw, "lo van on") == unicodedata.normalize("NFD", "Lò Văn Ỏn")
    assert find(raw, "de nghi") == unicodedata.normalize("NFD", "đề nghị")


def test_words_after_crlf_and_tokens_are_found_where_they_stand() -> None:
    assert find(SENTENCE, "12 ho so") == "12\xa0hồ sơ"
    assert find("a\x1b\u202e\tTổ 5", "to 5") == "Tổ 5"


def test_a_span_leads_to_the_whole_of_a_token() -> None:
    seen = view("x\u202ey")
    assert seen.display == "x<U+202E>y"
    assert seen.span(1, 2) == (1, 9)
    assert seen.raw_span(3, 5) == seen.raw_span(1, 9) == (1, 2)


def test_half_of_a_line_end_is_the_whole_line_end() -> None:
    assert view("a\r\nb").span(1, 2) == view("a\r\nb").span(2, 3) == (1, 2)


@pytest.mark.parametrize("raw", ["", "\r\n", "\u0301", "\ud800"])
def test_the_smallest_texts_have_views(raw: str) -> None:
    seen = view(raw)
    assert seen.to_raw[len(seen.display)] == len(raw)
    assert seen.raw_span(0, len(seen.display)) == (0, len(raw))


@given(ANY_TEXT)
@example("\u1100\u0301\u1161\r\u0301\r\n\u0301")
def test_the_view_shows_what_clean_gives(raw: str) -> None:
    assert view(raw).display == clean(raw)


@given(ANY_TEXT)
def test_boundaries_never_go_back(raw: str) -> None:
    seen = view(raw)
    assert len(seen.to_raw) == len(seen.display) + 1
    assert seen.to_raw[0] == 0 and seen.to_raw[len(seen.display)] == len(raw)
    assert all(before <= after for before, after in pairwise(seen.to_raw))


@given(ANY_TEXT)
def test_the_fold_has_a_character_for_each(raw: str) -> None:
    assert len(view(raw).folded) == len(view(raw).display)


@given(ANY_TEXT, st.data())
def test_a_span_of_the_display_is_covered_on_the_way_there_and_back(raw: str, data: st.DataObject) -> None:
    seen = view(raw)
    start = data.draw(st.integers(0, len(seen.display)))
    end = data.draw(st.integers(start, len(seen.display)))
    first, last = seen.raw_span(start, end)
    low, high = seen.span(first, last)
    assert start == end or (low <= start and end <= high)
    assert seen.raw_span(low, high) == (first, last)
    assert (first < last) == (start < end)


@given(ANY_TEXT, st.data())
def test_a_span_of_the_source_is_covered_on_the_way_there_and_back(raw: str, data: st.DataObject) -> None:
    seen = view(raw)
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    low, high = seen.span(start, end)
    first, last = seen.raw_span(low, high)
    assert first <= start and end <= last
    assert fold(seen.display[low:high]) == seen.folded[low:high]
