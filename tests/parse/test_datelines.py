"""The date line is found in all its styles, with what stands beside the date."""

from __future__ import annotations

import pytest

from tests.parse.pages import AUTHOR, CLOSING, DATE, HEADLINE, LEAD, REPORT, page, record, zones


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("15/03/2023 | 09:05", "2023-03-15T09:05:00+07:00"),
        ("Thứ Tư, 15/03/2023 | 09:05", "2023-03-15T09:05:00+07:00"),
        ("09:05 | 15/03/2023", "2023-03-15T09:05:00+07:00"),
        ("Wednesday, 09:05 15/03/2023", "2023-03-15T09:05:00+07:00"),
        ("Thứ tư, ngày 15 tháng 3 năm 2023", "2023-03-15"),
        ("Cập nhật: 15/03/2023 09:05 (GMT+7)", "2023-03-15T09:05:00+07:00"),
        ("Cập nhật lúc: 09h05, ngày 15-3-2023", "2023-03-15T09:05:00+07:00"),
        ("Ngày đăng: 15/03/2023 | Lượt xem: 1.024", "2023-03-15"),
        ("Đăng ngày 15 - 03 - 2023", "2023-03-15"),
        ("(15/03/2023)", "2023-03-15"),
        ("09:05:31 15/03/2023", "2023-03-15T09:05:00+07:00"),
        ("Bình Khê, ngày 15/3/2023", "2023-03-15"),
        ("Lê Minh Hạnh - 15/03/2023 09:05", "2023-03-15T09:05:00+07:00"),
    ],
)
def test_a_date_line_of_any_style_tells_when_the_article_was_published(line: str, value: str) -> None:
    found = record((HEADLINE, line, LEAD, REPORT, CLOSING, AUTHOR))
    assert found.article.date_published is not None
    assert found.article.date_published.value == value
    assert found.blocks[1].zone == "dateline"


def test_the_date_may_stand_above_the_headline() -> None:
    assert zones(page(DATE, HEADLINE, LEAD, REPORT))[:3] == [
        ("dateline", "datePublished"),
        ("headline", "headline"),
        ("body", "lead"),
    ]


def test_the_clock_of_a_page_gives_way_to_the_date_below_the_headline() -> None:
    found = record(("Thứ Sáu, 01/12/2023, 10:00:00", HEADLINE, DATE, LEAD, REPORT))
    assert found.article.date_published is not None
    assert found.article.date_published.value == "2023-03-15T09:05:00+07:00"
    assert found.blocks[0].zone == "debris"


def test_a_date_at_the_end_of_the_page_counts_where_there_is_no_other() -> None:
    found = record((HEADLINE, LEAD, REPORT, CLOSING, AUTHOR, "Ngày đăng: 15/03/2023"))
    assert found.article.date_published is not None
    assert found.article.date_published.value == "2023-03-15"


def test_an_article_without_a_date_line_has_no_date_of_publication() -> None:
    assert record((HEADLINE, LEAD, REPORT, CLOSING)).article.date_published is None


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    assert ("dateline", "datePublished") not in zones(
        page(HEADLINE, "Ngày 14/3/2023, HĐND huyện giám sát tại xã.", REPORT)
    )
