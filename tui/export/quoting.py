"""Quoting: the words of an article as they stand there, without debris; what is left out shows as [...]."""

from __future__ import annotations

from typing import NamedTuple

from tui.export.item import Cited, Item, best_mention
from tui.messages import say
from tui.model import Block, Figure, Person, Record, Request
from tui.text import sentences
from tui.text.clean import Clean, clean
from tui.text.regex import regex

CUT = Clean("[...]")
_BLANK = regex(r"(?<![ \t])[ \t]*+\n\s*+")
_NEAR = 160
"""Characters between the words of a request up to which it is quoted in one piece."""


class Quote(NamedTuple):
    """Words of an article, without quotation marks; paragraphs are lines. Offsets count in the source text."""

    words: Clean
    start: int
    end: int


def quoted(item: Item) -> Quote:
    """Return the words that an item is quoted with."""
    article, record = item.article, item.article.record
    start, end = item.start, item.end
    if isinstance(item.of, Request):
        return _of_request(article, item.of)
    if record is not None and isinstance(item.of, Person):
        start, end = _of_person(record, item.of, item)
    elif isinstance(item.of, Figure):
        start, end = sentences.around(article.text, start, end)
    elif record is not None and item.section == "sessions":
        lead = next((block for block in record.blocks if block.zone == "body"), None)
        start, end = (lead.start, lead.end) if lead else (start, end)
    return Quote(span(article, start, end), start, end)


def span(article: Cited, start: int, end: int) -> Clean:
    """Return a stretch of the source text as a quote.

    Debris in it is cut, blank lines are left out, a caption among other words is named as one.
    """
    pieces: list[str] = []
    position = start
    for block in article.record.blocks if article.record else ():
        if block.end <= start or block.start >= end or block.zone not in ("debris", "caption"):
            continue
        first, last = max(block.start, start), min(block.end, end)
        pieces.append(article.text[position:first])
        if block.zone == "debris":
            pieces.append(CUT)
        elif (first, last) == (start, end):
            pieces.append(article.text[first:last])
        else:
            pieces.append(f"[{say('caption')}] {article.text[first:last]}")
        position = last
    pieces.append(article.text[position:end])
    lines = [line for piece in pieces if (line := _BLANK.sub("\n", clean(piece)).strip())]
    kept = [line for index, line in enumerate(lines) if line != CUT or index == 0 or lines[index - 1] != CUT]
    while kept and kept[0] == CUT:  # nothing is cut from a quote by what stood before it
        kept.pop(0)
    while kept and kept[-1] == CUT:
        kept.pop()
    return Clean("\n".join(kept))


def _of_person(record: Record, of: Person, item: Item) -> tuple[int, int]:
    """Return what says most about a person: for the chair the words that say who presides, else the best mention."""
    chair = record.event.chair_selector
    if of.is_chair and chair is not None:
        return chair.start, chair.end
    mention = best_mention(of)
    return (mention.selector.start, mention.selector.end) if mention else (item.start, item.end)


def _of_request(article: Cited, of: Request) -> Quote:
    """Return a request from its verb to the mark that leaves it open."""
    end = of.open_mark.end if of.open_mark and 0 <= of.open_mark.start - of.action.end < _NEAR else of.action.end
    asked = of.addressee_selector if of.verb is not None else None  # without a verb it is that of a request before
    before = [place for place in (of.requester_selector, of.verb, asked) if place is not None]
    start = min((one.start for one in before if 0 <= of.action.start - one.start < _NEAR), default=of.action.start)
    words = span(article, start, end)
    if of.verb is None or start <= of.verb.start < end:
        return Quote(words, start, end)
    return Quote(Clean(f"{clean(of.verb.exact)} {CUT} {words}"), start, end)


def block_at(record: Record | None, start: int) -> Block | None:
    """Return the block that holds a place of the source text."""
    blocks = record.blocks if record else ()
    return next((block for block in blocks if block.start <= start < max(block.end, block.start + 1)), None)


def paragraph(record: Record, block: Block) -> int | None:
    """Return the number of a paragraph of the body, counted from 1, or None for another zone."""
    bodies = [one for one in record.blocks if one.zone == "body"]
    return bodies.index(block) + 1 if block.zone == "body" else None
