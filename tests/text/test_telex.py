"""Keystrokes of Telex and VNI are read as the syllables that they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.spelling import settle
from tui.text.syllables import TONES, compose, is_syllable, shapes, take_apart
from tui.text.telex import LONGEST, readings

TELEX = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
VNI = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}
KEYS = [(TELEX, "zfrxsj"), (VNI, "023415")]


def typed(letters: str, tone: int, table: dict[str, str], tones: str, late: bool) -> str:
    """Return the keystrokes of a syllable, its marks at once or at the end, the tone last."""
    parts = [table.get(letter, letter) for letter in letters]
    keys = "".join(part[0] for part in parts) + "".join(part[1:] for part in parts) if late else "".join(parts)
    return keys + (tones[tone] if tone else "")


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(("table", "tones"), KEYS, ids=["telex", "vni"])
def test_every_legal_syllable_is_read_back(table: dict[str, str], tones: str, late: bool) -> None:
    missed = []
    for letters in shapes():
        for tone in range(len(TONES)):
            syllable = compose(letters, tone)
            if syllable is None:
                continue
            keys = typed(letters, tone, table, tones, late)
            if keys != syllable and syllable not in readings(keys):
                missed.append((syllable, keys))
    assert missed == []


@pytest.mark.parametrize(
    ("token", "meant"),
    [
        ("huyeejn", "huyện"),
        ("HUYEENJ", "huyện"),
        ("huye65n", "huyện"),
        ("nguyeenx", "nguyễn"),
        ("nguyenex", "nguyễn"),
        ("dduowngf", "đường"),
        ("duongdwf", "đường"),
        ("d9u7o7ng2", "đường"),
        ("duong972", "đường"),
        ("thuowr", "thuở"),
        ("hoaf", "hòa"),
        ("thuyr", "thủy"),
        ("quys", "quý"),
        ("gif", "gì"),
        ("ddawsk", "đắk"),
        ("kroong", "krông"),
        ("xooong", "xoong"),
        ("tw", "tư"),
    ],
)
def test_a_token_is_read_as_it_was_meant(token: str, meant: str) -> None:
    assert meant in readings(token)


NO_KEYSTROKES = ["ban", "covid19", "qh15", "2025", "", "áf", "hoass", "bảng", "tacj1", "mr", "a" * LONGEST + "s"]


@pytest.mark.parametrize("token", NO_KEYSTROKES)
def test_what_is_no_keystrokes_has_no_reading(token: str) -> None:
    assert readings(token) == ()


@pytest.mark.parametrize("token", ["catf", "tacf", "mapr", "lichx"])
def test_a_stop_takes_only_its_own_tones(token: str) -> None:
    assert readings(token) == ()


@given(st.text(st.sampled_from("aeiouywdsfrxjzngthbc0123456789"), max_size=LONGEST))
def test_every_reading_is_a_settled_syllable(token: str) -> None:
    for reading in readings(token):
        assert is_syllable(reading) and settle(reading) == reading != token


@pytest.mark.parametrize(
    "word", ["Nguyễn", "Uỷ", "HOÀ", "giếng", "gìn", "quốc", "khuỷu", "Đắk", "xoong", "nghiêng", "y"]
)
def test_a_vietnamese_word_is_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Chñ", "tÞch", "street", "việtt", "cat", "fax", "ngiên", "ưtư", "a1", "Adrơng", ""])
def test_another_word_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_a_word_is_taken_apart_wherever_its_tone_is() -> None:
    assert take_apart("Hoà") == take_apart("Hòa") == ("Hoa", 1)


def test_syllables_are_settled() -> None:
    composed = (compose(letters, tone) for letters in shapes() for tone in range(len(TONES)))
    assert [syllable for syllable in composed if syllable and settle(syllable) != syllable] == []
