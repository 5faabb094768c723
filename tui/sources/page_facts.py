"""What a page says about its article: headline, date, authors, outlet, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from tui.sources import page_names
from tui.sources.page_lines import is_frame, link_share, text_of
from tui.text.fold import syllables
from tui.text.regex import regex

VIETNAM = timezone(timedelta(hours=7))

_DATE = regex(r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\b|ngày \d{1,2} tháng \d{1,2} năm \d{4}", re.IGNORECASE)
_ISO = regex(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?")
_ARTICLE_TYPES = frozenset(["NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage"])
_LONGEST_DATE_LINE = 80
_SHORTEST_HEADLINE = 15
_LONGEST_HEADLINE = 400
_MOST_JSON = 200_000


@dataclass(frozen=True)
class Facts:
    """What is known of an article beside its body; raw strings, None or empty where the page doesn't say."""

    headline: str | None
    dateline: str | None
    lead: str | None
    authors: tuple[str, ...]
    publisher: str | None
    url: str | None


def facts(page: Element, body: str) -> Facts:
    """Return what a page says.

    Args:
        page: The whole page.
        body: The text of the article's body: a lead or author that stands in it isn't given once more.

    """
    linked = _linked(page)
    metas = _metas(page)
    publisher = _name(linked.get("publisher")) or metas.get("og:site_name")
    shown = _unframed(page)
    said = _key(body)
    lead = _lead(shown)
    return Facts(
        headline=_headline(page, shown, linked, metas, publisher),
        dateline=_visible_date(shown) or _written_date(page, linked, metas),
        lead=lead if lead and _key(lead) not in said else None,
        authors=tuple(one for one in _authors(shown, linked, metas, publisher) if _key(one) not in said[-400:]),
        publisher=publisher,
        url=_address(page, linked, metas),
    )


def _unframed(page: Element) -> list[Element]:
    """Return the elements of a page that stand in no share bar, list of links or the like, in their order."""
    framed: set[Element] = set()
    shown = []
    for element in page.iter("*"):
        if element.getparent() in framed or is_frame(element):
            framed.add(element)
        else:
            shown.append(element)
    return shown


def _linked(page: Element) -> dict[str, Any]:
    """Return the article of the page's JSON-LD, or nothing; broken JSON is passed over."""
    for script in page.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json" or len(script.text or "") > _MOST_JSON:
            continue
        try:
            content = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(content):
            kinds = item.get("@type")
            if _ARTICLE_TYPES.intersection(
                [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
            ):
                return item
    return {}


def _is_article(kinds: Any) -> bool:
    every = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind in _ARTICLE_TYPES for kind in every)


def _items(content: Any) -> Iterator[dict[str, Any]]:
    found = content if isinstance(content, list) else [content]
    for item in found:
        if isinstance(item, dict):
            graph = item.get("@graph")
            yield from (one for one in graph if isinstance(one, dict)) if isinstance(graph, list) else [item]


def _metas(page: Element) -> dict[str, str]:
    """Return the meta tags by name, property or itemprop, lower case; the first of each counts."""
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        content = (meta.get("content") or "").strip()
        for key in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if key and content:
                found.setdefault(key.strip().lower(), content)
    return found


def _headline(
    page: Element, shown: list[Element], linked: dict[str, Any], metas: dict[str, str], publisher: str | None
) -> str | None:
    """Return the headline as the page shows it: the heading that the metadata names, else what looks like one.

    The page's own title comes last: on many portals it is the site's name on every page.
    """
    metadata = [_text(linked.get("headline")), metas.get("og:title"), metas.get("twitter:title"), metas.get("title")]
    stated = [one for one in metadata if one and one != publisher]
    title = next((_without_site(text_of(one), publisher) for one in page.iter("title")), None)
    keys = [_key(one) for one in (*stated, title) if one and len(one) > _SHORTEST_HEADLINE]
    headings = [text for text in _headings(shown) if _SHORTEST_HEADLINE < len(text) <= _LONGEST_HEADLINE]
    agreeing = (text for text in headings if any(_key(text) in key or key in _key(text) for key in keys))
    return next(agreeing, None) or next(iter([*stated, *headings]), title)


