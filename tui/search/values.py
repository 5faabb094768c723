"""Dates and numbers as people type them into a query."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tui.text.fold import fold
from tui.text.regex import regex

_FORMS = (
    regex(r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?"),
    regex(r"(?:(?P<d>\d{1,2})[/.-])?(?P<m>\d{1,2})[/.-](?P<y>\d{4})"),
)
_SCALES = {
    "": 1,
    "%": 1,
    "chuc": 10,
    "tram": 100,
    "nghin": 1_000,
    "ngan": 1_000,
    "trieu": 10**6,
    "ty": 10**9,
    "ti": 10**9,
}
_NUMBER = regex(r"(?P<sign>-?)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:[.,](?P<part>\d+))?(?P<scale>[a-z%]*)")


def bounds(text: str) -> tuple[str, str] | None:
    """Return the first day of a year, month or day, and the first day after it (ISO 8601), or None for no date."""
    match = next((match for form in _FORMS if (match := form.fullmatch(text.strip()))), None)
    if match is None:
        return None
    year, month, day = int(match["y"]), match["m"], match["d"]
    try:
        first = date(year, int(month or 1), int(day or 1))
        if day:
            after = first + timedelta(days=1)
        elif month:
            after = date(year + first.month // 12, first.month % 12 + 1, 1)
        else:
            after = date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return first.isoformat(), after.isoformat()


def number(text: str) -> float | None:
    """Return the number in ``1000``, ``1.000``, ``12,5``, ``12.5`` or ``1,2tỷ``, or None for no number."""
    match = _NUMBER.fullmatch(fold(text.strip()))
    if match is None or match["scale"] not in _SCALES:
        return None
    value = float(f"{match['whole'].replace('.', '')}.{match['part'] or 0}")
    return (-value if match["sign"] else value) * _SCALES[match["scale"]]


def near_match(word: str, known: Sequence[str]) -> str | None:
    """Return the known word that was probably meant, or None."""
    from difflib import get_close_matches  # noqa: PLC0415  (only when something is wrong)

    found = get_close_matches(word, known, n=1)
    return found[0] if found else None
