"""What was read, how far, and where the user was last."""

from __future__ import annotations

import os
from contextlib import suppress

import msgspec

from tui.library.userdata.kept import Place, View
from tui.library.userdata.part import Part
from tui.library.userdata.store import now, storable

RECENT = 20
"""Libraries that are remembered."""
_LIBRARIES, _VIEW, _SEEN = "libraries", "view ", "seen"


class Reading(Part):
    """How far the user is."""

    def read(self) -> frozenset[str]:
        """Return the keys of the articles that were read."""
        return self.store.keys_of("SELECT article_key FROM reads")

    def was_read(self, article_key: str) -> bool:
        """Tell whether an article was read."""
        return self.store.get("reads", self.store.current(article_key)) is not None

    def set_read(self, article_key: str, on: bool, label: str = "", *, undoable: bool = True) -> None:
        """Say that an article was read, or not; that one was opened is no change that a user would take back."""
        change = self.store.change("read" if on else "unread", article_key, label)
        with change if undoable else self.store.transaction():
            key = self.store.current(article_key)
            if not on:
                self.store.drop("reads", key)
            elif self.store.get("reads", key) is None:
                self.store.put("reads", (key, now()))

    def position(self, article_key: str) -> int:
        """Return where reading stopped: an offset of the source text, 0 by default."""
        row = self.store.get("positions", self.store.current(article_key))
        return int(row[1]) if row else 0

    def set_position(self, article_key: str, offset: int) -> None:
        """Keep where reading stopped; not a change that can be undone."""
        self.store.put("positions", (self.store.current(article_key), offset, now()))

    def last(self) -> Place:
        """Return the library and article that were open last."""
        names = ("library", "article_key")
        places = {name: os.fsdecode(row[1]) or None for name in names if (row := self.store.get("places", name))}
        return Place(library=places.get("library"), article_key=places.get("article_key"))

    def set_last(self, place: Place) -> None:
        """Keep where the user is; not a change that can be undone."""
        with self.store.transaction():
            self.store.put("places", ("library", os.fsencode(place.library or "")))
            self.store.put("places", ("article_key", os.fsencode(place.article_key or "")))
            if place.library and place.library not in self.libraries()[:1]:
                recent = [place.library, *(each for each in self.libraries() if each != place.library)]
                self.store.put("places", (_LIBRARIES, b"\0".join(map(os.fsencode, recent[:RECENT]))))

    def is_new(self) -> bool:
        """Tell whether the user is here for the first time; from now on no more."""
        if self.store.get("places", _SEEN) is not None or self.store.get("places", "library") is not None:
            return False
        self.store.put("places", (_SEEN, b"1"))
        return True

    def libraries(self) -> tuple[str, ...]:
        """Return the folders of the libraries that were open, the last one first; some may be gone by now."""
        row = self.store.get("places", _LIBRARIES)
        return tuple(map(os.fsdecode, row[1].split(b"\0"))) if row else ()

    def view(self, library: str) -> View:
        """Return how a library was looked at last."""
        row = self.store.get("places", _VIEW + storable(library))
        with suppress(msgspec.DecodeError):  # a newer version's
            return msgspec.msgpack.decode(row[1], type=View) if row else View()
        return View()

    def set_view(self, library: str, view: View) -> None:
        """Keep how a library is looked at; not a change that can be undone."""
        self.store.put("places", (_VIEW + storable(library), msgspec.msgpack.encode(view)))
