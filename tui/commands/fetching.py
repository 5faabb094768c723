"""Addresses for ``giamsat add``: pages fetched when their turn comes, and the links of feeds."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tui.library.adding import Names
from tui.library.incoming import Incoming
from tui.messages import N_
from tui.sources.addresses import open_fetcher
from tui.sources.errors import SourceError

if TYPE_CHECKING:
    from tui.sources.net import Fetched, Fetcher


def links_of(data: bytes, name: str, base: str = "", charset: str | None = None) -> list[str] | None:
    """Return the addresses that a feed lists; None for what is no feed.

    Raises:
        SourceError: it is a damaged feed, or one that lists nothing.

    """
    from tui.sources import formats  # noqa: PLC0415 - files alone need neither this nor lxml

    if formats.textual(data[:20_000].decode("utf-8", "replace").lstrip("\ufeff")) != "feed":
        return None
    from tui.sources.feeds import links  # noqa: PLC0415

    return [link.url for link in links(data, name, base, charset)]


def not_followed(name: str, count: int) -> SourceError:
    """Return what is said of a feed whose links were not asked for."""
    return SourceError(name, N_("is a feed of {count} articles: --fetch adds them"), count=count)


class Fetching:
    """The addresses of one run. Nothing is opened before the first one; close it when done."""

    def __init__(self, names: Names, *, follow: bool, convert: str | None) -> None:
        """Take the free names, whether links of feeds are followed, and the choice of an encoding."""
        self._names, self._follow, self._convert = names, follow, convert
        self._fetcher: Fetcher | None = None
        self._pages: list[Incoming] = []
        self._named: set[str] = set()
        self._links: dict[str, None] = {}

    def name(self, url: str) -> None:
        """Take an address that the user named: a page, or a feed, whose links are for later."""
        self._named.add(url)
        self._links.pop(url, None)
        try:
            answer = self._fetch(url, asked=True)
            links = links_of(answer.data, url, answer.url, answer.charset)
            if links is None:
                self._pages.append(self._page(url, answer))
            elif self._follow:
                self.follow(links)
            else:
                raise not_followed(url, len(links))
        except SourceError as error:
            self._pages.append(Incoming(url, "", refused=error))

    def follow(self, links: list[str]) -> None:
        """Take the links of a feed, each once, but for those that the user named."""
        self._links.update(dict.fromkeys(link for link in links if link not in self._named))

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._pages) + len(self._links)

    def articles(self) -> Iterator[Incoming]:
        """Yield all articles; a link is fetched when it is asked for, and one that can't be says why."""
        yield from self._pages
        for url in self._links:
            try:
                yield self._page(url, self._fetch(url, asked=False))
            except SourceError as error:
                yield Incoming(url, "", refused=error)

    def close(self) -> None:
        """Close all connections."""
        if self._fetcher is not None:
            self._fetcher.close()

    def _fetch(self, url: str, *, asked: bool) -> Fetched:
        if self._fetcher is None:
            self._fetcher = open_fetcher(url)
        return self._fetcher.fetch(url, asked=asked)

    def _page(self, url: str, answer: Fetched) -> Incoming:
        stem = self._names.stem(_stem(answer.url))
        return Incoming(url, stem, data=answer.data, charset=answer.charset, url=answer.url, convert=self._convert)


def _stem(url: str) -> str:
    """Return the name that an address suggests: the last word of its path, else its host."""
    parts = urlsplit(url)
    last = posixpath.splitext(unquote(parts.path).rstrip("/").rpartition("/")[2])[0]
    return last or parts.hostname or "article"
