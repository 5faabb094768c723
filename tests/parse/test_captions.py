"""Captions are found with and without a picture's debris, and told from headings and short paragraphs."""

from __future__ import annotations

import pytest

from tests.parse.pages import CLOSING, DATE, HEADLINE, LEAD, REPORT, body, lines, page, record

PICTURE = "anh-1.jpg"


@pytest.mark.parametrize(
    "line",
    [
        "Quang cảnh buổi giám sát",
        "Toàn cảnh buổi làm việc.",
        "Đồng chí Hồ Thị Mai Liên phát biểu tại buổi giám sát",
        "Đ/c Hồ Thị Mai Liên - Phó Chủ tịch HĐND huyện kết luận buổi giám sát.",
        "Phó Chủ tịch HĐND huyện Hồ Thị Mai Liên chủ trì buổi giám sát",
        "Đại biểu thảo luận tại buổi giám sát.",
        "Đoàn giám sát kiểm tra thực tế khu tái định cư xã Tân Lộc",
        "Đồng chí Hồ Thị Mai Liên - Phó Chủ tịch HĐND huyện",
        "Đoàn giám sát kiểm tra sổ địa chính. Ảnh: MINH HẠNH",
        "Cử tri Lê Thị Hoài kiến nghị tại hội nghị.",
        "(Ông Ngô Bá Phước - Chủ tịch UBND xã báo cáo tại buổi giám sát)",
    ],
)
def test_a_short_line_that_shows_the_session_is_a_caption_without_any_picture(line: str) -> None:
    assert lines(page(HEADLINE, DATE, LEAD, line, REPORT, CLOSING), "caption") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Cùng dự buổi giám sát có đồng chí Ngô Bá Phước - Chủ tịch UBND xã Tân Lộc.",
        "Tại buổi giám sát, ông Ngô Bá Phước báo cáo kết quả.",
        "Thượng tá Ngô Bá Phước - Đồn trưởng; ông Lê Văn Hoài - Chủ tịch UBND xã cùng tham gia buổi làm việc.",
        "Ông Ngô Bá Phước cho biết, xã còn thiếu cán bộ địa chính.",
        "Ông Ngô Bá Phước đã trả lời các ý kiến của Đoàn giám sát.",
        "Theo đó, Đoàn giám sát đã khảo sát thực tế tại thôn Trung.",
        "Sáng cùng ngày, Đoàn giám sát đã khảo sát thực tế tại thôn Trung.",
        "Đoàn giám sát đề nghị UBND xã:",
        "Đoàn giám sát kiến nghị Bộ Nội vụ sớm sửa đổi quy định.",
        "Ông Ngô Bá Phước cam kết hoàn thành dự án trong quý III.",
        "Ông Ngô Bá Phước đề xuất Thành phố phân cấp việc tuyển dụng.",
        "Chủ tịch UBND xã Ngô Bá Phước báo cáo: xã có 6 tổ hòa giải.",
    ],
)
def test_a_short_paragraph_that_tells_on_stays_in_the_body(line: str) -> None:
    assert line in body(line)


def test_a_heading_is_no_caption() -> None:
    assert lines(page(HEADLINE, DATE, LEAD, "Nhiều khó khăn, vướng mắc", REPORT, CLOSING), "caption") == []


def test_pictures_are_numbered_over_debris_and_captions() -> None:
    found = record(
        (HEADLINE, DATE, LEAD, PICTURE, "Quang cảnh buổi giám sát", REPORT, "Toàn cảnh khu tái định cư", CLOSING)
    )
    assert [(block.zone, block.image) for block in found.blocks if block.image] == [
        ("debris", 1),
        ("caption", 1),
        ("caption", 2),
    ]
    assert [(caption.image, caption.alt and caption.alt.exact) for caption in found.captions] == [
        (1, PICTURE),
        (2, None),
    ]


def test_a_caption_broken_over_lines_is_one_caption() -> None:
    parts = "Đồng chí Hồ Thị Mai Liên - Phó Chủ tịch HĐND huyện", "phát biểu kết luận buổi giám sát"
    (caption,) = record((HEADLINE, DATE, LEAD, *parts, REPORT, CLOSING)).captions
    assert caption.selector.exact == "\n\n".join(parts)
    assert caption.action is not None
    assert caption.action.exact == parts[1]


@pytest.mark.parametrize(
    ("line", "action", "stop"),
    [
        (
            "Đ/c Phó Chủ tịch HĐND huyện Hồ Thị Mai Liên phát biểu tại buổi giám sát.",
            "phát biểu tại buổi giám sát",
            True,
        ),
        ("Đại biểu thảo luận tại tổ. Ảnh: MINH HẠNH", "thảo luận tại tổ", False),
        ("Quang cảnh hội trường", None, False),
    ],
)
def test_a_caption_says_what_is_done(line: str, action: str | None, stop: bool) -> None:
    (caption,) = record((HEADLINE, DATE, LEAD, line, REPORT, CLOSING)).captions
    assert (caption.action.exact if caption.action else None) == action
    assert caption.ends_with_full_stop is stop


def test_a_caption_knows_who_is_in_it() -> None:
    line = "Đồng chí Hồ Thị Mai Liên - Phó Chủ tịch HĐND huyện phát biểu tại buổi giám sát"
    (caption,) = record((HEADLINE, DATE, LEAD, line, REPORT, CLOSING)).captions
    assert caption.person_ids == ("ho-thi-mai-lien",)
