"""Correcting the open article's record: item by item through questions, or as a whole in the user's editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from tui.actions import SIDE
from tui.atomic import safe_name
from tui.library import Document, LibraryError
from tui.library.userdata import UserDataError
from tui.messages import say
from tui.screens.selecting import SelectingScreen
from tui.screens.unread import UnreadScreen
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import shorten

if TYPE_CHECKING:
    from tui.library.saving import Saved
    from tui.screens.questions import Question, Step

_LABEL = 40
"""Most cells of a label in a notice."""


class CorrectingScreen(SelectingScreen[None], UnreadScreen):
    """A reader whose records can be corrected; each correction can be taken back like any other change."""

    class Corrected(Message):
        """A correction is on the disk, or could not be kept."""

        def __init__(self, told: Clean, row: str = "") -> None:
            """Say what to tell, and the row that was corrected."""
            self.told, self.row = told, row
            super().__init__()

    class Rejected(Message):
        """An edited record could not be kept."""

        def __init__(self, document: Document, draft: str, reasons: Sequence[Clean]) -> None:
            """Say of which article, its text as it was edited, and what is wrong, a line each."""
            self.document, self.draft, self.reasons = document, draft, reasons
            super().__init__()

    # Item by item

    def do_correct(self, times: int) -> None:
        """Ask what is not right about an item, or what selected words are."""
        reading = self.reading
        if reading is None or reading.record is None:
            self.notice(say("There is nothing to correct here"))
            return
        from tui.library.editing import CorrectionError  # noqa: PLC0415 - needs the parser, which the reader does not
        from tui.screens.questions import Questions  # noqa: PLC0415 - the same

        document = reading.document
        questions = Questions(reading.record, document.text)
        each, selected = self.text.paragraph, self.text.selection
        try:
            if selected:
                self._ask(document, questions.adding(*reading.source_span(*selected)))
            elif self.active in SIDE and self.lists[self.active].current:
                self._ask(document, questions.about(self.lists[self.active].current))
            elif self.active == "text" and each:
                self._ask(document, questions.said_between(*reading.source_span(each.start, each.end)))
            else:
                self.notice(say("There is nothing to correct here"))
        except CorrectionError as error:
            self.notice(error.said())

    def _ask_here(self, question: Question) -> None:
        """Ask something that is about no article; an answer may be another question."""
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - needs the parser, which the reader does not
        from tui.screens.questions import Question  # noqa: PLC0415 - the same

        def answered(step: Step) -> None:
            if isinstance(step, Question):
                self._ask_here(step)

        self.app.push_screen(QuestionScreen(question), answered)

    def _ask(self, document: Document, question: Question) -> None:
        """Ask something about an article; what comes of it is about the article as it was then."""
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - needs the parser, which the reader does not

        self.app.push_screen(QuestionScreen(question), lambda step: self._answered(document, step))

    def _answered(self, document: Document, step: Step) -> None:
        """Go on with what came of an answer."""
        from tui.screens.questions import Again, Outcome, Question  # noqa: PLC0415 - loaded by now

        if isinstance(step, Question):
            self._ask(document, step)
        elif isinstance(step, Again):
            self._edit(document, step.draft)
        elif isinstance(step, Outcome):
            from tui.library import saving  # noqa: PLC0415 - not needed before something is corrected

            record, label, row = step
            self.text.select_nothing()

            def save() -> Saved:
                return saving.save(self.library, document, record)

            self.run_worker(lambda: self._saved(save, document, label, row), thread=True, group="correct")

    def _saved(self, save: Callable[[], Saved | None], document: Document, label: Clean, row: str) -> None:
        """Save a correction, in a thread, and keep what it takes to take it back."""
        from tui.library.editing import CorrectionError  # noqa: PLC0415 - loaded by now

        try:
            saved = save()
            told = self._undoable(saved, document, label) if saved else say("Nothing was changed")
        except (CorrectionError, UserDataError) as error:
            told = clean_line(str(error))
        self.post_message(self.Corrected(told, row))

    def _undoable(self, saved: Saved, document: Document, label: Clean) -> Clean:
        """Keep a saved correction among the changes that can be taken back, and return what to tell."""
        import msgspec  # noqa: PLC0415 - in a thread

        if renamed := self.library.renamed():
            self.user.rename(renamed)
        self.user.corrected(document.article_key, label, msgspec.msgpack.encode(saved))
        return say("Corrected: {label}; {key} undoes that", label=shorten(label, _LABEL), key=Clean("u"))

    def on_correcting_screen_corrected(self, message: Corrected) -> None:
        """Show the record as it is now, and tell."""
        self.record_changed()
        if message.row and self.active in SIDE:
            self.lists[self.active].go(message.row)
        self.notice(message.told)

    def record_changed(self) -> None:
        """Show the open article's record as it is now, without moving the user."""
        if self.reading is None or self.shelf.current is None:
            return
        self.shelf.refresh()
        self.lists["sessions"].show(self.shelf.rows, self.lists["sessions"].current, stay=True)
        path, offset, followed = self.shelf.current.path, self.source_offset, self.control.followed
        self._show_anew(lambda: self.open(path, offset))
        if followed:
            self.control.follow(followed)
        self._note()

    def show_added(self) -> None:
        """Show in the lists what was added, without moving the user."""
        self.shelf.see_added()
        self.lists["sessions"].redraw()
        self._show_anew(self.show_lists)

    def _show_anew(self, show: Callable[[], None]) -> None:
        """Show lists anew, with the cursor of each where it was."""
        rows = {place: self.lists[place].current for place in SIDE}
        show()
        for place, row in rows.items():
            self.lists[place].go(row)

    def show_newer_record(self) -> None:
        """Show the open article's record where it was changed in another window."""
        if self.reading is None:
            return
        try:
            document = self.library.document(self.reading.document.article_key)
        except (KeyError, LibraryError):
            return
        if document.record != self.reading.record:
            self.record_changed()

    # As a whole

    def do_edit_record(self, times: int) -> None:
        """Edit the record of the open article in the user's editor."""
        reading = self.reading
        if reading is None:
            self.notice(say("There is nothing to correct here"))
            return
        from tui.library import drafts  # noqa: PLC0415 - not needed before a record is edited
        from tui.library.editing import CorrectionError  # noqa: PLC0415 - the same

        try:
            draft = drafts.draft(self.library, reading.document)
        except CorrectionError as error:
            self.notice(error.said())
        else:
            self._edit(reading.document, draft)

    def _edit(self, document: Document, draft: str) -> None:
        """Give a draft to the editor, and keep what comes back."""
        import tempfile  # noqa: PLC0415 - not needed before a record is edited

        from tui.screens import programs  # noqa: PLC0415 - the same

        try:
            with tempfile.TemporaryDirectory(prefix="giamsat-") as folder:
                file = Path(folder, safe_name(Path(document.path).stem, ".yaml"))
                file.write_text(draft, encoding="utf-8")
                programs.run_here(self.app, programs.editor(), str(file))
                edited = file.read_text(encoding="utf-8")
        except (OSError, ValueError, programs.ProgramError) as error:
            self.notice(say("Nothing was changed: {reason}", reason=clean_line(str(error))))
        else:
            self.run_worker(lambda: self._edited(document, edited), thread=True, group="correct")

    def _edited(self, document: Document, draft: str) -> None:
        """Keep an edited draft, in a thread; where it does not hold, say why, with the lines."""
        from tui.library import drafts  # noqa: PLC0415 - loaded by now
        from tui.library.editing import CorrectionError  # noqa: PLC0415 - loaded by now

        try:
            wrong = drafts.check(self.library, document, draft).problems
            if not wrong:
                self._saved(lambda: drafts.save(self.library, document, draft), document, say("the record"), "")
                return
            reasons = [
                say("line {line}: {reason}", line=each.line, reason=clean_line(each.reason))
                if each.line
                else clean_line(each.reason)
                for each in wrong
            ]
        except CorrectionError as error:
            reasons = [error.said()]
        self.post_message(self.Rejected(document, draft, reasons))

    def on_correcting_screen_rejected(self, message: Rejected) -> None:
        """Tell what is wrong with an edited record, and ask whether to go on editing."""
        from tui.screens.questions import Again, Choice, Question  # noqa: PLC0415 - not needed before

        again = Choice("again", say("Edit it again"))
        drop = Choice("drop", say("Drop what was edited"))

        def answer(key: str) -> Step:
            return Again(message.draft) if key == again.key else None

        title = say("The record does not hold")
        self._ask(message.document, Question(title, answer, (again, drop), None, message.reasons))
