"""A selection as a table for spreadsheets: one row an item, plain values, no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from tui.export import wording
from tui.export.citation import headline
from tui.export.entries import Entry, Group
from tui.export.quoting import block_at, paragraph
from tui.model import Figure, Person, Request
from tui.naming import Names
from tui.text.clean import Clean, clean_line
from tui.text.regex import regex

COLUMNS = (
    "section", "session_date", "session_place", "headline", "publisher", "published", "author", "url",
    "title", "notes", "quote", "side", "is_chair", "roles", "as_written", "value", "value_to", "unit", "kind",
    "numerator", "denominator", "rank", "rank_of", "direction", "subject", "period_start", "period_end",
    "speaker", "attribution", "requester", "addressees", "zone", "paragraph", "file", "start", "end", "place",
    "article_key",
)  # fmt: skip
"""Names as in the record's contract, in English whatever the language of the interface: they are for programs too."""

_FORMULA = regex(r"(?<!\s)\s*+[=+\-@＝＋－＠]|[\t\r]")


def table(groups: Sequence[Group]) -> Clean:
    """Return items as CSV (RFC 4180); dates are ISO 8601, numbers have a point, beside the figure as it is written."""
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for group in groups:
        for entry in group.entries:
            writer.writerow({name: cell(value) for name, value in _row(entry).items()})
    return Clean(written.getvalue())


def cell(value: object) -> str | int | float:
    """Return a value as a cell: numbers as they are, text clean and never a formula (CWE-1236), nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    text = clean_line(str(value))
    return f"'{text}" if _FORMULA.match(text) else text


def _row(entry: Entry) -> dict[str, object]:
    item, record = entry.item, entry.item.article.record
    row: dict[str, object] = {
        "section": item.section,
        "title": entry.title,
        "notes": "; ".join(entry.notes),
        "quote": entry.quote,
        "headline": headline(item.article),
        "file": item.article.path,
        "start": item.start,
        "end": item.end,
        "place": entry.citation.place,
        "article_key": item.article.article_key,
    }
    if record is None:
        return row
    about, block = record.article, block_at(record, item.start)
    row |= {
        "session_date": record.event.start_date,
        "session_place": record.event.location,
        "publisher": about.publisher,
        "published": about.date_published.value if about.date_published else None,
        "author": "; ".join(author.name for author in about.author),
        "url": about.url,
        "zone": block.zone if block else None,
        "paragraph": paragraph(record, block) if block else None,
    }
    return row | _of(entry)


def _of(entry: Entry) -> dict[str, object]:
    """Return the cells of a person, figure or request."""
    of, record = entry.item.of, entry.item.article.record
    if record is None:
        return {}
    names = Names(record)
    if isinstance(of, Person):
        roles = "; ".join(membership.label_norm for membership in of.memberships)
        return {"side": of.side, "is_chair": of.is_chair, "roles": roles, "as_written": of.name}
    if isinstance(of, Figure):
        period = next((one for one in record.periods if one.id == of.period_id), None)
        statement = next((one for one in record.statements if one.id == of.statement_id), None)
        words = entry.item.article.text[entry.item.start : entry.item.end]
        same = (
            "value",
            "value_to",
            "unit",
            "kind",
            "numerator",
            "denominator",
            "rank",
            "rank_of",
            "direction",
            "subject",
        )
        return {name: getattr(of, name) for name in same} | {
            "as_written": wording.figure_title(of, words),
            "period_start": period.start if period else None,
            "period_end": period.end if period else None,
            "speaker": names.of(of.speaker_id),
            "attribution": statement.attribution if statement else None,
        }
    if isinstance(of, Request):
        return {
            "kind": of.kind,
            "requester": names.of(of.requester_id),
            "addressees": "; ".join(name for key in of.addressee_ids if (name := names.of(key))),
            "attribution": of.attribution,
            "as_written": entry.item.article.text[entry.item.start : entry.item.end],
        }
    return {}
