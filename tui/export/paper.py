"""What goes on paper of a table: columns and values in words, and where each row is from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.export import wording
from tui.messages import N_, lead, say
from tui.text.clean import Clean, clean_line

_NAMES = {
    "name": N_("name"),
    "role": N_("role"),
    "sessions": N_("sessions"),
    "chaired": N_("chaired"),
    "first": N_("first day"),
    "last": N_("last day"),
    "side": N_("side"),
    "other_names": N_("other names"),
    "date": N_("date"),
    "place": N_("place"),
    "theme": N_("theme"),
    "organizer": N_("delegation"),
    "chair": N_("chair"),
    "people": N_("people"),
    "groups": N_("groups"),
    "figures": N_("figures"),
    "requests": N_("requests"),
    "articles": N_("articles"),
    "written": N_("figure"),
    "subject": N_("subject"),
    "period": N_("period"),
    "speaker": N_("speaker"),
    "check": N_("remarks"),
    "requester": N_("requester"),
    "addressees": N_("addressee"),
    "action": N_("what is asked"),
    "state": N_("state"),
    "due": N_("due"),
    "notes": N_("notes"),
    "source": N_("source"),
}
"""The columns that go on paper, by their names in the rows; others are for programs."""
_WORDS: Mapping[str, Mapping[str, str]] = {
    "side": wording.SIDES,
    "state": {"open": N_("still open"), "answered": N_("answered"), "done": N_("done"), "dropped": N_("dropped")},
    "check": wording.REMARKS,
}
_DAYS = frozenset({"date", "first", "last", "due"})


def on_paper(rows: Sequence[Mapping[str, object]]) -> tuple[list[Clean], list[list[Clean]]]:
    """Return the names of the columns that go on paper, and their cells, a list for each row."""
    told = [_told(row) for row in rows]
    columns = [name for name in _NAMES if told and name in told[0]]
    ordered = [name for name in told[0] if name in columns] if told else []
    return [lead(say(_NAMES[name])) for name in ordered], [[row[name] for name in ordered] for row in told]


def _told(row: Mapping[str, object]) -> dict[str, Clean]:
    """Return the cells of a row, those of the article it is from as one at the end."""
    told = {name: _cell(name, value) for name, value in row.items() if name in _NAMES}
    if row.get("attribution") not in (None, "explicit") and told.get("requester"):
        told["requester"] = Clean(f"{told['requester']} {say('(inferred)')}")
    if "period_start" in row:
        days = dict.fromkeys(wording.day(_text(row[name])) for name in ("period_start", "period_end"))
        told["period"] = Clean(" – ".join(filter(None, days)))
    if "path" in row:
        told["source"] = _source(row)
    return told


def _cell(name: str, value: object) -> Clean:
    if value is None:
        return Clean("")
    if name in _DAYS:
        return wording.day(str(value))
    if name in _WORDS:
        words = _WORDS[name]
        return Clean(
            "; ".join(say(words[each]) if each in words else clean_line(each) for each in str(value).split("; "))
        )
    return wording.number(value) if isinstance(value, int | float) else clean_line(str(value))


def _source(row: Mapping[str, object]) -> Clean:
    """Return headline, publisher, day and address of an article, and where in its file the words stand."""
    headline = _text(row.get("headline"))
    parts = [f"“{headline}”" if headline else "", _text(row.get("publisher")), wording.day(_text(row.get("published")))]
    place = _text(row.get("path"))
    if row.get("start") is not None:
        place += f"#{row['start']}-{row['end']}"
    return clean_line(", ".join(filter(None, [*parts, _text(row.get("url")), place])))


def _text(value: object) -> str:
    return "" if value is None else str(value)
