"""An opened article: its text, its record, and the view that it is drawn and searched through."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tui.library.entry import Entry
from tui.model import Record
from tui.text.view import View, view


@dataclass(frozen=True)
class Document:
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
