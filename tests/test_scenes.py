"""How the reader looks: the README's pictures are what it draws today, and so are other windows and words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.scenes import FOLDER, Scene, pictures, play, reader
from tui.widgets.theme import LIGHT

SnapCompare = Callable[..., bool]

OTHERS = {
    "large": Scene("A large window", ("g", "4", "j"), size=(200, 50), language="vi"),
    "small": Scene("The window that most terminals open with", ("tab",), size=(80, 24), language="vi"),
    "finding": Scene("Found in the text, one pane at a time", ("f", *"cải cách", "enter"), size=(60, 20)),
    "debris": Scene("What is not the article's own, shown", ("d", "ctrl+d"), size=(100, 30), theme=LIGHT.name),
    "requests": Scene("The requests of an article", ("g", "5", "j"), size=(120, 30)),
    "nothing": Scene("A search that finds nothing", ("/", *"zzzz"), size=(80, 24)),
}
TRIES = 4
"""How often a picture is taken on a machine that is busy with other tests, too."""
SIZES = ((200, 50), (109, 24), (79, 24), (40, 12), (20, 5), (3, 3), (1, 1), (150, 40))


@pytest.mark.parametrize("name", pictures())
async def test_a_picture_of_the_readme_is_what_the_reader_draws(name: str) -> None:
    file = FOLDER / f"{name}.svg"
    taken = [await pictures()[name]()]
    while len(taken) < TRIES and taken[-1] != file.read_text("utf-8"):  # taken before a thread had answered
        taken.append(await pictures()[name]())
    assert taken[-1] == file.read_text("utf-8"), f"run python -m tests.scenes {name}, and look at it"


def test_there_are_no_other_pictures() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {f"{name}.svg" for name in pictures()}


@pytest.mark.parametrize("name", pictures())
def test_a_picture_asks_for_nothing_from_outside(name: str) -> None:
    drawn = (FOLDER / f"{name}.svg").read_text("utf-8")
    assert "@font-face" not in drawn and "url(http" not in drawn and "href" not in drawn


@pytest.mark.parametrize("name", OTHERS)
def test_the_reader_looks_as_it_did(name: str, snap_compare: SnapCompare) -> None:
    scene = OTHERS[name]

    async def before(pilot: Pilot[int]) -> None:
        await play(pilot, scene.keys)

    with reader(scene) as app:
        assert snap_compare(app, run_before=before, terminal_size=scene.size)


@pytest.mark.parametrize("keys", [(), ("/", *"tien"), ("?",), ("e",)], ids=" ".join)
async def test_no_size_of_the_window_breaks_the_reader(keys: tuple[str, ...]) -> None:
    with reader(Scene("", keys)) as app:
        async with app.run_test(size=(150, 40)) as pilot:
            await play(pilot, keys)
            for size in SIZES:
                await pilot.resize_terminal(*size)
            assert isinstance(pilot.app, App) and pilot.app.is_running
