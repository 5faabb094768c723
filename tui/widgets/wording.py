"""What the interface calls the kinds of things in a record, and how it writes dates and numbers."""

from __future__ import annotations

from tui.messages import N_, language, say
from tui.model import (
    DebrisClass,
    Direction,
    Found,
    GroupKind,
    Number,
    PartOfDay,
    RequestKind,
    Side,
    StatementKind,
)
from tui.text.clean import Clean
from tui.widgets.ink import NOTHING

SIDES: dict[Side, str] = {
    "supervising": N_("Supervising"),
    "supervised": N_("Supervised"),
    "attending": N_("Attending"),
    "unknown": N_("Also named"),
}
GROUPS: dict[GroupKind, str] = {
    "organs": N_("bodies"),
    "representatives": N_("representatives"),
    "leaders": N_("leaders"),
    "members": N_("members"),
    "other": N_("others"),
}
REQUESTS: dict[RequestKind, str] = {
    "clarification": N_("asks to clarify"),
    "proposal": N_("proposes"),
    "requirement": N_("requires"),
    "other": N_("asks"),
}
STATEMENTS: dict[StatementKind, str] = {
    "report": N_("reports"),
    "assessment": N_("assesses"),
    "opinion": N_("is of the opinion"),
    "response": N_("answers"),
    "other": N_("says"),
}
DEBRIS: dict[DebrisClass, str] = {
    "local_file_path": N_("path of a file"),
    "headline_as_alt_text": N_("headline once more, for a picture"),
    "back_to_top_link": N_("link to the top"),
    "share_link": N_("link to share"),
    "related_links": N_("related articles"),
    "view_count": N_("number of views"),
    "print_link": N_("link to print"),
    "copyright": N_("copyright"),
    "other": N_("not the article's own"),
}
_PARTS: dict[PartOfDay, str] = {"sáng": N_("morning"), "chiều": N_("afternoon"), "tối": N_("evening")}
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
DIRECTIONS: dict[Direction, Clean] = {"up": Clean("▲"), "down": Clean("▼")}
INFERRED = Clean("~")
"""The quiet mark of what no words of the article say outright."""


def is_inferred(found: Found | None) -> bool:
    """Tell whether an item was inferred, so that it is marked."""
    return found is not None and found.how == "inferred"


def day(iso: str | None) -> Clean:
    """Return an ISO date as ``08/05/2024``, one without a year as ``08/05``, a date with a time with its time."""
    if not iso:
        return NOTHING
    if iso.startswith("--"):
        return Clean(f"{iso[5:7]}/{iso[2:4]}")
    written = f"{iso[8:10]}/{iso[5:7]}/{iso[:4]}"
    return Clean(f"{written} {iso[11:16]}" if len(iso) > 10 else written)


def session_day(iso: str | None, part: str | None) -> Clean:
    """Return the day of a session with its part of the day: ``morning of 08/05/2024``."""
    if not iso:
        return say("no date")
    if part not in _PARTS:
        return day(iso)
    return say("{part} of {day}", part=say(_PARTS[part]), day=day(iso))


def month(iso: str | None) -> Clean:
    """Return the month of an ISO date as a heading: ``May 2024``."""
    if not iso:
        return say("Without a date")
    name = say(_MONTHS[int(iso[5:7] if not iso.startswith("--") else iso[2:4]) - 1])
    return name if iso.startswith("--") else say("{month} {year}", month=name, year=Clean(iso[:4]))


def span_of_days(start: str | None, end: str | None) -> Clean:
    """Return a period as short as it can be said: ``2023``, ``2021 – 4/2024``, ``08/05/2024``."""
    first, last = _edge(start, begins=True), _edge(end, begins=False)
    if not first or not last or first == last:
        return first or last
    if start and end and start[:4] == end[:4] and start[5:] == "01-01" and end[5:] == "12-31":
        return Clean(start[:4])
    return Clean(f"{first} – {last}")


def _edge(iso: str | None, begins: bool) -> Clean:
    if not iso or len(iso) < 10:
        return day(iso)
    if iso[5:] == ("01-01" if begins else "12-31"):
        return Clean(iso[:4])
    if (begins and iso[8:10] == "01") or (not begins and int(iso[8:10]) >= 28 and iso[8:10] != "29"):
        return Clean(f"{int(iso[5:7])}/{iso[:4]}")
    return day(iso)


def number(value: Number) -> Clean:
    """Return a number as the language writes it: 233.250 and 56,5 in Vietnamese."""
    whole = f"{round(value, 2):,.2f}".rstrip("0").rstrip(".")
    return Clean(whole.translate({44: ".", 46: ","}) if language() == "vi" else whole)


def percent(share: float) -> Clean:
    """Return a share of 1 as a percentage with at most one decimal."""
    return say("{number}%", number=number(round(share * 100, 1)))
