"""Amounts: quantities with what the words before them make of them: a rank, a change, a factor, a hedge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Direction, FigureKind
from tui.parse.number_labels import is_label
from tui.parse.number_words import NumberWords, before, length, length_before, number_words
from tui.parse.passage import Passage
from tui.parse.periods import Times, is_year
from tui.parse.quantities import Quantity, quantity_at
from tui.parse.units import Unit, same_unit

Rule = Literal[
    "figures.count", "figures.measure", "figures.share", "figures.percentage", "figures.rank", "figures.change",
    "figures.factor", "figures.shared_unit", "figures.bare_number"
]  # fmt: skip

_MOST_BETWEEN = 8
"""Most tokens between a number without a unit and the one that lends it its own ("A 5 và B 7 hồ sơ")."""
_MOST_SOFTENERS = 4
_LAST_DAY, _LAST_MONTH = 31, 12
_SMALL = 10
"""Below this "trên" before a counted noun is a preposition ("trên 3 lĩnh vực"), from here on a hedge."""


class Amount(Struct, frozen=True, gc=False):
    """A quantity as a figure: ``first`` is the first token of its words, a verb or "thứ" included."""

    quantity: Quantity
    first: int
    kind: FigureKind
    rule: Rule
    hedge: str | None = None
    direction: Direction | None = None

    @property
    def last(self) -> int:
        """The token after its last one."""
        return self.quantity.last


def amounts_in(passage: Passage, times: Times) -> list[Amount]:
    """Return the amounts of a passage in order: what is a number but no date, label, age or document."""
    return _with_shared_units(passage, [_classified(passage, one, times) for one in _quantities(passage, times)])


def _quantities(passage: Passage, times: Times) -> Iterator[Quantity]:
    label_before = quantity_before = done = 0
    for index in passage.numerals:
        if index < done or index in times.taken:
            continue
        quantity = quantity_at(passage, index, times.taken)
        ranked = quantity is not None and _rank(passage, quantity, index, number_words())
        if quantity is None or (not ranked and is_label(passage, quantity, label_before, quantity_before)):
            label_before = index + 1
            continue
        if ranked or not _is_bare_date(passage, quantity):
            yield quantity
        quantity_before = done = max(quantity.last, quantity.number_last)


def _is_bare_date(passage: Passage, quantity: Quantity) -> bool:
    """Tell whether "5/7" with nothing to say what it counts may be a day."""
    if quantity.shape != "ratio" or quantity.unit or passage.key(quantity.first + 1) != "/":
        return False
    possible = quantity.low <= _LAST_DAY and (quantity.high or 0) <= _LAST_MONTH
    vocabulary, index = number_words(), quantity.first
    said = length_before(passage, index, vocabulary.value_words_before)
    return possible and not said and not length_before(passage, index, vocabulary.hedges_before)


def _classified(passage: Passage, quantity: Quantity, times: Times) -> Amount:
    vocabulary = number_words()
    size = _hedge(passage, quantity, vocabulary)
    place = quantity.first - size
    hedge = passage.text(place, quantity.first) or None
    if rank := _rank(passage, quantity, place, vocabulary):
        return Amount(quantity, rank, "rank", "figures.rank", hedge)
    change, direction = _change(passage, quantity, place, times, vocabulary)
    multiple = length_before(passage, place, vocabulary.factors_before)
    if quantity.unit and quantity.unit.noun == vocabulary.factor_unit and (multiple or change is not None):
        first = place - multiple if change is None else change
        return Amount(quantity, first, "factor", "figures.factor", hedge, direction)
    if change is not None and quantity.shape != "ratio":
        return Amount(quantity, change, "change", "figures.change", hedge, direction)
    return _level(quantity, hedge)


def _level(quantity: Quantity, hedge: str | None) -> Amount:
    """Return a quantity that its own form and unit tell all of."""
    unit, first = quantity.unit, quantity.first
    if quantity.shape == "ratio":
        return Amount(quantity, first, "ratio", "figures.share", hedge)
    if unit is None:
        return Amount(quantity, first, "count", "figures.bare_number", hedge)
    if unit.points:
        return Amount(quantity, first, "change", "figures.change", hedge)
    measured: Rule = "figures.percentage" if unit.kind == "percentage" else "figures.measure"
    return Amount(quantity, first, unit.kind, measured if unit.measured else "figures.count", hedge)


def _hedge(passage: Passage, quantity: Quantity, vocabulary: NumberWords) -> int:
    """Return how many tokens the hedge takes that stands directly before a number."""
    size = length_before(passage, quantity.first, vocabulary.hedges_before)
    word, index = passage.key(quantity.first - 1), quantity.first
    if not size or (word in ("hơn", "trên") and passage.key(index - size - 1) in vocabulary.comparatives):
        return 0
    counted = quantity.unit is not None and not quantity.unit.measured and quantity.scale == 1
    return 0 if size == 1 and word == "trên" and counted and quantity.low < _SMALL else size


def _rank(passage: Passage, quantity: Quantity, place: int, vocabulary: NumberWords) -> int | None:
    """Return the token where the words of a rank begin ("thứ 13/30"); None where there is no rank."""
    unit = quantity.unit
    if quantity.shape == "range" or (unit and unit.measured) or not isinstance(quantity.low, int) or not quantity.low:
        return None
    ranked = length_before(passage, place, vocabulary.ranks_before)
    if not ranked and quantity.shape == "ratio":
        ranked = length_before(passage, place, vocabulary.totalled_ranks_before)
    if not ranked or (unit and unit.known and unit.noun == "bậc"):
        return None
    return place - (1 if passage.key(place - 1) == "thứ" else ranked)


def _change(
    passage: Passage, quantity: Quantity, place: int, times: Times, vocabulary: NumberWords
) -> tuple[int | None, Direction | None]:
    """Return where the words of a change begin ("tăng thêm 5%") and its direction; (None, None) without one."""
    for _ in range(_MOST_SOFTENERS):
        if found := before(passage, place, vocabulary.changes_before) or _difference(passage, quantity, place):
            size, direction = found
            if length_before(passage, place, vocabulary.not_changes_before):
                return None, None
            return place - size + (passage.key(place - size) == "("), direction
        size = length_before(passage, place, vocabulary.softeners_before)
        size = size or length_before(passage, place, vocabulary.hedges_before) or _baseline(passage, place, times)
        if not size and quantity.shape == "range" and passage.key(place - 1) == "từ":
            size = 1
        if not size:
            break
        place -= size
    return None, None


def _difference(passage: Passage, quantity: Quantity, place: int) -> tuple[int, Direction] | None:
    """Return the words "vượt", "cao hơn" before a percentage, which is then a difference and no share."""
    share = quantity.unit is not None and (quantity.unit.kind == "percentage" or quantity.unit.points)
    return before(passage, place, number_words().differences_before) if share else None


def _baseline(passage: Passage, place: int, times: Times) -> int:
    """Return how many tokens "so với năm 2020" takes before a place ("tăng so với năm 2020 là 5%")."""
    first = times.baselines.get(place)
    return 0 if first is None else place - first + length_before(passage, first, number_words().baselines_before)


def _with_shared_units(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts with the units that a neighbour lends; numbers that count nothing even so are dropped."""
    kept: list[Amount] = []
    following: Amount | None = None
    for amount in reversed(_parted(passage, amounts)):
        lent = _lent(passage, amount, following) if following and amount.quantity.unit is None else None
        following = _lend(amount, lent) if lent else amount
        if following.quantity.unit or _stands_alone(passage, following):
            kept.append(following)
    return kept[::-1]


