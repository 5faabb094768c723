"""The side of each person and group follows from the kind of session and from who holds it."""

from __future__ import annotations

import pytest

from tests.parse.people_text import entities_of, sided

SUPERVISION = """HĐND tỉnh Sơn Tràng giám sát việc cấp nước tại huyện Bình Khê

Sáng 14/3, Đoàn giám sát của HĐND tỉnh Sơn Tràng do đồng chí Hồ Thị Mai Liên - Phó Chủ tịch HĐND tỉnh làm trưởng đoàn \
đã làm việc với UBND huyện Bình Khê về việc cấp nước sạch. Tham gia đoàn có đồng chí Đỗ Văn Thuận - Trưởng Ban Kinh tế \
- Ngân sách HĐND tỉnh và các thành viên Đoàn giám sát.

Tiếp đoàn, về phía huyện Bình Khê có đồng chí Tạ Quốc Bảo - Phó Chủ tịch UBND huyện; lãnh đạo phòng Nông nghiệp; …

Cùng dự có ông Kiều Anh Sơn, Phó Giám đốc Sở Xây dựng.

Phát biểu tại buổi làm việc, ông Bảo cho biết toàn huyện có 12 công trình. Lãnh đạo Phòng Nông nghiệp nêu khó khăn. \
Việc này do ông Ngô Văn Quyết, nguyên Giám đốc Công ty Cấp nước Bình Khê, ký năm 2015.

Kết luận, đồng chí Hồ Thị Mai Liên đề nghị Huyện rà soát.
"""
VOTERS = """Tổ đại biểu HĐND huyện tiếp xúc cử tri xã Tân Lộc

Ngày 14/3, Tổ đại biểu HĐND huyện Bình Khê gồm các đồng chí: Hồ Thị Mai Liên, Phó Chủ tịch HĐND huyện; Đỗ Văn Thuận, \
Trưởng Ban Pháp chế HĐND huyện đã tiếp xúc cử tri xã Tân Lộc.

Dự hội nghị có đồng chí Tạ Quốc Bảo, Chủ tịch UBND xã Tân Lộc.

Cử tri Lê Thị Hoài kiến nghị sửa đường.
"""
SITTING = """HĐND huyện Bình Khê tổ chức kỳ họp thứ 9

Ngày 14/3, HĐND huyện Bình Khê tổ chức kỳ họp thứ 9. Đồng chí Hồ Thị Mai Liên - Chủ tịch HĐND huyện chủ trì kỳ họp.

Dự kỳ họp có đồng chí Kiều Anh Sơn - Phó Chủ tịch HĐND tỉnh; các đồng chí trong Ban Thường vụ Huyện ủy.

Đồng chí Tạ Quốc Bảo - Chủ tịch UBND huyện báo cáo kết quả. Kỳ họp đã miễn nhiệm chức danh Ủy viên UBND huyện đối với \
ông Ngô Văn Quyết.
"""
MEETING = """UBND huyện Bình Khê tổ chức hội nghị giao ban

Ngày 14/3, UBND huyện Bình Khê tổ chức hội nghị giao ban. Đồng chí Tạ Quốc Bảo - Chủ tịch UBND huyện chủ trì hội nghị.

Dự hội nghị có đồng chí Hồ Thị Mai Liên - Phó Chủ tịch HĐND huyện; đồng chí Đỗ Văn Thuận - Trưởng Công an huyện.
"""


@pytest.mark.parametrize(
    ("article", "people"),
    [
        (
            SUPERVISION,
            [
                "Hồ Thị Mai Liên*: supervising",
                "Đỗ Văn Thuận: supervising",
                "Tạ Quốc Bảo: supervised",
                "Kiều Anh Sơn: attending",
                "Ngô Văn Quyết: unknown",
            ],
        ),
        (
            VOTERS,
            [
                "Hồ Thị Mai Liên: supervising",
                "Đỗ Văn Thuận: supervising",
                "Tạ Quốc Bảo: supervised",
                "Lê Thị Hoài: attending",
            ],
        ),
        (
            SITTING,
            [
                "Hồ Thị Mai Liên*: supervising",
                "Kiều Anh Sơn: attending",
                "Tạ Quốc Bảo: supervised",
                "Ngô Văn Quyết: unknown",
            ],
        ),
        (MEETING, ["Tạ Quốc Bảo*: supervised", "Hồ Thị Mai Liên: attending", "Đỗ Văn Thuận: supervised"]),
    ],
    ids=["supervision", "voters", "sitting", "meeting"],
)
def test_the_side_follows_from_the_kind_of_session(article: str, people: list[str]) -> None:
    assert [sided(person) for person in entities_of(article).people] == people


