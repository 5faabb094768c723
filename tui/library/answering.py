"""From a request in a library to the passages of later sessions at the same place that speak of its matter."""

from __future__ import annotations

from collections.abc import Iterator

from tui.across.account import account
from tui.across.answers import Answer, Passage, answers, later, passages
from tui.across.locality import plain
from tui.library.document import Document
from tui.library.library import Library, LibraryError
from tui.model import Request


def answers_to(library: Library, document: Document, request: Request, limit: int = 20) -> list[Answer]:
    """Return the passages that may answer a request, the likeliest first.

    Only articles whose list names the same place and a later day are read.

    Args:
        library: Where to look.
        document: The article of the request.
        request: One of its requests.
        limit: Most passages.

    """
    asked = [part.exact for part in request.items] or [request.action.exact]
    return answers(asked, list(_later_passages(library, document)), limit)


def _later_passages(library: Library, document: Document) -> Iterator[Passage]:
    own, record = document.entry, document.record
    if record is None or not own.date or not own.place:
        return
    here = account(document.article_key, record)
    places = {plain(own.place), *(area.name for area in here.areas)}
    for entry in library.entries():
        if entry.date and entry.date > own.date and any(place in plain(entry.place or "") for place in places):
            try:
                found = library.document(entry.article_key)
            except (KeyError, LibraryError):
                continue  # it went away meanwhile: the library says so among its problems
            if found.record and later([account(found.article_key, found.record)], here):
                yield from passages(found.article_key, entry.date, found.text, found.record)
