"""Corrections in the reader: item by item with ``c``, as a whole with ``E``, each taken back with ``u``."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.reading import MEDIUM, NARROW, Size, library_of, pane, press, reader, screen, shown
from tui.app import GiamsatApp
from tui.library import Library
from tui.model import Record
from tui.screens.question import QuestionScreen
from tui.screens.questions import Questions
from tui.widgets.line_list import LineList
from tui.widgets.one_line import OneLine

ARTICLE = """\
Đoàn giám sát HĐND tỉnh Bình Sơn làm việc tại huyện An Phú

12/06/2023 | 08:00

Ngày 11/6/2023, Đoàn giám sát của HĐND tỉnh Bình Sơn đã giám sát tại huyện An Phú. Đồng chí Đỗ Thị Mai - Phó Chủ tịch \
HĐND tỉnh chủ trì buổi giám sát.

Báo cáo tại buổi giám sát, đồng chí Vũ Văn Hải - Chủ tịch UBND huyện cho biết, năm 2022 huyện có 45 trường học.

Đồng chí Đỗ Thị Mai đề nghị huyện An Phú rà soát cơ sở vật chất.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path / "bài", {"a.txt": ARTICLE})


def record(pilot: Pilot[int]) -> Record:
    reading = screen(pilot).reading
    assert reading is not None and reading.record is not None
    return reading.record


def choices(pilot: Pilot[int]) -> str:
    return shown(pilot.app.screen.query_one("#choices", LineList))


def told(pilot: Pilot[int], where: str = "#keys") -> str:
    return pilot.app.screen.query_one(where, OneLine).render_line(0).text


async def choose(pilot: Pilot[int], words: str) -> None:
    """Choose what begins with some words."""
    window = pilot.app.screen
    assert isinstance(window, QuestionScreen)
    names = [choice.words for choice in window._question.choices]
    number = next(index for index, name in enumerate(names) if name.lower().startswith(words.lower()))
    await press(pilot, "g", "g", *(["j"] * number), "enter")


async def type_over(pilot: Pilot[int], words: str) -> None:
    await press(pilot, "end", "ctrl+u", *words, "enter")


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_the_name_of_a_person_is_corrected_kept_and_taken_back(library: Library, size: Size) -> None:
    async with reader(size, library=library) as pilot:
        before = record(pilot)
        await press(pilot, "g", "3", "c")
        assert "Name" in choices(pilot)
        await choose(pilot, "Name")
        await type_over(pilot, "Đỗ Thị Mây")
        assert record(pilot).people[0].name == "Đỗ Thị Mây"
        assert "Đỗ Thị Mây" in shown(pane(pilot, "people"))
        assert (library.root / "a.yaml").exists()
        assert "Corrected: Đỗ Thị Mai" in told(pilot) or size == NARROW
        await press(pilot, "u")
        assert record(pilot) == before
        assert not (library.root / "a.yaml").exists()


async def test_a_role_a_side_and_the_chair_are_corrected(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "g", "3", "c")
        await choose(pilot, "Roles")
        await type_over(pilot, "Trưởng Ban Pháp chế; Đại biểu HĐND tỉnh")
        assert [role.label for role in record(pilot).people[0].memberships] == [
            "Trưởng Ban Pháp chế",
            "Đại biểu HĐND tỉnh",
        ]
        await press(pilot, "c")
        await choose(pilot, "Side")
        await choose(pilot, "Attending")
        assert record(pilot).people[0].side == "attending"
        name = record(pilot).people[0].name
        await press(pilot, "c")
        await choose(pilot, "Does not preside")
        corrected = next(person for person in record(pilot).people if person.name == name)
        assert not corrected.is_chair and corrected.found is not None and corrected.found.how == "corrected"
        await press(pilot, "u", "u", "u")
        assert record(pilot).people[0].is_chair and record(pilot).people[0].side == "supervising"


async def test_what_is_no_person_is_taken_out(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "g", "3", "c")
        await choose(pilot, "Is no person")
        assert [person.name for person in record(pilot).people] == ["Vũ Văn Hải"]


async def test_value_unit_and_kind_of_a_figure_are_corrected(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "g", "4", "c")
        await choose(pilot, "Value")
        await type_over(pilot, "45/50")
        figure = record(pilot).figures[0]
        assert (figure.kind, figure.numerator, figure.denominator) == ("ratio", 45, 50)
        await press(pilot, "c")
        await choose(pilot, "Unit")
        await type_over(pilot, "lớp học")
        assert record(pilot).figures[0].unit == "lớp học"


async def test_an_answer_that_makes_no_sense_is_told_why(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "g", "4", "c")
        await choose(pilot, "Value")
        await type_over(pilot, "nhiều")
        assert "holds no number" in told(pilot, "#answer-told")
        await press(pilot, "escape")
        assert pilot.app.screen is screen(pilot)
        assert not (library.root / "a.yaml").exists()


async def test_who_asks_is_corrected(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "g", "5", "c")
        await choose(pilot, "Who asks")
        await choose(pilot, "Vũ Văn Hải")
        wanted = next(person.id for person in record(pilot).people if person.name == "Vũ Văn Hải")
        assert record(pilot).requests[0].requester_id == wanted
        assert "Vũ Văn Hải →" in shown(pane(pilot, "requests"))


