"""The session is linked to who held it, where it was held, and who presided."""

from __future__ import annotations

import pytest

from tests.parse.pages import AUTHOR, CLOSING, DATE, HEADLINE, LEAD, REPORT, record
from tui.model import Event


def session(opening: str, headline: str = HEADLINE, *more: str, date: str = DATE) -> Event:
    """Return the event of an article with an opening."""
    return record((headline, date, opening, *more, REPORT, CLOSING, AUTHOR)).event


def test_a_delegation_comes_for_a_council_to_a_place_under_a_chair() -> None:
    event = session(LEAD)
    assert event.classification == "giám sát"
    assert event.start_date == "2023-03-14"
    assert event.part_of_day == "sáng"
    assert event.organizer_id == "hdnd-huyen-binh-khe"
    assert event.delegation_selector is not None
    assert event.delegation_selector.exact == "Đoàn giám sát của HĐND huyện Bình Khê"
    assert event.location == "xã Tân Lộc"
    assert event.supervised_area_ids == ("xa-tan-loc",)
    assert event.chair_id == "ho-thi-mai-lien"
    assert event.chair_selector is not None
    assert event.chair_selector.exact == "đồng chí Hồ Thị Mai Liên - Phó Chủ tịch HĐND huyện làm trưởng đoàn"


@pytest.mark.parametrize(
    ("opening", "location"),
    [
        (
            "Sáng 14/3, Đoàn giám sát của HĐND tỉnh Bình Định làm việc với UBND huyện Tây Sơn về thu ngân sách.",
            "huyện Tây Sơn",
        ),
        ("Sáng 14/3, Tổ đại biểu HĐND tỉnh Bình Định tiếp xúc cử tri xã Bình Nghi, huyện Tây Sơn.", "xã Bình Nghi"),
        ("Sáng 14/3, UBND huyện Tây Sơn tổ chức hội nghị giao ban tháng 3.", "huyện Tây Sơn"),
        ("Sáng 14/3, tại xã Bình Nghi, UBND huyện Tây Sơn tổ chức hội nghị giao ban tháng 3.", "xã Bình Nghi"),
        ("Sáng 14/3, Ban Pháp chế HĐND tỉnh Bình Định khảo sát tại huyện Tây Sơn và huyện Phù Cát.", "tỉnh Bình Định"),
        ("Sáng 14/3, Ban Pháp chế HĐND tỉnh Bình Định khảo sát tại huyện Tây Sơn và Phù Cát.", "tỉnh Bình Định"),
        ("Sáng 14/3, Ban Pháp chế HĐND tỉnh Bình Định khảo sát tại các huyện, thị xã.", "tỉnh Bình Định"),
        ("Sáng 14/3, Ban Pháp chế HĐND tỉnh Bình Định làm việc với Sở Tư pháp về công chứng.", "tỉnh Bình Định"),
        ("Sáng 14/3, UBND huyện tổ chức hội nghị giao ban tháng 3.", None),
    ],
)
def test_the_place_is_where_the_unit_is_or_where_one_meets(opening: str, location: str | None) -> None:
    event = session(opening, "Tin trong tuần của các địa phương trong tỉnh")
    assert event.location == location
    assert (event.location_selector is None) == (location is None)


def test_the_theme_is_no_place() -> None:
    event = session(
        "Sáng 14/3, HĐND tỉnh Bình Định giám sát về “Quản lý đất đai trên địa bàn tỉnh Bình Định” tại huyện Tây Sơn.",
        "Tin trong tuần",
    )
    assert event.location == "huyện Tây Sơn"


def test_the_headline_tells_the_place_that_the_opening_leaves_out() -> None:
    event = session("Sáng 14/3, Đoàn giám sát của HĐND tỉnh đã có buổi làm việc.", "Giám sát tại huyện Tây Sơn")
    assert event.location == "huyện Tây Sơn"


def test_the_house_that_a_session_is_held_in_is_not_who_holds_it() -> None:
    event = session("Sáng 14/3, tại Hội trường UBND huyện Tây Sơn, HĐND huyện Tây Sơn tổ chức kỳ họp thứ 9.")
    assert event.organizer_id == "hdnd-huyen-tay-son"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Ông Ngô Bá Phước - Phó Chủ tịch HĐND huyện chủ trì buổi giám sát.",
            "Ông Ngô Bá Phước - Phó Chủ tịch HĐND huyện chủ trì buổi giám sát",
        ),
        (
            "Chủ trì buổi giám sát có ông Ngô Bá Phước, Phó Chủ tịch HĐND huyện.",
            "Chủ trì buổi giám sát có ông Ngô Bá Phước, Phó Chủ tịch HĐND huyện",
        ),
        (
            "Buổi giám sát diễn ra dưới sự chủ trì của ông Ngô Bá Phước - Phó Chủ tịch HĐND huyện.",
            "dưới sự chủ trì của ông Ngô Bá Phước - Phó Chủ tịch HĐND huyện",
        ),
    ],
)
def test_the_words_that_say_who_presides_are_kept_with_name_and_role(sentence: str, words: str) -> None:
    opening = "Sáng 14/3/2023, Đoàn giám sát của HĐND huyện Bình Khê đã giám sát tại xã Tân Lộc."
    event = record((HEADLINE, DATE, opening, sentence, REPORT, AUTHOR)).event
    assert event.chair_id == "ngo-ba-phuoc"
    assert event.chair_selector is not None
    assert event.chair_selector.exact == words


@pytest.mark.parametrize(
    ("opening", "date", "era"),
    [
        ("Sáng 30/6/2025, HĐND huyện tổ chức kỳ họp thứ 9.", "02/07/2025", "three-level"),
        ("Sáng 1/7/2025, HĐND xã tổ chức kỳ họp thứ nhất.", "02/07/2025", "two-level"),
        ("Vừa qua, HĐND xã tổ chức kỳ họp thứ nhất.", "02/08/2025", "two-level"),
        ("Vừa qua, HĐND xã tổ chức kỳ họp thứ nhất.", "02/08/2024", "three-level"),
    ],
)
def test_local_government_has_two_levels_from_july_2025(opening: str, date: str, era: str) -> None:
    assert session(opening, date=date).admin_era == era


def test_an_empty_article_has_an_empty_event() -> None:
    event = record(("Tin vắn",)).event
    assert (event.classification, event.start_date, event.location, event.chair_id) == (None, None, None, None)
