"""Bars and stacks can be compared, in any width and without colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.charts.bars import Bar, bars
from tui.charts.stacks import Kind, Stack, key, stacks
from tui.charts.stroke import Line, plain, width
from tui.text.clean import Clean

KINDS = [
    Kind(Clean("open"), "█", "figure"),
    Kind(Clean("answered"), "▓", "accent"),
    Kind(Clean("done"), "▒", "person"),
]


def bar(name: str, value: float, written: str = "", **more: Clean) -> Bar:
    return Bar(name, Clean(name), value, Clean(written or f"{value:g}"), **more)


def drawn(lines: list[Line]) -> list[str]:
    return plain(lines).splitlines()


def test_bars_are_as_long_as_their_values_are_large() -> None:
    (full, half, nothing) = drawn(bars([bar("a", 100), bar("b", 50), bar("c", 0)], 26, 100))
    assert full == "a 100 ━━━━━━━━━━━━━━━━━━━━"
    assert half == "b  50 ━━━━━━━━━━··········"
    assert nothing == "c   0 ····················"


def test_without_a_whole_the_largest_value_fills_its_bar() -> None:
    (first, second) = drawn(bars([bar("a", 4), bar("b", 1)], 24))
    assert first.count("━") == 20 and second.count("━") == 5


def test_values_below_nothing_go_the_other_way_from_one_line() -> None:
    lines = drawn(bars([bar("a", 10), bar("b", -10), bar("c", -5)], 30))
    zeros = [line.index("│") for line in lines]
    assert len(set(zeros)) == 1
    assert "━" in lines[0][zeros[0] :] and "━" not in lines[0][: zeros[0]]
    assert lines[1][: zeros[1]].count("━") == 2 * lines[2][: zeros[2]].count("━") + (lines[2].count("╺") and 1)


def test_long_names_are_cut_so_that_there_is_room_for_bars() -> None:
    lines = drawn(bars([bar("huyện có một cái tên rất dài", 3), bar("quận 3", 1)], 36))
    assert "…" in lines[0] and lines[0].count("━") >= 8
    assert {line.index("━") for line in lines} == {lines[0].index("━")}


def test_where_there_is_no_room_for_a_bar_the_number_stays() -> None:
    (line,) = drawn(bars([bar("thành phố", 87.5, "87,5")], 14))
    assert line == "thành pho… 87,5" or (line.endswith("87,5") and "━" not in line)


def test_a_note_stands_behind_the_bar_where_there_is_room_and_a_warning_always() -> None:
    one = [bar("a", 1, note=Clean("6 figures"), warning=Clean("!"))]
    (wide,), (narrow,) = drawn(bars(one, 80)), drawn(bars(one, 30))
    assert wide.endswith("━ !  6 figures")
    assert narrow.endswith("━ !")


@given(
    st.lists(st.tuples(st.text(max_size=30), st.floats(-1e9, 1e9)), max_size=8),
    st.integers(1, 120),
)
def test_no_line_of_bars_is_wider_than_it_may_be(values: list[tuple[str, float]], size: int) -> None:
    given_bars = [bar(str(number), value, "1") for number, (_, value) in enumerate(values)]
    assert all(width(line) <= max(size, 3) for line in bars(given_bars, size))


def test_a_stack_is_made_of_its_kinds_in_their_characters() -> None:
    lines = drawn(stacks([Stack("a", Clean("a"), (8, 8, 4)), Stack("b", Clean("b"), (0, 10, 0))], KINDS, 25))
    assert lines == ["a 20 ████████▓▓▓▓▓▓▓▓▒▒▒▒", "b 10 ▓▓▓▓▓▓▓▓▓▓"]


def test_the_smallest_part_is_seen() -> None:
    (line,) = drawn(stacks([Stack("a", Clean("a"), (500, 1, 1))], KINDS, 26))
    assert line.count("▓") == line.count("▒") == 1 and line.count("█") == 18


@given(st.lists(st.integers(0, 1000), min_size=3, max_size=3), st.integers(20, 100))
def test_a_stack_fills_what_its_total_stands_for(counts: list[int], size: int) -> None:
    (line,) = drawn(stacks([Stack("a", Clean("a"), counts)], KINDS, size))
    signs = [line.count(kind.sign) for kind in KINDS]
    assert sum(signs) == (min(size - 3 - len(str(sum(counts))), 60) if sum(counts) else 0)
    assert all(bool(sign) == bool(count) for sign, count in zip(signs, counts, strict=True))


@pytest.mark.parametrize(("size", "lines"), [(60, 1), (20, 3)])
def test_the_key_names_each_kind_with_its_count_over_as_many_lines_as_it_takes(size: int, lines: int) -> None:
    told = drawn(key(KINDS, [17, 4, 5], size))
    assert len(told) == lines
    assert "   ".join(told) == "██ open 17   ▓▓ answered 4   ▒▒ done 5"
