"""The reader, opened for a test: on the library that ships, or on articles that the test brings."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from tui import messages
from tui.actions import Place
from tui.app import GiamsatApp
from tui.config import Config
from tui.library import Library
from tui.library.userdata import UserData
from tui.screens.living import LivingScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.line_view import LineView

Size = tuple[int, int]
WIDE: Size = (160, 45)
MEDIUM: Size = (100, 30)
NARROW: Size = (40, 12)


def library_of(folder: Path, articles: Mapping[str, str | bytes]) -> Library:
    """Return an opened library of articles by file name, parsed."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in articles.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    library = Library.open(folder)
    library.refresh(here=True)
    return library


@asynccontextmanager
async def reader(
    size: Size = WIDE,
    *,
    library: Library | None = None,
    language: messages.Language = "en",
    theme: str = "dark",
    config: Config | None = None,
    user: UserData | None = None,
) -> AsyncIterator[Pilot[int]]:
    """Yield the pilot of a running reader."""
    messages.use(language)
    opened, kept = library or Library.open(None), user or UserData.open()
    try:
        async with GiamsatApp(opened, kept, config or Config().having(theme=theme)).run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot
    finally:
        opened.close()
        kept.close()
        messages.use("en")


def screen(pilot: Pilot[int]) -> ReaderScreen:
    """Return the reader's screen, also below a window."""
    return cast(ReaderScreen, pilot.app.screen_stack[0])


def pane(pilot: Pilot[int], place: Place) -> LineView:
    """Return one of the reader's panes."""
    return screen(pilot).panes[place]


def shown(view: LineView) -> str:
    """Return what a pane shows now, a line a row."""
    return "\n".join(view.render_line(y).text for y in range(view.size.height))


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, one after the other, and wait until all that follows from them is done."""
    await pilot.press(*keys)
    await settle(pilot)


async def settle(pilot: Pilot[int]) -> None:
    """Wait until nothing works any more, what was started by what came back included."""
    quiet = 0
    while quiet < 2:
        await pilot.pause()
        reads = pilot.app.screen_stack[0]
        awaited = isinstance(reads, LivingScreen) and not reads.is_living
        works = any(not worker.is_finished for worker in pilot.app.workers)
        if works:
            await pilot.app.workers.wait_for_complete()
        quiet = 0 if works or awaited else quiet + 1
