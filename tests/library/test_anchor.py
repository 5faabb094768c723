"""What is anchored at words stays with them as long as they can be told."""

from __future__ import annotations

import time
import unicodedata

import pytest

from tests import invented
from tui.library import Anchor, anchor, find

TEXT = invented.MARKETS
CONCLUSION = "rà soát quy hoạch mạng lưới chợ; bố trí kinh phí phòng cháy chữa cháy"


def found(words: str, changed: str, *, last: bool = False) -> str | None:
    """Return what stands in a changed text where some words stood in the old one."""
    start = TEXT.rindex(words) if last else TEXT.index(words)
    place = find(anchor("k", "passages", TEXT, start, start + len(words)), changed)
    return changed[slice(*place)] if place else None


@pytest.mark.parametrize(
    "changed",
    [
        TEXT,
        "Một dòng mới.\n" + TEXT,
        TEXT.replace("cho biết", "cho hay"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        unicodedata.normalize("NFD", TEXT),
        "\ufeff" + TEXT,
    ],
    ids=["same", "moved", "other words near", "CRLF", "CR", "NFD", "byte-order mark"],
)
@pytest.mark.parametrize("words", ["Vi Văn Tấn", "12/20 chợ", TEXT[:80], TEXT[400:700], CONCLUSION])
def test_an_anchor_stays_with_its_words(words: str, changed: str) -> None:
    place = found(words, changed.replace("cho hay", "cho biết")) if "cho biết" in words else found(words, changed)
    assert place is not None
    assert unicodedata.normalize("NFC", place).replace("\r\n", "\n").replace("\r", "\n") == words


def test_of_several_places_the_one_with_the_same_surroundings_is_meant() -> None:
    changed = "Một dòng mới.\n" + TEXT
    place = find(anchor("k", "people", TEXT, TEXT.rindex("Vi Văn Tấn"), TEXT.rindex("Vi Văn Tấn") + 10), changed)
    assert place is not None and place[0] == changed.rindex("Vi Văn Tấn")


@pytest.mark.parametrize(
    ("words", "old", "new", "now"),
    [
        ("Vi Văn Tấn", "Vi Văn Tấn", "Vi Văn Tần", "Vi Văn Tần"),
        ("12/20 chợ", "12/20 chợ", "13/20 chợ", "13/20 chợ"),
        ("1.250 hộ", "1.250 hộ", "1.520 hộ", "1.520 hộ"),
        (CONCLUSION, "mạng lưới", "mạng lướii", CONCLUSION.replace("lưới", "lướii")),
        (CONCLUSION, "đề nghị UBND huyện rà soát", "đề nghi UBND huyên rà soat", CONCLUSION.replace("soát", "soat")),
    ],
)
def test_words_that_were_corrected_are_found_by_what_stands_around_them(
    words: str, old: str, new: str, now: str
) -> None:
    assert found(words, TEXT.replace(old, new)) == now


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("Vi Văn Tấn", "Vi Văn Tấn", "Hoàng Kim"),
        ("12/20 chợ", "12/20 chợ đã được nâng cấp, đạt tỷ lệ 60%.", ""),
        (CONCLUSION, f"đồng chí Lò Quý Khánh đề nghị UBND huyện {CONCLUSION}", "các đại biểu ra về"),
    ],
)
def test_words_that_are_gone_are_nowhere(words: str, old: str, new: str) -> None:
    assert found(words, TEXT.replace(old, new)) is None


def test_an_anchor_without_words_is_nowhere() -> None:
    assert find(Anchor(article_key="k", section="passages", exact="", start=3), "text") is None


def test_a_place_outside_of_the_text_is_no_error() -> None:
    assert find(Anchor(article_key="k", section="passages", exact="chợ", start=10**9), TEXT) is not None
    assert find(Anchor(article_key="k", section="passages", exact="chợ", start=-5), "") is None


def test_a_long_text_of_the_same_letter_takes_no_time() -> None:
    begin = time.perf_counter()
    find(Anchor(article_key="k", section="passages", exact="a" * 9 + "b", start=5, prefix="a" * 32), "a" * 200_000)
    assert time.perf_counter() - begin < 5
