"""Debris: what a page leaves between the paragraphs of an article (share bars, file names, links, counters)."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import cast

from tui.model import Debris, DebrisClass
from tui.parse.drafts import Draft
from tui.parse.layout import Layout, Line, Span
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import Page
from tui.text.fold import syllables
from tui.text.regex import regex

_PATH = regex(r"(?:[A-Za-z]:\\|\\\\|file:/|/(?:home|Users|tmp|uploads?)/)\S.*", re.IGNORECASE)
_FILE = regex(r"[^\n]{1,200}\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic|mp4|mp3|avi|docx?|xlsx?|pdf)", re.IGNORECASE)
_MARKUP = regex(r"!\[[^\[\]]*\]\([^()]*\)|<(?:img|image|figure)\b[^<>]*>(?:[^<]*</\w+>)?", re.IGNORECASE)
_ADDRESS = regex(
    r"(?:link|url|nguồn)?\s?:?\s?(?:https?://|www\.)\S+|(?:[a-z0-9-]+\.){1,4}(?:vn|com|net|org|info)", re.IGNORECASE
)
_DATED = regex(r"[(\[–-]\s?(?:\d{1,2}:\d{2}\s)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\s\d{1,2}:\d{2})?\s?[)\]]?$")
_MARKS_ONLY = regex(r"[\W_]+")
_COUNT = regex(r"[\d.,]+")
_PICTURE_TAIL = regex(r"\s{0,9}[-–—:,]{0,9}\s{0,9}(?:ảnh|hình|image|photo)\s{0,9}\d{1,3}\s{0,9}\.?$", re.IGNORECASE)

_LONGEST_MARK = 24
"""Characters in which a picture is only marked ("[hình ảnh]")."""
_TAIL = 24
"""Longest stretch that may follow a copy of the headline."""
COPY_SHORTEST, COPY_LONGEST = 0.8, 1.25
"""Length of a copy, in lengths of the headline."""
COPY_AT_LEAST = 0.95
"""Least Dice ratio of the syllables of a headline and its copy (a letter or a word may differ)."""


@cache
def _whole() -> Phrases[DebrisClass]:
    return _phrases("whole")


@cache
def _starts() -> Phrases[DebrisClass]:
    return _phrases("starts")


@cache
def _sections() -> Phrases[DebrisClass]:
    lists = tables()["page_lines"]
    names = [*lists["sections"], *(phrase for some in lists["whole"].values() for phrase in some)]
    return Phrases((name, "other") for name in names)


@cache
def _mastheads() -> Phrases[bool]:
    return Phrases((name, True) for name in tables()["page_lines"]["mastheads"])


@cache
def _doings() -> Phrases[bool]:
    held = (phrase for some in tables()["sessions"]["terms"].values() for phrase in some)
    return Phrases((phrase, True) for phrase in (*held, *tables()["caption_lines"]["actions"], "tổ chức", "triển khai"))


@cache
def _image_marks() -> frozenset[str]:
    return frozenset(tables()["page_lines"]["image_marks"])


def _is_image_mark(text: str) -> bool:
    return len(text) <= _LONGEST_MARK and text.lower() in _image_marks()


def _phrases(table: str) -> Phrases[DebrisClass]:
    return Phrases((phrase, name) for name, some in tables()["page_lines"][table].items() for phrase in some)


def class_of(draft: Draft) -> DebrisClass | None:
    """Return the class of debris that a paragraph is by its own words; None for what may belong to the article."""
    text = draft.text
    if _PATH.fullmatch(text) or _FILE.fullmatch(text) or _MARKUP.fullmatch(text):
        return "local_file_path"
    if _is_image_mark(text) or _ADDRESS.fullmatch(text) or _MARKS_ONLY.fullmatch(text):
        return "other"
    begins = _starts().match(draft.keys, 0)
    return begins[1] if begins else _made_of(draft, _whole())


def is_picture(draft: Draft) -> bool:
    """Tell whether a line of debris stands where a picture was: a file's name, an alternative text, ``[ảnh]``."""
    if draft.zone != "debris":
        return False
    return draft.kind in ("local_file_path", "headline_as_alt_text") or _is_image_mark(draft.text)


def is_link(draft: Draft) -> bool:
    """Tell whether a line is another article's headline with its date, as they stand below an article."""
    return not draft.ends_sentence and len(draft.words) >= 6 and _DATED.search(draft.text) is not None


def is_section(draft: Draft) -> bool:
    """Tell whether a paragraph is nothing but the names of sections of a site, as they stand above an article."""
    return _made_of(draft, _sections()) is not None


def is_masthead(draft: Draft) -> bool:
    """Tell whether a line begins with the name of a site or of the body it belongs to, and tells nothing."""
    return len(draft.words) <= 12 and draft.starts_with(_mastheads()) and not draft.holds(_doings())


def is_count(draft: Draft) -> bool:
    """Tell whether a paragraph is a bare number: a counter of views, above or below an article."""
    return _COUNT.fullmatch(draft.text) is not None


def copy_tail(draft: Draft, headline: str) -> Span | None:
    """Return the stretch of the paragraph that follows a copy of the headline ("- Ảnh 2."), empty for a plain copy.

    None if the paragraph is no copy.
    """
    least, most = COPY_SHORTEST * (len(headline) + 1), COPY_LONGEST * (len(headline) + 1)
    if len(draft.text) + 1 < least or len(draft.text) + 1 - _TAIL > most:
        return None
    tail = _PICTURE_TAIL.search(draft.text, max(0, len(draft.text) - _TAIL))
    end = tail.start() if tail else len(draft.text)
    if not (least <= end + 1 <= most and _alike(draft.text[:end], headline)):
        return None
    return draft.end - len(draft.text[end:].lstrip()), draft.end


def _alike(copy: str, headline: str) -> bool:
    ours, theirs = syllables(copy), _counted(headline)
    counted = Counter(ours)
    common = sum([min(counted[syllable], theirs[syllable]) for syllable in counted.keys() & theirs.keys()])
    return 2 * common >= COPY_AT_LEAST * (len(ours) + theirs.total()) > 0


@lru_cache(maxsize=4)
def _counted(headline: str) -> Counter[str]:
    return Counter(syllables(headline))


def _made_of(draft: Draft, phrases: Phrases[DebrisClass]) -> DebrisClass | None:
    """Return the class of the first phrase of a paragraph that holds nothing but phrases, numbers and marks."""
    if len(draft.keys) > 40:
        return None
    found: list[DebrisClass] = []
    index = 0
    while index < len(draft.keys):
        match = phrases.match(draft.keys, index)
        if match is None and draft.keys[index][0].isalpha():
            return None
        if match:
            found.append(match[1])
        index += match[0] if match else 1
    return found[0] if found else None


def find(page: Page, layout: Layout) -> tuple[Debris, ...]:
    """Return the debris of a layout, in the order of the text."""
    headline = page.text[layout.headline.start : layout.headline.end] if layout.headline else ""
    return tuple(_debris(page, line, headline) for line in layout.zone("debris"))


def _debris(page: Page, line: Line, headline: str) -> Debris:
    tail = copy_tail(Draft(page, (line.start, line.end)), headline) if headline else None
    return Debris(
        class_=cast(DebrisClass, line.kind),
        selector=page.select(line.start, line.end),
        repeats_headline=True if tail else None,
        tail=page.select(*tail) if tail and tail[0] < tail[1] else None,
    )
