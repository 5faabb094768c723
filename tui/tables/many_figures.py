"""The figures of a library that is too large to be held in memory: the same table, read from its index as it is seen.

What takes all figures at once is left out: groups, and in the table itself the marks of outliers and of what another
article contradicts; both are worked out of the figures beside the one that is looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tui.across.comparison import contradictions
from tui.across.decided import settle
from tui.across.measure import Measure
from tui.across.references import Figures
from tui.across.series import Series, outliers, series
from tui.export.rows import Row
from tui.library import Entry, Library
from tui.library.index.engine import Ask, Conditions
from tui.library.index.tables import COLUMNS, Column, FigureRow, Sorting
from tui.library.overview import decisions_of
from tui.library.userdata import Kept
from tui.search import Corpus
from tui.search.narrowing import narrow
from tui.tables.figure_charts import Charted, charting
from tui.tables.listed import Listed
from tui.tables.rows import Remark, figure_row

_MOST_KEPT = 2_000
"""Rows that are remembered."""
_SERIES_KEPT = 4


class ManyFigures:
    """The figures of a library, by the numbers of their rows in the index, or by their keys where they were seen."""

    def __init__(self, library: Library, corpus: Corpus, kept: Mapping[str, Kept]) -> None:
        """Take the library, what is searched in it, and what the user added to figures."""
        self._index, self._corpus, self.kept = library.index, corpus, kept
        self._decided = decisions_of(library).series.read()[0]
        self._rows: dict[str, FigureRow] = {}
        self._series: dict[str, Series] = {}

    def listed(self, words: str, by: str, *, falls: bool, under: str = "", limit: int | None = None) -> Listed:
        """Return the figures that a query lets through, the first ones or all; ``under`` is not known here."""
        narrowed = narrow(words, self._corpus, "figures")
        column: Column = next((one for one in COLUMNS["figures"] if one == by), "date")
        numbers = self._index.tables.listed("figures", narrowed.ask, Sorting(column, falls), limit)
        return Listed([*map(str, numbers)], {}, len(numbers), len(numbers), narrowed.note)

    def measure(self, key: str) -> Measure:
        """Return a figure by its number or key."""
        return self._row(key).measure

    def entry(self, key: str) -> Entry:
        """Return the list's entry of a figure's article."""
        session = self._row(key).session
        return self._index.entries([session])[session]

    def added(self, key: str) -> Kept | None:
        """Return what the user added to a figure."""
        return self.kept.get(self.measure(key).key) if self.kept else None

    def row(self, key: str) -> Row:
        """Return what an export says of a figure."""
        found = self.series(key)
        return figure_row(self.measure(key), self.entry(key), self.remarks(key), found)

    def remarks(self, key: str) -> list[Remark]:
        """Return what speaks against a figure, as far as that is known without looking at others."""
        return ["failed"] if self.measure(key).failed else []

    def series(self, key: str) -> Series | None:
        """Return the figures that one can be compared with."""
        wanted = self.measure(key).series_key
        if wanted and wanted not in self._series:
            rows = self._index.tables.series([wanted])
            self._remember(rows)
            measures = [row.measure for row in rows]
            found = series(measures, settle(self._decided, Figures(measures).find))
            if len(self._series) >= _SERIES_KEPT:
                self._series.clear()
            self._series[wanted] = next((one for one in found if one.key == wanted), found[0])
        own = self._series.get(wanted)
        return own if own and any(one.key == self.measure(key).key for one in own.measures) else None

    def alike(self, key: str) -> int | None:
        """Return how many figures one can be compared with; that is not counted for each row."""
        return None

    def comparable(self, kind: str, unit: str) -> Sequence[Series]:
        """Return the series of a kind and unit that were looked at."""
        return [one for one in self._series.values() if (one.kind, one.unit) == (kind, unit)]

    def otherwise(self, key: str) -> Sequence[Measure]:
        """Return the figures of other articles about the session that contradict one."""
        first = self._index.events()
        own = self._row(key).session
        together = [number for number, one in first.items() if one == first.get(own)] if own in first else []
        keys = [entry.article_key for entry in self._index.entries(together).values()]
        if len(keys) < 2:
            return []
        ask = Ask((), Conditions(keys=keys))
        rows = self._index.tables.figure_rows(self._index.tables.listed("figures", ask, Sorting("date")))
        self._remember(rows.values())
        pairs = contradictions([row.measure for row in rows.values()], dict.fromkeys(keys, "session"))
        mine = self.measure(key).key
        return [one for pair in pairs if mine in (pair[0].key, pair[1].key) for one in pair if one.key != mine]

    def charted(self, key: str, shown: Collection[str]) -> Charted | None:
        """Return the figures of the series of one; of a filtered table, all of them."""
        found = self.series(key)
        if found is None:
            return None
        failed = {one.key for one in found.measures if one.failed}
        return charting(found, found.measures, frozenset(failed | outliers(found)))

    def _row(self, key: str) -> FigureRow:
        if key not in self._rows:
            rows = self._index.tables.figure_rows([int(key)]) if key.isdigit() else {}
            self._remember(rows.values())
        return self._rows[key]

    def _remember(self, rows: Collection[FigureRow]) -> None:
        if len(self._rows) > _MOST_KEPT + len(rows):
            self._rows.clear()
        for row in rows:
            self._rows[str(row.number)] = self._rows[row.measure.key] = row
