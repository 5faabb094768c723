"""Who leads, who answers and who is only told of, where the text says it in other ways than a list of attendance."""

from __future__ import annotations

import pytest

from tests.parse.people_text import entities_in, entities_of, shown, sided

COUNCIL = "Sáng 14/3, Đoàn giám sát HĐND tỉnh Sơn Tràng"


def sides(opening: str, *more: str) -> list[str]:
    """Return name and side of each person of an article with a headline and these paragraphs."""
    article = "\n\n".join(("Giám sát việc cấp nước", opening, *more)) + "\n"
    return [sided(person) for person in entities_of(article).people]


def test_what_the_leader_of_a_team_supervises_is_no_part_of_the_role() -> None:
    text = "Đoàn do đồng chí Hồ Thị Mai Liên, Phó Chủ tịch HĐND xã làm Trưởng đoàn giám sát việc thu ngân sách."
    (person,) = entities_in(text).people
    assert shown(person) == "Hồ Thị Mai Liên | Phó Chủ tịch HĐND xã | Trưởng đoàn"
    assert person.is_chair


def test_a_word_glued_to_an_abbreviation_is_a_word_of_its_own() -> None:
    text = "Đoàn do ông Lê Văn Dư, Phó Chủ tịch HĐNDhuyện và bà Tạ Thị Vi, Phó Chủ tịch HĐND TPlàm trưởng đoàn."
    (glued,) = entities_in("Ông Lê Văn Dư, Phó Chủ tịch HĐND huyệnlàm trưởng đoàn.").people
    assert (shown(glued), glued.is_chair) == ("Lê Văn Dư | Phó Chủ tịch HĐND huyện | trưởng đoàn", True)
    first, second = entities_in(text).people
    assert shown(first) == "Lê Văn Dư | Phó Chủ tịch HĐNDhuyện"
    assert (shown(second), second.is_chair) == ("Tạ Thị Vi | Phó Chủ tịch HĐND TP | trưởng đoàn", True)
    assert first.memberships[0].organization_id is not None


def test_a_member_of_the_team_may_end_an_item_of_a_list() -> None:
    found = entities_in("Tham gia đoàn có:\n\n- Đồng chí Đỗ Văn Thuận - Chủ tịch Hội Nông dân huyện, thành viên;")
    assert [shown(person) for person in found.people] == ["Đỗ Văn Thuận | Chủ tịch Hội Nông dân huyện | thành viên"]


def test_a_label_with_a_colon_is_a_role_of_all_who_follow() -> None:
    text = (
        "Dự hội nghị có các Tỉnh ủy viên: Chủ tịch HĐND tỉnh Lê Văn Dư, Chủ tịch UBND tỉnh Tạ Quốc Bảo; ông Đỗ Văn Tâm."
    )
    assert [shown(person) for person in entities_in(text).people] == [
        "Lê Văn Dư | Chủ tịch HĐND tỉnh | Tỉnh ủy viên",
        "Tạ Quốc Bảo | Chủ tịch UBND tỉnh | Tỉnh ủy viên",
        "Đỗ Văn Tâm",
    ]


def test_the_one_who_comes_with_the_team_leads_it() -> None:
    opening = "Ngày 14/3, Phó Chủ tịch HĐND tỉnh Hồ Thị Mai Liên cùng Đoàn giám sát đã giám sát tại huyện Bình Khê."
    assert sides(opening) == ["Hồ Thị Mai Liên*: supervising"]


def test_a_unit_without_its_own_words_is_the_one_of_its_kind() -> None:
    opening = f"{COUNCIL} làm việc với Bệnh viện Đa khoa tỉnh về khám, chữa bệnh."
    assert sides(opening, "Ông Tạ Quốc Bảo, Giám đốc Bệnh viện báo cáo kết quả.") == ["Tạ Quốc Bảo: supervised"]


def test_who_presents_a_draft_to_the_committee_that_appraises_it_answers() -> None:
    opening = "Sáng 14/3, Ban Pháp chế HĐND tỉnh Sơn Tràng họp thẩm tra các dự thảo nghị quyết."
    assert sides(opening, "Giám đốc Sở Xây dựng Tạ Quốc Bảo trình bày tờ trình.") == ["Tạ Quốc Bảo: supervised"]


def test_villagers_answer_where_villages_are_visited() -> None:
    opening = "Sáng 14/3, Đoàn giám sát HĐND xã Tân Lộc giám sát việc thu quỹ tại bản Huổi Một và bản Nà Hai."
    people = sides(opening, "Đại diện bản có: ông Lò Văn Pánh, Trưởng bản Huổi Một.")
    assert people == ["Lò Văn Pánh: supervised"]


def test_listed_deputies_hold_the_session_of_their_own_group() -> None:
    opening = "Sáng 14/3, Tổ đại biểu số 2 HĐND huyện Bình Khê giám sát việc cấp nước tại xã Tân Lộc."
    people = sides(opening, "Tham gia có các đại biểu: Lê Văn Dư, Tạ Quốc Bảo.")
    assert people == ["Lê Văn Dư: supervising", "Tạ Quốc Bảo: supervising"]


