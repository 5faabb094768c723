"""What is found by which query, and where."""

from __future__ import annotations

import pytest

from tui.search import Corpus, Hit, search
from tui.sections import SECTIONS, Section


def titles(query: str, corpus: Corpus, section: Section = "people") -> list[str]:
    return [hit.title for hit in search(query, corpus).hits(section)]


def best(query: str, corpus: Corpus, section: Section) -> Hit:
    return search(query, corpus).hits(section)[0]


@pytest.mark.parametrize(
    "query",
    [
        "Đặng Thị Mỹ Uyên",
        "dang thi my uyen",
        "DANG THI MY UYEN",
        "uyen my thi dang",
        "my uyen",
        "Đặng Thị Mĩ Uyên",
        "dang thi mi uyen",
        "ddawngj thij myx uyeen",
        "d9a8ng5 thi5 my4 uye6n",
        "dangthimyuyen",
        "dang thi my uyenn",
        "dang thi my ueyn",
        "dabg thi my uyen",
    ],
    ids=[
        "as written", "without accents", "capitals", "any order", "part of the name", "i for y", "i for y, no accents",
        "Telex", "VNI", "glued", "a letter too many", "two letters exchanged", "a wrong letter",
    ],
)  # fmt: skip
def test_a_person_is_found_however_the_name_is_typed(query: str, corpus: Corpus) -> None:
    assert titles(query, corpus)[0] == "Đặng Thị Mỹ Uyên"


def test_an_accent_that_is_typed_counts(corpus: Corpus) -> None:
    assert titles("Tấn", corpus)[0] == "Vi Văn Tấn"
    assert titles("Tân", corpus)[0] == "Trần Bá Tân"
    assert set(titles("tan", corpus)[:2]) == {"Vi Văn Tấn", "Trần Bá Tân"}


def test_other_accents_than_those_typed_are_found_after_the_same_ones(corpus: Corpus) -> None:
    hits = search("Tấn", corpus).hits("people")
    assert [hit.title for hit in hits[:2]] == ["Vi Văn Tấn", "Trần Bá Tân"]
    assert hits[0].exact and not hits[1].exact


def test_a_long_word_may_have_two_typing_errors_and_a_short_one_not(corpus: Corpus) -> None:
    assert titles("dangthimyuyne", corpus) == []
    assert titles("khqnx", corpus) == []


def test_a_short_form_that_no_article_uses_finds_the_words_it_stands_for(corpus: Corpus) -> None:
    assert best("pccc", corpus, "requests").title.endswith("phòng cháy chữa cháy")


@pytest.mark.parametrize("query", ["hdnd tinh", "hội đồng nhân dân tỉnh", "hoi dong nhan dan tinh"])
def test_short_forms_are_found_by_their_words_and_the_other_way_round(query: str, corpus: Corpus) -> None:
    assert "Lò Quý Khánh" in titles(query, corpus)


def test_an_unfinished_word_counts_while_typing_and_only_then(corpus: Corpus) -> None:
    assert search("khan", corpus, typing=True).hits("people")[0].title == "Lò Quý Khánh"
    assert search("lo qui khan ", corpus, typing=True, sections=["people"]).hits("people")[0].score < 100


@pytest.mark.parametrize("query", ["1.250", "1250", "1.250 hộ"])
def test_a_figure_is_found_by_its_number(query: str, corpus: Corpus) -> None:
    hit = best(query, corpus, "figures")
    assert hit.title.startswith("1.250 hộ")
    assert hit.matches[0].exact.startswith("1.250")


def test_a_ratio_is_found_as_one(corpus: Corpus) -> None:
    assert titles("12/20", corpus, "figures") == [best("12/20", corpus, "figures").title]


def test_a_request_is_found_by_what_is_asked_and_by_whom(corpus: Corpus) -> None:
    assert "quy hoạch mạng lưới chợ" in best("quy hoach mang luoi cho", corpus, "requests").title
    assert len(titles("lò quý khánh", corpus, "requests")) >= 2


def test_captions_are_found_and_say_so(corpus: Corpus) -> None:
    assert "caption" in {hit.field for hit in search('"vi van tan bao cao tai buoi"', corpus).hits("passages")}


@pytest.mark.parametrize("query", ["anh cho-trung-tam.jpg", '"cho trung tam"', "Top"])
def test_debris_is_never_found(query: str, corpus: Corpus) -> None:
    hits = [hit for section in SECTIONS for hit in search(query, corpus).hits(section)]
    assert not any("jpg" in match.exact or match.exact == "Top" for hit in hits for match in hit.matches)
    assert search(query, corpus).hits("passages") == () or "jpg" not in hits[0].title


@pytest.mark.parametrize("query", ["19/3/2024", "19/03/2024", "2024-03-19", "19/3"])
def test_a_session_is_found_by_its_day(query: str, corpus: Corpus) -> None:
    assert best(query, corpus, "sessions").path == "nuoc.txt"


def test_words_of_a_theme_and_a_place_find_the_session(corpus: Corpus) -> None:
    assert best("quan ly cho phu binh", corpus, "sessions").path == "cho.txt"


def test_a_name_and_words_of_the_body_find_the_session(corpus: Corpus) -> None:
    assert best("khanh phong chay chua chay", corpus, "sessions").path == "cho.txt"


def test_nothing_is_found_where_nothing_is_like_it(corpus: Corpus) -> None:
    assert search("xylophone quartz", corpus).total == 0


def test_one_person_in_two_articles_is_one_hit_and_a_homonym_is_another(corpus: Corpus) -> None:
    hits = search("lo quy khanh", corpus).hits("people")
    assert [(hit.title, hit.sessions) for hit in hits] == [("Lò Quý Khánh", 2), ("Lò Quý Khánh", 1)]
    assert hits[0].date == "2024-03-19"


def test_every_match_quotes_the_source(corpus: Corpus) -> None:
    from tests.invented import ARTICLES  # noqa: PLC0415

    for query in ("khanh", "nuoc sach", "ubnd huyện", "85%", "hdnd", "12/20 chợ", "phu binh"):
        for section in SECTIONS:
            for hit in search(query, corpus).hits(section):
                text = ARTICLES[hit.path]
                assert all(text[match.start : match.end] == match.exact for match in hit.matches)
                assert 0 <= hit.start <= hit.end <= len(text)


def test_what_is_highlighted_is_what_was_meant(corpus: Corpus) -> None:
    hit = best("khanh quy", corpus, "people")
    assert [hit.title[start:end] for start, end in hit.title_spans] == ["Quý Khánh"]
