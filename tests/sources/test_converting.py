"""Legacy text is converted when the user says so, and kept so that it needs no saying again."""

from __future__ import annotations

import pytest

from tests.sources.legacy_writing import encode, expected
from tui.sources.converting import kept, read_converting
from tui.sources.errors import SourceError
from tui.sources.legacy import ENCODINGS, Encoding
from tui.sources.read import read_data
from tui.sources.saved_mark import address, marked

TEXT = "Ông Lò Văn Ỏn đề nghị rà soát quy hoạch chợ, bố trí kinh phí và báo cáo kết quả quý tới.\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_named_encoding_is_converted_and_kept_in_utf_8(encoding: Encoding) -> None:
    data = encode(TEXT, encoding)
    with pytest.raises(SourceError) as error:
        read_converting(data, "a.txt", None)
    assert error.value.offer == encoding
    source = read_converting(data, "a.txt", encoding)
    assert (source.text, source.encoding) == (expected(TEXT, encoding), encoding)
    again = kept(data, "a.txt", source, encoding)
    assert read_data(again, "a.txt").text == source.text and again.decode("utf-8") == source.text


def test_another_encoding_than_the_named_one_is_refused_with_the_right_offer() -> None:
    with pytest.raises(SourceError) as error:
        read_converting(encode(TEXT, "x-tcvn3"), "a.txt", "x-vni")
    assert error.value.offer == "x-tcvn3"


def test_unicode_is_left_alone_whatever_was_named() -> None:
    source = read_converting(TEXT.encode(), "a.txt", "x-tcvn3")
    assert (source.text, source.encoding) == (TEXT, "utf-8")
    assert kept(TEXT.encode(), "a.txt", source, "x-tcvn3") == TEXT.encode()


def test_letters_that_only_look_like_unicode_are_refused_until_the_user_chooses() -> None:
    data = encode(TEXT, "x-vni").decode("cp1252").encode("utf-8")
    with pytest.raises(SourceError, match="x-vni") as error:
        read_converting(data, "a.txt", None)
    assert error.value.offer == "x-vni"
    assert read_converting(data, "a.txt", "x-vni").text == TEXT
    as_it_is = read_converting(data, "a.txt", "none")
    assert as_it_is.text == data.decode() and kept(data, "a.txt", as_it_is, "none") == data


def test_a_charset_that_only_the_header_named_is_not_needed_again() -> None:
    page = f"<html><h1>Giám sát</h1><p>{TEXT * 9}</p></html>"
    data = encode(page, "windows-1258")
    source = read_converting(data, "a", None, charset="windows-1258")
    again = kept(data, "a", source, None, "windows-1258")
    assert again != data and read_data(again, "a").text == source.text


PAGE = (
    "<!DOCTYPE html>\n<html><body><h1>Giám sát chợ tại huyện</h1><p>" + "Đoàn đã làm việc. " * 20 + "</p></body></html>"
)


@pytest.mark.parametrize("head", ["", "\ufeff", '<?xml version="1.0"?>\n'])
def test_a_page_that_was_fetched_says_where_it_came_from(head: str) -> None:
    url = "https://bao.example/giam-sat--cho.html?id=1"
    saved = marked((head + PAGE).encode(), url)
    source = read_data(saved, "a.html")
    assert source.url == "https://bao.example/giam-sat%2D%2Dcho.html?id=1"
    assert source.text == read_data(PAGE.encode(), "a.html").text
    assert marked(saved, "https://other.example/") == saved


def test_the_address_that_the_page_names_itself_comes_first() -> None:
    page = PAGE.replace("<body>", '<head><link rel="canonical" href="https://bao.example/own"></head><body>')
    assert read_data(marked(page.encode(), "https://bao.example/other"), "a").url == "https://bao.example/own"
    assert address(PAGE) is None
