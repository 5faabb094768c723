"""Pairs of people that a reader is asked about, with the reasons."""

from __future__ import annotations

from tests.across.telling import article, people_of, without_area
from tui.across.decided import Settled
from tui.across.identity import people
from tui.across.suggestions import Suggestion, suggestions
from tui.model import Record

HEAD = "đồng chí Vi Văn Tấn - Chủ tịch UBND huyện"


def asked(*records: Record, decided: Settled[str, object] | None = None) -> list[Suggestion]:
    """Return the suggestions about people called Vi in some articles."""
    return suggestions([one for one in people(people_of(*records)) if one.name.startswith("Vi ")], decided)


def kinds(found: list[Suggestion]) -> list[list[str]]:
    return [[reason.kind for reason in one.reasons] for one in found]


def test_a_name_alone_suggests() -> None:
    other = article("9/6/2024", [HEAD], place="huyện Tân Yên", province="tỉnh Bắc Giang")
    assert kinds(asked(article("8/5/2023", [HEAD]), other)) == [["name"]]


def test_who_may_have_gone_to_another_district_is_suggested() -> None:
    found = asked(article("8/5/2023", [HEAD]), article("9/6/2024", [HEAD], place="huyện Định Hóa"))
    assert kinds(found) == [["name", "province"]]


def test_who_can_not_be_in_two_districts_at_once_is_not() -> None:
    here = [article(day, [HEAD]) for day in ("8/5/2023", "8/7/2023")]
    there = [article(day, [HEAD], place="huyện Định Hóa") for day in ("8/6/2023", "8/8/2023")]
    assert asked(*here, *there) == []


def test_a_mistaken_accent_in_one_body_is_suggested_with_both_spellings() -> None:
    found = asked(article("8/5/2023", [HEAD]), article("9/6/2024", [HEAD.replace("Tấn", "Tân")]))
    assert kinds(found) == [["accents", "body"]]
    assert found[0].reasons[0].words == ("Vi Văn Tấn", "Vi Văn Tân")


def test_the_same_role_in_a_body_that_is_not_named_whole_is_a_reason() -> None:
    found = asked(without_area(article("8/5/2023", [HEAD])), without_area(article("9/6/2024", [HEAD])))
    assert kinds(found) == [["name", "role"]]


def test_what_speaks_against_is_said() -> None:
    records = [
        article(day, [HEAD.replace("đồng chí", address)]) for day, address in (("8/5/2022", "ông"), ("8/5/2023", "bà"))
    ]
    assert kinds(asked(*records)) == [["name", "body", "address"]]
    assert [reason.speaks_for for reason in asked(*records)[0].reasons] == [True, True, False]


def test_the_likeliest_comes_first() -> None:
    found = asked(
        article("8/5/2023", [HEAD]),
        article("8/5/2024", ["đồng chí Vi Văn Tấn"]),
        article("8/5/2024", [HEAD], place="huyện Tân Yên", province="tỉnh Bắc Giang"),
    )
    assert kinds(found)[0] == ["name", "place"]
    assert [one.strength for one in found] == sorted((one.strength for one in found), reverse=True)


def test_who_was_parted_is_not_asked_about_again() -> None:
    records = article("8/5/2023", [HEAD]), article("9/6/2024", [HEAD], place="huyện Định Hóa")
    keys = frozenset(one.key for one in people_of(*records) if one.name == "Vi Văn Tấn")
    assert asked(*records, decided=Settled(apart=frozenset({keys}))) == []
