"""Settings in the reader: the screen that changes them, and what they change."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.ui.reading import MEDIUM, NARROW, WIDE, pane, press, reader, screen, shown
from tui import messages
from tui.app import GiamsatApp, settings
from tui.config import SETTINGS, Config, load
from tui.config.reading import Value
from tui.screens.settings import SettingsScreen
from tui.text.clean import Clean
from tui.widgets.one_line import OneLine
from tui.widgets.theme import LIGHT


def kept() -> dict[str, object]:
    """Return what is set on the disk, without defaults."""
    return {name: value.value for name, value in load().values.items() if value.source}


def line(pilot: Pilot[int], name: str) -> str:
    """Return one of the lines around the panes."""
    return " ".join(screen(pilot).query_one(name, OneLine).render_line(0).text.split())


async def test_a_value_is_changed_seen_and_kept() -> None:
    async with reader() as pilot:
        await press(pilot, ",", "l")
        assert pilot.app.theme == LIGHT.name
        assert kept() == {"theme": "light"}
        await press(pilot, "h", "h")
        assert kept() == {"theme": "tokyo-night"}
        await press(pilot, "x")
        assert kept() == {}


async def test_a_value_can_be_chosen_from_a_list() -> None:
    async with reader() as pilot:
        await press(pilot, ",", "enter", "j", "enter")
        assert kept() == {"theme": "light"}
        assert isinstance(pilot.app.screen, SettingsScreen)


async def test_a_number_is_typed_and_one_that_can_not_be_is_told() -> None:
    async with reader() as pilot:
        await press(pilot, ",", *"jjj", "enter", "9", "9", "enter")
        assert kept() == {}
        await press(pilot, "backspace", "backspace", "backspace", "backspace", "6", "6", "enter")
        assert kept() == {"measure": 66}
        await press(pilot, "escape")
        lines = shown(pane(pilot, "text")).splitlines()[1:-1]
        beside_margin = [each[23:-1].rstrip() for each in lines]
        assert 60 < max(map(len, beside_margin)) <= 66


async def test_colours_of_the_text_are_settings_and_stay() -> None:
    async with reader() as pilot:
        await press(pilot, "ctrl+p", *"colour figures", "enter")
        assert screen(pilot).text.tinted == {"people", "requests"}
        assert kept() == {"colour_figures": False}
    async with reader(config=settings()) as pilot:
        assert screen(pilot).text.tinted == {"people", "requests"}


async def test_another_language_is_spoken_at_once() -> None:
    async with reader() as pilot:
        await press(pilot, ",", "j", "l")
        assert messages.language() == "vi"
        await press(pilot, "escape")
        assert "Thành phần" in shown(pane(pilot, "people"))
        assert "Phạm Quí Tiên" in shown(pane(pilot, "text"))


async def test_what_is_wrong_in_the_files_is_told_at_the_start_and_shown() -> None:
    config = Config(problems=(Clean("config.toml:1: something"),))
    async with reader(config=config) as pilot:
        assert "1 thing is wrong in the settings: , shows it" in line(pilot, "#keys")
        await press(pilot, ",")
        assert "config.toml:1: something" in shown(pilot.app.screen.query_one("#settings"))  # type: ignore[arg-type]


async def test_a_setting_that_can_not_be_kept_is_told_and_used(environment: Path) -> None:
    (environment / "config").write_text("in the way of the folder", encoding="utf-8")
    async with reader() as pilot:
        await press(pilot, "ctrl+p", *"light or dark", "enter")
        assert pilot.app.theme == LIGHT.name
        app = cast(GiamsatApp, pilot.app)
        assert "can't be kept" in app.change_setting("mouse", False)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW], ids=str)
@pytest.mark.parametrize("language", ["en", "vi"])
async def test_every_setting_can_be_read_in_full(size: tuple[int, int], language: messages.Language) -> None:
    async with reader(size, language=language) as pilot:
        await press(pilot, ",")
        rows = pilot.app.screen.query_one("#settings")
        for name in SETTINGS:
            text = " ".join(shown(rows).split())  # type: ignore[arg-type]
            assert name in text, name
            await press(pilot, "j")


async def test_the_users_keys_work_and_are_shown() -> None:
    config = Config(keys={"search": ("ctrl+f",), "mark": ("M",)}, places={"search": Clean("c:1"), "mark": Clean("c:2")})
    async with reader((160, 100), config=config) as pilot:
        assert "ctrl+f search" in line(pilot, "#title")
        await press(pilot, "g", "3", "M")
        assert len(screen(pilot).user.marks()) == 1
        await press(pilot, "?")
        help_text = shown(pilot.app.screen.query_one("#help"))  # type: ignore[arg-type]
        assert "M " in help_text and "space" not in help_text


async def test_panes_get_wider_and_stay_so() -> None:
    async with reader() as pilot:
        before = screen(pilot).panes["sessions"].size.width
        await press(pilot, "g", "1", "2", ">")
        assert screen(pilot).panes["sessions"].size.width == before + 8
        side = screen(pilot).panes["people"].size.width
        await press(pilot, "g", "2", ">")
        assert screen(pilot).panes["people"].size.width == side - 4
        set_to = kept()
    async with reader(config=settings()) as pilot:
        assert screen(pilot).panes["sessions"].size.width == before + 8
        assert set(set_to) == {"sessions_width", "side_width"}


async def test_no_pane_gets_so_wide_that_the_text_has_no_room() -> None:
    async with reader() as pilot:
        await press(pilot, "g", "1", "9", "9", ">")
        assert screen(pilot).text.size.width >= 40
        assert isinstance(load().values["sessions_width"], Value)
        first = load().number("sessions_width")
        await press(pilot, "<")
        assert load().number("sessions_width") == first - 4
