"""A page is cut into the same words, numbers and marks whatever was read before, each with its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.parse import page as pages
from tui.parse.page import Page
from tui.text.spelling import key

PIECES: list[str] = """
Lò Văn Tám, UBND huyện; HĐND TPlàm UBNDhuyện 233.250 26/46 (TTHC) H’Hen N' “Đoàn” ... 7h30 cho1.250 _x_
""".split()  # noqa: SIM905
GAPS = [" ", "\n", "\n\n", "  ", "\t", "\xa0", "\u2003"]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from([*PIECES, *GAPS])).map("".join))
GLUED = r"(?:HĐND|UBND|MTTQ|ĐBQH|TP)(?=[a-zđ][^\W\d_])"
TOKEN = re.compile(rf"{GLUED}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]|_")


def cut(text: str) -> list[tuple[str, int, int]]:
    """Return the tokens of a text with their places, read from its beginning to its end."""
    return [(match[0], *match.span()) for match in TOKEN.finditer(text)]


def tokens(page: Page) -> list[tuple[str, int, int]]:
    """Return the tokens of a page with their places."""
    return list(zip(page.texts, page.starts, page.ends, strict=True))


@given(TEXTS)
def test_a_page_has_the_tokens_of_its_text_in_their_places(raw: str) -> None:
    page = Page(raw)
    assert tokens(page) == cut(page.text)
    assert page.keys == [key(text) for text in page.texts]


@given(TEXTS)
def test_a_word_stands_in_all_its_places_in_order(raw: str) -> None:
    page = Page(raw)
    wanted = set(page.keys[::2])
    assert page.concordance.places(wanted) == [index for index, word in enumerate(page.keys) if word in wanted]


def test_what_is_remembered_of_words_is_bounded_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(PIECES * 3)
    before = tokens(Page(text))
    monkeypatch.setattr(pages, "_MOST", 4)
    monkeypatch.setattr(pages, "_forms", pages._Forms())
    monkeypatch.setattr(pages, "_pieces", pages._Pieces())
    assert tokens(Page(text)) == before
    assert len(pages._forms) <= 4
    assert len(pages._pieces) <= 4
