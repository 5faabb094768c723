"""What the user added, on the command line: asked for, shared, saved and brought back."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import invented
from tests.cli.conftest import Run
from tests.userdata.places import FIGURE, KEY, PASSAGE, PERSON, REQUEST
from tui.library import Library
from tui.library.userdata import Mark, UserData
from tui.library.userdata.recognition import meet
from tui.paths import data_dir


@pytest.fixture
def user(library: Path) -> Iterator[UserData]:
    """Return the user's data, once all articles of the library were opened."""
    opened, folder = UserData.open(), Library.open(library)
    folder.refresh(here=True)
    for entry in folder.entries():
        meet(opened, folder.document(entry.article_key), library)
    folder.close()
    yield opened
    opened.close()


def paths(run: Run, query: str, library: Path) -> set[str]:
    lines = run("search", "-l", library, "--format", "jsonl", "--", query).out.splitlines()
    return {hit["path"] for hit in map(json.loads, lines) if "path" in hit}


def test_search_finds_what_was_starred_tagged_and_noted(run: Run, library: Path, user: UserData) -> None:
    user.star(FIGURE, True)
    user.tag(PERSON, "Hỏi lại")
    user.add_note(PASSAGE, "Năm trước là 11/20.")
    for query in ("has:star", "has:tag", "has:note", "tag:hoi", 'tag:"hỏi lại" has:note', "-tag:khác has:star"):
        assert paths(run, query, library) == {"cho.txt"}
    assert paths(run, "tag:khác", library) == set()
    assert paths(run, "-has:note", library) == {"nuoc.txt", "truong.txt"}


def test_search_finds_it_after_the_text_was_corrected(run: Run, library: Path, user: UserData) -> None:
    user.add_note(PASSAGE, "Năm trước là 11/20.")
    user.mark(Mark(anchor=FIGURE, library=str(library), path="cho.txt", label="12/20 chợ"))
    text = invented.MARKETS.replace("quản lý", "trông coi")
    (library / "cho.txt").write_text(text, encoding="utf-8")
    assert paths(run, "has:note", library) == {"cho.txt"}
    outcome = run("export", "--marked", "-l", library)
    assert (outcome.status, outcome.errors) == (0, [])
    assert "12/20 chợ" in outcome.out


def test_requests_tell_their_state_and_can_be_narrowed_to_one(
    run: Run, library: Path, user: UserData, tmp_path: Path
) -> None:
    user.set_state(REQUEST, "answered")
    user.set_due(REQUEST, "2024-06-30")
    user.add_note(REQUEST, "Đã gọi hai lần.")
    out = run("requests", "--format", "csv", "-l", library).out.removeprefix("\ufeff")
    rows = {row["path"]: row for row in csv.DictReader(io.StringIO(out))}
    answered, other = rows["cho.txt"], rows["nuoc.txt"]
    assert (answered["state"], answered["due"], answered["notes"]) == ("answered", "2024-06-30", "Đã gọi hai lần.")
    assert (other["state"], other["due"], other["notes"]) == ("open", "", "")
    target = tmp_path / "open.csv"
    assert run("requests", "--state", "open", "-l", library, "-o", target).status == 0
    assert [row["path"] for row in csv.DictReader(io.StringIO(target.read_text("utf-8-sig")))] == ["nuoc.txt"]
    assert run("requests", "--state", "dropped", "-l", library).status == 1


def test_notes_go_to_a_file_and_back(run: Run, user: UserData, tmp_path: Path) -> None:
    user.add_note(PERSON, "Hỏi về chợ đêm.")
    file = tmp_path / "notes.yaml"
    assert run("notes", "export", file).status == 0
    assert run("notes", "export", file).status == 1
    assert run("notes", "export", file, "--force").status == 0
    assert run("notes", "export", "-").out == file.read_text("utf-8")
    user.undo()
    first, again = run("notes", "import", file), run("notes", "import", file)
    assert (first.out, again.out) == ("new: 1\n", "here already: 1\n")
    assert [note.text for kept in user.kept() for note in kept.notes] == ["Hỏi về chợ đêm."]


