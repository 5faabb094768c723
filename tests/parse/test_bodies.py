"""Areas and organizations are completed from the text: one item for each, however it is written."""

from __future__ import annotations

import pytest

from tests.parse.people_text import entities_in, entities_of


def bodies_of(text: str) -> list[str]:
    """Return the names of the organizations of a text."""
    return [body.name for body in entities_in(text).organizations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("HĐND huyện Bình Khê họp. HĐND Huyện và Hội đồng nhân dân huyện nêu.", ["HĐND huyện Bình Khê"]),
        ("HĐND, UBND huyện Bình Khê họp.", ["HĐND huyện Bình Khê", "UBND huyện Bình Khê"]),
        ("Huyện ủy Bình Khê họp. Huyện uỷ nêu.", ["Huyện ủy Bình Khê"]),
        (
            "HĐND xã Tân Lộc họp. Ban Pháp chế HĐND xã và Ban Pháp chế xã nêu.",
            ["HĐND xã Tân Lộc", "Ban Pháp chế HĐND xã Tân Lộc"],
        ),
        ("UBND tỉnh Sơn Tràng họp. Sở Xây dựng và các sở, ngành nêu.", ["UBND tỉnh Sơn Tràng", "Sở Xây dựng"]),
        ("Trường THCS Tân Lộc và Trạm Y tế xã Tân Lộc nêu.", ["Trường THCS Tân Lộc", "Trạm Y tế xã Tân Lộc"]),
        ("Cán bộ tại trụ sở UBND xã Tân Lộc và cơ sở Đảng nêu.", ["UBND xã Tân Lộc"]),
        ("Chủ tịch UBND 08 xã và các phòng chuyên môn nêu.", []),
        (
            "UBND xã Tân Lộc họp. Bộ phận tiếp nhận và trả kết quả của xã nêu; một bộ phận người dân nghe.",
            ["UBND xã Tân Lộc", "Bộ phận Tiếp nhận và Trả kết quả xã Tân Lộc"],
        ),
    ],
)
def test_an_organization_is_one_item_under_its_full_name(text: str, names: list[str]) -> None:
    assert bodies_of(text) == names


def test_an_organization_keeps_how_else_it_is_written_and_what_it_is_part_of() -> None:
    found = entities_in("Thường trực HĐND huyện Bình Khê họp. Thường trực HĐND Huyện nêu.")
    council, standing = found.organizations
    assert (council.name, council.classification, council.area_id) == ("HĐND huyện Bình Khê", "HĐND", "huyen-binh-khe")
    assert (standing.name, standing.parent_id) == ("Thường trực HĐND huyện Bình Khê", council.id)
    assert standing.other_names == ("Thường trực HĐND Huyện",)


def test_a_level_without_a_name_means_the_area_named_last() -> None:
    text = "HĐND huyện Bình Khê làm việc tại xã Tân Lộc. Huyện đề nghị Xã rà soát."
    found = entities_in(text)
    assert {area.name: area.aliases_in_text for area in found.areas} == {
        "huyện Bình Khê": ("Huyện",),
        "xã Tân Lộc": ("Xã",),
    }
    start = text.index("Xã rà")
    assert found.area_at(start, start + 2) == "xa-tan-loc"


def test_an_area_lies_in_the_one_named_after_it() -> None:
    found = entities_in("Đoàn làm việc tại xã Tân Lộc, huyện Bình Khê, tỉnh Sơn Tràng.")
    assert [(area.name, area.classification, area.parent_id) for area in found.areas] == [
        ("xã Tân Lộc", "xã", "huyen-binh-khe"),
        ("huyện Bình Khê", "huyện", "tinh-son-trang"),
        ("tỉnh Sơn Tràng", "tỉnh", None),
    ]


def test_a_level_that_names_no_area_makes_no_item() -> None:
    assert entities_in("HĐND huyện họp với cấp xã, các huyện và huyện miền núi.").areas == ()


@pytest.mark.parametrize(
    "text", ["Đường Lê Văn Dư, phố Ngô Thị Hân", "Trường THPT Lê Văn Dư", "Quỹ học bổng Lê Văn Dư"]
)
def test_places_and_schools_named_after_people_are_nobody(text: str) -> None:
    assert entities_in(f"Đoàn kiểm tra {text} và ghi nhận kết quả.").people == ()


def test_bodies_are_found_at_their_places() -> None:
    text = "Đề nghị HĐND, UBND huyện Bình Khê rà soát."
    found = entities_in(text)
    start = text.index("HĐND")
    assert found.organization_at(start, len(text)) == ("hdnd-huyen-binh-khe", "ubnd-huyen-binh-khe")
    assert found.bodies_at(0, 5) == ()


def test_a_team_is_part_of_the_body_that_sends_it() -> None:
    found = entities_of(
        "HĐND huyện giám sát tại xã Tân Lộc\n\nSáng 14/3, Đoàn giám sát của HĐND huyện Bình Khê làm việc tại xã Tân "
        "Lộc. Đoàn đề nghị xã rà soát."
    )
    team = next(body for body in found.organizations if body.classification == "đoàn giám sát")
    assert (team.name, team.parent_id) == ("Đoàn giám sát của HĐND huyện Bình Khê", "hdnd-huyen-binh-khe")
    assert "Đoàn" in team.other_names
