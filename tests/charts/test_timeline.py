"""Values by date stand where their day and their value put them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.charts.scale import month_starts, months_between, round_numbers
from tui.charts.stroke import plain, width
from tui.charts.timeline import Picture, Point, timeline
from tui.text.clean import Clean


def write(number: float) -> Clean:
    return Clean(f"{number:g}")


def drawn(picture: Picture) -> list[str]:
    return plain(picture.lines).splitlines()


def test_dots_rise_with_values_and_go_right_with_time() -> None:
    picture = timeline([Point("a", "2021-01-01", 10), Point("b", "2023-12-31", 20)], 60, 12, write)
    lines = drawn(picture)
    places = {line.index("•"): y for y, line in enumerate(lines) if "•" in line}
    (first, second) = sorted(places)
    assert places[first] > places[second]
    assert lines[places[first]].startswith("10 ┤") and lines[places[second]].startswith("20 ┤")
    assert first == 4 and second == 59


def test_few_values_are_joined_by_a_line_and_many_get_medians() -> None:
    few = timeline([Point("a", "2021-01-01", 10), Point("b", "2022-01-01", 20)], 60, 12, write)
    assert not few.medians and "·" in plain(few.lines)
    many = [Point(str(day), f"2021-02-{day:02}", value) for day, value in zip(range(1, 28), [1, 9, 5] * 9, strict=True)]
    picture = timeline(many, 40, 11, write)
    assert picture.medians
    bottom = len(picture.lines) - 2
    (middle,) = [y for y, line in enumerate(drawn(picture)[:bottom]) if "─" in line]
    assert drawn(picture)[0].startswith("10 ┤") and middle in (bottom // 2 - 1, bottom // 2)


def test_what_is_pointed_at_and_what_is_warned_of_has_its_own_sign() -> None:
    points = [Point("a", "2021-01-01", 10), Point("b", "2021-06-01", 15, warns=True), Point("c", "2021-12-01", 20)]
    text = plain(timeline(points, 60, 12, write, here="c").lines)
    assert text.count("◆") == text.count("!") == text.count("•") == 1


def test_several_values_in_one_place_are_one_larger_dot() -> None:
    points = [Point(str(number), "2021-01-01", 10) for number in range(5)] + [Point("z", "2022-01-01", 11)]
    text = plain(timeline(points, 60, 12, write).lines)
    assert text.count("●") == 1 and text.count("•") == 1


@pytest.mark.parametrize("size", [(5, 12), (60, 3), (0, 0)])
def test_where_there_is_no_room_nothing_is_drawn(size: tuple[int, int]) -> None:
    assert timeline([Point("a", "2021-01-01", 10)], *size, write).lines == []


@given(
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.floats(-1e12, 1e12)), min_size=1, max_size=40
    ),
    st.integers(0, 120),
    st.integers(0, 40),
)
def test_a_picture_has_the_size_that_is_asked_for(values: list[tuple[date, float]], wide: int, tall: int) -> None:
    points = [Point(str(number), day.isoformat(), value) for number, (day, value) in enumerate(values)]
    lines = timeline(points, wide, tall, write).lines
    assert len(lines) in (0, tall)
    assert all(width(line) <= wide for line in lines)


@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15), st.integers(3, 20))
def test_an_axis_holds_all_values_between_round_numbers(one: float, other: float, most: int) -> None:
    low, high = sorted((one, other))
    marks = round_numbers(low, high, most)
    assert 2 <= len(marks) <= most
    reach = (marks[-1] - marks[0]) * 1e-6
    assert marks[0] <= low + reach and marks[-1] >= high - reach


def test_an_axis_of_time_is_marked_at_the_beginnings_of_months_and_years() -> None:
    first, last = date(2021, 2, 3), date(2023, 11, 30)
    assert months_between(first, last, 4) == 12
    assert [*month_starts(first, last, 12)] == [date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1)]
    assert [*month_starts(date(2021, 5, 3), date(2021, 7, 1), 3)] == [date(2021, 4, 1), date(2021, 7, 1)]
