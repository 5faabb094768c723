"""A folder of articles opens, whatever is in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import invented
from tui.library import Library, LibraryError, Progress
from tui.library.records import to_yaml
from tui.paths import shipped_library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the invented articles."""
    return invented.write(tmp_path / "articles")


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    """Return the opened library of that folder, all parsed."""
    opened = refreshed(folder)
    yield opened
    opened.close()


def refreshed(folder: Path) -> Library:
    opened = Library.open(folder)
    opened.refresh(here=True)
    return opened


def reasons(library: Library) -> dict[str, str]:
    return {problem.path: problem.reason for problem in library.problems()}


def test_before_anything_is_parsed_articles_are_pending_and_can_be_read(folder: Path) -> None:
    library = Library.open(folder)
    assert {(entry.path, entry.state) for entry in library.entries()} == {
        ("cho.txt", "pending"),
        ("nuoc.txt", "pending"),
        ("truong.txt", "pending"),
    }
    assert library.pending() == 3
    document = library.document(library.entries()[0].article_key)
    assert document.record is None
    assert document.text == invented.ARTICLES[document.path]


def test_sessions_come_newest_first(library: Library) -> None:
    assert [entry.date for entry in library.entries()] == ["2024-03-19", "2023-10-11", "2022-09-05"]
    assert library.pending() == 0


def test_an_entry_says_what_a_list_shows(library: Library) -> None:
    entry = library.entries()[1]
    assert (entry.place, entry.part_of_day, entry.chair, entry.people) == ("huyện Phú Bình", "sáng", "Lò Quý Khánh", 3)
    assert entry.published == "2023-10-12T08:15:00+07:00"
    assert entry.headline.startswith("Đoàn giám sát HĐND")


def test_a_document_quotes_its_text(library: Library) -> None:
    document = library.document(library.entries()[0].article_key)
    assert document.record is not None
    for person in document.record.people:
        for mention in person.mentions:
            assert document.text[mention.selector.start : mention.selector.end] == mention.selector.exact


def test_progress_is_reported_file_by_file_after_each_is_in_the_list(folder: Path) -> None:
    library = Library.open(folder)
    seen: list[Progress] = []
    states: list[int] = []

    def report(progress: Progress) -> None:
        seen.append(progress)
        states.append(sum(entry.state == "ready" for entry in library.entries()))

    assert library.refresh(report, here=True)
    assert [(progress.done, progress.total) for progress in seen] == [(1, 3), (2, 3), (3, 3)]
    assert states == [1, 2, 3]
    assert not library.refresh(here=True)


def test_child_processes_give_what_this_process_gives(folder: Path) -> None:
    library = Library.open(folder)
    assert library.refresh()
    children = [library.document(entry.article_key).record for entry in library.entries()]
    assert children == [invented.document(entry.path).record for entry in library.entries()]


def test_what_was_parsed_is_there_at_once_the_next_time(folder: Path, library: Library) -> None:
    again = Library.open(folder)
    assert again.pending() == 0
    assert again.entries() == library.entries()
    entry = again.entries()[0]
    assert again.document(entry.article_key) == library.document(entry.article_key)


def test_opening_what_is_cached_loads_neither_parser_nor_yaml(folder: Path, library: Library) -> None:
    code = (
        "import sys; from pathlib import Path; from tui.library import Library;"
        "library = Library.open(Path(sys.argv[1])); library.document(library.entries()[0].article_key).view;"
        "print(*sys.modules, sep='\\n')"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
    ).stdout
    assert not {"yaml", "rapidfuzz", "tui.parse", "tui.parse.lexicon", "multiprocessing"} & set(loaded.split())


def test_new_changed_and_removed_files_are_noticed(folder: Path, library: Library) -> None:
    (folder / "truong.txt").unlink()
    text = invented.MARKETS.replace("12/20 chợ", "14/20 chợ")
    (folder / "cho.txt").write_text(text, encoding="utf-8")
    shutil.copyfile(folder / "nuoc.txt", folder / "them.txt")
    (folder / "them.txt").write_text(invented.WATER.replace("Định Hóa", "Võ Nhai"), encoding="utf-8")
    assert library.refresh(here=True)
    assert {entry.path for entry in library.entries()} == {"cho.txt", "nuoc.txt", "them.txt"}
    entry = next(entry for entry in library.entries() if entry.path == "cho.txt")
    assert library.document(entry.article_key).text == text


def test_a_file_that_changed_meanwhile_is_shown_as_it_is_now(folder: Path, library: Library) -> None:
    entry = library.entries()[0]
    (folder / entry.path).write_text("Một dòng khác hẳn.", encoding="utf-8")
    document = library.document(entry.article_key)
    assert (document.text, document.record) == ("Một dòng khác hẳn.", None)


