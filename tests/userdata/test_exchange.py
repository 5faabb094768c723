"""What was added goes to a file and back without loss, and two people's notes come together without doubles."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.userdata.places import ANSWER, FIGURE, KEY, PASSAGE, PERSON, REQUEST, SESSION
from tui.library import Anchor
from tui.library.errors import RecordError
from tui.library.userdata import STATES as STATES_OF_REQUESTS
from tui.library.userdata import Known, State, UserData
from tui.library.userdata.exchange import from_yaml, to_yaml
from tui.library.userdata.merging import Outcome, merge

Pair = tuple[UserData, UserData]


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    """Return the data of two people."""
    return UserData.open(tmp_path / "one.sqlite"), UserData.open(tmp_path / "other.sqlite")


def give(one: UserData, other: UserData) -> Mapping[Outcome, int]:
    """Export the notes of one person and import them into another's; return what became of them."""
    return merge(other, from_yaml(to_yaml(one), "notes.yaml"), "notes.yaml")


def texts(user: UserData) -> list[str]:
    return sorted(note.text for kept in user.kept() for note in kept.notes)


def filled(user: UserData) -> None:
    user.know(Known(article_key=KEY, library="/home/x", path="cho.txt", headline="Đoàn giám sát", date="2023-10-11"))
    user.star(SESSION, True)
    user.tag(PERSON, "hỏi lại")
    user.tag(PERSON, "chợ: [đêm]")
    user.add_note(PASSAGE, "Năm trước là 11/20.\n# không phải chú thích\n\tvà: \x1b[31m \u202e")
    user.set_state(REQUEST, "answered")
    user.set_due(REQUEST, "2024-06-30")
    user.link_answer(REQUEST, ANSWER)
    user.set_read(KEY, True)
    user.set_position(KEY, 300)
    user.save_search("của tôi", 'chợ "phú bình"')


def test_everything_comes_back(pair: Pair) -> None:
    one, other = pair
    filled(one)
    give(one, other)
    assert other.kept() == one.kept()
    assert (other.read(), other.position(KEY)) == (one.read(), 300)
    assert other.saved_searches() == one.saved_searches()
    known = other.known()[0]
    assert (known.library, known.path, known.headline, known.date) == ("", "cho.txt", "Đoàn giám sát", "2023-10-11")
    assert to_yaml(other) == to_yaml(one)


def test_nothing_unsafe_stands_in_the_file(user: UserData) -> None:
    filled(user)
    assert not {"\x1b", "\u202e", "\t"} & set(to_yaml(user))


def test_importing_twice_adds_nothing(pair: Pair) -> None:
    one, other = pair
    filled(one)
    first = give(one, other)
    again = give(one, other)
    assert set(first) == {"added"}
    assert again == {"known": first["added"]}
    assert other.kept() == one.kept()


def test_notes_of_two_people_come_together(pair: Pair) -> None:
    one, other = pair
    one.add_note(PERSON, "Của một người.")
    other.add_note(PERSON, "Của người kia.")
    other.tag(PERSON, "Chợ")
    one.tag(PERSON, "chợ")
    for _ in range(2):
        give(one, other)
        give(other, one)
    assert texts(one) == texts(other) == ["Của một người.", "Của người kia."]
    assert (list(one.tags()), list(other.tags())) == (["chợ"], ["Chợ"])


def test_a_later_wording_takes_the_place_of_the_one_that_it_came_of(pair: Pair) -> None:
    one, other = pair
    note = one.add_note(PERSON, "Một.")
    give(one, other)
    one.change_note(note.id, "Hai.")
    one.change_note(note.id, "Ba.")
    assert give(other, one) == {"known": 1}
    assert give(one, other) == {"renewed": 1}
    assert texts(one) == texts(other) == ["Ba."]


def test_wordings_that_went_apart_are_both_kept_once(pair: Pair) -> None:
    one, other = pair
    note = one.add_note(PERSON, "Một.")
    give(one, other)
    one.change_note(note.id, "Hai.")
    other.change_note(note.id, "Ba.")
    assert give(one, other) == {"both": 1}
    for _ in range(2):
        give(other, one)
        give(one, other)
    assert texts(one) == texts(other) == ["Ba.", "Hai."]


