"""Recognising an article whose words have changed, so that what was added to it stays with it.

An article is known by the words of its headline and body. When they are corrected it has another key, and what was
added is kept under the old one. It is the same article when its file is at the same path, or has the same headline or
day, and its text is alike; of one that was never opened here (its notes were imported) headline and day must agree.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from tui.library.document import Document
from tui.library.entry import Entry
from tui.library.keys import words
from tui.library.library import Library, LibraryError
from tui.library.likeness import ALIKE, fingerprint, likeness
from tui.library.userdata.kept import Known
from tui.library.userdata.user import UserData
from tui.text.fold import syllables

_SAME_HEADLINE = 0.5
"""Share of its words that a corrected headline has in common with the old one."""
_MOST = 8
"""Articles of one day and a like headline that are read to find one."""


def seen(document: Document, library: Path) -> Known:
    """Return what to remember of an article."""
    entry, record = document.entry, document.record
    return Known(
        article_key=document.article_key,
        library=os.path.abspath(library),
        path=document.path,
        headline=entry.headline,
        date=entry.date,
        fingerprint=fingerprint(words(document.text, record) if record else syllables(document.text)),
    )


def meet(user: UserData, document: Document, library: Path) -> None:
    """Remember what an article is like, so that what was added to it is found when its text is corrected.

    To be called when an article is opened, with its library's folder; no change that can be undone. What stands at one
    place now, because notes on two forms of the text came together, is joined.
    """
    user.know(seen(document, library))
    items: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
    for one in user.added(document).found:
        items[one.kept.anchor.section, one.start, one.end] += user.store.items(one.kept.anchor)
    for first, *others in items.values():
        for other in others:
            user.store.join(first, other)


def keep_up(user: UserData, library: Library) -> int:
    """Move what was added to articles that a library has under other keys now to those; return to how many.

    To be called when a library was refreshed. What belongs to articles that it has not stays where it is.
    """
    entries = library.entries()
    present = {entry.article_key for entry in entries}
    strangers = [one for one in user.known() if one.article_key not in present]
    if not strangers:
        return 0
    shelf = _Shelf(library, [entry for entry in entries if entry.state == "ready"])
    root = os.path.abspath(library.root)
    moved = 0
    for one in strangers:
        provisional = one.article_key.startswith("path:")
        if provisional and one.library != root:
            continue
        key = shelf.by_path(one.path) if provisional else _earlier(user, one, present) or shelf.recognised(one)
        if key is not None:
            user.rename({one.article_key: key}, lasting=not provisional)
            moved += 1
    return moved


def _earlier(user: UserData, one: Known, present: Iterable[str]) -> str | None:
    """Return another key of an article that the library has: it holds an earlier or later text of it."""
    return next((key for key in user.store.family(one.article_key) if key in present), None)


class _Shelf:
    """The articles of a library, by what one of other words may be recognised by."""

    def __init__(self, library: Library, entries: Sequence[Entry]) -> None:
        self._library = library
        self._paths = {entry.path: entry for entry in entries}
        self._days: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._days[entry.date or ""].append(entry)
        self._words: dict[str, frozenset[str]] = {}

    def by_path(self, path: str) -> str | None:
        """Return the key of the article at a path."""
        return self._paths[path].article_key if path in self._paths else None

    def recognised(self, one: Known) -> str | None:
        """Return the key of the likest article that is the same, or None."""
        best, most = None, 0.0
        for entry in self._candidates(one):
            like = self._likeness(one, entry)
            if like >= ALIKE and like > most:
                best, most = entry.article_key, like
        return best

    def _candidates(self, one: Known) -> list[Entry]:
        """Return the articles that are worth reading: of the same day with a like headline, or at the same path."""
        wanted = frozenset(syllables(one.headline))
        near = [(self._in_common(wanted, entry), entry) for entry in self._days[one.date or ""]]
        near = sorted((pair for pair in near if pair[0] >= _SAME_HEADLINE), key=lambda pair: -pair[0])
        found = {entry.path: entry for _, entry in near[:_MOST]}
        same = self._paths.get(one.path)
        if same is not None and (same.date == one.date or self._in_common(wanted, same) >= _SAME_HEADLINE):
            found[one.path] = same
        return list(found.values())

    def _likeness(self, one: Known, entry: Entry) -> float:
        if not one.fingerprint:
            same = syllables(one.headline) == syllables(entry.headline) and one.date == entry.date
            return 1.0 if same and one.headline else 0.0
        try:
            document = self._library.document(entry.article_key)
        except (KeyError, LibraryError):
            return 0.0
        return likeness(one.fingerprint, seen(document, self._library.root).fingerprint)

    def _in_common(self, wanted: frozenset[str], entry: Entry) -> float:
        if entry.path not in self._words:
            self._words[entry.path] = frozenset(syllables(entry.headline))
        have = self._words[entry.path]
        return len(wanted & have) / len(wanted | have) if have else 0.0
