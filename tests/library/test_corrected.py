"""What a person corrected is used from then on, and survives a change of the source where its words still stand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.library.correctable import TEXT, at, record
from tui.library import Library, Problem, editing
from tui.library.corrections import problems
from tui.library.own import path_of
from tui.library.records import to_yaml
from tui.model import Person, Record

TA, HIEN = "tan-lao-ta", "le-ba-hien"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a library with the article that is corrected."""
    place = tmp_path / "articles"
    place.mkdir()
    (place / "dat.txt").write_text(TEXT, encoding="utf-8")
    return place


def read(folder: Path) -> tuple[Record, tuple[Problem, ...]]:
    """Return the record that a reader gets, sound over the text as it is now, and what is wrong."""
    library = Library.open(folder)
    library.refresh(here=True)
    (entry,) = library.entries()
    document = library.document(entry.article_key)
    assert document.record is not None
    assert problems(document.record, document.text) == []
    return document.record, tuple(library.problems())


def kept(folder: Path, corrected: Record) -> None:
    (folder / "dat.yaml").write_text(to_yaml(corrected), encoding="utf-8")


def changed(folder: Path, *changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "dat.txt").write_text(text, encoding="utf-8", newline="")
    return text


def person(of: Record, name: str) -> Person | None:
    return next((one for one in of.people if one.name == name), None)


def side(library: Library, article_key: str) -> str | None:
    now = library.document(article_key).record
    found = person(now, "Lê Bá Hiền") if now else None
    return found.side if found else None


INSERTED = ("Báo cáo tại buổi", "Đoàn đã thăm 3 thửa đất của xã Mường Vi.\n\nBáo cáo tại buổi")


def test_what_was_corrected_survives_words_that_come_before_it(folder: Path) -> None:
    corrected = editing.set_side(record(), HIEN, "unknown")
    corrected = editing.rename(corrected, TEXT, TA, "Tẩn Lão Tả")
    corrected = editing.set_figure(corrected, "F1", value="125")
    kept(folder, corrected)
    text = changed(folder, INSERTED)
    now, wrong = read(folder)
    assert [(problem.path, problem.notice) for problem in wrong] == [("dat.yaml", True)]
    renamed, sided = person(now, "Tẩn Lão Tả"), person(now, "Lê Bá Hiền")
    assert renamed is not None and len(renamed.mentions) == 2 and person(now, "Tẩn Láo Tả") is None
    assert sided is not None and sided.side == "unknown"
    assert 125 in {figure.value for figure in now.figures}
    assert "3 thửa đất" in {figure.selector.exact for figure in now.figures}  # the new words are read, too
    assert {block.speaker for block in now.blocks} >= {TA, HIEN} and len(text) == now.source.characters


def test_what_was_taken_out_stays_out_and_what_was_added_stays(folder: Path) -> None:
    corrected = editing.remove(editing.remove(record(), "giang-a-phu"), "F1")
    corrected, _ = editing.add_request(corrected, TEXT, *at("việc công khai quy hoạch"), requester_id=HIEN)
    kept(folder, corrected)
    changed(folder, INSERTED)
    now, _ = read(folder)
    assert person(now, "Giàng A Phử") is None
    assert "120 giấy chứng nhận" not in {figure.selector.exact for figure in now.figures}
    added = next(one for one in now.requests if one.action.exact == "việc công khai quy hoạch")
    assert added.requester_id == HIEN and added.found is not None and added.found.how == "corrected"


def test_other_line_ends_lose_nothing(folder: Path) -> None:
    kept(folder, editing.merge(record(), HIEN, TA))
    changed(folder, ("\n", "\r\n"))
    now, wrong = read(folder)
    assert all(problem.notice for problem in wrong)
    one = person(now, "Lê Bá Hiền")
    assert one is not None and len(one.mentions) == 5 and person(now, "Tẩn Láo Tả") is None
    assert {statement.speaker_id for statement in now.statements} == {HIEN}


def test_another_encoding_keeps_the_correction_whole(folder: Path) -> None:
    corrected = editing.set_side(record(), HIEN, "unknown")
    kept(folder, corrected)
    (folder / "dat.txt").write_bytes(TEXT.encode("utf-16"))
    now, wrong = read(folder)
    assert (now.people, wrong) == (corrected.people, ())


