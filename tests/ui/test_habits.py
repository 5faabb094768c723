"""What people who know mail readers and pagers expect: unread sessions, and keys that are named where they help."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.reading import NARROW, library_of, pane, press, reader, screen, shown
from tui import messages
from tui.library.userdata import UserData
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
