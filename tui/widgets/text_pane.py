"""The text pane: an article set in lines, with a cursor, a selection and highlights; only what is seen is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import get_character_cell_size
from textual import events
from textual.message import Message

from tui.text.clean import Clean
from tui.widgets.article import EMPTY, LAYERS, Article, Kind, Layer, Paragraph, Span, apart
from tui.widgets.ink import Line, Piece, cells
from tui.widgets.line_view import LineView
from tui.widgets.paint import Wash, paint, touching
from tui.widgets.theme import Ground, Ink
from tui.widgets.typeset import MEASURE, TextLine, Typeset, typeset

_INKS: dict[Kind, Ink] = {
    "headline": "strong",
    "heading": "strong",
    "dateline": "dim",
    "caption": "aside",
    "byline": "dim",
    "debris": "dim",
}
_CURSOR, _SURE, _UNSURE, _HERE, _SELECTED = Clean("▌"), Clean("┃"), Clean("┊"), Clean("▶"), Clean("█")
_MARKED = Clean("●")
_SPACE = Clean(" ")
_PAINT_ORDER: tuple[Layer, ...] = ("requests", "people", "figures")


class TextPane(LineView):
    """Shows an article and moves in it.

    Posts :class:`Moved` when another part is seen and :class:`Selected` when the mouse has selected words.
    """

    class Moved(Message):
        """Another part of the text is seen."""

    class Selected(Message):
        """The mouse has selected something."""

    def __init__(self, *, id: str) -> None:
        """Make an empty pane."""
        super().__init__(id=id)
        self.article: Article = EMPTY
        self.debris = False
        self.tinted: frozenset[Layer] = frozenset(LAYERS)
        self.cursor = 0
        self.selection: Span | None = None
        self._anchor: Span | None = None
        self._dragged_from: int | None = None
        self._followed = Wash("follow", ())
        self._matches: Sequence[Span] = ()
        self._marked: Sequence[Span] = ()
        self._here: Span | None = None
        self._jump: Span | None = None
        self._measure = MEASURE
        self._set: Typeset = typeset(EMPTY, 1, False)
        self._is_set = True
        """Whether the text is set as it is to be now: not while the pane has no room at all."""

    # What is shown

    def show(self, article: Article, offset: int = 0) -> None:
        """Show an article from an offset on; what was selected, found and followed is forgotten."""
        self.article, self.cursor = article, offset
        self.selection = self._anchor = self._here = None
        self._jump = None
        self._followed, self._matches = Wash("follow", ()), ()
        self._typeset(keep_place=False)

    def show_debris(self, shown: bool) -> None:
        """Show or hide what is not the article's own."""
        self.debris = shown
        self._typeset()

    def settle(self, measure: int, layers: frozenset[Layer]) -> None:
        """Choose the most cells of a line, and what has an ink of its own."""
        self.tinted = layers
        if measure != self._measure:
            self._measure = measure
            self._typeset()
        self.forget_strips()

    def follow(self, spans: Sequence[Span], ground: Ground = "follow", here: Span | None = None) -> None:
        """Highlight all places of something (in order and apart), and the one that is looked at."""
        self._followed, self._here = Wash(ground, spans), here
        self.forget_strips()

    def match(self, spans: Sequence[Span], here: Span | None = None) -> None:
        """Highlight what was found (in order and apart), and the match that is looked at."""
        self._matches, self._here = spans, here
        self.forget_strips()

    def mark(self, spans: Sequence[Span]) -> None:
        """Show which passages are marked."""
        self._marked = apart(spans)
        self.forget_strips()

    def jump(self, start: int, end: int) -> None:
        """Move the cursor to a span and bring it into sight with some lines around it."""
        self.cursor = start
        self._extend()
        self.forget_strips()
        self._jump = (start, end)
        self._reveal_jump()

    def _reveal_jump(self) -> None:
        """Bring the place of the last jump into sight; a pane that is not seen does so when it is."""
        if self._jump and self.size.height and self._is_set and self._set.width == self.text_width:
            start, end = self._jump
            self._jump = None
            self.reveal(self._set.line_of(start), self._set.line_of(max(end - 1, start)), self.page // 3)

    def is_seen(self, start: int, end: int) -> bool:
        """Tell whether a whole span is on the screen."""
        top = self.top
        return top <= self._set.line_of(start) and self._set.line_of(max(end - 1, start)) < top + self.page

    @property
    def percent(self) -> int:
        """How much of the text lies above the last line that is seen, in percent."""
        lines = len(self._set.lines)
        return 100 if lines <= self.page else min(100 * (self.top + self.page) // lines, 100)

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph that the cursor is in."""
        return self.article.paragraph_at(self.cursor)

    # Setting

    def _typeset(self, keep_place: bool = True) -> None:
        width = self.text_width
        if width <= 0:
            self._is_set = False
            return
        keep_place &= self._is_set
        self._is_set = True
        height = self._set.line_of(self.cursor) - self.top
        self._set = typeset(self.article, width, self.debris, self._measure)
        self.set_lines(len(self._set.lines))
        line = self._set.line_of(self.cursor)
        if not keep_place:
            self.scroll(0 if line < self.page // 2 else line - self.page // 3)
        else:
            self.scroll(line - min(max(height, 0), self.page - 1))
        self.forget_strips()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Set the text for the new width, with the cursor's line where it was."""
        if self.text_width != self._set.width or not self._is_set:
            self._typeset()
        self._reveal_jump()
        self.post_message(self.Moved())

    # Drawing

    def prepare(self, width: int) -> None:
        """Set the text for the width there is."""
        if width != self._set.width or not self._is_set:
            self._typeset()

    def line(self, y: int) -> tuple[Line, Ground]:
        """Return a line with what stands before it."""
        line = self._set.lines[y]
        each = self.article.paragraphs[line.paragraph]
        words = list(line.words)
        if line.kind == "text":
            tints = [
                tint for layer in _PAINT_ORDER if layer in self.tinted for tint in self.article.tints.get(layer, ())
            ]
            ink = _INKS.get(each.kind, "text")
            words += paint(self.article.text, (line.start, line.end), ink, tints, self._washes())
        return [*self._before(y, line, each), *words], "page"

    def _washes(self) -> list[Wash]:
        washes = [self._followed, Wash("match", self._matches)]
        if self._here:
            washes.append(Wash("here", (self._here,)))
        if self.selection:
            washes.append(Wash("selected", (self.selection,)))
        return washes

    def _before(self, y: int, line: TextLine, each: Paragraph) -> list[Piece]:
        """Return indent, cursor, margin and the speaker's bar of a line."""
        at_cursor = y == self._set.line_of(self.cursor)
        cursor = Piece(_CURSOR, "accent" if self.has_focus else "dim") if at_cursor else Piece(_SPACE)
        if line.kind == "text" and self.selection and any(touching((self.selection,), line.start, line.end)):
            cursor = Piece(_SELECTED, "accent")
        elif not at_cursor and line.kind == "text" and any(touching(self._marked, line.start, line.end)):
            cursor = Piece(_MARKED, "accent")
        margin = list(line.margin) or [Piece(Clean(" " * max(self._set.margin - 1, 0)))]
        bar = Piece(_SPACE)
        if line.kind in ("text", "label") and each.speaker:
            bar = Piece(_SURE, "person") if each.speaker.sure else Piece(_UNSURE, "dim")
        if line.kind == "text" and any(touching(self._followed.spans, line.start, line.end)):
            bar = Piece(_HERE, "accent")
        space = [Piece(_SPACE)] if self._set.margin else []
        return [Piece(Clean(" " * self._set.indent)), *margin, *space, cursor, bar, Piece(_SPACE)]

    # Moving

    def _to_line(self, y: int) -> None:
        """Put the cursor on a line of text and keep it in the middle of what is seen."""
        line = self._set.lines[y] if y < len(self._set.lines) else None
        if line is None:
            return
        first = y == self._set.text_line(0)
        last = y == self._set.text_line(len(self._set.lines), forward=False)
        before = self._set.line_of(self.cursor)
        self.cursor = line.start
        if self._anchor is None:
            self.forget_lines(before, before)
            self.forget_lines(y, y)
        else:
            self._extend()
            self.forget_strips()
        self.reveal(0 if first else y, len(self._set.lines) - 1 if last and not first else y, self.page // 3)

    def _extend(self) -> None:
        """Let the selection that is being made reach to the cursor."""
        if self._anchor is not None:
            line = self._set.lines[self._set.line_of(self.cursor)]
            self.selection = min(self._anchor[0], line.start), max(self._anchor[1], line.end)

    def _step(self, by: int) -> None:
        self._to_line(self._set.step(self._set.line_of(self.cursor), by))

    def _page_by(self, by: int) -> None:
        half = max(self.page // 2, 1) * by
        self.scroll(self.top + half)
        y = self._set.line_of(self.cursor) + half
        self._to_line(self._set.text_line(max(y, 0), forward=by > 0))

    def do_down(self, count: int) -> None:
        """Move down so many lines."""
        self._step(count)

    def do_up(self, count: int) -> None:
        """Move up so many lines."""
        self._step(-count)

    def do_page_down(self, count: int) -> None:
        """Move down half a page."""
        self._page_by(count)

    def do_page_up(self, count: int) -> None:
        """Move up half a page."""
        self._page_by(-count)

    def do_first(self, count: int) -> None:
        """Move to the beginning."""
        self._to_line(self._set.text_line(0))

    def do_last(self, count: int) -> None:
        """Move to the end."""
        self._to_line(self._set.text_line(len(self._set.lines), forward=False))

    # Selecting

    def do_select(self, count: int) -> None:
        """Begin to select lines at the cursor, or stop extending what is selected."""
        if self._anchor is not None:
            self._anchor = None
            return
        if not self._set.lines:
            return
        line = self._set.lines[self._set.line_of(self.cursor)]
        self.selection = self._anchor = (line.start, line.end)
        self.forget_strips()

    def select_nothing(self) -> None:
        """Give up the selection."""
        self.selection = self._anchor = None
        self.forget_strips()

    def _offset_at(self, x: int, y: int) -> int | None:
        """Return the offset of the text under a cell of the content, None where there is none near."""
        if not 0 <= y < len(self._set.lines):
            return None
        line = self._set.lines[y]
        if line.kind != "text":
            return line.start
        left = x - self._set.text_column - sum(cells(piece.text) for piece in line.words)
        for offset in range(line.start, line.end):
            left -= get_character_cell_size(self.article.text[offset])
            if left < 0:
                return offset
        return line.end

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor under the mouse and begin to select."""
        cell = self.cell(event)
        offset = self._offset_at(*cell) if cell else None
        if offset is None or event.button != 1:
            return
        self.select_nothing()
        self.cursor = self._set.lines[self._set.line_of(offset)].start
        self._dragged_from = offset
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select whole words from where the mouse went down to where it is."""
        if self._dragged_from is None:
            return
        frame = 1 if self.framed else 0
        row = event.y - frame
        if row < 0 or row >= self.page:
            self.scroll(self.top + (-1 if row < 0 else 1))
        offset = self._offset_at(event.x - frame, min(max(row, 0), self.page - 1) + self.top)
        if offset is not None and offset != self._dragged_from:
            first, last = sorted((self._dragged_from, offset))
            self.selection = self._whole_words(first, last)
            self.forget_strips()

    def on_mouse_up(self) -> None:
        """End the selection."""
        if self._dragged_from is not None:
            self._dragged_from = None
            self.release_mouse()
            if self.selection:
                self.post_message(self.Selected())

    def _whole_words(self, first: int, last: int) -> Span:
        text = self.article.text
        while first > 0 and text[first - 1].isalnum() and text[first : first + 1].isalnum():
            first -= 1
        while last < len(text) and text[last].isalnum() and text[last - 1].isalnum():
            last += 1
        words = text[first:last]
        return first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip())

    # What Textual tells

    def scrolled(self) -> None:
        """Keep the cursor in what is seen, and say that another part is seen."""
        line = self._set.line_of(self.cursor)
        if self._anchor is None and self._set.lines and not self.top <= line < self.top + self.page:
            forward = line < self.top
            y = self._set.text_line(self.top if forward else self.top + self.page - 1, forward)
            self.cursor = self._set.lines[y].start
            self._strips.clear()
        self.post_message(self.Moved())
