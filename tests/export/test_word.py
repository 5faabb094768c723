"""A Word document says what the text says, opens with other programs, and tells nothing of whoever made it."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date

import docx
import pytest
from docx.document import Document as Word

from tests import invented
from tui import messages
from tui.export import Item, NoWordError, export, packed
from tui.export.item import figure, passage, person
from tui.export.rows import Row, packed_rows
from tui.library import Document
from tui.text.clean import Clean

DAY = date(2026, 11, 24)
ROWS: list[Row] = [
    {
        "requester": "Lò Quý Khánh",
        "attribution": "carried_over",
        "addressees": "UBND huyện Phú Bình",
        "action": "rà soát mạng lưới chợ",
        "date": "2023-10-11",
        "state": "answered",
        "due": None,
        "headline": "Giám sát chợ",
        "publisher": "Báo Thử",
        "published": "2023-10-12T08:15:00+07:00",
        "path": "cho.txt",
        "start": 5,
        "end": 26,
        "article_key": "0" * 16,
    }
] * 3


@pytest.fixture(scope="module")
def market() -> Document:
    return invented.document("cho.txt")


@pytest.fixture(autouse=True)
def english() -> None:
    messages.use("en")


def opened(data: bytes) -> Word:
    return docx.Document(io.BytesIO(data))


def some(document: Document) -> list[Item]:
    record = document.record
    assert record is not None
    return [person(document, record.people[0]), figure(document, record.figures[0])]


def test_a_document_has_the_titles_quotes_and_citations_of_the_text(market: Document) -> None:
    word = opened(packed(some(market), "docx", DAY))
    said = "\n".join(paragraph.text for paragraph in word.paragraphs)
    text = export(some(market), "text", DAY)
    for line in filter(None, text.splitlines()):
        assert line.strip() in said
    quotes = [paragraph.text for paragraph in word.paragraphs if paragraph.style and paragraph.style.name == "Quote"]
    assert len(quotes) == 2 and all(quote.strip("“”") in market.text for quote in quotes)


def test_a_table_has_a_row_each_with_its_source_and_names_in_words() -> None:
    (table,) = opened(packed_rows(ROWS, "docx", Clean("Requests"), DAY)).tables
    head, first, *rest = [[cell.text for cell in row.cells] for row in table.rows]
    assert head == ["Requester", "Addressee", "What is asked", "Date", "State", "Due", "Source"]
    assert first == [
        "Lò Quý Khánh (inferred)",
        "UBND huyện Phú Bình",
        "rà soát mạng lưới chợ",
        "11/10/2023",
        "answered",
        "",
        "“Giám sát chợ”, Báo Thử, 12/10/2023 08:15, cho.txt#5-26",
    ]
    assert rest == [first, first]
    assert [run.bold for cell in table.rows[1].cells for run in cell.paragraphs[0].runs] == [None] * 7


def test_a_document_holds_no_names_of_makers_no_macros_and_no_pictures(market: Document) -> None:
    for data in (packed(some(market), "docx", DAY), packed_rows(ROWS, "docx", Clean("Requests"), DAY)):
        about = opened(data).core_properties
        assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
        assert about.created and about.created.date() == DAY
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            assert b"python-docx" not in b"".join(map(archive.read, names))
        assert not [name for name in names if name.endswith((".bin", ".jpeg", "app.xml"))]


def test_unsafe_characters_are_as_visible_as_in_text() -> None:
    hostile = "Một \x1b[31mđỏ \u202egnud\u202c \ud800 < & >"
    other = Document(entry=invented.document("cho.txt").entry, text=hostile, record=None)
    said = "\n".join(one.text for one in opened(packed([passage(other, 0, len(hostile))], "docx", DAY)).paragraphs)
    assert "␛[31mđỏ <U+202E>gnud" in said and "< & >" in said and "\x1b" not in said


def test_without_what_writes_it_one_line_says_what_is_missing(
    market: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "docx"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(NoWordError, match=r"pip install 'giamsat\[import\]'"):
        packed(some(market), "docx", DAY)
