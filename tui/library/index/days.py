"""Days: what sessions are sorted by, and the ways in which people write one."""

from __future__ import annotations

from tui.library.entry import Entry


def day_texts(date: str | None) -> tuple[str, ...]:
    """Return a day (ISO 8601, or ``--MM-DD`` without a year) as it may be typed; nothing for no day."""
    if not date or len(date) not in (7, 10):
        return ()
    month, day = int(date[-5:-3]), int(date[-2:])
    if date.startswith("--"):
        return f"{day}/{month}", f"{day:02}/{month:02}"
    year = date[:4]
    return date, f"{day}/{month}/{year}", f"{day:02}/{month:02}/{year}"


def day_of(entry: Entry) -> str:
    """Return what sessions are sorted by: the day of the session, else of publication, else nothing."""
    if entry.date and not entry.date.startswith("--"):
        return entry.date
    return (entry.published or "")[:10]
