"""All figures of a library: found, charted, compared, led back to their place, and written to files."""

from __future__ import annotations

import csv
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tables.library import opened
from tests.ui.reading import NARROW, WIDE, Size, press, reader, screen, shown
from tui.screens.figures import FiguresScreen
from tui.widgets.line_list import LineList


@asynccontextmanager
async def figures(folder: Path, size: Size = WIDE) -> AsyncIterator[Pilot[int]]:
    async with reader(size, library=opened(folder / "shelf")) as pilot:
        await press(pilot, "F")
        yield pilot


def table(pilot: Pilot[int]) -> FiguresScreen:
    assert isinstance(pilot.app.screen, FiguresScreen)
    return pilot.app.screen


def rows(view: LineList) -> list[str]:
    return [" ".join(line.strip(" ┃│▌●█┏┓┗┛╭╮╰╯").split()) for line in shown(view).splitlines()]


async def test_the_rates_of_districts_stand_in_order_beside_the_table(tmp_path: Path) -> None:
    async with figures(tmp_path) as pilot:
        await press(pilot, "\\", *"dung han kind:percentage", "enter")
        told = [row.split()[0] for row in rows(table(pilot).table) if "%" in row]
        assert told == ["95,7%", "84%", "97,5%", "91,2%"]
        places = [row for row in rows(table(pilot).details) if "━" in row]
        assert [row.split(" ━")[0] for row in places] == [
            "huyện Định Hóa 97.5",
            "huyện Phú Bình 95.7",
            "huyện Võ Nhai 84.0",
        ]


async def test_the_chart_by_date_lists_its_figures(tmp_path: Path) -> None:
    async with figures(tmp_path) as pilot:
        await press(pilot, "\\", *"dung han kind:percentage", "enter", "v", "tab", "G")
        told = rows(table(pilot).details)
        assert any("└" in row for row in told) and "◆" in "".join(told)
        assert [row.split()[-1] for row in told if "huyện" in row][-4:] == ["95.7", "97.5", "84.0", "91.2"]


async def test_enter_goes_to_the_place_in_the_text_and_escape_comes_back(tmp_path: Path) -> None:
    async with figures(tmp_path) as pilot:
        await press(pilot, "\\", *"97,5", "enter", "enter")
        reading = screen(pilot).reading
        assert pilot.app.screen is screen(pilot) and reading is not None
        assert reading.document.path == "b.txt"
        assert reading.document.text[screen(pilot).source_offset :].startswith("97,5%")
        await press(pilot, "escape")
        assert table(pilot).line.value == "97,5" and table(pilot).table.current


async def test_a_bar_leads_to_its_figure(tmp_path: Path) -> None:
    async with figures(tmp_path) as pilot:
        await press(pilot, "\\", *"dung han", "enter", "tab", "G", "enter")
        reading = screen(pilot).reading
        assert reading is not None and reading.document.path == "c.txt"


async def test_a_figure_that_is_set_apart_leaves_the_chart_and_comes_back(tmp_path: Path) -> None:
    async with figures(tmp_path) as pilot:
        await press(pilot, "\\", *"97,5", "enter")
        await press(pilot, "!", "escape")
        await press(pilot, "\\", *"95,7", "enter")
        assert not any("Định Hóa" in row for row in rows(table(pilot).details) if "━" in row)
        assert (tmp_path / "shelf" / "series.yaml").exists()
        await press(pilot, "u")
        await press(pilot, "\\", *["backspace"] * 10, *"dung han", "enter")
        assert any("Định Hóa" in row for row in rows(table(pilot).details) if "━" in row)


async def test_stars_and_notes_are_seen_and_found(tmp_path: Path) -> None:
    async with figures(tmp_path) as pilot:
        await press(pilot, "\\", *"97,5", "enter", "s", "a", *"xem lai", "enter", "escape")
        await press(pilot, "\\", *"has:note", "enter")
        assert len(table(pilot).table.rows.ids) == 1
        assert "★" in shown(table(pilot).table)
        await press(pilot, "u")
        assert table(pilot).table.rows.ids == [""] * len(table(pilot).table.rows.ids)


async def test_the_table_as_it_is_shown_goes_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with figures(tmp_path) as pilot:
        await press(pilot, "\\", *"dung han", "enter", "e", "enter", "enter")
        (file,) = tmp_path.glob("giamsat-figures-*.csv")
        written = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
        assert [row["value"] for row in written] == ["95.7", "84.0", "97.5", "91.2"]
        assert all(row["headline"] and row["path"] and row["start"] for row in written)


async def test_the_chart_goes_to_a_file_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with figures(tmp_path) as pilot:
        await press(pilot, "\\", *"dung han", "enter", "e", "G", "enter", "enter")
        (file,) = tmp_path.glob("giamsat-*.txt")
        lines = file.read_text("utf-8").splitlines()
        assert lines[0] == "giải quyết đúng hạn, %"
        assert next(line.split("━")[0].split() for line in lines if "━" in line) == ["huyện", "Định", "Hóa", "97.5"]


async def test_what_is_marked_here_is_marked_in_the_reader(tmp_path: Path) -> None:
    async with figures(tmp_path) as pilot:
        await press(pilot, "\\", *"97,5", "enter", "space")
        assert table(pilot).table.marked == {table(pilot).table.rows.ids[0]}
        await press(pilot, "q")
        assert [mark.anchor.exact for mark in screen(pilot).user.marks()] == ["97,5%"]


async def test_in_a_small_window_the_chart_is_a_page_of_its_own(tmp_path: Path) -> None:
    async with figures(tmp_path, (80, 24)) as pilot:
        await press(pilot, "\\", *"dung han kind:percentage", "enter")
        assert not table(pilot).details.display
        await press(pilot, "v", "G")
        assert not table(pilot).table.display and "Võ Nhai" in shown(table(pilot).details)
        await press(pilot, "escape")
        assert table(pilot).table.display


@pytest.mark.parametrize("size", [NARROW, (80, 24), (20, 6), (1, 1)])
async def test_it_works_in_any_size(size: Size, tmp_path: Path) -> None:
    async with figures(tmp_path, size) as pilot:
        await press(pilot, "b", "j", "enter", "tab", "v", "j", "G", "escape", "S", "escape", "j", "?", "escape")
        assert isinstance(pilot.app.screen, FiguresScreen)
