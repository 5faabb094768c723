"""Blocks: cut the page into paragraphs and tell what each is (headline, date line, body, caption, byline, debris).

A page is read from the top until the body begins, then through the body, then from the last long paragraph to its end.
What no rule knows is body: better a line of the page in the text than a line of the text hidden.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.parse import bylines, captions, datelines, debris, paragraphs
from tui.parse.drafts import Draft
from tui.parse.layout import Layout, Span
from tui.parse.page import Page
from tui.text.dates import days
from tui.text.letters import CAPITALS

_SIGNED = re.compile(rf"/\.[\"”]?[ \t]+(?=[({CAPITALS}])")
_END_MARK = re.compile(r"(?:(?<![./])\.\s?/\s?\.|(?<![./])\.?\s?/{1,2}\s?\.?)$")
_CLOSING_MARK = re.compile(r"\.\s?/\s?\.$")
_MARKDOWN = re.compile(r"#{1,6}\s+")

LONG = 25
"""Words from which a paragraph is a piece of the body for certain."""
HEADING_WORDS = 20
LEAST_BODY = 12
"""Words from which an unknown line below counts as body, so that what follows may be the page's end."""
NEAR = 6
"""How many paragraphs from either end a date line may stand."""


def find(page: Page) -> Layout:
    """Return the layout of a page: each paragraph once, in order, with its zone and kind."""
    drafts = [Draft(page, span) for whole in paragraphs.find(page.text) for span in _parted(page, whole)]
    for draft in drafts:
        if kind := debris.class_of(draft):
            draft.mark("debris", kind)
    headline, start = _read_head(drafts)
    _find_dateline(drafts)
    _read_body(drafts, start, headline)
    _read_tail(drafts, start)
    _number_pictures(drafts)
    return Layout(tuple(draft.line for draft in drafts), _end_mark(drafts))


def _parted(page: Page, whole: Span) -> Sequence[Span]:
    """Return a paragraph, or its two parts where the author has signed on the last line of the body."""
    mark = _SIGNED.search(page.text, max(whole[0], whole[1] - 120), whole[1])
    if mark:
        rest = Draft(page, (mark.end(), whole[1]))
        if bylines.label_of(rest) or bylines.is_signature(rest):
            return (whole[0], mark.end() - len(mark[0][2:])), (mark.end(), whole[1])
    return (whole,)


def _read_head(drafts: Sequence[Draft]) -> tuple[str, int]:
    """Mark what stands above the body; return the headline's words and the index at which the body begins."""
    headline = ""
    for index, draft in enumerate(drafts):
        if draft.zone or _stands_beside(drafts, index, headline):
            continue
        if not headline and not _reads_as_body(draft):
            if mark := _MARKDOWN.match(draft.text):
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
    short = len(drafts[index].words) <= 3 and not drafts[index].text.endswith(":")
    if not short and not debris.is_masthead(drafts[index]):
        return False
    below = [draft for draft in drafts[index + 1 : index + 5] if draft.zone is None]
    if below and below[0].starts_lower:
        return False
    return any(len(draft.words) >= 6 and not _reads_as_body(draft) for draft in below)


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


def _find_dateline(drafts: Sequence[Draft]) -> None:
    """Mark a date line that stands below the first paragraphs, or at the end of the page."""
    if not any(draft.zone == "dateline" for draft in drafts):
        for draft in (*drafts[:NEAR], *drafts[-NEAR:]):
            if draft.zone is None and datelines.reads_as_dateline(draft):
                draft.mark("dateline", "datePublished")
                return


