"""Both languages fit: in windows of every width names stand whole, and the way on and the way out are named."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.containers import Vertical

from tests.ui.reading import press, reader, screen, settle
from tui import messages
from tui.actions import PANES
from tui.messages import say
from tui.screens.panes import NAMES, TABS
from tui.screens.window import Window
from tui.widgets.line_view import LineView
from tui.widgets.one_line import OneLine

LANGUAGES = ("en", "vi")
HEIGHT = 30
WINDOWS = ("?", ":", ",", "L", "o", "S", "e", "t", "a", "c")
"""Keys that open a window in the participants' pane."""


def drawn(widget: OneLine | LineView, row: int = 0) -> str:
    return widget.render_line(row).text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_name_stands_whole_at_every_width(language: messages.Language) -> None:
    async with reader((200, HEIGHT), language=language) as pilot:
        cut = []
        for width in [*range(200, 120, -9), *range(120, 39, -2)]:
            await pilot.resize_terminal(width, HEIGHT)
            await settle(pilot)
            reading = screen(pilot)
            for place in PANES:
                reading.go(place)
                await pilot.pause()
                for shown in PANES:
                    pane = reading.panes[shown]
                    if (
                        pane.is_on_screen
                        and pane.framed
                        and not any(say(n[shown]) in drawn(pane) for n in (NAMES, TABS))
                    ):
                        cut.append(f"{shown} at {width}: {drawn(pane)}")
                names = drawn(reading.query_one("#tabs", OneLine)) if reading.is_narrow else drawn(reading.panes[place])
                if say(TABS[place]) not in names and say(NAMES[place]) not in names:
                    cut.append(f"{place} at {width}: {names}")
                keys = drawn(reading.query_one("#keys", OneLine))
                title = "" if reading.is_narrow else drawn(reading.query_one("#title", OneLine))
                if "?" not in keys + title or cell_len(keys) > width or "  …" in keys:
                    cut.append(f"keys of {place} at {width}: {keys}")
        assert cut == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (100, 30), (160, 45)], ids=str)
async def test_every_window_has_its_title_whole_and_names_the_way_out(
    size: tuple[int, int], language: messages.Language
) -> None:
    async with reader(size, language=language) as pilot:
        await press(pilot, "g", "3")
        for key in WINDOWS:
            await press(pilot, key)
            window = pilot.app.screen
            assert isinstance(window, Window), key
            frame = window.query_one("#window", Vertical)
            assert cell_len(str(frame.border_title)) <= frame.size.width - 2, f"{key}: {frame.border_title}"
            assert not any("…" in drawn(line) for line in window.query("#export-forms").results(OneLine)), key
            assert "esc" in drawn(window.keys), f"{key}: {drawn(window.keys)}"
            await press(pilot, "escape")
