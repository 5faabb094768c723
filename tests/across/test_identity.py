"""Who is one person across articles, and who is not."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from msgspec.structs import replace

from tests.across.telling import article, people_of, without_area
from tui.across.appearance import Appearance
from tui.across.cluster import Cluster
from tui.across.decided import Decision, Settled, settle
from tui.across.identity import people
from tui.across.person import Person
from tui.across.references import People, person_reference
from tui.model import Record

HEAD = "đồng chí Vi Văn Tấn - Chủ tịch UBND huyện"


def named(found: list[Person], name: str) -> list[str]:
    """Return the articles of each person of a name, joined."""
    return ["".join(each.article_key for each in one.appearances) for one in found if one.name == name]


def together(name: str, *records: Record) -> list[str]:
    """Return how the people of a name in some articles come together: the articles of each person."""
    return sorted(named(people(people_of(*records)), name))


def test_the_same_name_in_the_same_body_is_one_person() -> None:
    assert together("Vi Văn Tấn", article("8/5/2023", [HEAD]), article("9/6/2024", [HEAD])) == ["ab"]


def test_a_name_alone_joins_nobody() -> None:
    other = article("9/6/2024", [HEAD], place="huyện Định Hóa")
    assert together("Vi Văn Tấn", article("8/5/2023", [HEAD]), other) == ["a", "b"]


def test_districts_of_one_name_in_two_provinces_are_two() -> None:
    here = article("8/5/2023", [HEAD], place="huyện Châu Thành", province="tỉnh Bến Tre")
    there = article("9/6/2024", [HEAD], place="huyện Châu Thành", province="tỉnh Tây Ninh")
    assert together("Vi Văn Tấn", here, there) == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other"), [("Lê Quý Hòa", "Lê Quí Hoà"), ("Trần Mỹ Lý", "Trần Mĩ Lí"), ("Đỗ Thị Thúy", "Đỗ Thị Thuý")]
)
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    records = [
        article(day, [f"đồng chí {name} - Chủ tịch UBND huyện"])
        for day, name in (("8/5/2023", one), ("9/6/2024", other))
    ]
    found = [each for each in people(people_of(*records)) if each.name in (one, other)]
    assert len(found) == 1
    assert {found[0].name, *found[0].other_names} == {one, other}


def test_other_accents_are_another_name() -> None:
    found = people(people_of(article("8/5/2023", [HEAD]), article("9/6/2024", [HEAD.replace("Tấn", "Tân")])))
    assert (named(found, "Vi Văn Tấn"), named(found, "Vi Văn Tân")) == (["a"], ["b"])


def test_who_rises_in_a_district_stays_one_person() -> None:
    before = article("8/5/2022", ["đồng chí Vi Văn Tấn - Trưởng phòng Nội vụ huyện"])
    assert together("Vi Văn Tấn", before, article("9/6/2024", [HEAD])) == ["ab"]


def test_a_post_in_the_party_is_held_beside_one_of_the_state() -> None:
    party = article("9/6/2023", ["đồng chí Vi Văn Tấn - Phó Bí thư Huyện ủy"])
    assert together("Vi Văn Tấn", article("8/5/2023", [HEAD]), party, article("1/7/2024", [HEAD])) == ["abc"]


def test_posts_that_exclude_each_other_by_turns_are_two_people() -> None:
    other = "đồng chí Vi Văn Tấn - Trưởng phòng Nội vụ huyện"
    records = [
        article("8/5/2022", [HEAD]),
        article("8/9/2022", [other]),
        article("8/1/2023", [HEAD]),
        article("8/5/2023", [other]),
    ]
    assert together("Vi Văn Tấn", *records) == ["ac", "bd"]


def test_two_of_one_name_in_one_article_stay_two() -> None:
    told = people_of(
        article("8/5/2022", [HEAD]), article("8/5/2022", ["đồng chí Vi Văn Tấn - Trưởng phòng Nội vụ huyện"])
    )
    beside = [replace(one, article_key="a", person_id=f"{one.person_id}-2") for one in told if one.article_key == "b"]
    later = [replace(one, article_key="c") for one in people_of(article("8/9/2023", [HEAD]))]
    here = [one for one in told if one.article_key == "a"]
    assert sorted(named(people([*here, *beside, *later]), "Vi Văn Tấn")) == ["a", "ac"]


def test_a_woman_and_a_man_of_one_name_are_two() -> None:
    records = [
        article(day, [f"{address} Vi Thanh Hà - Chủ tịch UBND huyện"])
        for day, address in (("8/5/2022", "ông"), ("8/5/2023", "bà"))
    ]
    assert together("Vi Thanh Hà", *records) == ["a", "b"]


def test_in_articles_about_one_session_the_name_is_enough() -> None:
    told = people_of(article("8/5/2022", [HEAD]), article("8/5/2022", ["đồng chí Vi Văn Tấn"]))
    assert named(people(told), "Vi Văn Tấn") == ["a", "b"]
    assert named(people(told, {"a": "a", "b": "a"}), "Vi Văn Tấn") == ["ab"]


def test_several_articles_about_one_session_count_once() -> None:
    told = people_of(article("8/5/2022"), article("8/5/2022"), article("8/5/2023"))
    chair = next(one for one in people(told, {"a": "a", "b": "a"}) if one.name == "Lò Quý Khánh")
    assert (chair.sessions, chair.chaired, chair.first, chair.last) == (2, 2, "2022-05-08", "2023-05-08")


def test_a_person_has_roles_over_time_and_present_ones() -> None:
    before = article("8/5/2022", ["đồng chí Vi Văn Tấn - Trưởng phòng Nội vụ huyện"])
    one = next(one for one in people(people_of(before, article("9/6/2024", [HEAD]))) if one.name == "Vi Văn Tấn")
    assert [(held.label, held.first) for held in one.roles] == [
        ("Trưởng phòng Nội vụ huyện Phú Bình", "2022-05-08"),
        ("Chủ tịch UBND huyện Phú Bình", "2024-06-09"),
    ]
    assert [held.label for held in one.now] == ["Chủ tịch UBND huyện Phú Bình"]


def test_decisions_join_and_part() -> None:
    told = people_of(
        article("8/5/2022", [HEAD]), article("8/5/2023", [HEAD]), article("8/5/2024", [HEAD], place="huyện Định Hóa")
    )
    keys = {one.article_key: one.key for one in told if one.name == "Vi Văn Tấn"}
    joined: Settled[str, object] = Settled(one=(frozenset((keys["a"], keys["c"])),))
    assert named(people(told, decided=joined), "Vi Văn Tấn") == ["abc"]
    parted: Settled[str, object] = Settled(apart=frozenset({frozenset((keys["a"], keys["b"]))}))
    assert named(people(told, decided=parted), "Vi Văn Tấn") == ["a", "b", "c"]
    both: Settled[str, object] = Settled(joined.one, parted.apart)
    assert sorted(named(people(told, decided=both), "Vi Văn Tấn")) == ["ac", "b"]


def test_who_was_taken_out_takes_nobody_along() -> None:
    told = people_of(*(article(f"8/{month}/2022", [HEAD]) for month in range(1, 6)))
    keys = {one.article_key: one for one in told if one.name == "Vi Văn Tấn"}
    for stays, out in ("ac", "ca", "ea", "ab"):
        decision = Decision("apart", (person_reference(keys[stays]), person_reference(keys[out])))
        found = named(people(told, decided=settle([decision], People(told).find)), "Vi Văn Tấn")
        assert sorted(found, key=len) == [out, "".join(sorted(set("abcde") - {out}))]


def test_what_was_joined_against_the_rules_goes_on_together() -> None:
    other = article("8/5/2022", [HEAD], place="huyện Định Hóa")
    told = people_of(article("8/5/2022", [HEAD]), other, article("8/5/2023", [HEAD]))
    keys = frozenset(one.key for one in told if one.name == "Vi Văn Tấn" and one.article_key in "ab")
    assert named(people(told, decided=Settled(one=(keys,))), "Vi Văn Tấn") == ["abc"]


def test_a_decision_joins_people_of_different_names() -> None:
    told = people_of(article("8/5/2022", [HEAD]), article("8/5/2023", ["đồng chí Vi Tấn - Chủ tịch UBND huyện"]))
    keys = frozenset(one.key for one in told if one.name.startswith("Vi "))
    decided: Settled[str, object] = Settled(one=(keys,))
    assert [len(one.appearances) for one in people(told, decided=decided) if one.name.startswith("Vi ")] == [2]


def test_a_place_of_the_highlands_may_be_spelled_in_several_ways() -> None:
    places = ("huyện Đắk Song", "huyện Đăk Song", "huyện Đak Song", "huyện Đắc Song")
    records = [
        article(f"8/{month}/2022", [HEAD], place=place, province="tỉnh Đắk Nông")
        for month, place in enumerate(places, 1)
    ]
    assert together("Vi Văn Tấn", *records) == ["abcd"]


def test_a_body_without_its_area_is_of_nobody_knows_where() -> None:
    told = [without_area(article("8/5/2022", [HEAD])), without_area(article("8/5/2023", [HEAD]))]
    assert together("Vi Văn Tấn", *told) == ["a", "b"]


def test_but_of_one_publisher_it_is_the_same() -> None:
    told = [without_area(article(day, [HEAD]), "Cổng thông tin huyện") for day in ("8/5/2022", "8/5/2023")]
    assert together("Vi Văn Tấn", *told) == ["ab"]
    other = without_area(article("8/5/2023", [HEAD]), "Báo tỉnh")
    assert together("Vi Văn Tấn", told[0], other) == ["a", "b"]


def test_a_given_name_alone_could_be_anybody() -> None:
    told = [replace(one, name="Tấn") for one in people_of(article("8/5/2022", [HEAD]), article("8/5/2022", [HEAD]))]
    assert len(people(told, {"a": "a", "b": "a"})) == len(told)


def test_the_order_of_articles_does_not_matter() -> None:
    records = [
        article(f"8/{month}/2022", [HEAD, "đồng chí Vi Văn Tấn - Phó Bí thư Huyện ủy"][month % 2 :])
        for month in range(1, 9)
    ]
    told = people_of(*records)
    wanted = people(told)
    for seed in range(5):
        mixed: list[Appearance] = list(told)
        Random(seed).shuffle(mixed)
        assert people(mixed) == wanted


def test_a_name_can_be_done_without_the_others() -> None:
    told = people_of(article("8/5/2022", [HEAD]), article("8/5/2023", [HEAD]))
    alone = people(one for one in told if one.name == "Vi Văn Tấn")
    assert alone == [one for one in people(told) if one.name == "Vi Văn Tấn"]


def test_the_work_grows_with_the_appearances_of_a_name_and_not_with_their_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    head = next(one for one in people_of(article("8/5/2022", [HEAD])) if one.name == "Vi Văn Tấn")
    compared: Counter[int] = Counter()
    can_be = Cluster.can_be
    size = 0

    def counting(self: Cluster, other: Cluster, slack: int) -> bool:
        compared[size] += 1
        return can_be(self, other, slack)

    monkeypatch.setattr(Cluster, "can_be", counting)
    for size in (300, 600):
        people(
            replace(
                head,
                article_key=f"{number}",
                day="2020-01-01",
                posts=(replace(head.posts[0], body=f"phong {number}"),),
            )
            for number in range(size)
        )
    assert 300 < compared[300] < compared[600] < 2.5 * compared[300]
