"""Keys may come faster than windows open, and bytes may be no keys: the reader goes on, or ends with a clean word."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tests.hostile.payloads import leaked, shown, text_of
from tests.terminal import Terminal

START = "import sys; sys.argv[0] = 'giamsat'; from tui.cli import main; sys.exit(main())"
BEGINS = b"\x1b[?1049h"
"""What the reader sends when it takes the screen."""
BROKEN = "from tui.screens.reader import ReaderScreen\ndef broken(self, times): raise ValueError({words!r})\n"


def reader(code: str = START, **variables: str) -> Terminal:
    command = [sys.executable, "-c", code, "--lang", "en"]
    return Terminal(command, environ={**os.environ, **variables}, size=(160, 45))


def ends_when_asked(terminal: Terminal) -> bool:
    """Tell whether the reader still listens."""
    terminal.settle(0.4)
    terminal.send("q")
    return terminal.wait() == 0


@pytest.mark.parametrize(
    "keys",
    ["fchợ\rf\rfso\rf\r", "?\r\r\r", "\x10\r\r", "/\r\r\x1b", "c\r\r\x1b\x1b\x1b", ";aa", "s\x10undo\rj"],
    ids=["finding", "help", "palette", "search", "correcting", "jump", "a key behind a window"],
)
def test_keys_that_come_all_at_once_do_no_harm(keys: str) -> None:
    with reader() as terminal:
        terminal.wait_for("Supervising")
        terminal.send(keys * 3)
        terminal.settle(0.6)
        terminal.send("\x1b")
        terminal.settle(0.4)
        terminal.send("\x1b")
        assert ends_when_asked(terminal)


@pytest.mark.parametrize(
    "sent",
    [b"\xc3\x28", b"\xff" * 9, b"\x1b[1;1:3A", b"\x1b[9999999999;5u", b"\x1b[", b"\x1b[200~\xe1\xbb\x1b[201~"],
    ids=["no UTF-8", "no byte of UTF-8", "a key that is let go", "no character", "cut off", "a cut paste"],
)
def test_bytes_that_are_no_keys_are_passed_over(sent: bytes) -> None:
    with reader() as terminal:
        terminal.wait_for("Supervising")
        terminal.send(sent)
        assert ends_when_asked(terminal)


def test_the_focus_comes_to_rest_after_many_moves() -> None:
    with reader() as terminal:
        terminal.wait_for("Supervising")
        terminal.send("\t" * 7)
        until = time.monotonic() + 20
        while terminal.read(1):
            assert time.monotonic() < until, "it goes on and on"


def test_a_pager_that_is_broken_off_does_not_end_the_reader(tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\ncat >/dev/null\necho the pager reads\nread x </dev/tty\n")
    pager.chmod(0o755)
    with reader(PAGER=str(pager)) as terminal:
        terminal.wait_for("Supervising")
        for _ in range(5):  # a key may close the greeting of the first start, which comes after the first paint
            terminal.settle(0.4)
            if "Open the original" in terminal.text:
                break
            terminal.send("o")
        terminal.wait_for("Open the original")
        terminal.settle(0.4)
        terminal.send("\r")
        terminal.wait_for("the pager reads")
        begun = terminal.written.count(BEGINS)
        terminal.send("\x03")
        terminal.wait_for(lambda text: terminal.written.count(BEGINS) > begun)
        assert ends_when_asked(terminal)


def test_what_ends_the_reader_is_told_without_harm_and_is_no_success() -> None:
    words = text_of("a title") + "\n" + text_of("a direction override")
    with reader(BROKEN.format(words=words) + "ReaderScreen.do_debris = broken\n" + START) as terminal:
        terminal.wait_for("Supervising")
        terminal.send("d")
        assert terminal.wait() == 1
    assert {"a title", "a direction override"} <= shown(terminal.written)
    assert leaked(terminal.written) == set()
