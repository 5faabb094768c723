"""The reader: reading, with marks, copying and export, and the windows that open over it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.library import Document, Library
from tui.library.userdata import UserData
from tui.messages import language, say, say_many
from tui.screens.arrangement import SIDE
from tui.screens.panes import NAMES
from tui.screens.visiting import VisitingScreen
from tui.text.clean import clean_line
from tui.widgets.ink import Piece

if TYPE_CHECKING:
    from tui.screens.marks import Pointed
    from tui.screens.walk import Walk


INDEXED_AT_ONCE = 200
"""Most articles that are indexed before the first search."""


class ReaderScreen(VisitingScreen):
    """Owns the selection: what is marked in this article and in others."""

    def __init__(self, library: Library, user: UserData) -> None:
        """Take an opened library and the user's data."""
        super().__init__(library, user)
        self._walk: Walk | None = None

    def refresh_library(self) -> None:
        """Bring the library up to date, in a thread; then index it, unless that would keep the user from quitting."""
        super().refresh_library()
        if len(self.library.entries()) <= INDEXED_AT_ONCE:
            self.searcher.prepare()

    # The selection

    def pointed_at(self) -> Pointed | None:
        """Return what an action means now: selected words, the current row, or the paragraph at the cursor."""
        from tui.screens import marks  # noqa: PLC0415 - needs export, which is not for the first paint

        if self.reading is None:
            return None
        selected = self.text.selection
        if selected and selected[0] < selected[1]:
            return marks.passage_of(self.reading, selected)
        if self.active in SIDE:
            return marks.part_of(self.reading, self.lists[self.active].current)
        if self.active == "sessions":
            return marks.session_of(self.reading)
        each = self.text.paragraph
        return marks.passage_of(self.reading, (each.start, each.end)) if each else None

    def opened(self) -> Document | None:
        """Return the open article."""
        return self.reading.document if self.reading else None

    def mark_done(self) -> None:
        """Give up the selection in the text, or go to the next row."""
        if self.text.selection:
            self.text.select_nothing()
        elif self.active != "text":
            self.lists[self.active].do_down(1)

    def show_marks(self) -> None:
        """Show in all panes what is marked."""
        count = len(self.user.marks())
        if count or self.marked:
            ids, passages = self.marks.in_article(self.reading) if self.reading else (frozenset(), ())
            for place in SIDE:
                self.lists[place].mark(ids)
            self.lists["sessions"].mark(self.marks.sessions())
            self.text.mark([self.reading.view.span(*place) for place in passages] if self.reading else [])
        self.marked = [Piece(say_many("{count} marked", "{count} marked", count), "accent")] if count else []
        self.show_chrome()

    def show_lists(self) -> None:
        """Show the lists of the open article, and what is marked in them."""
        super().show_lists()
        self.show_marks()

    def on_text_pane_selected(self) -> None:
        """Copy what the mouse has selected."""
        self.do_copy(1)

    # Windows

    def do_search(self, times: int) -> None:
        """Search over everything; the last query, and the hit that one is at, are there again."""
        from tui.screens.search import SearchScreen  # noqa: PLC0415 - not needed before the first paint

        query, row = (self._walk.results.query, self._walk.row) if self._walk else ("", "")
        self.app.push_screen(SearchScreen(self.library, self.user, self.searcher, query, row), self._go_to)

    def do_recent(self, times: int) -> None:
        """Choose from recent and kept searches."""
        from tui.screens.searches import SearchesScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(SearchesScreen(self.user), self._search_again)

    def _search_again(self, query: str | None) -> None:
        from tui.screens.search import SearchScreen  # noqa: PLC0415 - not needed before the first paint

        if query:
            self.app.push_screen(SearchScreen(self.library, self.user, self.searcher, query), self._go_to)

    def _go_to(self, walk: Walk | None) -> None:
        """Open what was found, at its place, with the words that matched."""
        from tui.screens.search import matches  # noqa: PLC0415 - loaded by now

        self.show_newer_record()
        if walk is None:
            return
        self._walk, hit = walk, walk.hit
        if self.shelf.current is None or self.shelf.current.path != hit.path:
            self.lists["sessions"].go(hit.path)
            self.open(hit.path, hit.start)
        if self.reading is not None:
            start, end = self.reading.view.span(hit.start, hit.end)
            self.control.show_hit(walk.results.query, matches(self.reading, hit), start, walk.note)
            self.text.jump(start, end)
            self._note()
        else:  # it is gone; the next hit can still be gone to
            self.control.led_here = walk.note
        self.go("text")

    def do_next_match(self, times: int) -> None:
        """Go on: to the next hit of the search that led here, else to the next match or place in the text."""
        if self.control.led_here and self._walk:
            self._go_to(self._walk.step(times))
        else:
            super().do_next_match(times)

    def _act(self, action: str | None) -> None:
        if action:
            self.act(action)

    def do_help(self, times: int) -> None:
        """Show the keys of this pane."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(HelpScreen(self.active, say(NAMES[self.active])), self._act)

    def do_palette(self, times: int) -> None:
        """Find a command or a session."""
        from tui.screens.palette import PaletteScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(PaletteScreen(self.library.entries()), self._run_command)

    def _run_command(self, row: str | None) -> None:
        kind, _, name = (row or "").partition(":")
        if kind == "do":
            self.act(name)
        elif kind == "open":
            self.lists["sessions"].go(name)
            self.open(name)
            self.go("text")

    def do_settings(self, times: int) -> None:
        """Show the settings; what a change of language has left as it was is shown anew afterwards."""
        from tui.screens.settings import SettingsScreen  # noqa: PLC0415 - not needed before the first paint

        spoken = language()

        def done(_: None) -> None:
            if language() != spoken:
                self.show_library(None)

        self.app.push_screen(SettingsScreen(self.host.setting_problems()), done)

    def show_library(self, path: Path | None) -> None:
        """Leave this library for another one, None: for itself, shown anew."""
        self.keep_place()
        if told := self.host.show_library(path):
            self.notice(told)

    def do_jump(self, times: int) -> None:
        """Put a letter on each pane and control."""
        from tui.screens.jump import JumpScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(JumpScreen(self.targets()), self._act)

    def do_original(self, times: int) -> None:
        """Read the whole text in the pager; it is given clean text, because some pagers pass everything through."""
        if self.reading is None:
            return
        import shlex  # noqa: PLC0415 - not needed before the first paint

        pager = os.environ.get("PAGER") or "less"
        try:
            with self.app.suspend():
                subprocess.run(shlex.split(pager), input=self.reading.view.display.encode(), check=False)
        except (OSError, ValueError, SuspendNotSupported) as error:
            reason = clean_line(str(error)) or say("this terminal can't be left")
            self.notice(say("{pager} can't be run: {reason}", pager=clean_line(pager), reason=reason))
        self.refresh(layout=True)
