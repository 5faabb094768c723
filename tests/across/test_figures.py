"""Figures of many articles: what can be compared, what lies far off, and where two articles say otherwise."""

from __future__ import annotations

from collections import defaultdict

import pytest
from msgspec.structs import replace

from tests.across.telling import article, people_of
from tests.generated.library import Made, made
from tui.across.agreement import agree
from tui.across.comparison import compare_figures, compare_people, contradictions
from tui.across.decided import Settled, settle
from tui.across.measure import Measure, measures, subject_key
from tui.across.references import Figures, series_reference
from tui.across.series import Series, like, outliers, series

PERCENT = Measure(
    article_key="a", figure_id="F1", kind="percentage", unit="%", subject=("hạn", "đúng"), value=90.0, value_to=None,
    step=1.0, hedge=None, fraction=None, start=None, end=None, day="2024-05-08", place="huyện Phú Bình", where=None,
    written="90%", about="đúng hạn", speaker=None, span=(0, 3), failed=False,
)  # fmt: skip
COUNT = replace(PERCENT, kind="count", unit="hồ sơ", subject=("nhận", "tiếp"), written="90 hồ sơ", about="tiếp nhận")
REPORT = (
    "Báo cáo tại buổi giám sát, đồng chí Vi Văn Tấn - Chủ tịch UBND huyện cho biết, năm 2023, huyện đã tiếp nhận "
    "{received} hồ sơ; {ratio} xã, thị trấn đạt chuẩn nông thôn mới."
)


@pytest.fixture(scope="module")
def library() -> list[Made]:
    return list(made(400, lived=True))


def told(library: list[Made]) -> list[Measure]:
    return [one for each in library for one in measures(each.path, each.record)]


def test_every_district_is_in_the_series_of_one_subject(library: list[Made]) -> None:
    on_time = next(one for one in series(told(library)) if one.kind == "percentage")
    assert len(on_time.measures) == len(library)
    assert {one.key: one.value for one in on_time.measures} == {
        f"{each.path}:{figure.id}": each.truth.on_time
        for each in library
        for figure in each.record.figures
        if figure.kind == "percentage"
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hồ sơ giải quyết đúng hạn", "Tỷ lệ hồ sơ được giải quyết đúng hạn"),
        ("thu ngân sách trên địa bàn huyện", "Tổng thu ngân sách"),
        ("hoà giải thành", "hòa giải thành"),
    ],
)
def test_words_that_say_nothing_make_no_other_subject(one: str, other: str) -> None:
    assert subject_key(one, "%") == subject_key(other, "%")


def test_a_word_that_says_something_does() -> None:
    assert subject_key("hồ sơ giải quyết đúng hạn", "%") != subject_key("hồ sơ giải quyết quá hạn", "%")


def test_names_of_the_article_s_own_places_say_where_and_not_what() -> None:
    here = article("8/5/2024", more=REPORT.format(received="1.250", ratio="12/20"))
    there = article("9/5/2024", place="huyện Định Hóa", more=REPORT.format(received="980", ratio="8/22"))
    found = series([*measures("a", here), *measures("b", there)])
    assert [[one.value for one in each.measures] for each in found if each.kind == "count"] == [[1250, 980]]


def test_a_figure_of_which_nobody_says_what_it_counts_is_compared_with_none() -> None:
    assert series([replace(COUNT, subject=())]) == []


def test_the_reader_joins_series_and_takes_figures_out() -> None:
    said = [COUNT, replace(COUNT, article_key="b"), replace(COUNT, article_key="c", subject=("thu",), about="thu")]
    joined: Settled[str, object] = Settled(one=(frozenset((COUNT.series_key, said[2].series_key)),))
    assert [len(one.measures) for one in series(said, joined)] == [3]
    out: Settled[str, object] = Settled(apart=frozenset({frozenset((COUNT.series_key, said[1].key))}))
    assert [len(one.measures) for one in series(said, out)] == [1, 1, 1]
    moved: Settled[str, object] = Settled(one=(frozenset((COUNT.series_key, said[2].key)),))
    assert [len(one.measures) for one in series(said, moved)] == [3]


def test_what_a_decision_calls_a_series_or_a_figure_is_found_again() -> None:
    said = [COUNT, replace(COUNT, article_key="b")]
    known = Figures(said)
    assert known.find(series_reference(COUNT)) == [COUNT.series_key]
    assert known.find(series_reference(said[1], alone=True)) == [said[1].key]
    assert settle([], known.find).one == ()


