"""Narrowing a search in the reader, and searching what was searched before."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests import invented
from tests.ui.reading import MEDIUM, NARROW, WIDE, Size, library_of, pane, press, reader, screen, shown
from tests.ui.test_reader import highlighted
from tests.ui.test_search_screen import results, search
from tui.library import Library
from tui.library.userdata import UserData
from tui.screens.searches import SearchesScreen
from tui.widgets.line_list import LineList
from tui.widgets.one_line import OneLine
from tui.widgets.typed_line import TypedLine


def three(folder: Path) -> Library:
    return library_of(folder / "three", invented.ARTICLES)


def facets(pilot: Pilot[int]) -> LineList:
    return search(pilot).query_one("#facets", LineList)


def query(pilot: Pilot[int]) -> str:
    return search(pilot).query_one(TypedLine).value


def under_the_line(pilot: Pilot[int], which: str) -> str:
    line = search(pilot).query_one(which, OneLine)
    return line.render_line(0).text if line.display else ""


async def test_a_wide_window_lists_places_years_people_and_kinds_with_counts(tmp_path: Path) -> None:
    async with reader(WIDE, library=three(tmp_path)) as pilot:
        await press(pilot, "/", *"lo quy khanh")
        text = " ".join(shown(facets(pilot)).split())
        assert "Places" in text and "Huyện Phú Bình 1" in text and "2023 1" in text
        assert "Lò Quý Khánh 3" in text, "people of one name are counted together"


async def test_one_key_narrows_by_a_facet_and_the_same_key_takes_it_back(tmp_path: Path) -> None:
    async with reader(WIDE, library=three(tmp_path)) as pilot:
        await press(pilot, "/", *"khanh", "ctrl+f")
        assert pilot.app.focused is facets(pilot)
        facets(pilot).go("place:huyện Phú Bình")
        await press(pilot, "enter")
        assert query(pilot) == 'khanh place:"huyện Phú Bình" '
        assert "Sessions 1 ─" in shown(results(pilot))
        assert facets(pilot).marked == {"place:huyện Phú Bình"}
        await press(pilot, "space")
        assert query(pilot).strip() == "khanh"
        assert "Sessions 3 ─" in shown(results(pilot))


async def test_a_condition_is_a_chip_that_a_click_or_a_key_takes_away(tmp_path: Path) -> None:
    async with reader(WIDE, library=three(tmp_path)) as pilot:
        await press(pilot, "/", *"khanh year:2023 -place:dinh")
        chips = search(pilot).query_one("#search-chips", OneLine)
        assert "year: 2023" in under_the_line(pilot, "#search-chips")
        assert "-place: dinh" in under_the_line(pilot, "#search-chips")
        await pilot.click(chips, offset=(chips.places()[0][0] + 2, 0))
        await press(pilot)
        assert query(pilot) == "khanh -place:dinh"
        await press(pilot, "ctrl+x")
        assert query(pilot) == "khanh"
        assert under_the_line(pilot, "#search-chips") == ""


async def test_in_a_window_of_any_size_what_narrows_can_be_reached(tmp_path: Path) -> None:
    sizes: list[Size] = [MEDIUM, NARROW]
    for number, size in enumerate(sizes):
        async with reader(size, library=three(tmp_path / str(number))) as pilot:
            await press(pilot, "/", *"khanh")
            assert not facets(pilot).display
            await press(pilot, "down", "h")
            assert "Places" in shown(facets(pilot))
            await press(pilot, "j", "enter", "l")
            assert pilot.app.focused is results(pilot) and not facets(pilot).display
            assert "place:" in query(pilot)


async def test_the_marked_facet_is_found_however_it_was_typed(tmp_path: Path) -> None:
    async with reader(WIDE, library=three(tmp_path)) as pilot:
        await press(pilot, "/", *'khanh place:"Huyện Phú Bình"')
        assert "place:huyện Phú Bình" in facets(pilot).marked


async def test_what_contradicts_itself_is_explained_under_the_line(tmp_path: Path) -> None:
    async with reader(MEDIUM, library=three(tmp_path)) as pilot:
        await press(pilot, "/", *"after:2025 before:2020")
        assert "exclude each other" in under_the_line(pilot, "#search-note")
        await press(pilot, "ctrl+u", *"khanh")
        assert under_the_line(pilot, "#search-note") == ""


async def test_when_nothing_has_all_words_the_nearest_is_shown_and_called_so(tmp_path: Path) -> None:
    async with reader(MEDIUM, library=three(tmp_path)) as pilot:
        await press(pilot, "/", *"quy khanh zzqxw")
        assert "Nearest, without “zzqxw”" in under_the_line(pilot, "#search-note")
        assert "Lò Quý Khánh" in shown(results(pilot))


async def test_a_search_that_led_somewhere_is_found_again_with_a_key(tmp_path: Path) -> None:
    async with reader(MEDIUM, library=three(tmp_path)) as pilot:
        await press(pilot, "/", *"my uyen", "enter", "/", "ctrl+u", *"zzz", "escape")
        assert screen(pilot).user.recent_searches() == ("my uyen",)
        await press(pilot, "ctrl+r")
        assert isinstance(pilot.app.screen, SearchesScreen)
        await press(pilot, *"uyen", "enter")
        assert query(pilot) == "my uyen"
        assert "Đặng Thị Mỹ Uyên" in shown(results(pilot))


async def test_a_search_is_kept_under_a_name_taken_again_and_forgotten(tmp_path: Path) -> None:
    async with reader(MEDIUM, library=three(tmp_path)) as pilot:
        await press(pilot, "/", *"khanh year:2023", "ctrl+t", *"chợ", "enter")
        assert [(one.name, one.query) for one in screen(pilot).user.saved_searches()] == [("chợ", "khanh year:2023")]
        await press(pilot, "ctrl+u", "ctrl+r", *"cho", "enter")
        assert query(pilot) == "khanh year:2023"
        await press(pilot, "ctrl+r", "ctrl+x")
        assert screen(pilot).user.saved_searches() == ()
        assert "There are no earlier searches yet." in shown(pilot.app.screen.query_one("#searches", LineList))


async def test_a_recent_search_can_be_forgotten(tmp_path: Path) -> None:
    user = UserData.open(tmp_path / "user.sqlite")
    user.searched("one")
    user.searched("two")
    async with reader(MEDIUM, library=three(tmp_path), user=user) as pilot:
        await press(pilot, "ctrl+r", "ctrl+x")
        assert screen(pilot).user.recent_searches() == ("one",)


async def open_first_session(pilot: Pilot[int], words: str) -> None:
    await press(pilot, "/", *words)
    results(pilot).go("sessions:1")
    await press(pilot, "enter")


def opened(pilot: Pilot[int]) -> str:
    return screen(pilot).lists["sessions"].current


async def test_n_goes_on_through_the_hits_across_sessions(tmp_path: Path) -> None:
    async with reader(MEDIUM, library=three(tmp_path)) as pilot:
        await open_first_session(pilot, "lo quy khanh")
        seen = [opened(pilot)]
        for _ in range(2):
            await press(pilot, "n")
            seen.append(opened(pilot))
        assert sorted(seen) == ["cho.txt", "nuoc.txt", "truong.txt"]
        assert " ".join(highlighted(pane(pilot, "text"), "here")) == "Lò Quý Khánh"
        await press(pilot, "N")
        assert opened(pilot) == seen[1]


async def test_the_border_says_which_hit_it_is_and_of_how_many(tmp_path: Path) -> None:
    async with reader(MEDIUM, library=three(tmp_path)) as pilot:
        await press(pilot, "/", *"lo quy khanh")
        ids = [row for row in results(pilot).rows.ids if row]
        await press(pilot, "enter", "n")
        assert f"hit 2 of {len(ids)} “lo quy khanh”" in shown(pane(pilot, "text"))
        await press(pilot, "N", "N")
        assert f"hit {len(ids)} of {len(ids)} “lo quy khanh”" in shown(pane(pilot, "text")), "it goes round"


async def test_after_something_else_is_found_n_stays_in_the_text(tmp_path: Path) -> None:
    async with reader(MEDIUM, library=three(tmp_path)) as pilot:
        await open_first_session(pilot, "lo quy khanh")
        here = opened(pilot)
        await press(pilot, "f", *"huyen", "enter", "n")
        assert opened(pilot) == here
        assert "“huyen”" in shown(pane(pilot, "text"))


async def test_a_search_opens_at_the_hit_that_one_is_at(tmp_path: Path) -> None:
    async with reader(MEDIUM, library=three(tmp_path)) as pilot:
        await open_first_session(pilot, "lo quy khanh")
        await press(pilot, "n", "/")
        assert results(pilot).current == "sessions:2"