def test_parts_are_what_people_do() -> None:
    parts = {person.name: person.participation for person in entities_of(SUPERVISION).people}
    assert parts == {
        "Hồ Thị Mai Liên": ("làm trưởng đoàn", "đề nghị", "kết luận"),
        "Đỗ Văn Thuận": ("dự",),
        "Tạ Quốc Bảo": ("dự", "cho biết", "phát biểu"),
        "Kiều Anh Sơn": ("dự",),
        "Ngô Văn Quyết": (),
    }


def test_lists_keep_people_and_groups_in_their_order() -> None:
    found = entities_of(SUPERVISION)
    assert [(each.cue.exact, each.side, each.items, each.open_ended) for each in found.attendance_lists] == [
        ("Tham gia đoàn có", "supervising", ("do-van-thuan", "cac-thanh-vien-doan-giam-sat"), False),
        (
            "Tiếp đoàn, về phía huyện Bình Khê có",
            "supervised",
            ("ta-quoc-bao", "lanh-dao-phong-nong-nghiep"),
            True,
        ),
        ("Cùng dự có", "attending", ("kieu-anh-son",), False),
    ]
    assert [each.open_mark.exact for each in found.attendance_lists if each.open_mark] == ["; …"]


def test_groups_have_a_kind_a_side_and_their_bodies() -> None:
    groups = [
        (group.selector.exact, group.kind, group.side, [place.exact for place in group.other_mentions])
        for group in entities_of(SUPERVISION).groups
    ]
    assert groups == [
        ("các thành viên Đoàn giám sát", "members", "supervising", []),
        ("lãnh đạo phòng Nông nghiệp", "leaders", "supervised", ["Lãnh đạo Phòng Nông nghiệp"]),
    ]
    bodies = {group.id: group.organization_ids for group in entities_of(SUPERVISION).groups}
    assert bodies == {
        "cac-thanh-vien-doan-giam-sat": ("doan-giam-sat-cua-hdnd-tinh-son-trang",),
        "lanh-dao-phong-nong-nghiep": ("phong-nong-nghiep",),
    }


def test_a_list_goes_on_over_lines() -> None:
    found = entities_of(
        "Đoàn giám sát của HĐND tỉnh làm việc tại xã Tân Lộc\n\nSáng 14/3, Đoàn giám sát của HĐND tỉnh làm việc tại "
        "xã Tân Lộc. Thành phần Đoàn giám sát gồm có:\n\n- Đồng chí Hồ Thị Mai Liên - Phó Chủ tịch HĐND tỉnh;\n\n- "
        "Đồng chí Đỗ Văn Thuận - Trưởng Ban Pháp chế HĐND tỉnh.\n\nĐồng chí Tạ Quốc Bảo - Chủ tịch UBND xã báo cáo."
    )
    assert [each.items for each in found.attendance_lists] == [("ho-thi-mai-lien", "do-van-thuan")]
    assert [sided(person) for person in found.people] == [
        "Hồ Thị Mai Liên: supervising",
        "Đỗ Văn Thuận: supervising",
        "Tạ Quốc Bảo: supervised",
    ]


def test_people_without_a_role_stand_for_the_body_named_beside_them() -> None:
    found = entities_of(
        "HĐND huyện Bình Khê tổ chức kỳ họp thứ 9\n\nNgày 14/3, HĐND huyện Bình Khê tổ chức kỳ họp thứ 9.\n\nThay mặt "
        "UBND huyện, ông Tạ Quốc Bảo trình bày tờ trình. Bà Hồ Thị Mai Liên, tổ đại biểu xã Tân Lộc chất vấn. "
        "Ông Đỗ Văn Thuận thừa ủy quyền của UBND huyện báo cáo thêm."
    )
    assert [(sided(person), person.participation) for person in found.people] == [
        ("Tạ Quốc Bảo: supervised", ("trình bày",)),
        ("Hồ Thị Mai Liên: supervising", ("chất vấn",)),
        ("Đỗ Văn Thuận: supervised", ("báo cáo",)),
    ]


def test_those_in_the_list_of_the_holder_lend_it_no_other_body() -> None:
    found = entities_of(
        "Đoàn ĐBQH tỉnh tiếp xúc cử tri\n\nNgày 25/9, Đoàn đại biểu Quốc hội (ĐBQH) tỉnh gồm các ông, bà: Hồ Thị Mai "
        "Liên - Bí thư Tỉnh ủy; Đỗ Văn Thuận - Phó Trưởng đoàn ĐBQH tỉnh đã tiếp xúc cử tri xã Tân Lộc.\n\nDự hội "
        "nghị có đồng chí Tạ Quốc Bảo - Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban MTTQ tỉnh."
    )
    assert [sided(person) for person in found.people] == [
        "Hồ Thị Mai Liên: supervising",
        "Đỗ Văn Thuận: supervising",
        "Tạ Quốc Bảo: attending",
    ]
