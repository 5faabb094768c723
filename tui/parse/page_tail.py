"""The tail of a page: what stands below the last paragraph (signatures, sources, links, counters), and the end mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.parse import bylines, datelines, debris
from tui.parse.drafts import LONG, Draft
from tui.parse.layout import Span
from tui.text.regex import regex

_END_MARK = regex(r"(?:(?<![./])\.\s?/\s?\.|(?<![./])\.?\s?/{1,2}\s?\.?)$")
_CLOSING_MARK = regex(r"\.\s?/\s?\.$")

LEAST_BODY = 12
"""Words from which an unknown line below counts as body, so that what follows may be the page's end."""


def read(drafts: Sequence[Draft], start: int) -> None:
    """Mark what stands below the body: signatures, sources, links, counters."""
    last = _last_paragraph(drafts, start)
    _sign_above_links(drafts[start : last + 1])
    closed = last >= 0 and _CLOSING_MARK.search(drafts[last].text) is not None
    signed = False
    for draft in drafts[last + 1 :] if last >= 0 else ():
        if draft.zone in ("dateline", "byline", "debris"):
            signed = signed or draft.zone == "byline"
        elif bylines.is_signature(draft) or (signed and _is_station(draft)):
            draft.mark("byline", "author")
            signed = True
        elif bylines.label_of(draft):
            draft.mark("byline", "author")
        elif debris.is_count(draft):
            draft.mark("debris", "view_count")
        elif datelines.reads_as_dateline(draft):
            draft.mark("debris", "other")
        elif debris.is_link(draft) or ((closed or signed) and draft.zone == "body" and not draft.ends_sentence):
            draft.mark("debris", "related_links")


def _sign_above_links(drafts: Sequence[Draft]) -> None:
    """Mark names in capitals right above a bar of links as a signature: what follows it is the page's, however long."""
    for draft, below in pairwise(drafts):
        shared = below.zone == "debris" and below.kind in ("share_link", "print_link", "view_count")
        if draft.zone == "body" and shared and draft.text.isupper() and bylines.is_signature(draft):
            draft.mark("byline", "author")


def _last_paragraph(drafts: Sequence[Draft], start: int) -> int:
    """Return the index of the last paragraph of the body, -1 without one; an end mark is the last word."""
    marked = [
        index
        for index in range(start, len(drafts))
        if drafts[index].zone == "body" and _CLOSING_MARK.search(drafts[index].text)
    ]
    last = -1
    for index in range(start, len(drafts)):
        draft = drafts[index]
        if draft.zone == "body" and len(draft.words) >= LEAST_BODY and not _ends_page(draft):
            last = index if not marked or index <= marked[-1] or len(draft.words) >= 2 * LONG else last
    return last


def _ends_page(draft: Draft) -> bool:
    return bylines.is_signature(draft) or debris.is_link(draft)


def _is_station(draft: Draft) -> bool:
    """Tell whether a line below a signature says where the author works or writes: few words, each with a capital."""
    texts = [draft.page.texts[index] for index in draft.words]
    return len(texts) <= 6 and all(text[0].isupper() or len(text) < 3 for text in texts)


def end_mark(drafts: Sequence[Draft]) -> Span | None:
    """Return what closes the last paragraph of the body beyond its full stop (``./.``, ``/.``, ``…/``)."""
    last = next((draft for draft in reversed(drafts) if draft.zone == "body"), None)
    mark = _END_MARK.search(last.text, max(0, len(last.text) - 8)) if last else None
    return (last.start + mark.start(), last.start + mark.end()) if last and mark else None
