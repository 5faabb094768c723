"""What the rows of the user's data come to: the selection, what was added place by place, what searches look for."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tui.library.anchor import Anchor
from tui.library.userdata.kept import Facts, Kept, Known, Mark, Note
from tui.library.userdata.store import Store
from tui.sections import Section

_MARKED = """
SELECT items.*, library, path FROM marks JOIN items ON items.number = marks.item LEFT JOIN articles USING (article_key)
ORDER BY marks.number
"""
_ANSWERING = "SELECT * FROM items WHERE number IN (SELECT passage FROM answers)"
_KNOWN = """
SELECT article_key, library, path, headline, date, fingerprint FROM (
    SELECT article_key FROM articles UNION SELECT article_key FROM items
    UNION SELECT article_key FROM reads UNION SELECT article_key FROM positions
) LEFT JOIN articles USING (article_key) ORDER BY article_key
"""
_ADDED = ("stars", "tags", "notes", "requests", "answers")
_HAVING = "SELECT DISTINCT article_key FROM items JOIN {table} ON {table}.item = items.number"


def marks(store: Store) -> tuple[Mark, ...]:
    """Return the selection in the order in which it was made, each place once."""
    found: dict[Anchor, Mark] = {}
    for row in store.rows(_MARKED):
        library, path = os.fsdecode(row[8] or b""), os.fsdecode(row[9] or b"")
        mark = Mark(anchor=_anchor(row), library=library, path=path, label=row[7])
        found.setdefault(mark.anchor, mark)
    return tuple(found.values())


def kept(store: Store, article_key: str | None, section: Section | None) -> Iterator[Kept]:
    """Yield what was added to one article or to all, place by place."""
    added: defaultdict[str, defaultdict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for table in _ADDED:
        for row in store.added(table, article_key):
            added[table][row[1] if table == "notes" else row[0]].append(row)
    passages = {row[0]: _anchor(row) for row in store.rows(_ANSWERING)}
    places: defaultdict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in store.places(article_key):
        if section in (None, row[2]):
            places[row[1:5]].append(row)
    for items in places.values():
        rows = {table: [row for item in items for row in added[table][item[0]]] for table in _ADDED}
        newest = max(rows["requests"], key=lambda row: row[3], default=None)
        yield Kept(
            anchor=_anchor(items[0]),
            label=items[0][7],
            star=bool(rows["stars"]),
            tags=tuple(dict.fromkeys(row[1] for row in rows["tags"])),
            notes=tuple(map(note, rows["notes"])),
            state=newest[1] if newest else "open",
            due=newest[2] if newest else None,
            earlier=tuple(newest[4].split()) if newest else (),
            answers=tuple(dict.fromkeys(passages[row[1]] for row in rows["answers"])),
        )


def note(row: Any) -> Note:
    """Return the note of a row."""
    return Note(id=row[0], text=row[2], created=row[3], changed=row[4], earlier=tuple(row[5].split()))


def facts(store: Store) -> Facts:
    """Return what searches look for."""
    earlier: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in store.rows("SELECT old, new FROM keys"):
        earlier[new].append(old)
    tags: defaultdict[str, list[str]] = defaultdict(list)
    for key, tag in store.rows("SELECT DISTINCT article_key, tag FROM items JOIN tags ON tags.item = items.number"):
        for name in (key, *earlier[key]):
            tags[name].append(tag)
    star, note = (store.keys_of(_HAVING.format(table=table)) for table in ("stars", "notes"))
    return Facts(star, note, {key: tuple(names) for key, names in tags.items()})


def known(store: Store) -> Iterator[Known]:
    """Yield what is known of the articles that were opened or that something was added to."""
    for row in store.rows(_KNOWN):
        yield Known(
            article_key=row[0],
            library=os.fsdecode(row[1] or b""),
            path=os.fsdecode(row[2] or b""),
            headline=row[3] or "",
            date=row[4],
            fingerprint=row[5] or b"",
        )


def _anchor(row: Any) -> Anchor:
    _, article_key, section, exact, start, prefix, suffix, *_rest = row
    return Anchor(article_key=article_key, section=section, exact=exact, start=start, prefix=prefix, suffix=suffix)
