"""Headline and opening tell what was held, when and about what."""

from __future__ import annotations

import pytest

from tests.parse.pages import CLOSING, HEADLINE, REPORT, page
from tui.parse import blocks, clues
from tui.parse.clues import Clues
from tui.parse.page import Page

PUBLISHED = "2023-03-15"


def read(
    opening: str, headline: str = "Tin hoạt động của Hội đồng nhân dân huyện Bình Khê trong tuần"
) -> tuple[Page, Clues]:
    """Return the page of an article with an opening, and its clues."""
    text = page(headline, opening, REPORT, CLOSING)
    return text, clues.find(text, blocks.find(text), PUBLISHED)


def words(text: Page, span: tuple[int, int] | None) -> str | None:
    """Return the words of a span."""
    return text.text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("opening", "kind", "held"),
    [
        (
            "Sáng 14/3, Ban Pháp chế HĐND tỉnh giám sát chuyên đề tại huyện Bình Khê.",
            "supervision",
            "giám sát chuyên đề",
        ),
        ("Sáng 14/3, Đoàn giám sát của HĐND tỉnh làm việc với UBND huyện Bình Khê.", "supervision", "giám sát"),
        ("Sáng 14/3, Đoàn khảo sát của HĐND tỉnh đã làm việc tại xã Tân Lộc.", "inspection", "làm việc"),
        ("Sáng 14/3, đồng chí Hồ Thị Mai Liên kiểm tra tiến độ tuyến đường Nam Sông Côn.", "inspection", "kiểm tra"),
        ("Sáng 14/3, Ban Pháp chế HĐND tỉnh tổ chức hội nghị thẩm tra dự thảo nghị quyết.", "inspection", "thẩm tra"),
        (
            "Sáng 14/3, Tổ đại biểu HĐND tỉnh tiếp xúc cử tri xã Tân Lộc trước kỳ họp thứ 9.",
            "voters",
            "tiếp xúc cử tri",
        ),
        ("Sáng 14/3, HĐND huyện Bình Khê tổ chức kỳ họp thứ 9 (chuyên đề).", "sitting", "kỳ họp"),
        ("Sáng 14/3, UBND huyện Bình Khê tổ chức hội nghị giao ban tháng 3.", "meeting", "hội nghị giao ban"),
        ("Sáng 14/3, tại phòng họp UBND huyện, Đoàn giám sát của HĐND tỉnh họp phân công.", "meeting", "họp"),
    ],
)
def test_the_kind_of_session_is_told_from_its_words_and_its_team(opening: str, kind: str, held: str) -> None:
    text, found = read(opening)
    assert (found.kind, words(text, found.classification)) == (kind, held)


@pytest.mark.parametrize(
    ("opening", "words_of_day", "value"),
    [
        ("Sáng 14/3/2023, Đoàn giám sát làm việc tại xã Tân Lộc.", "Sáng 14/3/2023", "2023-03-14"),
        ("Ngày 28/12, Đoàn giám sát làm việc tại xã Tân Lộc.", "Ngày 28/12", "2022-12-28"),
        (
            "Thực hiện Kế hoạch số 12/KH-HĐND ngày 02/3/2023, chiều ngày 14/3/2023, Đoàn giám sát làm việc.",
            "chiều ngày 14/3/2023",
            "2023-03-14",
        ),
        (
            "Chuẩn bị cho kỳ họp thứ 9 (dự kiến diễn ra ngày 20/3/2023), sáng 14/3, Tổ đại biểu tiếp xúc cử tri.",
            "sáng 14/3",
            "2023-03-14",
        ),
        ("(BKO) - Trong hai ngày 13 và 14-3, Đoàn giám sát làm việc tại xã.", "hai ngày 13 và 14-3", "2023-03-13"),
        ("Sáng nay, Đoàn giám sát làm việc tại xã Tân Lộc.", "Sáng nay", "2023-03-15"),
        ("Chiều qua, Đoàn giám sát làm việc tại xã Tân Lộc.", "Chiều qua", "2023-03-14"),
    ],
)
def test_the_day_of_the_session_is_not_that_of_a_paper_or_a_plan(opening: str, words_of_day: str, value: str) -> None:
    text, found = read(opening)
    assert (words(text, found.date), found.start_date) == (words_of_day, value)


@pytest.mark.parametrize(
    "opening",
    [
        "Vừa qua, Đoàn giám sát của HĐND huyện đã làm việc tại xã Tân Lộc.",
        "Trong tháng 3/2023, HĐND huyện đã giám sát tại xã Tân Lộc.",
        "Tính đến ngày 10/3/2023, HĐND huyện đã giám sát tại 5 xã.",
    ],
)
def test_an_article_that_names_no_day_has_none(opening: str) -> None:
    assert read(opening)[1].start_date is None


def test_a_day_without_any_year_in_reach_is_month_and_day() -> None:
    text = page(HEADLINE, "Sáng 14/3, Đoàn giám sát làm việc tại xã Tân Lộc.", REPORT)
    assert clues.find(text, blocks.find(text)).start_date == "--03-14"