def test_words_that_are_gone_take_their_correction_along_and_that_is_said(folder: Path) -> None:
    kept(folder, editing.set_figure(record(), "F1", value="125"))
    changed(folder, ("120 giấy chứng nhận", "130 giấy chứng nhận"))
    now, wrong = read(folder)
    assert {figure.value for figure in now.figures} >= {130} and 125 not in {figure.value for figure in now.figures}
    said = [problem for problem in wrong if not problem.notice]
    assert said and all(problem.path == "dat.yaml" and problem.line for problem in said)
    assert any(problem.reason.startswith("figures[0].selector") for problem in said)
    assert "125" in (folder / "dat.yaml").read_text("utf-8")  # the file keeps it


def test_what_nobody_corrected_is_read_anew_without_a_word(folder: Path) -> None:
    kept(folder, editing.set_side(record(), HIEN, "unknown"))
    changed(folder, ("việc đo đạc còn chậm", "việc đo đạc vẫn chậm"))
    now, wrong = read(folder)
    assert all(problem.notice for problem in wrong)
    assert any("vẫn chậm" in statement.selector.exact for statement in now.statements)


def test_a_record_that_was_edited_without_marks_counts_whole(folder: Path) -> None:
    edited = to_yaml(record()).replace("location: xã Mường Vi", "location: xã Mường Vi (Bát Xát)")
    edited = edited.replace("name: Giàng A Phử", "name: Giàng A Phủ")
    (folder / "dat.yaml").write_text(edited, encoding="utf-8")
    changed(folder, INSERTED)
    now, _ = read(folder)
    assert now.event.location == "xã Mường Vi (Bát Xát)"
    assert person(now, "Giàng A Phủ") is not None and person(now, "Giàng A Phử") is None


def test_a_chair_who_was_corrected_presides_over_the_new_text(folder: Path) -> None:
    kept(folder, editing.set_chair(record(), HIEN, True))
    changed(folder, INSERTED)
    now, _ = read(folder)
    assert [one.id for one in now.people if one.is_chair] == [HIEN] and now.event.chair_id == HIEN


def test_one_wrong_quote_costs_its_item_and_no_more(folder: Path) -> None:
    corrected = to_yaml(editing.set_side(record(), HIEN, "unknown"))
    figure = next(one for one in record().figures if one.selector.exact == "17 lá đơn")
    place = f'{{exact: "17 lá đơn", start: {figure.selector.start}, end: {figure.selector.end}}}'
    assert place in corrected
    (folder / "dat.yaml").write_text(corrected.replace(place, '{exact: "71 lá đơn"}'), encoding="utf-8")
    now, wrong = read(folder)
    assert figure.id not in {one.id for one in now.figures} and len(now.figures) == len(record().figures) - 1
    hien = person(now, "Lê Bá Hiền")
    assert hien is not None and hien.side == "unknown"
    assert [(problem.path, problem.line is not None) for problem in wrong] == [("dat.yaml", True)]


def test_the_user_s_own_correction_counts_before_one_beside_the_source(folder: Path) -> None:
    library = Library.open(folder)
    library.refresh(here=True)
    key = library.entries()[0].article_key
    kept(folder, editing.set_side(record(), HIEN, "attending"))
    mine = path_of(key)
    mine.parent.mkdir(parents=True)
    mine.write_text(to_yaml(editing.set_side(record(), HIEN, "unknown")), encoding="utf-8")
    assert library.refresh(here=True) and library.entries()[0].corrected
    assert side(library, key) == "unknown"
    assert not library.refresh(here=True)
    mine.unlink()
    library.refresh(here=True)
    assert side(library, key) == "attending"


def test_the_user_s_own_correction_goes_with_a_text_that_changes(folder: Path) -> None:
    library = Library.open(folder)
    library.refresh(here=True)
    mine = path_of(library.entries()[0].article_key)
    mine.parent.mkdir(parents=True)
    mine.write_text(to_yaml(editing.set_side(record(), HIEN, "unknown")), encoding="utf-8")
    library.refresh(here=True)
    changed(folder, INSERTED)
    os.utime(folder / "dat.txt", (1, 1))
    library.refresh(here=True)
    (entry,) = library.entries()
    assert entry.corrected and path_of(entry.article_key).name != mine.name
    assert side(library, entry.article_key) == "unknown"
