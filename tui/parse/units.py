"""Units: the words after a number that say what it counts, measures or is a share of."""

from __future__ import annotations

from collections.abc import Container

from msgspec import Struct
from msgspec.structs import replace

from tui.model import FigureKind
from tui.parse.number_words import NumberWords, at, before, length, number_words
from tui.parse.passage import Passage

MOST_SYLLABLES = 8
"""A unit's phrase is no longer than this many words."""

_DASHES = ("-", "–")
_MOST_RATES = 3
_PER_WORDS = 3
_LETTERS = {"m", "h", "đ", "tr"}
"""Units of one or two letters count only right behind the digits or a space, never before a dot of an initial."""


class Unit(Struct, frozen=True, gc=False):
    """What follows a number: indices of its tokens, half-open, and what they say.

    ``text`` is the unit as written, ``scale`` what its scale words multiply by (1 without any); ``noun`` the words
    without scale and rate, in look-up form; ``known`` tells that the word list has it; ``points`` that it is percentage
    points.
    """

    first: int
    last: int
    text: str
    kind: FigureKind
    scale: int
    noun: str
    known: bool
    points: bool = False

    @property
    def measured(self) -> bool:
        """Whether this is a measure, money or a percentage: what makes even a labelled number a quantity."""
        return self.kind != "count"


def unit_at(passage: Passage, index: int, taken: Container[int] = ()) -> Unit | None:
    """Return the unit that begins at a token; ``taken`` are tokens that belong to dates and periods."""
    if index in taken:
        return None
    vocabulary = number_words()
    place, scale = _scale(passage, index, vocabulary)
    unit = _percent(passage, place, vocabulary) if scale == 1 else None
    unit = unit or _measure(passage, place, vocabulary, taken) or _counted(passage, place, vocabulary, taken)
    if unit is None:
        if scale < 1_000_000:
            return _unit(passage, index, place, "count", scale=scale) if scale > 1 else None
        place = _rates(passage, place, vocabulary, taken, "money")
        return _unit(passage, index, place, "money", scale=scale, known=True)
    if unit.kind == "percentage":
        return unit
    last = _rates(passage, unit.last, vocabulary, taken, unit.kind)
    return replace(unit, first=index, last=last, text=passage.text(index, last), scale=scale)


def same_unit(one: Unit, other: Unit) -> bool:
    """Tell whether two units are the same but for their scale words and length ("ha" and "ha rừng")."""
    if one.kind != other.kind or one.points != other.points:
        return False
    return one.measured or one.noun.startswith(other.noun) or other.noun.startswith(one.noun)


def _scale(passage: Passage, index: int, vocabulary: NumberWords) -> tuple[int, int]:
    scale = 1
    while factor := vocabulary.scales.get(passage.key(index)):
        if length(passage, index, vocabulary.not_scales):
            break
        scale, index = scale * factor, index + 1
    return index, scale


def _percent(passage: Passage, index: int, vocabulary: NumberWords) -> Unit | None:
    if points := length(passage, index, vocabulary.percent_points):
        return _unit(passage, index, index + points, "change", known=True, points=True)
    if size := length(passage, index, vocabulary.percent):
        return replace(_unit(passage, index, index + size, "percentage", known=True), text="%")
    return None


def _unit(
    passage: Passage,
    first: int,
    last: int,
    kind: FigureKind,
    *,
    scale: int = 1,
    known: bool = False,
    points: bool = False,
) -> Unit:
    noun = "" if scale > 1 else " ".join(passage.keys[first:last])
    return Unit(first, last, passage.text(first, last), kind, scale, noun, known, points)


def _measure(passage: Passage, index: int, vocabulary: NumberWords, taken: Container[int]) -> Unit | None:
    found = at(passage, index, vocabulary.measures)
    if found is None or any(place in taken for place in range(index, index + found[0])):
        return None
    size, kind = found
    if kind == "duration" and _dated(passage, index + size, taken):
        return None
    if max(length(passage, index, vocabulary.not_measures), length(passage, index, vocabulary.counted)) > size:
        return None
    if passage.numeral(index + size - 1) or (passage.key(index) in _LETTERS and passage.key(index + size) == "."
                                             and passage.glued(index + size + 1)):  # fmt: skip
        return None
    return _unit(passage, index, index + size, kind, known=True)


