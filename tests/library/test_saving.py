"""Corrections are on disk at once, over nobody's newer edit, and can be taken back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.library.correctable import TEXT, record
from tui.library import Document, Library, drafts, editing, saving
from tui.library.editing import CorrectionError
from tui.library.own import path_of
from tui.library.records import data_from_yaml, is_output, stamped, to_yaml
from tui.library.userdata import UserData
from tui.model import Record

HIEN = "le-ba-hien"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with the article that is corrected."""
    place = tmp_path / "articles"
    place.mkdir()
    (place / "dat.txt").write_text(TEXT, encoding="utf-8")
    return place


@pytest.fixture
def library(folder: Path) -> Library:
    """Return the library, read."""
    opened = Library.open(folder)
    opened.refresh(here=True)
    return opened


def document(library: Library) -> Document:
    return library.document(library.entries()[0].article_key)


def in_use(library: Library) -> Record:
    found = document(library).record
    assert found is not None
    return found


def side(library: Library) -> str:
    return next(person.side for person in in_use(library).people if person.id == HIEN)


def to_side(library: Library, wanted: str) -> saving.Saved:
    now = document(library)
    return saving.save(library, now, msgspec.convert(_sided(now, wanted), Record))


def _sided(now: Document, wanted: str) -> object:
    assert now.record is not None
    return msgspec.to_builtins(editing.set_side(now.record, HIEN, wanted))  # type: ignore[arg-type]


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(CorrectionError) as error:
        act()
    return str(error.value)


def test_a_correction_is_beside_its_source_and_in_use_at_once(folder: Path, library: Library) -> None:
    to_side(library, "unknown")
    assert side(library) == "unknown" and document(library).entry.corrected
    data, _ = data_from_yaml((folder / "dat.yaml").read_text("utf-8"), "dat.yaml")
    assert not is_output(data) and "content_sha256" not in data["record"]
    again = Library.open(folder)
    assert again.pending() == 0 and side(again) == "unknown"
    assert not again.refresh(here=True)
    assert (folder / "dat.txt").read_text("utf-8") == TEXT


def test_output_of_the_program_gives_way_to_a_correction(folder: Path, library: Library) -> None:
    (folder / "dat.yaml").write_text(to_yaml(stamped(record(), 1)), encoding="utf-8")
    library.refresh(here=True)
    saved = to_side(library, "unknown")
    assert side(library) == "unknown"
    saving.take_back(saved, library)
    assert (folder / "dat.yaml").read_text("utf-8") == to_yaml(stamped(record(), 1))


def test_corrections_are_taken_back_one_by_one(folder: Path, library: Library) -> None:
    first, second = to_side(library, "unknown"), to_side(library, "attending")
    user = UserData.open()
    user.corrected(second.article_key, "Lê Bá Hiền", msgspec.msgpack.encode(to_side(library, "supervising")))
    undone = user.undo()
    assert undone is not None
    third = msgspec.msgpack.decode(undone.elsewhere, type=saving.Saved)
    seen = []
    for saved in (third, second, first):
        seen.append(side(library))
        saving.take_back(saved, library)
    assert seen == ["supervising", "attending", "unknown"]
    assert not (folder / "dat.yaml").exists() and in_use(library) == record()
    assert not document(library).entry.corrected


def test_a_newer_edit_of_somebody_else_is_never_overwritten(folder: Path, library: Library) -> None:
    to_side(library, "unknown")
    mine = document(library)
    edited = (folder / "dat.yaml").read_text("utf-8").replace("name: Giàng A Phử", "name: Giàng A Phủ")
    (folder / "dat.yaml").write_text(edited, encoding="utf-8")
    assert mine.record is not None
    changed = editing.set_side(mine.record, HIEN, "attending")
    assert "dat.txt" in refused(lambda: saving.save(library, mine, changed))
    assert (folder / "dat.yaml").read_text("utf-8") == edited
    library.refresh(here=True)
    to_side(library, "attending")
    assert "name: Giàng A Phủ" in (folder / "dat.yaml").read_text("utf-8")


