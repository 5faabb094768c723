"""The table of actions, and keys becoming actions."""

from __future__ import annotations

from tui.actions import ACTIONS, PANES, clashes, for_footer, for_palette, in_place, keymap, written
from tui.app import GiamsatApp
from tui.screens.base import KeyScreen
from tui.screens.chords import Chords, Done
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.screens.settings import SettingsScreen
from tui.widgets.line_list import LineList
from tui.widgets.text_pane import TextPane

DOERS: dict[str, tuple[type, ...]] = {
    **{place: (LineList, ReaderScreen) for place in PANES},
    "text": (TextPane, ReaderScreen),
    "find": (ReaderScreen,),
    "line": (SearchScreen,),
    "results": (LineList, SearchScreen),
    "window": (LineList, HelpScreen),
    "file": (ExportScreen,),
    "question": (ExportScreen,),
    "settings": (LineList, SettingsScreen),
    "command": (PaletteScreen,),
}
"""Who may do the actions of a place."""


def pressed(*keys: str) -> Done | str:
    chords, table = Chords(), keymap("text", {})
    answers = [chords.press(key, table) for key in keys]
    return answers[-1]


def test_a_key_does_its_action() -> None:
    done = pressed("j")
    assert isinstance(done, Done)
    assert (done.action.id, done.times) == ("down", 1)


def test_a_count_before_a_key_repeats_it() -> None:
    done = pressed("1", "0", "j")
    assert isinstance(done, Done)
    assert (done.action.id, done.times) == ("down", 10)


def test_a_zero_begins_no_count() -> None:
    assert pressed("0") == "unknown"


def test_keys_one_after_the_other_are_one_sequence() -> None:
    assert pressed("g") == "waiting"
    done = pressed("g", "4")
    assert isinstance(done, Done)
    assert done.action.id == "figures"


def test_a_sequence_that_leads_nowhere_is_forgotten() -> None:
    chords, table = Chords(), keymap("text", {})
    assert chords.press("g", table) == "waiting"
    assert chords.press("x", table) == "unknown"
    assert chords.pending == ""


def test_what_was_typed_can_be_shown_while_it_waits() -> None:
    chords, table = Chords(), keymap("text", {})
    chords.press("3", table)
    chords.press("g", table)
    assert chords.pending == "3g"


def test_a_count_does_not_grow_without_end() -> None:
    done = pressed(*"9" * 30, "j")
    assert isinstance(done, Done)
    assert done.times == 99_999


def test_no_two_actions_of_a_place_have_one_key() -> None:
    assert clashes({}) == []


def test_a_key_bound_twice_is_reported() -> None:
    found = clashes({"copy": ["n"]}, ["text"])
    assert [(clash.key, set(clash.actions)) for clash in found] == [("n", {"copy", "next_match"})]


def test_a_key_that_begins_a_sequence_is_reported() -> None:
    assert any(set(clash.actions) == {"copy", "first"} for clash in clashes({"copy": ["g"]}, ["text"]))


def test_a_rebound_action_has_only_its_new_keys() -> None:
    table = keymap("text", {"find": ["ctrl+f"]})
    assert table[("ctrl+f",)].id == "find"
    assert ("f",) not in table


def test_a_letter_of_the_users_is_a_letter_where_one_types() -> None:
    rebound = {"down": ["n", "ctrl+e"], "back": ["x"]}
    assert keymap("line", rebound)[("ctrl+e",)].id == "down"
    assert ("n",) not in keymap("line", rebound)
    assert keymap("line", rebound)[("escape",)].id == "back"
    assert keymap("text", rebound)[("x",)].id == "back"


def test_the_users_key_counts_before_that_of_the_table() -> None:
    assert keymap("text", {"wider": ["s"]})[("s",)].id == "wider"
    assert keymap("text", {"star": ["/"]})[("/",)].id == "star"


def test_what_would_hide_the_users_sequence_gives_way_to_it() -> None:
    table = keymap("text", {"wider": ["s s"]})
    assert table[("s", "s")].id == "wider"
    assert ("s",) not in table


def test_every_action_can_be_done_wherever_the_table_says() -> None:
    missing = [
        (action.id, place)
        for place, classes in DOERS.items()
        for action in in_place(place)  # type: ignore[arg-type]
        if not any(hasattr(each, f"do_{action.id}") for each in (*classes, KeyScreen))
        and not hasattr(GiamsatApp, f"do_{action.id}")
        and (place != "results" or action.id not in _READERS_OWN)
    ]
    assert missing == []


_READERS_OWN: frozenset[str] = frozenset()


def test_the_palette_does_only_what_the_reader_can() -> None:
    offered = [action.id for action in for_palette("text")]
    doers = (ReaderScreen, TextPane, GiamsatApp)
    assert [each for each in offered if not any(hasattr(doer, f"do_{each}") for doer in doers)] == []
    assert hasattr(PaletteScreen, "do_choose")


def test_the_footer_names_the_most_important_first() -> None:
    assert [action.id for action in for_footer("figures")][:3] == ["choose", "mark", "find"]


def test_keys_are_written_as_people_read_them() -> None:
    assert [written(keys) for keys in ("g g", "enter", "pagedown", "ctrl+p")] == ["gg", "↵", "pgdn", "ctrl+p"]


def test_descriptions_end_without_a_full_stop() -> None:
    assert [action.about for action in ACTIONS if action.about.endswith(".")] == []
