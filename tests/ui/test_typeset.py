"""Setting an article in lines, and painting them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.text.clean import Clean
from tui.widgets.article import Article, Paragraph, Speaker, Tint, apart
from tui.widgets.ink import cells
from tui.widgets.paint import Wash, paint
from tui.widgets.typeset import MEASURE, Typeset, typeset

BODY = "Báo cáo tại buổi giám sát, đồng chí Lê Văn Khương cho biết từ năm 2021 đến nay đã kiểm tra 210 lượt. " * 6
TEXT = Clean(f"Tiêu đề\n\n09/05/2024\n\n{BODY}\n\nC:\\anh.jpg\n\nQuang cảnh\n\n{BODY}\n\nNguyễn Thu")
SPEAKER = Speaker(Clean("Lê Văn Khương"), Clean("báo cáo"), True)
GOES_ON = Speaker(Clean("Lê Văn Khương"), Clean("~ nói tiếp"), False)


def article() -> Article:
    kinds = ("headline", "dateline", "body", "debris", "caption", "body", "byline")
    paragraphs: list[Paragraph] = []
    place = 0
    for kind, words in zip(kinds, TEXT.split("\n\n"), strict=True):
        label = Clean("Ảnh 1") if kind == "caption" else Clean("")
        speaker = None if kind != "body" else GOES_ON if paragraphs[-1].kind == "caption" else SPEAKER
        paragraphs.append(Paragraph(place, place + len(words), kind, label, speaker))  # type: ignore[arg-type]
        place += len(words) + 2
    return Article(TEXT, tuple(paragraphs), (Clean("Buổi làm việc · sáng 08/05/2024"),))


def words(setting: Typeset) -> str:
    return "".join(TEXT[line.start : line.end].replace(" ", "") for line in setting.lines if line.kind == "text")


@given(st.integers(1, 220), st.booleans())
def test_every_word_is_set_once_within_the_width(width: int, debris: bool) -> None:
    setting = typeset(article(), width, debris)
    wanted = "".join(each for number, each in enumerate(TEXT.split("\n\n")) if debris or number != 3)
    assert words(setting) == wanted.replace(" ", "")
    for line in setting.lines:
        lead = sum(cells(piece.text) for piece in line.words) if line.kind == "text" else 0
        assert width < 8 or setting.text_column + lead + line.end - line.start <= width


@given(st.integers(1, 220), st.integers(0, len(TEXT) - 1))
def test_the_line_of_an_offset_holds_it_or_ends_before_it(width: int, offset: int) -> None:
    setting = typeset(article(), width, True)
    line = setting.lines[setting.line_of(offset)]
    assert line.kind == "text"
    assert line.start <= offset


def test_lines_are_no_longer_than_is_comfortable() -> None:
    setting = typeset(article(), 200, False)
    assert setting.measure == MEASURE
    assert setting.margin and setting.indent > 0


def test_speakers_have_a_margin_where_there_is_room_and_a_line_where_there_is_none() -> None:
    wide, narrow = typeset(article(), 100, False), typeset(article(), 60, False)
    beside = ["".join(piece.text for piece in line.margin).strip() for line in wide.lines if line.margin]
    above = ["".join(piece.text for piece in line.words) for line in narrow.lines if line.kind == "label"]
    assert beside == ["Lê Văn Khương", "báo cáo", "Lê Văn Khương", "~ nói tiếp"]
    assert [words for words in above if "Khương" in words] == ["Lê Văn Khương · báo cáo", "Lê Văn Khương · ~ nói tiếp"]


def test_moving_goes_over_lines_that_are_not_text() -> None:
    setting = typeset(article(), 60, False)
    text = [number for number, line in enumerate(setting.lines) if line.kind == "text"]
    assert setting.step(text[0], 1) == text[1]
    assert setting.step(text[0], -3) == text[0]
    assert setting.step(text[-1], 9) == text[-1]
    assert setting.text_line(text[0] + 1) == text[1]


def test_what_is_about_the_session_stands_below_the_date_line() -> None:
    kinds = [line.kind for line in typeset(article(), 60, False).lines]
    assert kinds[:4] == ["text", "gap", "text", "about"]


def test_an_article_without_anything_has_no_lines() -> None:
    setting = typeset(Article(Clean(""), ()), 60, False)
    assert setting.lines == ()
    assert setting.line_of(5) == setting.step(0, 1) == setting.text_line(3) == 0


def test_later_tints_and_washes_cover_earlier_ones() -> None:
    tints = (Tint("request", ((0, 20),)), Tint("person", ((4, 8),)))
    pieces = paint(Clean("abcdefghijklmnopqrst"), (2, 12), "text", tints, [Wash("match", ((6, 10),))])
    assert [(piece.text, piece.ink, piece.ground) for piece in pieces] == [
        ("cd", "request", None),
        ("ef", "person", None),
        ("gh", "person", "match"),
        ("ij", "request", "match"),
        ("kl", "request", None),
    ]


def test_names_in_a_headline_stay_bold() -> None:
    (piece,) = paint(Clean("Mai"), (0, 3), "strong", (Tint("person", ((0, 3),)),), [])
    assert piece.ink == "person-strong"


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=12))
def test_spans_are_kept_in_order_and_apart(spans: list[tuple[int, int]]) -> None:
    kept = apart(spans)
    assert list(kept) == sorted(kept)
    assert all(one[1] <= other[0] for one, other in pairwise(kept))
    assert set(kept) <= set(spans)
