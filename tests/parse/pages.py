"""Invented pages for the tests of layout, and what was made of them in a form that is easy to compare."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Record, Source
from tui.parse import blocks
from tui.parse.article import parse_article
from tui.parse.page import Page

HEADLINE = "HĐND huyện Bình Khê giám sát công tác quản lý đất đai tại xã Tân Lộc"
DATE = "15/03/2023 | 09:05"
LEAD = (
    "Sáng 14/3/2023, Đoàn giám sát của HĐND huyện Bình Khê do đồng chí Hồ Thị Mai Liên - Phó Chủ tịch HĐND huyện làm "
    "trưởng đoàn đã giám sát công tác quản lý đất đai giai đoạn 2021 - 2022 tại xã Tân Lộc. Cùng dự có lãnh đạo Phòng "
    "Tài nguyên và Môi trường huyện."
)
REPORT = (
    "Theo báo cáo của UBND xã, trong hai năm qua xã đã cấp mới 125 giấy chứng nhận quyền sử dụng đất cho các hộ dân. "
    "Tuy nhiên, việc chỉnh lý hồ sơ địa chính còn chậm do thiếu cán bộ chuyên môn và kinh phí đo đạc lại."
)
CLOSING = (
    "Kết luận buổi giám sát, đồng chí Hồ Thị Mai Liên đề nghị UBND xã khẩn trương rà soát diện tích đất công ích, "
    "xử lý dứt điểm các trường hợp lấn chiếm và công khai quy hoạch để người dân cùng biết, cùng giám sát./."
)
AUTHOR = "Lê Minh Hạnh"


def page(*paragraphs: str, gap: str = "\n\n") -> Page:
    """Return the page of some paragraphs."""
    return Page(gap.join(paragraphs))


def zones(text: Page) -> list[tuple[str, str]]:
    """Return zone and kind of each line of a page."""
    return [(line.zone, line.kind) for line in blocks.find(text).lines]


def lines(text: Page, zone: str) -> list[str]:
    """Return the words of the lines of a zone, on one line each."""
    return [" ".join(text.text[line.start : line.end].split()) for line in blocks.find(text).lines if line.zone == zone]


def body(*between: str) -> list[str]:
    """Return the body's lines of an article with more lines between its paragraphs."""
    return lines(page(HEADLINE, DATE, LEAD, *between, REPORT, CLOSING, AUTHOR), "body")


def record(paragraphs: Iterable[str], *, gap: str = "\n\n") -> Record:
    """Return the record of an article."""
    raw = gap.join(paragraphs)
    return parse_article(
        raw, Source(path="a.txt", sha256="", encoding="utf-8", normalization="NFC", characters=len(raw))
    )
