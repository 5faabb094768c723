"""The Vietnamese order: a ă â b c d đ e ê ..., and of the same letters ngang huyền hỏi ngã sắc nặng.

Dictionaries compare syllable by syllable: ``ba xa`` stands before ``bà``. Names of people are ordered by the given name
first, then the middle, then the family name.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tui.text.regex import regex
from tui.text.syllables import take_apart

_ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: chr(ord("A") + rank) for rank, letter in enumerate(_ORDER)}
_PART = regex(r"[0-9]+|[^\W\d_]+")
_BETWEEN_NAMES = "\0"


def sort_key(text: str) -> str:
    """Return a key: strings whose keys are in order stand in Vietnamese order. Case and punctuation don't count.

    Numbers are ordered by value (``Tổ 9`` before ``Tổ 10``) and stand before letters; letters of other alphabets stand
    after those of this one, without their marks.
    """
    return "".join(map(_part_key, _PART.findall(unicodedata.normalize("NFC", text))))


def name_key(family: str | None, middle: str | None, given: str | None) -> str:
    """Return the key of a person's name, by given, then middle, then family name."""
    return _BETWEEN_NAMES.join(sort_key(part or "") for part in (given, middle, family))


@lru_cache(8192)
def _part_key(part: str) -> str:
    """Return the key of one syllable or number; it ends below every letter, so that the shorter one is first."""
    if part[0].isdigit():
        digits = part.lstrip("0")
        return f" {chr(min(len(digits), 0xFFFF) + 1)}{digits} "
    letters, tone = take_apart(part.lower())
    return "".join(_RANKS.get(letter) or _foreign(letter) for letter in letters) + str(tone)


def _foreign(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return _RANKS.get(base, base)
