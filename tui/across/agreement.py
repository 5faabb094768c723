"""Whether two numbers say the same: 87 and 87,3 percent do, and so do more than 1,200 and 1,234."""

from __future__ import annotations

from tui.across.measure import Measure

_ENOUGH = 1e-9


def agree(one: Measure, other: Measure) -> bool:
    """Tell whether two measures of one thing can both be true, as far as they are rounded or hedged.

    Of a ratio or rank both numbers must be equal. A range agrees with what lies in it.
    """
    if one.fraction and other.fraction:
        return one.fraction == other.fraction
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    most = _ENOUGH * max(1.0, abs(low), abs(other_low))
    return low <= other_high + most and other_low <= high + most


def _bounds(one: Measure) -> tuple[float, float]:
    """Return between which values the true one lies: rounded to the nearest, or within one step where it is hedged."""
    around = one.step if one.hedge else one.step / 2 if _is_rounded(one) else 0.0
    return one.value - around, (one.value if one.value_to is None else one.value_to) + around


def _is_rounded(one: Measure) -> bool:
    """Tell whether a number was rounded: decimals and scale words round, a whole number of things is counted."""
    return one.step != 1 or one.kind == "percentage"
