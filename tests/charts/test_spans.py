"""What lasts stands below its days, and what was often is higher."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.charts.spans import SMALLEST, Span, spans
from tui.charts.stroke import plain, width


def test_a_bar_reaches_from_its_first_day_to_its_last() -> None:
    drawn = spans([Span("2021-01-01", "2021-12-31"), Span("2022-01-01", "2023-12-31")], [], 36)
    assert drawn is not None
    first, second = (plain([bar]).rstrip() for bar in drawn.bars)
    assert (first.count("█"), second.count("█")) == (12, 24)
    assert first.startswith("█" * 12) and second.endswith("█" * 24)
    assert plain([drawn.foot[1]]).split() == ["2021", "2022", "2023"]


def test_a_single_day_takes_a_column() -> None:
    drawn = spans([Span("2022-06-15", "2022-06-15")], ["2021-01-01", "2023-12-31"], 36)
    assert drawn is not None and plain(drawn.bars).count("█") == 1


def test_more_on_one_day_stands_higher() -> None:
    drawn = spans([], ["2021-01-01", *["2023-12-31"] * 8], 24)
    assert drawn is not None
    often = plain([drawn.often]).rstrip()
    assert often[0] == "▁" and often[-1] == "█" and set(often[1:-1]) == {" "}


def test_without_room_or_days_nothing_is_drawn() -> None:
    assert spans([Span("2021-01-01", "2022-01-01")], [], SMALLEST - 1) is None
    assert spans([], [], 40) is None


def test_a_day_that_is_not_in_the_calendar_is_left_blank() -> None:
    drawn = spans([Span("2021-02-30", "2021-03-01")], ["2021-02-30", "2021-03-01"], 24)
    assert drawn is not None and "█" not in plain(drawn.bars)


@given(
    st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(0, 4000)), min_size=1, max_size=9),
    st.integers(0, 120),
)
def test_all_lines_are_as_wide_as_is_asked_for(some: list[tuple[date, int]], wide: int) -> None:
    lasting = [Span(first.isoformat(), date.fromordinal(first.toordinal() + more).isoformat()) for first, more in some]
    drawn = spans(lasting, [one.first for one in lasting], wide)
    lines = [*drawn.bars, drawn.often, *drawn.foot] if drawn else []
    assert {width(line) for line in lines} <= {wide}
    assert bool(lines) == (wide >= SMALLEST)
