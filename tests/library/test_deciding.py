"""A decision holds at once, is taken back as if it had not been made, and nothing that was decided is lost by it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.invented import write
from tui.across.references import PersonReference, person_reference
from tui.library import Library
from tui.library.deciding import decide, take_back
from tui.library.index.engine import Ask
from tui.library.index.tables import Sorting
from tui.paths import data_dir

KHANH = "Lò Quý Khánh"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return a library in which two people have one name."""
    opened = Library.open(write(tmp_path / "sessions"))
    opened.refresh(here=True)
    return opened


def namesakes(library: Library) -> Sequence[PersonReference]:
    """Return what a decision calls each person of the name."""
    tables = library.index.tables
    people = (tables.person(number) for number in tables.listed("people", Ask(()), Sorting("first")))
    return [person_reference(one.appearances[0]) for one in people if one and one.name == KHANH]


def decided(folder: Path) -> str:
    file = folder / "people.yaml"
    return file.read_text("utf-8") if file.exists() else ""


def test_two_are_one_from_then_on_and_two_again_when_it_is_taken_back(library: Library) -> None:
    two = namesakes(library)
    assert len(two) == 2
    made = decide(library, "people", "one", two).made
    assert len(namesakes(library)) == 1
    assert take_back(library, made)
    assert len(namesakes(library)) == 2 and "one:" not in decided(library.root)


def test_what_a_decision_took_the_place_of_holds_again(library: Library) -> None:
    two = namesakes(library)
    decide(library, "people", "apart", two)
    outcome = decide(library, "people", "one", two)
    assert "set aside" in outcome.notice and "apart:" not in decided(library.root)
    take_back(library, outcome.made)
    assert "apart:" in decided(library.root) and "one:" not in decided(library.root)


def test_what_somebody_has_taken_out_of_the_file_meanwhile_is_not_taken_back_twice(library: Library) -> None:
    made = decide(library, "people", "one", namesakes(library)).made
    (library.root / "people.yaml").unlink()
    library.decided()
    assert not take_back(library, made)


def test_a_damaged_file_is_kept_aside_and_said(library: Library) -> None:
    (library.root / "people.yaml").write_text("schema: [", encoding="utf-8")
    outcome = decide(library, "people", "one", namesakes(library))
    assert "damaged" in outcome.notice and len(namesakes(library)) == 1
    assert any(file.read_text("utf-8") == "schema: [" for file in library.root.glob("people.yaml.damaged-*"))


def test_what_is_decided_about_a_library_that_cannot_be_written_is_the_users_own(tmp_path: Path) -> None:
    folder = write(tmp_path / "sessions")
    library = Library(folder, read_only=True)
    library.refresh(here=True)
    decide(library, "people", "one", namesakes(library))
    assert not decided(folder) and len(namesakes(library)) == 1
    assert "one:" in (data_dir() / "decisions" / "people.yaml").read_text("utf-8")
