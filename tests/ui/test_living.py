"""A library that changes while it is read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from unittest.mock import patch

from textual.pilot import Pilot

from tests import invented
from tests.ui.reading import WIDE, Size, library_of, pane, press, reader, screen, shown
from tests.ui.test_reader import OTHER
from tui.library import Library, Progress
from tui.screens.living import LivingScreen
from tui.screens.shelf import Shown
from tui.text.clean import Clean
from tui.widgets.rows import NoRows


@asynccontextmanager
async def living(folder: Path, size: Size = WIDE) -> AsyncIterator[Pilot[int]]:
    """Yield the reader of the invented articles, at rest."""
    async with reader(size, library=library_of(folder, invented.ARTICLES)) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    """Wait until threads and what follows from them are done."""
    for _ in range(4):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def looked(pilot: Pilot[int]) -> None:
    """Let the reader look at the folder as when its window gets the focus, and do what follows."""
    screen(pilot).look_for_changes(closely=True)
    await settled(pilot)


def sessions(pilot: Pilot[int]) -> str:
    return shown(pane(pilot, "sessions"))


async def test_a_new_file_appears_and_the_reader_stays_where_it_is(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        await press(pilot, "g", "1", "j", "g", "2", "j", "j", "v", "j")
        before = screen(pilot).lists["sessions"].current, screen(pilot).text.cursor, screen(pilot).text.selection
        assert before[2]
        (tmp_path / "moi.txt").write_text(OTHER, "utf-8")
        await looked(pilot)
        assert "An Phú" in sessions(pilot)
        now = screen(pilot).lists["sessions"].current, screen(pilot).text.cursor, screen(pilot).text.selection
        assert now == before


async def test_rows_that_come_above_do_not_move_the_row_one_is_at(tmp_path: Path) -> None:
    async with living(tmp_path, (160, 20)) as pilot:
        await press(pilot, "g", "1", "j", "j")
        lines = sessions(pilot).splitlines()
        at = next(number for number, line in enumerate(lines) if "▌" in line)
        newer = OTHER.replace("2023", "2025")
        for number in range(4):
            (tmp_path / f"moi{number}.txt").write_text(newer.replace("An Phú", f"An Phú {number}"), "utf-8")
        await looked(pilot)
        after = sessions(pilot).splitlines()
        assert "▌" in after[at] and after[at] == lines[at]


async def test_a_file_that_is_deleted_goes_but_stays_to_be_read_while_it_is_open(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        opened = screen(pilot).lists["sessions"].current
        text = shown(pane(pilot, "text"))
        (tmp_path / opened).unlink()
        await looked(pilot)
        assert opened not in screen(pilot).shelf.paths
        assert shown(pane(pilot, "text")).splitlines()[2:20] == text.splitlines()[2:20]
        assert "no longer in the folder" in screen(pilot)._keys.render_line(0).text


async def test_a_file_that_is_moved_stays_open_and_current(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        await press(pilot, "g", "2", "j", "j")
        opened, cursor = screen(pilot).lists["sessions"].current, screen(pilot).text.cursor
        (tmp_path / "sub").mkdir()
        (tmp_path / opened).rename(tmp_path / "sub" / opened)
        await looked(pilot)
        assert screen(pilot).lists["sessions"].current == f"sub/{opened}"
        assert screen(pilot).text.cursor == cursor


async def test_the_open_article_is_shown_as_it_is_now(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        opened = tmp_path / screen(pilot).lists["sessions"].current
        opened.write_text(opened.read_text("utf-8").replace("8.430 hộ", "9.999 hộ"), "utf-8")
        await looked(pilot)
        assert "9.999 hộ" in shown(pane(pilot, "text"))
        assert "9.999" in shown(pane(pilot, "figures"))


async def test_while_something_is_selected_in_it_it_is_not_changed(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        await press(pilot, "g", "2", "v", "j")
        opened = tmp_path / screen(pilot).lists["sessions"].current
        opened.write_text(opened.read_text("utf-8").replace("8.430 hộ", "9.999 hộ"), "utf-8")
        await looked(pilot)
        assert "8.430 hộ" in shown(pane(pilot, "text"))
        await press(pilot, "escape")
        await looked(pilot)
        assert "9.999 hộ" in shown(pane(pilot, "text"))


async def test_a_file_that_can_not_be_read_is_listed_with_the_reason(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.4 nothing of it is right")
        await looked(pilot)
        await press(pilot, "g", "1", "G")
        assert "1 could not be opened" in sessions(pilot)
        assert "! hong.pdf" in sessions(pilot)


async def test_what_another_reader_of_the_library_has_read_appears(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        screen(pilot).look_for_changes()
        await settled(pilot)
        (tmp_path / "moi.txt").write_text(OTHER, "utf-8")
        other = Library.open(tmp_path)
        other.refresh(here=True)
        other.close()
        with patch.object(Library, "refresh", side_effect=AssertionError("it was read by the other one")):
            screen(pilot)._watch.changed(closely=True)
            screen(pilot).look_for_changes()
            await settled(pilot)
        assert "An Phú" in sessions(pilot)


class Held:
    """A refresh that says how far it is, and goes on when it is let go or told to stop."""

    def __init__(self) -> None:
        self.begun, self.stopped = Event(), False

    def refresh(self, report: Callable[[Progress], None], stop: Event) -> bool:
        report(Progress(done=1200, total=5000, path="a.txt", left=83.0))
        self.begun.set()
        self.stopped = stop.wait(20)
        return False


async def test_work_says_how_far_it_is_and_escape_ends_it(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        held = Held()
        with patch.object(screen(pilot).library, "refresh", held.refresh):
            screen(pilot).bring_up_to_date()
            held.begun.wait(20)
            await pilot.pause()
            assert (
                "reading articles: 1.200 of 5.000 · 1 min 23 s left · esc stops"
                in screen(pilot)._keys.render_line(0).text
            )
            await press(pilot, "escape")
            await settled(pilot)
        assert held.stopped
        assert "Stopped; what is done is kept." in screen(pilot)._keys.render_line(0).text
        screen(pilot).notice(Clean(""))
        assert "esc stops" not in screen(pilot)._keys.render_line(0).text


async def test_keys_act_while_the_library_is_worked_on(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        held = Held()
        with patch.object(screen(pilot).library, "refresh", held.refresh):
            screen(pilot).bring_up_to_date()
            held.begun.wait(20)
            before = screen(pilot).lists["sessions"].current
            await pilot.press("]")
            assert screen(pilot).lists["sessions"].current != before
            screen(pilot).stop_work()
            await settled(pilot)


async def test_a_change_during_work_is_taken_up_after_it(tmp_path: Path) -> None:
    async with living(tmp_path) as pilot:
        held = Held()
        with patch.object(screen(pilot).library, "refresh", held.refresh):
            screen(pilot).bring_up_to_date()
            held.begun.wait(20)
            (tmp_path / "moi.txt").write_text(OTHER, "utf-8")
            screen(pilot).bring_up_to_date()
        screen(pilot)._stop.set()
        await settled(pilot)
        assert "An Phú" in sessions(pilot)


def test_of_many_reports_that_wait_the_latest_counts() -> None:
    shown = Shown(NoRows(), NoRows(), 0, "date", False, "")
    one, other = LivingScreen.LibraryChanged(shown), LivingScreen.LibraryChanged(shown)
    assert one.can_replace(other)
