"""Any text at all gives figures whose places hold, whose ids lead somewhere, and in time that grows with its length."""

from __future__ import annotations

import sys
from itertools import pairwise
from types import FrameType
from typing import Any, get_args

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.figure_text import figures_in
from tests.parse.test_checks import ARTICLE, EVENT
from tui.model import Figure, FigureKind, Selector
from tui.parse.checks import find
from tui.parse.figures import Figures

WORDS: list[str] = """
tăng giảm đạt thứ số năm tháng ngày quý từ đến lên trên tổng trong đó gồm và hơn gần khoảng % / - – , . ; : ( ) “ ”
tỷ triệu nghìn đồng ha m2 km hộ xã thị trấn hồ sơ lần bậc điểm phần trăm so với cùng kỳ Năm Giai đoạn nay Huyện 5K
1 2 05 12,5 12.5 233.250 2021 2024 26/46 13/30 5/7 20.7 17:33 7h30 1.2.3 1,000 99999999999999999999 Ảnh cho1.250
""".split()  # noqa: SIM905
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
ANY = st.one_of(st.text(max_size=200), SENTENCES, st.lists(st.sampled_from(WORDS), max_size=40).map("".join))


def selectors(figure: Figure) -> list[Selector]:
    """Return all places of a figure."""
    places = [figure.selector, figure.number_selector, figure.subject_selector]
    return [place for place in places if place is not None]


@given(ANY)
def test_every_place_holds_and_every_reference_leads_somewhere(text: str) -> None:
    found = figures_in(text)
    for place in [one for figure in found.figures for one in selectors(figure)] + [
        one.selector for one in found.periods
    ]:
        assert 0 <= place.start < place.end <= len(text)
        assert text[place.start : place.end] == place.exact
    figures = {figure.id for figure in found.figures}
    periods = {period.id for period in found.periods}
    for figure in found.figures:
        assert {figure.of, figure.restates} <= figures | {None}
        assert {figure.period_id, figure.baseline_period_id} <= periods | {None}
        assert figure.kind in get_args(FigureKind)
        assert (figure.kind == "ratio") == (figure.numerator is not None)
        assert figure.number_selector.start >= figure.selector.start
        assert any(character.isdigit() for character in figure.number_selector.exact)


@given(ANY)
def test_figures_stand_in_the_order_of_the_text_and_share_no_digit(text: str) -> None:
    numbers = [figure.number_selector for figure in figures_in(text).figures]
    assert all(one.end <= other.start for one, other in pairwise(numbers))


@given(ANY)
def test_figures_survive_json_and_any_figures_can_be_checked(text: str) -> None:
    found = figures_in(text)
    assert msgspec.json.decode(msgspec.json.encode(list(found.figures)), type=tuple[Figure, ...]) == found.figures
    figures = {figure.id for figure in found.figures}
    for check in find(found.figures, found.periods, ARTICLE, EVENT):
        assert set(check.figures) <= figures


def steps(text: str) -> int:
    """Return how many lines of Python the search for figures runs."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        figures_in(text, whole=True)
    finally:
        sys.settrace(before)
    return count


def test_the_work_grows_with_the_length_of_a_paragraph() -> None:
    figures_in("5 hộ", whole=True)
    for piece in ("trong đó 5 xã, ", "năm 2020, tăng 5% so với năm 2019, ", "1 ", "5/7-", "từ 5 đến ", "1 tỷ 2 triệu "):
        short, long = steps(piece * 60), steps(piece * 240)
        assert long < 6 * short, piece


def test_an_empty_text_has_no_figures() -> None:
    assert figures_in("") == Figures((), ())