def _parted(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts with the unit of a whole lent to its parts ("172 đơn (khiếu nại 12, tố cáo 3)")."""
    found = list(amounts)
    for number, whole in enumerate(amounts):
        if whole.kind != "count" or whole.quantity.unit is None or passage.key(whole.last) != "(":
            continue
        end = next((at for at in range(whole.last, len(passage.keys)) if passage.key(at) == ")"), whole.last)
        inside = [at for at in range(number + 1, len(amounts)) if amounts[at].first < end]
        bare = [at for at in inside if amounts[at].quantity.unit is None and passage.is_word(amounts[at].first - 1)]
        if len(bare) == len(inside) > 1:
            for at in bare:
                found[at] = _lend(amounts[at], whole.quantity.unit)
    return found


def _lent(passage: Passage, amount: Amount, following: Amount) -> Unit | None:
    """Return the unit that the next amount lends one without: they are joined by "và", commas, or "từ A lên B"."""
    first, last = amount.last, following.quantity.first
    unit = following.quantity.unit
    if unit is None or not 0 < last - first <= _MOST_BETWEEN or is_year(passage, amount.quantity.first):
        return None
    if amount.quantity.shape == "ratio" or any(passage.numeral(index) for index in range(first, last)):
        return None
    listed = passage.key(first) == ";" and passage.numeral(first + 1) is not None
    joined = listed or passage.key(first) in (",", "và", "/") or length(passage, first, number_words().step_words)
    return unit if joined and passage.sentence(first) == passage.sentence(last) else None


def _lend(amount: Amount, unit: Unit) -> Amount:
    quantity = replace(amount.quantity, unit=unit, inferred=True)
    kind = amount.kind if amount.kind in ("change", "rank", "ratio") else unit.kind
    return replace(amount, quantity=quantity, kind=kind, rule="figures.shared_unit")


def _stands_alone(passage: Passage, amount: Amount) -> bool:
    """Tell whether a number without any unit is a quantity all the same ("đạt 26/30", "còn 12 so với")."""
    quantity = amount.quantity
    if amount.kind in ("rank", "ratio"):
        return amount.kind == "rank" or quantity.low <= (quantity.high or 0) or _valued(passage, amount)
    return _valued(passage, amount) and not is_year(passage, quantity.first)


def _valued(passage: Passage, amount: Amount) -> bool:
    return amount.kind == "change" or length_before(passage, amount.first, number_words().value_words_before) > 0


def is_same_noun(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts count the same."""
    return bool(one.quantity.unit and other.quantity.unit and same_unit(one.quantity.unit, other.quantity.unit))
