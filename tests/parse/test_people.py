"""People are found with all their roles, in the forms of portals and newspapers, and nobody else is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.parse.people_text import entities_in, shown

TABLE: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "people_table.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    "case", [case for cases in TABLE.values() for case in cases], ids=lambda case: case["text"][:60]
)
def test_people_are_found_with_each_role_once(case: dict[str, Any]) -> None:
    assert [shown(person) for person in entities_in(case["text"]).people] == case["people"]


def test_roles_of_several_mentions_are_kept_once_in_their_longest_wording() -> None:
    found = entities_in(
        "Đồng chí Trần Thị Mai Ngân - Phó Bí thư Huyện ủy, Chủ tịch HĐND huyện dự.\n\n"
        "Đ/c Trần Thị Mai Ngân – Phó BT, CT HĐND huyện Bình Khê phát biểu.\n\n"
        "Chủ tịch Hội đồng nhân dân huyện Trần Thị Mai Ngân kết luận."
    )
    assert [shown(person) for person in found.people] == [
        "Trần Thị Mai Ngân | Phó Bí thư Huyện ủy | Chủ tịch Hội đồng nhân dân huyện"
    ]


def test_a_deputy_is_never_taken_for_the_chief() -> None:
    found = entities_in("Ông Lê Văn Dư, Chủ tịch UBND huyện. Sau đó ông Lê Văn Dư, Phó Chủ tịch UBND huyện.")
    assert [shown(person) for person in found.people] == ["Lê Văn Dư | Chủ tịch UBND huyện | Phó Chủ tịch UBND huyện"]


def test_a_role_is_normalised_and_its_area_completed() -> None:
    found = entities_in(
        "HĐND huyện Bình Khê họp. Uỷ viên Ban Thường vụ Huyện ủy Lê Văn Dư và ông Tạ Văn Bốn, PCT UBND Huyện cùng dự."
    )
    posts = [post for person in found.people for post in person.memberships]
    assert [(post.role, post.label_norm) for post in posts] == [
        ("Ủy viên", "Ủy viên Ban Thường vụ Huyện ủy Bình Khê"),
        ("Phó Chủ tịch", "Phó Chủ tịch UBND huyện Bình Khê"),
    ]
    names = {body.id: body.name for body in found.organizations}
    assert [names[post.organization_id or ""] for post in posts] == [
        "Ban Thường vụ Huyện ủy Bình Khê",
        "UBND huyện Bình Khê",
    ]


def test_a_name_is_split_and_given_its_other_spellings() -> None:
    (person,) = entities_in("Đồng chí Phạm Thị Quý Mỹ - Chủ tịch HĐND huyện.").people
    assert (person.family_name, person.additional_name, person.given_name) == ("Phạm", "Thị Quý", "Mỹ")
    assert "Phạm Thị Quí Mỹ" in [other.name for other in person.other_names]
