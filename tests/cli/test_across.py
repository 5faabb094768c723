"""What the commands say across articles: people, sessions and figures that several articles tell of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.across.telling import text_of
from tests.cli.conftest import Run
from tui.across.references import PersonReference
from tui.library.decisions import Decisions

HEAD = "đồng chí Vi Văn Tấn - Chủ tịch UBND huyện"
REPORT = (
    "Báo cáo tại buổi giám sát, đồng chí Vi Văn Tấn - Chủ tịch UBND huyện cho biết, năm 2022, huyện đã tiếp nhận "
    "{received} hồ sơ."
)
ARTICLES = {
    "a.txt": text_of("8/5/2023", [HEAD], more=REPORT.format(received="1.250")),
    "b.txt": text_of("8/5/2023", [HEAD], more=REPORT.format(received="1.260")),
    "c.txt": text_of("9/6/2024", [HEAD]),
    "d.txt": text_of("10/7/2024", [HEAD], place="huyện Định Hóa"),
}


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Return a library with two articles about one session, and two people of one name."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def table(run: Run, *arguments: str | Path) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl").out.splitlines()]


def called(rows: list[dict[str, Any]], name: str) -> list[tuple[Any, ...]]:
    return [(row["sessions"], row["first"], row["last"], row["place"]) for row in rows if row["name"] == name]


def test_people_are_told_apart_and_their_sessions_counted(run: Run, shelf: Path) -> None:
    rows = table(run, "people", "-l", shelf)
    assert sorted(called(rows, "Vi Văn Tấn")) == [
        (1, "2024-07-10", "2024-07-10", "huyện Định Hóa"),
        (2, "2023-05-08", "2024-06-09", "huyện Phú Bình"),
    ]
    assert [(row["sessions"], row["chaired"]) for row in rows if row["name"] == "Lò Quý Khánh"] == [(3, 3)]
    for row in rows:
        assert ARTICLES[row["path"]][row["start"] : row["end"]] == row["name"]


def test_with_a_query_only_its_sessions_count(run: Run, shelf: Path) -> None:
    rows = table(run, "people", "--where", "year:2024", "-l", shelf)
    assert [row["chaired"] for row in rows if row["name"] == "Lò Quý Khánh"] == [2]
    assert sorted(called(rows, "Vi Văn Tấn"))[0] == (1, "2024-06-09", "2024-06-09", "huyện Phú Bình")
    rows = table(run, "people", "--where", "year:2023", "-l", shelf)
    assert called(rows, "Vi Văn Tấn") == [(1, "2023-05-08", "2023-05-08", "huyện Phú Bình")]


def test_a_table_is_sorted_by_any_of_its_columns(run: Run, shelf: Path) -> None:
    chaired = [row["chaired"] for row in table(run, "people", "--sort", "chaired", "-l", shelf)]
    assert chaired == sorted(chaired, reverse=True) and chaired[0] == 3
    places = [row["place"] for row in table(run, "sessions", "--sort", "place", "-l", shelf)]
    assert places == ["huyện Định Hóa", "huyện Phú Bình", "huyện Phú Bình"]
    outcome = run("people", "--sort", "height", "-l", shelf)
    assert outcome.status == 2 and "sessions" in outcome.errors[0]


def test_what_two_articles_report_is_one_session(run: Run, shelf: Path) -> None:
    assert [(row["date"], row["articles"]) for row in table(run, "sessions", "-l", shelf)] == [
        ("2024-07-10", 1),
        ("2024-06-09", 1),
        ("2023-05-08", 2),
    ]


def test_figures_that_two_articles_give_otherwise_are_marked(run: Run, shelf: Path) -> None:
    rows = table(run, "figures", "--where", "kind:count", "-l", shelf)
    assert {(row["written"], row["check"], row["compared"]) for row in rows} == {
        ("1.250 hồ sơ", "contradicted", 2),
        ("1.260 hồ sơ", "contradicted", 2),
    }
    outcome = run("check", "--figures", "-l", shelf)
    assert outcome.status == 1 and "1.250 hồ sơ here, 1.260 hồ sơ in another article" in outcome.out


def test_a_chart_of_figures_stands_in_order_of_places(run: Run, shelf: Path) -> None:
    out = run("figures", "--where", "ho so", "--chart", "place", "-l", shelf).out.splitlines()
    assert "tiếp nhận" in out[0]
    (bar,) = [line for line in out if "━" in line]
    assert bar.startswith("huyện Phú Bình 1,2")
    assert run("figures", "--where", "ho so", "--chart", "date", "-l", shelf).out.count("└") == 1
    assert run("figures", "--where", "khong co", "--chart", "date", "-l", shelf).status == 1


def test_decisions_count_and_what_is_wrong_with_them_is_said(run: Run, shelf: Path) -> None:
    keys = {row["path"]: row["article_key"] for row in table(run, "people", "-l", shelf) if row["name"] == "Vi Văn Tấn"}
    one, other = (PersonReference(name="Vi Văn Tấn", article=keys[path]) for path in ("c.txt", "d.txt"))
    decisions = Decisions(shelf, read_only=False)
    decisions.people.decide("one", [one, other])
    decisions.people.decide("one", [one, PersonReference(name="Ai Đó", article="0" * 16)])
    assert [row[0] for row in called(table(run, "people", "-l", shelf), "Vi Văn Tấn")] == [3]
    out = run("check", "--figures", "-l", shelf).out
    assert "people.yaml:10: " in out and "Ai Đó" in out
