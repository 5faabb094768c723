"""Writes Vietnamese as programs did before Unicode: the other direction of what the project reads.

Built from the descriptions of the character sets (a letter's base, mark and tone), not from the tables under test.
"""

from __future__ import annotations

import unicodedata

from tui.sources.legacy import Encoding

TONES = "\u0301\u0300\u0309\u0303\u0323"
# VNI: the mark behind the letter, by the tone alone, with a circumflex, with a breve
VNI_TONE: dict[str, str] = dict(zip(TONES, "ùøûõï", strict=True))
VNI_CIRCUMFLEX: dict[str, str] = dict(zip(["", *TONES], "âáàåãä", strict=True))
VNI_BREVE: dict[str, str] = dict(zip(["", *TONES], "êéèúüë", strict=True))
VNI_WHOLE = {"đ": "ñ", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "í": "í", "ì": "ì", "ơ": "ô", "ư": "ö"}
# TCVN3: the code of each letter that has one
TCVN3 = {
    **{letter: 0xA8 + index for index, letter in enumerate("ăâêôơưđ")},
    **{letter: 0xA1 + index for index, letter in enumerate("ĂÂÊÔƠƯĐ")},
    **dict(zip("àảãáạ", range(0xB5, 0xBA), strict=True)),
    **dict(zip("ằẳẵắ", range(0xBB, 0xBF), strict=True)),
    **dict(zip("ặầẩẫấậè", range(0xC6, 0xCD), strict=True)),
    **dict(zip("ẻẽéẹềểễếệìỉ", range(0xCE, 0xD9), strict=True)),
    **dict(zip("ĩíịò", range(0xDC, 0xE0), strict=True)),
    **dict(zip("ỏõóọồổỗốộờởỡớợù", range(0xE1, 0xF0), strict=True)),
    **dict(zip("ủũúụừửữứựỳỷỹýỵ", range(0xF1, 0xFF), strict=True)),
}
# VISCII, the letters that the tests write, from the table of RFC 1456
VISCII = {
    **{"à": 0xE0, "á": 0xE1, "â": 0xE2, "ã": 0xE3, "ả": 0xE4, "ạ": 0xD5, "ấ": 0xA4, "ầ": 0xA5, "ă": 0xE5, "è": 0xE8},
    **{"é": 0xE9, "ê": 0xEA, "ế": 0xAA, "ề": 0xAB, "ể": 0xAC, "ệ": 0xAE, "ì": 0xEC, "í": 0xED, "ị": 0xB8, "ò": 0xF2},
    **{"ó": 0xF3, "ô": 0xF4, "ố": 0xAF, "ồ": 0xB0, "ổ": 0xB1, "ộ": 0xB5, "ơ": 0xBD, "ớ": 0xBE, "ờ": 0xB6, "ợ": 0xFE},
    **{"ù": 0xF9, "ú": 0xFA, "ủ": 0xFC, "ụ": 0xF8, "ư": 0xDF, "ứ": 0xD1, "ừ": 0xD7, "ử": 0xD8, "ỳ": 0xCF, "ỷ": 0xD6},
    **{"ý": 0xFD, "đ": 0xF0, "Đ": 0xD0, "Ô": 0xD4, "Ỏ": 0x99, "õ": 0xF5, "ẻ": 0xEB, "ỉ": 0xEF},
}


def encode(text: str, encoding: Encoding) -> bytes:
    """Return NFC text in a legacy encoding."""
    if encoding == "windows-1258":
        return b"".join(map(_windows_1258, text))
    if encoding == "x-vni":
        return "".join(map(_vni, text)).encode("cp1252")
    if encoding == "viscii":
        return bytes(VISCII.get(letter) or ord(letter) for letter in text)
    return bytes(TCVN3.get(letter) or TCVN3.get(letter.lower()) or ord(letter) for letter in text)


def expected(text: str, encoding: Encoding) -> str:
    """Return what can be read back: TCVN3 has no capital letters with tones, its fonts have."""
    if encoding != "x-tcvn3":
        return text
    return "".join(letter if letter in TCVN3 or letter.isascii() else letter.lower() for letter in text)


def _windows_1258(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = next(part for part in parts if part in TONES)
        return (unicodedata.normalize("NFC", parts.replace(tone, "")) + tone).encode("cp1258")


def _vni(letter: str) -> str:
    written = _vni_lower(letter.lower())
    return written.upper() if letter.isupper() else written


def _vni_lower(letter: str) -> str:
    if letter in VNI_WHOLE or letter.isascii():
        return VNI_WHOLE.get(letter, letter)
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    tone = next((mark for mark in marks if mark in TONES), "")
    if "\u0302" in marks:
        return base + VNI_CIRCUMFLEX[tone]
    if "\u0306" in marks:
        return base + VNI_BREVE[tone]
    horned = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
    return horned + VNI_TONE[tone]
