"""One spelling for words that are written in two ways: the tone of oa, oe and uy on the first vowel (hòa, thúy, ủy).

Decision 1989/QĐ-BGDĐT teaches ``hoà``, most of the press writes ``hòa``; one line of an article may hold both.
"""

from __future__ import annotations

import unicodedata

from tui.text.regex import regex

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKED = {
    plain + unicodedata.normalize("NFC", vowel + tone): unicodedata.normalize("NFC", plain + tone) + vowel
    for plain, vowel in ("oa", "oe", "uy", "Oa", "Oe", "Uy", "OA", "OE", "UY")
    for tone in _TONES
}
_LATE_TONE = regex(rf"(?<![qQ])[ouOU][{''.join(sorted({pair[1] for pair in _MARKED}))}](?![^\W\d_])")


def settle(text: str) -> str:
    """Return NFC text with tones on the first vowel of an open oa, oe, uy; the length stays (``uỷ`` is ``ủy``)."""
    return _LATE_TONE.sub(lambda match: _MARKED.get(match[0], match[0]), text)


def key(text: str) -> str:
    """Return the form in which words are looked up in the word lists: settled, lower case, accents kept."""
    return settle(text).lower()
