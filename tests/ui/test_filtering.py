"""Lists of the reader narrowed by words, sessions in other orders, and how one left a library taken up again."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.ui.reading import WIDE, library_of, pane, press, reader, screen, shown
from tui.screens import filtering
from tui.text.typed import Typed

ARTICLES = {
    f"{place}.txt": f"Giám sát chợ tại huyện {place}\n\nNgày {day}, Đoàn giám sát của HĐND tỉnh Lam Sơn do đồng chí "
    f"{chair} - Trưởng ban Pháp chế HĐND tỉnh làm trưởng đoàn đã giám sát tại UBND huyện {place} về việc quản lý chợ."
    f"\n\nHuyện có 12/20 chợ đạt chuẩn, 7 chợ tạm; đồng chí Vi Thị Hạnh - Chủ tịch UBND huyện dự.\n"
    for place, day, chair in (
        ("An Phú", "5/3/2024", "Lò Văn Bách"),
        ("Đồng Mỏ", "12/6/2023", "Trần Thị Yến"),
        ("Bình Lục", "20/3/2024", "Lò Văn Bách"),
    )
}


def rows(text: str) -> list[str]:
    """Return the places that the sessions show, from the top."""
    return [name for line in text.splitlines() for name in ("An Phú", "Đồng Mỏ", "Bình Lục") if name in line]


def first_places(text: str) -> list[str]:
    return list(dict.fromkeys(rows(text)))


@pytest.mark.parametrize(
    ("query", "text", "matches"),
    [
        ("dong mo", "Huyện Đồng Mỏ", True),
        ("mo dong", "Huyện Đồng Mỏ", True),
        ("đồng", "Huyện Dong", False),
        ("đong", "Huyện Đồng", False),
        ("hoà", "xã Hòa An", True),
        ("hoa\u0300", "xã Hòa An", True),
        ("mỏ dong", "Huyện Đồng Mỏ", True),
        ("", "x", True),
        ("xyz", "Huyện Đồng Mỏ", False),
    ],
)
def test_accents_count_where_they_are_typed(query: str, text: str, matches: bool) -> None:
    assert Typed(query).matches(text) is matches


async def test_sessions_are_narrowed_as_one_types_and_the_way_through_them_too(tmp_path: Path) -> None:
    async with reader(library=library_of(tmp_path / "three", ARTICLES)) as pilot:
        await press(pilot, "g", "1", "\\", *"thang ba")
        assert "Nothing here has all of" in shown(pane(pilot, "sessions"))
        await press(pilot, *["backspace"] * 8, *"03/2024")
        assert first_places(shown(pane(pilot, "sessions"))) == ["Bình Lục", "An Phú"]
        assert "only “03/2024” · 2" in shown(pane(pilot, "sessions"))
        await press(pilot, "enter", "G", "]")
        assert "Đồng Mỏ" not in shown(pane(pilot, "text"))
        await press(pilot, "g", "1", "escape")
        assert len(first_places(shown(pane(pilot, "sessions")))) == 3


async def test_figures_are_narrowed_under_their_headings(tmp_path: Path) -> None:
    async with reader(library=library_of(tmp_path / "three", ARTICLES)) as pilot:
        await press(pilot, "g", "4")
        before = shown(pane(pilot, "figures"))
        await press(pilot, "\\", *"12/20")
        after = shown(pane(pilot, "figures"))
        assert "12/20" in after and "chợ tạm" in before and "chợ tạm" not in after
        await press(pilot, "down", "escape")
        assert shown(pane(pilot, "figures")).count("chợ tạm") == before.count("chợ tạm")


async def test_in_the_text_the_key_finds_words() -> None:
    async with reader() as pilot:
        await press(pilot, "g", "2", "\\", *"huyen")
        assert "“huyen”" in shown(pane(pilot, "text"))


async def test_words_come_by_paste_and_by_letters_that_are_put_together(tmp_path: Path) -> None:
    async with reader(library=library_of(tmp_path / "three", ARTICLES)) as pilot:
        await press(pilot, "g", "1", "\\")
        pilot.app.post_message(events.Paste("Đồng\n"))
        await press(pilot)
        assert first_places(shown(pane(pilot, "sessions"))) == ["Đồng Mỏ"]


@pytest.mark.parametrize(
    ("keys", "places", "heading"),
    [
        ((), ["Bình Lục", "An Phú", "Đồng Mỏ"], "March 2024"),
        (("enter",), ["Đồng Mỏ", "An Phú", "Bình Lục"], "June 2023"),
        (("j", "enter"), ["An Phú", "Bình Lục", "Đồng Mỏ"], "Huyện An Phú"),
        (("j", "enter", "S", "enter"), ["Đồng Mỏ", "Bình Lục", "An Phú"], "Huyện Đồng Mỏ"),
        (("j", "j", "enter"), ["Bình Lục", "An Phú", "Đồng Mỏ"], "Lò Văn Bách"),
        (("j", "j", "j", "enter"), ["An Phú", "Bình Lục", "Đồng Mỏ"], "05/03/2024"),
    ],
)
async def test_sessions_are_sorted_and_grouped(
    tmp_path: Path, keys: tuple[str, ...], places: list[str], heading: str
) -> None:
    async with reader((220, 45), library=library_of(tmp_path / "three", ARTICLES)) as pilot:
        await press(pilot, "g", "1", *(("S", *keys) if keys else ()))
        sessions = shown(pane(pilot, "sessions"))
        assert first_places(sessions) == places
        assert heading in sessions.splitlines()[1] or heading in sessions.splitlines()[2]


async def test_one_goes_on_where_one_left(tmp_path: Path) -> None:
    async with reader(library=library_of(tmp_path / "three", ARTICLES)) as pilot:
        await press(pilot, "g", "1", "S", "j", "enter", "\\", *"an phu", "enter", "g", "4", "q")
    async with reader(library=library_of(tmp_path / "three", {})) as pilot:
        assert screen(pilot).active == "figures"
        assert screen(pilot).shelf.order == "place"
        assert first_places(shown(pane(pilot, "sessions"))) == ["An Phú"]
        assert "only “an phu” · 1" in shown(pane(pilot, "sessions"))


async def test_many_sessions_are_narrowed_without_keeping_keys_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filtering, "AT_ONCE", 1)
    async with reader(WIDE, library=library_of(tmp_path / "three", ARTICLES)) as pilot:
        await press(pilot, "g", "1", "\\", *"dong mo", "enter")
        assert first_places(shown(pane(pilot, "sessions"))) == ["Đồng Mỏ"]
        assert "only “dong mo” · 1" in shown(pane(pilot, "sessions"))
