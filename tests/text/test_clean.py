"""Outside text is safe after it came through the one door, and nothing of it is lost on the way."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.text.clean import MARKS_PER_BASE, clean, clean_line, is_unsafe

ANY_TEXT = st.text(
    st.characters(codec=None, categories=None) | st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF)
)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\xad\u180e\u034f\u115f\u3164\uffa0\u2061\u206a\u206f"
TAGS = "\U000e0001\U000e0041\U000e007f\U000e0100"
LINES = "\u2028\u2029\x85\x0b\x0c"
LONE = "\ud800\udbff\udc00\udfff"
NONCHARACTERS = "\ufdd0\ufffe\uffff"
C1 = "".join(map(chr, range(0x80, 0xA0)))


@pytest.mark.parametrize("code", [*range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x20)])
def test_a_control_character_is_shown_as_its_picture(code: int) -> None:
    assert clean(f"a{chr(code)}b") == f"a{chr(0x2400 + code)}b"


@pytest.mark.parametrize("character", BIDI + INVISIBLE + TAGS + LINES[:3] + LONE + NONCHARACTERS + C1)
def test_what_can_not_be_seen_is_shown_as_its_number(character: str) -> None:
    assert clean(f"a{character}b") == f"a<U+{ord(character):04X}>b"


def test_delete_is_shown() -> None:
    assert clean("a\x7fb") == "a␡b"


@pytest.mark.parametrize(
    ("sequence", "seen"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇"),
        ("\x1bPq\x1b\\", "␛Pq␛\\"),
        ("\x9b31m", "<U+009B>31m"),
        ("\x1b]0;title", "␛]0;title"),
    ],
)
def test_a_sequence_for_the_terminal_becomes_text(sequence: str, seen: str) -> None:
    assert clean(f"trước {sequence} sau") == f"trước {seen} sau"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert clean(f"một{end}hai") == "một\nhai"


def test_a_carriage_return_can_not_overwrite_the_line() -> None:
    assert clean("Tổng 5\rTổng 9") == "Tổng 5\nTổng 9"


def test_tabs_and_no_break_spaces_become_spaces() -> None:
    assert clean("a\tb\xa0c") == "a    b c"


def test_decomposed_vietnamese_is_composed() -> None:
    words = "Nguyễn Thị Ước Vọng, Huyện ủy Đông Kỳ"
    assert clean(unicodedata.normalize("NFD", words)) == words


def test_a_thousand_marks_leave_a_few() -> None:
    assert clean("Tổ" + "\u0335" * 1000 + " 5") == "Tổ" + "\u0335" * MARKS_PER_BASE + " 5"


def test_a_million_marks_of_alternating_classes_are_read_in_time() -> None:
    assert len(clean("a" + "\u0301\u0323" * 500_000)) < 10


@pytest.mark.parametrize("before", ["", "\n", "\r\n", "\x1b", "\u202e", "\t"])
def test_a_mark_without_a_base_gets_one(before: str) -> None:
    assert clean(before + "\u0338").endswith("◌\u0338")


def test_brackets_stay_as_they_are() -> None:
    assert clean("[bold] [/] [@click=x] [a[0]]") == "[bold] [/] [@click=x] [a[0]]"


def test_a_line_is_one_line() -> None:
    assert clean_line("  Phó\r\nChủ\ttịch\u2028UBND \n") == "Phó Chủ tịch<U+2028>UBND"


def test_empty_text_stays_empty() -> None:
    assert clean("") == clean_line("\n") == ""


@given(ANY_TEXT)
@example("\u202e\u0338")
@example("e\u0323\u0341")
@example("\u1100\u0301\u1161")
@example("o\u0302\u031b\u0308\u0304\u0301")
def test_nothing_unsafe_comes_through(raw: str) -> None:
    text = clean(raw)
    assert not any(map(is_unsafe, text)) and "\t" not in text and "\xa0" not in text


@given(ANY_TEXT)
@example("\u202e\u0338")
@example("\u01d6\u031b\u0335\u0336\u0337")
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@given(st.text(st.characters(exclude_categories=["C", "Z", "M"]).filter(lambda character: not is_unsafe(character))))
def test_harmless_text_is_only_composed(raw: str) -> None:
    assert clean(raw) == unicodedata.normalize("NFC", raw)


@given(ANY_TEXT)
def test_the_result_is_composed(raw: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(raw))
