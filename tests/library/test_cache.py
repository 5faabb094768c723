"""The cache is never trusted more than the files, and never in the way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests import invented
from tui.library import Library
from tui.library.cache import place


def opened(folder: Path) -> Library:
    library = Library.open(folder)
    library.refresh(here=True)
    return library


@pytest.mark.parametrize("damage", [b"", b"nonsense", bytes(5000)], ids=["empty", "short", "zeros"])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    folder = invented.write(tmp_path / "articles")
    opened(folder).close()
    place(folder).write_bytes(damage)
    library = opened(folder)
    assert len(library.entries()) == 3
    assert all(library.document(entry.article_key).record is not None for entry in library.entries())


def test_a_cache_of_another_schema_is_made_anew(tmp_path: Path) -> None:
    folder = invented.write(tmp_path / "articles")
    opened(folder).close()
    connection = sqlite3.connect(place(folder))
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert Library.open(folder).pending() == 3
    assert len(opened(folder).entries()) == 3


@pytest.mark.parametrize("column", ["entry", "stamp", "problems"])
def test_a_cache_with_nonsense_in_it_is_made_anew(tmp_path: Path, column: str) -> None:
    folder = invented.write(tmp_path / "articles")
    opened(folder).close()
    connection = sqlite3.connect(place(folder))
    with connection:
        connection.execute(f"UPDATE files SET {column} = x'c1c1'")
    connection.close()
    assert len(opened(folder).entries()) == 3


def test_a_body_with_nonsense_in_it_is_read_from_the_file(tmp_path: Path) -> None:
    folder = invented.write(tmp_path / "articles")
    library = opened(folder)
    connection = sqlite3.connect(place(folder))
    with connection:
        connection.execute("UPDATE bodies SET text = x'00', record = x'00'")
    connection.close()
    entry = library.entries()[0]
    assert library.document(entry.article_key).text == invented.ARTICLES[entry.path]


def test_without_a_place_for_a_cache_the_library_opens_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert len(opened(invented.write(tmp_path / "articles")).entries()) == 3


def test_two_readers_use_one_cache(tmp_path: Path) -> None:
    folder = invented.write(tmp_path / "articles")
    one, other = opened(folder), opened(folder)
    (folder / "cho.txt").write_text(invented.MARKETS.replace("12/20", "13/20"), encoding="utf-8")
    one.refresh(here=True)
    other.refresh(here=True)
    assert one.entries() == other.entries()
