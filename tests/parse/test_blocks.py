"""A page is cut into paragraphs, and each is told headline, date line, body, caption, byline or debris."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.pages import AUTHOR, CLOSING, DATE, HEADLINE, LEAD, REPORT, body, lines, page, record, zones
from tui.parse import abbreviations, blocks, clues
from tui.parse.page import Page

PLAIN = [
    ("headline", "headline"),
    ("dateline", "datePublished"),
    ("body", "lead"),
    ("body", "paragraph"),
    ("body", "paragraph"),
    ("byline", "author"),
]
ARTICLE = (HEADLINE, DATE, LEAD, REPORT, CLOSING, AUTHOR)


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n", "\r\n", "\n \n\t\n"])
def test_the_lines_of_an_article_are_told_apart_however_they_are_parted(gap: str) -> None:
    assert zones(page(*ARTICLE, gap=gap)) == PLAIN


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_lines_of_a_hard_wrapped_paragraph_are_one_block(width: int, gap: str) -> None:
    wrapped = [textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in ARTICLE]
    text = page(*wrapped, gap=gap)
    assert zones(text) == PLAIN
    assert lines(text, "body") == [LEAD, REPORT, CLOSING]


def test_a_sentence_that_goes_on_in_lower_case_or_after_a_cut_is_one_block() -> None:
    text = page(HEADLINE, "Sáng ngày\n14/3/2023, Đoàn giám sát của HĐND huyện đã giám sát công tác\nquản lý đất đai.")
    assert len(lines(text, "body")) == 1


def test_one_sentence_a_line_stays_one_block_a_sentence() -> None:
    sentences = [
        f"Xã Tân Lộc đã hoàn thành tiêu chí số {number} về nông thôn mới trong năm 2022." for number in range(9)
    ]
    assert lines(page(HEADLINE, DATE, *sentences, gap="\n"), "body") == sentences


def test_decomposed_text_is_laid_out_like_composed_text() -> None:
    text = Page(unicodedata.normalize("NFD", "\n\n".join(ARTICLE)))
    assert zones(text) == PLAIN


def test_a_headline_in_capitals_is_a_headline() -> None:
    assert zones(page(HEADLINE.upper(), *ARTICLE[1:])) == PLAIN


def test_a_headline_on_two_lines_is_one_headline() -> None:
    split = HEADLINE.index("giám sát")
    text = page(HEADLINE[:split], HEADLINE[split:], *ARTICLE[1:])
    layout = blocks.find(text)
    assert layout.headline is not None
    assert text.text[layout.headline.start : layout.headline.end].split() == HEADLINE.split()


def test_a_page_that_begins_with_its_body_has_no_headline() -> None:
    assert zones(page(LEAD, REPORT, CLOSING, AUTHOR)) == [PLAIN[2], *PLAIN[3:]]


def test_the_article_body_runs_from_lead_to_end_mark() -> None:
    article = record(ARTICLE).article
    assert article.end_mark is not None
    assert article.end_mark.exact == "./."
    assert article.article_body is not None
    assert "\n\n".join(ARTICLE)[article.article_body.start : article.article_body.end].startswith("Sáng 14/3/2023")
    assert article.article_body.end == article.end_mark.start


@pytest.mark.parametrize(
    ("end", "mark"), [("quy định./.", "./."), ("quy định. /.", ". /."), ("quy định/.", "/."), ("quy định…/", "/")]
)
def test_end_marks_of_all_kinds_close_the_body(end: str, mark: str) -> None:
    found = record((HEADLINE, DATE, LEAD, f"Đoàn giám sát đề nghị xã thực hiện đúng {end}", AUTHOR)).article.end_mark
    assert found is not None
    assert found.exact == mark


def test_an_article_without_an_end_mark_has_none() -> None:
    assert record((HEADLINE, DATE, LEAD, REPORT, AUTHOR)).article.end_mark is None


def test_a_heading_is_a_block_of_its_own() -> None:
    text = page(HEADLINE, DATE, LEAD, "Nhiều khó khăn, vướng mắc", REPORT, "2. Về công tác chỉ đạo", CLOSING, AUTHOR)
    kinds = [kind for zone, kind in zones(text) if zone == "body"]
    assert kinds == ["lead", "heading", "paragraph", "heading", "paragraph"]


def test_items_of_a_list_are_paragraphs() -> None:
    items = ("- Rà soát quỹ đất công ích;", "- Công khai quy hoạch;", "1. Báo cáo kết quả trước ngày 30/6;")
    assert body(*items)[1:4] == list(items)


def test_a_paragraph_that_is_broken_round_a_picture_says_that_it_goes_on() -> None:
    halves = "Xã đề nghị huyện hỗ trợ kinh phí đo đạc bản đồ địa chính,", "bố trí thêm cán bộ chuyên môn cho xã."
    caption = "Quang cảnh buổi giám sát"
    text = page(HEADLINE, DATE, LEAD, halves[0], caption, halves[1], CLOSING)
    goes_on = [text.text[line.start : line.end] for line in blocks.find(text).lines if line.continues]
    assert goes_on == [halves[1]]
    assert lines(text, "caption") == [caption]


@given(st.text(max_size=400) | st.text(alphabet="aĐ .\n/:ẢnhTop0123456789-–|", max_size=200))
def test_any_text_at_all_has_a_layout_that_holds_each_line_once(text: str) -> None:
    read = Page(text)
    layout = blocks.find(read)
    covered = "".join(read.text[line.start : line.end] for line in layout.lines)
    assert "".join(covered.split()).lstrip("#") == "".join(read.text.split()).lstrip("#") or "#" in text
    assert all(one.end <= other.start for one, other in zip(layout.lines, layout.lines[1:], strict=False))


@pytest.mark.parametrize("unit", [" ", "1/2 ", ". ", "TTHC (TTHC) ", "./. A ", "a\n", "ngày 1/2, ", "Ảnh: ", '"'])
def test_a_page_of_nothing_but_one_thing_is_read_without_going_over_it_again_and_again(unit: str) -> None:
    text = Page(unit * (60_000 // len(unit)))  # a rule that reads the rest of the page at each place would take minutes
    layout = blocks.find(text)
    clues.find(text, layout)
    abbreviations.find(text, layout)
    assert sum(line.end - line.start for line in layout.lines) <= len(text.text)
