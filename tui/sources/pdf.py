"""PDF files with a text layer. Runs in a child process (``tui.sources.child``).

Lines stay as the page breaks them; page numbers and what stands on top or at the foot of most pages are left out.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

import pypdf

from tui.messages import N_
from tui.sources.errors import SourceError
from tui.sources.extracted import Extracted
from tui.text.regex import regex

READER = "giamsat-pdf 1"

MOST_PAGES = 500
_LEAST = 20  # characters: a scanned page may hold a stamp of a few
_PAGE_NUMBER = regex(
    r"\s{0,20}(?:trang\s{0,9})?[-–—]?\s{0,9}\d{1,4}\s{0,9}(?:[/|]\s{0,9}\d{1,4})?\s{0,9}[-–—]?\s{0,20}", re.IGNORECASE
)
_DIGITS = regex(r"\d+")


def extract(data: bytes, name: str) -> Extracted:
    """Return the text of a PDF file; pages are parted by blank lines.

    Raises:
        SourceError: it is damaged, locked by a password, too long, or has no text layer.
    """
    logging.getLogger("pypdf").disabled = True  # its warnings about damaged files would be printed
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(name, N_("is locked by a password"))
        if len(reader.pages) > MOST_PAGES:
            raise SourceError(
                name, N_("has {count} pages, at most {most} are read"), count=len(reader.pages), most=MOST_PAGES
            )
        pages = [_lines(page.extract_text()) for page in reader.pages]
    except SourceError:
        raise
    except Exception as error:  # pypdf lets everything through that a broken file may cause
        raise SourceError(
            name, N_("is a damaged PDF file: {detail}"), detail=f"{type(error).__name__} {error}"
        ) from error
    text = "\n\n".join("\n".join(lines) for lines in _without_frames(pages) if lines) + "\n"
    if len(text.strip()) < _LEAST:
        raise SourceError(name, N_("has no text layer: it is a picture of pages"))
    return Extracted(text, READER)


def _lines(text: str) -> list[str]:
    """Return a page's lines without the blank ones at its ends; blank lines inside part paragraphs."""
    return [line.rstrip() for line in text.strip("\n").split("\n")]


def _without_frames(pages: list[list[str]]) -> list[list[str]]:
    """Return the pages without page numbers and without the first and last lines that most pages share."""
    numbered = [[line for line in lines if line.strip()] for lines in pages]
    ends = Counter(_DIGITS.sub("0", line) for lines in numbered for line in {*lines[:1], *lines[-1:]})
    often = {line for line, count in ends.items() if count >= 3 and count > len(pages) / 2}
    return [_trimmed(lines, often) for lines in pages]


def _trimmed(lines: list[str], often: set[str]) -> list[str]:
    kept = list(lines)
    for end in (0, -1):
        while kept and (
            not kept[end].strip() or _PAGE_NUMBER.fullmatch(kept[end]) or _DIGITS.sub("0", kept[end]) in often
        ):
            kept.pop(end)
    return kept
