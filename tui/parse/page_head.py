"""The head of a page: menus, site's name, headline, date line and author, down to the first paragraph of the body."""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse import bylines, captions, datelines, debris
from tui.parse.drafts import LONG, Draft
from tui.text.dates import days
from tui.text.regex import regex

_HASHES = regex(r"#{1,6}\s+")

MENU_WORDS = 3
"""Words of a menu's entry, at most."""
TITLE_WORDS = 6
"""Words of a headline below a menu, at least."""
NEAR = 6
"""How many paragraphs from either end a date line may stand."""


def read(drafts: Sequence[Draft]) -> tuple[str, int]:
    """Mark what stands above the body; return the headline's words and the index at which the body begins."""
    headline = ""
    for index, draft in enumerate(drafts):
        if draft.zone or _stands_beside(drafts, index, headline):
            continue
        if not headline and not _reads_as_body(draft):
            if mark := _HASHES.match(draft.text):
                draft.start += mark.end()
            headline = draft.page.text[draft.start : draft.end]
        elif headline and _is_title_too(drafts[index - 1], draft):
            headline += f" {draft.text}"
        else:
            return headline, index
        draft.mark("headline", "headline")
    return headline, len(drafts)


def _stands_beside(drafts: Sequence[Draft], index: int, headline: str) -> bool:
    """Mark a line above the body that is neither headline nor body; tell whether it was one."""
    draft = drafts[index]
    if datelines.reads_as_dateline(draft):
        for other in drafts[:index]:
            if other.zone == "dateline":  # the clock of a page stands above its headline
                other.mark("debris", "other")
        draft.mark("dateline", "datePublished")
    elif debris.is_count(draft):
        draft.mark("debris", "view_count")
    elif debris.is_section(draft) or (not headline and _is_menu(drafts, index)):
        draft.mark("debris", "other")
    elif headline and (tail := debris.copy_tail(draft, headline)) is not None:
        draft.mark("debris", "headline_as_alt_text" if tail[0] < tail[1] else "other")
    elif headline and _signs_above(draft):
        draft.mark("byline", "author")
    return draft.zone is not None


def _is_menu(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a line of a word or two, or the name of a site, is the page's, since a title follows it."""
    short = len(drafts[index].words) <= MENU_WORDS and not drafts[index].text.endswith(":")
    if not short and not debris.is_masthead(drafts[index]):
        return False
    below = [draft for draft in drafts[index + 1 : index + 5] if draft.zone is None]
    if below and below[0].starts_lower:
        return False
    return any(len(draft.words) >= TITLE_WORDS and not _reads_as_body(draft) for draft in below)


def _is_title_too(above: Draft, draft: Draft) -> bool:
    """Tell whether a line goes on with the title just above: after a colon, or in lower case."""
    title = above.zone == "headline" and not draft.ends_sentence and len(draft.words) < LONG
    return title and (above.text.endswith(":") or (draft.starts_lower and not above.ends_sentence))


def _reads_as_body(draft: Draft) -> bool:
    """Tell whether the first line of a page is no headline: a paragraph that tells, with a full stop."""
    if not draft.ends_sentence or len(draft.words) < LONG:
        return False
    dated = next(days(draft.text), None)
    return not draft.is_one_sentence or captions.narrates(draft) or (dated is not None and dated.start < 20)


def _signs_above(draft: Draft) -> bool:
    label = bylines.label_of(draft)
    if label:
        return label[0] != "photo"
    return len(draft.words) <= 5 and bylines.is_signature(draft) and bylines.has_family_name(draft.text)


def find_dateline(drafts: Sequence[Draft]) -> None:
    """Mark a date line that stands below the first paragraphs, or at the end of the page."""
    if not any(draft.zone == "dateline" for draft in drafts):
        for draft in (*drafts[:NEAR], *drafts[-NEAR:]):
            if draft.zone is None and datelines.reads_as_dateline(draft):
                draft.mark("dateline", "datePublished")
                return
