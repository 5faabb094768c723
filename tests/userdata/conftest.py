"""The user's data in a file of its own, and a folder with the invented articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import invented
from tui.library.userdata import UserData


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the user's data of the test is kept."""
    return tmp_path / "data" / "userdata.sqlite"


@pytest.fixture
def user(file: Path) -> Iterator[UserData]:
    """Return the user's data."""
    opened = UserData.open(file)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the invented articles."""
    return invented.write(tmp_path / "articles")
