"""What charts of a library show: the latest figure of each place, requests by addressee and state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.tables.library import DINH_HOA, MONEY, PHU_BINH, PLAN, VO_NHAI, opened
from tui import messages
from tui.library import Library
from tui.library.overview import Across
from tui.library.userdata import UserData
from tui.tables import figure_charts, request_charts
from tui.tables.figures import FigureTable
from tui.tables.kept import kept_of
from tui.tables.requests import RequestTable

TODAY = date(2026, 11, 24)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    messages.use("en")
    library = opened(tmp_path / "shelf")
    yield library
    library.close()


def figures(library: Library) -> FigureTable:
    return FigureTable(Across(library).overview(), {one.article_key: one for one in library.entries()}, {})


def requests(library: Library, user: UserData) -> RequestTable:
    entries = {one.article_key: one for one in library.entries()}
    return RequestTable(Across(library).overview().asked, entries, kept_of(library, user, "requests"), TODAY)


def chart_of(table: FigureTable, query: str) -> figure_charts.Charted:
    shown = table.listed(query, "date", falls=True).ids
    chart = figure_charts.charted(table.seen, shown[0], frozenset(shown))
    assert chart is not None
    return chart


def test_places_stand_in_the_order_of_their_latest_figure(library: Library) -> None:
    bars = figure_charts.by_place(chart_of(figures(library), "dung han kind:percentage"))
    assert [(bar.name, bar.written) for bar in bars] == [(DINH_HOA, "97.5"), (PHU_BINH, "95.7"), (VO_NHAI, "84.0")]
    assert "2 figures, 91.2 – 95.7" in bars[1].note


def test_a_chart_has_the_figures_that_the_table_shows(library: Library) -> None:
    table = figures(library)
    assert len(chart_of(table, "dung han kind:percentage").measures) == 4
    assert [bar.written for bar in figure_charts.by_place(chart_of(table, "dung han kind:percentage year:2023"))] == [
        "97.5",
        "91.2",
        "84.0",
    ]


def test_figures_of_a_series_are_listed_under_what_they_count(library: Library) -> None:
    found = figures(library).listed("kind:percentage", "value", falls=True, under="series")
    assert list(found.headings.values()) == ["giải quyết đúng hạn (%) · 4"]
    values = [figures(library).measure(key).value for key in found.ids if key]
    assert values == sorted(values, reverse=True)


def test_requests_are_counted_by_addressee_and_state(library: Library) -> None:
    user = UserData.open()
    board = requests(library, user)
    key = next(key for key in board.listed("place:phu year:2023 mang luoi", "date", falls=True).ids if key)
    document = library.document(key.split(":")[0])
    anchor = user.added(document).anchor("requests", *board.asked(key).span)
    user.set_state(anchor, "done")
    user.set_due(anchor, "2026-01-01")
    board = requests(library, user)
    stacks = request_charts.by_addressee(board, board.listed("", "date", falls=True).ids)
    assert [(stack.name, *stack.counts) for stack in stacks] == [
        ("UBND huyện Phú Bình", 2, 0, 1, 0),
        ("UBND huyện Định Hóa", 1, 0, 0, 0),
    ]
    assert board.listed("state:done", "date", falls=True).ids == [key]
    assert board.listed("state:late", "date", falls=True).ids == []
    user.set_state(anchor, "open")
    board = requests(library, user)
    assert board.listed("state:late", "date", falls=True).ids == [key] and board.is_late(key)
    user.close()


def test_a_board_is_grouped_by_addressee_and_sorted_within_groups(library: Library) -> None:
    user = UserData.open()
    board = requests(library, user)
    found = board.listed("", "action", falls=False, under="addressee")
    assert list(found.headings.values()) == ["UBND huyện Định Hóa · 1", "UBND huyện Phú Bình · 3"]
    assert [board.asked(key).action for key in found.ids if key] == [PLAN, MONEY, MONEY, PLAN]
    user.close()
