"""The people of all sessions: who is listed, what a page tells and opens, who is joined and parted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from tests.invented import ARTICLES
from tests.ui.reading import NARROW, WIDE, Size, library_of, pane, press, reader, screen, shown
from tests.ui.test_reader import highlighted
from tui.library import Library
from tui.screens.people import PeopleScreen

KHANH = "lo quy khanh"


@asynccontextmanager
async def people(folder: Path, size: Size = WIDE, library: Library | None = None) -> AsyncIterator[Pilot[int]]:
    async with reader(size, library=library or library_of(folder, ARTICLES)) as pilot:
        await press(pilot, "P")
        yield pilot


def table(pilot: Pilot[int]) -> PeopleScreen:
    return cast(PeopleScreen, pilot.app.screen)


def rows(pilot: Pilot[int]) -> str:
    return shown(table(pilot).table)


def page(pilot: Pilot[int]) -> str:
    return shown(table(pilot).details)


async def khanh(pilot: Pilot[int]) -> None:
    """Show the page of the one who presided over two sessions."""
    await press(pilot, "\\", *KHANH, *" tinh", "enter", "enter")


async def go(pilot: Pilot[int], row: str) -> None:
    """Go to the first row of a page whose id begins so."""
    details = table(pilot).details
    details.go(next(each for each in details.rows.ids if each.startswith(row)))


async def test_each_person_is_listed_once_by_given_name(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        given = [line[2:].strip("▌ ")[:11].rstrip() for line in rows(pilot).splitlines()[2:8]]
        assert given == ["Lò Quý Khán", "Lò Quý Khán", "Nông Thị Hi", "Trần Bá Tân", "Vi Văn Tấn", "Đặng Thị Mỹ"]
        assert all(line.strip("│┃█ ") == "" for line in rows(pilot).splitlines()[8:-1])


async def test_two_of_one_name_are_told_apart_by_what_they_are(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await press(pilot, "\\", *KHANH)
        text = rows(pilot)
        assert "Phó Chủ tịch HĐND tỉnh Th" in text and "Phó Trưởng ban Văn hóa" in text
        assert "2 of 6" in table(pilot).query_one("#filter-count").render_line(0).text


async def test_a_year_counts_its_sessions_alone(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await press(pilot, "\\", *KHANH, *" tinh", "enter")
        assert "     2  " in rows(pilot)
        await press(pilot, "\\", *" year:2023", "enter")
        assert "     1  " in rows(pilot) and "     2  " not in rows(pilot)


async def test_a_page_shows_roles_sessions_and_what_was_asked(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await khanh(pilot)
        text = page(pilot)
        assert "2 sessions · presided 2 times" in text
        assert "█" in text and "2× · 11/10/2023 – 19/3/2024" in text.replace("19/03/2024", "19/3/2024")
        assert "Sessions 2" in text and "Huyện Định Hóa" in text
        assert "Asked 2" in text or "Asked 3" in text


async def test_enter_opens_the_place_and_escape_returns_to_the_page(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await khanh(pilot)
        await go(pilot, "at:")
        await press(pilot, "enter")
        assert pilot.app.screen is screen(pilot)
        assert "sửa chữa 5 công trình" in shown(pane(pilot, "text"))
        assert "sửa chữa 5 công trình cấp nước hư hỏng" in " ".join(highlighted(pane(pilot, "text"), "sentence"))
        await press(pilot, "escape")
        assert table(pilot).details.current.startswith("at:")
        assert pilot.app.focused is table(pilot).details


async def test_each_session_opens_where_the_person_is_named(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await khanh(pilot)
        await go(pilot, "in:")
        await press(pilot, "enter")
        reading = screen(pilot).reading
        assert reading is not None
        start, end = reading.source_span(screen(pilot).text.cursor, screen(pilot).text.cursor + 12)
        assert reading.document.text[start:end] == "Lò Quý Khánh"


async def test_joining_makes_one_row_and_undo_two_again(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await khanh(pilot)
        await go(pilot, "may:")
        await press(pilot, "=")
        assert "Joined: Lò Quý Khánh" in table(pilot).query_one("#keys").render_line(0).text
        assert "one:" in (tmp_path / "people.yaml").read_text("utf-8")
        await press(pilot, "escape", "escape")
        assert rows(pilot).count("Lò Quý Khánh") == 1
        await press(pilot, "u")
        assert rows(pilot).count("Lò Quý Khánh") == 2
        assert "one:" not in (tmp_path / "people.yaml").read_text("utf-8")


async def test_parting_takes_the_suggestion_away_and_can_be_turned_round(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await khanh(pilot)
        assert "Perhaps the same person 1" in page(pilot)
        await go(pilot, "may:")
        await press(pilot, "!")
        assert "Perhaps the same person" not in page(pilot) and "Decided: somebody else 1" in page(pilot)
        await go(pilot, "not:")
        await press(pilot, "=")
        assert "Decided: somebody else" not in page(pilot) and "3 sessions" in page(pilot)
        await press(pilot, "u")
        assert "Decided: somebody else 1" in page(pilot)


async def test_a_session_is_taken_out_of_a_person(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await khanh(pilot)
        await go(pilot, "in:")
        await press(pilot, "!")
        await press(pilot, "escape", "escape")
        assert rows(pilot).count("Lò Quý Khánh") == 3


async def test_people_who_are_marked_are_joined_after_a_question(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await press(pilot, "\\", *KHANH, "enter", "space", "space")
        assert rows(pilot).count("●") == 2
        assert len(screen(pilot).user.marks()) == 2
        await press(pilot, "=", "enter")
        assert rows(pilot).count("Lò Quý Khánh") == 1


async def test_a_decision_about_who_is_gone_is_said(tmp_path: Path) -> None:
    library = library_of(tmp_path, ARTICLES)
    (tmp_path / "people.yaml").write_text(
        "schema: giamsat-decisions/1\ndecisions:\n- one:\n  - {name: Mạc Thị Vân, article: '0123456789abcdef'}\n"
        "  - {name: Mạc Vân, article: '0123456789abcdee'}\n",
        encoding="utf-8",
    )
    async with people(tmp_path, library=library) as pilot:
        told = table(pilot).query_one("#table-told").render_line(0).text
        assert "people.yaml:3" in told and "not in the library" in told


async def test_decisions_that_contradict_each_other_are_said_and_the_later_one_counts(tmp_path: Path) -> None:
    library = library_of(tmp_path, ARTICLES)
    keys = {entry.path: entry.article_key for entry in library.entries()}
    two = "".join(f"  - {{name: Lò Quý Khánh, article: '{keys[path]}'}}\n" for path in ("cho.txt", "truong.txt"))
    (tmp_path / "people.yaml").write_text(
        f"schema: giamsat-decisions/1\ndecisions:\n- one:\n{two}- apart:\n{two}", encoding="utf-8"
    )
    library.decided()
    async with people(tmp_path, library=library) as pilot:
        told = table(pilot).query_one("#table-told").render_line(0).text
        assert "people.yaml:3 a later decision says otherwise" in told
        assert rows(pilot).count("Lò Quý Khánh") == 2


async def test_a_file_of_decisions_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    library = library_of(tmp_path, ARTICLES)
    (tmp_path / "people.yaml").write_text("decisions: [", encoding="utf-8")
    async with people(tmp_path, library=library) as pilot:
        assert "people.yaml" in table(pilot).query_one("#table-told").render_line(0).text
        assert "Lò Quý Khánh" in rows(pilot)


async def test_the_participant_that_one_comes_from_is_shown(tmp_path: Path) -> None:
    async with reader(WIDE, library=library_of(tmp_path, ARTICLES)) as pilot:
        await press(pilot, "g", "3", "G", "P")
        assert "Nông Thị Hiền Lương" in page(pilot)


async def test_a_small_window_shows_roles_over_time_too(tmp_path: Path) -> None:
    async with people(tmp_path, NARROW) as pilot:
        await khanh(pilot)
        await press(pilot, "j")
        assert "█" in page(pilot)
        await press(pilot, "escape")
        assert "Lò Quý Khánh" in rows(pilot)


async def test_what_is_exported_is_what_the_table_shows(tmp_path: Path) -> None:
    async with people(tmp_path) as pilot:
        await press(pilot, "\\", *KHANH, *" year:2023", "enter")
        count, made = table(pilot).table_out()
        assert count == 1
        (row,) = made()
        assert (row["name"], row["sessions"], row["chaired"], row["path"]) == ("Lò Quý Khánh", 1, 1, "cho.txt")
        await press(pilot, "e", "enter")
        assert "Export 1 row" in str(pilot.app.screen.query_one("#window").border_title)
