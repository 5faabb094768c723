"""A later mention by a part of the name is linked to the one person it fits, and to nobody where several do."""

from __future__ import annotations

import pytest

from tests.parse.people_text import entities_in


def mentions(text: str) -> dict[str, list[str]]:
    """Return the words of the mentions of each person, by name."""
    return {person.name: [mention.selector.exact for mention in person.mentions] for person in entities_in(text).people}


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Bà Tạ Hoàng Diễm Sương", "Bà Diễm Sương"),
        ("Bà Tạ Hoàng Diễm Sương", "Bà Hoàng Diễm Sương"),
        ("Bà Ngọ Thị Tú Vi", "bà Tú Vi"),
        ("Bà H'Ring Niê", "Bà H'Ring"),
        ("Bác sĩ Tạ Quốc Bảo", "Bác sĩ Bảo"),
        ("BS. Tạ Quốc Bảo", "BS Bảo"),
        ("Đại tá Tạ Quốc Bảo", "Đại tá Bảo"),
    ],
)
def test_a_part_of_the_name_is_linked_to_the_one_whom_it_fits(first: str, later: str) -> None:
    text = f"{first}, Giám đốc Trung tâm Y tế huyện báo cáo. Sau đó {later} nêu khó khăn."
    assert [places[1:] for places in mentions(text).values()] == [[later]]


def test_a_part_that_fits_several_is_left_alone() -> None:
    text = "Ông Lê Anh Bảo, Bí thư Huyện ủy và ông Tạ Quốc Bảo, Chủ tịch UBND huyện dự. Bác sĩ Bảo nêu khó khăn."
    assert [len(places) for places in mentions(text).values()] == [1, 1]


def test_a_particle_alone_is_nobody() -> None:
    text = "Ông Y Thanh Niê, Chủ tịch UBND xã báo cáo. Ông Y nêu khó khăn."
    assert [len(places) for places in mentions(text).values()] == [1]


def test_two_syllables_that_fit_nobody_make_no_person() -> None:
    assert list(mentions("Ông Tạ Quốc Bảo, Chủ tịch UBND xã báo cáo. Bà Tú Vi nêu khó khăn.")) == ["Tạ Quốc Bảo"]
