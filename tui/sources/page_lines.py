"""The lines of a page's article: its paragraphs, captions and table rows in reading order, without what frames them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml.etree import XPath
from lxml.etree import _Element as Element

from tui.sources.extracted import PICTURE
from tui.sources.page_names import BLOCKS, CAPTION, FRAME, NEVER, PICTURES
from tui.text.regex import regex

_SET_APART = "data-set-apart"
_CENTERED = regex(r"text-align\s*:\s*center", re.IGNORECASE)
_SLANTED = regex(r"font-style\s*:\s*italic", re.IGNORECASE)
_SPACE = regex(r"[ \t\r\n\f\xa0\u200b]+")
_LENGTH = XPath("string-length(normalize-space(.))")  # in C: elements are nested, and each is measured
_LEAST_FORM = 500
_LONGEST_FRAME = 2_000  # characters: what is called a share bar and holds more is the article, wrongly named
_MOSTLY_LINKS = 0.6
_LONGEST_CAPTION = 60  # words: a caption that only its place tells is short


def is_frame(element: Element) -> bool:
    """Tell whether an element holds what stands around an article: share bars, related links, comments, tools."""
    if element.tag in NEVER:
        return True
    if element.tag in ("html", "body", "article", "main"):
        return False
    if element.tag == "form":  # some portals put the whole page into one
        return length_of(element) < _LEAST_FORM
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if not FRAME.search(names) or element.get("itemprop") == "articleBody":
        return False
    return length_of(element) < _LONGEST_FRAME or link_share(element) > _MOSTLY_LINKS


def keep_looks(page: Element) -> None:
    """Mark what is centred or slanted by a style, so that captions are still known when the styles are taken away."""
    for element in page.iter():
        style = element.get("style")
        if style and (_CENTERED.search(style) or _SLANTED.search(style)):
            element.set(_SET_APART, "")


def link_share(element: Element) -> float:
    """Return how much of an element's text is links, from 0 to 1."""
    links = sum(map(length_of, element.iter("a")))
    return links / max(length_of(element), 1)


def length_of(element: Element) -> int:
    """Return the length of an element's text, runs of white space counted as one."""
    return int(cast("float", _LENGTH(element)))


def text_of(element: Element) -> str:
    """Return all text below an element on one line."""
    return _SPACE.sub(" ", "".join(map(str, element.itertext()))).strip()


class Lines:
    """The lines of an element and all below it."""

    def __init__(self, root: Element) -> None:
        """Read the element; :attr:`lines` holds what was found."""
        self.lines: list[str] = []
        self._open: list[str] = []
        self._pictures = 0  # shown since the last words: each may have a caption
        self._read(root)
        self._close()

    def _read(self, root: Element) -> None:
        """Go through the tree without recursion: pages are nested deeper than Python's stack."""
        stack: list[tuple[Element, Iterator[Element]]] = []
        if self._enter(root):
            stack.append((root, iter(root)))
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(element)
                if stack:
                    self._open.append(element.tail or "")
            elif isinstance(child.tag, str) and self._enter(child):
                stack.append((child, iter(child)))
            else:
                self._open.append(child.tail or "")

    def _enter(self, element: Element) -> bool:
        """Note where an element begins; False for one whose inside isn't read further."""
        tag = element.tag
        if is_frame(element) or (tag in ("ul", "ol", "div", "section") and self._is_list_of_links(element)):
            self._close()
            return False
        if tag in PICTURES:
            self._close()
            self._pictures += 1
            return False
        if tag == "br":
            self._close()
            return False
        if tag == "tr" and self._row(element):
            return False
        if tag in BLOCKS:
            self._close()
        if self._is_caption(element):
            self._close()
            self._captioned(text_of(element))
            return False
        self._open.append(element.text or "")
        return True

    def _leave(self, element: Element) -> None:
        if element.tag in BLOCKS:
            self._close()

    def _row(self, row: Element) -> bool:
        """Write a row of a table of data as one line; rows that lay out pictures and paragraphs are read as such."""
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        table = next(row.iterancestors("table"), None)
        if len(cells) < 2 or table is None or not self._is_data(table):
            return False
        self._close()
        self._write(" | ".join(text_of(cell) for cell in cells))
        return True

    @staticmethod
    def _is_data(table: Element) -> bool:
        """Tell whether a table holds data: no picture, and short cells in several rows of equal length."""
        if _holds_picture(table) or next(table.iterdescendants("table"), None) is not None:
            return False
        widths = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")]
        cells = [length_of(cell) for cell in table.iter("td", "th")]
        return len(widths) > 1 and max(widths) > 1 and sum(cells) / len(cells) < 80

    def _is_caption(self, element: Element) -> bool:
        if element.tag == "figcaption" or (CAPTION.search(element.get("class", "")) and not _holds_picture(element)):
            return bool(text_of(element))
        if not self._pictures or element.tag not in ("p", "div", "td", "em", "i", "center"):
            return False
        words = text_of(element)
        if not words or len(words.split()) > _LONGEST_CAPTION or _holds_picture(element):
            return False
        if element.tag == "td":
            return True
        apart = element.get(_SET_APART) is not None or element.get("align") == "center"
        return apart or element.tag in ("em", "i", "center") or _all_set_apart(element)

    def _captioned(self, words: str) -> None:
        if words:
            self.lines.append(PICTURE)
            pictures = self._pictures
            self._write(words)
            self._pictures = max(pictures - 1, 0)

    @staticmethod
    def _is_list_of_links(element: Element) -> bool:
        items = sum(1 for _ in element.iter("a"))
        return items >= 3 and link_share(element) > _MOSTLY_LINKS

    def _close(self) -> None:
        words = _SPACE.sub(" ", "".join(self._open)).strip()
        self._open.clear()
        if words:
            self._write(words)

    def _write(self, words: str) -> None:
        self._pictures = 0
        if words.strip(" |\xa0"):
            self.lines.append(words)


def _holds_picture(element: Element) -> bool:
    return next(element.iter(*PICTURES), None) is not None


def _all_set_apart(element: Element) -> bool:
    """Tell whether all text of an element is slanted or centred by what is inside it."""
    inside = sum(length_of(one) for one in element.iterdescendants() if _is_set_apart(one))
    return inside >= length_of(element) > 0


def _is_set_apart(element: Element) -> bool:
    return element.tag in ("em", "i") or element.get(_SET_APART) is not None
