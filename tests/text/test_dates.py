"""Dates are read as the press writes them, and no year is guessed that the text does not give."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.dates import days, days_before, iso, near_days, stamp, typed_day


def first(text: str, published: str | None = None) -> tuple[str, str, str | None] | None:
    """Return the first day of a text: its words, ISO form and part of day."""
    day = next(days(text), None)
    return (text[day.start : day.end], iso(day, published), day.part_of_day) if day else None


@pytest.mark.parametrize(
    ("text", "words", "value", "part"),
    [
        ("Sáng 8/5/2024, Đoàn giám sát", "Sáng 8/5/2024", "2024-05-08", "sáng"),
        ("Sáng ngày 03/9/2019, Bí thư", "Sáng ngày 03/9/2019", "2019-09-03", "sáng"),
        ("Ngày 17-1-2019, tổ đại biểu", "Ngày 17-1-2019", "2019-01-17", None),
        ("ngày 21.7.2020 tại", "ngày 21.7.2020", "2020-07-21", None),
        ("Chiều ngày 02 tháng 7 năm 2020, HĐND", "Chiều ngày 02 tháng 7 năm 2020", "2020-07-02", "chiều"),
        ("Đăng ngày 17 - 05 - 2024", "ngày 17 - 05 - 2024", "2024-05-17", None),
        ("Sáng nay ngày 01 tháng 3 năm 2018, Đoàn", "Sáng nay ngày 01 tháng 3 năm 2018", "2018-03-01", "sáng"),
        ("Tối thứ Sáu (ngày 5/6/2020), UBND", "Tối thứ Sáu (ngày 5/6/2020)", "2020-06-05", "tối"),
        ("ngày 5/6/24 tại", "ngày 5/6/24", "2024-06-05", None),
        ("2025-11-21", "2025-11-21", "2025-11-21", None),
    ],
)
def test_a_day_is_read_with_the_words_that_belong_to_it(text: str, words: str, value: str, part: str | None) -> None:
    assert first(text) == (words, value, part)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Trong hai ngày 12 và 13-4, Hội nghị", "hai ngày 12 và 13-4", "2024-04-12"),
        ("các ngày 5, 6/5/2024", "các ngày 5, 6/5/2024", "2024-05-05"),
        ("từ ngày 11 đến 13-12", "ngày 11 đến 13-12", "2023-12-11"),
        ("Từ ngày 25/5 đến 29/5/2020", "ngày 25/5", "2020-05-25"),
        ("Từ ngày 28/12 đến ngày 3/1/2020", "ngày 28/12", "2019-12-28"),
    ],
)
def test_of_several_days_the_first_counts(text: str, words: str, value: str) -> None:
    assert first(text, "2024-06-01") == (words, value, None)


@pytest.mark.parametrize(
    "text",
    [
        "cắt giảm 5/6 thủ tục",
        "giai đoạn 2021-2026",
        "ngày 31/2 và 45/4",
        "6 tháng 5 xã được kiểm tra",
        "đạt 8,5 điểm, tăng 1.5 điểm",
        "tỷ lệ 12/12 đơn vị",
    ],
)
def test_a_share_a_term_and_an_impossible_day_are_no_days(text: str) -> None:
    assert first(text) is None


def test_a_day_without_a_year_is_the_latest_not_after_publication() -> None:
    assert first("Chiều 28/12, UBND", "2024-01-03") == ("Chiều 28/12", "2023-12-28", "chiều")
    assert first("Chiều 3/1, UBND", "2024-01-03") == ("Chiều 3/1", "2024-01-03", "chiều")
    assert first("Ngày 29/2, UBND", "2023-05-01") == ("Ngày 29/2", "2020-02-29", None)


def test_a_day_without_a_year_in_reach_stays_without_one() -> None:
    assert first("Chiều 28/12, UBND") == ("Chiều 28/12", "--12-28", "chiều")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("09/05/2024 | 17:33", "09/05/2024 | 17:33", "2024-05-09T17:33:00+07:00"),
        ("Thứ Tư, 08/05/2024 | 7:03", "08/05/2024 | 7:03", "2024-05-08T07:03:00+07:00"),
        ("08:15 | 12/03/2024", "08:15 | 12/03/2024", "2024-03-12T08:15:00+07:00"),
        ("Cập nhật lúc: 09:24 |23/07/2014", "09:24 |23/07/2014", "2014-07-23T09:24:00+07:00"),
        ("5/9/2024 5:33:00 PM", "5/9/2024 5:33:00 PM", "2024-09-05T17:33:00+07:00"),
        ("8h30 ngày 8/5/2024", "8h30 ngày 8/5/2024", "2024-05-08T08:30:00+07:00"),
        ("Ngày 8 tháng 5 năm 2024, 14 giờ 30", "8 tháng 5 năm 2024, 14 giờ 30", "2024-05-08T14:30:00+07:00"),
        ("03-03-2021", "03-03-2021", "2021-03-03"),
    ],
)
def test_a_time_stamp_has_its_time_on_either_side(text: str, words: str, value: str) -> None:
    found = stamp(text)
    assert found is not None
    assert (text[found.start : found.end], found.value) == (words, value)


def test_a_stamp_needs_a_year() -> None:
    assert stamp("Sáng 8/5, lúc 7:30") is None


def test_this_morning_and_yesterday_are_told_from_the_day_of_publication() -> None:
    today, yesterday = near_days("Sáng nay, HĐND họp; chiều qua, UBND họp")
    assert (today.back, today.part_of_day) == (0, "sáng")
    assert (days_before("2024-03-01", yesterday.back), yesterday.part_of_day) == ("2024-02-29", "chiều")


@given(st.text(alphabet="0123456789/.- ngàythángnămsángchiều,()", max_size=80))
def test_no_text_breaks_the_reading_of_days(text: str) -> None:
    for day in days(text):
        assert 0 <= day.start < day.end <= len(text)
        assert len(iso(day, "2024-06-01")) in (7, 10)
    found = stamp(text)
    assert found is None or text[found.start : found.end].strip()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("8/5/2027", "2027-05-08"),
        (" 2027-05-08 ", "2027-05-08"),
        ("8.5.2027", "2027-05-08"),
        ("25/11", "2026-11-25"),
        ("23/11", "2027-11-23"),
        ("+30", "2026-12-24"),
        ("31/2/2027", None),
        ("mai", None),
        ("2027", None),
        ("", None),
    ],
)
def test_a_day_that_is_typed_is_the_next_one_of_its_name(typed: str, day: str | None) -> None:
    found = typed_day(typed, date(2026, 11, 24))
    assert (found.isoformat() if found else None) == day
