"""An opened article: its text, its record, and the view that it is drawn and searched through."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from tui.library.entry import Entry
from tui.model import Record
from tui.text.view import View, view


class Document(Struct, frozen=True, dict=True):
    """One article. ``record`` is None while it is pending or when it can't be parsed; its text can be read anyway.

    ``text[start:end] == exact`` holds for every selector of ``record``.
    """

    entry: Entry
    text: str
    record: Record | None

    @property
    def article_key(self) -> str:
        """The key that everything a user adds is kept under."""
        return self.entry.article_key

    @property
    def path(self) -> str:
        """The source's path in the library."""
        return self.entry.path

    @cached_property
    def view(self) -> View:
        """The text as it is shown; made once."""
        return view(self.text)
