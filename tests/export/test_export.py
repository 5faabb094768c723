"""What leaves the program can be quoted: verbatim, cited, clean."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from typing import get_args

import msgspec
import pytest

from tests import invented
from tui import messages
from tui.export import Item, TextFormat, encoded, export, quote, resolve
from tui.export.item import figure, passage, person, request, session
from tui.export.whole import whole
from tui.library import Document
from tui.model import Record
from tui.sections import SECTIONS

DAY = date(2026, 11, 24)
TEXTS: tuple[TextFormat, ...] = get_args(TextFormat)


@dataclass(frozen=True)
class Other:
    """An article that was not opened by the library."""

    article_key: str
    path: str
    text: str
    record: Record | None


@pytest.fixture(scope="module")
def market() -> Document:
    return invented.document("cho.txt")


def record_of(document: Document) -> Record:
    assert document.record is not None
    return document.record


def everything(document: Document) -> list[Item]:
    record = record_of(document)
    return [
        session(document),
        *(person(document, one) for one in record.people),
        *(figure(document, one) for one in record.figures),
        *(request(document, one) for one in record.requests),
        passage(document, 0, len(document.text)),
    ]


def rows(items: list[Item]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export(items, "csv"))))


def test_text_names_quotes_and_cites_each_item(market: Document) -> None:
    messages.use("en")
    record = record_of(market)
    chair = next(one for one in record.people if one.is_chair)
    ratio = next(one for one in record.figures if one.kind == "ratio")
    ratio = msgspec.structs.replace(ratio, period_id=None, subject="chợ đã được nâng cấp")
    assert export([person(market, chair), figure(market, ratio)], "text", DAY) == (
        "Selection from giamsat · 24/11/2026 · 2 items\n"
        "\n"
        "1. Lò Quý Khánh - Phó Chủ tịch HĐND tỉnh (supervising, chair)\n"
        "   “Đồng chí Lò Quý Khánh - Phó Chủ tịch HĐND tỉnh chủ trì buổi giám sát”\n"
        "   Session 11/10/2023 (morning), huyện Phú Bình. Article: “Đoàn giám sát HĐND tỉnh Thái Nguyên làm việc tại "
        "huyện Phú Bình về quản lý chợ”, cho.txt, 12/10/2023 08:15, Hà Vân Chi. Paragraph 1.\n"
        "   cho.txt#222-290\n"
        "\n"
        "2. 12/20 chợ (= 60 %; the article says 60 %: agrees; chợ đã được nâng cấp; said by Vi Văn Tấn)\n"
        "   “12/20 chợ đã được nâng cấp, đạt tỷ lệ 60%.”\n"
        "   Session 11/10/2023 (morning), huyện Phú Bình. Article: “Đoàn giám sát HĐND tỉnh Thái Nguyên làm việc tại "
        "huyện Phú Bình về quản lý chợ”, cho.txt, 12/10/2023 08:15, Hà Vân Chi. Paragraph 3.\n"
        "   cho.txt#621-663\n"
    )


def test_the_place_in_a_citation_holds_the_words_that_are_quoted(market: Document) -> None:
    for item in everything(market)[:-1]:
        where = quote(item).strip().rsplit("#", 1)[1]
        start, end = map(int, where.split("-"))
        assert f"“{market.text[start:end]}”" in quote(item)


def test_items_are_grouped_by_session_in_the_order_of_selection(market: Document) -> None:
    water = invented.document("nuoc.txt")
    chosen = [
        figure(water, record_of(water).figures[0]),
        figure(market, record_of(market).figures[0]),
        figure(water, record_of(water).figures[1]),
    ]
    text = export(chosen, "text", DAY)
    assert text.index("8.430") < text.index("tăng 4%") < text.index("1.250 hộ")
    assert text.count("\n== ") == 2


def test_debris_is_cut_from_a_quote_and_shown_as_cut(market: Document) -> None:
    for form in TEXTS:
        text = export([passage(market, 0, len(market.text))], form)
        assert "cho-trung-tam.jpg" not in text.split('"exact"')[0]
    quoted = export([passage(market, 0, len(market.text))], "text")
    assert quoted.count("[...]") == 1
    assert "Top" not in quoted


def test_captions_say_that_they_are_captions(market: Document) -> None:
    messages.use("en")
    start = market.text.index("Đồng chí Vi Văn Tấn báo cáo")
    assert "Caption of photo 1." in quote(passage(market, start, start + 46))
    assert "[caption] Đồng chí Vi Văn Tấn báo cáo" in export([passage(market, 0, len(market.text))], "text")


def test_a_speaker_that_was_inferred_is_marked(market: Document) -> None:
    record = record_of(market)
    statements = tuple(msgspec.structs.replace(one, attribution="carried_over") for one in record.statements)
    inferred = Other("k", "cho.txt", market.text, msgspec.structs.replace(record, statements=statements))
    one = next(one for one in record.figures if one.kind == "ratio")
    messages.use("en")
    assert "said by Vi Văn Tấn (inferred)" in export([figure(inferred, one)], "text")
    assert "inferred" not in export([figure(market, one)], "text")


def test_a_share_that_does_not_agree_is_marked(market: Document) -> None:
    record = record_of(market)
    checks = tuple(msgspec.structs.replace(one, result="failed", computed=61.5) for one in record.checks)
    wrong = Other("k", "cho.txt", market.text, msgspec.structs.replace(record, checks=checks))
    messages.use("en")
    one = next(one for one in record.figures if one.kind == "ratio")
    assert "computed 61.5 %: differs" in export([figure(wrong, one)], "text")


def test_numbers_are_written_as_the_language_writes_them(market: Document) -> None:
    water = record_of(invented.document("truong.txt"))
    school = invented.document("truong.txt")
    messages.use("vi")
    assert "96,8 %" in export([figure(school, water.figures[0])], "text")
    messages.use("en")
    assert "96.8 %" in export([figure(school, water.figures[0])], "text")


def test_the_table_has_plain_values_beside_the_figure_as_written(market: Document) -> None:
    table = rows(everything(market))
    ratio = next(row for row in table if row["kind"] == "ratio")
    assert (ratio["value"], ratio["numerator"], ratio["denominator"]) == ("0.6", "12", "20")
    assert ratio["as_written"].startswith("12/20")
    assert (ratio["session_date"], ratio["speaker"]) == ("2023-10-11", "Vi Văn Tấn")
    assert next(row for row in table if row["value"] == "1250")["as_written"].startswith("1.250 hộ")
    assert [row["section"] for row in table] == [item.section for item in everything(market)]


def test_a_table_opens_in_a_spreadsheet(market: Document) -> None:
    data = encoded(export(everything(market), "csv"), "csv")
    assert data.startswith(b"\xef\xbb\xbfsection,")
    assert data.count(b"\r\n") == len(everything(market)) + 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_no_cell_runs_as_a_formula(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    (row,) = rows([passage(Other("k", "a.txt", text, None), 0, len(text))])
    assert row["quote"].lstrip("'").lstrip() == text.strip()
    assert row["quote"].startswith("'")


def test_json_has_selectors_that_hold(market: Document) -> None:
    for item in json.loads(export(everything(market), "json")):
        place = item["selector"]
        assert market.text[place["start"] : place["end"]] == place["exact"]
        assert item["article"]["headline"].startswith("Đoàn giám sát")


@pytest.mark.parametrize("form", TEXTS)
def test_what_is_exported_can_not_steer_a_terminal(form: TextFormat) -> None:
    hostile = "Một \x1b[31mđỏ\x07 \u202egnud\u202c \x9b2J hai\r\nba\u200b"
    article = Other("k\x1b", "a\x1b]0;x\x07.txt", hostile, None)
    text = export([passage(article, 0, len(hostile)), session(article)], form)
    assert not [character for character in text if ord(character) < 32 and character not in "\n\r"]
    assert not set(text) & set("\x7f\x9b\u202e\u202c\u200b")
    assert "\r" not in text.replace("\r\n", "") and (form == "csv" or "\r" not in text)


def test_nothing_in_the_data_becomes_markdown() -> None:
    text = "# not a heading [link](http://x.y) **bold** `code` <b>html</b> | cell | ![i](j)"
    article = Other("k", "a.txt", text, None)
    exported = export([passage(article, 0, len(text))], "md")
    assert "\\[link\\]" in exported and "\\*\\*bold" in exported and "\\<b\\>" in exported
    assert "http://" not in exported and "> \\# not a heading" in exported


@pytest.mark.parametrize("section", SECTIONS)
def test_a_kept_place_leads_back_to_its_item(section: str, market: Document) -> None:
    for item in everything(market):
        if item.section == section:
            assert resolve(item.section, market, item.start, item.end) == item


def test_a_place_where_nothing_of_the_kind_stands_leads_nowhere(market: Document) -> None:
    start = market.text.index("mạng lưới")
    assert resolve("figures", market, start, start + 3) is None
    assert resolve("people", Other("k", "a.txt", "x", None), 0, 1) is None


def test_a_whole_session_is_told_in_order_and_without_debris(market: Document) -> None:
    messages.use("en")
    text = whole(market)
    parts = [
        "Chair: Lò Quý Khánh",
        "== Participants ==",
        "Supervised:",
        "== Key figures ==",
        "== Requests ==",
        "== Text ==",
    ]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
    assert ".jpg" not in text and "Top" not in text
    assert "[caption]" in text and "[said by Vi Văn Tấn]" in text
