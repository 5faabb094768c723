"""The reader: reading, with marks, copying and export, and the windows that open over it."""

from __future__ import annotations

import os
import shlex
import subprocess
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.message import Message

from tui.library import Library
from tui.library.userdata import UserData
from tui.messages import N_, say, say_many
from tui.screens.arrangement import SIDE
from tui.screens.panes import NAMES
from tui.screens.reading_screen import ReadingScreen
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import Piece, shorten

if TYPE_CHECKING:
    from tui.clipboard import Route
    from tui.export import Item
    from tui.screens.marks import Marks, Pointed
    from tui.screens.search import Chosen
    from tui.screens.searcher import Searcher

_LABEL = 40
"""Most cells of a label in a notice."""
_UNDONE = {
    "mark": N_("No longer marked: {label}"),
    "unmark": N_("Marked again: {label}"),
    "clear": N_("The marks are back"),
    "star": N_("No longer starred: {label}"),
    "unstar": N_("Starred again: {label}"),
    "read": N_("Unread again: {label}"),
    "unread": N_("Read again: {label}"),
}


class ReaderScreen(ReadingScreen):
    """Owns the selection: what is marked in this article and in others."""

    class CopiedBy(Message):
        """The programs of the system were asked to copy."""

        def __init__(self, text: Clean, route: Route | None, fits: bool) -> None:
            """Say what was to be copied, by which program it was, and whether the terminal may take it."""
            self.text, self.route, self.fits = text, route, fits
            super().__init__()

    def __init__(self, library: Library, user: UserData) -> None:
        """Take an opened library and the user's data."""
        super().__init__(library, user)
        self._query = ""

    @cached_property
    def marks(self) -> Marks:
        """The selection, made when it is first needed."""
        from tui.screens.marks import Marks  # noqa: PLC0415 - needs export, which is not for the first paint

        return Marks(self.library, self.user)

    @cached_property
    def searcher(self) -> Searcher:
        """The index, made when it is first needed."""
        from tui.screens.searcher import Searcher  # noqa: PLC0415 - not needed before the first paint

        return Searcher(self.library)

    # Marks

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

    def do_mark(self, times: int) -> None:
        """Mark what is pointed at, or unmark it, and move on to the next row."""
        pointed = self.pointed_at()
        if pointed is None:
            self.notice(say("There is nothing to mark here"))
            return
        words = shorten(pointed.label, _LABEL)
        marked = self.marks.toggle(pointed)
        self.notice(say("Marked: {label}", label=words) if marked else say("No longer marked: {label}", label=words))
        if self.text.selection:
            self.text.select_nothing()
        self.show_marks()
        if self.active != "text":
            self.lists[self.active].do_down(1)

    def do_clear_marks(self, times: int) -> None:
        """Take away all marks."""
        self.user.clear_marks()
        self.notice(say("Nothing is marked any more; {key} undoes that", key=Clean("u")))
        self.show_marks()

    def do_undo(self, times: int) -> None:
        """Take back the last change of marks, stars or read marks."""
        undone = self.user.undo()
        if undone is None:
            self.notice(say("There is nothing to undo"))
            return
        self.notice(say(_UNDONE[undone.kind], label=clean_line(undone.label)))
        self.shelf.refresh()
        self.lists["sessions"].redraw()
        self.show_marks()

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

    # Copying

    def do_copy(self, times: int) -> None:
        """Copy what is pointed at with its citation."""
        pointed = self.pointed_at()
        if pointed is None:
            self.notice(say("There is nothing to copy here"))
            return
        from tui.export import quote  # noqa: PLC0415 - not needed before something is copied

        text = quote(pointed.item)
        self.run_worker(lambda: self._copy(text), thread=True, group="copy", exit_on_error=False)

    def _copy(self, text: Clean) -> None:
        """Ask the programs of the system to copy, in a thread."""
        from tui.clipboard import by_program, fits_terminal  # noqa: PLC0415 - not needed before something is copied

        self.post_message(self.CopiedBy(text, by_program(text), fits_terminal(text)))

    def on_reader_screen_copied_by(self, message: CopiedBy) -> None:
        """Say by which route the text went; send it to the terminal where no program took it."""
        route = message.route
        if route is None and message.fits:
            self.app.copy_to_clipboard(message.text)
            self.notice(say("Sent to the terminal to copy (OSC 52)"))
        elif route is None:
            self.notice(say("Too long to copy through the terminal: export it instead"))
        else:
            self.notice(say("Copied by {route}", route=Clean(route)))

    def on_text_pane_selected(self) -> None:
        """Copy what the mouse has selected."""
        self.do_copy(1)

    # Exporting

    def selected_items(self) -> list[Item]:
        """Return what is exported: all that is marked, else what is pointed at."""
        items, lost = self.marks.items(self.reading.document if self.reading else None)
        if lost:
            self.notice(say_many("{count} mark was not found again", "{count} marks were not found again", lost))
        pointed = self.pointed_at()
        return items or ([pointed.item] if pointed else [])

    # Windows

    def do_search(self, times: int) -> None:
        """Search over everything."""
        from tui.screens.search import SearchScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(SearchScreen(self.library, self.searcher, self._query), self._open_hit)

    def _open_hit(self, chosen: Chosen | None) -> None:
        """Open what was found, at its place, with the words that matched."""
        if chosen is None:
            return
        self._query = chosen.query
        hit = chosen.hit
        self.lists["sessions"].go(hit.path)
        self.open(hit.path, hit.start)
        if self.reading is not None:
            start, end = self.reading.view.span(hit.start, hit.end)
            self.control.show_hit(chosen.query, chosen.spans, start)
            self.text.jump(start, end)
            self._note()
        self.go("text")

    def do_export(self, times: int) -> None:
        """Write the selection to a file."""
        from tui.screens.export import ExportScreen  # noqa: PLC0415 - not needed before the first paint

        items = self.selected_items()
        if not items:
            self.notice(say("There is nothing to export here"))
            return
        self.app.push_screen(ExportScreen(items, date.today(), Path.cwd()), self._told)

    def _told(self, words: Clean | None) -> None:
        if words:
            self.notice(words)

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

    def do_jump(self, times: int) -> None:
        """Put a letter on each pane and control."""
        from tui.screens.jump import JumpScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(JumpScreen(self.targets()), self._act)

    def do_original(self, times: int) -> None:
        """Open the original in the pager."""
        if self.reading is None:
            return
        pager = os.environ.get("PAGER") or "less"
        path = self.library.root / self.reading.document.path
        try:
            with self.app.suspend():
                subprocess.run([*shlex.split(pager), str(path)], check=False)
        except (OSError, ValueError, SuspendNotSupported) as error:
            self.notice(say("{pager} can't be run: {reason}", pager=clean_line(pager), reason=clean_line(str(error))))
        self.refresh(layout=True)
