"""Paragraphs: the page cut at its line ends, with the lines of a hard-wrapped paragraph put together again."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from tui.parse.layout import Span
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import words as words_of
from tui.text.dates import stamp
from tui.text.regex import regex

_LINE = regex(r"\S[^\n]*")
_FIRST_WORD = regex(r"\S+")
_STARTS_ITEM = regex(r"(?:[-–—•+*]|\d{1,2}[.)]|[IVX]{1,4}[.)]|[a-zđ][.)])\s")
_STANDS_ALONE = regex(r"[A-Za-z]:\\|https?://|(?<!\S)\S+\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE)
_END_MARK = regex(r"/\s?\.?$")
_ENDS_PARAGRAPH = regex(r"[.!?…:;/][\"”’)]*$")

WRAP_AT_MOST = 132
"""Longest line of a file that counts as hard-wrapped (terminals, mail and PDF text stay below)."""
FULL_SHARE = 0.6
"""Least share of lines that had no room for the next word in a hard-wrapped file."""
_COPIED = 24
"""Characters from which a line that begins as the first paragraph does is a copy of the headline."""
_OPENER = 60
"""Characters in which the words that open a paragraph are looked for."""
_DATE_LINE = 60
_BESIDE_DATE = 30
"""Characters of a date line, in all and beside the date."""
LEAST_FULL = 3
"""Least number of such lines: two short lines below each other are two lines."""


def find(text: str) -> list[Span]:
    """Return the spans of the paragraphs of ``page.text``, in order, without surrounding space.

    A line is joined to the one above it, with no blank line between, where the file is wrapped at a width and the line
    above was full, or where a sentence goes on in lower case.
    """
    lines = [(match.start(), match.start() + len(match[0].rstrip())) for match in _LINE.finditer(text)]
    width = _wrap_width(text, lines)
    gapless = all(_is_adjacent(text, above, line) for above, line in pairwise(lines))
    paragraphs: list[Span] = []
    for start, end in lines:
        headline = text[slice(*paragraphs[0])] if paragraphs else ""
        copied = len(headline) > _COPIED and text.startswith(headline[:_COPIED], start)
        if paragraphs and not copied and _goes_on(text, paragraphs[-1], (start, end), width, gapless=gapless):
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return paragraphs


def _is_adjacent(text: str, above: Span, line: Span) -> bool:
    return text.count("\n", above[1], line[0]) == 1


def _last_line(text: str, span: Span) -> str:
    return text[max(span[0], text.rfind("\n", *span) + 1) : span[1]]


def _is_full(above: str, line: str, width: int) -> bool:
    """Tell whether the first word of a line had no room left in the line above."""
    word = _FIRST_WORD.match(line)
    return len(above) + 1 + len(word[0] if word else "") > width


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """Return the width at which a file is wrapped; None if it is not."""
    pairs = [
        (text[slice(*above)], text[slice(*line)])
        for above, line in pairwise(lines)
        if _is_adjacent(text, above, line) and max(above[1] - above[0], line[1] - line[0]) <= WRAP_AT_MOST
    ]
    width = max((len(above) for above, _ in pairs if " " in above), default=0)
    open_ended = [pair for pair in pairs if not _ENDS_PARAGRAPH.search(pair[0])]
    full = sum(_is_full(above, line, width) for above, line in open_ended)
    return width if full >= LEAST_FULL and full >= FULL_SHARE * len(open_ended) else None


def _goes_on(text: str, above: Span, line: Span, width: int | None, *, gapless: bool) -> bool:
    """Tell whether a line belongs to the paragraph above.

    In a ``gapless`` file no blank lines part the paragraphs: a full line that ends a sentence may end a paragraph too.
    """
    if not _is_adjacent(text, above, line):
        return False
    last, words = _last_line(text, above), text[slice(*line)]
    if _STANDS_ALONE.match(words) or _STANDS_ALONE.match(last) or _is_dated(last) or _is_dated(words):
        return False
    closed = _ENDS_PARAGRAPH.search(last) is not None
    if _STARTS_ITEM.match(words):
        return width is not None and not closed and _is_full(last, words, width)
    if width is not None and _is_full(last, words, width) and len(words) <= width:
        return not closed or not (_END_MARK.search(last) or (gapless and _narrates(words)))
    return (words[0].islower() and not closed) or _is_cut(last, words)


def _is_cut(line: str, below: str) -> bool:
    """Tell whether a line ends with a word that no paragraph ends with ("Sáng ngày", "của")."""
    last = line.rsplit(None, 1)[-1].lower()
    return last in _unending("unending") or (below[0].isdigit() and last in _unending("unending_before_numbers"))


@cache
def openers() -> Phrases[bool]:
    """Return the words with which an article goes on telling ("Tại buổi", "Theo đó", "Kết luận")."""
    return Phrases((phrase, True) for phrase in tables()["caption_lines"]["narration"])


@cache
def _unending(name: str) -> frozenset[str]:
    return frozenset(tables()["page_lines"][name])


def _narrates(line: str) -> bool:
    """Tell whether a line begins as paragraphs like to ("Tại buổi ...", "Theo báo cáo ...")."""
    return openers().match(words_of(line[:_OPENER]), 0) is not None


def _is_dated(line: str) -> bool:
    """Tell whether a line holds little more than a date: it stands by itself, however long it is."""
    found = stamp(line) if len(line) < _DATE_LINE else None
    return found is not None and len(line) - (found.end - found.start) < _BESIDE_DATE
