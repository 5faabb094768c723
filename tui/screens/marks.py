"""The selection: what the user marked, in this article and in others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.export.item import Item, figure, passage, person, request, resolve, session
from tui.library import Document, Library, LibraryError, anchor, find
from tui.library.userdata import Mark, UserData
from tui.model import Figure, Person, Request
from tui.screens.reading import Reading
from tui.text.clean import Clean, clean_line
from tui.widgets.article import Span

if TYPE_CHECKING:
    from tui.search.results import Hit

_LABEL = 80
"""Most characters of a mark's label."""


class Pointed(NamedTuple):
    """What an action means: an item, and what to call it."""

    item: Item
    label: Clean


class Marks:
    """Marks and unmarks, and finds marked things again."""

    def __init__(self, library: Library, user: UserData) -> None:
        """Take where articles are and where marks are kept."""
        self._library, self._user = library, user

    def toggle(self, pointed: Pointed) -> bool:
        """Mark an item, or unmark it; tell whether it is marked now."""
        item, label = pointed
        article = item.article
        wanted = anchor(article.article_key, item.section, article.text, item.start, item.end)
        if wanted in {mark.anchor for mark in self._user.marks()}:
            self._user.unmark(wanted)
            return False
        root = str(self._library.root)
        self._user.mark(Mark(anchor=wanted, library=root, path=article.path, label=label[:_LABEL]))
        return True

    def in_article(self, reading: Reading) -> tuple[frozenset[str], tuple[Span, ...]]:
        """Return the ids of what is marked in an article's lists, and the marked passages as spans of its source."""
        document = reading.document
        marks = [mark for mark in self._user.marks() if mark.anchor.article_key == document.article_key]
        items = [item for mark in marks if (item := self._item(mark, document))]
        passages = tuple((item.start, item.end) for item in items if item.section == "passages")
        groups = reading.record.groups if reading.record else ()
        ids = {item.of.id for item in items if item.of}
        ids |= {group.id for group in groups if (group.selector.start, group.selector.end) in passages}
        return frozenset(ids), passages

    def sessions(self) -> frozenset[str]:
        """Return the paths of the articles that are marked as sessions."""
        return frozenset(mark.path for mark in self._user.marks() if mark.anchor.section == "sessions")

    def items(self, open_now: Document | None) -> tuple[list[Item], int]:
        """Return all marked things for export, and how many were not found again."""
        documents = {open_now.article_key: open_now} if open_now else {}
        found: list[Item] = []
        marks = self._user.marks()
        for mark in marks:
            document = self._document(mark.anchor.article_key, documents)
            item = self._item(mark, document) if document else None
            if item is not None:
                found.append(item)
        return found, len(marks) - len(found)

    @staticmethod
    def _item(mark: Mark, document: Document) -> Item | None:
        place = find(mark.anchor, document.text)
        return resolve(mark.anchor.section, document, *place) if place else None

    def _document(self, key: str, opened: dict[str, Document]) -> Document | None:
        if key not in opened:
            try:
                opened[key] = self._library.document(key)
            except (KeyError, LibraryError):
                return None
        return opened[key]


def part_of(reading: Reading, key: str) -> Pointed | None:
    """Return what a row of a list stands for; a group is the passage that names it."""
    part, document = reading.item(key), reading.document
    if isinstance(part, Person):
        return Pointed(person(document, part), clean_line(part.name))
    if isinstance(part, Figure):
        return Pointed(figure(document, part), clean_line(part.selector.exact))
    if isinstance(part, Request):
        return Pointed(request(document, part), clean_line(part.action.exact))
    return passage_of(reading, reading.span(part.selector)) if part else None


def session_of(reading: Reading) -> Pointed:
    """Return the session, which the headline stands for."""
    item = session(reading.document)
    return Pointed(item, clean_line(item.article.text[item.start : item.end]))


def passage_of(reading: Reading, span: Span) -> Pointed:
    """Return a passage of the text as it is shown."""
    words = clean_line(reading.view.display[span[0] : span[1]])
    return Pointed(passage(reading.document, *reading.source_span(*span)), words)


def hit_of(reading: Reading, hit: Hit) -> Pointed | None:
    """Return what a search has found."""
    item = resolve(hit.section, reading.document, hit.start, hit.end)
    return Pointed(item, hit.title) if item else None
