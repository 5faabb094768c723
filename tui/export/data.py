"""A selection as JSON: the items of the record with their selectors, and what is needed to cite them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from tui.export.citation import headline
from tui.export.entries import Entry, Group
from tui.export.quoting import block_at, paragraph
from tui.text.clean import Clean
from tui.text.escapes import escape

_CONTEXT = 32
"""Characters of prefix and suffix, as the record's contract has them."""


def data(groups: Sequence[Group]) -> Clean:
    """Return items as JSON, one list; quotes are as in the source, what is unsafe in them is escaped."""
    items = [_item(group, entry) for group in groups for entry in group.entries]
    text = json.dumps(items, ensure_ascii=False, indent=2)
    return Clean(escape(text, lambda character: json.dumps(character)[1:-1]) + "\n")


def _item(group: Group, entry: Entry) -> dict[str, Any]:
    item, article, record = entry.item, group.article, group.article.record
    block = block_at(record, item.start)
    source = {
        "article_key": article.article_key,
        "path": article.path,
        "headline": headline(article),
        "publisher": record.article.publisher if record else None,
        "url": record.article.url if record else None,
        "date_published": record.article.date_published.value if record and record.article.date_published else None,
        "author": [author.name for author in record.article.author] if record else [],
        "session_date": record.event.start_date if record else None,
        "session_place": record.event.location if record else None,
    }
    return {
        "section": item.section,
        "title": entry.title,
        "notes": list(entry.notes),
        "quote": entry.quote,
        "selector": _selector(article.text, item.start, item.end),
        "zone": block.zone if block else None,
        "paragraph": paragraph(record, block) if record and block else None,
        "citation": entry.citation.text(),
        "article": source,
        "item": msgspec.to_builtins(item.of) if item.of is not None else None,
    }


def _selector(text: str, start: int, end: int) -> dict[str, Any]:
    return {
        "exact": text[start:end],
        "start": start,
        "end": end,
        "prefix": text[max(0, start - _CONTEXT) : start],
        "suffix": text[end : end + _CONTEXT],
    }
