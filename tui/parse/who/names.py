"""Where a person's name begins and ends: a run of capitals, weighed by what names are like."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from msgspec import Struct

from tui.parse.lexicon import tables
from tui.parse.who.vocabulary import keys_of
from tui.parse.who.words import Words
from tui.text.spelling import key
from tui.text.syllables import is_syllable

MOST_SYLLABLES = 6

COMMON, RARE, NONE = 2.0, 1.2, -1.2
"""Weight of a family name among the 103 common ones (98.5 % of 8,757 names), of another known one, of none."""
LENGTHS = {2: -0.4, 3: 1.2, 4: 0.8, 5: -0.6, 6: -1.5}
"""Weight of a name's length: of 8,757 names 82.7 % have three syllables, 15.9 % four, 1.2 % two, 0.2 % five."""
MIDDLE = 0.6
"""Weight of a usual middle name (Văn, Thị)."""
AREA_LENGTHS = {0: -0.6, 1: -1.6, 2: 1.0, 3: -0.3, 4: -1.2}
"""Weight of the length of an area's name after its level; most have two syllables, hardly any one."""
UNKNOWN_FAMILY = 1.1
"""Weight of a sure middle name (Văn, Thị) behind a family name that no list knows."""
MISPLACED_MIDDLE = -1.5
"""Weight of a usual middle name as the first word of a name, right after what could be the family name."""
KNOWN_AREA = 3.0
_APOSTROPHES = frozenset("'’ʼ`´")
_GO_ON = frozenset(["level", "field", "body", "place", "of"])
"""Kinds of words that go on the name of a body."""


class Name(Struct, frozen=True, gc=False):
    """A run of tokens that may be a name, half-open, and how much it is like one; ``is_short`` is a given name only."""

    first: int
    last: int
    weight: float
    is_short: bool = False


class _Lists(NamedTuple):
    families: dict[str, float]
    pairs: frozenset[str]
    """First words of family names of two words or more."""
    middle: frozenset[str]
    particles: frozenset[str]


@cache
def _lists() -> _Lists:
    table = tables()["names"]
    minority = [name for names in table["minority"].values() for name in names]
    families = {key(name): RARE for name in (*table["rare"], *minority)}
    families |= {key(name): COMMON for name in table["common"]}
    return _Lists(
        families,
        frozenset(name.split()[0] for name in families if " " in name),
        frozenset(map(key, table["middle"])),
        frozenset(map(key, table["particles"])),
    )


@cache
def long_families() -> frozenset[str]:
    """Return the family names of more than one word, and those that stand last, in lower case."""
    return frozenset(key(name) for names in tables()["names"]["minority"].values() for name in names)


def family_weight(words: Words, index: int) -> float:
    """Return how much the word (or two words) at a token speaks for a name beginning there."""
    lists = _lists()
    word = words.keys[index].replace("’", "'").replace("ʼ", "'")
    if word in lists.pairs and f"{word} {words.keys[index + 1]}" in lists.families:
        return COMMON
    if word in lists.particles or (word[:2] in ("h'", "k'", "y'") and len(word) > 2):
        return RARE
    return lists.families.get(word, NONE)


def is_sure_middle(words: Words, index: int) -> bool:
    """Tell whether a word is hardly anything in a name but its middle (Văn, Thị)."""
    return words.keys[index] in keys_of("names", "sure_middle")


def weigh(words: Words, first: int, last: int) -> float:
    """Return how much a run of tokens is like a name; above 1.5 a name is likely."""
    size = last - first
    if size < 2 or size > MOST_SYLLABLES:
        return -9.0
    marks = words.marks[first]
    nobody = marks.get("nobody") or marks.get("province")
    if nobody and nobody.size > 1 and (nobody.size >= size or (nobody.size > 2 and nobody.size == size - 1)):
        return -9.0  # "Hàn Quốc", but "Hàn Quốc Tuấn" is somebody
    inner = words.marks[first + 1].get("province") if "body" in marks else None
    if inner and inner.size == size - 1:
        return -9.0
    weight = family_weight(words, first) + LENGTHS[size]
    if words.keys[first] in _lists().particles or "'" in words.keys[first]:
        weight = RARE + (0.4 if size == 2 else 0.8)
    if size > 2 and words.keys[first + 1] in _lists().middle:
        weight += MIDDLE
        if is_sure_middle(words, first + 1) and family_weight(words, first) == NONE:
            weight += UNKNOWN_FAMILY
    return weight


