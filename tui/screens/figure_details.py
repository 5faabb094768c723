"""What the details of a figure show: its sentence, what is known of it, and the chart of those it is compared with."""

from __future__ import annotations

from collections.abc import Iterator

from tui.across.measure import Measure
from tui.charts.timeline import timeline
from tui.export.wording import REMARKS, fixed, short
from tui.library import Document
from tui.messages import say
from tui.tables.figure_charts import Charted, by_date, by_place, key_of, summary
from tui.tables.figures import FigureTable
from tui.tables.many_figures import ManyFigures
from tui.text import sentences
from tui.text.clean import Clean, clean_line
from tui.widgets.chart_parts import bar_parts, timeline_part
from tui.widgets.ink import Line, Piece, spread
from tui.widgets.parts import Part, PartRows, headline, lines, space, words
from tui.widgets.quotation import quotation
from tui.widgets.wording import day, number, span_of_days

_HEIGHT = 14
"""Lines of a time line."""
_LARGE = 1000
"""A number from which on it is said in full where the article has it in short ("1,2 tỷ")."""
_MOST_LISTED = 500
"""Most figures that are listed below a time line."""
_AT = "@"
"""What parts a figure's key from what a row says of it."""


def key_of_row(row: str) -> str:
    """Return the figure that a row of the details is about; empty for none."""
    return row.partition(_AT)[0]


class FigureDetails(PartRows):
    """The details of a figure. The id of a row is a figure's key, with what it says of it behind ``@``."""

    def __init__(
        self,
        table: FigureTable | ManyFigures,
        key: str,
        document: Document | None,
        chart: Charted | None = None,
        view: str = "",
    ) -> None:
        """Take the table, the figure, its article, the chart of its series, and which chart; no view: it is not known.

        A chart of None: the figure is in no series.
        """
        self.key = self.here = table.measure(key).key
        self._table = table
        charted = self._charted(chart, view) if view else self._sought()
        super().__init__([*self._of(table.measure(key), document), *charted])

    def point(self, row: str) -> None:
        """Point at the figure of another row in the chart."""
        self.here = key_of_row(row) or self.key

    # The figure

    def _of(self, one: Measure, document: Document | None) -> Iterator[Part]:
        hedge = f"{one.hedge} " if one.hedge else ""
        yield words(clean_line(f"{hedge}{one.written}"), "figure-strong")
        whole = number(one.value)
        is_short = "".join(filter(str.isdigit, whole)) not in "".join(filter(str.isdigit, one.written))
        about = [clean_line(one.about), whole if is_short and abs(one.value) >= _LARGE else Clean("")]
        yield words(Clean(" = ".join(filter(None, about))) or say("The article does not say what it counts."), "text")
        yield space()
        if document is not None:
            place = sentences.around(document.text, *one.span)
            view = document.view
            yield lines(lambda width: quotation(view, place, [one.span], width), f"{one.key}{_AT}sentence")
            yield space()
        yield from (words(fact, "dim") for fact in self._facts(one) if fact)
        yield from self._remarks(one)

    def _facts(self, one: Measure) -> Iterator[Clean]:
        entry = self._table.entry(self.key)
        yield say("Period: {period}", period=span_of_days(one.start, one.end)) if one.start or one.end else Clean("")
        yield say("says {name}", name=clean_line(one.speaker)) if one.speaker else Clean("")
        session = (day(one.day), clean_line(one.place or ""), clean_line(entry.theme or ""))
        yield Clean(" · ".join(filter(None, session)))
        yield clean_line(entry.headline)

    def _remarks(self, one: Measure) -> Iterator[Part]:
        for remark in self._table.remarks(one.key):
            if remark != "contradicted":
                yield words(say(REMARKS[remark]), "warning", before=Clean("! "))
        for other in self._table.otherwise(one.key):
            entry = self._table.entry(other.key)
            told = say(
                "Another article about the session says {figure}: {headline}",
                figure=clean_line(other.written),
                headline=clean_line(entry.headline),
            )
            yield words(told, "warning", id=f"{other.key}{_AT}other", before=Clean("! "))

    # The chart

    def _sought(self) -> Iterator[Part]:
        yield headline(say("Comparable figures"))
        yield words(say("Looking through the library …"), "dim")

    def _charted(self, chart: Charted | None, view: str) -> Iterator[Part]:
        yield headline(say("Comparable figures"))
        if chart is None or len(chart.measures) < 2:
            yield words(say("There is none in this table. = compares it with figures of another subject."), "dim")
            return
        yield words(chart.title, "strong")
        yield words(summary(chart), "dim")
        yield space()
        if view == "place":
            places = by_place(chart)
            mine = {bar.id for bar in places if self._is_of_place(chart, bar.id)}
            yield from bar_parts(places, chart.whole, mine)
        else:
            yield from self._by_date(chart)

    def _is_of_place(self, chart: Charted, key: str) -> bool:
        of = self._table.measure
        return of(key).place == of(self.key).place

    def _by_date(self, chart: Charted) -> Iterator[Part]:
        points = by_date(chart)
        yield timeline_part(points, _HEIGHT, short, lambda: self.here)
        yield words(key_of(timeline(points, 60, _HEIGHT, short)), "dim")
        yield space()
        latest = chart.measures[-_MOST_LISTED:]
        yield from (self._row(chart, one) for one in reversed(latest))
        if len(latest) < len(chart.measures):
            yield words(say("The latest {count} of them; a filter leaves fewer.", count=len(latest)), "dim")

    def _row(self, chart: Charted, one: Measure) -> Part:
        """Return a figure of the chart in a line: day, place, value."""
        mark = Clean("! ") if one.key in chart.warned else Clean("")
        right = [Piece(mark, "warning"), Piece(fixed(chart.value(one), chart.decimals), "figure-strong")]

        def draw(width: int, full: bool) -> list[Line]:
            where = Clean(f"  {clean_line(one.place or '')}")
            left = [Piece(day(one.at), "dim"), Piece(where, "accent" if one.key == self.key else "text")]
            return [spread(left, right, width)]

        return Part(one.key, draw)
