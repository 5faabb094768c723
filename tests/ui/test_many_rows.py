"""A library that is too large for memory is listed from its index, and says the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tables.library import opened
from tests.ui.reading import WIDE, press, reader, screen, shown
from tui.screens import across_table
from tui.screens.across_table import AcrossTable


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every library for a large one, of which little is shown at once."""
    monkeypatch.setattr(across_table, "LARGE", 1)


def table(pilot: Pilot[int]) -> AcrossTable[Any]:
    assert isinstance(pilot.app.screen, AcrossTable) and pilot.app.screen.is_large
    return pilot.app.screen


async def test_figures_are_listed_charted_and_opened(tmp_path: Path) -> None:
    async with reader(WIDE, library=opened(tmp_path / "shelf")) as pilot:
        await press(pilot, "F", "\\", *"dung han kind:percentage", "enter")
        told = [line for line in shown(table(pilot).details).splitlines() if "━" in line and "huyện" in line]
        assert [" ".join(line.split()[1:5]) for line in told] == [
            "huyện Định Hóa 97.5",
            "huyện Phú Bình 95.7",
            "huyện Võ Nhai 84.0",
        ]
        await press(pilot, "space", "S", "j", "enter")
        assert len(table(pilot).table.marked) == 1
        await press(pilot, "g", "g", "enter")
        reading = screen(pilot).reading
        assert reading is not None and reading.document.path == "b.txt"


async def test_a_board_knows_states_and_days(tmp_path: Path) -> None:
    async with reader(WIDE, library=opened(tmp_path / "shelf")) as pilot:
        await press(pilot, "R", "\\", *"mang luoi place:phu", "enter", "m", "j", "enter", "D", *"1/2/2025", "enter")
        assert "◐" in shown(table(pilot).table) and "01/02/2025" in shown(table(pilot).table)
        await press(pilot, "escape", "\\", *"state:answered", "enter")
        assert len(table(pilot).table.rows.ids) == 1
        await press(pilot, "\\", *["backspace"] * 8, *"open", "enter")
        assert len(table(pilot).table.rows.ids) == 3
        await press(pilot, "escape", "v")
        told = shown(table(pilot).details)
        assert "still open 3" in told and "answered 1" in told
        await press(pilot, "v", "\\", *"state:answered", "enter", "m", "g", "g", "enter", "escape")
        await press(pilot, "\\", *"state:late", "enter")
        assert len(table(pilot).table.rows.ids) == 1


async def test_answers_are_linked(tmp_path: Path) -> None:
    async with reader(WIDE, library=opened(tmp_path / "shelf")) as pilot:
        await press(pilot, "R", "\\", *"mang luoi place:phu", "enter", "tab", "j", "=")
        assert "Answered by" in shown(table(pilot).details)
