"""Labels: numbers that name or order something and count nothing ("thôn 5", "Nghị quyết 18", "1 số", "Covid-19")."""

from __future__ import annotations

from tui.parse.number_words import NumberWords, length, length_before, number_words
from tui.parse.passage import Passage
from tui.parse.periods import is_year
from tui.parse.quantities import Quantity
from tui.parse.units import Unit
from tui.text.numbers import Number

_DASHES = ("-", "–", "—", "−")
_OPENING, _CLOSING = '"“‘«', '"”’»'
_LISTED = frozenset((",", "và", "-", "–", "đến", ";"))
_GLUE = frozenset("/.=&?_#@:\\")
_PHONE_DIGITS = 4
"""From this many digits on a number that begins with 0 is a code; counts are padded to two or three ("08", "005")."""
_BRACKETED = 60
"""Most tokens between an opening bracket and a number inside it."""
_QUOTED = 6
"""Most words of a quoted slogan that begins with a number ("4 tại chỗ")."""
_LIST_ENTRIES = 60
_NAME_NUMBERS = 30
"""Greatest number that a name ends in without a word such as ``số`` ("Tân Phú 2")."""
_SENSIBLE_LABEL = 2000


def is_label(passage: Passage, quantity: Quantity, label_before: int, quantity_before: int) -> bool:
    """Tell whether a number is a name's, a document's, a list's or an age, so that it counts nothing.

    ``label_before`` is the token after the last label, for lists ("các thôn 5, 6 và 7"); ``quantity_before`` that after
    the last quantity ("15 vụ/20 đối tượng").
    """
    vocabulary, index, unit = number_words(), quantity.first, quantity.unit
    if not (unit and passage.key(index - 1) == "/" and quantity_before == index - 1) and _is_coded(passage, quantity):
        return True
    if length(passage, index, vocabulary.idioms) or _tells_age_or_class(passage, quantity, vocabulary):
        return True
    if (
        unit
        and length(passage, unit.first, vocabulary.tiers)
        and length_before(passage, index, vocabulary.tiers_before)
    ):
        return True
    measured = unit is not None and unit.measured
    if measured:
        return _names_scale(passage, quantity, vocabulary)
    if passage.key(index - 1) in _DASHES and passage.glued(index) and passage.glued(index - 1):
        return passage.is_word(index - 2)
    return (
        _names_scale(passage, quantity, vocabulary)
        or _is_slogan(passage, quantity)
        or (_continues(passage, index, label_before) and not _is_own(passage, unit, vocabulary))
        or _follows_label_noun(passage, quantity, vocabulary)
        or _ends_name(passage, quantity, vocabulary)
        or (is_year(passage, index) and not (unit and unit.known))
    )


def _is_coded(passage: Passage, quantity: Quantity) -> bool:
    """Telephone numbers, digits of an address of the web, codes ("5G", "61A"), list numbers."""
    index, known = quantity.first, bool(quantity.unit and quantity.unit.known)
    if _is_phone(passage, index):
        return True
    if passage.glued(index) and passage.key(index - 1) in _GLUE:
        return not (known and passage.key(index - 1) in (".", ":"))
    if passage.glued(index + 1) and passage.is_word(index + 1) and not known:
        return True
    return _is_listed(passage, quantity, known)


def _is_phone(passage: Passage, index: int) -> bool:
    """``0905 123 456``, ``(04) 38.228.302``."""
    digits, area = passage.key(index), passage.key(index - 2)
    if digits.startswith("0") and digits.isdigit() and len(digits) >= _PHONE_DIGITS:
        return True
    bracketed = passage.key(index - 1) == ")" and passage.key(index - 3) == "("
    return bracketed and area.startswith("0") and area.isdigit()


def _is_listed(passage: Passage, quantity: Quantity, known: bool) -> bool:
    """List numbers: "1.", "(2)", ": 3)", "2.1"."""
    index, key = quantity.first, passage.key
    digits, mark = key(index), key(index + 1)
    if not digits.isdigit() or int(digits) > _LIST_ENTRIES:
        return index == 0 and "." in digits and quantity.shape == "plain" and not known
    if key(index - 1) in ("(", "[") and mark in (")", "]"):
        return quantity.last == index + 1
    opens = index == 0 or key(index - 1) in (":", ";", ".") or (key(index - 1) in ("-", "+", "*") and index == 1)
    if not opens or mark not in (".", ")", "/", "-") or (mark == "-" and index > 0):
        return False
    if mark == ")" and _in_brackets(passage, index):
        return False
    follows = index + 2 < len(passage.keys) and passage.numeral(index + 2) is None
    return passage.glued(index + 1) and follows and quantity.last <= index + 1


