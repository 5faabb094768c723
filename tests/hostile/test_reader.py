"""Driven through a pty, the reader sends no hostile text on, whatever is opened, pasted, searched or exported."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.hostile import library
from tests.hostile.payloads import CONTROLS, INVISIBLE, MARKERS, PAYLOADS, leaked, shown, text_of
from tests.terminal import Terminal

START = "import sys; sys.argv[0] = 'giamsat'; from tui.cli import main; sys.exit(main())"
WITHOUT_CLEAN = "import tui.text.clusters as c; c.pieces = lambda raw: iter(()); " + START
UNSAFE = {**CONTROLS, **INVISIBLE}
PASTED = (
    "backspaces",
    "a C1 title",
    "a null",
    "a direction override",
    "a zero-width space",
    "an action",
    "a closing tag",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return library.write(tmp_path / "library")


def opened(code: str, folder: Path) -> Terminal:
    """Start the reader on a library, in a window in which no paragraph of it is wrapped."""
    return Terminal([sys.executable, "-c", code, "--lang", "en", str(folder)], size=(180, 60), cwd=folder.parent)


def press(terminal: Terminal, *keys: str) -> None:
    """Type keys, and let the screen be drawn after each."""
    for each in keys:
        terminal.send(each)
        terminal.settle(0.05)


def paste(terminal: Terminal, text: str) -> None:
    """Paste into the line that is open."""
    press(terminal, f"\x1b[200~{text}\x1b[201~")


def read_all(terminal: Terminal) -> None:
    """Go through every article, every pane and every session."""
    terminal.wait_for(lambda text: MARKERS["a title"].encode() in terminal.written)
    terminal.settle(0.7)
    for _ in range(3):
        press(terminal, "g2", "gg", "\x04", "\x04", "G", "g3", "jjj", "g4", "jjj", "g5", "jj", "]")
    press(terminal, "g1", *"jjjjjjjjjjjjjjjjjjjjjjjjj", "?", "q", "\x10", "an toàn", "\x1b")


def test_what_a_library_holds_does_not_get_through(folder: Path) -> None:
    with opened(START, folder) as terminal:
        read_all(terminal)
        assert not terminal.ended()
    assert leaked(terminal.written) == set()
    assert shown(terminal.written) == set(PAYLOADS)


def test_without_clean_all_of_it_would(folder: Path) -> None:
    with opened(WITHOUT_CLEAN, folder) as terminal:
        read_all(terminal)
    assert leaked(terminal.written) == set(UNSAFE)


def test_what_is_pasted_searched_and_found_does_not_get_through(folder: Path) -> None:
    with opened(START, folder) as terminal:
        terminal.wait_for("Supervising")
        for name in PASTED:
            press(terminal, "f")
            paste(terminal, text_of(name))
            press(terminal, "\r", "\x1b", "/")
            paste(terminal, text_of(name))
            terminal.settle(0.15)
            press(terminal, "\x1b")
        assert not terminal.ended(), terminal.text
    assert leaked(terminal.written) == set()
    assert shown(terminal.written) >= set(PASTED)


def test_a_place_that_can_not_be_written_to_is_named_without_harm(folder: Path) -> None:
    with opened(START, folder) as terminal:
        terminal.wait_for("Supervising")
        press(terminal, "g3", " ", "e")
        paste(terminal, "/" + text_of("a C1 title") + "/x.txt")
        press(terminal, "\r")
        terminal.settle()
        assert not terminal.ended()
    assert leaked(terminal.written) == set()
    assert shown(terminal.written) >= {"a C1 title"}
