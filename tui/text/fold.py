"""Folding: text without accents and case, so that ``pham qui tien`` finds Phạm Quí Tiên."""

from __future__ import annotations

import codecs
import unicodedata
from functools import lru_cache

from tui.text.regex import regex

_SYLLABLE = regex(r"[a-z0-9]+")
_LOOKALIKES = dict(
    zip(
        "đĐðÐ" "АВЕКМНОРСТУХІЈЅ" "аеорсухіјѕ" "’‘ʼ`´ʹ" "“”„«»" "–—‐‑‒−",
        "dddd" "abekmhopctyxijs" "aeopcyxijs" "''''''" '"""""' "------",
        strict=True,
    )
)  # fmt: skip
"""What a reader takes for another character: đ (which NFD leaves whole), eth and Cyrillic letters for Latin ones (they
come from copied and scanned text), apostrophes, quotation marks and dashes for those of a keyboard."""


class _Folded(dict[int, str]):
    """A table for ``str.translate`` that fills itself; it can't outgrow Unicode."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = fold_character(chr(code))
        return folded


def fold_character(character: str) -> str:
    """Return one character for one character: without accents and case, look-alikes as what they look like."""
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


_table = _Folded()

_LETTERS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VIETNAMESE = "đ" + "".join(unicodedata.normalize("NFC", letter + tone) for letter in _LETTERS for tone in _TONES)
_COMMON = "".join(
    dict.fromkeys("\0\t\n\r" + "".join(map(chr, range(0x20, 0x7F))) + _VIETNAMESE + _VIETNAMESE.upper() + "“”‘’–—…•°")
)
"""The characters that nearly all texts are made of: few enough for a code of one byte each."""
_CODES = codecs.charmap_build(_COMMON.ljust(256, "\ufffe"))
_FOLDED = "".join(map(fold_character, _COMMON))
_SPACED = "".join(character if character.isalnum() or character == "\n" else " " for character in _FOLDED)
_NO_WORD = regex(r"[^\w\n]|_")


def fold(text: str) -> str:
    """Return NFC text folded, one character for each of the text's (đ is d; NFKD would miss it).

    Folding once more changes nothing. Common characters go by way of a code of one byte, ten times as fast as a table
    of all of Unicode.
    """
    if text.isascii() and "`" not in text:
        return text.lower()
    try:
        coded, _ = codecs.charmap_encode(text, "strict", _CODES)
    except UnicodeEncodeError:
        return text.translate(_table)
    return codecs.charmap_decode(coded, "strict", _FOLDED)[0]


def spaced(text: str) -> str:
    """Return NFC text folded, with a space for every character that is in no word or number; line feeds stay.

    It has one character for each of the text's.
    """
    try:
        coded, _ = codecs.charmap_encode(text, "strict", _CODES)
    except UnicodeEncodeError:
        return _NO_WORD.sub(" ", text.translate(_table))
    return codecs.charmap_decode(coded, "strict", _SPACED)[0]


def syllables(text: str) -> list[str]:
    """Return the folded syllables (and numbers) of a text of any normalization, in order."""
    return _SYLLABLE.findall(fold(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=1 << 12)
def slug(text: str) -> str:
    """Return the folded words joined by hyphens: ``Phạm Quí Tiên`` is ``pham-qui-tien``."""
    return "-".join(syllables(text))
