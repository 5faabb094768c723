"""Stars, tags, notes and the state of requests: added to any place, and taken back one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.userdata.places import ANSWER, FIGURE, KEY, PASSAGE, PERSON, REQUEST, SESSION
from tui.library import Anchor
from tui.library.userdata import Kept, UserData, UserDataError


def kept(user: UserData, place: Anchor) -> Kept:
    return next((one for one in user.kept() if one.anchor == place), Kept(anchor=place))


@pytest.mark.parametrize("place", [SESSION, PERSON, FIGURE, REQUEST, PASSAGE], ids=lambda place: place.section)
def test_anything_can_be_starred_tagged_and_noted(user: UserData, place: Anchor) -> None:
    user.star(place, True)
    user.tag(place, "hỏi lại")
    note = user.add_note(place, "Số này năm trước khác.")
    assert kept(user, place) == Kept(anchor=place, star=True, tags=("hỏi lại",), notes=(note,))
    user.star(place, False)
    user.tag(place, "hỏi lại", False)
    user.remove_note(note.id)
    assert user.kept() == ()


def test_what_was_added_is_there_after_a_restart(file: Path) -> None:
    first = UserData.open(file)
    first.star(SESSION, True)
    note = first.add_note(PERSON, "Hỏi về chợ đêm.")
    first.set_state(REQUEST, "answered")
    first.close()
    again = UserData.open(file)
    assert kept(again, PERSON).notes == (note,)
    assert again.stars() == {KEY}
    assert kept(again, REQUEST).state == "answered"


def test_a_star_on_an_item_is_none_on_its_session(user: UserData) -> None:
    user.star(FIGURE, True)
    assert user.stars() == frozenset()
    assert user.facts().star == {KEY}


def test_what_searches_look_for_is_worked_out_anew_only_after_a_change(user: UserData, file: Path) -> None:
    user.star(FIGURE, True)
    first = user.facts()
    assert user.facts() is first
    other = UserData.open(file)
    other.tag(PERSON, "chợ")
    assert user.facts().tags == {KEY: ("chợ",)}
    user.undo()
    assert user.facts().tags == {}


def test_a_session_is_one_thing_whatever_its_headline_says(user: UserData) -> None:
    headline = Anchor(article_key=KEY, section="sessions", exact="Đoàn giám sát", start=0)
    user.star(headline, True)
    user.add_note(KEY, "Một ghi chú.")
    assert [(one.anchor, one.star, len(one.notes)) for one in user.kept()] == [(SESSION, True, 1)]


def test_a_tag_is_one_tag_in_any_case_and_spacing(user: UserData) -> None:
    user.tag(PERSON, "Chợ đêm")
    user.tag(FIGURE, "  chợ   ĐÊM ")
    user.tag(FIGURE, "khác")
    assert user.tags() == {"Chợ đêm": 2, "khác": 1}
    with pytest.raises(ValueError, match="word"):
        user.tag(FIGURE, " \n")


def test_a_note_has_words_and_an_end(user: UserData) -> None:
    for empty in ("", " \r\n "):
        with pytest.raises(ValueError, match="word"):
            user.add_note(PERSON, empty)
    with pytest.raises(UserDataError, match="100000"):
        user.add_note(PERSON, "x" * 100_001)
    note = user.add_note(PERSON, " một\r\nhai\rba \ud800")
    assert note.text == "một\nhai\nba ?"
    assert kept(user, PERSON).notes == (note,)


def test_a_note_can_be_reworded_and_knows_that_it_was(user: UserData) -> None:
    note = user.add_note(PERSON, "Một.")
    user.change_note(note.id, "Hai.")
    user.change_note(note.id, "Hai.")
    (changed,) = kept(user, PERSON).notes
    assert (changed.id, changed.text, len(changed.earlier)) == (note.id, "Hai.", 1)
    with pytest.raises(KeyError):
        user.change_note("no such note", "Ba.")


def test_a_request_has_a_state_a_day_and_answers(user: UserData) -> None:
    user.set_state(REQUEST, "answered")
    user.set_due(REQUEST, "2024-06-30")
    user.link_answer(REQUEST, ANSWER)
    found = kept(user, REQUEST)
    assert (found.state, found.due, found.answers) == ("answered", "2024-06-30", (ANSWER,))
    user.set_due(REQUEST, None)
    user.link_answer(REQUEST, ANSWER, on=False)
    found = kept(user, REQUEST)
    assert (found.state, found.due, found.answers) == ("answered", None, ())
    with pytest.raises(ValueError, match="day"):
        user.set_due(REQUEST, "2024-02-31")


def test_only_what_was_asked_for_is_returned(user: UserData) -> None:
    user.set_state(REQUEST, "done")
    user.star(PERSON, True)
    user.add_note(ANSWER, "Đã trả lời.")
    assert {one.anchor for one in user.kept(KEY)} == {REQUEST, PERSON}
    assert [one.anchor for one in user.kept(section="requests")] == [REQUEST]


CHANGES: list[tuple[str, Callable[[UserData], object]]] = [
    ("star", lambda user: user.star(FIGURE, True)),
    ("unstar", lambda user: user.star(PERSON, False)),
    ("tag", lambda user: user.tag(FIGURE, "mới")),
    ("untag", lambda user: user.tag(PERSON, "cũ", False)),
    ("note", lambda user: user.add_note(FIGURE, "Mới.")),
    ("reword", lambda user: user.change_note(user.kept(section="people")[0].notes[0].id, "Khác.")),
    ("unnote", lambda user: user.remove_note(user.kept(section="people")[0].notes[0].id)),
    ("state", lambda user: user.set_state(REQUEST, "dropped")),
    ("due", lambda user: user.set_due(REQUEST, "2025-01-01")),
    ("answer", lambda user: user.link_answer(REQUEST, PASSAGE)),
    ("unanswer", lambda user: user.link_answer(REQUEST, ANSWER, on=False)),
    ("save", lambda user: user.save_search("của tôi", "chợ")),
    ("forget", lambda user: user.forget_search("cũ")),
]


@pytest.mark.parametrize(("kind", "change"), CHANGES, ids=[kind for kind, _ in CHANGES])
def test_every_change_can_be_taken_back(user: UserData, kind: str, change: Callable[[UserData], object]) -> None:
    user.star(PERSON, True)
    user.tag(PERSON, "cũ")
    user.add_note(PERSON, "Cũ.")
    user.set_state(REQUEST, "answered")
    user.link_answer(REQUEST, ANSWER)
    user.save_search("cũ", "trường học")
    before = (user.kept(), user.saved_searches())
    change(user)
    assert (user.kept(), user.saved_searches()) != before
    undone = user.undo()
    assert undone is not None and undone.kind == kind
    assert undone.said()
    assert (user.kept(), user.saved_searches()) == before


def test_what_changes_nothing_is_no_change(user: UserData) -> None:
    user.star(PERSON, False)
    user.tag(PERSON, "x", False)
    user.set_state(REQUEST, "open")
    user.set_due(REQUEST, None)
    user.link_answer(REQUEST, ANSWER, on=False)
    user.forget_search("x")
    user.searched("chợ")
    assert user.undo() is None


def test_a_correction_of_a_record_is_taken_back_in_its_turn(user: UserData) -> None:
    user.star(PERSON, True)
    user.corrected(KEY, "Vi Văn Tấn", b"what it takes")
    user.star(FIGURE, True)
    kinds = [user.undo(), user.undo(), user.undo()]
    assert [(one.kind, one.elsewhere) for one in kinds if one] == [
        ("star", b""),
        ("correct", b"what it takes"),
        ("star", b""),
    ]


def test_the_latest_searches_come_first_and_each_once(user: UserData) -> None:
    for query in ("chợ", "trường  học", " ", "chợ", "nước"):
        user.searched(query)
    assert user.recent_searches() == ("nước", "chợ", "trường học")
    for number in range(150):
        user.searched(f"query {number}")
    assert len(user.recent_searches()) == 100


def test_a_search_is_saved_under_a_name(user: UserData) -> None:
    user.save_search(" Của  tôi ", "chợ year:2023")
    user.save_search("Của tôi", "chợ year:2024")
    assert user.saved_searches() == (("Của tôi", "chợ year:2024"),)
    with pytest.raises(ValueError, match="name"):
        user.save_search(" ", "chợ")
