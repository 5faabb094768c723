"""People of a record are corrected without anything coming apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from tests.library.correctable import TEXT, at, exact, named, record, sound
from tui.library import editing
from tui.library.editing import CorrectionError
from tui.library.parsing import parsed
from tui.model import Found, Person
from tui.sources.read import read_data

TA, HIEN, PA = "tan-lao-ta", "le-ba-hien", "sung-thi-pa"


def how(person: Person) -> str | None:
    return person.found.how if person.found else None


def test_a_misspelt_name_is_mended_and_found_under_both_spellings() -> None:
    changed = sound(editing.rename(record(), TEXT, TA, "Tẩn Lão Tả"))
    person = named(changed, "Tẩn Lão Tả")
    assert (person.id, person.family_name, person.additional_name, person.given_name) == (TA, "Tẩn", "Lão", "Tả")
    assert "Tẩn Láo Tả" in {other.name for other in person.other_names}
    assert [exact(mention.name_selector) for mention in person.mentions] == ["Tẩn Láo Tả"] * 2
    assert how(person) == "corrected"


def test_a_name_that_was_cut_wrongly_moves_its_places() -> None:
    short = editing.rename(record(), TEXT, TA, "Tẩn Láo")
    assert {exact(mention.name_selector) for mention in sound(short).people[2].mentions} == {"Tẩn Láo"}
    assert "Tẩn Láo Tả" not in {other.name for other in short.people[2].other_names}
    back = sound(editing.rename(short, TEXT, TA, "Tẩn Láo Tả"))
    assert [mention.name_selector for mention in back.people[2].mentions] == [
        mention.name_selector for mention in record().people[2].mentions
    ]


def test_a_name_is_found_in_a_text_of_another_normalization() -> None:
    text = unicodedata.normalize("NFD", TEXT)
    decomposed = parsed(read_data(text.encode(), "dat.txt"), "dat.txt")
    changed = editing.rename(decomposed, text, TA, "Tẩn Láo")
    person = named(changed, "Tẩn Láo")
    assert exact(person.mentions[0].name_selector) == unicodedata.normalize("NFD", "Tẩn Láo")


def test_a_side_is_set_for_people() -> None:
    changed = sound(editing.set_side(record(), HIEN, "attending"))
    assert named(changed, "Lê Bá Hiền").side == "attending"
    assert [person for person in changed.people if how(person) == "corrected"] == [named(changed, "Lê Bá Hiền")]


def test_there_is_one_chair_and_the_event_knows_it() -> None:
    changed = sound(editing.set_chair(record(), HIEN, True))
    assert [person.id for person in changed.people if person.is_chair] == [HIEN]
    assert (changed.event.chair_id, changed.event.chair_selector) == (HIEN, None)
    nobody = sound(editing.set_chair(changed, HIEN, False))
    assert (nobody.event.chair_id, [person for person in nobody.people if person.is_chair]) == (None, [])


def test_roles_are_read_as_the_article_s_own() -> None:
    changed = sound(editing.set_roles(record(), TA, ["Chủ tịch UBND xã", "Phó Bí thư Đảng uỷ xã"]))
    first, second = named(changed, "Tẩn Láo Tả").memberships
    assert first == named(record(), "Tẩn Láo Tả").memberships[0]
    assert (second.label, second.role, second.organization_id) == ("Phó Bí thư Đảng ủy xã", "Phó Bí thư", None)
    short = sound(editing.set_roles(record(), TA, ["Phó CT UBND xã"]))
    (role,) = named(short, "Tẩn Láo Tả").memberships
    assert (role.role, role.organization_id) == ("Phó Chủ tịch", "ubnd-xa-muong-vi")
    assert role.label_norm == "Phó Chủ tịch UBND xã Mường Vi"


def test_what_is_no_person_leaves_nothing_that_leads_to_it() -> None:
    changed = sound(editing.remove(record(), TA))
    assert TA not in {person.id for person in changed.people}
    assert TA not in {one for listed in changed.attendance_lists for one in listed.items}
    assert {statement.speaker_id for statement in changed.statements} == {None, HIEN}
    assert TA not in {block.speaker for block in changed.blocks} | {figure.speaker_id for figure in changed.figures}
    assert [(one.kind, one.selector.exact) for one in changed.removed] == [("people", "Tẩn Láo Tả")]


def test_taking_out_the_chair_leaves_the_event_without_one() -> None:
    changed = sound(editing.remove(record(), PA))
    assert (changed.event.chair_id, changed.event.chair_selector) == (None, None)


def test_two_that_are_one_become_one() -> None:
    changed = sound(editing.merge(record(), HIEN, TA))
    one = named(changed, "Lê Bá Hiền")
    assert "Tẩn Láo Tả" in {other.name for other in one.other_names}
    assert len(one.mentions) == 5 and len(one.memberships) == 2
    assert [mention.selector.start for mention in one.mentions] == sorted(
        mention.selector.start for mention in one.mentions
    )
    assert {statement.speaker_id for statement in changed.statements} == {HIEN}
    assert changed.attendance_lists[0].items == (HIEN,)
    assert TA not in {person.id for person in changed.people}


def test_a_person_is_added_with_every_place_of_the_name() -> None:
    without = editing.remove(record(), TA)
    start, end = at("Tẩn Láo Tả")
    changed, added = editing.add_person(without, TEXT, start - 1, end + 1, side="supervised")
    person = named(sound(changed), "Tẩn Láo Tả")
    assert (person.id, added, person.side) == (TA, TA, "supervised")
    assert [mention.selector.exact for mention in person.mentions] == ["đồng chí Tẩn Láo Tả"] * 2
    assert person.mentions[0].honorific_prefix == "đồng chí"
    assert (person.found, changed.removed) == (Found(rule="by hand", how="corrected"), ())
    assert [one.id for one in changed.people] == [one.id for one in record().people]


def test_an_id_that_is_taken_is_not_given_again() -> None:
    changed, added = editing.add_person(record(), TEXT, *at("xã Mường Vi"))
    assert added == "xa-muong-vi-2" and sound(changed)


@pytest.mark.parametrize(
    "place", [at("Lê Bá Hiền"), at("Bá Hiền"), (5, 5), (-3, 4), (0, 99_999), at(" - "), at("\n\n")], ids=repr
)
def test_a_person_is_not_added_twice_nor_from_nothing(place: tuple[int, int]) -> None:
    with pytest.raises(CorrectionError):
        editing.add_person(record(), TEXT, *place)


def test_what_makes_no_sense_is_said() -> None:
    wrongs: list[Callable[[], object]] = [
        lambda: editing.rename(record(), TEXT, TA, " "),
        lambda: editing.rename(record(), TEXT, "nobody", "Ai"),
        lambda: editing.set_roles(record(), TA, ["-"]),
        lambda: editing.merge(record(), TA, TA),
        lambda: editing.set_side(record(), "F1", "attending"),
        lambda: editing.set_chair(record(), "F1", True),
    ]
    for wrong in wrongs:
        with pytest.raises(CorrectionError) as error:
            wrong()
        assert str(error.value) and "\n" not in str(error.value)


def test_the_record_before_stays_as_it_was() -> None:
    before = record()
    editing.remove(editing.merge(before, HIEN, TA), "F1")
    assert before == parsed(read_data(TEXT.encode(), "dat.txt"), "dat.txt")
