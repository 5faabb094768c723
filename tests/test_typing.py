"""Vietnamese typed as input methods send it, byte for byte through a terminal, into every line there is to type in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal

GIAMSAT = str(Path(sys.executable).with_name("giamsat"))

LINES = {
    "searching": "/",
    "finding in the text": "f",
    "narrowing a list": "g3\\",
    "the commands": ":",
    "a tag": "t",
    "a note": "a",
    "a file's name": "e\x15",
    "another folder": "L\r",
    "a number of the settings": ",jjj\r\x15",
    "a folder of the settings": ",Gkk\r\x15",
    "narrowing the people of all sessions": "P\\",
}
"""The keys that lead to each line, and empty it."""

WAYS = {
    "Unikey, each letter replaced in one read": [b"vie", b"\x7f\xc3\xaa", b"t", b"\x7f\x7f\xe1\xbb\x87t"],
    "all in one read": [b"vie\x7f\xc3\xaat\x7f\x7f\xe1\xbb\x87t"],
    "a terminal whose Backspace is 0x08": [b"vie", b"\x08\xc3\xaa", b"t\x08\x08\xe1\xbb\x87t"],
    "letters and marks apart": [b"vie", "\u0302".encode(), "\u0323".encode(), b"t"],
    "IBus, letters that are ready": ["việt".encode()],
    "pasted": [b"\x1b[200~vi\xe1\xbb\x87t\x1b[201~"],
    "pasted with marks apart, a line end and what would steer a terminal": [
        "\x1b[200~vie\u0323\u0302t\x07\n\x1b[201~".encode(),
    ],
}
"""How a word comes, read by read."""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Yield the reader in a terminal, past its greeting."""
    with Terminal([GIAMSAT, "--lang", "en"], cwd=tmp_path, size=(120, 40)) as opened:
        opened.wait_for("Any key goes on")
        opened.send(" ")
        opened.wait_for(lambda text: "Any key goes on" not in text)
        yield opened


def typed(terminal: Terminal, keys: str, reads: list[bytes], shown: str) -> None:
    """Open a line by keys, send it what an input method sends, wait for what it shows, and leave it again."""
    for key in keys:
        terminal.send(key)
        terminal.settle(0.1)
    for read in reads:
        terminal.send(read)
        terminal.settle(0.05)
    terminal.wait_for(shown)
    for _ in range(3):  # out of the line, the window, the table
        terminal.send("\x1b")
        terminal.settle(0.15)
    terminal.wait_for(lambda text: "việt" not in text)


def test_every_line_takes_backspace_and_what_replaces_the_letter_in_one_read(terminal: Terminal) -> None:
    for keys in LINES.values():
        typed(terminal, keys, WAYS["all in one read"], "việt")


def test_vietnamese_may_come_in_any_way(terminal: Terminal) -> None:
    for way, reads in WAYS.items():
        typed(terminal, LINES["searching"], reads, "việt␇" if "steer" in way else "việt")