def test_a_correction_that_appeared_or_went_meanwhile_is_noticed(folder: Path, library: Library) -> None:
    before = document(library)
    corrected = editing.set_side(record(), HIEN, "unknown")
    (folder / "dat.yaml").write_text(to_yaml(corrected), encoding="utf-8")
    refused(lambda: saving.save(library, before, editing.set_side(record(), HIEN, "attending")))
    library.refresh(here=True)
    now = document(library)
    (folder / "dat.yaml").unlink()
    refused(lambda: saving.save(library, now, editing.set_side(corrected, HIEN, "attending")))
    assert not (folder / "dat.yaml").exists()


def test_a_text_that_has_changed_is_not_corrected_blindly(folder: Path, library: Library) -> None:
    now = document(library)
    (folder / "dat.txt").write_text(TEXT.replace("chậm", "rất chậm"), encoding="utf-8")
    refused(lambda: saving.save(library, now, editing.set_side(record(), HIEN, "unknown")))
    assert not (folder / "dat.yaml").exists()


def test_what_was_edited_since_can_not_be_taken_back(folder: Path, library: Library) -> None:
    saved = to_side(library, "unknown")
    with (folder / "dat.yaml").open("a", encoding="utf-8") as file:
        file.write("# đã xem lại\n")
    refused(lambda: saving.take_back(saved, library))
    assert (folder / "dat.yaml").read_text("utf-8").endswith("# đã xem lại\n")


