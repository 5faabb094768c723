"""Date lines: the line of a page that tells when the article was published, whatever stands beside the date."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tui.model import DatePublished
from tui.parse import bylines
from tui.parse.drafts import Draft
from tui.parse.layout import Layout, Span
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import Page, words
from tui.text.dates import days, stamp, times
from tui.text.regex import regex

_PARTS = regex(r"(?:(?<!\s)\s+)?[|•·»\n]\s*+|\s[-–—]\s")
_MARKS = " \t.,;:()[]/-–—|•·+"
_COUNTER = regex(r"[\d.,]*")

MOST_WORDS = 30
"""Longest date line, author and counters included."""


@cache
def _labels() -> Phrases[bool]:
    lists = tables()["page_lines"]
    labels = [*lists["date_labels"], *lists["whole"]["view_count"], *lists["whole"]["print_link"], *lists["sections"]]
    return Phrases((label, True) for label in labels)


@cache
def _author_labels() -> Phrases[bool]:
    return Phrases((label, True) for label in tables()["page_lines"]["author_labels"])


def reads_as_dateline(draft: Draft) -> bool:
    """Tell whether a line holds a full date and beside it nothing but labels, a time, counters and a name."""
    found = stamp(draft.text) if len(draft.words) <= MOST_WORDS else None
    return found is not None and all(
        _is_label(part) or _author(part) is not None for part, _ in _parts(draft.page, draft.start, draft.end)
    )


def date_published(page: Page, layout: Layout) -> DatePublished | None:
    """Return when the article was published, by its date line."""
    line = layout.dateline
    found = stamp(page.text, line.start, line.end) if line else None
    return DatePublished(value=found.value, selector=page.select(found.start, found.end)) if found else None


def authors(page: Page, layout: Layout) -> Iterator[Span]:
    """Yield the names of the authors in the date line ("Ngày đăng: 03/07/2020 | Tác giả: Ngọc Diệu")."""
    if line := layout.dateline:
        for part, start in _parts(page, line.start, line.end):
            name = None if _is_label(part) else _author(part)
            if name and (name != part or bylines.has_family_name(name)):
                at = start + part.index(name)
                yield from bylines.names(page, at, at + len(name))


def _parts(page: Page, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield what is left of a line beside dates and times, with its offset, cut at bars and dashes."""
    taken = [(day.start, day.end) for day in days(page.text, start, end)] + list(times(page.text, start, end))
    rest = list(page.text[start:end])
    for first, last in taken:
        rest[first - start : last - start] = "|" * (last - first)
    text, position = "".join(rest), 0
    for separator in [*_PARTS.finditer(text), None]:
        part = text[position : separator.start() if separator else len(text)]
        bare = part.strip(_MARKS)
        if bare:
            yield bare, start + position + part.index(bare)
        position = separator.end() if separator else len(text)


def _is_label(part: str) -> bool:
    keys, index = words(part), 0
    while index < len(keys):
        match = _labels().match(keys, index)
        if match is None and keys[index][0].isalpha():
            return False
        index += match[0] if match else 1
    return True


def _author(part: str) -> str | None:
    """Return the name in a part of a date line; None if the part is something else."""
    label = _author_labels().match(words(part), 0)
    if label:
        name = part.split(":", 1)[-1].strip(_MARKS) if ":" in part else " ".join(part.split()[label[0] :])
        return name or None
    draft = Draft(Page(part), (0, len(part)))
    found = bylines.label_of(draft)
    if found and found[0] == "author":
        return part[found[1] :].strip(_MARKS) or part
    return part if bylines.is_signature(draft) else None