@pytest.mark.parametrize(
    "told",
    [
        "Trong đó bà Lê Thị Hoài (xã Tân Lộc) được tặng Bằng khen của UBND tỉnh.",
        "Trước đó, Giám đốc Sở Xây dựng Lê Thị Hoài từng cho biết tỉnh thiếu nước.",
    ],
)
def test_those_honoured_or_quoted_from_elsewhere_have_no_side(told: str) -> None:
    assert sides(f"{COUNCIL} giám sát việc cấp nước tại huyện Bình Khê.", told) == ["Lê Thị Hoài: unknown"]


def test_people_without_a_role_in_an_article_without_a_session_have_no_side() -> None:
    article = "Mùa nước nổi ở Tân Lộc\n\nLúa đã chín vàng. Bà Lê Thị Hoài chia sẻ niềm vui được mùa với hàng xóm.\n"
    assert [sided(person) for person in entities_of(article).people] == ["Lê Thị Hoài: unknown"]


@pytest.mark.parametrize("asking", ["đề nghị", "yêu cầu", "giao"])
def test_a_body_ends_where_what_it_is_asked_to_do_begins(asking: str) -> None:
    found = entities_in(f"Ông Lê Văn Dư {asking} Trung tâm niêm yết đầy đủ thủ tục tại trụ sở.")
    assert all("niêm yết" not in body.name for body in found.organizations)


@pytest.mark.parametrize("body", ["UBND huyện", "Chi cục Thuế", "Phòng Nội vụ"])
def test_what_is_asked_of_a_body_is_no_bridge(body: str) -> None:
    (found,) = entities_in(f"Ông Lê Văn Dư yêu cầu {body} tăng cường kiểm tra.").organization_places
    assert found.end - found.start == len(body)


def test_all_of_a_list_under_whom_a_sitting_stands_preside() -> None:
    opening = (
        "Sáng 10/12, dưới sự chủ tọa của các đồng chí: Bế Minh Tuyển, Chủ tịch HĐND tỉnh Sơn Tràng; Hà Quốc Thịnh và "
        "Mã Thị Lựu, Phó Chủ tịch HĐND tỉnh, kỳ họp thứ 9 tiến hành phiên chất vấn."
    )
    assert sides(opening, "Ông Tạ Quốc Bảo, Giám đốc Sở Tài chính trả lời.") == [
        "Bế Minh Tuyển*: supervising",
        "Hà Quốc Thịnh*: supervising",
        "Mã Thị Lựu*: supervising",
        "Tạ Quốc Bảo: supervised",
    ]


def test_the_people_of_a_unit_that_is_visited_need_not_name_it() -> None:
    opening = f"{COUNCIL} giám sát tại Công ty TNHH Cấp nước Bình Khê."
    assert sides(
        opening, "Ông Tạ Quốc Bảo, Kế toán trưởng tiếp đoàn. Dự có bà Lê Thị Tâm, giảng viên Đại học Sơn Tràng."
    ) == [
        "Tạ Quốc Bảo: supervised",
        "Lê Thị Tâm: attending",
    ]


def test_a_bare_party_committee_is_that_of_the_commune_of_the_next_role() -> None:
    (person,) = entities_in("Ông Lầu Bá Tồng - Bí thư Đảng ủy, Chủ tịch HĐND xã Nậm Xốp dự.").people
    assert [post.label_norm for post in person.memberships] == ["Bí thư Đảng ủy xã Nậm Xốp", "Chủ tịch HĐND xã Nậm Xốp"]


def test_who_stands_for_a_body_is_no_group_beside_it() -> None:
    found = entities_in("Cùng đi có ông Bùi Chí Công - đại diện Ủy ban MTTQ huyện; đại diện Phòng Tư pháp.")
    assert [group.selector.exact for group in found.groups] == ["đại diện Phòng Tư pháp"]


def test_a_member_of_the_team_stands_on_its_side_wherever_named() -> None:
    opening = "Chiều 16/7, Ban Pháp chế HĐND tỉnh Sơn Tràng giám sát tại Tòa án nhân dân tỉnh."
    member = "Đại biểu Lý Thị Trang, thành viên đoàn giám sát, đề nghị làm rõ 47 vụ án."
    unit = "Ông Tạ Bảo, Tổ trưởng Tổ vay vốn thôn Đông cho biết tổ có 58 hộ."
    assert sides(opening, member, unit) == ["Lý Thị Trang: supervising", "Tạ Bảo: supervised"]


def test_guests_of_the_supervised_side_are_on_it_though_they_only_come_along() -> None:
    found = entities_of(
        f"Giám sát việc cấp nước\n\n{COUNCIL} giám sát tại xã Tân Lộc.\n\n"
        "Cùng dự có lãnh đạo UBND xã Tân Lộc; lãnh đạo Sở Y tế.\n"
    )
    assert [(group.selector.exact, group.side) for group in found.groups] == [
        ("lãnh đạo UBND xã Tân Lộc", "supervised"),
        ("lãnh đạo Sở Y tế", "attending"),
    ]
