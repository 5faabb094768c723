"""Finding words in the open text."""

from __future__ import annotations

import pytest

from tests.ui.reading import NARROW, pane, press, reader, screen, shown
from tests.ui.test_reader import highlighted
from tui.screens.finding import Finding, find
from tui.text.view import view
from tui.widgets.finder import Finder
from tui.widgets.text_pane import TextPane

TEXT = view("Đồng chí Lý Thị Hoà và đồng chí Ly Thi Hoa; Lý Thị\nHòa vắng mặt.")


def found(query: str) -> list[str]:
    return [TEXT.display[start:end] for start, end in find(TEXT, query)]


def test_accents_need_not_be_typed() -> None:
    assert found("ly thi hoa") == ["Lý Thị Hoà", "Ly Thi Hoa", "Lý Thị\nHòa"]


def test_an_accent_that_is_typed_counts() -> None:
    assert found("lý thi hoa") == ["Lý Thị Hoà", "Lý Thị\nHòa"]


def test_where_a_tone_stands_does_not_count() -> None:
    assert found("hoà") == found("hòa") == ["Hoà", "Hòa"]


def test_marks_of_patterns_are_words_like_others() -> None:
    assert found("hoa;") == ["Hoa;"]
    assert found("[/]") == found("(") == found("*") == []


def test_nothing_is_found_for_nothing() -> None:
    assert found("") == found("   ") == []


def test_what_is_hidden_is_not_found() -> None:
    assert len(find(TEXT, "dong chi", [(0, 10)])) == 1


def test_decomposed_letters_are_found() -> None:
    decomposed = view("Phạm Quí Tiên")
    assert find(decomposed, "phạm quí") == ((0, 8),)


def test_after_the_last_match_comes_the_first() -> None:
    finding = Finding("a", ((1, 2), (5, 6), (9, 10)))
    assert finding.step(-1).here == (9, 10)
    assert finding.step(3).here == (1, 2)
    assert finding.from_offset(4).here == (5, 6)
    assert finding.from_offset(99).here == (1, 2)


async def test_matches_show_while_they_are_typed() -> None:
    async with reader() as pilot:
        await press(pilot, "f", *"me linh")
        assert "1 of 5" in shown(pane(pilot, "text")).splitlines()[-1]
        assert highlighted(pane(pilot, "text"), "here") == ["Mê Linh"]
        assert isinstance(pilot.app.focused, type(screen(pilot).query_one(Finder).line))


async def test_matches_stay_when_the_line_closes_and_n_goes_on() -> None:
    async with reader() as pilot:
        text = pane(pilot, "text")
        assert isinstance(text, TextPane)
        await press(pilot, "f", *"me linh", "enter")
        assert pilot.app.focused is text
        assert not screen(pilot).query(Finder)
        first = text.cursor
        await press(pilot, "n")
        assert text.cursor > first
        await press(pilot, "N", "N")
        assert "5 of 5" in shown(text).splitlines()[-1]


async def test_escape_finds_nothing_any_more() -> None:
    async with reader() as pilot:
        await press(pilot, "f", *"me linh", "escape")
        assert not highlighted(pane(pilot, "text"), "here")
        assert not screen(pilot).query(Finder)
        assert pilot.app.focused is pane(pilot, "text")


async def test_arrows_go_through_the_matches_while_typing() -> None:
    async with reader() as pilot:
        await press(pilot, "f", *"me linh", "down", "down", "up")
        assert "2 of 5" in shown(pane(pilot, "text")).splitlines()[-1]


async def test_what_is_not_there_is_said() -> None:
    async with reader() as pilot:
        await press(pilot, "f", *"xyz")
        assert "nothing like “xyz”" in shown(pane(pilot, "text"))


async def test_debris_is_found_only_while_it_is_shown() -> None:
    async with reader() as pilot:
        await press(pilot, "f", *"desktop", "enter")
        assert not highlighted(pane(pilot, "text"), "here")
        await press(pilot, "d")
        assert highlighted(pane(pilot, "text"), "here") == ["Desktop"]


async def test_finding_in_a_narrow_window_begins_in_the_text() -> None:
    async with reader(NARROW) as pilot:
        await press(pilot, "g", "3", "f", *"233", "enter")
        assert screen(pilot).active == "text"
        assert highlighted(pane(pilot, "text"), "here") == ["233"]


@pytest.mark.parametrize("keys", ["fme linh", "f" + "233.250"])
async def test_no_letter_is_lost_however_fast_it_is_typed(keys: str) -> None:
    async with reader() as pilot:
        await pilot.press(*keys)  # without waiting between the keys
        await pilot.pause()
        assert screen(pilot).query_one(Finder).line.value == keys[1:]
