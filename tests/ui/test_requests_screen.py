"""All requests of a library as a board: states, days and answers, each of which can be taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import docx
import pytest
from textual.pilot import Pilot

from tests.tables.library import PLAN, opened
from tests.ui.reading import NARROW, WIDE, Size, press, reader, screen, shown
from tui.library.userdata import Kept
from tui.screens.request_details import RequestDetails
from tui.screens.requests import RequestsScreen

FIRST = ("\\", *"mang luoi place:phu", "enter")
"""Keys that leave one request on the board: the one that a later session answers."""


@asynccontextmanager
async def board(folder: Path, size: Size = WIDE) -> AsyncIterator[Pilot[int]]:
    async with reader(size, library=opened(folder / "shelf")) as pilot:
        await press(pilot, "R")
        yield pilot


def table(pilot: Pilot[int]) -> RequestsScreen:
    assert isinstance(pilot.app.screen, RequestsScreen)
    return pilot.app.screen


def kept(pilot: Pilot[int]) -> Kept | None:
    found = screen(pilot).user.kept(section="requests")
    return found[0] if found else None


async def test_a_request_gets_a_state_and_a_day_which_are_taken_back(tmp_path: Path) -> None:
    async with board(tmp_path) as pilot:
        await press(pilot, *FIRST, "m", "j", "j", "enter")
        one = kept(pilot)
        assert one is not None and (one.anchor.exact, one.state) == (PLAN, "done")
        assert "✓" in shown(table(pilot).table)
        await press(pilot, "D", *"1/2/2025", "enter")
        one = kept(pilot)
        assert one is not None and one.due == "2025-02-01"
        assert "01/02/2025" in shown(table(pilot).table)
        await press(pilot, "u", "u")
        one = kept(pilot)
        assert one is None or (one.state, one.due) == ("open", None)


async def test_what_is_no_day_is_said(tmp_path: Path) -> None:
    async with board(tmp_path) as pilot:
        await press(pilot, *FIRST, "D", *"mai", "enter")
        assert "8/5/2024" in pilot.app.screen.query_one("#answer-told").render_line(0).text
        await press(pilot, "escape")
        assert kept(pilot) is None


async def test_a_request_is_late_after_its_day(tmp_path: Path) -> None:
    async with board(tmp_path) as pilot:
        await press(pilot, *FIRST, "D", *"1/2/2025", "enter", "escape")
        await press(pilot, "\\", *"state:late", "enter")
        assert len(table(pilot).table.rows.ids) == 1 and "! 01/02/2025" in shown(table(pilot).table)


async def test_a_passage_of_a_later_session_is_linked_as_the_answer_and_parted_again(tmp_path: Path) -> None:
    async with board(tmp_path) as pilot:
        await press(pilot, *FIRST)
        details = table(pilot).details.rows
        assert isinstance(details, RequestDetails)
        assert [one.document.path for one in details.passages.values()] == ["d.txt"]
        await press(pilot, "tab", "j", "=")
        one = kept(pilot)
        assert one is not None and one.state == "answered"
        assert one.answers[0].exact.startswith("Huyện đã rà soát")
        assert "Answered by" in shown(table(pilot).details)
        await press(pilot, "!")
        one = kept(pilot)
        assert one is not None and one.answers == ()
        await press(pilot, "u")
        one = kept(pilot)
        assert one is not None and len(one.answers) == 1
        await press(pilot, "u")
        one = kept(pilot)
        assert one is None or (one.answers, one.state) == ((), "open")


async def test_a_passage_leads_to_its_place(tmp_path: Path) -> None:
    async with board(tmp_path) as pilot:
        await press(pilot, *FIRST, "tab", "j", "enter")
        reading = screen(pilot).reading
        assert reading is not None and reading.document.path == "d.txt"
        assert reading.document.text[screen(pilot).source_offset :].startswith("Huyện đã rà soát")
        await press(pilot, "escape")
        assert table(pilot).table.current


async def test_a_bar_of_the_chart_narrows_the_board_to_its_addressee(tmp_path: Path) -> None:
    async with board(tmp_path) as pilot:
        await press(pilot, "v", "tab", "enter")
        assert table(pilot).line.value == 'org:"UBND huyện Phú Bình"'
        assert len(table(pilot).table.rows.ids) == 3


async def test_the_board_is_grouped(tmp_path: Path) -> None:
    async with board(tmp_path) as pilot:
        await press(pilot, "b", "j", "j", "enter")
        told = shown(table(pilot).table)
        assert "UBND huyện Định Hóa · 1" in told and "UBND huyện Phú Bình · 3" in told


async def test_the_board_goes_to_a_working_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with board(tmp_path) as pilot:
        await press(pilot, "\\", *'state:open org:"phu binh"', "enter", "e", "enter", "tab", "enter")
        (file,) = tmp_path.glob("giamsat-requests-*.docx")
        (sheet,) = docx.Document(str(file)).tables
        assert len(sheet.rows) == 4
        assert {row.cells[1].text for row in sheet.rows} == {"Addressee", "UBND huyện Phú Bình"}


async def test_a_state_given_in_the_reader_is_on_the_board(tmp_path: Path) -> None:
    async with reader(WIDE, library=opened(tmp_path / "shelf")) as pilot:
        await press(pilot, "g", "5", "m", "G", "enter", "R", "\\", *"state:dropped", "enter")
        assert len(table(pilot).table.rows.ids) == 1


@pytest.mark.parametrize("size", [NARROW, (80, 24), (20, 6), (1, 1)])
async def test_it_works_in_any_size(size: Size, tmp_path: Path) -> None:
    async with board(tmp_path, size) as pilot:
        await press(pilot, "b", "j", "enter", "tab", "v", "j", "G", "escape", "S", "escape", "j", "?", "escape")
        assert isinstance(pilot.app.screen, RequestsScreen)
