"""Whoever signed an article is its author; a station, a place and a source are not."""

from __future__ import annotations

import pytest

from tests.parse.pages import CLOSING, DATE, HEADLINE, LEAD, REPORT, record

ABOVE = (HEADLINE, DATE, LEAD, REPORT, CLOSING)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Lê Minh Hạnh", ["Lê Minh Hạnh"]),
        ("Minh Hạnh.", ["Minh Hạnh"]),
        ("LÊ MINH HẠNH", ["LÊ MINH HẠNH"]),
        ("(Lê Minh Hạnh)", ["Lê Minh Hạnh"]),
        ("Minh Hạnh - Thu Ngà", ["Minh Hạnh", "Thu Ngà"]),
        ("Minh Hạnh – Thu Ngà Đài TT Huyện", ["Minh Hạnh", "Thu Ngà"]),
        ("MINH HẠNH- THU NGÀ", ["MINH HẠNH", "THU NGÀ"]),
        ("Minh Hạnh, Thu Ngà", ["Minh Hạnh", "Thu Ngà"]),
        ("Tin, ảnh: Minh Hạnh", ["Minh Hạnh"]),
        ("Bài và ảnh: Minh Hạnh", ["Minh Hạnh"]),
        ("Tin và ảnh: MINH HẠNH - THU NGÀ", ["MINH HẠNH", "THU NGÀ"]),
        ("(CTV: Minh Hạnh)", ["Minh Hạnh"]),
        ("Tác giả: Minh Hạnh", ["Minh Hạnh"]),
        ("Minh Hạnh (tổng hợp)", ["Minh Hạnh"]),
        ("M. Hạnh", ["M. Hạnh"]),
        ("TH. HẠNH", ["TH. HẠNH"]),
        ("M.H ĐTT.", ["M.H"]),
        ("Minh Hạnh - PVHTT", ["Minh Hạnh"]),
        ("Minh Hạnh - Đài TTTH", ["Minh Hạnh"]),
        ("Minh Hạnh – Văn phòng HĐND huyện", ["Minh Hạnh"]),
        ("Minh Hạnh - Trung tâm Văn hóa, Thông tin và Thể thao huyện", ["Minh Hạnh"]),
        ("Tin ảnh Minh Hạnh", ["Minh Hạnh"]),
        ("Minh Hạnh/TTXVN", ["Minh Hạnh"]),
        ("Lê  Minh   Hạnh", ["Lê Minh Hạnh"]),
    ],
)
def test_a_signature_of_any_form_gives_its_names(line: str, names: list[str]) -> None:
    found = record((*ABOVE, line))
    assert [author.name for author in found.article.author] == names
    assert found.blocks[-1].zone == "byline"


def test_a_signature_is_found_without_an_end_mark_above() -> None:
    found = record((HEADLINE, DATE, LEAD, REPORT, "Minh Hạnh"))
    assert [author.name for author in found.article.author] == ["Minh Hạnh"]


def test_a_signature_on_the_last_line_of_the_body_is_parted_from_it() -> None:
    found = record((HEADLINE, DATE, LEAD, REPORT, f"{CLOSING} Minh Hạnh"))
    assert [author.name for author in found.article.author] == ["Minh Hạnh"]
    assert [block.zone for block in found.blocks[-2:]] == ["body", "byline"]
    assert found.article.end_mark is not None
    assert found.article.end_mark.end == found.blocks[-2].end


@pytest.mark.parametrize("line", ["Trần Thu Ngà", "Tác giả: Trần Thu Ngà"])
def test_an_author_may_sign_above_the_body(line: str) -> None:
    found = record((HEADLINE, line, DATE, LEAD, REPORT, CLOSING))
    assert [author.name for author in found.article.author] == ["Trần Thu Ngà"]


def test_an_author_may_stand_beside_the_date() -> None:
    found = record((HEADLINE, "Ngày đăng: 15/03/2023 | Tác giả: Thu Ngà", LEAD, REPORT, CLOSING))
    assert [author.name for author in found.article.author] == ["Thu Ngà"]


def test_a_place_beside_the_date_is_no_author() -> None:
    assert record((HEADLINE, "Bình Khê, 15/03/2023", LEAD, REPORT, CLOSING)).article.author == ()


def test_a_place_below_the_signature_is_no_author() -> None:
    found = record((*ABOVE, "Minh Hạnh", "Bình Khê"))
    assert [author.name for author in found.article.author] == ["Minh Hạnh"]


def test_a_source_is_the_publisher_and_no_author() -> None:
    found = record((*ABOVE, "Minh Hạnh", 'Theo "Báo Bình Khê điện tử"', "https://example.org/bai-viet.html"))
    assert [author.name for author in found.article.author] == ["Minh Hạnh"]
    assert found.article.publisher == "Báo Bình Khê điện tử"
    assert found.article.url == "https://example.org/bai-viet.html"


def test_a_report_is_no_source() -> None:
    found = record((HEADLINE, DATE, LEAD, "Theo báo cáo của xã", CLOSING))
    assert found.article.publisher is None


def test_names_in_capitals_above_a_bar_of_links_sign_whatever_the_page_says_below() -> None:
    below = (
        "Bạn đọc gửi ý kiến nên viết tiếng Việt có dấu, ngắn gọn, đúng trọng tâm và không dùng lời lẽ thiếu văn hóa."
    )
    found = record((*ABOVE, "MINH HẠNH", "Chia sẻ bài viết", below))
    assert [author.name for author in found.article.author] == ["MINH HẠNH"]
