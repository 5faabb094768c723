"""Saved pages of different portals give the article, its captions and tables, and nothing of what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.sources import read as reading
from tui.sources.errors import SourceError
from tui.sources.read import read, read_data
from tui.sources.source import SourceText

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
PARAGRAPH = (
    "<p>Ông Lò Văn Ỏn đề nghị xã Đông Kỳ rà soát 12 hồ sơ tồn đọng, báo cáo trước ngày 30/6/2025 theo quy định.</p>"
)


def page(body: str, head: str = "", charset: str = "utf-8") -> bytes:
    text = f"<!DOCTYPE html><html><head><meta charset='{charset}'>{head}</head><body>{body}</body></html>"
    return text.encode(charset)


def read_page(body: str, head: str = "") -> SourceText:
    return read_data(page(body, head), "a.html")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_of_a_portal_s_page_is_found(path: Path) -> None:
    source = read(path)
    assert source.text == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert (source.format, source.reader, source.encoding) == ("html", "giamsat-html 1", "utf-8")


def test_there_are_pages_of_at_least_five_layouts() -> None:
    assert len(PAGES) >= 5


def test_outlet_and_address_come_from_the_page() -> None:
    source = read(next(path for path in PAGES if path.stem == "newspaper"))
    assert source.publisher == "Báo Tây Sơn Hạ"
    assert source.url == "https://bao.example/thoi-su/giam-sat-nuoc-sach-1234.html"


def test_the_address_it_was_fetched_from_counts_when_the_page_names_none() -> None:
    data = page("<h1>HĐND huyện giám sát chợ</h1>" + PARAGRAPH * 4)
    assert read_data(data, "a", url="https://a.example/b").url == "https://a.example/b"


@pytest.mark.parametrize("charset", ["utf-16", "windows-1258"])
def test_a_page_is_decoded_by_what_it_states(charset: str) -> None:
    body = "<h1>Tin trong ngay</h1>" + "<p>Mot đoạn văn dài vừa đủ để làm một bài báo ở đây.</p>" * 9
    text = f"<html><head><meta charset='{charset}'></head><body>{body}</body></html>"
    tones = {"ạ": "a\u0323", "ừ": "ư\u0300", "ủ": "u\u0309", "ể": "ê\u0309", "ở": "ơ\u0309", "ộ": "ô\u0323"}
    written = "".join(tones.get(letter, letter) for letter in text) if charset == "windows-1258" else text
    source = read_data(written.encode("cp1258" if charset == "windows-1258" else charset), "a.html")
    assert source.encoding == charset and "Mot đo" in source.text


def test_a_page_in_utf_8_that_states_another_charset_is_utf_8() -> None:
    data = page("<h1>HĐND huyện giám sát chợ</h1>" + PARAGRAPH * 4).replace(b"utf-8", b"windows-1258")
    assert read_data(data, "a.html").encoding == "utf-8"


def test_broken_metadata_is_passed_over() -> None:
    head = "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", </script><meta property='og:url' content='http://['>"
    assert "Lò Văn Ỏn" in read_page("<h1>HĐND huyện giám sát chợ</h1>" + PARAGRAPH * 4, head).text


def test_a_page_without_an_article_is_named() -> None:
    with pytest.raises(SourceError, match="holds no article"):
        read_page("<script>document.write('x')</script>")


def test_scripts_and_hidden_parts_stay_out() -> None:
    text = read_page("<h1>HĐND huyện giám sát chợ</h1><script>var a=1</script><style>p{}</style>" + PARAGRAPH * 4).text
    assert "var a" not in text and "p{}" not in text


def test_a_large_page_is_read_in_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    data = page("<h1>HĐND huyện giám sát chợ</h1>" + PARAGRAPH * 4)
    here = read_data(data, "a.html")
    monkeypatch.setattr(reading, "LARGE_PAGE", 10)
    assert read_data(data, "a.html") == here


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5_000 + "x",
        "<" * 20_000,
        "<p " + "a=b " * 5_000,
        "<table><tr><td>" * 2_000,
        "&amp;" * 5_000,
        "<b>" * 3_000,
    ],
)
def test_a_page_that_was_made_to_hurt_is_read_or_named(body: str) -> None:
    try:
        read_page(body + PARAGRAPH * 4)
    except SourceError as error:
        assert str(error).isprintable()
