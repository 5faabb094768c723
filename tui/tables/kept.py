"""What the user added to the figures or requests of a library, by their keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from tui.library import Document, Library, LibraryError
from tui.library.userdata import Kept, UserData
from tui.library.userdata.added import Added
from tui.model import Selector


def kept_of(library: Library, user: UserData, section: Literal["figures", "requests"]) -> dict[str, Kept]:
    """Return what was added, by keys (of :class:`tui.across.asked.Asked`, or :class:`tui.across.measure.Measure`).

    Only the articles are read to which something was added. What was parsed otherwise when that was done is found by
    the words that both have; of what has lost its words nothing is told.

    Raises:
        UserDataError: the user's data can't be read.

    """
    by_article: dict[str, list[Kept]] = defaultdict(list)
    for one in user.kept(section=section):
        by_article[one.anchor.article_key].append(one)
    found: dict[str, Kept] = {}
    for article, some in by_article.items():
        try:
            document = library.document(article)
        except (KeyError, LibraryError):
            continue  # of another library, or gone meanwhile
        added = Added(document, some)
        for item, place in _places(document, section):
            kept = added.at(section, place.start, place.end)
            if kept is not None:
                found[f"{document.article_key}:{item}"] = kept
    return found


def _places(document: Document, section: Literal["figures", "requests"]) -> Iterator[tuple[str, Selector]]:
    """Yield the ids of an article's figures or requests with their places."""
    record = document.record
    if record is not None and section == "figures":
        yield from ((one.id, one.selector) for one in record.figures)
    elif record is not None:
        yield from ((one.id, one.action) for one in record.requests)
