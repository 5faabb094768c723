"""Periods: which words tell when, and the days they stand for; the session was on 8 May 2024."""

from __future__ import annotations

import pytest

from tests.parse.figure_text import figures_in

CASES = [
    ("Từ năm 2021 đến nay, xã xây 2 cầu", "Từ năm 2021 đến nay", "2021-01-01", "2024-05-08"),
    ("Từ đầu năm đến nay, xã xây 2 cầu", "Từ đầu năm đến nay", "2024-01-01", "2024-05-08"),
    ("Đến nay, xã xây 2 cầu", "Đến nay", None, "2024-05-08"),
    ("Năm 2023, xã xây 2 cầu", "Năm 2023", "2023-01-01", "2023-12-31"),
    ("Trong 6 tháng đầu năm, xã xây 2 cầu", "6 tháng đầu năm", "2024-01-01", "2024-06-30"),
    ("Trong 9 tháng đầu năm 2023, xã xây 2 cầu", "9 tháng đầu năm 2023", "2023-01-01", "2023-09-30"),
    ("3 tháng cuối năm 2023, xã xây 2 cầu", "3 tháng cuối năm 2023", "2023-10-01", "2023-12-31"),
    ("Quý I/ 2024, xã xây 2 cầu", "Quý I/ 2024", "2024-01-01", "2024-03-31"),
    ("Quý II năm 2023, xã xây 2 cầu", "Quý II năm 2023", "2023-04-01", "2023-06-30"),
    ("Trong tháng 2/2024, xã xây 2 cầu", "tháng 2/2024", "2024-02-01", "2024-02-29"),
    ("Trong tháng 4, xã xây 2 cầu", "tháng 4", "2024-04-01", "2024-04-30"),
    ("Giai đoạn 2016-2020, xã xây 2 cầu", "Giai đoạn 2016-2020", "2016-01-01", "2020-12-31"),
    ("Giai đoạn (2017 - 2020), xã xây 2 cầu", "Giai đoạn (2017 - 2020)", "2017-01-01", "2020-12-31"),
    ("Nhiệm kỳ 2021 – 2026, xã xây 2 cầu", "Nhiệm kỳ 2021 – 2026", "2021-01-01", "2026-12-31"),
    ("Năm học 2022-2023, xã xây 2 lớp", "Năm học 2022-2023", "2022-09-01", "2023-05-31"),
    ("Từ ngày 15/5/2023 đến 20/6/2023, xã xây 2 cầu", "Từ ngày 15/5/2023 đến 20/6/2023", "2023-05-15", "2023-06-20"),
    ("Từ năm 2016 đến tháng 6/2019, xã xây 2 cầu", "Từ năm 2016 đến tháng 6/2019", "2016-01-01", "2019-06-30"),
    ("Tính đến hết ngày 31/12/2023, xã xây 2 cầu", "Tính đến hết ngày 31/12/2023", None, "2023-12-31"),
    ("Trong 2 năm 2022, 2023, xã xây 2 cầu", "2 năm 2022, 2023", "2022-01-01", "2023-12-31"),
    (
        "Trong 3 năm (2021, 2022, 2023) và 4 tháng đầu năm 2024, xã xây 2 cầu",
        "3 năm (2021, 2022, 2023) và 4 tháng đầu năm 2024",
        "2021-01-01",
        "2024-04-30",
    ),
    (
        "6 tháng đầu năm và 6 tháng cuối năm 2023, xã xây 2 cầu",
        "6 tháng đầu năm và 6 tháng cuối năm 2023",
        "2023-01-01",
        "2023-12-31",
    ),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), CASES)
def test_a_period_stands_for_its_days(text: str, words: str, start: str | None, end: str | None) -> None:
    (period,) = figures_in(text).periods
    assert (period.selector.exact, period.start, period.end) == (words, start, end)


def test_the_same_time_of_another_year_takes_its_days_from_the_period_before() -> None:
    found = figures_in("Trong 9 tháng đầu năm 2023, thu đạt 5 tỷ đồng, tăng 7% so với cùng kỳ năm 2021.")
    assert (found.periods[1].start, found.periods[1].end) == ("2021-01-01", "2021-09-30")
    found = figures_in("Quý I/2024, thu đạt 5 tỷ đồng, tăng 7% so với cùng kỳ năm trước.")
    assert (found.periods[1].start, found.periods[1].end) == ("2023-01-01", "2023-03-31")


def test_months_alone_are_those_that_the_article_names() -> None:
    found = figures_in("Kết quả 9 tháng và kế hoạch 3 tháng cuối năm\n\nTrong 9 tháng đầu năm, xã xây 2 cầu.")
    assert [figure.value for figure in found.figures] == [2]
    assert (found.periods[0].start, found.periods[0].end) == ("2024-01-01", "2024-09-30")
    found = figures_in("Việc xây cầu kéo dài 9 tháng.")
    assert [figure.kind for figure in found.figures] == ["duration"]


def test_a_year_in_the_name_of_a_law_or_a_birth_is_no_period() -> None:
    assert figures_in("Theo Luật Đất đai năm 2013, ông Bình (sinh năm 1970) nhận 2 thửa đất.").periods == ()


def test_late_months_are_of_last_year_early_in_the_year() -> None:
    found = figures_in("Trong tháng 12, xã xây 2 cầu.", event_date="2024-01-10")
    assert found.periods[0].start == "2023-12-01"


def test_without_a_day_of_the_event_what_is_not_written_stays_open() -> None:
    found = figures_in("Từ năm 2021 đến nay, xã xây 2 cầu. Trong tháng 4, xã xây 3 cầu.", event_date=None)
    assert [(period.start, period.end) for period in found.periods] == [("2021-01-01", None), (None, None)]


def test_months_that_are_summed_up_are_the_first_of_the_year() -> None:
    found = figures_in("Thu tháng 10 đạt 3 tỷ đồng, lũy kế 10 tháng 38 tỷ đồng.", event_date=None)
    assert [figure.value for figure in found.figures] == [3_000_000_000, 38_000_000_000]


def test_what_is_summed_up_is_what_the_amount_before_is_about() -> None:
    found = figures_in("Thu ngân sách tháng 10 đạt 3 tỷ đồng, lũy kế 10 tháng 38 tỷ đồng, cộng dồn 4 ha.")
    assert [figure.subject for figure in found.figures] == ["Thu ngân sách", "Thu ngân sách", "cộng dồn"]
