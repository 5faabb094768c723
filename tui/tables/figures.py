"""All figures of a library as one table: what they are found, sorted and grouped by, and the series they are in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Literal, get_args

from tui.across.measure import Measure
from tui.across.overview import Overview
from tui.across.series import Series
from tui.export.rows import Row
from tui.kinds import FIGURES
from tui.library import Entry
from tui.library.userdata import Kept
from tui.messages import say
from tui.tables.figure_charts import Charted, charted
from tui.tables.has import has_of
from tui.tables.listed import Group, Key, Listed, listed
from tui.tables.matching import Filtering, Findable, findable
from tui.tables.rows import Remark, figure_row, remarks
from tui.text import names
from tui.text.clean import Clean, clean_line
from tui.text.collate import name_key, sort_key

By = Literal["date", "value", "subject", "place", "speaker"]
Under = Literal["", "series", "place", "kind", "session", "speaker"]
FIELDS = ("who", "org", "place", "theme", "unit", "kind", "tag", "has")
"""Fields of text that a filter of figures knows."""
_KINDS: dict[str, str] = dict(FIGURES.items())
UNDER: tuple[Under, ...] = get_args(Under)


class FigureTable:
    """The figures of a library. It is made in a thread, and not changed afterwards."""

    def __init__(self, seen: Overview, entries: Mapping[str, Entry], kept: Mapping[str, Kept]) -> None:
        """Take what holds across the library, its entries by article key, and what the user added to figures."""
        self.seen, self.kept = seen, kept
        self._entries = entries

    def measure(self, key: str) -> Measure:
        """Return a figure by its key."""
        return self.seen.measure_of[key]

    def entry(self, key: str) -> Entry:
        """Return the list's entry of a figure's article."""
        return self._entries[self.measure(key).article_key]

    def added(self, key: str) -> Kept | None:
        """Return what the user added to a figure."""
        return self.kept.get(key)

    def remarks(self, key: str) -> list[Remark]:
        """Return what speaks against a figure."""
        return remarks(self.measure(key), self.seen)

    def row(self, key: str) -> Row:
        """Return what an export says of a figure."""
        return figure_row(self.measure(key), self.entry(key), self.remarks(key), self.series(key))

    def series(self, key: str) -> Series | None:
        """Return the figures that one can be compared with."""
        return self.seen.series_of.get(key)

    def alike(self, key: str) -> int | None:
        """Return how many figures are in the series of one."""
        found = self.series(key)
        return len(found.measures) if found else None

    def comparable(self, kind: str, unit: str) -> Sequence[Series]:
        """Return the series of a kind and unit, those with most figures first."""
        return [one for one in self.seen.series if (one.kind, one.unit) == (kind, unit)]

    def otherwise(self, key: str) -> Sequence[Measure]:
        """Return the figures of other articles about the session that contradict one."""
        pairs = (pair for pair in self.seen.contradictions if key in (pair[0].key, pair[1].key))
        return [one for pair in pairs for one in pair if one.key != key]

    def charted(self, key: str, shown: Collection[str]) -> Charted | None:
        """Return the figures of the series of one that the table shows."""
        return charted(self.seen, key, shown)

    def listed(self, words: str, by: str, *, falls: bool, under: str = "", limit: int | None = None) -> Listed:
        """Return the figures that a query lets through, sorted and grouped.

        Args:
            words: The query.
            by: One of ``By``.
            falls: Whether the greatest comes first.
            under: One of ``Under``; empty for no groups.
            limit: Not heeded here: all rows are at hand.

        """
        group = (lambda key: self._group(key, under)) if under else None
        return listed(
            self._findable, Filtering(words, FIELDS), lambda key: self._key(key, by), falls=falls, group=group
        )

    @cached_property
    def _findable(self) -> Mapping[str, Findable]:
        """What figures are found by, the latest first, of one article in its order."""
        ordered = sorted(self.seen.measures, key=lambda one: one.day or "", reverse=True)
        return {one.key: self._of(one) for one in ordered if one.article_key in self._entries}

    def _of(self, one: Measure) -> Findable:
        entry = self._entries[one.article_key]
        theme, place = entry.theme or "", one.place or ""
        fields = {
            "who": one.speaker or "",
            "place": place,
            "unit": one.unit,
            "kind": one.kind,
            "theme": theme,
            "org": entry.organizer or "",
            "tag": " ".join(self.kept[one.key].tags) if one.key in self.kept else "",
        }
        texts = (one.written, one.about, place, one.speaker, theme)
        return findable(texts, fields, one.day, one.value, has_of(entry, self.kept.get(one.key)))

    def _key(self, key: str, by: str) -> Key | None:
        one = self.measure(key)
        if by == "value":
            return one.value
        if by == "date":
            return one.at or None
        if by == "speaker":
            return name_key(*names.split(one.speaker)) if one.speaker else None
        return sort_key(one.about if by == "subject" else one.place or "") or None

    def _group(self, key: str, under: str) -> Group:
        one = self.measure(key)
        if under == "series":
            found = self.seen.series_of.get(key)
            about = clean_line(f"{found.about} ({found.unit})" if found.unit else found.about) if found else Clean("")
            return Group((-len(found.measures), found.key), about) if found else Group((1,), say("Not comparable"))
        if under == "kind":
            return Group((list(_KINDS).index(one.kind),), say(_KINDS[one.kind]))
        if under == "session":
            entry = self._entries[one.article_key]
            return Group((_falling(one.day), entry.path), clean_line(f"{one.day or ''} {entry.headline}".strip()))
        text = (one.speaker if under == "speaker" else one.place) or ""
        return Group((not text, sort_key(text)), clean_line(text) or say("Not known"))


def _falling(day: str | None) -> str:
    """Return a key that puts later days first."""
    return "".join(chr(0x7F - ord(character)) for character in day or "")
