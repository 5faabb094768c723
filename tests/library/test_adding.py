"""What is added is known as if it had been there before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.invented import write
from tui.library import Library, adding
from tui.library.adding import Names, add
from tui.library.incoming import Incoming
from tui.library.wanted import wanted


def test_who_is_who_is_told_once_after_all_files_were_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    decided = Library.decided

    def counted(library: Library) -> None:
        told.append(len(library.entries()))
        decided(library)

    monkeypatch.setattr(Library, "decided", counted)
    monkeypatch.setattr(adding, "_KEEP_EVERY", 0.0)  # each article goes to the cache at once
    (tmp_path / "library").mkdir()
    library = Library.open(tmp_path / "library")
    library.refresh(here=True)
    names = Names(library)
    sources = [Incoming(one.name, names.stem(one.stem), file=one.file) for one in wanted(write(tmp_path / "new"))]
    assert all(one.path for one in add(library, sources, here=True))
    assert told == [len(sources)]
    assert library.index.unrecognised() == 0
    library.close()
