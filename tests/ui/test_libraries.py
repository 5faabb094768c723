"""Going from one library to another, the original in other programs, and the greeting at the first start."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.ui.reading import MEDIUM, NARROW, WIDE, library_of, pane, press, reader, screen, shown
from tui import messages
from tui.library.userdata import Place, UserData
from tui.paths import shipped_library
from tui.screens import programs
from tui.screens.programs import ProgramError, run_beside
from tui.screens.welcome import WelcomeScreen
from tui.widgets.line_list import LineList

ARTICLE = (
    "Giám sát nước sạch tại huyện An Phú\n\nNgày 11/6/2023, Đoàn giám sát HĐND tỉnh do bà Đỗ Thị Mai - Phó Chủ tịch "
    "HĐND tỉnh làm trưởng đoàn đã giám sát tại huyện An Phú.\n"
)


async def test_another_folder_is_typed_and_opened_and_the_first_one_is_a_choice_then(tmp_path: Path) -> None:
    library_of(tmp_path / "water", {"a.txt": ARTICLE}).close()
    async with reader() as pilot:
        await press(pilot, "L", "enter", *str(tmp_path / "water"), "enter")
        assert "An Phú" in shown(pane(pilot, "text"))
        assert screen(pilot).library.root == tmp_path / "water"
        await press(pilot, "L", "enter")
        assert "Mê Linh" in shown(pane(pilot, "text"))
        assert screen(pilot).library.root == shipped_library()


async def test_each_library_goes_on_where_it_was_left(tmp_path: Path) -> None:
    more = {"a.txt": ARTICLE, "b.txt": ARTICLE.replace("An Phú", "Bình Lục").replace("11/6", "1/6")}
    async with reader(library=library_of(tmp_path / "water", more)) as pilot:
        await press(pilot, "]", "g", "3")
        assert "Bình Lục" in shown(pane(pilot, "text"))
        await press(pilot, "ctrl+p", *"library ships", "enter")
        assert "Mê Linh" in shown(pane(pilot, "text"))
        await press(pilot, "ctrl+p", *"library water", "enter")
        assert "Bình Lục" in shown(pane(pilot, "text"))
        assert screen(pilot).active == "people"


async def test_a_folder_that_is_not_there_is_told_and_asked_again(tmp_path: Path) -> None:
    async with reader() as pilot:
        await press(pilot, "L", "enter", *str(tmp_path / "nowhere"), "enter")
        assert isinstance(pilot.app.screen.focused, Input)
        await press(pilot, "escape")
        assert "Mê Linh" in shown(pane(pilot, "text"))


def test_the_libraries_that_were_open_are_known_the_last_one_first() -> None:
    user = UserData.open()
    for name in ("/a", "/b", "/c", "/b"):
        user.set_last(Place(library=name, article_key="x"))
    assert user.libraries() == ("/b", "/c", "/a")
    user.close()


async def test_a_command_a_setting_and_a_theme_are_found_by_their_names() -> None:
    async with reader() as pilot:
        await press(pilot, "ctrl+p", *"nord", "enter")
        assert pilot.app.theme == "nord"
        await press(pilot, "ctrl+p", *"most characters", "enter", "l")
        assert screen(pilot).config.number("measure") == 81
        await press(pilot, "escape", "g", "3", "ctrl+p", *"next place mentioned", "enter")
        assert "place 1 of" in shown(pane(pilot, "text"))


async def test_every_action_of_a_pane_is_among_the_commands() -> None:
    async with reader((160, 100)) as pilot:
        for words in ("half a page", "move to the end", "take back", "another library"):
            await press(pilot, "ctrl+p", *words)
            found = shown(pilot.app.screen.query_one("#palette", LineList))
            assert "Nothing has that name" not in found, words
            await press(pilot, "escape")


# The original


async def test_what_can_open_the_original_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "mine --raw")
    monkeypatch.setenv("EDITOR", "kakoune")
    async with reader() as pilot:
        await press(pilot, "o")
        offered = shown(pilot.app.screen.query_one("#choices", LineList))
        assert "Its text in mine --raw" in offered and "Its file in kakoune" in offered


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("no-such-program -x", "there is no program “no-such-program”"),
        ("'", "No closing quotation"),
        (" ", "no program is set"),
    ],
)
async def test_a_program_that_can_not_be_run_is_named(monkeypatch: pytest.MonkeyPatch, command: str, told: str) -> None:
    monkeypatch.setenv("PAGER", command)
    async with reader() as pilot:
        await press(pilot, "o", "enter")
        assert told in screen(pilot).query_one("#keys").render_line(0).text


def test_a_program_beside_the_terminal_is_given_the_file_as_one_argument(tmp_path: Path) -> None:
    program, seen = tmp_path / "show", tmp_path / "seen"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{seen}"\n', encoding="utf-8")
    program.chmod(0o755)
    run_beside(str(program), "/tmp/; rm -rf $(x) 'bài'")
    assert seen.read_text() == "/tmp/; rm -rf $(x) 'bài'|"


def test_a_program_beside_the_terminal_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="could not open it"):
        run_beside("false", "x")
    with pytest.raises(ProgramError, match="no program"):
        run_beside("not-to-be-found", "x")


async def test_the_address_is_offered_where_it_is_one_of_the_web(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "viewer", lambda: "xdg-open")
    page = (
        "<html><head><link rel=canonical href='{}'></head><body><article><h1>{}</h1><p>{}</p></article></body></html>"
    )
    head, body = ARTICLE.strip().split("\n\n")
    pages = {
        "a.html": page.format("https://bao.example/bai-1", head, body * 4),
        "b.html": page.format("javascript:alert(1)", head.replace("An Phú", "Bình Lục"), body * 4),
    }
    async with reader(library=library_of(tmp_path / "pages", pages)) as pilot:
        offered = []
        for _ in pages:
            await press(pilot, "o")
            offered.append(shown(pilot.app.screen.query_one("#choices", LineList)))
            await press(pilot, "escape", "]")
    assert sum("bao.example" in text for text in offered) == 1
    assert not any("javascript" in text for text in offered)


# The greeting


@pytest.mark.parametrize("size", [WIDE, MEDIUM, (80, 24), NARROW], ids=str)
@pytest.mark.parametrize("language", ["en", "vi"])
async def test_the_greeting_fits_and_any_key_goes_on(size: tuple[int, int], language: messages.Language) -> None:
    async with reader(size, language=language) as pilot:
        screen(pilot).greet()
        await press(pilot)
        assert isinstance(pilot.app.screen, WelcomeScreen)
        words = " ".join(shown(pilot.app.screen.query_one("#welcome", LineList)).split())
        assert "ctrl+p" in words and words.endswith(("Any key goes on.", "Bấm phím bất kỳ để tiếp tục."))
        await press(pilot, "g", "3")
        assert screen(pilot).active == "people"


def test_the_greeting_is_for_the_first_start_only() -> None:
    user = UserData.open()
    assert [user.is_new(), user.is_new()] == [True, False]
    user.close()
