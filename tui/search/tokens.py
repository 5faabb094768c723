"""Cutting text into the words that are indexed and compared; a number with thousands' points is one (233.250)."""

from __future__ import annotations

import re

from tui.text.fold import fold

INITIALS = "0"
"""What begins the token of a person's initials, so that no word of a text is taken for one."""
_POINT = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of NFC text as they are written, in order."""
    return tuple(_WORD.findall(_POINT.sub("", text)))


def tokens(text: str) -> tuple[str, ...]:
    """Return the same folded: ``233.250 hồ sơ`` is 233250, ho, so."""
    return words(fold(text))


def initials(name: str) -> str:
    """Return the token of a name's initials: ``0pqt`` for Phạm Quí Tiên."""
    return INITIALS + "".join(token[0] for token in tokens(name))
