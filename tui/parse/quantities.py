"""Quantities: digits and the words behind them read as one amount, a share of two numbers, or a range."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.parse.number_words import length, number_words
from tui.parse.passage import Passage
from tui.parse.units import Unit, same_unit, unit_at
from tui.text.numbers import Number, exact, read

Shape = Literal["plain", "ratio", "range"]

_DASHES = ("-", "–", "—", "−")
_MOST_IN_WORDS = 4
_MOST_SCALED = 3
"""Most parts of one amount of money ("2 tỷ 300 triệu 500 nghìn đồng")."""
_GROUP = 3


class Quantity(Struct, frozen=True, gc=False):
    """A number or two with what they count; ``first``, ``last`` are tokens, half-open, ``number_*`` too.

    ``low`` is the number, of a share its numerator, of a range the low end; ``high`` the denominator or the high end.
    Numbers are as written, before scale words; ``decimals`` those of ``low``; ``inferred`` that a part was guessed.
    """

    first: int
    last: int
    number_last: int
    shape: Shape
    low: Number
    high: Number | None
    unit: Unit | None
    decimals: int = 0
    inferred: bool = False

    @property
    def scale(self) -> int:
        """What the scale words multiply by; 1 without any."""
        return self.unit.scale if self.unit else 1


def quantity_at(passage: Passage, index: int, taken: Container[int] = ()) -> Quantity | None:
    """Return the quantity whose first number is the token at ``index``; None where its digits are no number.

    ``taken`` are the tokens that belong to dates, times and periods.
    """
    return _Reader(passage, taken).read(index)


@dataclass(frozen=True, slots=True)
class _Reader:
    passage: Passage
    taken: Container[int]

    def read(self, index: int) -> Quantity | None:
        number = self.number(index)
        if number is None:
            return None
        place = self._behind_words(index)
        return (
            self._share(index, place)
            or self._spaced_decimal(index)
            or self._spaced_thousands(index)
            or self._parted_thousands(index)
            or self._range(index, place)
            or self._with_unit(index, place, unit_at(self.passage, place, self.taken))
        )

    def number(self, index: int) -> Number | None:
        numeral = self.passage.numeral(index)
        return numeral.value if numeral and index not in self.taken else None

    def _behind_words(self, index: int) -> int:
        """Return the token after a number and the same number in words: ``03 (ba)``, ``năm (05)``."""
        key, words = self.passage.key, number_words().number_words
        place = index + 1
        if key(place) == "(":
            end = next((end for end in range(place + 2, place + 2 + _MOST_IN_WORDS) if key(end) == ")"), None)
            if end and all(key(inner) in words for inner in range(place + 1, end)):
                return end + 1
        if key(index - 1) == "(" and key(place) == ")" and key(index - 2) in words:
            return place + 1
        return place

    def _share(self, index: int, place: int) -> Quantity | None:
        """``26/46 quy trình``, ``39 trên 40 phiếu``, ``37 trên tổng số 40``."""
        low = self.number(index)
        gap = self._share_gap(place)
        high = self.number(place + gap) if gap else None
        if low is None or not high:
            return None
        if self.passage.key(place) != "/" and high < low:
            return None
        if self.passage.key(place) == "/" and self._more_slashes(index, place + gap):
            return None
        return self._finish(index, place + gap, "ratio", low, high)

    def _share_gap(self, place: int) -> int:
        words = length(self.passage, place, number_words().share_words)
        return words + self._hedge(place + words) if words else int(self.passage.key(place) == "/")

    def _more_slashes(self, index: int, end: int) -> bool:
        key = self.passage.key
        return (key(end + 1) == "/" and self.passage.numeral(end + 2) is not None) or (
            key(index - 1) == "/" and self.passage.glued(index)
        )

    def _spaced_decimal(self, index: int) -> Quantity | None:
        """``đạt 17, 25 tiêu chí``, ``98, 5%``: a decimal with a space that does not belong there."""
        passage = self.passage
        whole, part = passage.numeral(index), passage.numeral(index + 2)
        if whole is None or part is None or passage.key(index + 1) != "," or not passage.glued(index + 1):
            return None
        unit = unit_at(passage, index + 3, self.taken)
        digits = part.end - part.start
        if unit is None or passage.key(index - 1) not in number_words().decimals or not (unit.known or unit.measured):
            return None
        if whole.decimals or part.decimals or digits > 2 or (digits < 2 and unit.kind != "percentage"):
            return None
        value = exact(float(f"{whole.value}.{passage.key(index + 2)}"))
        return Quantity(index, unit.last, index + 3, "plain", value, None, unit, digits, inferred=True)

    def _spaced_thousands(self, index: int) -> Quantity | None:
        """``1 250 hộ``, ``15 000 000 đồng``: spaces where dots belong."""
        passage, digits, place = self.passage, self.passage.key(index), index + 1
        if not digits.isdigit() or digits.startswith("0") or len(digits) > _GROUP:
            return None
        while self._is_group(place):
            digits, place = digits + passage.key(place), place + 1
        unit = unit_at(passage, place, self.taken) if place > index + 1 else None
        value = read(digits).value
        if unit is None or value is None or not (unit.known or unit.measured):
            return None
        number_last = unit.last if unit.kind == "percentage" else place
        return Quantity(index, unit.last, number_last, "plain", value, None, unit, inferred=True)

    def _parted_thousands(self, index: int) -> Quantity | None:
        """``12. 797 triệu đồng``: thousands with a space behind the dot, in the midst of a sentence."""
        passage, digits, place = self.passage, self.passage.key(index), index + 1
        if not digits.isdigit() or digits.startswith("0") or len(digits) > _GROUP or not passage.is_word(index - 1):
            return None
        while passage.key(place) == "." and passage.glued(place) and self._is_group(place + 1):
            digits, place = digits + passage.key(place + 1), place + 2
        unit = unit_at(passage, place, self.taken) if place > index + 1 else None
        value = read(digits).value
        if unit is None or value is None or not (unit.known or unit.measured):
            return None
        number_last = unit.last if unit.kind == "percentage" else place
        return Quantity(index, unit.last, number_last, "plain", value, None, unit, inferred=True)

    def _is_group(self, index: int) -> bool:
        """Tell whether a token is three digits, one space behind the token before."""
        passage = self.passage
        if self.number(index) is None or len(passage.key(index)) != _GROUP or not passage.key(index).isdigit():
            return False
        return passage.starts[index] - passage.ends[index - 1] == 1

    def _range(self, index: int, place: int) -> Quantity | None:
        """``5-7 ngày``, ``3 đến 5 hộ``."""
        low = self.number(index)
        gap = 1 if self.passage.key(place) in _DASHES else self._range_gap(place)
        high = self.number(place + gap) if gap else None
        if low is None or high is None or high <= low:
            return None
        return self._finish(index, place + gap, "range", low, high)

    def _range_gap(self, place: int) -> int:
        words = length(self.passage, place, number_words().range_words)
        return words and words + self._hedge(place + words)

    def _hedge(self, place: int) -> int:
        """Return 1 if a number follows one word, such as ``gần`` or ``hơn``, and 0 else."""
        return int(self.passage.is_word(place) and self.passage.numeral(place + 1) is not None)

    def _finish(self, index: int, end: int, shape: Shape, low: Number, high: Number) -> Quantity:
        unit = unit_at(self.passage, self._behind_words(end), self.taken)
        numeral = self.passage.numeral(index)
        decimals = numeral.decimals if numeral else 0
        last = unit.last if unit else end + 1
        number_last = end + 1 if not (unit and unit.kind == "percentage") else unit.last
        return Quantity(index, last, number_last, shape, low, high, unit, decimals)

    def _with_unit(self, index: int, place: int, unit: Unit | None) -> Quantity:
        numeral = self.passage.numeral(index)
        assert numeral is not None and numeral.value is not None
        if unit is None:
            return Quantity(index, place, index + 1, "plain", numeral.value, None, None, numeral.decimals)
        number_last = unit.last if unit.kind == "percentage" else index + 1
        plain = Quantity(index, unit.last, number_last, "plain", numeral.value, None, unit, numeral.decimals)
        whole = self._compound(plain, unit) or plain
        return self._second(whole, whole.unit or unit) or whole

    def _second(self, plain: Quantity, unit: Unit) -> Quantity | None:
        """A second number with a unit of its own: ``13,2 ha/12 ha``, ``98% - 100%``, ``5 tỷ trên hơn 9 tỷ``."""
        if total := self._of_total(plain, unit):
            return total
        place = unit.last
        ranged = self.passage.key(place) in _DASHES
        gap = int(ranged or self.passage.key(place) == "/")
        if not gap:
            gap = self._range_gap(place)
            ranged = gap > 0
        if not gap:
            gap = self._share_gap(place)
        high = self.number(place + gap) if gap else None
        other = unit_at(self.passage, place + gap + 1, self.taken) if high else None
        if not high or other is None or not same_unit(unit, other) or (ranged and high * other.scale <= plain.low):
            return None
        shape: Shape = "range" if ranged else "ratio"
        if self.passage.key(place) not in ("/", *_DASHES) and high * other.scale < plain.low * unit.scale:
            return None
        if other.scale != unit.scale:
            high = exact(high * other.scale / unit.scale)
        number_last = other.last if unit.kind == "percentage" else place + gap + 1
        return replace(plain, last=other.last, number_last=number_last, shape=shape, high=high)

    def _of_total(self, plain: Quantity, unit: Unit) -> Quantity | None:
        """``6 bác sĩ trên tổng số 52 nhân viên``: what is counted may differ, and a noun may stand between."""
        totals = number_words().share_totals
        for place in range(unit.last, unit.last + 1 + _MOST_IN_WORDS):
            if size := length(self.passage, place, totals):
                size += self._hedge(place + size)
                high = self.number(place + size)
                other = unit_at(self.passage, place + size + 1, self.taken)
                if not high or other is None or high * other.scale < plain.low * unit.scale:
                    return None
                high = exact(high * other.scale / unit.scale)
                return replace(plain, last=other.last, number_last=place + size + 1, shape="ratio", high=high)
            if not self.passage.is_word(place):
                break
        return None

    def _compound(self, plain: Quantity, unit: Unit) -> Quantity | None:
        """``63 tỷ 454 triệu đồng``: each part has a smaller scale than the one before; only the last has the noun."""
        total, smallest, place, parts = plain.low * unit.scale, unit.scale, unit.last, 1
        last, end = unit, place
        while parts < _MOST_SCALED and last.scale > 1 and not last.noun and (number := self.number(place)) is not None:
            part = unit_at(self.passage, place + 1, self.taken)
            if part is None or part.scale >= smallest or number * part.scale >= smallest:
                break
            total, smallest, last, end, parts = total + number * part.scale, part.scale, part, place, parts + 1
            place = part.last
        if parts == 1:
            return None
        text = f"{unit.text} {self.passage.text(last.last - len(last.noun.split()), last.last)}".strip()
        whole = replace(last, first=unit.first, text=text, scale=unit.scale)
        return replace(plain, last=last.last, number_last=end + 1, low=exact(total / unit.scale), unit=whole)
