"""Blocks: cut the page into paragraphs and tell what each is (headline, date line, body, caption, byline, debris).

A page is read from the top until the body begins, then through the body, then from the last long paragraph to its end.
What no rule knows is body: better a line of the page in the text than a line of the text hidden.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse import bylines, captions, debris, page_body, page_head, page_tail, paragraphs
from tui.parse.drafts import Draft
from tui.parse.layout import Layout, Span
from tui.parse.page import Page
from tui.text.letters import CAPITALS
from tui.text.regex import regex

_SIGNED = regex(rf"/\.[\"”]?[ \t]+(?=[({CAPITALS}])")
_LONGEST_SIGNATURE = 120


def find(page: Page) -> Layout:
    """Return the layout of a page: each paragraph once, in order, with its zone and kind."""
    drafts = [Draft(page, span) for whole in paragraphs.find(page.text) for span in _parted(page, whole)]
    for draft in drafts:
        if kind := debris.class_of(draft):
            draft.mark("debris", kind)
    headline, start = page_head.read(drafts)
    page_head.find_dateline(drafts)
    page_body.read(drafts, start, headline)
    page_tail.read(drafts, start)
    _number_pictures(drafts)
    return Layout(tuple(draft.line for draft in drafts), page_tail.end_mark(drafts))


def _parted(page: Page, whole: Span) -> Sequence[Span]:
    """Return a paragraph, or its two parts where the author has signed on the last line of the body."""
    mark = _SIGNED.search(page.text, max(whole[0], whole[1] - _LONGEST_SIGNATURE), whole[1])
    if mark:
        rest = Draft(page, (mark.end(), whole[1]))
        if bylines.label_of(rest) or bylines.is_signature(rest):
            return (whole[0], mark.end() - len(mark[0][2:])), (mark.end(), whole[1])
    return (whole,)


def _number_pictures(drafts: Sequence[Draft]) -> None:
    """Give each picture its number, on its debris and its caption."""
    count = 0
    before: Draft | None = None
    for draft in drafts:
        above = before if before and before.image else None
        if debris.is_picture(draft):
            count += not (above and above.zone == "debris" and above.kind != draft.kind)
            draft.image = count
        elif draft.zone == "caption":
            count += not (
                above and (above.zone == "debris" or captions.takes_up(above, draft) or captions.is_credit(draft))
            )
            draft.image = count
        before = draft
