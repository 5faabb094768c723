"""Bylines: who signed an article, and which source it was taken from.

An author signs below the body ("Nguyễn Thu", "Tin, ảnh: NGUYỄN THU - LÊ HÀ", "(CTV: Thu)") or above it, beside the
date. Stations and departments after a name are left out of it; "Theo Báo ..." and "Nguồn: ..." name a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Literal

from tui.model import Author
from tui.parse.drafts import Draft
from tui.parse.layout import Layout, Span
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import Page, words
from tui.parse.sessions import level_words
from tui.text.letters import CAPITALS
from tui.text.regex import regex

Label = Literal["author", "photo", "source"]

_WORD = rf"[{CAPITALS}][^\W\d_]*(?:['’][^\W\d_]+)?\.?"
_NAME = regex(rf"{_WORD}(?:[ ]{{0,3}}{_WORD}){{0,4}}")
_SEPARATOR = regex(r"(?:(?<!\s)\s++)?(?:[-–—,;&+|/]|(?<=\s)và(?=\s))\s*+")
_ASIDE = regex(r"(?:(?<!\s)\s++)?\([^)]{0,300}\)")
_ADDRESS = regex(r"(?:https?://|www\.)[^\s)\"”]+")
_QUOTES = " \t\"“”'‘’.:;,()"

MOST_WORDS = 12
"""Longest line that can be a signature without a word that says so."""


@dataclass(frozen=True, slots=True)
class Credits:
    """Who wrote an article, and the outlet and address that it names as its source."""

    authors: tuple[Author, ...]
    publisher: str | None
    url: str | None


@cache
def _labels() -> Phrases[Label]:
    lists = tables()["byline"]
    kinds: tuple[Label, ...] = ("photo", "source", "author")
    return Phrases((phrase, kind) for kind in kinds for phrase in lists[kind])


@cache
def _phrases(name: str) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in tables()["byline"][name])


@cache
def _families() -> frozenset[str]:
    lists = tables()["names"]
    return frozenset(
        [*lists["common"], *lists["rare"], *(name for some in lists["minority"].values() for name in some)]
    )


def label_of(draft: Draft) -> tuple[Label, int] | None:
    """Return what the words that open a line say of the name after them, and where (offset) that name begins.

    None for a line without such words. Without a colon they count only before names ("Tin ảnh Nguyễn Thu"), before an
    outlet ("Theo Báo ..."), or alone on their line ("Biên tập").
    """
    opened = 1 if draft.keys and draft.keys[0] in ("(", "-", "*") else 0
    match = _labels().match(draft.keys, opened)
    if match is None:
        return None
    index, kind = opened + match[0], match[1]
    if draft.keys[index : index + 1] == [":"]:
        return kind, draft.page.ends[draft.tokens[index]]
    if not any(key[0].isalpha() for key in draft.keys[index:]):
        return None if kind == "source" else (kind, draft.end)
    name = draft.page.starts[draft.tokens[index]]
    if kind == "source":
        return (kind, name) if _names_outlet(draft, index) else None
    alone = _phrases("persons").match(draft.keys, opened)
    sure = match[0] > 1 or alone is not None
    return (kind, name) if sure and _is_names(draft.text[name - draft.start :]) else None


def _names_outlet(draft: Draft, index: int) -> bool:
    """Tell whether a short line names an outlet from a token on ("Báo Bình Khê"), and is no sentence on a report."""
    index += draft.keys[index] in ('"', "“", "(")
    named = _phrases("publishers").match(draft.keys, index) and not _phrases("not_publishers").match(draft.keys, index)
    return bool(named) and len(draft.words) <= MOST_WORDS and "," not in draft.keys


def is_signature(draft: Draft) -> bool:
    """Tell whether a line without a label holds names alone, each word with a capital ("X", "X - Y", "(X)", "X.")."""
    if len(draft.words) > MOST_WORDS or draft.ends_open or any(key.isdigit() for key in draft.keys):
        return False
    return _is_names(draft.text)


def has_family_name(name: str) -> bool:
    """Tell whether a name begins with a known family name, so that it is no place ("Mê Linh, 9/5/2024")."""
    return bool(name) and name.split(maxsplit=1)[0].title() in _families()


def _is_names(text: str) -> bool:
    bare = _ASIDE.sub("", text).strip(_QUOTES) or text.strip(_QUOTES)
    parts = [part for part in _SEPARATOR.split(bare) if part]
    if not parts or not _NAME.match(parts[0]):
        return False
    first = _without_station(parts[0])
    known = bool(first) and _NAME.fullmatch(first) is not None and (" " in first or "." in first)
    rest = takewhile(lambda part: not _phrases("station_heads").match(words(part), 0), parts[1:])
    return known and all(not name or _NAME.fullmatch(name) for name in map(_without_station, rest))


def _without_station(part: str) -> str:
    """Return a name without the station or department after it; empty if it is nothing but that."""
    pieces = part.split(" ")
    for index, piece in enumerate(pieces):
        if piece.endswith(".") and index + 1 < len(pieces):
            continue  # an initial, though a station is called so ("TH. HÀ")
        if _phrases("stations").match(words(" ".join(pieces[index:])), 0):
            return " ".join(pieces[:index])
    return part


def names(page: Page, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of the names that are signed within a stretch of ``page.text``."""
    text = _ASIDE.sub(lambda match: " " * len(match[0]), page.text[start:end])
    text = page.text[start:end] if not text.strip(_QUOTES) else text
    position = 0
    for separator in [*_SEPARATOR.finditer(text), None]:
        piece = text[position : separator.start() if separator else len(text)]
        name = _without_station(piece.strip(_QUOTES + "\n"))
        if position and _is_department(piece.strip(), text):
            return
        if name and _NAME.fullmatch(name):
            at = start + position + piece.index(name)
            yield at, at + len(name)
        position = separator.end() if separator else len(text)