def test_like_series_are_offered_once() -> None:
    other = replace(COUNT, article_key="b", subject=("mới", "nhận", "tiếp"), about="tiếp nhận mới")
    third = replace(COUNT, article_key="c", subject=("thu",), about="thu")
    found = list(like(series([COUNT, other, third])))
    assert [({one.about, another.about}, round(share, 2)) for one, another, share in found] == [
        ({"tiếp nhận", "tiếp nhận mới"}, 0.67)
    ]


def numbers(*values: float, kind: str = "percentage") -> Series:
    """Return a series of some numbers, each of an article of its own."""
    some = [replace(PERCENT, kind=kind, article_key=f"{place:02}", value=value) for place, value in enumerate(values)]
    return series(some)[0]


def test_a_figure_far_from_the_others_is_marked() -> None:
    assert outliers(numbers(97, 98, 96, 97.5, 98.5, 99, 97, 9.7)) == {"07:F1"}
    assert outliers(numbers(97, 98, 96, 97.5, 98.5, 99, 97, 95)) == frozenset()
    assert outliers(numbers(97, 98, 9.7)) == frozenset()


def test_counts_are_compared_by_how_many_times_larger_they_are() -> None:
    counts = (400, 900, 1500, 3000, 7000, 15000, 40000, 90000)
    assert outliers(numbers(*counts, kind="count")) == frozenset()
    assert outliers(numbers(*counts, 9_000_000_000, kind="count")) == {"08:F1"}


def test_equal_numbers_have_no_outlier() -> None:
    assert outliers(numbers(*[100.0] * 9)) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (replace(PERCENT, value=87), replace(PERCENT, value=87.3, step=0.1), True),
        (replace(PERCENT, value=87), replace(PERCENT, value=87.8, step=0.1), False),
        (replace(COUNT, value=1200, step=100, hedge="hơn"), replace(COUNT, value=1234), True),
        (replace(COUNT, value=1200), replace(COUNT, value=1234), False),
        (replace(COUNT, value=1200, value_to=1300), replace(COUNT, value=1234), True),
        (
            replace(COUNT, kind="money", value=1.2e12, step=1e11),
            replace(COUNT, kind="money", value=1.234e12, step=1e9),
            True,
        ),
        (replace(COUNT, kind="ratio", fraction=(26, 46)), replace(COUNT, kind="ratio", fraction=(13, 23)), False),
    ],
)
def test_numbers_agree_as_far_as_they_are_rounded(one: Measure, other: Measure, same: bool) -> None:
    assert agree(one, other) is agree(other, one) is same


def test_two_articles_about_one_session_are_held_against_each_other(library: list[Made]) -> None:
    by_event: dict[int, list[Made]] = defaultdict(list)
    for one in library:
        by_event[one.truth.event].append(one)
    events = {one.path: str(event) for event, pair in by_event.items() if len(pair) > 1 for one in pair}
    wrong = {
        str(event)
        for event, pair in by_event.items()
        if len({figure.value for one in pair for figure in one.record.figures if figure.subject == "hồ sơ tiếp nhận"})
        > 1
    }
    found = [pair for pair in contradictions(told(library), events) if pair[0].about == "hồ sơ tiếp nhận"]
    assert len(wrong) > 3
    assert sorted(events[one.article_key] for one, _ in found) == sorted(wrong)


def test_a_comparison_says_which_figures_differ_and_which_stand_in_one_article() -> None:
    one = article("8/5/2024", more=REPORT.format(received="1.250", ratio="12/20"))
    other = article("8/5/2024", more=REPORT.format(received="1.260", ratio="12/20") + " Có 45 điểm chợ.")
    rows = compare_figures([*measures("a", one), *measures("b", other)], ["a", "b"])
    assert [(row.verdict, sorted(row.by_article)) for row in rows] == [
        ("differ", ["a", "b"]),
        ("only", ["b"]),
        ("agree", ["a", "b"]),
    ]


def test_a_comparison_says_who_is_in_one_article_only_and_in_what_they_differ() -> None:
    here = article("8/5/2024", ["đồng chí Vi Văn Tấn - Chủ tịch UBND huyện", "đồng chí Nông Thị Hoa - Bí thư Huyện ủy"])
    there = article("8/5/2024", ["đồng chí Vi Văn Tấn - Phó Chủ tịch HĐND huyện"])
    rows = {one.name: (one.verdict, one.differ) for one in compare_people(people_of(here, there), ["a", "b"])}
    assert rows == {
        "Vi Văn Tấn": ("differ", ("role",)),
        "Nông Thị Hoa": ("only", ()),
        "Lò Quý Khánh": ("agree", ()),
    }


def test_hundreds_of_equal_figures_are_compared_in_linear_time() -> None:
    crowd = [replace(COUNT, article_key=key, figure_id=f"F{number}") for key in "ab" for number in range(3000)]
    assert len(compare_figures(crowd, ["a", "b"])) >= 3000
