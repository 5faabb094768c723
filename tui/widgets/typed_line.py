"""The one line to type in: Textual's Input, made fit for Vietnamese input methods and for whatever is pasted."""

from __future__ import annotations

import unicodedata

from textual import events
from textual.widgets import Input

from tui.text.clean import clean_line


class TypedLine(Input):
    """A line to type in.

    Input methods send Backspace and the letter that replaces what it takes away in one read. Textual's Input acts on
    Backspace only after the key has bubbled to the app and back, so that the letter comes first; here it acts at once,
    on 0x7f and on 0x08. A combining mark that comes by itself joins the letter before it; pasted text is cleaned.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TypedLine {
        height: 1; border: none; padding: 0; background: transparent; color: $foreground;
        &:focus { border: none; background-tint: transparent; }
        & > .input--placeholder { color: $foreground 70%; }
        & > .input--cursor { background: $primary; color: $background; text-style: none; }
    }
    """

    def __init__(self, *, id: str, placeholder: str = "", value: str = "") -> None:
        """Make a line; ``placeholder`` is shown while it is empty."""
        super().__init__(value, placeholder, id=id, select_on_focus=False, compact=True)
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        """Take what changes the line at once; Input's own handler, which comes next, sees only the rest."""
        if self.feed(event):
            event.stop()
            event.prevent_default()

    def feed(self, event: events.Key) -> bool:
        """Change the line as a key says; tell whether the key changes it."""
        if event.key in ("backspace", "ctrl+h"):
            self.action_delete_left()
        elif event.character and unicodedata.combining(event.character):
            self._join(event.character)
        elif event.is_printable and event.character:
            self.replace(event.character, *self.selection)
        else:
            return False
        return True

    def _join(self, mark: str) -> None:
        """Put a combining mark on the letter before the cursor."""
        place = self.cursor_position
        if place:
            letter = unicodedata.normalize("NFC", self.value[place - 1] + mark)
            self.replace(letter, place - 1, place)

    def _on_paste(self, event: events.Paste) -> None:
        """Insert the first line of what was pasted, cleaned."""
        event.stop()
        event.prevent_default()
        lines = [line for line in event.text.splitlines() if line.strip()]
        if lines:
            self.insert_text_at_cursor(clean_line(lines[0]))
