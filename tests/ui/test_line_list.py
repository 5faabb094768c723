"""The list that costs what is seen of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tests.ui.reading import shown
from tui.text.clean import Clean
from tui.widgets.ink import Line, Piece
from tui.widgets.line_list import LineList
from tui.widgets.rows import NoRows, Rows, heading


class Numbers(Rows):
    """Rows ``1`` to ``count`` of two lines, the current one of three, with a heading before each hundred."""

    def __init__(self, count: int) -> None:
        self.ids = [
            name for number in range(count) for name in (["", str(number)] if number % 100 == 0 else [str(number)])
        ]
        self.drawn = 0

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        self.drawn += 1
        if not self.ids[index]:
            return heading(Clean("hundred"), width, index == 0)
        line = [Piece(Clean(f"row {self.ids[index]}"))]
        return [line, line, line] if full else [line, line]

    def heights(self, width: int) -> Sequence[int]:
        return [2 if row else (1 if index == 0 else 2) for index, row in enumerate(self.ids)]


class Host(App[None]):
    """A list alone."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows
        self.list = LineList(id="list")
        self.moved: list[str] = []
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.list

    def on_mount(self) -> None:
        self.list.show(self.rows)
        self.set_focus(self.list)

    @on(LineList.Moved)
    def note_move(self, message: LineList.Moved) -> None:
        self.moved.append(message.row)

    @on(LineList.Chosen)
    def note_choice(self, message: LineList.Chosen) -> None:
        self.chosen.append(message.row)


@asynccontextmanager
async def hosted(rows: Rows) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    host = Host(rows)
    async with host.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        yield host, pilot


async def strips_drawn(count: int) -> tuple[int, int, int]:
    """Return the strips made and rows asked for to paint a list, and the strips made for one step down."""
    rows = Numbers(count)
    async with hosted(rows) as (host, pilot):
        painted, asked = host.list.drawn, rows.drawn
        host.list.do_down(1)
        await pilot.pause()
        return painted, asked, host.list.drawn - painted


async def test_a_hundred_thousand_rows_cost_what_forty_cost() -> None:
    assert await strips_drawn(100_000) == await strips_drawn(40)


async def test_only_what_is_seen_is_drawn() -> None:
    painted, asked, stepped = await strips_drawn(100_000)
    assert painted <= 2 * 20
    assert asked <= 20
    assert stepped <= 2 * 20


async def test_the_first_row_below_the_heading_is_current() -> None:
    async with hosted(Numbers(300)) as (host, _):
        assert host.list.current == "0"


async def test_moving_steps_over_headings_and_says_so() -> None:
    async with hosted(Numbers(300)) as (host, pilot):
        host.list.do_down(100)
        await pilot.pause()
        assert host.list.current == "100"
        assert host.moved == ["100"]


async def test_the_current_row_is_in_sight_wherever_it_is() -> None:
    async with hosted(Numbers(300)) as (host, pilot):
        for move in (host.list.do_last, host.list.do_page_up, host.list.do_first, host.list.do_page_down):
            move(1)
            await pilot.pause()
            assert f"▌ row {host.list.current} " in shown(host.list)


async def test_the_current_row_shows_all_its_lines() -> None:
    async with hosted(Numbers(300)) as (host, pilot):
        host.list.do_down(3)
        await pilot.pause()
        assert shown(host.list).count("row 3 ") == 3
        assert shown(host.list).count("row 2 ") == 2


async def test_going_to_the_first_row_shows_the_heading_above_it() -> None:
    async with hosted(Numbers(300)) as (host, pilot):
        host.list.do_last(1)
        host.list.do_first(1)
        await pilot.pause()
        assert "hundred" in shown(host.list).splitlines()[1]


async def test_a_click_makes_a_row_current_and_a_second_chooses_it() -> None:
    async with hosted(Numbers(300)) as (host, pilot):
        await pilot.click(LineList, offset=(5, 8))
        await pilot.pause()
        current = host.list.current
        assert host.moved == [current] and current != "0"
        await pilot.click(LineList, offset=(5, 8))
        assert host.chosen == [current]


async def test_the_wheel_scrolls_without_moving_the_cursor() -> None:
    async with hosted(Numbers(300)) as (host, pilot):
        top = host.list.top
        host.list.scroll(top + 9)
        await pilot.pause()
        assert host.list.top == 9
        assert host.list.current == "0"


async def test_marked_rows_have_a_sign() -> None:
    async with hosted(Numbers(300)) as (host, pilot):
        host.list.mark(frozenset({"2"}))
        await pilot.pause()
        assert " ●row 2 " in shown(host.list)


async def test_going_to_a_row_that_is_not_there_changes_nothing() -> None:
    async with hosted(Numbers(300)) as (host, _):
        assert not host.list.go("nobody")
        assert host.list.current == "0"


async def test_a_list_without_rows_says_why_and_takes_every_key() -> None:
    async with hosted(NoRows(Clean("Nobody is named here."))) as (host, pilot):
        for move in ("down", "up", "page_down", "page_up", "first", "last", "choose"):
            getattr(host.list, f"do_{move}")(3)
        await pilot.pause()
        assert "Nobody is named here." in shown(host.list)
        assert host.list.current == ""
        assert host.moved == host.chosen == []


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 1), (1, 5), (4, 3)])
async def test_no_window_is_too_small(size: tuple[int, int]) -> None:
    async with Host(Numbers(300)).run_test(size=size) as pilot:
        await pilot.pause()
        host = pilot.app
        assert isinstance(host, Host)
        for move in (host.list.do_last, host.list.do_page_up, host.list.do_down):
            move(1)
            await pilot.pause()
