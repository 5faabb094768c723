"""The selection: what the user marked, in the order in which it was marked."""

from __future__ import annotations

from tui.library.anchor import Anchor
from tui.library.userdata import assembly
from tui.library.userdata.articles import Articles
from tui.library.userdata.kept import Known, Mark


class Selection(Articles):
    """Items that were marked, of any article."""

    def marks(self) -> tuple[Mark, ...]:
        """Return the selection in the order in which it was made."""
        return assembly.marks(self.store)

    def mark(self, *marks: Mark) -> None:
        """Add items to the selection as one change; what is there already stays as it is."""
        if not marks:
            return
        with self.store.change("mark", marks[0].anchor.article_key, marks[0].label):
            for one in marks:
                self.know(Known(article_key=one.anchor.article_key, library=one.library, path=one.path))
                self.store.add_mark(self.store.item(one.anchor, one.label))

    def unmark(self, *anchors: Anchor) -> None:
        """Take items out of the selection as one change."""
        label = next((one.label for one in self.marks() if one.anchor in anchors), "")
        with self.store.change("unmark", anchors[0].article_key if anchors else "", label):
            for one in anchors:
                self.store.remove_marks(self.store.items(one))

    def clear_marks(self) -> None:
        """Empty the selection as one change."""
        with self.store.change("clear"):
            self.store.remove_marks(None)
