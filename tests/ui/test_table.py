"""The table that people, figures and requests of all sessions are shown in: filtered, sorted, with details."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.ui.reading import MEDIUM, NARROW, WIDE, Size, press, reader, screen, shown
from tui.screens.question import QuestionScreen
from tui.screens.table import TableScreen
from tui.screens.table_state import Answer, Asked, Detail, Opened, Order, TableState
from tui.text.clean import Clean
from tui.text.fold import fold
from tui.widgets.columns import Column
from tui.widgets.ink import Line, Piece
from tui.widgets.rows import NoRows

TOWNS = {"Hạ Vân": 30, "An Sơn": 7, "Đông Khê": 112, "Thượng Lâm với một cái tên dài đến mức không cột nào đủ chỗ": 5}


class Towns:
    """Towns and how many people live there, in thousands."""

    grouped = False

    def __init__(self, names: Sequence[str]) -> None:
        self.ids = names

    def place(self, row: str) -> int:
        return self.ids.index(row) if row in self.ids else -1

    def cells(self, index: int) -> Sequence[Line]:
        name = self.ids[index]
        return [[Piece(Clean(name), "strong")], [Piece(Clean(str(TOWNS[name])))], [Piece(Clean("thị trấn"), "dim")]]

    def heading(self, index: int) -> Clean:
        return Clean("")


class TownScreen(TableScreen):
    """The table of the tests."""

    CALLED, HINT = "Towns", "words"
    COLUMNS = (
        Column("name", "Town", 12, 30, 1),
        Column("people", "Thousands", 9, 9, 2, to_the_right=True),
        Column("kind", "Kind", 20, 20, 3),
    )
    ORDERS = (Order("name", "Town"), Order("people", "Thousands", falls=True))
    hold: Callable[[str], None] = staticmethod(lambda words: None)

    def answer(self, asked: Asked) -> Answer:
        self.hold(asked.words)
        found = [name for name in TOWNS if all(word in fold(name) for word in fold(asked.words).split())]
        found.sort(key=(lambda name: TOWNS[name]) if asked.by == "people" else fold, reverse=asked.falls)
        return Answer(Towns(found), len(TOWNS))

    def detail(self, row: str) -> Detail:
        return Detail(Clean(row), NoRows(Clean(f"Đây là {row}.")))


@asynccontextmanager
async def towns(size: Size, state: TableState | None = None) -> AsyncIterator[tuple[Pilot[int], TownScreen]]:
    async with reader(size) as pilot:
        below = screen(pilot)
        table = TownScreen(below.library, below.user, state or TableState())
        opened: list[Opened | None] = []
        pilot.app.push_screen(table, opened.append)
        await press(pilot)
        yield pilot, table


async def test_columns_stand_below_their_names_with_an_arrow_at_the_order() -> None:
    async with towns(WIDE) as (_, table):
        lines = shown(table.table).splitlines()
        assert lines[1].split()[1:5] == ["Town", "↑", "Thousands", "Kind"]
        assert [line.split()[1] for line in lines[2:6]] == ["An", "Đông", "Hạ", "Thượng"]
        assert lines[1].index("Thousands") + len("Thousands") == lines[3].index("112") + 3


async def test_columns_that_have_no_room_go_by_their_rank_and_the_current_row_tells_them() -> None:
    async with towns((80, 24)) as (pilot, table):
        assert "Kind" in shown(table.table)
        await pilot.resize_terminal(61, 24)
        await press(pilot)
        text = shown(table.table)
        assert "Kind ·" not in text and "Town" in text


async def test_a_narrow_window_stacks_a_row_and_shows_the_current_one_in_full() -> None:
    async with towns(NARROW) as (pilot, table):
        first = shown(table.table).splitlines()
        assert "An Sơn" in first[0] and "7" in first[0] and "thị trấn" in first[1]
        await press(pilot, "G")
        assert "không cột nào đủ chỗ" in " ".join(shown(table.table).replace("▌", " ").split())


async def test_the_filter_needs_no_accents_and_says_how_many_are_left() -> None:
    async with towns(WIDE) as (pilot, table):
        await press(pilot, "\\", *"dong")
        assert "Đông Khê" in shown(table.table) and "Hạ Vân" not in shown(table.table)
        assert "1 of 4" in table.query_one("#filter-count").render_line(0).text
        await press(pilot, "enter")
        assert pilot.app.focused is table.table


async def test_escape_goes_from_the_line_to_the_table_then_to_all_rows_then_back() -> None:
    async with towns(WIDE) as (pilot, table):
        await press(pilot, "\\", *"dong", "escape")
        assert "Hạ Vân" not in shown(table.table)
        await press(pilot, "escape")
        assert "Hạ Vân" in shown(table.table)
        await press(pilot, "escape")
        assert pilot.app.screen is screen(pilot)


async def test_a_filter_that_leaves_nothing_says_what_to_do() -> None:
    async with towns(WIDE) as (pilot, table):
        await press(pilot, "\\", *"zzz")
        assert "Nothing here has all of these words." in shown(table.table)


async def test_the_menu_sorts_and_turns_the_order_around() -> None:
    async with towns(WIDE) as (pilot, table):
        await press(pilot, "S")
        assert isinstance(pilot.app.screen, QuestionScreen)
        await press(pilot, "j", "enter")
        assert table.table.rows.ids[0] == "Đông Khê"
        await press(pilot, "S", "enter")
        assert table.table.rows.ids[-1] == "Đông Khê"


async def test_a_click_on_a_name_sorts_by_its_column() -> None:
    async with towns(WIDE) as (pilot, table):
        column = shown(table.table).splitlines()[1].index("Thousands")
        await pilot.click(table.table, offset=(column + 1, 1))
        await press(pilot)
        assert table.table.rows.ids[0] == "Đông Khê"


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_details_stand_beside_or_below(size: Size) -> None:
    async with towns(size) as (pilot, table):
        await press(pilot, "j")
        assert "Đây là Đông Khê." in shown(table.details)
        assert table.details.display and table.table.display


async def test_details_are_a_page_of_their_own_in_a_small_window() -> None:
    async with towns(NARROW) as (pilot, table):
        assert not table.details.display
        await press(pilot, "enter")
        assert table.details.display and not table.table.display
        await press(pilot, "escape")
        assert table.table.display and not table.details.display


async def test_an_answer_that_was_overtaken_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()
    async with towns(WIDE) as (pilot, table):
        monkeypatch.setattr(table, "hold", lambda words: go_on.wait(5) if words == "h" else None)
        await pilot.press("\\", "h", "a")
        go_on.set()
        await press(pilot)
        now = shown(table.table)
        assert "Hạ Vân" in now and "Đông Khê" not in now
        late = table.answer(Asked("", "name", False))
        table.post_message(TableScreen.Answered(1, Asked("", "name", False), late))
        await press(pilot)
        assert shown(table.table) == now


async def test_no_key_waits_for_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()
    async with towns(WIDE) as (pilot, table):
        monkeypatch.setattr(table, "hold", lambda words: go_on.wait(5) if words else None)
        await pilot.press("\\", "d", "escape", "j")
        assert table.table.current == "Đông Khê"
        go_on.set()


async def test_one_comes_back_to_what_one_left() -> None:
    state = TableState()
    async with towns(WIDE, state) as (pilot, table):
        await press(pilot, "\\", *"ha", "enter", "q")
    async with towns(WIDE, state) as (pilot, table):
        assert list(table.table.rows.ids) == ["Hạ Vân"]


async def test_a_hundred_thousand_rows_are_not_looked_at_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Many(Towns):
        def cells(self, index: int) -> Sequence[Line]:
            asked.append(index)
            return [[Piece(Clean(self.ids[index]))], [], []]

    many = Many([str(number) for number in range(100_000)])
    async with towns(WIDE) as (pilot, table):
        monkeypatch.setattr(table, "answer", lambda asked: Answer(many, 100_000))
        table.ask()
        await press(pilot)
        await press(pilot, "G")
        assert "99999" in shown(table.table)
        assert len(asked) < 200