def run_end(words: Words, first: int, limit: int) -> int:
    """Return where the run of capitals that begins at a token ends: at anything that can be no syllable of a name."""
    forms, marks = words.forms, words.marks
    if first >= limit or not forms[first].is_name_like:
        return first
    index, farthest = _after_syllable(words, first), min(limit, first + 2 * MOST_SYLLABLES)
    shouting = forms[first].is_abbreviation
    while index < farthest and (form := forms[index]).is_name_like:
        if marks[index] and _begins_other(words, first, index, limit):
            break
        if form.is_abbreviation != shouting and len(form.text) > 1 and not _is_loud(words, first, index):
            break
        index = index + 1 if len(form.text) > 1 else _after_syllable(words, index)
    return min(index, limit)


def _is_loud(words: Words, first: int, index: int) -> bool:
    """Tell whether a word in capitals is a syllable of a name that began without ("Lê QUANG HÒA"), no abbreviation."""
    loud = words.texts[index].isupper() and not words.is_abbreviation(first)
    return loud and not words.marks[index] and is_syllable(words.keys[index])


def _after_syllable(words: Words, index: int) -> int:
    """Step over a syllable, and over an apostrophe with the word after it ("N’ jang", "H' Hen")."""
    if len(words.texts[index]) == 1 and words.keys[index + 1] in _APOSTROPHES:
        after = index + 2
        if after < words.size and words.texts[after][:1].isalpha():
            return after + 1
    return index + 1


def _begins_other(words: Words, first: int, index: int, limit: int) -> bool:
    """Tell whether a role, honorific, body or area begins inside a run of capitals that could be a name.

    A word of one syllable that also is a syllable of names (Trường, Hội, Sở) begins a body only where the words of a
    body follow it, and never as the second syllable.
    """
    marks = words.marks[index]
    if not marks:
        return False
    if words.keys[index] in ("khóa", "nhiệm") and "role_tails" in marks:
        return True
    for kind in ("honorific", "title", "role", "body", "level"):
        mark = marks.get(kind)
        if mark is None:
            continue
        if mark.size > 1:
            if kind in ("role", "honorific", "title") or not _all_capital(words, index, mark.size):
                return True
            continue
        if words.is_abbreviation(index):
            if kind == "honorific" and words.is_abbreviation(first) and words.keys[index] != "đc":
                continue  # "KIỀU ANH SƠN"
            return True
        if kind in ("honorific", "title", "role") or index == first + 1:
            continue
        after = index + 1
        if after < limit and (_goes_on_as_body(words, after) or words.is_abbreviation(after)):
            return True
    return False


def _goes_on_as_body(words: Words, index: int) -> bool:
    return not _GO_ON.isdisjoint(words.marks[index])


def _all_capital(words: Words, index: int, size: int) -> bool:
    return all(words.caps[position] for position in range(index, index + size))


def split(
    words: Words, first: int, last: int, known: frozenset[str], *, after_level: bool, province: bool = False
) -> int:
    """Return where an area's (or body's) own words end and a person's name begins in a run of capitals.

    ``first`` to ``last`` is the run, ``known`` are names of areas met elsewhere in the article (folded keys). Every cut
    is weighed as a name of an area followed by a name of a person; the run's end means that there is no person. All
    provinces are known: after ``province`` other words are hardly its name.
    """
    best, cut = _area_weight(words, first, last, known, closed=province) - 1.0, last
    for index in range(first, last - 1):
        size = index - first
        if size > 4 or last - index > MOST_SYLLABLES:
            continue
        weight = weigh(words, index, last)
        misplaced = words.keys[index] in _lists().middle and family_weight(words, index - 1) > 0
        if size and (misplaced or is_sure_middle(words, index)):
            weight += MISPLACED_MIDDLE
        if after_level:
            weight += _area_weight(words, first, index, known, closed=province)
        else:
            weight -= 0.3 * size
        if weight > best:
            best, cut = weight, index
    return cut


def _area_weight(words: Words, first: int, last: int, known: frozenset[str], *, closed: bool = False) -> float:
    size = last - first
    weight = AREA_LENGTHS.get(size, -3.0)
    if size:
        name = " ".join(words.keys[first:last])
        province = words.marks[first].get("province")
        if name in known or (province is not None and province.size == size):
            weight += KNOWN_AREA
        elif closed:
            weight -= KNOWN_AREA
        elif size > 2 and family_weight(words, first) > 0:
            weight -= 0.8
    return weight
