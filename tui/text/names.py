"""Vietnamese names of people: their parts, their spellings, and what is one name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from tui.text.regex import regex
from tui.text.spelling import settle

_LETTERS = regex(r"[^\W\d_]+")

MOST_VARIANTS = 7
"""Most other spellings given of one name."""

_APOSTROPHES = regex("['\u2018\u2019\u02bc\u00b4`]")
_LOOSE_PARTICLE = regex(r"(?<!\w)([HK])'\s+(?=\w)")
_TONES = {"i": "ìíỉĩị", "y": "ỳýỷỹỵ"}
_PLAIN = {marked: (plain, index) for plain, row in _TONES.items() for index, marked in enumerate(row)} | {
    "i": ("i", -1),
    "y": ("y", -1),
}
# The rhyme is i or y alone, after a consonant that takes either (Quí, Quý; Mĩ, Mỹ), never after a vowel (Thúy).
_EITHER = regex(r"(?<!\w)(h|k|l|m|qu|s|t|v)([iìíỉĩịyỳýỷỹỵ])(?!\w)", re.IGNORECASE)
_EARLY_TONE = regex(r"(?:(?<!q)(?:[òóỏõọ](?=[aăeê])|[ùúủũụ](?=[yâê]))[aăeêyâ](?=[^\W\d_ê])|(?<=q)[ùúủũụ][aăâeêiyơ])")
"""The tone of a closed oa, oe, uy and the like on its first vowel, as hasty typing leaves it (Hòang, Hùynh, Qúy)."""
_PARTICLES = {"y", "a", "k", "k'", "h'", "ka", "h", "ama", "amí"}
_GLUED_PARTICLES = {letter + mark for letter in "hk" for mark in "'\u2018\u2019\u02bc\u00b4`"}


class NameParts(NamedTuple):
    """Family name (họ), middle name (tên đệm) and given name (tên), as written; None where there is none."""

    family: str | None
    middle: str | None
    given: str | None


def split(name: str, families: Collection[str] = ()) -> NameParts:
    """Return the parts of a full name.

    ``families`` are family names of more than one syllable, and those that stand last (Niê, Buôn Krông), in lower
    case. A name that begins with a particle of the Highlands (Y, A, K', H', Ka) has its family name last, or none.
    """
    words = name.split()
    if not words:
        return NameParts(None, None, None)
    if len(words) == 1:
        return NameParts(None, None, name)
    if _is_particle(words[0]):
        return _highland(words, families)
    size = 2 if len(words) > 2 and " ".join(words[:2]).lower() in families else 1
    return NameParts(" ".join(words[:size]), " ".join(words[size:-1]) or None, words[-1])


def _highland(words: list[str], families: Collection[str]) -> NameParts:
    own = 1 if "'" in _APOSTROPHES.sub("'", words[0])[:-1] else 2
    for size in (3, 2, 1):
        if len(words) - size >= own and " ".join(words[-size:]).lower() in families:
            given = words[:-size]
            return NameParts(" ".join(words[-size:]), " ".join(given[:-1]) or None, given[-1])
    return NameParts(None, " ".join(words[:-1]) or None, words[-1])


def _is_particle(word: str) -> bool:
    plain = word.lower()
    return plain in _PARTICLES or plain[:2] in _GLUED_PARTICLES


def title_case(name: str) -> str:
    """Return a name in capitals with only the first letter of each syllable as a capital (H'HEN is H'Hen)."""
    return _LETTERS.sub(lambda match: match[0][0] + match[0][1:].lower(), name)


@lru_cache(maxsize=1 << 12)
def match_key(name: str) -> str:
    """Return the form in which two spellings of one name agree: no case, tones settled, y as i (Quý is Quí).

    A tone that stands a letter too early (Hòang) is where it belongs, too.
    """
    text = _LOOSE_PARTICLE.sub(r"\1'", _APOSTROPHES.sub("'", " ".join(settle(name).split()))).lower()
    text = _EARLY_TONE.sub(lambda match: _moved(match[0][0], match[0][1]), text)
    return _EITHER.sub(lambda match: match[1] + _swap(match[2], "i"), text)


def variants(name: str) -> tuple[str, ...]:
    """Return the other usual spellings of a name: i for y and y for i where both are written (Quí, Quý)."""
    if not _EITHER.search(name):
        return ()
    pieces: list[tuple[str, ...]] = []
    position = 0
    for match in _EITHER.finditer(name):
        pieces += [(name[position : match.start(2)],), tuple(_both(match[2]))]
        position = match.end()
    pieces.append((name[position:],))
    found = ("".join(choice) for choice in product(*pieces))
    return tuple(islice((other for other in found if other != name), MOST_VARIANTS))


def is_short_for(short: str, name: str) -> bool:
    """Tell whether a name without its first syllables (Tuyến, Anh Tuấn) or without its last (Y Quang) fits a full one.

    A short name of the Kinh form is the end of the full one; of a name with a particle it may be the beginning too,
    with more than the particle alone (H'Yim, not Y).
    """
    return match_key(short) in shortened(name)


def shortened(name: str) -> Iterator[str]:
    """Yield the forms (of :func:`match_key`) that a full name is shortened to, as :func:`is_short_for` tells them."""
    syllables = match_key(name).split()
    particle = bool(syllables) and _is_particle(syllables[0])
    for size in range(1, len(syllables)):
        yield " ".join(syllables[-size:])
        if particle and syllables[size - 1] not in _PARTICLES:
            yield " ".join(syllables[:size])


def _moved(first: str, second: str) -> str:
    """Return two vowels with the tone of the first one on the second."""
    apart = unicodedata.normalize("NFD", first)
    return apart[0] + unicodedata.normalize("NFC", second + apart[1:])


def _both(letter: str) -> Iterator[str]:
    yield letter
    yield _swap(letter, "y" if _PLAIN[letter.lower()][0] == "i" else "i")


def _swap(letter: str, to: str) -> str:
    _, tone = _PLAIN[letter.lower()]
    other = to if tone < 0 else _TONES[to][tone]
    return other.upper() if letter.isupper() else other
