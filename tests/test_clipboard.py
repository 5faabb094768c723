"""Copying by the routes that a system offers."""

from __future__ import annotations

from collections.abc import Sequence

from tui.clipboard import by_program, fits_terminal
from tui.text.clean import Clean

TEXT = Clean("26/46 quy trình nội bộ")


class Programs:
    """Stands in for the programs of a system: only those named succeed."""

    def __init__(self, *there: str) -> None:
        self.there = there
        self.asked: list[str] = []
        self.given = b""

    def __call__(self, command: Sequence[str], text: bytes) -> bool:
        self.asked.append(command[0])
        self.given = text
        return command[0] in self.there


def test_wayland_is_asked_before_x11() -> None:
    programs = Programs("wl-copy", "xclip")
    assert by_program(TEXT, {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, programs) == "wl-copy"
    assert programs.asked == ["wl-copy"]
    assert programs.given == TEXT.encode()


def test_a_program_that_fails_is_followed_by_the_next() -> None:
    programs = Programs("xclip")
    assert by_program(TEXT, {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, programs) == "xclip"


def test_windows_is_given_its_own_encoding() -> None:
    programs = Programs("clip.exe")
    assert by_program(TEXT, {"WSL_DISTRO_NAME": "Debian"}, programs) == "clip.exe"
    assert programs.given == TEXT.encode("utf-16-le")


def test_macos_is_asked_without_any_variable() -> None:
    assert by_program(TEXT, {}, Programs("pbcopy")) == "pbcopy"


def test_over_ssh_the_other_machine_is_not_asked() -> None:
    programs = Programs("xclip", "pbcopy")
    assert by_program(TEXT, {"SSH_CONNECTION": "1", "DISPLAY": ":0"}, programs) is None
    assert programs.asked == []


def test_tmux_takes_it_when_no_system_does() -> None:
    assert by_program(TEXT, {"TMUX": "/tmp/tmux", "SSH_TTY": "/dev/pts/0"}, Programs("tmux")) == "tmux"


def test_without_any_program_there_is_no_route() -> None:
    assert by_program(TEXT, {}, Programs()) is None


def test_a_program_that_is_not_installed_is_no_error() -> None:
    assert by_program(TEXT, {"WAYLAND_DISPLAY": "wayland-0", "PATH": ""}) in (None, "pbcopy")


def test_a_text_too_long_for_the_terminal_is_not_sent() -> None:
    assert fits_terminal(TEXT)
    assert not fits_terminal(Clean("ấ" * 30_000))