@pytest.mark.parametrize("content", [b"shopping: [milk]\n", b"\xff\xfe\xfa", b"", b"a: [" * 50_000])
def test_a_file_that_holds_no_notes_is_named(run: Run, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    for name in (file, tmp_path / "nowhere.yaml", tmp_path):
        outcome = run("notes", "import", name)
        assert outcome.status == 1
        assert len(outcome.errors) == 1 and str(name) in outcome.errors[0]


def corrected(library: Path, run: Run) -> str:
    """Correct a record, decide something about people, and return the record's text."""
    run("parse", library / "cho.txt", library / "nuoc.txt", "-o", library)
    record = library / "cho.yaml"
    text = record.read_text("utf-8").replace("name: Vi Văn Tấn", "name: Vi Văn Tần")
    record.write_text(text, encoding="utf-8")
    (library / "people.yaml").write_text("# quyết định\n", encoding="utf-8")
    own = data_dir() / "corrections" / f"{KEY}.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("mine\n", encoding="utf-8")
    return text


def test_a_backup_brings_everything_back(run: Run, library: Path, user: UserData, tmp_path: Path) -> None:
    text = corrected(library, run)
    user.add_note(PERSON, "Hỏi về chợ đêm.")
    kept, file = user.kept(), tmp_path / "monday.giamsat"
    outcome = run("backup", file)
    assert outcome.status == 0
    assert str(library) in outcome.out
    assert file.stat().st_mode & 0o777 == 0o600
    user.remove_note(kept[0].notes[0].id)
    user.star(KEY, True)
    (library / "cho.yaml").unlink()
    (library / "people.yaml").write_text("# anders\n", encoding="utf-8")
    (data_dir() / "corrections" / f"{KEY}.yaml").unlink()
    outcome = run("restore", file)
    assert (outcome.status, outcome.errors) == (0, [])
    assert user.kept() == kept
    assert (library / "cho.yaml").read_text("utf-8") == text
    assert (library / "people.yaml").read_text("utf-8") == "# quyết định\n"
    assert (data_dir() / "corrections" / f"{KEY}.yaml").read_text("utf-8") == "mine\n"


def test_what_a_backup_replaces_is_kept_and_can_be_brought_back(
    run: Run, library: Path, user: UserData, tmp_path: Path
) -> None:
    corrected(library, run)
    file = tmp_path / "monday.giamsat"
    assert run("backup", file).status == 0
    user.add_note(PERSON, "Mới.")
    kept = user.kept()
    (library / "people.yaml").write_text("# mới\n", encoding="utf-8")
    assert run("restore", file).status == 0
    assert user.kept() == ()
    (copy,) = data_dir().glob("before-restore-*.giamsat")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert run("restore", copy).status == 0
    assert user.kept() == kept
    assert (library / "people.yaml").read_text("utf-8") == "# mới\n"


def test_only_what_people_made_is_in_a_backup(run: Run, library: Path, user: UserData, tmp_path: Path) -> None:
    corrected(library, run)
    (library / "shopping.yaml").write_text("milk: 1\n", encoding="utf-8")
    file = tmp_path / "monday.giamsat"
    run("backup", file)
    with zipfile.ZipFile(file) as archive:
        listed = [one["path"] for one in json.loads(archive.read("list.json"))["files"]]
    assert sorted(listed) == sorted([f"corrections/{KEY}.yaml", "people.yaml", "cho.yaml"])


def test_a_backup_is_not_written_over_a_file(run: Run, user: UserData, tmp_path: Path) -> None:
    file = tmp_path / "monday.giamsat"
    file.write_text("mine", encoding="utf-8")
    outcome = run("backup", file)
    assert (outcome.status, file.read_text("utf-8")) == (1, "mine")
    assert len(outcome.errors) == 1 and "--force" in outcome.errors[0]
    assert run("backup", file, "--force").status == 0
    assert run("backup", tmp_path / "no" / "such" / "folder").status == 1
    assert run("backup", tmp_path / "x", "-l", tmp_path / "nowhere").status == 1


def test_a_library_that_is_gone_is_named_and_the_rest_comes_back(
    run: Run, library: Path, user: UserData, tmp_path: Path
) -> None:
    corrected(library, run)
    user.star(KEY, True)
    file = tmp_path / "monday.giamsat"
    run("backup", file)
    user.star(KEY, False)
    library.rename(library.with_name("moved"))
    outcome = run("restore", file)
    assert outcome.status == 1
    assert len(outcome.errors) == 1 and str(library) in outcome.errors[0]
    assert user.stars() == {KEY}


def changed(file: Path, change: dict[str, object]) -> Path:
    """Return a backup whose list says something else."""
    other = file.with_name("other.giamsat")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "list.json":
                content = json.dumps(json.loads(content) | change).encode()
            new.writestr(name, content)
    return other


HOSTILE = [
    ("../../x.yaml", None),
    ("/etc/x.yaml", None),
    ("corrections/../../x.yaml", None),
    ("corrections/.hidden.yaml", None),
    ("userdata.sqlite", None),
    ("x.yaml", None),
    ("C:\\x.yaml", 0),
    ("../articles/cho.yaml", 0),
    (".bashrc", 0),
    ("cho.txt", 0),
    ("nothing-beside.yaml", 0),
    ("link/x.yaml", 0),
    ("people.yaml", 7),
]


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(("path", "number"), HOSTILE, ids=[path for path, _ in HOSTILE])
def test_a_backup_can_not_write_anywhere_else(
    path: str, number: int | None, run: Run, library: Path, tmp_path: Path
) -> None:
    corrected(library, run)
    file = tmp_path / "monday.giamsat"
    run("backup", file)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "x.txt").write_text("x", encoding="utf-8")
    (library / "link").symlink_to(outside)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with zipfile.ZipFile(file) as archive:
        files = json.loads(archive.read("list.json"))["files"]
    record = next(one for one in files if one["path"] == "cho.yaml")
    other = changed(file, {"files": [record | {"path": path, "library": number}]})
    outcome = run("restore", other)
    assert outcome.status == 1
    assert len(outcome.errors) == 1
    other.unlink()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert not (data_dir() / "x.yaml").exists()


