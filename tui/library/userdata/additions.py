"""Stars, tags and notes on sessions, people, figures, requests and passages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast
from uuid import uuid4

from tui.library.anchor import Anchor, whole
from tui.library.userdata import assembly
from tui.library.userdata.kept import Facts, Kept, Note
from tui.library.userdata.lineage import later
from tui.library.userdata.opening import UserDataError
from tui.library.userdata.part import Part
from tui.library.userdata.store import now, storable
from tui.messages import say
from tui.sections import Section

if TYPE_CHECKING:
    from tui.library.document import Document
    from tui.library.userdata.added import Added

LONGEST_NOTE = 100_000
"""Characters of a note."""
LONGEST_TAG = 60
_BRIEF = 80
"""Characters of a note by which a change of it is called."""


class Additions(Part):
    """What was added at places of articles."""

    _facts: tuple[tuple[int, int], Facts] | None = None
    """What searches look for, and the version of the file that it is of."""

    def kept(self, article_key: str | None = None, section: Section | None = None) -> tuple[Kept, ...]:
        """Return what was added, place by place: to one article or to all, in one section or in all."""
        return tuple(assembly.kept(self.store, article_key, section))

    def added(self, document: Document) -> Added:
        """Return what was added to an article, found again in its text as it is now."""
        from tui.library.userdata.added import Added  # noqa: PLC0415 - not needed before the first paint

        return Added(document, self.kept(document.article_key))

    def facts(self) -> Facts:
        """Return what the fields ``has:`` and ``tag:`` of a search look for; cheap while nothing changes."""
        version, known = self.store.version(), self._facts
        if known is None or known[0] != version:
            self._facts = known = version, assembly.facts(self.store)
        return known[1]

    def stars(self) -> frozenset[str]:
        """Return the keys of the sessions that have a star."""
        starred = "SELECT article_key FROM items JOIN stars ON item = number"
        return self.store.keys_of(f"{starred} WHERE section = 'sessions'")

    def star(self, place: Anchor | str, on: bool, label: str = "") -> None:
        """Give something a star or take it away; the key of an article means its session."""
        place = _place(place)
        with self.store.change("star" if on else "unstar", place.article_key, label):
            if not on:
                for item in self.store.items(place):
                    self.store.drop("stars", item)
            elif not any(self.store.get("stars", item) for item in self.store.items(place)):
                self.store.put("stars", (self.store.item(place, label), now()))

    def tags(self) -> Mapping[str, int]:
        """Return all tags, the commonest first, with how many things have each."""
        rows = self.store.rows("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY count(*) DESC, tag")
        return {str(tag): int(count) for tag, count in rows}

    def tag(self, place: Anchor | str, tag: str, on: bool = True, label: str = "") -> None:
        """Give something a tag or take it away; one that differs in case alone from a known tag is that tag.

        Raises:
            ValueError: there is no word in it.

        """
        place, tag = _place(place), tag_name(tag, self.tags())
        if not tag:
            raise ValueError("a tag needs a word")
        with self.store.change("tag" if on else "untag", place.article_key, label or tag):
            if not on:
                for item in self.store.items(place):
                    self.store.drop("tags", item, tag)
            elif not any(self.store.get("tags", item, tag) for item in self.store.items(place)):
                self.store.put("tags", (self.store.item(place, label), tag, now()))

    def add_note(self, place: Anchor | str, text: str, label: str = "") -> Note:
        """Add a note to something and return it.

        Raises:
            ValueError: there is no word in it.

        """
        place, text, when = _place(place), note_text(text), now()
        note = Note(id=uuid4().hex, text=text, created=when, changed=when)
        with self.store.change("note", place.article_key, label or text[:_BRIEF]):
            self.store.put("notes", (note.id, self.store.item(place, label), text, when, when, ""))
        return note

    def change_note(self, note_id: str, text: str) -> None:
        """Give a note other words.

        Raises:
            KeyError: there is no such note (any more).
            ValueError: there is no word in it.

        """
        text = note_text(text)
        with self.store.change("reword", label=text[:_BRIEF]):
            _, item, before, created, _, earlier = self._note(note_id)
            if text != before:
                words = " ".join(later(earlier.split(), before))
                self.store.put("notes", (note_id, item, text, created, now(), words))

    def remove_note(self, note_id: str) -> None:
        """Take a note away.

        Raises:
            KeyError: there is no such note (any more).

        """
        with self.store.change("unnote", label=str(self._note(note_id)[2])[:_BRIEF]):
            self.store.drop("notes", note_id)

    def _note(self, note_id: str) -> tuple[str, int, str, str, str, str]:
        row = self.store.get("notes", note_id)
        if row is None:
            raise KeyError(note_id)
        return cast(tuple[str, int, str, str, str, str], row)


def _place(place: Anchor | str) -> Anchor:
    """Return what to add to: a session is one thing, whatever its headline says."""
    if isinstance(place, str):
        return whole(place)
    return whole(place.article_key) if place.section == "sessions" else place


def tag_name(tag: str, known: Iterable[str]) -> str:
    """Return a tag as it is kept: on one line, not too long, and as a known one that differs in case alone."""
    name = " ".join(storable(unicodedata.normalize("NFC", tag)).split())[:LONGEST_TAG].rstrip()
    return next((one for one in known if one.casefold() == name.casefold()), name)


def note_text(text: str) -> str:
    """Return a note as it is kept: in NFC, with newlines, without space around it.

    Raises:
        ValueError: there is no word in it.
        UserDataError: it is too long.

    """
    text = storable(unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    if not text:
        raise ValueError("a note needs a word")
    if len(text) > LONGEST_NOTE:
        raise UserDataError(say("the note is longer than {count} characters", count=LONGEST_NOTE))
    return text