def _read_body(drafts: Sequence[Draft], start: int, headline: str) -> None:
    """Mark captions, headings and paragraphs from the first paragraph of the body on, and links between them."""
    whole = _whole_sentences(drafts[start:])
    known = frozenset(word.key for draft in drafts[:start] for word in draft.words if draft.zone == "headline")
    above: Draft | None = None
    linking = label_only = False
    for index in range(start, len(drafts)):
        draft, before = drafts[index], drafts[index - 1] if index else None
        if draft.zone:
            linking = draft.kind == "related_links" or (linking and draft.zone == "debris")
            continue
        if _is_repeated(drafts, index):
            draft.mark("debris", "other")
            continue
        linking = linking and not draft.ends_sentence and len(draft.words) <= 30 and not captions.is_scene(draft)
        label = bylines.label_of(draft)
        if linking:
            draft.mark("debris", "related_links")
        elif headline and debris.copy_tail(draft, headline) is not None:
            draft.mark("debris", "headline_as_alt_text")
        elif label and label[0] == "photo" and before and before.zone == "caption":
            draft.mark("caption", "caption")
        elif label or (label_only and bylines.is_signature(draft)):
            draft.mark("byline", "author")
            label_only = label is not None and label[1] == draft.end
        elif _is_caption(drafts, index, above, known, whole):
            draft.mark("caption", "caption")
        else:
            kind = "lead" if above is None else "heading" if _is_heading(draft, above) else "paragraph"
            draft.mark("body", kind)
            known |= {word.key for word in draft.words if kind == "lead"}
            draft.continues = above is not None and _goes_on(above, draft)
            above = above if kind == "heading" else draft


def _is_repeated(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a page has put the line just above once more."""
    return len(drafts[index].words) >= 5 and index > 0 and drafts[index].keys == drafts[index - 1].keys


def _whole_sentences(drafts: Sequence[Draft]) -> bool:
    """Tell whether each line of a body is one sentence, so that a short one is nothing special."""
    body = [draft for draft in drafts if draft.zone is None and len(draft.words) >= 8]
    single = sum(draft.is_one_sentence for draft in body)
    return len(body) >= 8 and single >= 0.9 * len(body)


def _goes_on(above: Draft, draft: Draft) -> bool:
    """Tell whether a paragraph goes on with the sentence of the one above: in lower case, or after a cut line."""
    if above.ends_sentence or above.text.endswith((":", ";")) or draft.is_item:
        return False
    return draft.starts_lower or (len(above.words) < LONG and not captions.narrates(draft) and not above.is_item)


def _is_caption(drafts: Sequence[Draft], index: int, above: Draft | None, known: frozenset[str], whole: bool) -> bool:
    """Tell whether a line of the body is a caption; ``above`` is the last paragraph before it."""
    draft, before = drafts[index], drafts[index - 1] if index else None
    unfinished = above is not None and not above.ends_sentence and not above.text.endswith(":")
    if before and _takes_up(before, draft):
        return not unfinished
    below = next((each for each in drafts[index + 1 :] if each.zone is None), None)
    long = above is not None and below is not None and min(len(above.words), len(below.words)) >= LONG
    setting = captions.Setting(
        pictured=before is not None and debris.is_picture(before),
        alone=long and not whole and above is not None and above.ends_sentence,
        usual=whole,
        unfinished=unfinished,
        resumed=below is not None and below.starts_lower,
        likewise=before is not None and before.zone == "caption" and before.keys[:2] == draft.keys[:2],
        known=known,
    )
    return captions.reads_as_caption(draft, setting)


def _takes_up(before: Draft, draft: Draft) -> bool:
    """Tell whether a line goes on with the caption just above it."""
    if before.zone != "caption" or before.ends_sentence:
        return False
    return draft.starts_lower or draft.text[0] in "-–—"


def _is_heading(draft: Draft, above: Draft) -> bool:
    """Tell whether a line of the body is a heading: short, without a full stop, and no piece of a sentence."""
    if draft.ends_sentence or draft.ends_open or len(draft.words) > HEADING_WORDS or draft.starts_lower:
        return False
    if _MARKDOWN.match(draft.text) or draft.is_numbered:
        return True
    return not draft.is_item and not captions.narrates(draft) and (above.ends_sentence or draft.is_upper)


def _read_tail(drafts: Sequence[Draft], start: int) -> None:
    """Mark what stands below the body: signatures, sources, links, counters."""
    last = _last_paragraph(drafts, start)
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
    return len(draft.words) <= 6 and all(word.text[0].isupper() or len(word.text) < 3 for word in draft.words)


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
            count += not (above and (above.zone == "debris" or _takes_up(above, draft) or captions.is_credit(draft)))
            draft.image = count
        before = draft


def _end_mark(drafts: Sequence[Draft]) -> Span | None:
    """Return what closes the last paragraph of the body beyond its full stop (``./.``, ``/.``, ``…/``)."""
    last = next((draft for draft in reversed(drafts) if draft.zone == "body"), None)
    mark = _END_MARK.search(last.text, max(0, len(last.text) - 8)) if last else None
    return (last.start + mark.start(), last.start + mark.end()) if last and mark else None
