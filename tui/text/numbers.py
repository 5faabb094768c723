"""Numbers as Vietnamese texts write them: 233.250 is two hundred thousand and more, 12,5 a decimal, 08 is eight.

The press writes a dot between thousands and a comma before decimals. Other ways are read too and marked ``odd``, so
that a reader can be warned: ``12.5`` (a dot that parts no three digits), ``1,000`` and ``1,234,567``.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.text.regex import regex

Number = int | float

_MOST_DIGITS = 18
"""A longer run of digits is a code, not a quantity (and would lose digits as a float)."""

_RUN = regex(r"(?<!\w)(?<![0-9][.,])[0-9]+(?:[.,][0-9]+)*")
_FORMS = regex(
    r"(?P<thousands>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<small>[0-9]+))?"
    r"|(?P<english>[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}|,000))(?:\.(?P<rest>[0-9]+))?"
    r"|(?P<whole>[0-9]+)(?:(?P<mark>[.,])(?P<decimals>[0-9]+))?"
)


class Numeral(Struct, frozen=True, gc=False):
    """A number in digits and its place in the text.

    ``decimals`` counts the digits after the decimal mark; ``odd`` tells that it is not written the Vietnamese way;
    ``value`` is None for digits that are no number (``1.2.3``, a telephone in groups, more than 18 digits).
    """

    start: int
    end: int
    value: Number | None
    decimals: int = 0
    odd: bool = False


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in order; digits inside a word (``m2``, ``QH15``) are none."""
    return (read(match[0], match.start()) for match in _RUN.finditer(text))


def read(digits: str, start: int = 0) -> Numeral:
    """Return the numeral that a run of digits with dots and commas stands for; never raises."""
    end = start + len(digits)
    if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS:
        return Numeral(start, end, int(digits))
    form = _FORMS.fullmatch(digits)
    if form is None or sum(character not in ".," for character in digits) > _MOST_DIGITS:
        return Numeral(start, end, None)
    if form["thousands"]:
        return _numeral(start, end, form["thousands"].replace(".", ""), form["small"] or "", False)
    if form["english"]:
        return _numeral(start, end, form["english"].replace(",", ""), form["rest"] or "", True)
    return _numeral(start, end, form["whole"], form["decimals"] or "", form["mark"] == ".")


def exact(value: float) -> Number:
    """Return a number without the noise of binary fractions: 63.454 * 1e9 is the integer 63454000000."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _numeral(start: int, end: int, whole: str, decimals: str, odd: bool) -> Numeral:
    value = float(f"{whole}.{decimals}") if decimals else int(whole)
    return Numeral(start, end, exact(value) if decimals else value, len(decimals), odd)
