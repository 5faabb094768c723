"""What a reader may send to a terminal: Textual's own sequences and clean text, nothing else."""

from __future__ import annotations

import re

_SENT_BY_TEXTUAL = re.compile(
    rb"\x1b\[(?!5m)[0-9;]*m"  # colours
    rb"|\x1b\[[0-9]+;[0-9]+H"  # places
    rb"|\x1b\[\?(?:1049|100[0-6]|1015|1016|2004|2026|2048|25|7)[hl]|\x1b\[\?20(?:26|48)\$p|\x1b\[[><][0-9]*u"  # modes
    rb"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"  # what the user copies
    rb"|\x1b\]22;[a-z-]*\x07"  # the pointer's shape
    rb"|\r\n|\n"  # line ends
)
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_CUT_OFF = re.compile(rb"\x1b[^\x1b\x07A-Za-z]*[\[\]]?[^\x1b\x07A-Za-z]*\Z|[\xc2-\xf4][\x80-\xbf]{0,2}\Z")
_CONTEXT = 24


def foreign(stream: bytes) -> list[str]:
    """Return whatever stands in what was sent that Textual did not send by itself and no clean text holds.

    What was sent may end anywhere, in a sequence or a character too.
    """
    stream = _CUT_OFF.sub(b"", stream)
    text = _SENT_BY_TEXTUAL.sub(b"", stream).decode("utf-8", "replace")
    return [ascii(text[max(0, found.start() - _CONTEXT) : found.end() + _CONTEXT]) for found in _UNSAFE.finditer(text)]
