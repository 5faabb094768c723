"""The one door for outside text on its way to a terminal, a file or the clipboard.

Everything that draws, prints or exports takes :data:`Clean`, so that mypy refuses a string that did not come through
here. What is unsafe is shown, not dropped: control characters as their pictures (``␛``), invisible and direction-
changing ones as ``<U+202E>``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

Clean = NewType("Clean", str)
"""Text that can't steer a terminal: no C0 (but newline), DEL, C1, bidi, zero-width, tag or surrogate characters."""

MARKS_PER_BASE = 4
"""Most combining marks kept on one base character."""

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")


def token(character: str) -> str:
    """Return what is shown for one unsafe character: ``␛`` for ESC, ``<U+202E>`` for a direction override."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"<U+{code:04X}>"


def is_unsafe(character: str) -> bool:
    """Tell whether a character must not reach a terminal (newline and tab count as safe here)."""
    return _UNSAFE.match(character) is not None


def clean(raw: str) -> Clean:
    """Return text that is safe to draw, print and export; newlines stay, CRLF and CR become LF, a tab four spaces.

    The result is NFC, a no-break space is a space, and no base character carries more than MARKS_PER_BASE marks.
    """
    if raw.isascii() and raw.isprintable():
        return Clean(raw)
    text = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").replace("\xa0", " ")
    text = _UNSAFE.sub(lambda match: token(match[0]), unicodedata.normalize("NFC", text))
    return Clean(_capped(text)) if _MARKS.search(text) else Clean(text)


def clean_line(raw: str) -> Clean:
    """Return cleaned text on one line: every run of white space, newlines too, is one space."""
    return Clean(" ".join(clean(raw).split()))


def _capped(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) or _MARKS.match(character) else 0
        if marks <= MARKS_PER_BASE:
            kept.append(character)
    return "".join(kept)
