"""Marking, copying and exporting what is pointed at, in the reader and in the results of a search."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from tui.library import Document, Library
from tui.library.userdata import UserData, UserDataError
from tui.messages import say, say_many
from tui.screens.base import Result
from tui.screens.ways import WaysScreen
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.across.decided import Verdict
    from tui.across.references import Reference
    from tui.clipboard import Route
    from tui.library.deciding import About
    from tui.library.userdata import Undone
    from tui.screens.marks import Marks, Pointed
    from tui.screens.outgoing import Outgoing

_LABEL = 40
"""Most cells, or characters, of a label in a notice."""


class SelectingScreen(WaysScreen[Result]):
    """A screen whose items can be marked, copied and exported.

    It has a library and the user's data, says what is pointed at, and shows what is marked.
    """

    class CopiedBy(Message):
        """The programs of the system were asked to copy."""

        def __init__(self, text: Clean, route: Route | None, fits: bool) -> None:
            """Say what was to be copied, by which program it was, and whether the terminal may take it."""
            self.text, self.route, self.fits = text, route, fits
            super().__init__()

    class Decided(Message):
        """Something was decided about the library, or taken back."""

        def __init__(self, told: Clean) -> None:
            """Say what the user should know."""
            self.told = told
            super().__init__()

    library: Library
    user: UserData

    @cached_property
    def marks(self) -> Marks:
        """The selection, made when it is first needed."""
        from tui.screens.marks import Marks  # noqa: PLC0415 - needs export, which is not for the first paint

        return Marks(self.library, self.user)

    def pointed_at(self) -> Pointed | None:
        """Return what an action means now."""
        raise NotImplementedError

    def opened(self) -> Document | None:
        """Return the article that is open anyway."""
        return None

    def show_marks(self) -> None:
        """Show what is marked."""
        raise NotImplementedError

    def mark_done(self) -> None:
        """Move on after a mark was set or taken away."""

    # Marks

    def do_mark(self, times: int) -> None:
        """Mark what is pointed at, or unmark it, and move on to the next row."""
        pointed = self.pointed_at()
        if pointed is None:
            self.notice(say("There is nothing to mark here"))
            return
        words = shorten(pointed.label, _LABEL)
        marked = self.marks.toggle(pointed)
        self.notice(say("Marked: {label}", label=words) if marked else say("No longer marked: {label}", label=words))
        self.mark_done()
        self.show_marks()

    def do_clear_marks(self, times: int) -> None:
        """Take away all marks."""
        self.user.clear_marks()
        self.notice(say("Nothing is marked any more; {key} undoes that", key=Clean("u")))
        self.show_marks()

    def do_undo(self, times: int) -> None:
        """Take back the last change of marks, stars, notes or records."""
        undone = self.user.undo()
        if undone is None:
            self.notice(say("There is nothing to undo"))
            return
        if undone.kind in ("join", "part"):
            self.run_worker(lambda: self._undo_decision(undone), thread=True, group="decide", exit_on_error=False)
            return
        self.notice(self._correction_undone(undone) if undone.elsewhere else undone.said(_LABEL))
        if undone.kind not in ("mark", "unmark", "clear"):
            self.show_added()
        self.show_marks()

    def _correction_undone(self, undone: Undone) -> Clean:
        """Take back a correction of a record; return what to tell."""
        import msgspec  # noqa: PLC0415 - not needed before a correction is taken back

        from tui.library.editing import CorrectionError  # noqa: PLC0415 - needs the parser, which the reader does not
        from tui.library.saving import Saved, take_back  # noqa: PLC0415 - the same

        try:
            take_back(msgspec.msgpack.decode(undone.elsewhere, type=Saved), self.library)
        except CorrectionError as error:
            return error.said()
        self.record_changed()
        return undone.said(_LABEL)

    def keep_decision(self, about: About, verdict: Verdict, things: Sequence[Reference], label: Clean) -> None:
        """Keep a decision about the library, in a thread, and show what follows from it."""

        def work() -> None:
            from tui.library.deciding import decide  # noqa: PLC0415 - not needed before something is decided

            try:
                outcome = decide(self.library, about, verdict, things)
                self.user.decided("join" if verdict == "one" else "part", label, outcome.made)
            except OSError as error:
                reason = clean_line(error.strerror or str(error))
                self.post_message(self.Decided(say("Not kept: {reason}", reason=reason)))
                return
            except UserDataError as error:  # it is kept, and can't be taken back by a key
                self.post_message(self.Decided(clean_line(str(error))))
                return
            name = shorten(label, _LABEL)
            told = say("Joined: {label}", label=name) if verdict == "one" else say("Kept apart: {label}", label=name)
            self.post_message(self.Decided(Clean("; ".join(part for part in (told, outcome.notice) if part))))

        self.run_worker(work, thread=True, group="decide", exit_on_error=False)

    def _undo_decision(self, undone: Undone) -> None:
        """Take back a decision, in a thread."""
        from tui.library.deciding import take_back  # noqa: PLC0415 - not needed before one is taken back

        try:
            done = take_back(self.library, undone.elsewhere)
        except OSError as error:
            told = say("Not taken back: {reason}", reason=clean_line(error.strerror or str(error)))
        else:
            told = undone.said(_LABEL) if done else say("That decision is not there any more")
        self.post_message(self.Decided(told))

    def on_selecting_screen_decided(self, message: Decided) -> None:
        """Show what follows from a decision."""
        self.notice(message.told)
        self.decided()

    def decided(self) -> None:
        """Show who is one person, and what one session, as it was decided."""

    def show_added(self) -> None:
        """Show what was added to items."""

    def record_changed(self) -> None:
        """Show what hangs on a record that has changed."""

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

    def on_selecting_screen_copied_by(self, message: CopiedBy) -> None:
        """Say by which route the text went; send it to the terminal where no program took it."""
        route = message.route
        if route is None and message.fits:
            self.app.copy_to_clipboard(message.text)
            self.notice(say("Sent to the terminal to copy (OSC 52)"))
        elif route is None:
            self.notice(say("Too long to copy through the terminal: export it instead"))
        else:
            self.notice(say("Copied by {route}", route=Clean(route)))

    # Exporting

    def do_export(self, times: int) -> None:
        """Write what is marked to a file, or else what is pointed at."""
        from tui.screens.outgoing import selection  # noqa: PLC0415 - not needed before the first paint

        items, lost = self.marks.items(self.opened())
        if lost:
            self.notice(say_many("{count} mark was not found again", "{count} marks were not found again", lost))
        pointed = self.pointed_at()
        if not items and pointed:
            items = [pointed.item]
        if items:
            self.export(selection(items, date.today()))
        else:
            self.notice(say("There is nothing to export here"))

    def export(self, outgoing: Outgoing) -> None:
        """Ask for a file, and write it."""
        from tui.screens.export import ExportScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(ExportScreen(outgoing, Path.cwd()), self._exported)

    def _exported(self, told: Clean | None) -> None:
        if told:
            self.notice(told)
