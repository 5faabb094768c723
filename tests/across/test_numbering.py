"""Numbers of people last as long as the people do."""

from __future__ import annotations

from msgspec.structs import replace

from tests.across.telling import article, people_of
from tui.across.decided import Settled
from tui.across.identity import people
from tui.across.numbering import numbers

HEAD = "đồng chí Vi Văn Tấn - Chủ tịch UBND huyện"


def test_who_is_new_gets_a_free_number_and_the_others_keep_theirs() -> None:
    told = [
        one for one in people_of(article("8/5/2023", [HEAD]), article("8/5/2024", [HEAD])) if one.name == "Vi Văn Tấn"
    ]
    first = people(told)
    assert numbers(first, {}, 7) == [7]
    before = dict.fromkeys((one.key for one in told), 7)
    parted: Settled[str, object] = Settled(apart=frozenset({frozenset(before)}))
    assert sorted(numbers(people(told, decided=parted), before, 8)) == [7, 8]


def test_when_two_become_one_the_larger_part_gives_its_number() -> None:
    told = [
        one
        for day in ("1/5/2023", "1/6/2023", "1/7/2023")
        for one in people_of(article(day, [HEAD]))
        if one.name == "Vi Văn Tấn"
    ]
    keyed = [replace(one, article_key=f"{place}") for place, one in enumerate(told)]
    before = {keyed[0].key: 3, keyed[1].key: 4, keyed[2].key: 4}
    assert numbers(people(keyed), before, 9) == [4]