@pytest.mark.parametrize(
    ("opening", "theme"),
    [
        (
            "Sáng 14/3, HĐND tỉnh giám sát chuyên đề về “Việc quản lý chợ đầu mối” tại huyện Bình Khê.",
            "Việc quản lý chợ đầu mối",
        ),
        (
            "Sáng 14/3, Đoàn giám sát làm việc với UBND huyện Bình Khê về công tác quản lý chợ đầu mối.",
            "công tác quản lý chợ đầu mối",
        ),
        (
            "Sáng 14/3, HĐND tỉnh khảo sát các tuyến đường liên xã; các hồ chứa nước trên địa bàn huyện Bình Khê.",
            "các tuyến đường liên xã; các hồ chứa nước",
        ),
        (
            "Sáng 14/3, UBND huyện tổ chức hội nghị đánh giá kết quả thu ngân sách quý I, do ông Ngô Bá Phước chủ trì.",
            "đánh giá kết quả thu ngân sách quý I",
        ),
    ],
)
def test_the_theme_runs_to_the_place_the_person_or_the_end(opening: str, theme: str) -> None:
    text, found = read(opening)
    assert words(text, found.name) == theme


def test_the_longer_wording_is_the_name_and_the_other_the_short_name() -> None:
    text, found = read(
        "Sáng 14/3, HĐND tỉnh giám sát việc quản lý chợ đầu mối giai đoạn 2020 - 2022 tại huyện Bình Khê.",
        headline="Giám sát việc quản lý chợ đầu mối tại huyện Bình Khê",
    )
    assert words(text, found.name) == "việc quản lý chợ đầu mối giai đoạn 2020 - 2022"
    assert words(text, found.short_name) == "việc quản lý chợ đầu mối"


def test_a_broken_opening_is_read_as_one_sentence() -> None:
    text = page(HEADLINE, "Sáng ngày 14/3, Tổ đại biểu HĐND tỉnh", "đã tiếp xúc cử tri xã Tân Lộc.", REPORT)
    found = clues.find(text, blocks.find(text), PUBLISHED)
    assert found.opening is not None
    assert words(text, found.opening) == "Sáng ngày 14/3, Tổ đại biểu HĐND tỉnh\n\nđã tiếp xúc cử tri xã Tân Lộc."


def test_other_words_for_the_session_are_found_once_each() -> None:
    text = page(
        HEADLINE,
        "Sáng 14/3, Đoàn giám sát làm việc tại xã Tân Lộc.",
        "Tại buổi làm việc, xã báo cáo. Kết thúc buổi làm việc, Đoàn ghi nhận ý kiến cử tri sau kỳ họp thứ 9.",
        "Đại biểu phát biểu tại buổi giám sát",
        CLOSING,
    )
    found = clues.find(text, blocks.find(text), PUBLISHED)
    assert [words(text, span) for span in found.also_called] == ["buổi làm việc", "buổi giám sát"]


def test_the_year_may_stand_beside_the_month_where_no_date_of_publication_does() -> None:
    text = page("Giám sát tháng 3/2023 của huyện", "Sáng 14/3, Đoàn giám sát làm việc tại xã Tân Lộc.", REPORT)
    assert clues.find(text, blocks.find(text)).start_date == "2023-03-14"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        (
            "Thực hiện Kế hoạch số 07/KH-HĐND ngày 03/3/2026 của HĐND xã, sáng 18/3, Đoàn giám sát làm việc.",
            "2026-03-18",
        ),
        ("Thực hiện Kế hoạch số 90/KH ngày 12/12/2025, sáng 8/1, Đoàn giám sát làm việc tại xã.", "2026-01-08"),
        ("Thực hiện Nghị quyết số 18 ngày 25/10/2017, sáng 8/11, Đoàn giám sát làm việc tại xã.", "--11-08"),
        ("Thực hiện Kế hoạch số 90/KH ngày 12/2/2025, sáng 8/12, Đoàn giám sát làm việc tại xã.", "--12-08"),
        ("Sáng 22/8, HĐND xã tổ chức kỳ họp bàn việc còn lại của năm 2025 tại xã Tân Lộc.", "2025-08-22"),
    ],
)
def test_the_year_may_follow_from_a_plan_or_from_what_is_left_of_it(opening: str, day: str) -> None:
    text = page(HEADLINE, opening, REPORT)
    assert clues.find(text, blocks.find(text)).start_date == day


@pytest.mark.parametrize(
    ("opening", "theme"),
    [
        ("Sáng 14/3, Đoàn giám sát số 1 của HĐND tỉnh tổ chức họp để góp ý dự thảo báo cáo kết quả.", None),
        ("Đợt giám sát kết thúc vào cuối quý IV.", None),
        (
            "Thực hiện Quyết định thành lập Đoàn giám sát việc trả lời kiến nghị của cử tri, ngày 24/11, Tổ 2 Đoàn "
            "giám sát làm việc tại xã Tân Lộc.",
            "việc trả lời kiến nghị của cử tri",
        ),
    ],
)
def test_what_a_team_is_called_or_when_it_came_is_no_theme(opening: str, theme: str | None) -> None:
    text, found = read(opening, headline="Tin trong tuần của các địa phương trong tỉnh")
    assert (words(text, found.name) if found.name else None) == theme
