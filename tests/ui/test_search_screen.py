"""Search over everything, in the reader."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import cast
from unittest.mock import patch

from textual.pilot import Pilot

from tests.ui.reading import MEDIUM, NARROW, library_of, pane, press, reader, screen, shown
from tests.ui.test_reader import OTHER, copied, highlighted
from tui.screens.search import SearchScreen
from tui.screens.searcher import Searcher
from tui.search.results import Results
from tui.widgets.line_list import LineList
from tui.widgets.text_pane import TextPane
from tui.widgets.typed_line import TypedLine

__all__ = ["copied"]


def search(pilot: Pilot[int]) -> SearchScreen:
    return cast(SearchScreen, pilot.app.screen)


def results(pilot: Pilot[int]) -> LineList:
    return search(pilot).query_one("#results", LineList)


def preview(pilot: Pilot[int]) -> TextPane:
    return search(pilot).query_one("#preview", TextPane)


async def test_results_come_in_sections_as_one_types() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"pham qui tien")
        text = shown(results(pilot))
        assert "People 1 ─" in text and "Passages" in text
        assert "Phạm Quí Tiên" in text


async def test_the_words_that_matched_are_highlighted() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"khuong")
        wanted = results(pilot).palette.style("text", "match").bgcolor
        pieces = [piece for y in range(results(pilot).size.height) for piece in results(pilot).render_line(y)]
        assert "Khương" in {piece.text.strip() for piece in pieces if piece.style and piece.style.bgcolor == wanted}


async def test_the_preview_shows_the_place() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"233.250")
        assert "233.250 hồ sơ" in shown(preview(pilot))
        assert highlighted(preview(pilot), "match")


async def test_enter_opens_the_place_with_its_words_highlighted() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"hai long cua nguoi dan", "enter")
        assert pilot.app.screen is screen(pilot)
        assert screen(pilot).active == "text"
        assert " ".join(highlighted(pane(pilot, "text"), "here")) == "hài lòng của người dân"


async def test_a_result_in_another_article_opens_that_article(tmp_path: Path) -> None:
    seed = (Path(__file__).parents[2] / "seeds" / "000_9453927c25cb1dab.txt").read_text("utf-8")
    async with reader(library=library_of(tmp_path / "two", {"a.txt": seed, "b.txt": OTHER})) as pilot:
        await press(pilot, "/", *"do thi mai", "enter")
        assert "An Phú" in shown(pane(pilot, "text"))
        assert screen(pilot).lists["sessions"].current == "b.txt"


async def test_tab_goes_to_the_next_section() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"tien")
        first = results(pilot).current.split(":")[0]
        await press(pilot, "tab")
        second = results(pilot).current.split(":")[0]
        assert first != second
        await press(pilot, "shift+tab")
        assert results(pilot).current.split(":")[0] == first


async def test_down_goes_from_the_line_into_the_results_and_slash_back() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"tien", "down")
        assert pilot.app.focused is results(pilot)
        await press(pilot, "/", "x")
        assert search(pilot).query_one(TypedLine).value == "tienx"


async def test_results_can_be_marked_and_copied(copied: list[str]) -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"pham qui", "down", "space")
        assert len(screen(pilot).user.marks()) == 1
        assert "●" in shown(results(pilot))
        await press(pilot, "y")
        assert "000_9453927c25cb1dab.txt#" in copied[0]


async def test_nothing_found_is_said() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"xyzzyx")
        assert "Nothing was found." in shown(results(pilot))


async def test_a_query_that_is_not_understood_is_explained() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"whoo:tien")
        note = search(pilot).query_one("#search-note")
        assert "whoo:" in note.render_line(0).text
        assert note.region.y == search(pilot).query_one(TypedLine).region.y + 1


async def test_before_anything_is_typed_hints_are_shown() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/")
        assert "Accents need not be typed" in shown(results(pilot))


async def test_the_query_is_there_again_the_next_time() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"khuong", "enter", "/")
        assert search(pilot).query_one(TypedLine).value == "khuong"


async def test_escape_goes_back_without_opening_anything() -> None:
    async with reader(MEDIUM) as pilot:
        before = screen(pilot).text.cursor
        await press(pilot, "/", *"khuong", "down", "escape", "escape")
        assert pilot.app.screen is screen(pilot)
        assert screen(pilot).text.cursor == before


class Slow:
    """A searcher whose answer to one query waits until it is let go."""

    def __init__(self, searcher: Searcher, query: str) -> None:
        self.searcher, self.query = searcher, query
        self.asked, self.let_go = Event(), Event()

    def search(self, query: str) -> Iterator[Results]:
        if query == self.query:
            self.asked.set()
            assert self.let_go.wait(20)
        yield from self.searcher.search(query)


async def test_an_answer_that_comes_late_is_not_shown() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/")
        slow = Slow(search(pilot)._searcher, "tien")
        search(pilot)._searcher = cast(Searcher, slow)
        await pilot.press(*"tien")
        await asyncio.to_thread(slow.asked.wait, 20)
        seen: list[str] = []
        with patch.object(SearchScreen, "show_results", lambda _, results: seen.append(results.query)):
            await pilot.press("ctrl+u", *"khuong")
            slow.let_go.set()
            await press(pilot)
        assert "tien" not in seen
        assert seen[-1] == "khuong"


async def test_no_key_waits_for_a_search() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/")
        slow = Slow(search(pilot)._searcher, "k")
        search(pilot)._searcher = cast(Searcher, slow)
        await pilot.press("k")
        await asyncio.to_thread(slow.asked.wait, 20)
        await pilot.press(*"huong", "left", "backspace")
        assert search(pilot).query_one(TypedLine).value == "khuog"
        slow.let_go.set()
        await press(pilot)


async def test_enter_before_the_answer_opens_what_was_typed_and_not_what_is_shown() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"tien")
        slow = Slow(search(pilot)._searcher, "khuong")
        search(pilot)._searcher = cast(Searcher, slow)
        await pilot.press("ctrl+u", *"khuong", "enter")
        assert len(pilot.app.screen_stack) == 2
        slow.let_go.set()
        await press(pilot)
        assert len(pilot.app.screen_stack) == 1
        assert "“khuong”" in shown(pane(pilot, "text"))


async def test_sections_are_shown_as_they_come() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/")
        shows: list[tuple[bool, int]] = []
        show = SearchScreen.show_results

        def keep(screen: SearchScreen, results: Results) -> None:
            show(screen, results)
            shows.append((results.complete, len(results.sections)))

        with patch.object(SearchScreen, "show_results", keep), patch("tui.screens.asking.PATIENCE", 0):
            await press(pilot, "ctrl+u", *"khuong")
        assert (False, 1) in shows, "a first section, before the others"
        assert shows[-1][0] and shows[-1][1] > 1


async def test_no_letter_is_lost_while_search_opens() -> None:
    async with reader(MEDIUM) as pilot:
        await pilot.press(*"/pham qui")  # without waiting between the keys
        await press(pilot)
        assert search(pilot).query_one(TypedLine).value == "pham qui"


async def test_a_narrow_window_has_the_results_alone() -> None:
    async with reader(NARROW) as pilot:
        await press(pilot, "/", *"khuong")
        assert not preview(pilot).display
        assert "Khương" in shown(results(pilot))


async def test_a_hit_says_where_its_words_are() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "/", *"me linh")
        assert "· headline" in shown(results(pilot))


async def test_what_has_a_star_is_found(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"a.txt": OTHER})
    async with reader(MEDIUM, library=library) as pilot:
        await press(pilot, "/", *"has:star")
        assert "Sessions" not in shown(results(pilot))
        screen(pilot).user.star(library.entries()[0].article_key, True)
        await press(pilot, "ctrl+u", *"has:star")
        assert "Sessions 1" in shown(results(pilot))


async def test_rows_are_as_high_as_they_are_drawn() -> None:
    async with reader(MEDIUM) as pilot:
        for query in ("huyen", "tien", "26/46"):
            await press(pilot, "/", "ctrl+u", *query)
            rows, width = results(pilot).rows, results(pilot).row_width
            assert list(rows.heights(width)) == [len(rows.lines(index, width, False)) for index in range(len(rows.ids))]
            await press(pilot, "escape")
