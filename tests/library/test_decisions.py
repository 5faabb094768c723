"""Decisions are kept in a file that people can read and correct, and none is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.across.telling import article, people_of
from tui.across.account import account
from tui.across.decided import settle
from tui.across.references import Articles, People, PersonReference, article_reference, person_reference
from tui.library import Library
from tui.library.decisions import Decisions
from tui.paths import data_dir

TAN = PersonReference(
    name="Vi Văn Tấn", role="Chủ tịch UBND huyện Phú Bình", day="2024-05-08", article="0123456789abcdef"
)
TIEN = PersonReference(name="Vi Văn Tiến", day="2024-06-09", article="1234567890123456")
KHANH = PersonReference(name="Lò Quý Khánh", article="fedcba9876543210")


@pytest.fixture
def decisions(tmp_path: Path) -> Decisions:
    return Decisions(tmp_path, read_only=False)


def things(decisions: Decisions) -> list[tuple[str, tuple[PersonReference, ...]]]:
    found, problems = decisions.people.read()
    assert problems == []
    return [(one.verdict, one.things) for one in found]


def test_what_is_decided_is_read_again(decisions: Decisions, tmp_path: Path) -> None:
    assert decisions.people.decide("one", [TAN, TIEN], note="cùng một người: xem danh sách") == ""
    decisions.people.decide("apart", [TAN, KHANH])
    assert things(Decisions(tmp_path, read_only=False)) == [("one", (TAN, TIEN)), ("apart", (TAN, KHANH))]
    text = (tmp_path / "people.yaml").read_text("utf-8")
    assert "name: Vi Văn Tấn" in text and "cùng một người" in text


def test_what_people_wrote_stays_as_it_is(decisions: Decisions, tmp_path: Path) -> None:
    file = tmp_path / "people.yaml"
    written = (
        "# của chúng tôi\nschema: giamsat-decisions/1\nvăn phòng: HĐND\ndecisions:\n- apart:   # hai người\n"
        "  - {name: Vi Văn Tấn, article: '0123456789abcdef'}\n"
        "  - name: Vi Văn Tiến\n    article: 1234567890123456\n# hết"
    )
    file.write_text(written, "utf-8")
    decisions.people.decide("one", [TAN, KHANH])
    assert file.read_text("utf-8").startswith(written + "\n")
    assert [verdict for verdict, _ in things(decisions)] == ["apart", "one"]


def test_a_list_in_another_form_is_written_anew_and_kept(decisions: Decisions, tmp_path: Path) -> None:
    file = tmp_path / "people.yaml"
    file.write_text("schema: giamsat-decisions/1\ndecisions: []\n# lời của chúng tôi\n", "utf-8")
    notice = decisions.people.decide("one", [TAN, KHANH])
    copies = list(tmp_path.glob("people.yaml.before-*"))
    assert [copy.name in notice for copy in copies] == [True]
    assert "lời của chúng tôi" in copies[0].read_text("utf-8")
    assert things(decisions) == [("one", (TAN, KHANH))]


@pytest.mark.parametrize(
    "damage", ["decisions: [", "schema: giamsat-decisions/2\ndecisions: []", "- 1\n- 2", "a: &x [*x]"]
)
def test_a_damaged_file_is_said_and_set_aside_before_anything_is_written(
    damage: str, decisions: Decisions, tmp_path: Path
) -> None:
    file = tmp_path / "people.yaml"
    file.write_text(damage, "utf-8")
    found, problems = decisions.people.read()
    assert found == [] and [(one.path, bool(one.reason), one.notice) for one in problems] == [
        ("people.yaml", True, False)
    ]
    assert file.read_text("utf-8") == damage
    notice = decisions.people.decide("one", [TAN, KHANH])
    copies = list(tmp_path.glob("people.yaml.damaged-*"))
    assert [copy.read_text("utf-8") for copy in copies] == [damage] and copies[0].name in notice
    assert things(decisions) == [("one", (TAN, KHANH))]


def test_an_empty_file_is_begun(decisions: Decisions, tmp_path: Path) -> None:
    (tmp_path / "people.yaml").touch()
    assert decisions.people.decide("one", [TAN, KHANH]) == ""
    assert things(decisions) == [("one", (TAN, KHANH))]


def test_one_bad_decision_costs_only_itself(decisions: Decisions, tmp_path: Path) -> None:
    decisions.people.decide("one", [TAN, TIEN])
    file = tmp_path / "people.yaml"
    file.write_text(file.read_text("utf-8") + "  - same: [1]\n  - one:\n      - {name: x}\n      - 3\n", "utf-8")
    found, problems = decisions.people.read()
    assert [one.things for one in found] == [(TAN, TIEN)]
    lines = file.read_text("utf-8").splitlines()
    assert [lines[one.line - 1].strip() for one in problems if one.line] == ["- same: [1]", "- one:"]


def test_a_decision_to_the_contrary_sets_the_earlier_one_aside(decisions: Decisions, tmp_path: Path) -> None:
    decisions.people.decide("one", [TAN, TIEN])
    decisions.people.decide("one", [TAN, KHANH])
    notice = decisions.people.decide("apart", [TIEN, TAN])
    assert "people.yaml.set-aside" in notice
    assert things(decisions) == [("one", (TAN, KHANH)), ("apart", (TIEN, TAN))]
    assert "Vi Văn Tiến" in (tmp_path / "people.yaml.set-aside").read_text("utf-8")
    decisions.people.decide("one", [TIEN, TAN])
    assert (tmp_path / "people.yaml.set-aside").read_text("utf-8").count("decided:") == 2


def test_a_decision_can_be_withdrawn(decisions: Decisions, tmp_path: Path) -> None:
    decisions.people.decide("one", [TAN, TIEN])
    before = (tmp_path / "people.yaml").read_text("utf-8")
    decisions.people.decide("apart", [TAN, KHANH])
    assert decisions.people.withdraw("apart", [KHANH, TAN])
    assert (tmp_path / "people.yaml").read_text("utf-8") == before
    assert not decisions.people.withdraw("apart", [KHANH, TAN])


def test_a_library_that_can_not_be_written_has_its_decisions_in_the_data_directory(tmp_path: Path) -> None:
    shipped = Decisions(tmp_path, read_only=True)
    shipped.people.decide("one", [TAN, TIEN])
    assert list(tmp_path.iterdir()) == []
    assert (data_dir() / "decisions" / "people.yaml").exists()
    assert things(Decisions(tmp_path, read_only=True)) == [("one", (TAN, TIEN))]


@pytest.mark.skipif(os.name != "posix", reason="needs a folder in the place of a file")
def test_a_file_that_can_not_be_written_is_no_loss(decisions: Decisions, tmp_path: Path) -> None:
    (tmp_path / "people.yaml").mkdir()
    notice = decisions.people.decide("one", [TAN, TIEN])
    assert notice
    assert [one.things for one in decisions.people.read()[0]] == [(TAN, TIEN)]


@pytest.mark.skipif(os.name != "posix", reason="needs pipes and links")
def test_a_pipe_is_not_waited_for_and_a_link_not_followed(decisions: Decisions, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "people.yaml")
    assert [one.path for one in decisions.people.read()[1]] == ["people.yaml"]
    outside = tmp_path.parent / "outside.yaml"
    outside.write_text("của người khác", "utf-8")
    (tmp_path / "events.yaml").symlink_to(outside)
    assert [one.path for one in decisions.events.read()[1]] == ["events.yaml"]
    told = article_reference(account("k", article("8/5/2024")))
    assert decisions.events.decide("apart", [told, replace(told, article="l")])
    assert outside.read_text("utf-8") == "của người khác"


def test_decisions_about_who_is_gone_are_said_and_can_be_set_aside(decisions: Decisions, tmp_path: Path) -> None:
    here = people_of(article("8/5/2024", ["đồng chí Vi Văn Tấn - Chủ tịch UBND huyện"]))
    there = [person_reference(one) for one in here]
    decisions.people.decide("one", [there[0], KHANH])
    decisions.people.decide("apart", [there[0], there[1]])
    settled = settle(decisions.people.read()[0], People(here).find)
    problems = decisions.people.said(settled.set_aside)
    assert [(one.path, one.line, KHANH.name in one.reason, one.notice) for one in problems] == [
        ("people.yaml", 4, True, True)
    ]
    assert decisions.people.set_aside(settled.set_aside) == [tmp_path / "people.yaml.set-aside"]
    assert [verdict for verdict, _ in things(decisions)] == ["apart"]
    assert KHANH.name in (tmp_path / "people.yaml.set-aside").read_text("utf-8")


def test_a_person_is_found_again_when_the_article_has_another_key() -> None:
    told = people_of(article("8/5/2024", ["đồng chí Vi Văn Tấn - Chủ tịch UBND huyện"]))
    wanted = next(person_reference(one) for one in told if one.name == "Vi Văn Tấn")
    moved = PersonReference(name="Vi Văn Tấn", role=wanted.role, day=wanted.day, article="another")
    assert People(told).find(moved) == People(told).find(wanted) != []
    assert People(told).find(PersonReference(name="Vi Văn Tấn", role="Bí thư", day=wanted.day, article="another")) == []


def test_a_session_is_found_again_by_headline_and_day() -> None:
    told = account("k", article("8/5/2024"))
    articles, wanted = Articles([told]), article_reference(told)
    assert articles.find(wanted) == ["k"]
    assert articles.find(replace(wanted, article="old")) == ["k"]
    assert articles.find(replace(wanted, article="old", day="2024-05-09")) == []


def test_files_of_decisions_are_no_articles(decisions: Decisions, tmp_path: Path) -> None:
    decisions.people.decide("one", [TAN, TIEN])
    decisions.people.decide("apart", [TAN, TIEN])
    (tmp_path / "people.yaml").write_text("[", "utf-8")
    decisions.people.decide("one", [TAN, TIEN])
    library = Library.open(tmp_path)
    library.refresh(here=True)
    assert (library.entries(), library.problems()) == ((), ())
