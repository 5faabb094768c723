"""How people type Vietnamese: without accents, as raw Telex or VNI keystrokes, with a slip, in the other spelling."""

from __future__ import annotations

import re
import unicodedata
from random import Random

_TELEX_TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_TELEX_MARKS = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
_VNI_MARKS = {"\u0302": "6", "\u0306": "8", "\u031b": "7"}
_OTHER = [("uý", "úy"), ("uỷ", "ủy"), ("uỳ", "ùy"), ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa")]
_I_AND_Y = [("Quý", "Quí"), ("Mỹ", "Mĩ"), ("Lý", "Lí"), ("My", "Mi"), ("Kỳ", "Kì")]


def bare(text: str) -> str:
    """Return a text in lower case without accents; đ is d."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(character for character in plain if not unicodedata.combining(character)).lower()


def telex(text: str) -> str:
    """Return the keystrokes of a text in Telex, the tone at the end of the word."""
    return " ".join(_keys(word, _TELEX_TONES, _TELEX_MARKS, "dd", double=True) for word in text.split())


def vni(text: str) -> str:
    """Return the keystrokes of a text in VNI, the tone at the end of the word."""
    return " ".join(_keys(word, _VNI_TONES, _VNI_MARKS, "d9", double=False) for word in text.split())


def _keys(word: str, tones: dict[str, str], marks: dict[str, str], stroke: str, *, double: bool) -> str:
    typed: list[str] = []
    tone = ""
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in tones:
            tone = tones[character]
        elif character in marks:
            typed.append(typed[-1] if double and character == "\u0302" else marks[character])
        else:
            typed.append(stroke if character == "đ" else character)
    return "".join(typed) + tone


def one_typo(text: str, random: Random) -> str:
    """Return a text with one slip in one of its longer words: a letter changed, lost, doubled or swapped."""
    words = text.split()
    long = [index for index, word in enumerate(words) if len(word) >= 4]
    at = random.choice(long or [len(words) - 1])
    word = words[at]
    place = random.randrange(1, len(word))
    slip = random.randrange(4)
    if slip == 0:
        word = word[:place] + random.choice("bcghklmnpt") + word[place + 1 :]
    elif slip == 1:
        word = word[:place] + word[place + 1 :]
    elif slip == 2:
        word = word[:place] + word[place] + word[place:]
    else:
        word = word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    words[at] = word
    return " ".join(words)


def other_spelling(text: str) -> str:
    """Return a text with tones on the other vowel, or i for y, where it has such a word."""
    plain = unicodedata.normalize("NFC", text)
    for one, other in _OTHER:
        plain = re.sub(rf"{other}\b", one, plain) if other in plain else plain.replace(one, other)
    for one, other in _I_AND_Y:
        plain = re.sub(rf"\b{one}\b", other, plain)
    return plain
