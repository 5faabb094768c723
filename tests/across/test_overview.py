"""A library seen as one: what decisions change in it, what a person's page lists, and what reasons are called."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.across.telling import article
from tui.across.comparison import Aspect
from tui.across.decided import Decision
from tui.across.events import Aspect as EventAspect
from tui.across.events import Event
from tui.across.overview import Overview, Verdicts
from tui.across.page import items
from tui.across.parts import parts
from tui.across.references import article_reference, person_reference
from tui.across.suggestions import Kind, Reason
from tui.across.wording import aspect_said, reason_said
from tui.model import Record

HEAD = "đồng chí Vi Văn Tấn - Chủ tịch UBND huyện"
REPORT = (
    "Báo cáo tại buổi giám sát, đồng chí Vi Văn Tấn - Chủ tịch UBND huyện cho biết, năm 2023, huyện đã tiếp nhận 1.250 "
    "hồ sơ.\n\nKết luận buổi giám sát, đồng chí Lò Quý Khánh đề nghị UBND huyện rà soát quy hoạch mạng lưới chợ."
)
RECORDS = {
    "a": article("8/5/2024", [HEAD], more=REPORT),
    "b": article("8/5/2024", [HEAD]),
    "c": article("9/6/2024", [HEAD], place="huyện Định Hóa"),
}


def seen(verdicts: Verdicts | None = None) -> Overview:
    return Overview((parts(key, record) for key, record in RECORDS.items()), verdicts)


def test_articles_about_one_session_count_once_for_its_people() -> None:
    overview = seen()
    assert [event.articles for event in overview.events] == [("a", "b"), ("c",)]
    chair = next(one for one in overview.people if one.name == "Lò Quý Khánh")
    assert (chair.sessions, len(chair.appearances)) == (2, 3)
    within = overview.within(chair, {"a", "b"})
    assert within is not None and within.sessions == 1
    assert overview.within(chair, {"z"}) is None


def test_decisions_are_found_in_what_is_seen() -> None:
    told = {one.key: one for one in seen().appearances if one.name == "Vi Văn Tấn"}
    here, there = (next(one for one in told.values() if one.article_key == key) for key in "ac")
    accounts = {one.article_key: one for one in seen().accounts}
    verdicts = Verdicts(
        people=[Decision("one", (person_reference(here), person_reference(there)))],
        events=[Decision("apart", (article_reference(accounts["a"]), article_reference(accounts["b"])))],
    )
    overview = seen(verdicts)
    assert overview.person_of[here.key] is overview.person_of[there.key]
    assert [event.articles for event in overview.events] == [("a",), ("b",), ("c",)]
    assert (overview.about_events.set_aside, overview.about_people.set_aside) == ((), ())


def test_suggestions_lead_to_both_people_until_something_is_decided() -> None:
    overview = seen()
    pair = [one for one in overview.people if one.name == "Vi Văn Tấn"]
    assert len(pair) == 2
    assert overview.suggestions[pair[0].key] == overview.suggestions[pair[1].key] != []


def test_a_page_lists_what_a_person_said_and_asked_with_its_place() -> None:
    overview = seen()
    found = {
        one.name: [item.kind for item in items(one, RECORDS["a"])]
        for one in overview.appearances
        if one.article_key == "a"
    }
    assert found == {"Vi Văn Tấn": ["said", "body was asked"], "Lò Quý Khánh": ["asked"]}
    asked = next(item for one in overview.appearances for item in items(one, RECORDS["a"]) if item.kind == "asked")
    assert words(RECORDS["a"], asked.span) == "rà soát quy hoạch mạng lưới chợ"


def words(record: Record, span: tuple[int, int]) -> str:
    return next(one.action.exact for one in record.requests if (one.action.start, one.action.end) == span)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_reason_can_be_said(kind: Kind) -> None:
    said = reason_said(Reason(kind, ("Vi Văn Tấn", "Vi Văn Tân")))
    assert said and "{" not in said


@pytest.mark.parametrize("aspect", [*get_args(Aspect), *get_args(EventAspect)])
def test_every_difference_can_be_said(aspect: Aspect | EventAspect) -> None:
    assert aspect_said(aspect)


def test_an_article_that_is_gone_says_nothing_beside_those_that_are_there() -> None:
    overview = seen()
    (session,) = [event for event in overview.events if "a" in event.articles]
    gone = Event((*session.articles, "gone"))
    assert overview.compare(gone) == overview.compare(session)
