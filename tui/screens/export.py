"""The window that writes the selection to a file; a file that is there is not overwritten unasked."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tui import atomic
from tui.actions import Place
from tui.export import SUFFIX, Format, form_of
from tui.messages import say
from tui.screens.outgoing import NAMES, Outgoing
from tui.screens.window import Window
from tui.text.clean import Clean, clean_line
from tui.text.fold import slug
from tui.widgets.ink import Piece, cells, shorten, width
from tui.widgets.one_line import OneLine
from tui.widgets.typed_line import TypedLine

_AROUND = 6
"""Columns that the window takes at the sides of its lines."""


class ExportScreen(Window[Clean | None]):
    """Asks for format and file; dismissed with a line that says what was written.

    The ending of a name that is typed tells the format, too.
    """

    def __init__(self, outgoing: Outgoing, folder: Path) -> None:
        """Take what to export, and the folder that a name without one is in."""
        super().__init__(awaits_line=True)
        self._outgoing, self._folder = outgoing, folder
        self._form: Format = outgoing.formats[0]
        self._question = False
        self._line = TypedLine(id="export-line", value=outgoing.name + SUFFIX[self._form])
        self._forms = OneLine(id="export-forms", ground="page")
        self._told = OneLine(id="export-told", ground="page")

    @property
    def place(self) -> Place:
        """Where keys go: the file's name, or the question whether to overwrite it."""
        return "question" if self._question else "file"

    @property
    def is_typing(self) -> bool:
        """Whether letters go to the file's name: not while a question is asked."""
        return super().is_typing and not self._question

    def compose(self) -> ComposeResult:
        """Lay out formats, file name, what is told, and keys."""
        with Vertical(id="window") as window:
            window.border_title = Content(self._outgoing.title)
            yield self._forms
            with Horizontal(id="typed"):
                label = OneLine(id="export-label")
                label.show([Piece(say("File"), "dim")])
                yield label
                yield self._line
            yield self._told
            yield self.keys

    def on_mount(self) -> None:
        """Show the formats and take what was typed meanwhile."""
        self._line.cursor_position = len(self._line.value)
        self.line_is_ready(self._line)
        self._show()

    def _show(self) -> None:
        forms = [Piece(say("Format"), "dim"), Piece(Clean("  "))]
        names = {form: say(NAMES[form]) for form in self._outgoing.formats}
        if width(forms) + sum(cells(name) + 1 for name in names.values()) > self.app.size.width - _AROUND:
            names = {form: Clean(SUFFIX[form].lstrip(".")) for form in names}
        for form, name in names.items():
            chosen = form == self._form
            forms += [Piece(name, "accent", "row") if chosen else Piece(name, "dim"), Piece(Clean(" "))]
        self._forms.show(forms)
        if not self._question:
            self._tell(say("downloaded by the browser") if self.app.is_web else clean_line(str(self._folder)))
        self.show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Name the formats as there is room for them."""
        super().on_resize(event)
        self._show()

    def _tell(self, words: Clean, strong: bool = False) -> None:
        self._told.show([Piece(words, "warning" if strong else "dim")])

    def do_next_format(self, times: int) -> None:
        """Choose the next format, and its suffix for the name."""
        before, forms = SUFFIX[self._form], self._outgoing.formats
        self._form = forms[(forms.index(self._form) + times) % len(forms)]
        name = self._line.value
        if name.endswith(before):
            self._line.value = name.removesuffix(before) + SUFFIX[self._form]
            self._line.cursor_position = len(self._line.value)
        self._show()

    def do_previous_format(self, times: int) -> None:
        """Choose the format before."""
        self.do_next_format(-times)

    def do_save(self, times: int) -> None:
        """Write the file, or ask first when there is one."""
        self._write(overwrite=False)

    def do_yes(self, times: int) -> None:
        """Overwrite the file."""
        self._write(overwrite=True)

    def do_no(self, times: int) -> None:
        """Go back to the name."""
        self._question = False
        self._show()

    def _form_for(self, target: Path) -> Format:
        """Return the format that the ending of a file tells, else the one that was chosen."""
        told = form_of(target)
        return told if told is not None and told in self._outgoing.formats else self._form

    def _write(self, overwrite: bool) -> None:
        name = self._line.value.strip()
        if not name:
            self._tell(say("Type the name of a file"), strong=True)
            return
        target = self._folder / Path(name).expanduser()
        try:
            if self.app.is_web:
                self._download(target)
                return
            atomic.write(target, self._outgoing.packed(self._form_for(target)), overwrite=overwrite)
        except FileExistsError:
            self._question = True
            short = shorten(clean_line(target.name), 40)
            self._tell(say("{file} is there already. Overwrite it?", file=short), strong=True)
            self.show_keys()
        except (OSError, ValueError) as error:
            self._question = False
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            self._tell(say("Not written: {reason}", reason=clean_line(reason)), strong=True)
            self.show_keys()
        else:
            self.dismiss(say("Written: {file}", file=clean_line(str(target))))

    def _download(self, target: Path) -> None:
        """Give the file to the browser, under a name that stands in a header as it is."""
        form = self._form_for(target)
        name = (slug(target.stem) or "giamsat") + SUFFIX[form]
        self.app.deliver_binary(BytesIO(self._outgoing.packed(form)), save_filename=name)
        self.dismiss(say("Downloaded: {file}", file=clean_line(name)))
