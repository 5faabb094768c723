"""Who holds the session decides the sides: councils that sit in a meeting, hosts named late or not at all."""

from __future__ import annotations

import pytest

from tests.parse.pages import AUTHOR, CLOSING, DATE, REPORT, record
from tests.parse.people_text import entities_of, sided

HEADLINE = "Tin trong tuần của các địa phương trong tỉnh"


def sides(*paragraphs: str, headline: str = HEADLINE) -> list[str]:
    """Return the people of an article with their sides, a star at the chair."""
    return [sided(person) for person in entities_of("\n\n".join((headline, *paragraphs))).people]


def test_a_committee_of_a_council_sits_when_it_meets() -> None:
    assert sides(
        "Chiều 2/7, Ban Pháp chế HĐND tỉnh Sơn Tràng tổ chức cuộc họp để cho ý kiến các tờ trình. Đồng chí Hồ Thị Mai "
        "Liên, Trưởng Ban Pháp chế chủ trì.",
        "Dự cuộc họp có ông Đỗ Văn Thuận - Phó Chủ tịch HĐND tỉnh; ông Kiều Anh Sơn - Phó Giám đốc Sở Tư pháp.",
    ) == ["Hồ Thị Mai Liên*: supervising", "Đỗ Văn Thuận: supervising", "Kiều Anh Sơn: supervised"]


def test_who_closes_a_sitting_presides_over_it() -> None:
    assert sides(
        "Ngày 2/7, Thường trực HĐND xã Tân Lộc tổ chức phiên họp định kỳ.",
        "Kết thúc phiên họp, bà Hồ Thị Mai Liên đề nghị UBND xã rà soát các kiến nghị.",
    ) == ["Hồ Thị Mai Liên*: supervising"]


def test_a_conference_of_a_council_has_it_as_host() -> None:
    assert sides(
        "Ngày 2/7, HĐND tỉnh Sơn Tràng tổ chức hội nghị trao đổi kinh nghiệm.",
        "Dự hội nghị có ông Đỗ Văn Thuận - Phó Chủ tịch HĐND tỉnh.",
    ) == ["Đỗ Văn Thuận: supervised"]


def test_those_who_answer_at_a_sitting_do_not_hold_it() -> None:
    assert sides(
        "Chiều 8/12, Chủ tịch UBND tỉnh Sơn Tràng Tạ Quốc Bảo trả lời chất vấn tại kỳ họp thứ 8 HĐND tỉnh.",
        "Đại biểu Hồ Thị Mai Liên đề nghị làm rõ tiến độ.",
    ) == ["Tạ Quốc Bảo: supervised", "Hồ Thị Mai Liên: supervising"]


@pytest.mark.parametrize(
    "opening",
    [
        "Ngày 2/7, hội nghị tổng kết do Sở Y tế tỉnh Sơn Tràng tổ chức đã diễn ra.",
        "Ngày 2/7, Sở Y tế tỉnh Sơn Tràng chủ trì, phối hợp với Ban Nội chính Tỉnh ủy, Báo Sơn Tràng tổ chức hội nghị.",
        "Thực hiện Kế hoạch của Ban Nội chính Tỉnh ủy, ngày 2/7, Sở Y tế tỉnh Sơn Tràng tổ chức lớp tập huấn.",
    ],
)
def test_the_host_is_the_body_that_arranges_the_meeting(opening: str) -> None:
    assert sides(
        opening, "Dự có ông Kiều Anh Sơn - Giám đốc Sở Y tế; bà Hồ Thị Mai Liên - Phó Trưởng Ban Nội chính Tỉnh ủy."
    ) == ["Kiều Anh Sơn: supervised", "Hồ Thị Mai Liên: attending"]


def test_a_meeting_that_nobody_is_told_to_hold_is_that_of_the_area_it_is_about() -> None:
    assert sides(
        "Sáng 2/7 đã diễn ra hội nghị xúc tiến đầu tư tỉnh Sơn Tràng.",
        "Chủ tịch UBND tỉnh Sơn Tràng Tạ Quốc Bảo phát biểu. Bộ trưởng Đỗ Văn Thuận chúc mừng.",
    ) == ["Tạ Quốc Bảo: supervised", "Đỗ Văn Thuận: attending"]


