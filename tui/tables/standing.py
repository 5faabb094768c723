"""What the user says of the requests of a library: state, day, notes and answers, by the requests' keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tui.library import Library, LibraryError
from tui.library.userdata import Kept, UserData
from tui.library.userdata.added import Added


def standing(library: Library, user: UserData) -> dict[str, Kept]:
    """Return what was added to requests, by their keys (:attr:`tui.across.asked.Asked.key`).

    Only the articles are read to whose requests something was added. A request that was parsed otherwise when that was
    done is found by the words that both have; of one whose words are gone nothing is told.

    Raises:
        UserDataError: the user's data can't be read.

    """
    by_article: dict[str, list[Kept]] = defaultdict(list)
    for one in user.kept(section="requests"):
        by_article[one.anchor.article_key].append(one)
    return {key: kept for article, some in by_article.items() for key, kept in _in_article(library, article, some)}


def _in_article(library: Library, article_key: str, some: list[Kept]) -> Iterator[tuple[str, Kept]]:
    try:
        document = library.document(article_key)
    except (KeyError, LibraryError):
        return  # of another library, or gone meanwhile
    added = Added(document, some)
    for one in document.record.requests if document.record else ():
        kept = added.at("requests", one.action.start, one.action.end)
        if kept is not None:
            yield f"{article_key}:{one.id}", kept
