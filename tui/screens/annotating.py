"""The reader with what the user has added beside the items of the open article."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.actions import Place
from tui.library.userdata import Kept, UserDataError
from tui.screens.adding import AddingScreen
from tui.screens.correcting import CorrectingScreen
from tui.widgets.rows import NoRows, Rows

if TYPE_CHECKING:
    from tui.library import Document


class AnnotatingScreen(AddingScreen[None], CorrectingScreen):
    """A reader in which things get stars, tags and notes, and requests a state."""

    def with_added(self, place: Place, rows: Rows) -> Rows:
        """Return the rows of a list with what the user has added to their items."""
        if self.reading is None or isinstance(rows, NoRows):
            return rows
        document = self.reading.document
        with suppress(UserDataError):
            return self._with_added(document, rows) if self.user.kept(document.article_key) else rows
        return rows

    def _with_added(self, document: Document, rows: Rows) -> Rows:
        from tui.screens.marks import part_of  # noqa: PLC0415 - needs export, which is not for the first paint
        from tui.widgets.added_rows import AddedRows  # noqa: PLC0415 - not needed where nothing was added

        added, found = self.user.added(document), dict[str, Kept]()
        for row in filter(None, rows.ids):
            pointed = part_of(self.reading, row) if self.reading else None
            item = pointed.item if pointed else None
            kept = added.at(item.section, item.start, item.end) if item else None
            if kept is not None:
                found[row] = kept
        return AddedRows(rows, found) if found else rows
