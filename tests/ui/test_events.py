"""Several articles about one session: one row in the list, a comparison, and decisions about what is one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from tests.invented import ARTICLES, MARKETS
from tests.ui.reading import NARROW, WIDE, Size, library_of, pane, press, reader, screen, shown
from tui.screens.comparison import ComparisonScreen

SECOND = (
    MARKETS.replace("Đoàn giám sát HĐND tỉnh Thái Nguyên làm việc tại huyện Phú Bình về quản lý chợ",
                    "Giám sát công tác quản lý chợ tại huyện Phú Bình")
    .replace("1.250 hộ", "1.350 hộ")
    .replace("; đồng chí Vi Văn Tấn - Phó Chủ tịch UBND huyện.", "; đồng chí Mã Thị Lụa - Trưởng phòng Kinh tế huyện.")
    .replace("Hà Vân Chi", "Đàm Lưu")
)  # fmt: skip


@asynccontextmanager
async def events(folder: Path, size: Size = WIDE) -> AsyncIterator[Pilot[int]]:
    library = library_of(folder, {**ARTICLES, "cho-2.txt": SECOND})
    async with reader(size, library=library) as pilot:
        await press(pilot, "g", "1")
        yield pilot


def sessions(pilot: Pilot[int]) -> str:
    return shown(pane(pilot, "sessions"))


def comparison(pilot: Pilot[int]) -> ComparisonScreen:
    return cast(ComparisonScreen, pilot.app.screen)


async def test_articles_about_one_session_stand_together_and_are_counted_once(tmp_path: Path) -> None:
    async with events(tmp_path) as pilot:
        text = sessions(pilot)
        assert "Sessions 3" in text
        assert text.count("Huyện Phú Bình") == 1 and text.count("└─") == 1
        rows = [row for row in screen(pilot).lists["sessions"].rows.ids if row]
        assert abs(rows.index("cho.txt") - rows.index("cho-2.txt")) == 1


async def test_the_further_article_is_opened_like_any_other(tmp_path: Path) -> None:
    async with events(tmp_path) as pilot:
        rows = [row for row in screen(pilot).lists["sessions"].rows.ids if row]
        further = max(("cho.txt", "cho-2.txt"), key=rows.index)
        await press(pilot, *["j"] * rows.index(further), "enter")
        current = screen(pilot).shelf.current
        assert current is not None and current.path == further


async def test_a_filter_that_finds_the_session_keeps_its_articles_together(tmp_path: Path) -> None:
    async with events(tmp_path) as pilot:
        await press(pilot, "\\", *"phu binh", "enter")
        assert [row for row in screen(pilot).lists["sessions"].rows.ids if row] in (
            ["cho.txt", "cho-2.txt"],
            ["cho-2.txt", "cho.txt"],
        )


async def test_an_article_is_taken_out_and_put_back(tmp_path: Path) -> None:
    async with events(tmp_path) as pilot:
        await press(pilot, "j", "!")
        assert "Sessions 4" in sessions(pilot) and "apart:" in (tmp_path / "events.yaml").read_text("utf-8")
        await press(pilot, "u")
        assert "Sessions 3" in sessions(pilot)


async def test_marked_articles_are_joined_after_a_question(tmp_path: Path) -> None:
    async with events(tmp_path) as pilot:
        await press(pilot, "G", "space", "g", "g", "space", "=", "enter")
        assert "Sessions 2" in sessions(pilot)


async def test_without_marks_the_articles_of_the_day_are_offered(tmp_path: Path) -> None:
    async with events(tmp_path) as pilot:
        await press(pilot, "j", "!", "=", "enter")
        assert "Sessions 3" in sessions(pilot)


async def test_the_comparison_shows_what_differs_and_what_stands_in_one_alone(tmp_path: Path) -> None:
    async with events(tmp_path) as pilot:
        await press(pilot, "j", "C")
        text = shown(comparison(pilot).table)
        differ, alone, agree = (text.index(words) for words in ("Figures that differ", "alone", "all say the same"))
        assert differ < text.index("1.250") < alone < text.index("Mã Thị Lụa") < agree < text.index("Lò Quý Khánh")
        assert "1.350" in text and "—" in text


async def test_enter_on_what_an_article_says_opens_it_there_and_escape_returns(tmp_path: Path) -> None:
    async with events(tmp_path) as pilot:
        await press(pilot, "j", "C", "enter", "j", "enter")
        reading = screen(pilot).reading
        assert reading is not None
        cursor = reading.source_span(screen(pilot).text.cursor, screen(pilot).text.cursor)[0]
        assert reading.document.text[cursor:].startswith(("1.250 hộ", "1.350 hộ"))
        await press(pilot, "escape")
        assert pilot.app.focused is comparison(pilot).details


async def test_in_a_small_window_each_article_says_which_it_is(tmp_path: Path) -> None:
    async with events(tmp_path, NARROW) as pilot:
        await press(pilot, "j", "C")
        text = shown(comparison(pilot).table)
        assert "A 1.250" in text or "B 1.250" in text


async def test_an_article_that_stands_alone_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    async with events(tmp_path) as pilot:
        await press(pilot, "G", "C")
        assert pilot.app.screen is screen(pilot)


async def test_what_was_added_follows_an_article_whose_words_have_changed(tmp_path: Path) -> None:
    async with reader(WIDE, library=library_of(tmp_path, ARTICLES)) as pilot:
        await press(pilot, "g", "1", "j", "g", "3", "a", *"hỏi lại", "enter")
        user, library = screen(pilot).user, screen(pilot).library
        (before,) = user.kept()
        current = screen(pilot).shelf.current
        assert current is not None and current.path == "cho.txt"
        (tmp_path / "cho.txt").rename(tmp_path / "khac.txt")
        (tmp_path / "khac.txt").write_text(MARKETS.replace("rà soát", "rà xoát"), encoding="utf-8")
        library.refresh(here=True)
        assert before.anchor.article_key not in {entry.article_key for entry in library.entries()}
        screen(pilot).refresh_library()
        (after,) = user.kept()
        assert after.anchor.article_key in {entry.article_key for entry in library.entries()}
