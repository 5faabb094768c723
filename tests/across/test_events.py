"""Which articles report one session, and which do not."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from msgspec.structs import replace

from tests.across.telling import accounts_of, article
from tui.across import events as module
from tui.across.account import Account
from tui.across.decided import Settled
from tui.across.events import events, numbered, unsure
from tui.model import Record

LAND = "Việc quản lý, sử dụng đất công"


def together(*records: Record) -> list[str]:
    """Return the articles of each event, joined."""
    return ["".join(event.articles) for event in events(accounts_of(*records))]


def test_one_day_one_council_one_district_is_one_session() -> None:
    assert together(article("8/5/2024"), article("8/5/2024"), article("9/5/2024")) == ["ab", "c"]


def test_the_theme_alone_joins_nothing() -> None:
    assert together(article("8/5/2024"), article("8/5/2024", place="huyện Định Hóa")) == ["a", "b"]
    other = article("8/5/2024", place="huyện Phú Bình", province="tỉnh Bắc Giang")
    assert together(article("8/5/2024"), other) == ["a", "b"]


def test_an_article_without_a_day_is_a_session_of_its_own() -> None:
    told = [replace(one, day=None) for one in accounts_of(article("8/5/2024"), article("8/5/2024"))]
    assert len(events(told)) == 2


def test_two_delegations_of_one_council_hold_two_sessions() -> None:
    first, second = "Đoàn giám sát số 1 của HĐND", "Đoàn giám sát số 2 của HĐND"
    assert together(article("8/5/2024", team=first), article("8/5/2024", team=second)) == ["a", "b"]
    one, two = "Đoàn giám sát của Ban Pháp chế HĐND", "Đoàn giám sát của Ban Kinh tế - Ngân sách HĐND"
    assert together(article("8/5/2024", team=one), article("8/5/2024", team=two)) == ["a", "b"]


def test_another_matter_is_another_session() -> None:
    assert together(article("8/5/2024"), article("8/5/2024", theme=LAND)) == ["a", "b"]


def test_a_matter_may_be_worded_otherwise() -> None:
    shorter = article("8/5/2024", theme="Quản lý chợ trên địa bàn huyện giai đoạn 2021 - 2023")
    assert together(article("8/5/2024"), shorter) == ["ab"]


def test_morning_and_afternoon_are_two_only_if_more_differs() -> None:
    chair = "đồng chí Lê Bá Tân - Trưởng Ban Pháp chế HĐND tỉnh"
    assert together(article("8/5/2024"), article("8/5/2024", part="Chiều")) == ["ab"]
    assert together(article("8/5/2024"), article("8/5/2024", part="Chiều", chair=chair)) == ["a", "b"]


def test_a_third_article_does_not_join_what_differs() -> None:
    first, second = "Đoàn giám sát số 1 của HĐND", "Đoàn giám sát số 2 của HĐND"
    vague = article("8/5/2024")
    found = together(article("8/5/2024", team=first), article("8/5/2024", team=second), vague)
    assert len(found) == 2 and not any({"a", "b"} <= set(event) for event in found)


def test_sessions_are_one_or_two_as_was_decided() -> None:
    told = accounts_of(article("8/5/2024"), article("8/5/2024"), article("9/5/2024", place="huyện Định Hóa"))
    parted: Settled[str, object] = Settled(apart=frozenset({frozenset("ab")}))
    assert [event.articles for event in events(told, parted)] == [("a",), ("b",), ("c",)]
    joined: Settled[str, object] = Settled(one=(frozenset("ac"),))
    assert [event.articles for event in events(told, joined)] == [("a", "b", "c")]


def test_an_article_that_was_taken_out_takes_none_along() -> None:
    told = accounts_of(*[article("8/5/2024")] * 4)
    for stays, out in ("ac", "da", "ab"):
        decided: Settled[str, object] = Settled(apart=frozenset({frozenset(stays + out)}), taken_out=frozenset(out))
        found = sorted(("".join(event.articles) for event in events(told, decided)), key=len)
        assert found == [out, "".join(sorted(set("abcd") - {out}))]


def test_only_articles_of_several_about_one_session_are_numbered() -> None:
    found = events(accounts_of(article("8/5/2024"), article("8/5/2024"), article("9/5/2024")))
    assert numbered(found) == {"a": "a", "b": "a"}


def test_what_is_kept_apart_for_its_matter_alone_is_offered() -> None:
    told = accounts_of(article("8/5/2024"), article("8/5/2024", theme=LAND), article("8/5/2024", theme=LAND))
    assert [(one, other, like.differ) for one, other, like in unsure(told)] == [
        ("a", "b", ("theme",)),
        ("a", "c", ("theme",)),
    ]
    decided: Settled[str, object] = Settled(apart=frozenset({frozenset("ab"), frozenset("ac")}))
    assert list(unsure(told, decided)) == []


def test_the_order_of_articles_does_not_matter() -> None:
    told = accounts_of(*(article("8/5/2024", theme=theme) for theme in (LAND, "Công tác quản lý chợ") * 3))
    mixed: list[Account] = list(told)
    for seed in range(5):
        Random(seed).shuffle(mixed)
        assert events(mixed) == events(told)


def test_the_work_grows_with_the_articles_of_a_day_and_place_and_not_with_their_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = accounts_of(article("8/5/2024"))[0]
    compared: Counter[int] = Counter()
    compare = module.likeness
    size = 0

    def counting(first: Account, second: Account) -> module.Likeness | None:
        compared[size] += 1
        return compare(first, second)

    monkeypatch.setattr(module, "likeness", counting)
    for size in (400, 800):
        events(replace(one, article_key=f"{number:05}", team=f"{number % 90}") for number in range(size))
    assert 400 < compared[400] < compared[800] < 2.5 * compared[400]