def _dated(passage: Passage, index: int, taken: Container[int]) -> bool:
    """Tell whether the days themselves follow: "2 ngày 12 và 13/6", "02 ngày (12-13/6)", "46 ngày 3/2/2024"."""
    return index in taken or (passage.key(index) == "(" and index + 1 in taken)


def _counted(passage: Passage, index: int, vocabulary: NumberWords, taken: Container[int]) -> Unit | None:
    if passage.key(index) in vocabulary.lone:
        return _unit(passage, index, index + 1, "count", known=True)
    known = max(length(passage, index, vocabulary.counted), length(passage, index, vocabulary.not_measures))
    last = _phrase(passage, index, index + known, vocabulary, taken)
    return _unit(passage, index, last, "count", known=known > 0) if last > index else None


def _phrase(passage: Passage, index: int, place: int, vocabulary: NumberWords, taken: Container[int]) -> int:
    """Return the token after a noun phrase of which the tokens up to ``place`` are known.

    It goes up to a stop, a mark, a name or MOST_SYLLABLES; joined nouns go on.
    """
    while place - index < MOST_SYLLABLES and place not in taken:
        place = _joined(passage, place, vocabulary)
        if passage.key(place) in _DASHES and not passage.glued(place) and _goes_on(passage, place + 1, vocabulary):
            place += 1
        if place > index and _begins_place(passage, place, vocabulary):
            break
        stops = vocabulary.all_stops if place > index else vocabulary.stops
        if not passage.is_word(place) or _is_name(passage, index, place) or length(passage, place, stops):
            break
        place += 1
    return place


def _begins_place(passage: Passage, index: int, vocabulary: NumberWords) -> bool:
    """Tell whether the name of an area begins behind a unit ("36 xã | huyện Cái Bè")."""
    size = length(passage, index, vocabulary.administrative)
    return size > 0 and passage.is_capital(index + size) and not passage.is_capital(index)


def _goes_on(passage: Passage, index: int, vocabulary: NumberWords) -> bool:
    lower = passage.is_word(index) and not passage.is_capital(index)
    return lower and not length(passage, index, vocabulary.stops)


def _is_name(passage: Passage, first: int, index: int) -> bool:
    """Tell whether a capital begins a name here: not on the first word, not on an abbreviation."""
    if index == first or not passage.is_capital(index):
        return False
    return not passage.text(index, index + 1).isupper() or len(passage.key(index)) == 1


def _joined(passage: Passage, index: int, vocabulary: NumberWords) -> int:
    """Return the token after nouns of one list that commas part: ``phòng, ban, đơn vị``."""
    while passage.key(index) == ",":
        nouns, noun = before(passage, index, vocabulary.joined_before), at(passage, index + 1, vocabulary.joined)
        if nouns is None or noun is None or not nouns[1] & noun[1] or passage.is_capital(index + 1 + noun[0]):
            break
        if passage.numeral(index + 1 + noun[0]):
            break  # the next has a number of its own ("12 đơn, tố cáo 3")
        index += 1 + noun[0]
    return index


def _rates(passage: Passage, index: int, vocabulary: NumberWords, taken: Container[int], kind: FigureKind) -> int:
    """Return the token after "/xã", "/người/năm", "/01 xã", "/10.000 dân"; ``index`` where there is no such thing."""
    for _ in range(_MOST_RATES):
        if passage.key(index) != "/":
            break
        place = index + 1
        numeral = passage.numeral(place)
        if numeral:
            if numeral.value not in (1, 10, 100, 1000, 10_000, 100_000, 1_000_000):
                break
            place += 1
        first = place
        place += passage.key(place) in vocabulary.scales
        measure = at(passage, place, vocabulary.measures)
        if numeral and measure and measure[1] == kind:
            break
        known = max(length(passage, place, vocabulary.counted), measure[0] if measure else 0)
        place += known
        while not known and place - first < _PER_WORDS and passage.is_word(place) and place not in taken:
            if length(passage, place, vocabulary.stops) or passage.is_capital(place):
                break
            place += 1
        if place == first:
            break
        index = place
    return index
