"""Windows of any size."""

from __future__ import annotations

import pytest

from tests.ui.reading import press, reader, screen
from tui import messages
from tui.screens.arrangement import arrange

SIZES = [(200, 50), (110, 23), (80, 24), (40, 12), (20, 5), (12, 3), (5, 1), (2, 2), (1, 8), (1, 1)]
KEYS = ("j", "g", "1", "g", "3", "enter", "g", "4", "j", "enter", "g", "5", "j", "g", "2", "v", "j", "escape", "d", "G")
WINDOWS = ("?", "ctrl+p", "/", "f", "e", ";")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_reader_works_in_a_window_of_any_size(size: tuple[int, int]) -> None:
    async with reader(size) as pilot:
        await pilot.press(*KEYS)
        await press(pilot)
        assert pilot.app.screen is screen(pilot)


@pytest.mark.parametrize("size", [(200, 50), (40, 12), (1, 1)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["en", "vi"])
async def test_every_window_opens_in_a_terminal_of_any_size(size: tuple[int, int], language: messages.Language) -> None:
    async with reader(size, language=language) as pilot:
        for window in WINDOWS:
            await press(pilot, window)
            await press(pilot, "escape", "escape")
        assert pilot.app.screen is screen(pilot)


async def test_a_window_may_shrink_to_nothing_and_grow_again() -> None:
    async with reader((160, 45)) as pilot:
        await press(pilot, "g", "4", "j", "j")
        for size in [(80, 24), (40, 12), (1, 1), (2, 30), (120, 3), (160, 45)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await press(pilot, "j", "tab")
        assert screen(pilot).arrangement == arrange(160, 45, screen(pilot).active, *screen(pilot).last_used)


async def test_the_cursor_stays_at_its_words_when_the_width_changes() -> None:
    async with reader((160, 45)) as pilot:
        await press(pilot, "2", "0", "j")
        before = screen(pilot).text.cursor
        for size in [(100, 30), (60, 20), (160, 45)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        text = screen(pilot).text
        assert text.cursor == before
        assert text.is_seen(before, before + 1)


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [
        (160, 45, {"sessions", "text", "people", "figures"}),
        (110, 24, {"sessions", "text", "people", "figures"}),
        (110, 23, {"sessions", "text", "people"}),
        (109, 40, {"text", "people"}),
        (80, 24, {"text", "people"}),
        (79, 24, {"text"}),
    ],
)
def test_panes_appear_where_there_is_room(width: int, height: int, shown: set[str]) -> None:
    assert arrange(width, height, "text", "people", "figures").shown == shown


def test_the_text_keeps_most_of_the_room() -> None:
    for width in range(80, 240):
        found = arrange(width, 40, "text", "people", "figures")
        text = width - found.side - (found.sessions if found.mode == "wide" else 0)
        assert text >= 44
