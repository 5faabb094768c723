"""Searches: the latest ones, and those that were given a name."""

from __future__ import annotations

import unicodedata

from tui.library.userdata.kept import Saved
from tui.library.userdata.part import Part
from tui.library.userdata.store import now

MOST_RECENT = 100
"""Searches that are remembered."""


class Searches(Part):
    """What the user looked for."""

    def searched(self, query: str) -> None:
        """Remember a search; not a change that can be undone."""
        if query.strip():
            self.store.searched(" ".join(query.split()), MOST_RECENT)

    def recent_searches(self) -> tuple[str, ...]:
        """Return the latest 100 searches, the last one first."""
        return tuple(self.store.recent(MOST_RECENT))

    def forget_recent(self, query: str) -> None:
        """Remember a search no longer; one that is not there is no error."""
        self.store.unsearched(query)

    def saved_searches(self) -> tuple[Saved, ...]:
        """Return the searches that have a name, in the order of names."""
        return tuple(Saved(*row) for row in self.store.rows("SELECT name, query FROM saved ORDER BY name"))

    def save_search(self, name: str, query: str) -> None:
        """Give a search a name; what had that name before is replaced.

        Raises:
            ValueError: there is no word in the name.

        """
        name = " ".join(unicodedata.normalize("NFC", name).split())
        if not name:
            raise ValueError("a search needs a name")
        with self.store.change("save", label=name):
            self.store.put("saved", (name, query, now()))

    def forget_search(self, name: str) -> None:
        """Take the name of a search away; one that is not there is no error."""
        with self.store.change("forget", label=name):
            self.store.drop("saved", name)
