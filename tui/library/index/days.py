"""The ways in which people write a day, so that it is found by any of them."""

from __future__ import annotations


def day_texts(date: str | None) -> tuple[str, ...]:
    """Return a day (ISO 8601, or ``--MM-DD`` without a year) as it may be typed; nothing for no day."""
    if not date or len(date) not in (7, 10):
        return ()
    month, day = int(date[-5:-3]), int(date[-2:])
    if date.startswith("--"):
        return f"{day}/{month}", f"{day:02}/{month:02}"
    year = date[:4]
    return date, f"{day}/{month}/{year}", f"{day:02}/{month:02}/{year}"
