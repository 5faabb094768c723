"""Abbreviations: the short forms of an article and what they stand for; the article's own definition wins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from tui.model import Abbreviation
from tui.parse.layout import Layout, Line, Span
from tui.parse.lexicon import Phrases, tables
from tui.parse.occurrences import Occurrences
from tui.parse.page import Page, words
from tui.text.letters import CAPITALS
from tui.text.regex import regex

_IN_BRACKETS = regex(r"\(([^()\n]{2,60})\)")
_SHORT = regex(rf"[{CAPITALS}][{CAPITALS}a-z]{{0,2}}(?:[ ]?[&.,-]?[ ]?[{CAPITALS}]{{1,8}}){{1,4}}")
_FOREIGN = regex(r"[A-Z]{3,10}")
_MOST_WORDS = 24
"""Longest expansion that is looked for before the brackets."""


class _Use(NamedTuple):
    """A short form in the text: where, how it is spelled in the list, and what it stands for there."""

    start: int
    short: str
    expansion: str | None
    defined_at: Span | None = None


@cache
def _phrases(name: str) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in tables()["abbreviations"][name])


@cache
def _known() -> Phrases[tuple[str, Any]]:
    lists = tables()["abbreviations"]
    kinds = ("sure", "any_case", "ambiguous")
    return Phrases((short, (short, meaning)) for kind in kinds for short, meaning in lists[kind].items())


def find(page: Page, layout: Layout) -> tuple[Abbreviation, ...]:
    """Return the short forms of headline, body and captions, in the order of the text, each once."""
    uses: dict[str, list[_Use]] = {}
    known = Occurrences(page, _known())
    for line in layout.lines:
        if line.zone in ("headline", "body", "caption"):
            for use in sorted([*_defined(page, line), *_listed(page, line, known)], key=lambda use: use.start):
                uses.setdefault(use.short, []).append(use)
    best = [
        max(each, key=lambda use: (use.defined_at is not None, use.expansion is not None)) for each in uses.values()
    ]
    return tuple(
        Abbreviation(
            short=use.short,
            expansion=use.expansion,
            defined_at=page.select(*use.defined_at) if use.defined_at else None,
        )
        for use in best
    )


def _listed(page: Page, line: Line, known: Occurrences[tuple[str, Any]]) -> Iterator[_Use]:
    """Yield the short forms of the word list in a line."""
    tokens = page.token_range(line.start, line.end)
    for index, size, (short, meanings) in known.within(tokens.start, tokens.stop):
        span = range(index, index + size)
        if _is_spelled(page.texts[span.start : span.stop], short):
            yield _Use(page.starts[span.start], short, _meaning(page, tokens, span, meanings))


def _is_spelled(texts: Sequence[str], short: str) -> bool:
    """Tell whether tokens are a short form as it is written: in its own capitals, or in capitals throughout."""
    written = "".join(texts)
    listed = short.replace(" ", "")
    return written in (listed, listed.upper()) or (short in tables()["abbreviations"]["any_case"])


def _meaning(page: Page, line: range, span: range, meanings: str | Sequence[Mapping[str, Any]]) -> str | None:
    """Return what a short form stands for among its neighbours in the line; None where nothing tells."""
    if isinstance(meanings, str):
        return meanings
    before = " ".join(page.keys[max(line.start, span.start - 2) : span.start])
    after = [index for index in range(span.stop, min(line.stop, span.stop + 3)) if page.keys[index] != "."]
    follows = " ".join(page.keys[index] for index in after[:2])
    first = page.texts[after[0]] if after else ""
    named = first[:1].isupper() and not first.isupper()
    for meaning in meanings:
        if (
            any(follows.startswith(word) for word in meaning.get("after", ()))
            or any(before.endswith(word) for word in meaning.get("before", ()))
            or (meaning.get("name_after", False) and named)
        ):
            return str(meaning["expansion"])
    return None


def _defined(page: Page, line: Line) -> Iterator[_Use]:
    """Yield the short forms that a line defines in brackets after the words ("thủ tục hành chính (TTHC)")."""
    for brackets in _IN_BRACKETS.finditer(page.text, line.start, line.end):
        short = _without_called(brackets[1])
        if not _SHORT.fullmatch(short) and not _FOREIGN.fullmatch(short):
            continue
        tokens = page.token_range(line.start, brackets.start())[-2 * _MOST_WORDS :]
        before = page.keys[tokens.start : tokens.stop]
        first = _by_initials(before, short)
        if first is None and _FOREIGN.fullmatch(short):
            first = _by_clause(before)
        if first is not None:
            start = page.starts[tokens[first]]
            expansion = " ".join(page.text[start : brackets.start()].split())
            yield _Use(brackets.start(1), short, expansion, (start, brackets.end()))


def _without_called(inside: str) -> str:
    match = _phrases("called").match(words(inside), 0)
    return " ".join(inside.split()[match[0] :]).strip('"“”') if match else inside.strip('"“” ')


def _by_initials(before: Sequence[str], short: str) -> int | None:
    """Return the index from which the initials of the words make a short form; small words may be left out of it."""
    wanted = [letter for letter in short.lower() if letter.isalpha()]
    skipped = tables()["abbreviations"]["skipped"]
    index = len(before)
    while index and wanted:
        index -= 1
        key = before[index]
        if key[0] == wanted[-1]:
            wanted.pop()
        elif key not in skipped:
            return None
    return index if not wanted and len(before) - index > 1 else None


def _by_clause(before: Sequence[str]) -> int | None:
    """Return the index from which the words of the clause are what a foreign short form stands for."""
    first = next((i + 1 for i in range(len(before) - 1, -1, -1) if not before[i][0].isalnum()), 0)
    first = max(
        (index + size for index, size, _ in _phrases("defining_verbs").scan(before) if index >= first), default=first
    )
    while first < len(before) and (match := _phrases("not_defined").match(before, first)):
        first += match[0]
    return first if 1 < len(before) - first <= _MOST_WORDS else None
