"""Hostile text, each piece before a marker of its own, and how to tell whether it got through to a terminal."""

from __future__ import annotations

import re

PADDING = "an toàn thực phẩm "
"""Stands before each payload, so that what the program itself sends is not near the marker."""
NEAR = 16
"""Bytes before a marker in which nothing of a payload may stand."""

CONTROLS = {
    "a cleared screen": "\x1b[2J",
    "blinking": "\x1b[5m",
    "a moved cursor": "\x1b[7;7f",
    "a report that is asked for": "\x1b[6n",
    "a title": "\x1b]0;",
    "a title without its end": "\x1b]2;title",
    "a link": "\x1b]8;;http://a.test/\x07",
    "a clipboard": "\x1b]52;c;",
    "a device control string": "\x1bP1$r",
    "an application command": "\x1b_G",
    "a privacy message": "\x1b^",
    "a C1 control sequence": "\x9b2J",
    "a C1 title": "\x9d0;",
    "a C1 device control string": "\x90",
    "backspaces": "\x08\x08\x08",
    "a bell": "\x07",
    "a null": "\x00",
    "a delete": "\x7f",
    "a shift out": "\x0e",
    "a form feed": "\x0c",
}
INVISIBLE = {
    "a direction override": "\u202e",
    "an isolate": "\u2066",
    "an embedding": "\u202b",
    "a left-to-right mark": "\u200e",
    "an Arabic letter mark": "\u061c",
    "a zero-width space": "\u200b",
    "a zero-width joiner": "\u200d",
    "a byte-order mark": "\ufeff",
    "a soft hyphen": "\xad",
    "tags": "\U000e0041\U000e007f",
    "a line separator": "\u2028",
}
MARKUP = {
    "bold": "[bold]",
    "a closing tag": "[/]",
    "a colour": "[red]",
    "an index": "[0]",
    "an index in an index": "[a[0]]",
    "an action": "[@click=app.bell]",
    "an open bracket": "[",
    "an escaped bracket": "\\[bold]",
}
PAYLOADS = {**CONTROLS, **INVISIBLE, **MARKUP}

MARKERS = {name: f"Q{index:02}Z" for index, name in enumerate(PAYLOADS)}
_NAMES = {marker: name for name, marker in MARKERS.items()}
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_SENT_BY_TEXTUAL = re.compile(rb"\x1b\[(?!5m)[0-9;]*m|\x1b\[[0-9]+;[0-9]+H|\r\n")
"""Colours, places and line ends; no payload looks like one of them."""


def text_of(name: str) -> str:
    """Return a payload with its marker, after words that nothing is wrong with."""
    return f"{PADDING}{PAYLOADS[name]}{MARKERS[name]}"


def shown(stream: bytes | bytearray) -> set[str]:
    """Return the names of the payloads whose markers are in what was sent."""
    return {name for name, marker in MARKERS.items() if marker.encode() in stream}


def leaked(stream: bytes | bytearray) -> set[str]:
    """Return the names of the payloads that got through: something unsafe stands just before their marker or in it."""
    return {
        _NAMES[found[0].decode()]
        for found in re.finditer(rb"Q\d\dZ", stream)
        if _UNSAFE.search(_before(stream, found.start()).decode("utf-8", "replace"))
    }


def _before(stream: bytes | bytearray, place: int) -> bytes:
    """Return the bytes just before a place, without what Textual itself sends between the parts of a line."""
    return _SENT_BY_TEXTUAL.sub(b"", stream[max(0, place - 8 * NEAR) : place])[-NEAR:]