def test_a_key_survives_another_place_encoding_and_line_ends(folder: Path, library: Library) -> None:
    keys = {entry.article_key for entry in library.entries()}
    for name, text in invented.ARTICLES.items():
        (folder / name).unlink()
        target = folder / "deeper" / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
    library.refresh(here=True)
    assert {entry.article_key for entry in library.entries()} == keys
    assert {entry.path for entry in library.entries()} == {f"deeper/{name}" for name in invented.ARTICLES}


def test_the_new_key_of_a_changed_text_is_known(folder: Path, library: Library) -> None:
    old = next(entry for entry in library.entries() if entry.path == "cho.txt").article_key
    (folder / "cho.txt").write_text(invented.MARKETS.replace("quản lý", "trông coi"), encoding="utf-8")
    library.refresh(here=True)
    new = next(entry for entry in library.entries() if entry.path == "cho.txt").article_key
    assert library.renamed() == {old: new}


def test_the_same_article_twice_is_shown_once_and_named(folder: Path, library: Library) -> None:
    shutil.copyfile(folder / "cho.txt", folder / "z-copy.txt")
    library.refresh(here=True)
    assert len(library.entries()) == 3
    problem = next(problem for problem in library.problems() if problem.path == "z-copy.txt")
    assert problem.notice and "cho.txt" in problem.reason


def test_a_correction_by_hand_takes_the_place_of_a_parse(folder: Path, library: Library) -> None:
    record = invented.document("cho.txt").record
    assert record is not None
    corrected = to_yaml(record).replace("name: Vi Văn Tấn", "name: Vi Văn Tần")
    (folder / "cho.yaml").write_text(corrected, encoding="utf-8")
    assert library.refresh(here=True)
    entry = next(entry for entry in library.entries() if entry.path == "cho.txt")
    assert entry.corrected
    changed = library.document(entry.article_key).record
    assert changed is not None and "Vi Văn Tần" in {person.name for person in changed.people}
    (folder / "cho.yaml").unlink()
    library.refresh(here=True)
    assert not next(entry for entry in library.entries() if entry.path == "cho.txt").corrected


def test_raw_files_are_never_changed(folder: Path, library: Library) -> None:
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == invented.ARTICLES


def test_what_can_not_be_used_is_named_and_the_rest_opens(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "broken.txt").write_bytes("Một dòng".encode() + b"\xff\xfe\xfa" * 9)
    (folder / "alone.yaml").write_text("schema: giamsat/1\n", encoding="utf-8")
    (folder / "cho.yaml").write_text("people: [unclosed\n", encoding="utf-8")
    (folder / "nuoc.yaml").write_text("schema: giamsat/99\n", encoding="utf-8")
    (folder / "notes.yaml").write_text("shopping: [milk]\n", encoding="utf-8")
    (folder / "link.txt").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe.txt")
    library = refreshed(folder)
    assert len(library.entries()) == 3
    assert set(reasons(library)) == {
        "alone.yaml", "binary.txt", "broken.txt", "cho.yaml", "empty.txt", "link.txt", "nuoc.yaml", "pipe.txt"
    }  # fmt: skip
    assert all(reasons(library).values())
    assert all(library.document(entry.article_key).record is not None for entry in library.entries())


def test_what_is_wrong_is_said_again_by_the_next_reader_until_it_is_mended(folder: Path) -> None:
    (folder / "cho.yaml").write_text("people: [unclosed\n", encoding="utf-8")
    first = refreshed(folder)
    again = Library.open(folder)
    assert reasons(again) == reasons(first) != {}
    (folder / "cho.yaml").unlink()
    again.refresh(here=True)
    assert reasons(again) == {}


def test_a_folder_without_articles_is_empty(tmp_path: Path) -> None:
    library = refreshed(tmp_path)
    assert (library.entries(), library.problems()) == ((), ())


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="nowhere"):
        Library.open(tmp_path / "nowhere")


def test_one_article_is_a_library_of_its_own(folder: Path) -> None:
    library = refreshed(folder / "nuoc.txt")
    assert [entry.path for entry in library.entries()] == ["nuoc.txt"]
    assert library.problems() == ()
    assert len(refreshed(folder).entries()) == 3


def test_one_article_may_have_any_ending(folder: Path) -> None:
    (folder / "nuoc.txt").rename(folder / "nuoc.bak")
    assert [entry.place for entry in refreshed(folder / "nuoc.bak").entries()] == ["huyện Định Hóa"]


def test_without_a_path_the_library_that_ships_opens() -> None:
    library = Library.open(None)
    assert library.root == shipped_library()
    assert library.read_only
    library.refresh(here=True)
    assert [entry.place for entry in library.entries()] == ["huyện Mê Linh"]
    assert library.problems() == ()


def test_an_article_is_found_by_path_and_by_the_beginning_of_its_key(library: Library) -> None:
    entry = library.entries()[0]
    assert list(library.find(entry.path)) == [entry]
    assert list(library.find(str(library.root / entry.path))) == [entry]
    assert list(library.find(entry.article_key[:6])) == [entry]
    assert list(library.find("nothing")) == []
