"""Help, the command palette and jump mode."""

from __future__ import annotations

from pathlib import Path

from tests.ui.reading import MEDIUM, NARROW, library_of, pane, press, reader, screen, shown
from tests.ui.test_reader import OTHER
from tui.screens.jump import JumpScreen
from tui.widgets.line_list import LineList


async def test_help_tells_the_keys_of_the_pane_one_comes_from() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "4", "?")
        text = shown(pilot.app.screen.query_one("#help", LineList))
        assert text.splitlines()[0].lstrip().startswith("Key figures")
        assert "Go to its place in the text" in text
        assert "Read this session" not in text


async def test_what_help_names_can_be_done_from_there() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "1", "?")
        rows = pilot.app.screen.query_one("#help", LineList)
        while not rows.current.endswith(":sort"):
            await press(pilot, "j")
        await press(pilot, "enter", "j", "enter")
        assert pilot.app.screen is screen(pilot)
        assert screen(pilot).shelf.order == "place"


async def test_help_is_left_by_its_own_key_and_by_escape() -> None:
    async with reader(NARROW) as pilot:
        for key in ("escape", "q"):
            await press(pilot, "?", key)
            assert pilot.app.screen is screen(pilot)


async def test_a_command_is_found_by_parts_of_its_name() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "ctrl+p", *"debris show", "enter")
        assert screen(pilot).text.debris


async def test_a_session_is_found_by_its_place_without_accents(tmp_path: Path) -> None:
    seed = (Path(__file__).parents[2] / "seeds" / "000_9453927c25cb1dab.txt").read_text("utf-8")
    async with reader(library=library_of(tmp_path / "two", {"a.txt": seed, "b.txt": OTHER})) as pilot:
        await press(pilot, "ctrl+p", *"an phu", "enter")
        assert "An Phú" in shown(pane(pilot, "text"))


async def test_a_command_that_is_not_there_is_said() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "ctrl+p", *"zzzz")
        assert "Nothing has that name." in shown(pilot.app.screen.query_one("#palette", LineList))
        await press(pilot, "enter")
        assert pilot.app.screen is screen(pilot)


async def test_commands_are_found_in_vietnamese_without_accents() -> None:
    async with reader(MEDIUM, language="vi") as pilot:
        await press(pilot, "ctrl+p", *"manh vun", "enter")
        assert screen(pilot).text.debris


async def test_a_letter_jumps_to_each_pane() -> None:
    async with reader() as pilot:
        await press(pilot, ";")
        assert isinstance(pilot.app.screen, JumpScreen)
        letters = {target.action: letter for letter, target in pilot.app.screen._targets.items()}
        assert {"sessions", "text", "people", "figures", "search", "help"} <= set(letters)
        await press(pilot, letters["figures"])
        assert screen(pilot).active == "figures"


async def test_any_other_key_leaves_jump_mode() -> None:
    async with reader() as pilot:
        await press(pilot, ";", "escape")
        assert pilot.app.screen is screen(pilot)
        assert screen(pilot).active == "text"
