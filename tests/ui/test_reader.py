"""The reader, as it is used."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from tests.ui.reading import MEDIUM, NARROW, WIDE, library_of, pane, press, reader, screen, shown
from tui.text.clean import Clean
from tui.widgets.text_pane import TextPane
from tui.widgets.theme import Ink

OTHER = """\
Đoàn giám sát HĐND tỉnh Bình Sơn làm việc tại huyện An Phú

12/06/2023 | 08:00

Ngày 11/6/2023, Đoàn giám sát của HĐND tỉnh Bình Sơn đã giám sát tại huyện An Phú. Đồng chí Đỗ Thị Mai - Phó Chủ tịch \
HĐND tỉnh chủ trì buổi giám sát.

Báo cáo tại buổi giám sát, đồng chí Vũ Văn Hải - Chủ tịch UBND huyện cho biết, năm 2022 huyện có 45 trường học.
"""


async def test_a_wide_window_shows_sessions_text_people_and_figures_at_once() -> None:
    async with reader(WIDE) as pilot:
        assert "Huyện Mê Linh" in shown(pane(pilot, "sessions"))
        assert "Sáng 8/5/2024, Đoàn giám sát số 2" in shown(pane(pilot, "text"))
        assert "Nguyễn Anh Tuấn" in shown(pane(pilot, "people"))
        assert "210 lượt" in shown(pane(pilot, "figures"))


async def test_a_medium_window_has_tabs_beside_the_text() -> None:
    async with reader(MEDIUM) as pilot:
        assert [place for place, each in screen(pilot).panes.items() if each.display] == ["text", "people"]
        await press(pilot, "g", "4")
        assert [place for place, each in screen(pilot).panes.items() if each.display] == ["text", "figures"]
        assert "People" in shown(pane(pilot, "figures")).splitlines()[0]


async def test_the_sessions_of_a_medium_window_are_a_drawer() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "1")
        assert pane(pilot, "sessions").display
        await press(pilot, "enter")
        assert not pane(pilot, "sessions").display
        assert pilot.app.focused is pane(pilot, "text")


async def test_a_narrow_window_sets_the_text_of_the_session_that_was_chosen_while_it_was_hidden(tmp_path: Path) -> None:
    later = OTHER.replace("An Phú", "Hòa Thạnh Tây").replace("6/2023", "7/2023")
    async with reader(NARROW, library=library_of(tmp_path / "two", {"a.txt": OTHER, "b.txt": later})) as pilot:
        await press(pilot, "g", "1", "j", "enter")
        words = " ".join(shown(pane(pilot, "text")).replace("▌", " ").replace("█", " ").split())
        assert "Đoàn giám sát HĐND tỉnh Bình Sơn làm việc tại huyện An Phú" in words


async def test_a_narrow_window_shows_one_pane() -> None:
    async with reader(NARROW) as pilot:
        for key, place in (("1", "sessions"), ("3", "people"), ("5", "requests"), ("2", "text")):
            await press(pilot, "g", key)
            assert [name for name, each in screen(pilot).panes.items() if each.display] == [place]


async def test_tab_and_arrows_go_round_the_panes() -> None:
    async with reader() as pilot:
        seen = []
        for key in ("tab", "right", "l", "shift+tab", "left", "h"):
            await press(pilot, key)
            seen.append(screen(pilot).active)
        assert seen == ["people", "figures", "requests", "figures", "people", "text"]


async def test_moving_on_a_person_highlights_every_mention() -> None:
    async with reader() as pilot:
        await press(pilot, "g", "3", "G", "g", "g")
        followed = highlighted(pane(pilot, "text"), "follow")
        assert followed
        assert set(followed) == {"Phạm Quí Tiên"}


async def test_enter_on_a_person_goes_from_mention_to_mention() -> None:
    async with reader() as pilot:
        text = text_of(pilot)
        await press(pilot, "g", "3", "enter")
        first = text.cursor
        await press(pilot, "enter")
        second = text.cursor
        assert first < second
        assert highlighted(text, "here") == ["Phạm Quí Tiên"]
        assert "place 2 of 6" in shown(text)


async def test_moving_on_a_figure_shows_its_sentence() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "4", "j", "j", "j", "j")
        sentence = " ".join(highlighted(pane(pilot, "text"), "sentence"))
        assert "đạt tỷ lệ 57%" in sentence
        assert "Năm 2023" not in sentence
        assert highlighted(pane(pilot, "text"), "here")[0].startswith("26/46")


async def test_enter_in_a_narrow_window_goes_to_the_place_in_the_text() -> None:
    async with reader(NARROW) as pilot:
        await press(pilot, "g", "4", "enter")
        assert screen(pilot).active == "text"
        assert "210 lượt" in shown(pane(pilot, "text"))


async def test_debris_is_hidden_until_it_is_asked_for() -> None:
    async with reader((160, 120)) as pilot:
        assert "tp.jpg" not in shown(pane(pilot, "text"))
        await press(pilot, "d")
        assert "tp.jpg" in shown(pane(pilot, "text"))
        assert "path of a file" in shown(pane(pilot, "text"))
        await press(pilot, "d")
        assert "tp.jpg" not in shown(pane(pilot, "text"))


async def test_captions_are_set_apart() -> None:
    async with reader((160, 120)) as pilot:
        lines = shown(pane(pilot, "text")).splitlines()
        number = next(index for index, line in enumerate(lines) if "┌ Photo 1" in line)
        assert "│ Đ/c Phó Chủ tịch UBND Huyện Lê Văn Khương" in lines[number + 1]


async def test_the_margin_says_who_speaks_and_how_sure_that_is() -> None:
    async with reader((160, 120)) as pilot:
        text = shown(pane(pilot, "text"))
        assert "Lê Văn Khương  ┃ Báo cáo tại buổi giám sát" in text
        assert "Lê Văn Khương  ┊ Bộ phận" in text
        assert "~ goes on  ┊" in text


async def test_without_room_for_a_margin_the_speaker_has_a_line() -> None:
    async with reader((100, 120)) as pilot:
        assert "┃ Lê Văn Khương · reports" in shown(pane(pilot, "text"))


async def test_a_count_moves_so_many_lines() -> None:
    async with reader() as pilot:
        text = text_of(pilot)
        await press(pilot, "5", "j")
        five = text.cursor
        await press(pilot, "g", "g", "j", "j", "j", "j", "j")
        assert text.cursor == five


async def test_the_end_is_reached_and_the_beginning_again() -> None:
    async with reader() as pilot:
        await press(pilot, "G")
        assert "Nguyễn Thu" in shown(pane(pilot, "text"))
        assert "100%" in shown(pane(pilot, "text")).splitlines()[-1]
        await press(pilot, "g", "g")
        assert "Đồng chí Phạm Quí Tiên" in shown(pane(pilot, "text")).splitlines()[1]


async def test_colours_can_be_switched_off_one_by_one() -> None:
    async with reader() as pilot:
        text = text_of(pilot)
        assert inked(text, "person") and inked(text, "figure")
        await press(pilot, "ctrl+p", *"colour people", "enter")
        assert not inked(text, "person") and inked(text, "figure")
        await press(pilot, "ctrl+p", *"colour figures", "enter")
        assert not inked(text, "figure")


async def test_marks_are_set_shown_and_taken_back() -> None:
    async with reader() as pilot:
        await press(pilot, "g", "3", "space", "space")
        people = pane(pilot, "people")
        assert shown(people).count("●") == 2
        assert "2 marked" in screen(pilot)._keys.render_line(0).text or screen(pilot).marked
        await press(pilot, "u")
        assert shown(people).count("●") == 1
        await press(pilot, "u", "u")
        assert shown(people).count("●") == 0


async def test_marks_survive_a_restart() -> None:
    async with reader() as pilot:
        await press(pilot, "g", "4", "space")
    async with reader() as pilot:
        assert shown(pane(pilot, "figures")).count("●") == 1


async def test_a_terminal_that_can_not_be_left_is_said() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "o", "enter")
        assert "this terminal can't be left" in screen(pilot)._keys.render_line(0).text


async def test_control_c_tells_how_to_quit() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "ctrl+c")
        assert "q quits." in screen(pilot)._keys.render_line(0).text


async def test_lines_are_selected_and_marked_as_a_passage() -> None:
    async with reader() as pilot:
        text = text_of(pilot)
        await press(pilot, "4", "j", "v", "j", "j")
        assert text.selection is not None
        selected = text.article.text[slice(*text.selection)]
        assert selected.startswith("Sáng 8/5/2024")
        await press(pilot, "space")
        assert text.selection is None
        marks = screen(pilot).user.marks()
        assert [(mark.anchor.section, mark.anchor.exact) for mark in marks] == [("passages", selected)]
        assert "●" in shown(text)


async def test_escape_gives_up_a_selection_and_then_what_is_followed() -> None:
    async with reader() as pilot:
        await press(pilot, "g", "3", "enter", "g", "2", "v", "j")
        text = text_of(pilot)
        await press(pilot, "escape")
        assert text.selection is None
        assert highlighted(text, "here")
        await press(pilot, "escape")
        assert not highlighted(text, "here")


async def test_dragging_selects_whole_words_and_copies_them(copied: list[str]) -> None:
    async with reader() as pilot:
        text = text_of(pilot)
        await pilot.mouse_down(TextPane, offset=(26, 1))
        await pilot.hover(TextPane, offset=(38, 1))
        await pilot.mouse_up(TextPane, offset=(38, 1))
        await press(pilot)
        assert text.selection is not None
        assert text.article.text[slice(*text.selection)] == "chí Phạm Quí"
        assert copied and "000_9453927c25cb1dab.txt#" in copied[0]


async def test_what_is_copied_carries_its_citation(copied: list[str]) -> None:
    async with reader() as pilot:
        await press(pilot, "g", "4", "y")
        assert "210 lượt" in copied[0]
        assert "000_9453927c25cb1dab.txt#" in copied[0]


async def test_sessions_are_opened_one_after_the_other(tmp_path: Path) -> None:
    seed = (Path(__file__).parents[2] / "seeds" / "000_9453927c25cb1dab.txt").read_text("utf-8")
    async with reader(library=library_of(tmp_path / "two", {"a.txt": seed, "b.txt": OTHER})) as pilot:
        assert "Mê Linh" in shown(pane(pilot, "text"))
        await press(pilot, "]")
        assert "An Phú" in shown(pane(pilot, "text"))
        assert "Đỗ Thị Mai" in shown(pane(pilot, "people"))
        await press(pilot, "]")
        assert "An Phú" in shown(pane(pilot, "text"))
        await press(pilot, "[")
        assert "Mê Linh" in shown(pane(pilot, "text"))


async def test_reading_goes_on_where_it_stopped(tmp_path: Path) -> None:
    library = library_of(tmp_path / "two", {"a.txt": OTHER.replace("\n\n", "\n\n" + "Dòng. " * 400 + "\n\n")})
    async with reader(NARROW, library=library) as pilot:
        await press(pilot, "G")
        cursor = text_of(pilot).cursor
        await press(pilot, "q")
    async with reader(NARROW, library=library_of(tmp_path / "two", {})) as pilot:
        assert text_of(pilot).cursor == cursor


async def test_sessions_are_sorted_by_date_place_and_name(tmp_path: Path) -> None:
    library = library_of(tmp_path / "two", {"a.txt": OTHER, "b.txt": OTHER.replace("An Phú", "Bình Lục")})
    async with reader(library=library) as pilot:
        await press(pilot, "g", "1", "S", "j", "enter")
        assert "Huyện An Phú ─" in shown(pane(pilot, "sessions"))
        await press(pilot, "S", "k", "enter")
        assert "June 2023 ─" in shown(pane(pilot, "sessions"))


async def test_a_file_that_can_not_be_read_is_listed_with_the_reason(tmp_path: Path) -> None:
    library = library_of(tmp_path / "mixed", {"a.txt": OTHER, "empty.txt": b"", "photo.txt": b"\x00\x01\x02\xff" * 300})
    async with reader(library=library) as pilot:
        sessions = shown(pane(pilot, "sessions"))
        assert "2 could not be opened" in sessions
        assert "! empty.txt" in sessions and "is empty" in sessions
        await press(pilot, "g", "1", "G")
        assert "An Phú" in shown(pane(pilot, "text"))


async def test_an_empty_folder_says_what_to_do_next(tmp_path: Path) -> None:
    for size in (WIDE, NARROW):
        async with reader(size, library=library_of(tmp_path / "none", {})) as pilot:
            assert "There is no article in" in shown(pane(pilot, "text"))
            await press(pilot, "space", "y", "e", "f", *"abc", "escape", "/", "escape", "[", "]", "d", "v", "n")
            assert "Put articles in it" in shown(pane(pilot, "text")).replace("\n", " ") or size == NARROW


@pytest.mark.parametrize("language", ["en", "vi"])
async def test_the_names_of_all_panes_fit_in_forty_columns(language: str) -> None:
    async with reader(NARROW, language=language) as pilot:  # type: ignore[arg-type]
        line = screen(pilot)._tabs.render_line(0).text
        assert "›" not in line
        assert len(line.split()) >= 5


async def test_a_click_on_a_tab_shows_its_pane() -> None:
    async with reader(MEDIUM) as pilot:
        title = shown(pane(pilot, "people")).splitlines()[0]
        await pilot.click(f"#{pane(pilot, 'people').id}", offset=(title.index("Figures") + 1, 0))
        await press(pilot)
        assert screen(pilot).active == "figures"


async def test_a_click_on_a_key_does_what_it_says() -> None:
    async with reader() as pilot:
        line = screen(pilot)._keys.render_line(0).text
        await pilot.click("#keys", offset=(line.index("find") + 1, 0))
        await press(pilot)
        assert screen(pilot).finder is not None


def text_of(pilot: object) -> TextPane:
    each = pane(pilot, "text")  # type: ignore[arg-type]
    assert isinstance(each, TextPane)
    return each


def highlighted(view: object, ground: str) -> list[str]:
    """Return the stretches of the text pane that stand on a ground now."""
    assert isinstance(view, TextPane)
    wanted = view.palette.style("text", ground)  # type: ignore[arg-type]
    found = []
    for y in range(view.size.height):
        for piece in view.render_line(y):
            style = piece.style
            if style and style.bgcolor == wanted.bgcolor and bool(style.reverse) == bool(wanted.reverse):
                found.append(piece.text.strip())
    return [words for words in found if words]


def inked(view: TextPane, ink: Ink) -> list[str]:
    """Return the stretches of the text pane that are written in an ink now."""
    wanted = view.palette.style(ink)
    pieces = [piece for y in range(view.size.height) for piece in view.render_line(y) if piece.style == wanted]
    return [piece.text for piece in pieces if any(letter.isalnum() for letter in piece.text)]


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for the programs of the system that copy."""
    texts: list[str] = []

    def by_program(text: Clean) -> str:
        texts.append(text)
        return "xclip"

    monkeypatch.setattr("tui.clipboard.by_program", by_program)
    return texts


