"""The articles that the user has opened: how to find what was added to them when their text is corrected."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tui.library.userdata import assembly
from tui.library.userdata.kept import Known
from tui.library.userdata.part import Part
from tui.library.userdata.store import now


class Articles(Part):
    """Articles by their keys, which change with their words."""

    def known(self) -> tuple[Known, ...]:
        """Return what is known of the articles that were opened, or that something was added to."""
        return tuple(assembly.known(self.store))

    def rename(self, keys: Mapping[str, str], *, lasting: bool = True) -> None:
        """Move what was added to articles to their new keys; ``lasting``: the old ones mean the same from now on."""
        with self.store.transaction():
            for old, new in keys.items():
                self.store.rename(self.store.current(old), new, lasting=lasting)

    def know(self, one: Known) -> None:
        """Remember an article; what is not known of it now stays as it was."""
        key = self.store.current(one.article_key)
        row = self.store.get("articles", key) or (key, b"", b"", "", None, b"", "")
        _, library, path, headline, day, fingerprint, _ = row
        new = (
            key,
            os.fsencode(one.library) or library,
            os.fsencode(one.path) or path,
            one.headline or headline,
            one.date or day,
            one.fingerprint or fingerprint,
        )
        if new != row[:-1]:
            self.store.put("articles", (*new, now()))