def _is_department(part: str, text: str) -> bool:
    """Tell whether a further part of a signature is no person ("Thu Hà - PVHTT", "Thu Hiền - Đài TTTH")."""
    if _phrases("station_heads").match(words(part), 0):
        return True
    return " " not in part and part.isupper() and "." not in part and not text.isupper()


def find(page: Page, layout: Layout, dated: Iterable[Span] = ()) -> Credits:
    """Return who signed an article and where it says it was taken from; ``dated`` are names in the date line."""
    authors = list(dated)
    publisher = url = None
    for line in layout.bylines:
        draft = Draft(page, (line.start, line.end))
        label = label_of(draft)
        kind, start = label or ("author", draft.start)
        if kind == "author":
            authors.extend(span for span in names(page, start, draft.end) if label or not _is_area(page, span))
        if kind == "source" and publisher is None:
            publisher = _ADDRESS.sub("", page.text[start : draft.end]).strip(_QUOTES) or None
    for line in (*layout.bylines, *(line for line in layout.zone("debris") if line.kind == "other")):
        address = _ADDRESS.search(page.text, line.start, line.end)
        url = url or (address[0].rstrip(".,;") if address else None)
    return Credits(tuple(_author(page, span) for span in dict.fromkeys(authors)), publisher, url)


def _is_area(page: Page, span: Span) -> bool:
    """Tell whether the words of a name are elsewhere those of an administrative unit ("huyện Đăk Song")."""
    name = page.text[slice(*span)]
    at = page.text.find(name)
    while at >= 0:
        before = page.token_range(0, at)[-1:]
        if any(page.keys[index] in level_words() for index in before):
            return True
        at = page.text.find(name, at + 1)
    return False


def _author(page: Page, span: Span) -> Author:
    return Author(
        name=" ".join(page.text[slice(*span)].split()), selector=page.select(*span), role="byline", is_participant=False
    )
