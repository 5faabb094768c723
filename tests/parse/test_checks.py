"""Checks: the arithmetic of a text's figures, and which numbers contradict each other."""

from __future__ import annotations

import msgspec
import pytest

from tests.parse.figure_text import SESSION, figures_in
from tui.model import Article, Check, DatePublished, Event, Selector
from tui.parse.checks import find

EVENT = Event(
    classification=None, classification_selector=None, name_selector=None, short_name_selector=None,
    start_date=SESSION, part_of_day=None, date_selector=None, organizer_id=None, delegation_id=None,
    delegation_selector=None, supervised_area_ids=(), location=None, location_selector=None, chair_id=None,
    chair_selector=None, also_called=(), admin_era="three-level",
)  # fmt: skip
ARTICLE = Article(
    headline=None, date_published=None, author=(), publisher=None, url=None, in_language="vi", end_mark=None
)


def checks_of(text: str) -> tuple[Check, ...]:
    """Return the checks of a text's figures."""
    found = figures_in(text)
    return find(found.figures, found.periods, ARTICLE, EVENT)


def results(text: str, rule: str) -> list[tuple[tuple[str, ...], str]]:
    """Return the figures, by their words, and the result of each check by a rule."""
    words = {figure.id: figure.selector.exact for figure in figures_in(text).figures}
    return [
        (tuple(words[one] for one in check.figures), check.result) for check in checks_of(text) if check.rule == rule
    ]


@pytest.mark.parametrize(
    ("text", "computed", "result"),
    [
        ("Xã giải quyết 26/46 đơn, đạt tỷ lệ 57%.", 56.52, "ok"),
        ("Xã giải quyết 17/19 đơn, đạt tỷ lệ 92%.", 89.47, "failed"),
        ("Xã giải quyết 26/46 đơn, đạt tỷ lệ 56,52%.", 56.52, "ok"),
        ("Xã giải quyết 26/46 đơn, đạt tỷ lệ 56,6%.", 56.52, "failed"),
        ("Xã giải quyết 26/46 đơn (56,5%).", 56.52, "ok"),
        ("Trong số 26 đơn, xã giải quyết 22 đơn, chiếm 84,61%.", 84.62, "failed"),
        ("Trong số 26 đơn, xã giải quyết 22 đơn, chiếm 84,62%.", 84.62, "ok"),
    ],
)
def test_a_share_agrees_with_its_percentage_within_half_a_unit_of_the_last_digit(
    text: str, computed: float, result: str
) -> None:
    (check,) = [check for check in checks_of(text) if check.stated is not None and check.computed is not None]
    assert (check.rule, check.computed, check.result) == (
        "The share agrees with the stated percentage",
        computed,
        result,
    )


def test_a_part_of_things_is_not_greater_than_their_whole() -> None:
    rule = "The part is not greater than the whole"
    assert results("Có 18/18 thôn và 20/18 tổ; trồng 13,2 ha/12 ha rừng; chi 25/20 tỷ đồng.", rule) == [
        (("18/18 thôn",), "ok"), (("20/18 tổ",), "failed")
    ]  # fmt: skip


def test_a_rank_is_within_its_total_and_so_is_the_one_before_a_change() -> None:
    text = "Năm 2023, chỉ số tăng 10 bậc, đứng thứ 13/30 huyện. Chỉ số khác xếp thứ 35/30."
    assert results(text, "The rank is within the total") == [
        (("thứ 13/30 huyện",), "ok"), (("thứ 35/30",), "failed")
    ]  # fmt: skip
    rule = "The rank before the change is within the total"
    assert results(text, rule) == [(("tăng 10 bậc", "thứ 13/30 huyện"), "ok")]
    assert results("Chỉ số tăng 20 bậc, đứng thứ 13/30 huyện.", rule)[0][1] == "failed"


def test_a_share_of_a_whole_is_between_0_and_100_percent() -> None:
    rule = "A share of a whole is between 0 and 100%"
    assert results("Có 50 hồ sơ, 98% các hồ sơ đúng hạn; thu đạt 105% kế hoạch.", rule) == [(("98%",), "ok")]
    assert results("Có 50 hồ sơ, 108% các hồ sơ đúng hạn.", rule) == [(("108%",), "failed")]


def test_parts_add_up_to_their_whole_or_overlap() -> None:
    rule = "The parts add up to the whole"
    assert results("Có 84 đơn, trong đó 76 đơn mới, 03 đơn cũ và 05 đơn khác.", rule)[0][1] == "ok"
    assert results("Có 84 đơn, trong đó 76 đơn mới, 05 đơn cũ và 05 đơn khác.", rule)[0][1] == "failed"
    assert results("Có 84 đơn, trong đó 6 đơn mới và 05 đơn khác.", rule) == []
    assert results("Có 84 người, trong đó 50 người nữ và 60 người trẻ.", rule) == []


def test_shares_of_the_same_administrative_units_have_one_denominator() -> None:
    rule = "Shares of the same units have the same denominator"
    assert results("Có 18/18 xã, thị trấn đạt chuẩn; 15/18 xã, thị trấn có chợ.", rule)[0][1] == "ok"
    assert results("Có 18/18 xã đạt chuẩn; 15/17 xã có chợ.", rule)[0][1] == "failed"
    assert results("Có 5/10 đơn của xã và 15/17 đơn của huyện.", rule) == []


@pytest.mark.parametrize(("published", "result"), [("2024-05-09T17:33:00+07:00", "ok"), ("2024-05-07", "failed")])
def test_an_article_is_not_older_than_its_event(published: str, result: str) -> None:
    selector = Selector(exact=published, start=0, end=len(published))
    article = msgspec.structs.replace(ARTICLE, date_published=DatePublished(value=published, selector=selector))
    (check,) = find((), (), article, EVENT)
    assert (check.id, check.figures, check.result) == ("C1", (), result)
    assert find((), (), article, msgspec.structs.replace(EVENT, start_date="--05-08")) == ()


def test_checks_are_numbered_in_the_order_of_their_figures() -> None:
    found = checks_of("Có 18/18 thôn và 3/5 chợ, đạt 60%.")
    assert [check.id for check in found] == [f"C{number}" for number in range(1, len(found) + 1)]
    assert [check.figures[0] for check in found] == sorted(check.figures[0] for check in found)
