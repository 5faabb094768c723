"""Saved web pages: the article's text is found among everything else that stands on the page.

Which part is the article is found by readability-lxml; what of it is a paragraph, a caption or a row of figures, and
the headline, date and author around it, by the page's own structure.
"""

from __future__ import annotations

import logging
from typing import Any

import lxml.etree
import lxml.html
import readability
from lxml.etree import _Element as Element

from tui.messages import N_
from tui.sources import saved_mark
from tui.sources.errors import SourceError
from tui.sources.extracted import Extracted, paragraphs
from tui.sources.page_facts import Facts, facts
from tui.sources.page_lines import Lines, keep_looks
from tui.text.fold import syllables

READER = "giamsat-html 1"

_TOP = 8  # lines among which headline, date and lead may stand once more
_LEAST = 200  # characters: less of an article is none, and the whole page is read instead


class _Chosen(readability.Document):  # type: ignore[misc]
    """readability's choice of the article, before it strips lists, tables and captions from it."""

    def sanitize(self, node: Any, candidates: Any, keep_all_images: bool = False) -> str:
        return str(lxml.etree.tounicode(node))


def extract(text: str, name: str) -> Extracted:
    """Return the article of a page; lines are parted by blank lines, captions stand below ``[ảnh]``.

    Args:
        text: The decoded page.
        name: Its name or address, for errors.

    Raises:
        SourceError: it is no page that can be read, or there is no article on it.
    """
    page = _parsed(text, name)
    keep_looks(page)
    lines = Lines(_article(page)).lines
    if sum(map(len, lines)) < _LEAST:
        lines = Lines(next(page.iter("body"), page)).lines
    known = facts(page, "\n".join(lines))
    composed = _composed(lines, known)
    if not composed:
        raise SourceError(name, N_("holds no article"))
    return Extracted(paragraphs(composed), READER, known.publisher, known.url or saved_mark.address(text))


def _parsed(text: str, name: str) -> Element:
    try:
        # Bytes, because lxml refuses a str that declares an encoding
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        page = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise SourceError(name, N_("is no page that can be read: {detail}"), detail=str(error)) from error
    return page


def _article(page: Element) -> Element:
    """Return the element that holds the article, or the whole page when none stands out."""
    logging.getLogger("readability.readability").disabled = True  # it prints a traceback before it raises
    try:
        chosen = _Chosen(lxml.html.tostring(page, encoding="unicode")).summary(html_partial=True)
        return lxml.html.document_fromstring(chosen)
    except (readability.readability.Unparseable, lxml.etree.LxmlError, ValueError):
        return page


def _composed(lines: list[str], known: Facts) -> list[str]:
    """Put headline, date line and lead before the body, and authors behind it, unless they stand there already."""
    above = [one for one in (known.headline, known.dateline, known.lead) if one]
    stated = {_key(one) for one in above}
    top = [_key(line) for line in lines[:_TOP]]
    start = top.index(_key(known.headline)) if known.headline and _key(known.headline) in top else 0
    body = [line for line in lines[start:_TOP] if _key(line) and _key(line) not in stated]
    return above + body + [line for line in lines[max(start, _TOP) :] if _key(line)] + list(known.authors)


def _key(line: str) -> str:
    return " ".join(syllables(line))