async def test_who_is_asked_is_added_and_taken_away(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        before = record(pilot).requests[0].addressee_ids
        wanted = next(body for body in record(pilot).organizations if body.id not in before)
        for asked in ((*before, wanted.id), before):
            await press(pilot, "g", "5", "c")
            await choose(pilot, "Who is asked")
            await choose(pilot, wanted.name)
            assert record(pilot).requests[0].addressee_ids == asked


async def test_the_speaker_of_a_statement_is_corrected_in_the_text(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        statement = record(pilot).statements[0]
        screen(pilot).text.jump(*screen(pilot).reading.view.span(statement.selector.start, statement.selector.end))  # type: ignore[union-attr]
        await press(pilot, "g", "2", "c")
        await choose(pilot, "Who says it")
        await choose(pilot, "Đỗ Thị Mai")
        assert record(pilot).statements[0].speaker_id == record(pilot).people[0].id


async def test_a_selected_name_becomes_a_person(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "g", "3", "c")
        await choose(pilot, "Is no person")
        await press(pilot, "g", "2")
        select(pilot, "Đồng chí Đỗ Thị Mai - Phó Chủ tịch")
        await press(pilot, "c")
        await choose(pilot, "A person")
        await type_over(pilot, "Đỗ Thị Mai")
        await choose(pilot, "Supervising")
        assert {person.name for person in record(pilot).people} == {"Đỗ Thị Mai", "Vũ Văn Hải"}
        assert screen(pilot).text.selection is None


async def test_selected_words_become_a_request(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        count = len(record(pilot).requests)
        await press(pilot, "g", "2")
        select(pilot, "năm 2022 huyện có 45 trường học")
        await press(pilot, "c")
        await choose(pilot, "A request")
        await press(pilot, "enter")
        await choose(pilot, "proposes")
        assert len(record(pilot).requests) == count + 1


async def test_what_is_in_the_record_already_is_not_added_again(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "g", "2")
        select(pilot, "45 trường học")
        await press(pilot, "c")
        await choose(pilot, "A figure")
        await press(pilot, "enter")
        assert "is there already" in told(pilot, "#answer-told")


def select(pilot: Pilot[int], words: str) -> None:
    text = screen(pilot).text
    start = text.article.text.index(words)
    text.selection = start, start + len(words)


async def test_a_library_that_can_not_be_written_is_corrected_too() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "3", "c")
        await choose(pilot, "Is no person")
        assert "Phạm Quí Tiên" not in {person.name for person in record(pilot).people}
        await press(pilot, "u")
        assert "Phạm Quí Tiên" in {person.name for person in record(pilot).people}


async def test_a_correction_of_what_was_changed_meanwhile_is_refused(library: Library) -> None:
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "g", "3", "c")
        await choose(pilot, "Name")
        (library.root / "a.txt").write_text(ARTICLE.replace("45", "46"))
        await type_over(pilot, "Đỗ Thị Mây")
        assert "has changed; read it again" in told(pilot)


def test_every_item_has_its_questions(library: Library) -> None:
    document = library.document(library.entries()[0].article_key)
    assert document.record is not None
    questions = Questions(document.record, document.text)
    kinds = ("people", "groups", "figures", "requests", "statements")
    items = [item for kind in kinds for item in getattr(document.record, kind)]
    assert all(len(questions.about(item.id).choices) > 2 for item in items)


# The record as a whole


def editor(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an editor of a shell script; ``$1`` is the file."""
    program = folder / "editor"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", str(program))


@pytest.fixture(autouse=True)
def _leavable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the app be left for the editor, as in a terminal."""

    @contextmanager
    def suspend(self: GiamsatApp) -> Iterator[None]:
        yield

    monkeypatch.setattr(GiamsatApp, "suspend", suspend)


async def test_the_record_is_edited_in_the_editor_and_taken_back(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, 'sed -i "s/^    side: supervised$/    side: attending/" "$1"', monkeypatch)
    async with reader(MEDIUM, library=library) as pilot:
        before = record(pilot)
        await press(pilot, "E")
        assert "attending" in {person.side for person in record(pilot).people}
        await press(pilot, "u")
        assert record(pilot) == before


async def test_an_edited_record_that_does_not_hold_is_told_with_its_line_and_edited_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = 'sed -i "s/^    side: supervised$/    side: sideways/" "$1"'
    editor(tmp_path, wrong, monkeypatch)
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "E")
        assert "Line " in choices(pilot) or "line " in choices(pilot)
        assert "sideways" in choices(pilot)
        editor(tmp_path, 'sed -i "s/sideways/attending/" "$1"', monkeypatch)
        await choose(pilot, "Edit it again")
        assert "attending" in {person.side for person in record(pilot).people}


async def test_what_was_edited_can_be_dropped(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, 'echo "[" >> "$1"', monkeypatch)
    async with reader(MEDIUM, library=library) as pilot:
        before = record(pilot)
        await press(pilot, "E")
        await choose(pilot, "Drop")
        assert pilot.app.screen is screen(pilot)
        assert record(pilot) == before and not (library.root / "a.yaml").exists()


@pytest.mark.parametrize("script", ["exit 0", "exit 3"])
async def test_an_editor_that_changes_nothing_leaves_all_as_it_was(
    script: str, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, script, monkeypatch)
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "E")
        assert "Nothing was changed" in told(pilot)
        assert not (library.root / "a.yaml").exists()