def test_what_people_wrote_beside_the_record_stays(folder: Path, library: Library) -> None:
    to_side(library, "unknown")
    lines = (folder / "dat.yaml").read_text("utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if "name: Sùng Thị Pa" in line)
    lines[place:place] = ["    # hỏi lại văn phòng"]
    lines = ["# Lan xem ngày 5/11", *lines, "reviewed_by: Lan"]
    (folder / "dat.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    library.refresh(here=True)
    saved = to_side(library, "attending")
    text = (folder / "dat.yaml").read_text("utf-8")
    assert text.startswith("# Lan xem ngày 5/11\n") and text.endswith("reviewed_by: Lan\n")
    after = text.splitlines()
    assert after[next(n for n, line in enumerate(after) if "name: Sùng Thị Pa" in line) - 1].endswith("văn phòng")
    assert side(library) == "attending"
    saving.take_back(saved, library)
    assert (folder / "dat.yaml").read_text("utf-8") == "\n".join(lines) + "\n"


def test_a_comment_on_the_corrected_line_itself_is_kept_above(folder: Path, library: Library) -> None:
    to_side(library, "unknown")
    text = (folder / "dat.yaml").read_text("utf-8").replace("side: unknown", "side: unknown  # theo bà Hoa", 1)
    assert "theo bà Hoa" in text
    (folder / "dat.yaml").write_text(text, encoding="utf-8")
    library.refresh(here=True)
    to_side(library, "attending")
    assert "theo bà Hoa" in (folder / "dat.yaml").read_text("utf-8").splitlines()[0]
    assert side(library) == "attending"


def test_a_record_of_another_source_with_the_same_name_is_left_alone(folder: Path, library: Library) -> None:
    other = to_yaml(record()).replace("path: dat.txt", "path: dat.html")
    (folder / "dat.yaml").write_text(other, encoding="utf-8")
    library.refresh(here=True)
    to_side(library, "unknown")
    assert (folder / "dat.yaml").read_text("utf-8") == other
    assert path_of(document(library).article_key).exists() and side(library) == "unknown"


def test_what_was_corrected_in_words_that_are_gone_is_set_aside_before_the_next_correction(
    folder: Path, library: Library
) -> None:
    saving.save(library, document(library), editing.set_figure(record(), "F1", value="125"))
    lost = (folder / "dat.yaml").read_bytes()
    (folder / "dat.txt").write_text(TEXT.replace("120 giấy", "130 giấy"), encoding="utf-8")
    library.refresh(here=True)
    to_side(library, "unknown")
    kept = [file.read_bytes() for file in path_of("").parent.glob("earlier/*.yaml")]
    assert kept == [lost]
    library.refresh(here=True)
    assert [problem for problem in library.problems() if not problem.notice] == []


AS_NOBODY = f"""
import os, sys
from pathlib import Path
from tui.library import Library, drafts, editing, saving

def correct(folder):
    library = Library.open(Path(folder))
    library.refresh(here=True)
    now = library.document(library.entries()[0].article_key)
    return library, saving.save(library, now, editing.set_side(now.record, {HIEN!r}, "unknown"))

correct(sys.argv[2])  # all modules are loaded while they may be read
os.environ.update(XDG_DATA_HOME=sys.argv[3] + "/data", XDG_CACHE_HOME=sys.argv[3] + "/cache")
os.setuid(65534)
library, saved = correct(sys.argv[1])
assert library.read_only
again = Library.open(Path(sys.argv[1]))
again.refresh(here=True)
record = again.document(again.entries()[0].article_key).record
assert [one.side for one in record.people if one.id == {HIEN!r}] == ["unknown"]
saving.take_back(saved, again)
assert not again.entries()[0].corrected
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_a_library_that_can_not_be_written_keeps_its_corrections_with_the_user(folder: Path, tmp_path: Path) -> None:
    copy, home = tmp_path / "copy", tmp_path / "home of nobody"
    shutil.copytree(folder, copy)
    home.mkdir()
    home.chmod(0o777)
    for place in (tmp_path, *tmp_path.parents[:3]):
        place.chmod(place.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, folder, copy, home], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [path.name for path in folder.iterdir()] == ["dat.txt"]


def test_a_draft_is_edited_checked_and_saved(folder: Path, library: Library) -> None:
    now = document(library)
    text = drafts.draft(library, now)
    assert drafts.save(library, now, text) is None and not (folder / "dat.yaml").exists()
    start = text.index('name_selector: {exact: "Giàng A Phử"')
    end = text.index("\n", start)
    edited = text[:start] + 'name_selector: {exact: "Giàng A Phử"}' + text[end:]
    edited = edited.replace("name: Giàng A Phử", "name: Giàng A Phủ  # theo giấy mời")
    assert not drafts.check(library, now, edited).problems
    saved = drafts.save(library, now, edited)
    written = (folder / "dat.yaml").read_text("utf-8")
    assert saved is not None and "# theo giấy mời" in written and 'exact: "Giàng A Phử"}' not in written
    person = next(one for one in in_use(library).people if one.id == "giang-a-phu")
    assert person.name == "Giàng A Phủ" and person.found is not None and person.found.how == "corrected"
    assert [one.id for one in in_use(library).people if one.found and one.found.how == "corrected"] == ["giang-a-phu"]
    saving.take_back(saved, library)
    assert in_use(library) == record()


def test_an_item_that_was_deleted_in_a_draft_is_kept_in_mind(library: Library) -> None:
    now = document(library)
    assert now.record is not None
    fewer = to_yaml(msgspec.structs.replace(now.record, figures=now.record.figures[:-1], record=None))
    drafts.save(library, now, fewer)
    assert [one.selector.exact for one in in_use(library).removed] == ["17"]


@pytest.mark.parametrize(
    ("old", "new", "line_of"),
    [
        ("side: supervising", "side: supervisor", "supervisor"),
        ("name: Giàng A Phử", "name: [1, 2", "name: [1"),
        ('exact: "17 lá đơn"', 'exact: "18 lá đơn"', "18 lá đơn"),
        ("id: giang-a-phu", "id: le-ba-hien", "id: le-ba-hien"),
    ],
)
def test_what_is_wrong_in_a_draft_is_named_with_its_line(
    library: Library, folder: Path, old: str, new: str, line_of: str
) -> None:
    now = document(library)
    edited = drafts.draft(library, now).replace(old, new)
    problems = drafts.check(library, now, edited).problems
    lines = [number for number, line in enumerate(edited.splitlines(), 1) if line_of in line]
    assert problems and problems[0].line is not None
    assert min(abs(problems[0].line - line) for line in lines) <= 1
    refused(lambda: drafts.save(library, now, edited))
    assert not (folder / "dat.yaml").exists()
