"""Each place where a person is named is a mention with its form, and a given name alone is linked to one person."""

from __future__ import annotations

import pytest

from tests.parse.people_text import entities_in
from tui.model import Person


def forms(person: Person) -> list[tuple[str, str]]:
    """Return form and words of each mention."""
    return [(mention.form, mention.selector.exact) for mention in person.mentions]


def names_of(text: str) -> dict[str, list[str]]:
    """Return the words of the mentions of each person."""
    return {person.name: [mention.selector.exact for mention in person.mentions] for person in entities_in(text).people}


@pytest.mark.parametrize(
    ("text", "form", "words"),
    [
        ("Đồng chí Lê Văn Dư - Bí thư Huyện ủy phát biểu.", "HON NAME - ROLE", "Đồng chí Lê Văn Dư - Bí thư Huyện ủy"),
        ("Ông Lê Văn Dư, Bí thư Huyện ủy, cho biết.", "HON NAME, ROLE", "Ông Lê Văn Dư, Bí thư Huyện ủy"),
        ("Bí thư Huyện ủy Lê Văn Dư cho biết.", "ROLE NAME", "Bí thư Huyện ủy Lê Văn Dư"),
        ("Bí thư Huyện ủy, ông Lê Văn Dư cho biết.", "ROLE, HON NAME", "Bí thư Huyện ủy, ông Lê Văn Dư"),
        ("Ông Lê Văn Dư (Trưởng phòng Nội vụ) nói.", "HON NAME (ROLE)", "Ông Lê Văn Dư (Trưởng phòng Nội vụ)"),
        ("Lê Văn Dư – Bí thư Huyện ủy phát biểu.", "NAME - ROLE", "Lê Văn Dư – Bí thư Huyện ủy"),
        ("Bà Lê Thị Dư nói.", "HON NAME", "Bà Lê Thị Dư"),
    ],
)
def test_a_mention_has_the_form_in_which_it_is_written(text: str, form: str, words: str) -> None:
    (person,) = entities_in(text).people
    assert forms(person) == [(form, words)]


def test_the_parts_of_a_mention_are_places_in_the_text() -> None:
    text = "Thượng tá, TS. Lê Văn Dư - Phó Trưởng Công an huyện, Ủy viên UBND huyện báo cáo."
    (mention,) = entities_in(text).people[0].mentions
    assert mention.honorific_prefix == "Thượng tá, TS."
    assert mention.name_selector is not None
    assert mention.name_selector.exact == "Lê Văn Dư"
    assert [role.exact for role in mention.role_selectors] == ["Phó Trưởng Công an huyện", "Ủy viên UBND huyện"]
    for place in (mention.selector, mention.name_selector, *mention.role_selectors):
        assert text[place.start : place.end] == place.exact


def test_a_given_name_is_linked_to_the_one_person_it_fits() -> None:
    assert names_of("Ông Tạ Quốc Bảo, Chủ tịch UBND xã và bà Ngô Thị Hân dự.\n\nÔng Bảo cho biết. Bà Hân đề nghị.") == {
        "Tạ Quốc Bảo": ["Ông Tạ Quốc Bảo, Chủ tịch UBND xã", "Ông Bảo"],
        "Ngô Thị Hân": ["bà Ngô Thị Hân", "Bà Hân"],
    }


def test_a_given_name_that_fits_several_or_nobody_is_left_alone() -> None:
    assert names_of("Ông Tạ Quốc Bảo và ông Lê Gia Bảo dự. Ông Bảo cho biết. Ông Tư đề nghị.") == {
        "Tạ Quốc Bảo": ["Ông Tạ Quốc Bảo"],
        "Lê Gia Bảo": ["ông Lê Gia Bảo"],
    }


def test_a_woman_is_not_meant_by_the_honorific_of_a_man() -> None:
    assert names_of("Đồng chí Ngô Thị Bảo và đồng chí Tạ Quốc Bảo dự. Ông Bảo cho biết.") == {
        "Ngô Thị Bảo": ["Đồng chí Ngô Thị Bảo"],
        "Tạ Quốc Bảo": ["đồng chí Tạ Quốc Bảo", "Ông Bảo"],
    }


def test_a_middle_and_given_name_are_linked() -> None:
    assert names_of("Đồng chí Đỗ Anh Khôi - Bí thư Huyện ủy dự. Đồng chí Anh Khôi kết luận.") == {
        "Đỗ Anh Khôi": ["Đồng chí Đỗ Anh Khôi - Bí thư Huyện ủy", "Đồng chí Anh Khôi"]
    }


def test_one_name_in_two_spellings_is_one_person() -> None:
    assert list(names_of("Đồng chí Phạm Quí Tâm dự. Đồng chí Phạm Quý Tâm phát biểu.")) == ["Phạm Quí Tâm"]
    assert list(names_of("Đồng chí Lê Hoà An dự. Đồng chí Lê Hòa An phát biểu.")) == ["Lê Hoà An"]


def test_a_name_in_capitals_is_written_with_one_capital_each() -> None:
    found = entities_in("ĐỒNG CHÍ LÊ VĂN DƯ TIẾP XÚC CỬ TRI\n\nĐồng chí Lê Văn Dư dự.", ("headline", "body"))
    assert [(person.name, forms(person)) for person in found.people] == [
        ("Lê Văn Dư", [("NAME", "LÊ VĂN DƯ"), ("HON NAME", "Đồng chí Lê Văn Dư")])
    ]


def test_debris_makes_nobody_but_is_linked() -> None:
    found = entities_in(
        "Đồng chí Lê Văn Dư dự.\n\nĐồng chí Lê Văn Dư thăm trường học\n\nÔng Đỗ Anh Khôi nói về mùa vụ",
        ("body", "debris", "debris"),
    )
    assert [(person.name, [mention.zone for mention in person.mentions]) for person in found.people] == [
        ("Lê Văn Dư", ["body", "debris"])
    ]


def test_decomposed_letters_and_hard_spaces_are_read() -> None:
    assert list(names_of("Đồng chí Lê\u00a0Văn Dư\u00a0- Bí thư Huyện ủy dự.")) == ["Lê Văn Dư"]
    decomposed = "Đồng chí Lê Va\u0306n Dư\u0300 dự."
    (person,) = entities_in(decomposed).people
    assert person.mentions[0].selector.exact == "Đồng chí Lê Va\u0306n Dư\u0300"


def test_how_a_person_was_found_is_told() -> None:
    found = entities_in("Ông Lê Văn Dư dự. Phó Chủ tịch UBND huyện Tạ Quốc Bảo nói. Nguyễn Thị Hân phát biểu.").people
    assert [(person.found.rule, person.found.how) for person in found if person.found] == [
        ("people.honorific", "explicit"),
        ("people.role", "explicit"),
        ("people.name", "inferred"),
    ]
