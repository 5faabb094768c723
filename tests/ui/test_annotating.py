"""Stars, tags and notes in the reader."""

from __future__ import annotations

from tests.ui.reading import MEDIUM, NARROW, pane, press, reader, screen, shown


async def test_a_session_gets_a_star_and_loses_it() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "1", "s")
        assert "★" in shown(pane(pilot, "sessions"))
        assert len(screen(pilot).user.stars()) == 1
        await press(pilot, "s")
        assert "★" not in shown(pane(pilot, "sessions"))


async def test_a_star_beside_a_figure_is_taken_back() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "4", "j", "s")
        current = screen(pilot).lists["figures"].current
        assert "★" in shown(pane(pilot, "figures"))
        await press(pilot, "u")
        assert "★" not in shown(pane(pilot, "figures"))
        assert screen(pilot).lists["figures"].current == current


async def test_tags_stand_below_the_current_item_and_are_taken_away_by_their_name() -> None:
    async with reader(NARROW) as pilot:
        await press(pilot, "g", "4", "t", *"cần hỏi, quan trọng", "enter")
        assert "#cần hỏi #quan trọng" in shown(pane(pilot, "figures"))
        await press(pilot, "t", *"Cần hỏi", "enter")
        assert "#cần hỏi" not in shown(pane(pilot, "figures"))
        assert list(screen(pilot).user.tags()) == ["quan trọng"]


async def test_a_note_is_added_changed_and_taken_away() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "3", "a", *"hỏi lại", "enter")
        assert "✎ hỏi lại" in shown(pane(pilot, "people"))
        await press(pilot, "a", *" ngay", "enter")
        assert "✎ hỏi lại ngay" in shown(pane(pilot, "people"))
        await press(pilot, "g", "1")
        assert "✎" in shown(pane(pilot, "sessions"))
        await press(pilot, "g", "3", "a", "ctrl+u", "enter")
        assert "✎" not in shown(pane(pilot, "people"))


async def test_escape_adds_nothing() -> None:
    async with reader(MEDIUM) as pilot:
        await press(pilot, "g", "3", "a", *"x", "escape", "t", *"y", "escape")
        assert screen(pilot).user.kept() == ()
