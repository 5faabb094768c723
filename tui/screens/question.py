"""A window that asks one question: choices in a list, or a line to type."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tui.actions import Place
from tui.library.editing import CorrectionError
from tui.library.userdata import UserDataError
from tui.messages import lead
from tui.screens.questions import Choice, Question, Step
from tui.screens.window import Window
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import NOTHING, Line, Piece, paragraph
from tui.widgets.line_list import LineList
from tui.widgets.one_line import OneLine
from tui.widgets.rows import Rows
from tui.widgets.typed_line import TypedLine

_WIDTH, _AROUND = 60, 6
"""Columns in which choices are measured; rows that a window needs for its frame, its keys and space."""


class ChoiceRows(Rows):
    """Choices below what to know before; a row's id is the choice's number."""

    def __init__(self, notes: Sequence[Clean], choices: Sequence[Choice]) -> None:
        """Take sentences and choices."""
        self._words = [*notes, *(choice.words for choice in choices)]
        self.ids = [*("" for _ in notes), *(str(number) for number in range(len(choices)))]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a sentence, or the words of a choice."""
        if not self.ids[index]:
            return [*paragraph(self._words[index], width, "dim"), []]
        return paragraph(lead(self._words[index]), width, "text", most=0 if full else 1)


class QuestionScreen(Window[Step]):
    """Asks a question; dismissed with what comes of the answer. An answer that makes no sense is told why."""

    def __init__(self, question: Question) -> None:
        """Take the question."""
        super().__init__(awaits_line=not question.choices)
        self._question = question
        self._list = LineList(id="choices", framed=False)
        self._line = TypedLine(id="answer-line", value=question.now or "")
        self._told = OneLine(id="answer-told", ground="page")

    @property
    def place(self) -> Place:
        """Where keys go: the line, or the list."""
        return "answer" if self.is_typing else "window"

    def compose(self) -> ComposeResult:
        """Lay out the list or the line, what is told, and the keys."""
        with Vertical(id="window") as window:
            window.border_title = Content(self._question.title)
            if self._question.choices:
                yield self._list
            else:
                with Horizontal(id="typed"):
                    yield self._line
            yield self._told
            yield self.keys

    def on_mount(self) -> None:
        """Show the choices, or take what was typed meanwhile."""
        question = self._question
        if question.choices:
            keys = [choice.key for choice in question.choices]
            now = str(keys.index(question.now)) if question.now in keys else ""
            self._list.show(ChoiceRows(question.notes, question.choices), now)
            self._list.mark(frozenset({now} if now else ()))
            self._told.display = False
            self.set_focus(self._list)
        else:
            self._line.cursor_position = len(self._line.value)
            self._tell(question.notes[0] if question.notes else NOTHING)
            self.line_is_ready(self._line)
        self.show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Be as high as the choices need, or use the whole terminal."""
        super().on_resize(event)
        if self._question.choices:
            needed = sum(self._list.rows.heights(_WIDTH)) + 1
            fits = needed + _AROUND <= event.size.height
            self.query_one("#window").set_class(not fits, "-list")
            self._list.styles.height = needed if fits else None

    def _tell(self, words: Clean, strong: bool = False) -> None:
        self._told.display = bool(words)
        self._told.show([Piece(words, "warning" if strong else "dim")])

    def do_choose(self, times: int) -> None:
        """Take the answer."""
        choices, row = self._question.choices, self._list.current
        if choices and not row:
            return
        try:
            step = self._question.answer(choices[int(row)].key if choices else self._line.value)
        except (CorrectionError, UserDataError) as error:
            self._tell(lead(clean_line(str(error))), strong=True)
        else:
            self.dismiss(step)

    def on_line_list_chosen(self) -> None:
        """Take the choice that was clicked."""
        self.do_choose(1)
