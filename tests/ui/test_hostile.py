"""Text that would steer the terminal or be taken for markup is shown as it stands, in every corner of the interface."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from tests.ui.reading import MEDIUM, NARROW, WIDE, library_of, pane, press, reader, shown
from tui.widgets.line_view import LineView
from tui.widgets.one_line import OneLine

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
PAYLOADS = {
    "escape": "\x1b]0;title\x07 \x1b[31mred \x9b31m",
    "markup": "[/] [bold] [0] [a[0]] [@click=app.quit]x[/] [",
    "bidi": "\u202eabc\u2066 a\u200db \ufeff\U000e0041",
    "marks": "e" + "\u0301" * 1000,
    "wide": "漢字" * 40 + "👩‍👩‍👧",
    "braces": "{count} {0} %s {",
}
ARTICLE = """\
{payload} giám sát tại huyện An Phú {payload}

12/06/2023 | 08:00

Ngày 11/6/2023, Đoàn giám sát của HĐND tỉnh Bình Sơn đã giám sát tại huyện An Phú {payload}. Đồng chí Đỗ Thị Mai - Phó \
Chủ tịch HĐND tỉnh {payload} chủ trì buổi giám sát.

Báo cáo tại buổi giám sát, đồng chí Vũ Văn Hải - Chủ tịch UBND huyện cho biết, năm 2022 huyện có 45 trường học \
{payload}; đề nghị HĐND tỉnh quan tâm {payload}.
"""
TOUR = ("g", "1", "g", "3", "j", "enter", "g", "4", "enter", "g", "5", "enter", "d", "g", "2", "v", "j", "space", "u")


def drawn(pilot: Pilot[int]) -> str:
    """Return everything that is on the screen."""
    parts = [shown(each) for each in pilot.app.screen.query(LineView) if is_seen(each)]
    parts += [each.render_line(0).text for each in pilot.app.screen.query(OneLine) if is_seen(each)]
    return "\n".join(parts)


def is_seen(each: Widget) -> bool:
    return each.display and bool(each.size)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_nothing_hostile_reaches_the_screen(payload: str, size: tuple[int, int], tmp_path: Path) -> None:
    name = payload.replace("/", "").encode()[:60].decode(errors="ignore") + ".txt"
    library = library_of(tmp_path / "library", {name: ARTICLE.format(payload=payload), f"x{name}": b""})
    async with reader(size, library=library) as pilot:
        for key in TOUR:
            await pilot.press(key)
            await pilot.pause()
            assert not UNSAFE.search(drawn(pilot).replace("\n", ""))
        for window in ("/", "ctrl+p", "f", "e"):
            await press(pilot, window, *"mai [/]")
            assert not UNSAFE.search(drawn(pilot).replace("\n", ""))
            await press(pilot, "escape", "escape")


async def test_brackets_are_shown_as_they_stand(tmp_path: Path) -> None:
    library = library_of(tmp_path / "library", {"a.txt": ARTICLE.format(payload=PAYLOADS["markup"])})
    async with reader((200, 60), library=library) as pilot:
        assert "[/] [bold] [0] [a[0]] [@click=app.quit]x[/] [" in shown(pane(pilot, "text")).replace("\n", " ")


async def test_what_is_typed_is_shown_as_it_stands() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "f", *"[/]")
        assert "nothing like “[/]”" in shown(pane(pilot, "text"))
        await press(pilot, "escape", "/", *"[@click=x] who:", "enter")


async def test_a_library_in_a_folder_with_a_hostile_name(tmp_path: Path) -> None:
    library = library_of(tmp_path / "[bold]\x1b[31m\u202e", {})
    async with reader(MEDIUM, library=library) as pilot:
        assert not UNSAFE.search(drawn(pilot).replace("\n", ""))
        assert "[bold]␛[31m" in drawn(pilot)
