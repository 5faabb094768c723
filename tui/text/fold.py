"""Folding: text without accents and case, so that ``pham qui tien`` finds Phạm Quí Tiên."""

from __future__ import annotations

import re
import unicodedata

_SYLLABLE = re.compile(r"[a-z0-9]+")
_table: dict[int, str] = {}


def fold_character(character: str) -> str:
    """Return one character for one character: without accents, đ as d, lower case."""
    if character in "đĐðÐ":
        return "d"
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def fold(text: str) -> str:
    """Return NFC text folded, one character for each of the text's (đ is d; NFKD would miss it)."""
    if text.isascii():
        return text.lower()
    for character in set(text):
        if ord(character) not in _table:
            _table[ord(character)] = fold_character(character)
    return text.translate(_table)


def syllables(text: str) -> list[str]:
    """Return the folded syllables (and numbers) of a text, in order."""
    return _SYLLABLE.findall(fold(unicodedata.normalize("NFC", text)))


def slug(text: str) -> str:
    """Return the folded words joined by hyphens: ``Phạm Quí Tiên`` is ``phạm-qui-tien`` without its accents."""
    return "-".join(syllables(text))
