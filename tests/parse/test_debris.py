"""What a page leaves around and between the paragraphs is debris of its class, and the article is not."""

from __future__ import annotations

import pytest

from tests.parse.pages import AUTHOR, CLOSING, DATE, HEADLINE, LEAD, REPORT, body, record


def classes(*between: str) -> list[str]:
    """Return the classes of debris of an article with lines between its paragraphs."""
    return [item.class_ for item in record((HEADLINE, DATE, LEAD, *between, REPORT, CLOSING, AUTHOR)).debris]


@pytest.mark.parametrize(
    ("line", "class_"),
    [
        (r"C:\Users\Admin\Desktop\anh 1.jpg", "local_file_path"),
        ("IMG_20230314_0905.JPG", "local_file_path"),
        ("z5928737511355-d399e7670b0ce7da.png", "local_file_path"),
        ("![anh](anh-1.webp)", "local_file_path"),
        (f"{HEADLINE}- Ảnh 2.", "headline_as_alt_text"),
        (f"{HEADLINE} - Ảnh 12", "headline_as_alt_text"),
        ("Top", "back_to_top_link"),
        ("Về đầu trang", "back_to_top_link"),
        ("Lên đầu trang ↑", "back_to_top_link"),
        ("Chia sẻ:", "share_link"),
        ("Chia sẻ Facebook Zalo Twitter", "share_link"),
        ("In bài viết", "print_link"),
        ("Lượt xem: 1.234", "view_count"),
        ("1.234 lượt xem", "view_count"),
        ("Tin liên quan", "related_links"),
        ("CÁC TIN KHÁC", "related_links"),
        ("Bản quyền thuộc về Cổng thông tin điện tử huyện Bình Khê", "copyright"),
        ("© 2023 UBND huyện Bình Khê", "copyright"),
        ("A- A A+", "other"),
        ("Bình luận (0)", "other"),
        ("Từ khóa: giám sát, đất đai", "other"),
        ("https://example.org/tin-tuc", "other"),
        ("* * *", "other"),
        ("[ảnh]", "other"),
    ],
)
def test_a_line_of_the_page_is_debris_of_its_class(line: str, class_: str) -> None:
    assert classes(line) == [class_]


@pytest.mark.parametrize(
    "line",
    [
        "Đoàn giám sát đã xem xét 12 hồ sơ tại bộ phận một cửa của xã.",
        "Tin tưởng vào sự chỉ đạo của huyện, xã Tân Lộc phấn đấu về đích trong năm nay.",
        "Chia sẻ với khó khăn của xã, Đoàn giám sát đề nghị huyện hỗ trợ kinh phí.",
        "In ấn bản đồ địa chính được xã thực hiện theo kế hoạch của huyện.",
    ],
)
def test_a_sentence_that_begins_like_debris_is_body(line: str) -> None:
    assert classes(line) == []
    assert line in body(line)


def test_a_copy_of_the_headline_says_so_and_what_follows_it() -> None:
    (copy,) = record((HEADLINE, DATE, LEAD, f"{HEADLINE} - Ảnh 2.", REPORT, CLOSING)).debris
    assert copy.repeats_headline is True
    assert copy.tail is not None
    assert copy.tail.exact == "- Ảnh 2."


def test_a_headline_that_the_page_repeats_above_the_body_is_hidden() -> None:
    found = record((HEADLINE, DATE, HEADLINE, LEAD, REPORT, CLOSING))
    assert [(item.class_, item.repeats_headline) for item in found.debris] == [("other", True)]


def test_links_below_the_body_are_hidden_to_the_end() -> None:
    links = "Các tin khác", "Thị trấn Phú Mỹ tiếp xúc cử tri (14/03/2023)", "Khai mạc hội thi tiếng hát xã Tân Lộc"
    found = record((HEADLINE, DATE, LEAD, REPORT, CLOSING, AUTHOR, *links, "Top"))
    assert [item.class_ for item in found.debris] == ["related_links"] * 3 + ["back_to_top_link"]


def test_dated_headlines_below_the_body_are_links() -> None:
    links = "Thị trấn Phú Mỹ tiếp xúc cử tri (14/03/2023)", "Khai mạc hội thi tiếng hát xã Tân Lộc - 13/03/2023"
    found = record((HEADLINE, DATE, LEAD, REPORT, *links))
    assert [item.class_ for item in found.debris] == ["related_links"] * 2


def test_links_between_paragraphs_end_where_the_text_goes_on() -> None:
    links = "Tin liên quan", "Thị trấn Phú Mỹ tiếp xúc cử tri"
    assert classes(*links) == ["related_links"] * 2
    assert body(*links) == [LEAD, REPORT, CLOSING]


def test_the_bars_above_the_headline_are_hidden() -> None:
    found = record(("Trang chủ > Tin tức", "Hoạt động HĐND", "Tìm kiếm", HEADLINE, DATE, "1.024", LEAD, REPORT))
    assert [block.zone for block in found.blocks[:6]] == ["debris"] * 3 + ["headline", "dateline", "debris"]


def test_a_line_that_the_page_has_put_twice_is_shown_once() -> None:
    caption = "Quang cảnh buổi giám sát tại xã Tân Lộc"
    found = record((HEADLINE, DATE, LEAD, caption, caption, REPORT, CLOSING))
    assert [block.zone for block in found.blocks[3:5]] == ["caption", "debris"]


def test_the_name_of_the_site_above_the_headline_is_hidden() -> None:
    masthead = "CỔNG THÔNG TIN ĐIỆN TỬ", "Hội đồng nhân dân huyện Bình Khê", "hdnd.binhkhe.example.vn"
    found = record((*masthead, HEADLINE, "• Lượt xem - 129", LEAD, REPORT, CLOSING))
    assert [block.zone for block in found.blocks[:5]] == ["debris"] * 3 + ["headline", "debris"]


def test_a_headline_that_begins_with_a_council_is_a_headline() -> None:
    found = record(("HĐND huyện Bình Khê khai mạc kỳ họp thứ 9", "Bầu các chức danh chủ chốt của huyện", LEAD, REPORT))
    assert found.blocks[0].zone == "headline"