def test_a_file_that_is_no_backup_is_named_and_changes_nothing(
    run: Run, library: Path, user: UserData, tmp_path: Path
) -> None:
    user.star(KEY, True)
    file = tmp_path / "monday.giamsat"
    run("backup", file)
    content = file.read_bytes()
    wrong = {
        "empty": b"",
        "text": b"this is no backup",
        "cut": content[: len(content) // 2],
        "newer": changed(file, {"schema": "giamsat-backup/2"}).read_bytes(),
        "another list": changed(file, {"files": "x"}).read_bytes(),
        "no such member": changed(file, {"files": [{"member": "y", "library": None, "path": "z"}]}).read_bytes(),
    }
    with zipfile.ZipFile(other := tmp_path / "database", "w") as archive:
        archive.writestr("list.json", zipfile.ZipFile(file).read("list.json"))
        archive.writestr("userdata.sqlite", b"no database" * 1000)
    wrong["another database"] = other.read_bytes()
    user.star(FIGURE, True)
    kept = user.kept()
    for name, bad in wrong.items():
        (tmp_path / name).write_bytes(bad)
        outcome = run("restore", tmp_path / name)
        assert outcome.status == 1, name
        assert len(outcome.errors) == 1 and str(tmp_path / name) in outcome.errors[0], name
        assert user.kept() == kept, name
    assert not list(data_dir().glob("before-restore-*"))


def test_help_tells_about_topics_and_commands(run: Run) -> None:
    topics = run("help", "--lang", "en").out
    for topic in ("keys", "queries", "library", "notes", "requests", "export", "corrections", "safety"):
        assert f"\n  {topic} " in topics
        for language in ("vi", "en"):
            told = run("help", topic, "--lang", language)
            assert told.status == 0
            assert max(map(len, told.out.splitlines())) <= 100
        assert len(told.out.splitlines()) > 3
    assert run("help", "search").out == run("search", "--help").out
    assert run("help", "cooking").status == 2


def test_help_tells_the_keys_of_the_reader(run: Run) -> None:
    out = run("help", "keys", "--lang", "en").out
    assert "  gg home             Move to the beginning" in out.splitlines()
    assert out.count("Move to the beginning") == 1
