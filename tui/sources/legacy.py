"""Vietnamese before Unicode: recognised, and converted when the user says so, never silently.

TCVN3 (ABC) and VNI are fonts rather than encodings: their bytes are Latin letters to every other program, so that they
also come inside valid UTF-8, copied from an old document. Tables: TCVN 5712:1993 (the lower half of VN1, as fonts named
.Vn have it), RFC 1456 for VISCII, the VNI-Windows character set, Python's cp1258.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Literal

from tui.text.regex import regex
from tui.text.syllables import is_syllable

Encoding = Literal["windows-1258", "x-tcvn3", "x-vni", "viscii"]
"""IANA names in lower case; TCVN3 and VNI have none."""
ENCODINGS: tuple[Encoding, ...] = ("windows-1258", "x-tcvn3", "x-vni", "viscii")

ENOUGH = 0.9
"""Least share of words with marks that are Vietnamese syllables, for a conversion to be offered."""
_FEWEST = 5  # words with marks: fewer prove nothing
_SAMPLE = 20_000  # bytes that are looked at
_MARKED_WORD = regex(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*")
_UNICODE_VIETNAMESE = regex("[\u1ea0-\u1ef9ĐđĂăƠơƯư\u0300\u0301\u0303\u0309\u0323]")
_BEYOND_WINDOWS = {code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}

_TCVN3 = {
    first + index: letter
    for first, letters in (
        (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
        (0xB5, "àảãáạ"),
        (0xBB, "ằẳẵắ"),
        (0xC6, "ặầẩẫấậè"),
        (0xCE, "ẻẽéẹềểễếệìỉ"),
        (0xDC, "ĩíịò"),
        (0xE1, "ỏõóọồổỗốộờởỡớợù"),
        (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    )
    for index, letter in enumerate(letters)
}
_VISCII = dict(
    zip(
        (0x02, 0x05, 0x06, 0x14, 0x19, 0x1E, *range(0x80, 0x100)),
        "ẲẴẪỶỸỴ"
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
        strict=True,
    )
)
_VNI_LETTERS = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}
_VNI_MARKS = {
    **{"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"},
    **{"â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303"},
    **{"ä": "\u0302\u0323", "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309"},
    **{"ü": "\u0306\u0303", "ë": "\u0306\u0323"},
}
_VNI_PAIR = regex(f"([aeouyôö])([{''.join(_VNI_MARKS)}])|[{''.join(_VNI_LETTERS)}]", re.IGNORECASE)


def convert(data: bytes, encoding: Encoding) -> str:
    """Return bytes of a legacy encoding as Unicode text (NFC).

    Capital letters of a TCVN3 capitals' font come out as the bytes say, in lower case: the bytes don't name the font.

    Raises:
        UnicodeDecodeError: a byte has no meaning in windows-1258.
    """
    return unicodedata.normalize("NFC", _DECODERS[encoding](data))


def from_bytes(data: bytes) -> Encoding | None:
    """Return the legacy encoding that makes Vietnamese of bytes that are no UTF-8, or None."""
    sample = data[:_SAMPLE]
    shares = {encoding: _share(sample, encoding) for encoding in ENCODINGS}
    best = max(ENCODINGS, key=lambda encoding: shares[encoding])
    return best if shares[best] >= ENOUGH else None


def from_text(text: str) -> Encoding | None:
    """Return the legacy encoding that makes Vietnamese of Unicode text that holds its bytes as letters, or None."""
    sample = text[:_SAMPLE]
    if sample.isascii() or _UNICODE_VIETNAMESE.search(sample):
        return None
    data = as_bytes(sample)
    return from_bytes(data) if data else None


def as_bytes(text: str) -> bytes | None:
    """Return the bytes that text of misread bytes was made from, or None when it holds other letters."""
    try:
        return b"".join(
            character.encode("latin-1" if character in _BEYOND_WINDOWS.values() else "cp1252") for character in text
        )
    except UnicodeEncodeError:
        return None


def _share(data: bytes, encoding: Encoding) -> float:
    """Return how many of the words with marks are syllables."""
    if encoding == "x-vni" and _homeless(data) > 1 - ENOUGH:
        return 0.0
    try:
        words = _MARKED_WORD.findall(convert(data, encoding))
    except UnicodeDecodeError:
        return 0.0
    return sum(map(is_syllable, words)) / len(words) if len(words) >= _FEWEST else 0.0


def _homeless(data: bytes) -> float:
    """Return how many of the marks of VNI stand behind no letter that takes them: in other encodings, most."""
    text = "".join(map(_windows, data))
    marks = sum(text.count(mark) + text.count(mark.upper()) for mark in _VNI_MARKS)
    return 1 - sum(match[1] is not None for match in _VNI_PAIR.finditer(text)) / max(marks, 1)


@cache
def _table(encoding: Encoding) -> str:
    letters = _TCVN3 if encoding == "x-tcvn3" else _VISCII
    return "".join(letters.get(code) or _windows(code) for code in range(256))


def _windows(code: int) -> str:
    return _BEYOND_WINDOWS.get(code) or bytes([code]).decode("cp1252")


def _mapped(encoding: Encoding) -> Callable[[bytes], str]:
    return lambda data: data.decode("latin-1").translate(dict(enumerate(_table(encoding))))


def _vni(data: bytes) -> str:
    return _VNI_PAIR.sub(_vni_letter, "".join(map(_windows, data)))


def _vni_letter(match: re.Match[str]) -> str:
    """Return the letter that a base and its mark stand for; what makes no letter stays."""
    if match[1] is None:
        return _cased(_VNI_LETTERS[match[0].lower()], match[0])
    base = _cased(_VNI_LETTERS.get(match[1].lower(), match[1].lower()), match[1])
    letter = unicodedata.normalize("NFC", base + _VNI_MARKS[match[2].lower()])
    return letter if len(letter) == 1 else base + match[2]


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter


_DECODERS: dict[Encoding, Callable[[bytes], str]] = {
    "windows-1258": lambda data: data.decode("cp1258"),
    "x-tcvn3": _mapped("x-tcvn3"),
    "x-vni": _vni,
    "viscii": _mapped("viscii"),
}