def test_deputies_who_come_along_stand_for_the_council_that_visits() -> None:
    assert sides(
        "Ngày 12/9, Đoàn giám sát của HĐND tỉnh Sơn Tràng làm việc tại UBND huyện Bình Khê.",
        "Tại buổi làm việc, các đại biểu: Hồ Thị Mai Liên, Đỗ Văn Thuận đề nghị huyện làm rõ nguyên nhân.",
        "Dự có các đại biểu Quốc hội Kiều Anh Sơn, Lò Thị Nhình.",
    )[:2] == ["Hồ Thị Mai Liên: supervising", "Đỗ Văn Thuận: supervising"]


def test_who_reports_at_a_visit_of_the_council_answers_it() -> None:
    assert sides(
        "Ngày 12/9, Ban Văn hóa - Xã hội HĐND tỉnh Sơn Tràng giám sát tại Trạm Y tế xã Tân Lộc.",
        "Ông Kiều Anh Sơn, Trưởng Trạm cho biết máy đã hỏng. Bà Lò Thị Nhình, Phó Giám đốc Sở Tài chính báo cáo thêm.",
        "Dự có ông Tạ Quốc Bảo - Phó Giám đốc Sở Nội vụ. Ông Đỗ Văn Thuận, người dân thôn Bãi, phấn khởi.",
    ) == ["Kiều Anh Sơn: supervised", "Lò Thị Nhình: supervised", "Tạ Quốc Bảo: attending", "Đỗ Văn Thuận: attending"]


def test_those_of_communes_answer_a_council_that_is_said_to_visit_no_place() -> None:
    assert sides(
        "Từ đầu năm, Thường trực HĐND huyện Bình Khê tổ chức 12 cuộc giám sát.",
        "Chủ tịch UBND xã Tân Lộc Tạ Quốc Bảo chia sẻ kinh nghiệm. Trước đó, tại kỳ họp thứ 12, đại biểu Lò Thị Nhình "
        "đã chất vấn về việc này.",
    ) == ["Tạ Quốc Bảo: supervised", "Lò Thị Nhình: unknown"]


def test_the_event_names_the_same_holder_as_the_sides_rest_on() -> None:
    event = record(
        (
            "HĐND tỉnh Sơn Tràng trả lời kiến nghị",
            DATE,
            "Chiều 8/12, Chủ tịch UBND tỉnh Sơn Tràng Tạ Quốc Bảo trả lời chất vấn tại kỳ họp thứ 8 HĐND tỉnh.",
            REPORT,
            CLOSING,
            AUTHOR,
        )
    ).event
    assert event.organizer_id == "hdnd-tinh-son-trang"


@pytest.mark.parametrize(
    ("headline", "opening"),
    [
        (
            "Giao ban",
            "Chiều 10/7, tiếp tục chương trình kỳ họp thứ 9, HĐND tỉnh Sơn Tràng khóa X, đại biểu nghe tờ trình.",
        ),
        ("THƯỜNG TRỰC HĐND TỈNH: HỌP PHIÊN THƯỜNG KỲ", "Sáng 10/7, Thường trực tổ chức họp phiên thường kỳ tháng 7."),
        (HEADLINE, "Phát biểu tại phiên họp thường kỳ của Thường trực HĐND tỉnh, các đại biểu nêu ý kiến."),
    ],
)
def test_a_sitting_is_known_however_the_council_is_named(headline: str, opening: str) -> None:
    assert sides(
        opening,
        "Dự có ông Kiều Anh Sơn - Phó Chủ tịch Thường trực HĐND tỉnh; bà Lò Thị Nhình - Giám đốc Sở Tài chính. "
        "Thường trực HĐND tỉnh đề nghị giải quyết.",
        headline=headline,
    ) == ["Kiều Anh Sơn: supervising", "Lò Thị Nhình: supervised"]


def test_a_meeting_is_that_of_the_body_named_after_it() -> None:
    assert sides(
        "Phát biểu tại Phiên họp thành viên UBND tỉnh sáng 4/11, Chủ tịch UBND tỉnh Tạ Quốc Bảo đề nghị đẩy mạnh."
    ) == ["Tạ Quốc Bảo: supervised"]


def test_the_word_that_closes_a_session_may_follow_its_day() -> None:
    people = entities_of(
        "Thu hồi dự án\n\nSơn Tràng - Chiều 14/10, phát biểu bế mạc phiên họp giải trình của Thường trực HĐND tỉnh Sơn "
        "Tràng, Chủ tịch HĐND tỉnh Tạ Quốc Bảo đề nghị đẩy nhanh tiến độ."
    ).people
    assert [(person.name, person.is_chair) for person in people] == [("Tạ Quốc Bảo", True)]