def _in_brackets(passage: Passage, index: int) -> bool:
    """Tell whether an opening bracket stands before, so that the closing one behind is its own."""
    for place in range(index - 1, max(-1, index - 1 - _BRACKETED), -1):
        if passage.key(place) in ("(", ")"):
            return passage.key(place) == "("
    return False


def _tells_age_or_class(passage: Passage, quantity: Quantity, vocabulary: NumberWords) -> bool:
    end = quantity.unit.first if quantity.unit else quantity.last
    return bool(
        length(passage, end, vocabulary.no_units) or length_before(passage, quantity.first, vocabulary.ages_before)
    )


def _names_scale(passage: Passage, quantity: Quantity, vocabulary: NumberWords) -> bool:
    """``quy hoạch tỷ lệ 1/500``: the scale of a map."""
    if quantity.shape != "ratio" or quantity.low != 1 or quantity.high not in vocabulary.map_scales:
        return False
    return quantity.unit is None or passage.key(quantity.first - 1) in vocabulary.map_words


def _is_slogan(passage: Passage, quantity: Quantity) -> bool:
    index = quantity.first
    if passage.key(index - 1) not in tuple(_OPENING) or quantity.shape != "plain":
        return False
    return any(passage.key(place) in tuple(_CLOSING) for place in range(index + 1, index + 2 + _QUOTED))


def _continues(passage: Passage, index: int, label_before: int) -> bool:
    """Tell whether only marks of a list part a number from the label before ("thôn 5, 6 và 7")."""
    if not 0 < label_before < index <= label_before + 2:
        return 0 < label_before == index
    return all(passage.key(place) in _LISTED for place in range(label_before, index))


def _is_own(passage: Passage, unit: Unit | None, vocabulary: NumberWords) -> bool:
    """Tell whether a unit is counted even behind a label, and is no place's name ("5 và 6 xã Nam Bình")."""
    if unit is None or not unit.known:
        return False
    return not (length(passage, unit.first, vocabulary.administrative) and passage.is_capital(unit.last))


def _follows_label_noun(passage: Passage, quantity: Quantity, vocabulary: NumberWords) -> bool:
    index, unit = quantity.first, quantity.unit
    if length_before(passage, index, vocabulary.sums_before) or not _fits_label(passage, index, quantity.low):
        return False
    hard = length_before(passage, index, vocabulary.hard_before)
    ordinal = length_before(passage, index, vocabulary.ordinals_before)
    if length_before(passage, index, vocabulary.compounds_before) > max(hard, ordinal):
        return False
    if ordinal > hard:
        return True
    if hard:
        if passage.key(index - hard - 1) in vocabulary.each and unit and unit.known:
            return False
        return not (unit and (length(passage, unit.first, vocabulary.own_counts) or _is_many(passage, quantity)))
    soft = length_before(passage, index, vocabulary.soft_before)
    return bool(soft and not (unit and unit.known))


def _is_many(passage: Passage, quantity: Quantity) -> bool:
    """Tell whether a known thing is counted, no place, and so many as names seldom are numbered ("mục 105 dự án")."""
    unit = quantity.unit
    known = unit is not None and unit.known and not length(passage, unit.first, number_words().administrative)
    return known and quantity.low > _NAME_NUMBERS


def _fits_label(passage: Passage, index: int, value: Number) -> bool:
    """Tell whether a number is written as labels are: whole, without a dot, not large."""
    return passage.key(index).isdigit() and (value <= _SENSIBLE_LABEL or is_year(passage, index))


def _ends_name(passage: Passage, quantity: Quantity, vocabulary: NumberWords) -> bool:
    """``Tân Phú 2``, ``Thôn Đăk Kual 5``: a small number behind a name, with nothing known that it counts."""
    index, unit = quantity.first, quantity.unit
    if not passage.is_capital(index - 1) or (unit and unit.known) or quantity.shape == "ratio":
        return False
    digits = passage.key(index)
    if not digits.isdigit() or digits.startswith("0") or int(digits) > _NAME_NUMBERS:
        return False
    first = passage.sentence(index)[0]
    return index - 1 > first or unit is None
