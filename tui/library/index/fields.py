"""Fields: the words by which a thing is found, each with what it says and where it stands.

A row of the index keeps its fields as one string and one letter a field, so that it is looked through in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tui.text.clean import Clean
from tui.text.words import tokens

LETTERS = {
    "headline": "h", "theme": "t", "kind": "k", "place": "l", "organizer": "g", "date": "d", "author": "a",
    "people": "n", "role": "r", "organization": "o", "publisher": "p", "body": "b", "caption": "c", "name": "N",
    "initials": "i", "session place": "L", "figure": "f", "subject": "s", "unit": "u", "period": "e", "speaker": "S",
    "action": "A", "addressee": "D", "requester": "R", "side": "w",
    "hedge": "H",
}  # fmt: skip
"""The letter of each field. A change is a change of the index's schema."""
NAMES = {letter: name for name, letter in LETTERS.items()}
INITIALS = "0"
"""What begins the token of a person's initials, so that no word of a text is taken for one."""
PAIRED, MARKED = "_", "="
"""What joins the two words of a pair, and a condition with a word that it may ask for."""
BETWEEN = " \n "
"""What parts fields in a row's text: each word, the first and last ones too, has a space on both sides."""


_LINE = "\n"
_OFTEN = 100
"""Length below which a text is likely to come again."""


class Field(NamedTuple):
    """Words of a thing. They stand at ``start`` of the display, or nowhere (-1); either way they lead to ``place``."""

    name: str
    text: Clean
    start: int
    place: tuple[int, int]


class Words(NamedTuple):
    """What a row is found by, each time joined by spaces: words, pairs of words that stand together, marks.

    A mark is a word of a text that a condition may ask for: ``place=linh``.
    """

    single: str
    pairs: str
    marks: str


def row_text(texts: Iterable[str]) -> str:
    """Return the text of a row from those of its fields, each of one line."""
    return f" {BETWEEN.join(text.replace(_LINE, ' ') for text in texts)} "


def row_fields(text: str) -> list[str]:
    """Return the texts of the fields of a row."""
    return text[1:-1].split(BETWEEN)


def letters(names: Iterable[str]) -> str:
    """Return the letters of fields in their order."""
    return "".join(LETTERS[name] for name in names)


def initials(name: str) -> str:
    """Return the token of a name's initials: ``0pqt`` for Phạm Quí Tiên."""
    return INITIALS + "".join(token[0] for token in tokens(name))


def found_by(texts: Iterable[str], marked: Iterable[tuple[str, str]] = ()) -> Words:
    """Return what a row is found by.

    Args:
        texts: Those of its fields; words of two fields never stand together.
        marked: Names of conditions (``place``), each with a text that it may ask for.

    """
    single: set[str] = set()
    pairs: set[str] = set()
    for text in texts:
        found, together = _cut(text) if len(text) < _OFTEN else _cut.__wrapped__(text)
        single.update(found)
        pairs.update(together)
    marks = {mark(name, token) for name, text in marked for token in _cut(text)[0]}
    return Words(" ".join(single), " ".join(pairs), " ".join(marks))


@lru_cache(4096)
def _cut(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a text and their pairs; those of names and roles come again and again."""
    found = tokens(text)
    return found, list(map(PAIRED.join, pairwise(found)))


def pair(one: str, other: str) -> str:
    """Return the token of two words that stand together."""
    return f"{one}{PAIRED}{other}"


def pairs_of(run: Sequence[str]) -> Iterator[str]:
    """Yield the pairs of words that stand together."""
    return map(pair, run, run[1:])


def mark(condition: str, token: str) -> str:
    """Return the token of a word that a condition can ask for: ``place=linh``."""
    return f"{condition}{MARKED}{token}"