def _headings(shown: list[Element]) -> Iterator[str]:
    """Yield what may be the headline: headings, then what is called a title by its class."""
    for tags in (("h1",), ("h2", "h3")):
        yield from (text_of(one) for one in shown if one.tag in tags and link_share(one) < 0.5)
    yield from (
        text_of(one) for one in shown if page_names.TITLE.search(one.get("class", "")) and link_share(one) < 0.5
    )


def _key(text: str) -> str:
    return " ".join(syllables(text))


def _without_site(title: str, publisher: str | None) -> str:
    """Return a page title without the site's name behind it ("... | Cổng thông tin ...")."""
    for mark in (" | ", " – ", " — ", " - "):
        head, _, tail = title.rpartition(mark)
        if head and ((publisher and tail.strip() == publisher) or (mark == " | ")):
            return head.strip()
    return title


def _visible_date(shown: list[Element]) -> str | None:
    """Return the page's own date line: the first short text that holds a date and is marked as one."""
    for element in shown:
        if element.tag in ("li", "a", "title", "body", "html"):
            continue
        if element.tag == "time" or page_names.DATE.search(f"{element.get('class', '')} {element.get('id', '')}"):
            text = text_of(element)
            if len(text) <= _LONGEST_DATE_LINE and _DATE.search(text):
                return text
    return None


def _written_date(page: Element, linked: dict[str, Any], metas: dict[str, str]) -> str | None:
    """Return the date of the metadata as a date line, in Vietnamese time."""
    times = (one.get("datetime") for one in page.iter("time"))
    names = ("article:published_time", "datepublished", "pubdate", "publishdate", "dc.date", "dc.date.issued", "date")
    for stated in (_text(linked.get("datePublished")), *map(metas.get, names), *times):
        match = _ISO.match(stated or "")
        if match is None:
            continue
        year, month, day, hour, minute, _, zone = match.groups()
        if hour is None:
            return f"{day}/{month}/{year}"
        try:
            moment = datetime.fromisoformat(f"{year}-{month}-{day}T{hour}:{minute}{_offset(zone)}").astimezone(VIETNAM)
        except (ValueError, OverflowError):
            continue
        return moment.strftime("%d/%m/%Y %H:%M")
    return None


def _offset(zone: str | None) -> str:
    if zone is None:
        return "+07:00"
    return "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}"


def _lead(shown: list[Element]) -> str | None:
    """Return the lead that a page keeps apart from the body (sapo)."""
    for element in shown:
        if page_names.LEAD.search(f"{element.get('class', '')} {element.get('id', '')}"):
            text = text_of(element)
            if 40 <= len(text) <= 1_200 and link_share(element) < 0.3:
                return text
    return None


def _authors(
    shown: list[Element], linked: dict[str, Any], metas: dict[str, str], publisher: str | None
) -> Iterator[str]:
    """Yield the authors' names, without the site's own; the first of metadata and page that names any counts."""
    stated = linked.get("author")
    names: list[str | None] = [_name(one) for one in (stated if isinstance(stated, list) else [stated])]
    if not any(names):
        names = [metas.get("author"), metas.get("article:author"), metas.get("dc.creator")]
    if not any(names):
        names = [next((text_of(one) for one in shown if _is_author(one)), None)]
    site = {(publisher or "").casefold(), *page_names.SITE_AUTHORS}
    yield from dict.fromkeys(one for one in names if one and _is_name(one) and one.casefold() not in site)


def _is_author(element: Element) -> bool:
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    return element.tag in ("span", "div", "p", "a", "strong") and page_names.AUTHOR.search(names) is not None


def _is_name(text: str) -> bool:
    return len(text) <= 60 and len(text.split()) <= 8 and "/" not in text and "@" not in text and not text.isdigit()


def _address(page: Element, linked: dict[str, Any], metas: dict[str, str]) -> str | None:
    canonical = (link.get("href") for link in page.iter("link") if link.get("rel", "").lower() == "canonical")
    for stated in (*canonical, metas.get("og:url"), _text(linked.get("url"))):
        if stated and _is_address(stated):
            return stated
    return None


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _name(value: Any) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
