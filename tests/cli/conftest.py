"""The command line, run in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import invented
from tui.cli import main


class Outcome(NamedTuple):
    """What a command did."""

    status: int
    out: str
    errors: list[str]


Run = Callable[..., Outcome]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a folder with the invented articles."""
    return invented.write(tmp_path / "articles")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs ``giamsat`` with arguments, ``typed`` on its standard input."""

    def giamsat(*arguments: str | Path, typed: str = "") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["giamsat", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        try:
            status = main()
        except SystemExit as end:
            status = int(end.code or 0)
        out, errors = capsys.readouterr()
        return Outcome(status, out, errors.splitlines())

    return giamsat
