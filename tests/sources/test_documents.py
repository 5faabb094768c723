"""Word and PDF files are read in a child that can be killed, and what is broken or made to hurt is named."""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

import pytest

from tests.sources import documents
from tui.sources import child
from tui.sources.errors import SourceError
from tui.sources.read import read_data

PAGES = [
    ["Báo Tây Sơn Hạ - số 1", "HĐND xã Đông Kỳ giám sát nước sạch", "Ngày 4/3/2025, ông Lò Văn Ỏn chủ trì", "- 1 -"],
    ["Báo Tây Sơn Hạ - số 1", "buổi giám sát; đề nghị xã rà soát", "12 công trình.", "- 2 -"],
    ["Báo Tây Sơn Hạ - số 1", "Nguyễn Hà", "- 3 -"],
]


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read_data(data, "a")
    return str(caught.value)


def same(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(name, data)


def test_a_word_document_is_read_in_order() -> None:
    source = read_data(documents.word_document(), "a.docx")
    assert source.text == documents.word_text()
    assert (source.format, source.reader, source.encoding) == ("docx", "giamsat-docx 1", "utf-8")


def test_a_pdf_file_is_read_without_what_frames_its_pages() -> None:
    source = read_data(documents.pdf(PAGES), "a.pdf")
    assert source.text.split("\n") == [
        "HĐND xã Đông Kỳ giám sát nước sạch",
        "Ngày 4/3/2025, ông Lò Văn Ỏn chủ trì",
        "",
        "buổi giám sát; đề nghị xã rà soát",
        "12 công trình.",
        "",
        "Nguyễn Hà",
        "",
    ]
    assert (source.format, source.reader) == ("pdf", "giamsat-pdf 1")


def test_a_document_type_in_word_is_refused() -> None:
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'

    def change(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
        archive.writestr(name, entity + data.split(b"?>", 1)[1] if name == "word/document.xml" else data)

    assert (
        refused(documents.repacked(change)) == "a: word/document.xml: holds a document type, which Word documents don't"
    )


def test_a_document_type_can_not_hide_in_utf_16() -> None:
    def change(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
        archive.writestr(name, data.decode().encode("utf-16") if name == "word/document.xml" else data)

    assert "holds a document type" in refused(documents.repacked(change))


@pytest.mark.parametrize("name", ["../outside.xml", "/etc/outside.xml", "word\\..\\..\\a.xml", "C:/a.xml"])
def test_names_that_lead_out_of_the_archive_are_refused(name: str) -> None:
    assert "its parts are named wrongly" in refused(documents.repacked(same, (name, b"<a/>")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_second_main_part_is_refused() -> None:
    assert "its parts are named wrongly" in refused(documents.repacked(same, ("word/document.xml", b"<a/>")))


@pytest.mark.parametrize("size", [5_000_000, 60_000_000])
def test_a_bomb_is_refused_before_it_is_unpacked(size: int) -> None:
    assert "unpacks to more" in refused(documents.repacked(same, ("word/media/a.bin", b"\x00" * size)))


def test_a_picture_from_outside_is_not_fetched() -> None:
    def change(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
        if name == "word/_rels/document.xml.rels":
            link = b'<Relationship Id="rIdX" Type="http://a.example/image" Target="http://127.0.0.1:9/a" '
            data = data.replace(b"</Relationships>", link + b'TargetMode="External"/></Relationships>')
        archive.writestr(name, data)

    assert read_data(documents.repacked(change), "a").text == documents.word_text()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (documents.word_document()[:-200], "is a damaged Word document"),
        (b"PK\x03\x04 word/document.xml", "is a damaged Word document"),
        (b"%PDF-1.7\nnothing", "is a damaged PDF file"),
        (documents.pdf([[""]]), "has no text layer"),
        (documents.pdf([["a"]] * 501), "has 501 pages, at most 500 are read"),
    ],
    ids=["cut off", "no archive", "no objects", "no text", "too many pages"],
)
def test_a_broken_document_is_named(data: bytes, said: str) -> None:
    assert said in refused(data)


@pytest.mark.parametrize("make", [documents.pdf_bomb, documents.pdf_circle])
def test_a_pdf_file_that_was_made_to_hurt_ends_in_time(make: object) -> None:
    started = time.monotonic()
    assert refused(make()).isprintable()  # type: ignore[operator]
    assert time.monotonic() - started < child.SECONDS + 5


def test_a_child_that_takes_too_long_is_killed() -> None:
    with pytest.raises(SourceError, match="takes too long to read: stopped after 0 s"):
        child.extract("pdf", documents.pdf(PAGES), "a", seconds=0.01)


def test_a_missing_reader_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "find_spec", lambda name: None)
    assert "pip install 'giamsat[import]'" in refused(documents.pdf(PAGES))


def test_the_child_has_no_environment_and_can_write_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "a")
    probe = (
        "import json, os, sys\n"
        "from tui.sources.child import _confine\n"
        "_confine()\n"
        "try:\n    open(sys.argv[1], 'w').write('x' * 100_000); wrote = True\n"
        "except OSError:\n    wrote = False\n"
        "print(json.dumps([wrote, 'SECRET' in os.environ]))\n"
    )
    assert child._run(probe, [str(tmp_path / "file")], b"", 20) == b"[false, false]\n"
    assert (tmp_path / "file").stat().st_size == 0
    assert os.environ["SECRET"] == "a"
