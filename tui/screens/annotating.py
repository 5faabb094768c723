"""Adding to sessions, people, figures, requests and passages: stars, tags and notes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.actions import Place
from tui.library.userdata import Kept, UserDataError
from tui.messages import say
from tui.screens.correcting import CorrectingScreen
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import shorten
from tui.widgets.rows import NoRows, Rows

if TYPE_CHECKING:
    from tui.library import Anchor, Document
    from tui.screens.marks import Pointed
    from tui.screens.questions import Step

_LABEL = 40
"""Most cells of a label in a notice."""


class AnnotatingScreen(CorrectingScreen):
    """A reader in which things get stars, tags and notes."""

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

    def _thing(self) -> tuple[Pointed, Anchor, Kept | None] | None:
        """Return what is pointed at, the place to add to, and what was added there; say so where there is nothing."""
        pointed = self.pointed_at()
        if pointed is None or self.reading is None:
            self.notice(say("There is nothing here to add to"))
            return None
        item, added = pointed.item, self.user.added(self.reading.document)
        place = item.section, item.start, item.end
        return pointed, added.anchor(*place), added.at(*place)

    def do_star(self, times: int) -> None:
        """Give what is pointed at a star, or take it away."""
        if thing := self._thing():
            pointed, place, kept = thing
            on = not (kept and kept.star)
            self.user.star(place, on, pointed.label)
            self.show_added()
            label = shorten(pointed.label, _LABEL)
            self.notice(say("Starred: {label}", label=label) if on else say("No longer starred: {label}", label=label))

    def do_tag(self, times: int) -> None:
        """Ask for a tag for what is pointed at; one that it has is taken away."""
        if (thing := self._thing()) is None or self.reading is None:
            return
        from tui.screens.questions import Question  # noqa: PLC0415 - not needed before something is tagged

        pointed, place, kept = thing
        has = {tag.casefold() for tag in kept.tags} if kept else set()

        def answer(line: str) -> Step:
            for tag in filter(None, (part.strip() for part in line.split(","))):
                self.user.tag(place, tag, tag.casefold() not in has, pointed.label)
            self.show_added()
            return None

        known = clean_line(", ".join(list(self.user.tags())[:8]))
        notes = say("In use: {tags}", tags=known) if known else say("Several are parted by commas.")
        self._ask(self.reading.document, Question(say("Tag, or a tag to take away"), answer, (), "", [notes]))

    def do_note(self, times: int) -> None:
        """Ask for a note on what is pointed at; the latest note that it has is there to be changed."""
        if (thing := self._thing()) is None or self.reading is None:
            return
        from tui.screens.questions import Question  # noqa: PLC0415 - not needed before something is noted

        pointed, place, kept = thing
        last = kept.notes[-1] if kept and kept.notes else None

        def answer(line: str) -> Step:
            if last and not line.strip():
                self.user.remove_note(last.id)
            elif last:
                self.user.change_note(last.id, line)
            elif line.strip():
                self.user.add_note(place, line, pointed.label)
            self.show_added()
            return None

        title = say("Change the note; without words it is taken away") if last else say("Note")
        now = clean_line(last.text) if last else Clean("")
        label = [shorten(pointed.label, _LABEL)]
        self._ask(self.reading.document, Question(title, answer, (), now, label))
