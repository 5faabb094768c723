"""Feeds (RSS 0.9 to 2.0, RDF, Atom): the addresses of the articles that they list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import lxml.etree
from lxml.etree import _Element as Element

from tui.messages import N_
from tui.sources import formats
from tui.sources.decode import decode
from tui.sources.errors import SourceError
from tui.text.regex import regex

MOST_LINKS = 1_000

_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE = regex(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True)
class FeedLink:
    """An article that a feed lists; raw strings."""

    url: str
    title: str


def links(data: bytes, name: str, base: str = "", charset: str | None = None) -> list[FeedLink]:
    """Return the articles of a feed in its order, each address once, at most MOST_LINKS.

    Args:
        data: The feed.
        name: Its name or address, for errors.
        base: The address that relative links count from.
        charset: What the answer's header says.

    Raises:
        SourceError: it is no feed, declares a document type (which may hide a bomb), or lists no article.
    """
    text, _ = decode(data, name, charset=charset)
    if formats.textual(text) != "feed":
        raise SourceError(name, N_("is no feed"))
    if _DOCTYPE.search(text):
        raise SourceError(name, N_("holds a document type, which feeds don't"))
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        feed = lxml.etree.fromstring(_DECLARATION.sub("", text).encode(), parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise SourceError(name, N_("is a damaged feed: {detail}"), detail=str(error)) from error
    found: dict[str, FeedLink] = {}
    for item in feed.iter("{*}item", "{*}entry") if feed is not None else ():
        address = _joined(base, _address(item))
        if address and len(found) < MOST_LINKS:
            found.setdefault(address, FeedLink(address, " ".join(_child_text(item, "title").split())))
    if not found:
        raise SourceError(name, N_("lists no articles"))
    return list(found.values())


def _address(item: Element) -> str:
    """Return where an item's article is: RSS writes it as text, Atom as an attribute, and some only as a permalink."""
    for link in item.iterchildren("{*}link"):
        if link.get("rel", "alternate") == "alternate" and (link.get("href") or (link.text or "").strip()):
            return (link.get("href") or link.text or "").strip()
    for guid in item.iterchildren("{*}guid"):
        if guid.get("isPermaLink", "true") == "true":
            return (guid.text or "").strip()
    return ""


def _joined(base: str, stated: str) -> str | None:
    """Return a web address, or None for any other."""
    try:
        address = urljoin(base, stated) if stated else ""
        return address if urlsplit(address).scheme in ("http", "https") else None
    except ValueError:
        return None


def _child_text(item: Element, tag: str) -> str:
    return next(("".join(map(str, child.itertext())) for child in item.iterchildren(f"{{*}}{tag}")), "")
