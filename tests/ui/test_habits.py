"""What people who know mail readers and pagers expect: unread sessions, and keys that are named where they help."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.reading import NARROW, library_of, pane, press, reader, screen, shown
from tui import messages
from tui.library.userdata import UserData
from tui.screens.help import HelpScreen
from tui.screens.jump import LETTERS
from tui.screens.ways import WaysScreen
from tui.widgets.one_line import OneLine

ARTICLES = {
    f"{number}.txt": f"Giám sát chợ tại huyện {place}\n\nNgày {number}/3/2024, Đoàn giám sát của HĐND tỉnh đã giám "
    f"sát tại huyện {place}.\n"
    for number, place in ((3, "An Phú"), (2, "Đồng Mỏ"), (1, "Bình Lục"))
}


def keys_line(pilot: object) -> str:
    return screen(pilot).query_one("#keys", OneLine).render_line(0).text  # type: ignore[arg-type]


async def test_one_goes_from_unread_session_to_unread_session(tmp_path: Path) -> None:
    async with reader(library=library_of(tmp_path / "three", ARTICLES)) as pilot:
        await press(pilot, "}")
        assert "Đồng Mỏ" in shown(pane(pilot, "text"))
        await press(pilot, "}", "}")
        assert "Bình Lục" in shown(pane(pilot, "text"))
        assert "Everything here was read" in keys_line(pilot)


async def test_what_is_said_to_be_unread_stays_so_when_one_goes_on(tmp_path: Path) -> None:
    async with reader(library=library_of(tmp_path / "three", ARTICLES)) as pilot:
        await press(pilot, "]", "[", "r")
        assert "Not read" in keys_line(pilot)
        await press(pilot, "]", "]")
        assert shown(pane(pilot, "sessions")).count("•") == 2
        await press(pilot, "{")
        assert "An Phú" in shown(pane(pilot, "text"))
        await press(pilot, "r", "r", "q")
    user = UserData.open()
    assert len(user.read()) == 2
    user.close()


async def test_that_it_was_read_can_be_taken_back(tmp_path: Path) -> None:
    async with reader(library=library_of(tmp_path / "three", ARTICLES)) as pilot:
        await press(pilot, "]", "[", "r")
        assert len(screen(pilot).user.read()) == 1
        await press(pilot, "u")
        assert len(screen(pilot).user.read()) == 2
        assert shown(pane(pilot, "sessions")).count("•") == 1


async def test_a_key_that_does_nothing_says_what_tells_the_keys() -> None:
    async with reader() as pilot:
        await press(pilot, "Z")
        assert "Z does nothing here; ? tells the keys" in keys_line(pilot)


async def test_a_colon_finds_commands() -> None:
    async with reader() as pilot:
        await press(pilot, ":", *"move end", "enter")
        assert "100%" in shown(pane(pilot, "text"))


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("width", [40, 60, 79])
@pytest.mark.parametrize("place", ["1", "2", "3", "4", "5"])
async def test_a_small_window_always_names_the_key_of_the_help(
    width: int, language: messages.Language, place: str
) -> None:
    async with reader((width, NARROW[1]), language=language) as pilot:
        await press(pilot, "g", place)
        assert "?" in keys_line(pilot)


async def test_below_the_panes_of_a_large_window_five_keys_are_named() -> None:
    async with reader() as pilot:
        for place in "12345":
            await press(pilot, "g", place)
            assert len(screen(pilot).query_one("#keys", OneLine).places()) == 5


async def test_jump_mode_has_a_letter_for_each_name_in_a_title() -> None:
    async with reader((100, 30)) as pilot:
        targets = {target.action: target for target in screen(pilot).targets()}
        title = pane(pilot, "people").render_line(0).text
        left = pane(pilot, "people").region.x
        for action, name in (("people", "People"), ("figures", "Figures"), ("requests", "Requests")):
            assert title[targets[action].x - left :].startswith(name)
        letters = dict(zip((target.action for target in screen(pilot).targets()), LETTERS, strict=False))
        await press(pilot, ";", letters["requests"])
        assert screen(pilot).active == "requests"


@pytest.mark.parametrize("way", [("P",), ("/", *"pham", "down")], ids=["a table", "a search"])
async def test_commands_and_letters_are_there_beyond_the_reader_too(way: tuple[str, ...]) -> None:
    async with reader() as pilot:
        await press(pilot, *way)
        place = pilot.app.screen
        await press(pilot, ":", *"move end", "enter")
        assert pilot.app.screen is place
        await press(pilot, ":", *"nord", "enter")
        assert pilot.app.theme == "nord"
        assert isinstance(place, WaysScreen)
        letters = dict(zip((target.action for target in place.targets()), LETTERS, strict=False))
        await press(pilot, ";", letters["help"])
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_the_commands_name_only_keys_that_work_among_them() -> None:
    async with reader() as pilot:
        await press(pilot, ":", "tab", "tab", "shift+tab")
        line = pilot.app.screen.query_one("#window-keys", OneLine).render_line(0).text
        assert line.split() == ["↵", "do", "it", "↓", "down", "↑", "up", "esc", "close"]