def test_states_of_a_request_follow_the_same_rule(pair: Pair) -> None:
    one, other = pair
    one.set_state(REQUEST, "answered")
    assert give(one, other) == {"added": 1}
    one.set_state(REQUEST, "done")
    assert give(one, other) == {"renewed": 1}
    assert other.kept()[0].state == "done"
    one.set_due(REQUEST, "2024-06-30")
    other.set_state(REQUEST, "dropped")
    assert give(one, other) == {"both": 1}
    assert give(one, other) == {"known": 1}
    kept = other.kept()[0]
    assert (kept.state, kept.due) == ("dropped", None)
    assert [note.text for note in kept.notes] == ["State elsewhere: done, by 2024-06-30"]


def test_of_two_searches_with_one_name_both_are_kept(pair: Pair) -> None:
    one, other = pair
    one.save_search("của tôi", "chợ")
    other.save_search("của tôi", "nước")
    for _ in range(2):
        give(one, other)
    assert other.saved_searches() == (("của tôi", "nước"), ("của tôi (2)", "chợ"))


def test_an_import_is_taken_back_as_one_change(pair: Pair) -> None:
    one, other = pair
    filled(one)
    other.star(FIGURE, True)
    before = other.kept()
    give(one, other)
    undone = other.undo()
    assert undone is not None and undone.kind == "merge" and "notes.yaml" in undone.said()
    assert other.kept() == before
    assert (other.read(), other.saved_searches()) == (frozenset(), ())


def test_notes_on_an_earlier_form_of_a_text_go_to_the_present_one(pair: Pair) -> None:
    one, other = pair
    one.add_note(PERSON, "Một.")
    other.star(SESSION, True)
    other.rename({KEY: "fedcba9876543210"})
    give(one, other)
    assert {kept.anchor.article_key for kept in other.kept()} == {"fedcba9876543210"}
    assert len(other.kept(KEY)) == 2


START = f"schema: giamsat-notes/1\narticles:\n  - article_key: {KEY}\n    places:\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", None),
        ("shopping: [milk]\n", 1),
        ("schema: giamsat/1\n", 1),
        ("schema: giamsat-notes/2\n", 1),
        ("schema: [giamsat-notes/1\n", 2),
        (f"{START}      - section: cities\n", 5),
        (f"{START}      - section: people\n        exact: x\n        start: -1\n", 7),
        (f"{START}      - section: requests\n        exact: x\n        state: lost\n", 7),
        (f"{START}      - section: requests\n        exact: x\n        due: 2024-02-31\n", 7),
        (f"{START}      - section: people\n        exact: x\n        tags: [[x]]\n", 7),
        (f"{START}      - section: people\n        notes: [{{id: a, text: ' ', created: x, changed: x}}]\n", 6),
        (f"{START}      - &a {{section: people}}\n      - *a\n", 6),
    ],
)
def test_a_file_that_is_none_of_ours_is_named_with_its_line(text: str, line: int | None) -> None:
    with pytest.raises(RecordError) as error:
        from_yaml(text, "notes.yaml")
    assert str(error.value).startswith("notes.yaml")
    assert error.value.line == line


WORDS = st.text(max_size=40)
STATES: st.SearchStrategy[State] = st.sampled_from(STATES_OF_REQUESTS)
PLACES = st.sampled_from((SESSION, PERSON, FIGURE, REQUEST, PASSAGE))


def said(user: UserData) -> list[object]:
    """Return what was added, of notes their different words."""
    return [(one.anchor, one.tags, one.state, {note.text for note in one.notes}) for one in user.kept()]


@settings(max_examples=40)
@given(st.lists(st.tuples(PLACES, WORDS, WORDS, STATES), max_size=6))
def test_any_words_survive(made: list[tuple[Anchor, str, str, State]]) -> None:
    with TemporaryDirectory() as folder:
        one, other = UserData.open(Path(folder) / "one.sqlite"), UserData.open(Path(folder) / "other.sqlite")
        for place, note, tag, state in made:
            if note.strip():
                one.add_note(place, note, label=tag)
            if tag.strip():
                one.tag(place, tag)
            one.set_state(REQUEST, state)
        give(one, other)
        assert said(other) == said(one)
        assert set(give(one, other)) <= {"known"}
        one.close()
        other.close()
