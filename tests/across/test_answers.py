"""From a request to what later sessions at the place say of its matter."""

from __future__ import annotations

from tests.across.telling import accounts_of, article
from tui.across.answers import Passage, answers, later

ASKED = ["sớm rà soát quy hoạch mạng lưới chợ", "bố trí kinh phí phòng cháy chữa cháy"]


def said(*texts: str, kind: str = "paragraph") -> list[Passage]:
    return [
        Passage(f"{number}", f"2025-01-{number + 1:02}", 0, len(text), kind, text) for number, text in enumerate(texts)
    ]


def test_what_speaks_of_the_matter_is_found_in_other_words_too() -> None:
    found = answers(
        ASKED,
        said(
            "Năm 2024, huyện thu ngân sách vượt kế hoạch, giải ngân vốn đầu tư đạt 97%.",
            "Huyện đã rà soát, điều chỉnh quy hoạch mạng lưới chợ đến năm 2030.",
            "Đoàn ghi nhận huyện đã bố trí đủ kinh phí cho công tác phòng cháy, chữa cháy tại các chợ.",
            "Các trường đã có nước sạch.",
        ),
    )
    assert sorted(one.passage.article_key for one in found) == ["1", "2"]
    assert all({"chợ", "cháy"} & set(one.words) for one in found)


def test_a_passage_about_one_part_is_as_good_as_one_about_all() -> None:
    both = "Huyện đã rà soát quy hoạch mạng lưới chợ, bố trí kinh phí phòng cháy chữa cháy."
    found = answers(ASKED, said(both, "Huyện đã rà soát quy hoạch mạng lưới chợ.", "Việc khác."))
    assert [one.score for one in found] == [found[0].score] * 2


def test_where_the_supervised_side_speaks_counts_more() -> None:
    text = "Huyện đã rà soát quy hoạch mạng lưới chợ."
    some = [*said(text), *(one._replace(article_key="told", day="2026-01-01") for one in said(text, kind="report"))]
    assert [one.passage.article_key for one in answers(ASKED, some)] == ["told", "0"]


def test_words_of_asking_alone_find_nothing() -> None:
    assert (
        answers(["quan tâm chỉ đạo, tăng cường phối hợp"], said("Đề nghị quan tâm chỉ đạo, tăng cường phối hợp.")) == []
    )


def test_only_later_sessions_at_the_place_are_looked_at() -> None:
    told = accounts_of(
        article("8/5/2024"),
        article("8/5/2023"),
        article("9/6/2024"),
        article("9/6/2024", place="huyện Định Hóa"),
        article("9/7/2024", place="huyện Phú Bình", province="tỉnh Bắc Giang"),
        article("9/5/2024"),
    )
    assert later(told, told[0]) == ["f", "c"]
