"""Which letters make a Vietnamese syllable, and where its tone is written.

The tables are those of the orthography taught at school (onset, rhyme, tone), with the final k and the onsets of
highland names (Đắk, Krông) beside them. A rhyme is written without its tone.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Combining marks of the six tones in the order of dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng."""

STOPPED = ("c", "ch", "p", "t", "k")
"""Finals that carry only sắc or nặng."""


def _list(words: str) -> list[str]:
    return words.split()


_BACK_ONSETS = ["", *_list("b c ch d đ g gi h k kh l m n ng nh p ph r s t th tr v x")]
_FRONT_ONSETS = ["", *_list("b ch d đ g gh h k kh l m n ngh nh p ph r s t th tr v x")]  # g: gì, giếng
_HIGHLAND_ONSETS = _list("bl br dr đr gl gr hl hr kl kr ml pl pr")  # Krông, Drai, Hra
_Y_ONSETS = ["", *_list("h k l m s t v")]

_BACK_RHYMES = _list("""
    a ac ach ai ak am an ang anh ao ap at au ay  ăc ăk ăm ăn ăng ăp ăt  âc âk âm ân âng âp ât âu ây
    o oc oi ok om on ong ooc oong op ot  ô ôc ôi ôk ôm ôn ông ôông ôp ôt  ơ ơi ơk ơm ơn ơng ơp ơt
    oa oac oach oai oam oan oang oanh oao oap oat oay  oăc oăm oăn oăng oăt  oe oen oeo oet
    u ua uc ui uk um un ung up ut  uân uâng uât uây  uê uêch uên uênh uêt uêu  uô uôc uôi uôm uôn uông uôt  uơ
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu  ư ưa ưc ưi ưm ưn ưng ưt ưu  ươc ươi ươm ươn ương ươp ươt ươu
""")
_FRONT_RHYMES = _list("""
    e ec ek em en eng eo ep et  ê êch êk êm ên ênh êp êt êu
    i ia ich ik im in inh ip it iu  iêc iêm iên iêng iêp iêt iêu
""")
_Y_RHYMES = _list("y ych ynh yt yêm yên yêng yêt yêu")
_QU_RHYMES = _list("""
    a ac ach ai ak am an ang anh ao ap at au ay  ăc ăm ăn ăng ăp ăt  âc ân âng ât ây
    e en eng eo et  ê êch ên ênh êt êu  i ich in inh it iu  iêng iêt  ơ ơi ơn ơt  ôc ôn  o on  y ych yên yêt yn ynh yt
""")
_GI_RHYMES = _list("ê êc êm ên êng êt êu e en eo")  # beside the back ones, with the i of gi inside: giêng, giết

_MARKED = "ăâêôơư"
_VOWELS = "aeiouy" + _MARKED


class Shape(NamedTuple):
    """A syllable without its tone: the index of the letter that carries the tone, and whether a stop closes it."""

    carrier: int
    stopped: bool


@cache
def shapes() -> dict[str, Shape]:
    """Return every legal syllable without its tone, in lower case: about 6,000."""
    pairs = [
        (_BACK_ONSETS, _BACK_RHYMES),
        (_FRONT_ONSETS, _FRONT_RHYMES),
        (_Y_ONSETS, _Y_RHYMES),
        (_HIGHLAND_ONSETS, _BACK_RHYMES + _FRONT_RHYMES),
        (["qu"], _QU_RHYMES),
        (["gi"], _GI_RHYMES),
    ]
    return {
        onset + rhyme: Shape(len(onset) + _carrier(rhyme), _final(rhyme) in STOPPED)
        for onsets, rhymes in pairs
        for onset in onsets
        for rhyme in rhymes
    }


def _final(rhyme: str) -> str:
    return rhyme.lstrip(_VOWELS)


def _carrier(rhyme: str) -> int:
    """Return which letter carries the tone: a marked one, else the last before a final, else hòa, thúy, ngoài."""
    vowels = rhyme.removesuffix(_final(rhyme))
    marked = [index for index, letter in enumerate(vowels) if letter in _MARKED]
    if marked:
        return marked[-1]
    if len(vowels) == 1 or _final(rhyme):
        return len(vowels) - 1
    return len(vowels) - 2


def compose(letters: str, tone: int) -> str | None:
    """Return a syllable with its tone where it is written (hòa, not hoà), or None when the two don't make one.

    Args:
        letters: The syllable without its tone, lower case, NFC (``hoa``, ``nguyên``).
        tone: An index of TONES.

    """
    shape = shapes().get(letters)
    if shape is None or (shape.stopped and tone not in (4, 5)):
        return None
    carrier = unicodedata.normalize("NFC", letters[shape.carrier] + TONES[tone])
    return letters[: shape.carrier] + carrier + letters[shape.carrier + 1 :]


def take_apart(word: str) -> tuple[str, int]:
    """Return a word's letters without tone, and its tone (an index of TONES; of several, the last).

    ``Hoà`` and ``Hòa`` both give ``Hoa`` and 1; a, ă and â stay three letters.
    """
    letters: list[str] = []
    tone = 0
    for character in unicodedata.normalize("NFD", word):
        if character in TONES and character:
            tone = TONES.index(character)
        else:
            letters.append(character)
    return unicodedata.normalize("NFC", "".join(letters)), tone


def is_syllable(word: str) -> bool:
    """Tell whether a word is a Vietnamese syllable, wherever its tone is written and in whatever case."""
    letters, tone = take_apart(word.lower())
    return compose(letters, tone) is not None