async def test_moving_in_the_text_draws_only_the_lines_that_change() -> None:
    async with reader(WIDE) as pilot:
        text = text_of(pilot)
        await press(pilot, "g", "2", "j")
        before = text.drawn
        await press(pilot, "j")
        assert 0 < text.drawn - before <= 2


async def test_of_sessions_that_are_passed_over_none_is_opened(tmp_path: Path) -> None:
    articles = {f"{day}.txt": OTHER.replace("11/6/2023", f"{day}/6/2023") for day in (11, 12, 13, 14)}
    async with reader(WIDE, library=library_of(tmp_path, articles)) as pilot:
        await press(pilot, "g", "1", "g", "g")
        with patch.object(screen(pilot), "open", wraps=screen(pilot).open) as opened:
            for _ in range(3):
                screen(pilot).act("down")
            await press(pilot)
        assert [each.args for each in opened.call_args_list] == [("11.txt",)]
        assert "11/6/2023" in shown(pane(pilot, "text"))


async def test_a_key_after_moving_is_about_the_session_at_the_cursor(tmp_path: Path) -> None:
    articles = {f"{day}.txt": OTHER.replace("11/6/2023", f"{day}/6/2023") for day in (11, 12)}
    async with reader(WIDE, library=library_of(tmp_path, articles)) as pilot:
        await press(pilot, "g", "1", "g", "g")
        screen(pilot).act("down")
        screen(pilot).act("mark")
        await press(pilot)
        assert [mark.path for mark in screen(pilot).user.marks()] == ["11.txt"]
