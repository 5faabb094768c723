"""Scenes of the reader on the article that ships: the README's pictures, taken by ``python -m tests.scenes``."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from textual.pilot import Pilot

from tests import tour
from tests.generated.library import made
from tests.ui.reading import settle
from tui import messages
from tui.app import GiamsatApp
from tui.config import Config
from tui.library import Library
from tui.library.userdata import UserData

FOLDER = Path(__file__).resolve().parent.parent / "screenshots"
_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


class Scene(NamedTuple):
    """What is done before the picture is taken: keys, pressed one after the other in a window of a size."""

    about: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (150, 40)
    theme: str = "dark"
    language: messages.Language = "en"
    articles: int = 0
    """Of a generated library that is opened instead of the one that ships; 0: that one."""


MARKED = ("g", "3", "space", "j", "space", "g", "4", "space", "space", "space")
"""Keys that mark two people and three figures."""
MANY = 60
PEOPLE = ("P", "S", "j", "enter")
"""Keys that show who was in most sessions."""
COMPARED = ("g", "1", "\\", *"12/02/2023", "enter", "C")
"""Keys that compare the two articles about the session of a day."""

RATES = ("F", "\\", *"giai quyet dung han", "enter")
"""Keys that show a rate of all districts in order."""
BOARD = ("R", "m", "j", "enter", "j", "m", "j", "j", "enter", "j", "D", *"1/2/2025", "enter")
"""Keys that work off some requests."""

SCENES = {
    "wide": Scene("An article between the sessions of its library and what is in it"),
    "medium": Scene("In a window of 100 columns, the panes at the right are tabs", size=(100, 30)),
    "narrow": Scene("In one of 40 columns there is one pane at a time", ("g", "2", *["ctrl+d"] * 5), size=(40, 12)),
    "search": Scene("Searching without accents, as one types", ("/", *"pham qui tien")),
    "person": Scene("A person followed through the text", ("g", "3", "enter", "enter")),
    "figure": Scene("A figure and the sentence it stands in", ("g", "4", "j", "j", "j", "j", "enter")),
    "help": Scene("The keys of a pane", ("?",)),
    "light": Scene("The light theme", theme="light"),
    "figures": Scene("A rate of all districts, in order beside the table", RATES, articles=MANY),
    "figures-by-date": Scene("The same by date, light", (*RATES, "v", "tab", "j"), theme="light", articles=MANY),
    "requests": Scene("The requests of all sessions as a board", BOARD, articles=MANY, language="vi"),
    "requests-chart": Scene("Requests by addressee and state", (*BOARD, "v", "tab"), (100, 40), articles=MANY),
    "export": Scene("Two people and three figures, about to be exported", (*MARKED, "e")),
    "vietnamese": Scene("The requests, in Vietnamese", ("g", "5"), language="vi"),
    "people": Scene(
        "The people of all sessions, counted in a year", (*PEOPLE, "\\", *"year:2022", "enter"), articles=MANY
    ),
    "person-page": Scene("A person across sessions, who may be somebody else, too", (*PEOPLE, "enter"), articles=MANY),
    "comparison": Scene("Two articles about one session, compared", COMPARED, articles=MANY),
}

TOUR = "The main job: search, open, follow, mark, export"


@contextmanager
def reader(scene: Scene) -> Iterator[GiamsatApp]:
    """Yield the reader as a scene wants it, without anything a user has added."""
    messages.use(scene.language)
    with tempfile.TemporaryDirectory() as folder:
        library = _generated(Path(folder) / "sessions", scene.articles) if scene.articles else Library.open(None)
        user = UserData.open(Path(folder) / "user.sqlite")
        app = GiamsatApp(library, user, Config().having(theme=scene.theme))
        app.animation_level = "none"
        try:
            with patch.object(Path, "cwd", return_value=Path("/home/lan/reports")):
                yield app
        finally:
            user.close()
            library.close()


def _generated(folder: Path, articles: int) -> Library:
    """Return a library of invented articles, read and settled."""
    folder.mkdir()
    for one in made(articles, lived=True, districts=6):
        (folder / one.path).write_text(one.text, encoding="utf-8")
    library = Library.open(folder)
    library.refresh(here=True)
    return library


async def play(pilot: Pilot[int], keys: Sequence[str]) -> None:
    """Press keys one after the other, and wait until the reader has done what they ask for."""
    await settle(pilot)
    for key in keys:
        await pilot.press("space" if key == " " else key)
        await settle(pilot)


async def picture(scene: Scene) -> str:
    """Return a scene as an SVG that asks for nothing from outside and keeps the spaces between words everywhere."""
    with reader(scene) as app:
        async with app.run_test(size=scene.size) as pilot:
            await play(pilot, scene.keys)
            return _drawn(app)


async def moving_picture() -> str:
    """Return the main job as one SVG that moves."""
    frames = []
    with reader(Scene(TOUR, size=tour.SIZE)) as app:
        async with app.run_test(size=tour.SIZE) as pilot:
            for step in tour.STEPS:
                await play(pilot, step.keys)
                frames.append(_drawn(app, step.about))
    return tour.film(frames, [step.seconds for step in tour.STEPS])


def _drawn(app: GiamsatApp, title: str | None = None) -> str:
    drawn = app.export_screenshot(title=title)
    return _FONT_FACE.sub("", drawn).replace("<svg ", '<svg xml:space="preserve" ', 1)


def pictures() -> dict[str, Callable[[], Coroutine[None, None, str]]]:
    """Return what takes each picture of the README, by its name."""
    return {name: partial(picture, scene) for name, scene in SCENES.items()} | {"tour": moving_picture}


def main(names: list[str]) -> None:
    """Take the pictures that are named, by default all, and write them as files."""
    all_of_them = pictures()
    for name in names or all_of_them:
        (FOLDER / f"{name}.svg").write_text(asyncio.run(all_of_them[name]()), encoding="utf-8")
        print(f"screenshots/{name}.svg  {SCENES[name].about if name in SCENES else TOUR}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CACHE_HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
        main(sys.argv[1:])
