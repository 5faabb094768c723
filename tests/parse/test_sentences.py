"""Where sentences end."""

from __future__ import annotations

import pytest

from tui.parse.page import Page
from tui.parse.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Huyện có 12 xã. Xã có 9 thôn.", 2),
        ("Huyện đạt 12.500 tấn. Xã đạt 3,5 tấn.", 2),
        ("TP. Hồ Chí Minh tổ chức. ThS. Hà Sáu dự.", 2),
        ("Bà N. V. Sáu dự.", 1),
        ("Dọc Quốc lộ 14.Tập trung xử lý.", 2),
        ("Đường đã hỏng… Bà con lo.", 2),
        ("Thu phí, lệ phí... đạt thấp.", 1),
        ("“Đường hỏng. Bà con khổ”, ông nói. Nay đã sửa.", 3),
        ("1. Nghị quyết về ngân sách.", 1),
    ],
)
def test_a_stop_ends_a_sentence_unless_it_belongs_to_a_word_or_number(text: str, parts: int) -> None:
    page = Page(text)
    found = sentences(page, 0, len(text))
    assert len(found) == parts
    assert [one.first for one in found[1:]] == [one.last for one in found[:-1]]
