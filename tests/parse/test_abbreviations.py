"""Short forms are expanded: by the article's own words first, else by the list and the words beside them."""

from __future__ import annotations

import pytest

from tests.parse.pages import CLOSING, DATE, HEADLINE, LEAD, record
from tui.model import Abbreviation


def found(sentence: str) -> dict[str, Abbreviation]:
    """Return the short forms of an article with a sentence in its body."""
    return {item.short: item for item in record((HEADLINE, DATE, LEAD, sentence, CLOSING)).abbreviations}


@pytest.mark.parametrize(
    ("sentence", "short", "expansion", "defined_at"),
    [
        (
            "Xã đã công khai thủ tục hành chính (TTHC) tại trụ sở và rút ngắn thời gian giải quyết TTHC cho dân.",
            "TTHC",
            "thủ tục hành chính",
            "thủ tục hành chính (TTHC)",
        ),
        (
            "Ban Quản lý dự án khu vực (gọi tắt là BQL) đã bàn giao mặt bằng hai tuyến đường liên xã cho nhà thầu.",
            "BQL",
            "Ban Quản lý dự án khu vực",
            "Ban Quản lý dự án khu vực (gọi tắt là BQL)",
        ),
        (
            "Huyện đã triển khai Kế hoạch đo lường sự hài lòng của người dân (SIPAS) ở mười hai xã và thị trấn.",
            "SIPAS",
            "đo lường sự hài lòng của người dân",
            "đo lường sự hài lòng của người dân (SIPAS)",
        ),
        (
            "Ban Chỉ đạo và tổ công tác về kinh tế - xã hội (KT-XH) của xã họp định kỳ mỗi tháng một lần trong năm.",
            "KT-XH",
            "kinh tế - xã hội",
            "kinh tế - xã hội (KT-XH)",
        ),
    ],
)
def test_a_definition_in_the_article_wins(sentence: str, short: str, expansion: str, defined_at: str | None) -> None:
    item = found(sentence)[short]
    assert item.expansion == expansion
    assert (item.defined_at.exact if item.defined_at else None) == defined_at


@pytest.mark.parametrize(
    ("sentence", "short", "expansion"),
    [
        (
            "Đại diện Sở GD&ĐT và Phòng LĐ-TB&XH đã giải trình về chế độ cho giáo viên các trường ở xã.",
            "GD&ĐT",
            "Giáo dục và Đào tạo",
        ),
        (
            "Đoàn làm việc với TT HĐND xã về kế hoạch kỳ họp thường lệ giữa năm và chương trình giám sát.",
            "TT",
            "Thường trực",
        ),
        (
            "Đoàn khảo sát chợ trung tâm ở TT Phú Mỹ và hai tuyến đường liên xã mới được đưa vào sử dụng.",
            "TT",
            "thị trấn",
        ),
        ("Báo cáo của Sở TP nêu rõ kết quả công chứng, chứng thực của huyện trong hai năm vừa qua.", "TP", "Tư pháp"),
        ("Đoàn đề nghị đ/c Chủ tịch xã báo cáo thêm về nợ đọng xây dựng cơ bản của các dự án cũ.", "Đ/c", "đồng chí"),
    ],
)
def test_the_list_and_the_neighbours_tell_what_a_short_form_means(sentence: str, short: str, expansion: str) -> None:
    assert found(sentence)[short].expansion == expansion


def test_a_short_form_that_nothing_explains_stays_as_it_is() -> None:
    assert (
        found("Số liệu TT của xã được cập nhật hằng tháng vào phần mềm quản lý dùng chung của huyện.")["TT"].expansion
        is None
    )


def test_words_in_lower_case_are_no_short_forms() -> None:
    assert "CT" not in found("Xã đã hoàn thành ct quan trọng của năm và báo cáo huyện trước ngày 15 hằng tháng.")


def test_short_forms_are_listed_once_in_the_order_of_the_text() -> None:
    shorts = [
        item.short
        for item in record((HEADLINE, DATE, LEAD, "UBND xã và HĐND xã phối hợp tốt với UBMTTQ.")).abbreviations
    ]
    assert shorts == ["HĐND", "UBND", "UBMTTQ"]
