"""From marks to a file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from tests.ui.reading import MEDIUM, NARROW, press, reader, screen
from tui.screens.export import ExportScreen
from tui.screens.outgoing import suggested
from tui.widgets.one_line import OneLine
from tui.widgets.typed_line import TypedLine

NAME = "giamsat-2024-05-08-huyen-me-linh.txt"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(window: object) -> str:
    return cast(ExportScreen, window).query_one("#export-told", OneLine).render_line(0).text


async def test_two_people_and_three_figures_go_to_a_file(folder: Path) -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "3", "space", "space", "g", "4", "space", "space", "space", "e", "enter")
        written = (folder / NAME).read_text("utf-8")
        assert written.count("000_9453927c25cb1dab.txt#") == 5
        assert "Phạm Quí Tiên" in written and "233.250" in written
        assert pilot.app.screen is screen(pilot)


async def test_without_marks_what_is_pointed_at_is_exported(folder: Path) -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "4", "e", "enter")
        assert "210 lượt" in (folder / NAME).read_text("utf-8")


async def test_a_file_is_not_overwritten_without_a_yes(folder: Path) -> None:
    (folder / NAME).write_text("mine")
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "4", "e", "enter")
        assert "Overwrite it?" in told(pilot.app.screen)
        await press(pilot, "n")
        assert (folder / NAME).read_text() == "mine"
        await press(pilot, "enter", "enter")
        assert (folder / NAME).read_text() == "mine"
        await press(pilot, "enter", "y")
        assert "210 lượt" in (folder / NAME).read_text("utf-8")


async def test_an_ending_that_is_typed_tells_the_format(folder: Path) -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "4", "e", *["backspace"] * 3, *"json", "enter")
        assert json.loads((folder / NAME.replace(".txt", ".json")).read_text("utf-8"))[0]["section"] == "figures"


async def test_the_format_changes_the_suffix(folder: Path) -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "4", "e", "tab", "tab")
        assert pilot.app.screen.query_one(TypedLine).value == NAME.replace(".txt", ".csv")
        await press(pilot, "enter")
        assert (folder / NAME.replace(".txt", ".csv")).read_bytes().startswith(b"\xef\xbb\xbf")


async def test_another_name_is_typed(folder: Path) -> None:
    async with reader(NARROW) as pilot:
        await press(pilot, "g", "4", "e", "ctrl+u", *"ghi chú 1.txt", "enter")
        assert (folder / "ghi chú 1.txt").exists()


@pytest.mark.parametrize("name", ["nowhere/a.txt", "", "a" * 300, "."])
async def test_a_name_that_can_not_be_written_is_explained(name: str, folder: Path) -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "4", "e", "ctrl+u")
        pilot.app.screen.query_one(TypedLine).value = name
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExportScreen)
        assert told(pilot.app.screen).strip()
        await press(pilot, "escape", "escape")
        assert list(folder.iterdir()) == []


async def test_escape_writes_nothing(folder: Path) -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "4", "e", "escape")
        assert list(folder.iterdir()) == []


def test_without_a_session_the_name_is_that_of_the_day() -> None:
    assert suggested([], "md", date(2026, 11, 24)) == "giamsat-2026-11-24.md"
