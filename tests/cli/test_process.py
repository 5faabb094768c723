"""How the program behaves as a process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RUN = [sys.executable, "-c", "import sys; from tui.cli import main; sys.exit(main())"]


def giamsat(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [*RUN, *map(str, arguments)]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)


def test_a_reader_that_has_seen_enough_is_no_error(library: Path) -> None:
    command = " ".join(map(repr, [*RUN, "search", "khanh", "-l", str(library)]))
    done = subprocess.run(f"{command} | head -1", shell=True, capture_output=True, check=False, timeout=60)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize("name", ["search", "./search"])
def test_a_folder_named_like_a_command_is_opened_by_its_path(name: str, tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    command = [*RUN, name]
    done = subprocess.run(command, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
    assert (b"QUERY" in done.stderr) == (name == "search")
    assert done.returncode == 2


def test_output_survives_a_terminal_of_another_encoding(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = giamsat("search", "khanh", "-l", library)
    assert done.returncode == 0
    assert b"L? Qu? Kh?nh" in done.stdout
