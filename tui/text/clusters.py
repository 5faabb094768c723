"""What is shown for the pieces of a text that can't be shown as they stand: one piece is a character and its marks.

``clean`` and ``view`` both build on this, so that they always agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tui.text.regex import regex

MARKS_PER_BASE = 4
"""Most combining marks kept on one base character: no script stacks more, and a thousand would cover the screen."""

UNSAFE = regex(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u2028\u2029\ufff9-\ufffb"  # line and paragraph separators, interlinear annotation
    # Default_Ignorable_Code_Point of the Unicode character database, but for the variation selectors FE00 to FE0F,
    # which belong to the character before them: soft hyphen, zero-width, bidi controls, fillers, tags
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # lone surrogates, noncharacters
    "]"
)
"""One character that must not reach a terminal (a carriage return is in it, a tab and a newline are not)."""

PLAIN = regex(
    "[\n\x20-\x7e\xa1-\xac\xae-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u25a0-\u25ff]*"
)
"""Text that is shown as it stands: it holds no mark, nothing unsafe, and nothing that NFC changes."""

_REPLACED = {"\r": "\n", "\t": "    "}
_NO_BASE = "◌"
_RAW_MARKS = 16  # canonical ordering takes quadratic time in the marks of one base: an attacker sends a million
_SHORT = 9  # longer pieces are not worth remembering
_JOINING = "\u1161-\u1175\u11a8-\u11c2\U00016d63\U00016d67-\U00016d6a"  # letters that NFC joins to the one before
_JOINS = regex(f"[{_JOINING}]")


def token(character: str) -> str:
    """Return what is shown for one unsafe character: ``␛`` for ESC, ``<U+202E>`` for a direction override."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"<U+{code:04X}>"


def pieces(raw: str) -> Iterator[tuple[int, int, str]]:
    """Yield every piece of a text that is not shown as it stands: start, end (raw offsets), what is shown.

    What is shown is never empty, NFC and safe. Takes linear time.
    """
    pattern, extending = _special(raw)
    position = 0
    for match in pattern.finditer(raw):
        start, end = match.span()
        if raw[start] in extending and start > position and raw[start - 1] != "\n":
            start -= 1
        yield start, end, _shown(raw[start:end]) if end - start < _SHORT else _shown.__wrapped__(raw[start:end])
        position = end


def _special(raw: str) -> tuple[re.Pattern[str], str]:
    """Return the pattern of what needs a look in this text (marks, unsafe characters, line ends), and its marks.

    Which characters are marks is looked up for those that the text holds: the whole table would take longer to build
    than most texts take to read.
    """
    extending, single = [], []
    for character in set(raw):
        if UNSAFE.match(character) or character in "\t\xa0":
            single.append(character)
        elif _extends(character):
            extending.append(character)
        elif unicodedata.normalize("NFC", character) != character:
            single.append(character)
    marks = "".join(sorted(extending))
    return _pattern(marks, "".join(sorted(single))), marks


def _extends(character: str) -> bool:
    return character > "~" and (unicodedata.category(character)[0] == "M" or _JOINS.match(character) is not None)


@lru_cache(maxsize=64)
def _pattern(extending: str, single: str) -> re.Pattern[str]:
    if not extending:
        return regex(rf"[\r{re.escape(single)}](?:(?<=\r)\n)?")
    return regex(rf"[\r{re.escape(extending + single)}](?:(?<=\r)\n|[{re.escape(extending)}]*)")


@lru_cache(maxsize=4096)
def _shown(piece: str) -> str:
    """Return what stands in the display for one character with its marks."""
    first = piece[0]
    if first in _REPLACED or UNSAFE.match(first):
        marks = piece[1:].lstrip("\n")
        return (_REPLACED.get(first) or token(first)) + (_shown(marks) if marks else "")
    if unicodedata.category(first)[0] == "M":
        piece = _NO_BASE + piece
    return _capped(unicodedata.normalize("NFC", _capped(piece, _RAW_MARKS)), MARKS_PER_BASE).replace("\xa0", " ")


def _capped(text: str, most: int) -> str:
    """Return a text in which no more than ``most`` marks follow each other."""
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character)[0] == "M" else 0
        if marks <= most:
            kept.append(character)
    return "".join(kept)
