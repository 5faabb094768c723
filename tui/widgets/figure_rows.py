"""The key figures: by kind, drawn, with subject, period, speaker and checks beside them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.kinds import FIGURES
from tui.library.advice import rule_said
from tui.messages import say
from tui.model import Check, Figure, Period, Record
from tui.naming import Names
from tui.text.clean import Clean, clean_line
from tui.widgets.bars import bar, position
from tui.widgets.ink import NOTHING, Line, Piece, cells, fit, paragraph, spread
from tui.widgets.ink import width as width_of
from tui.widgets.rows import Rows, heading
from tui.widgets.wording import DIRECTIONS, INFERRED, is_inferred, number, percent, span_of_days

_LEAST_BAR = 6
_MOST_BAR = 24
_PASSED, _FAILED = Clean("✓"), Clean("!")


class FigureRows(Rows):
    """A record's figures under headings by kind."""

    def __init__(self, record: Record) -> None:
        """Take the record; without figures there are no rows."""
        self._names = Names(record)
        self._periods = {period.id: period for period in record.periods}
        self._statements = {statement.id: statement for statement in record.statements}
        self._checks: dict[str, list[Check]] = {}
        for check in record.checks:
            for figure_id in check.figures:
                self._checks.setdefault(figure_id, []).append(check)
        self._rows: list[Figure | Clean] = []
        self._largest: dict[str, float] = {}
        for kind, name in FIGURES.items():
            figures = [figure for figure in record.figures if figure.kind == kind]
            if figures:
                self._rows += [say(name), *figures]
            if len(figures) > 1 and kind in ("count", "money", "area", "length", "weight"):
                self._take_scale(figures)
        self.ids = ["" if isinstance(row, str) else row.id for row in self._rows]
        self._number_width = max((cells(self._number(row)) for row in self._rows if isinstance(row, Figure)), default=0)

    def _take_scale(self, figures: Sequence[Figure]) -> None:
        """Keep the largest of the figures that count the same, so that they are drawn to one scale."""
        for figure in figures:
            key = self._class(figure)
            if sum(self._class(other) == key for other in figures) > 1:
                self._largest[key] = max(self._largest.get(key, 0), figure.value_to or figure.value)

    @staticmethod
    def _class(figure: Figure) -> str:
        return "money" if figure.kind == "money" else f"{figure.kind} {figure.unit or ''}"

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, or a figure: its number and picture, then what it is about."""
        row = self._rows[index]
        if isinstance(row, str):
            return heading(row, width, index == 0)
        about = self._about(row)
        lines: list[Line] = [self._picture(row, width)]
        if full:
            lines += [self._indented(line) for line in paragraph(about, width - 1, "text")] if about else []
            lines += [self._indented(line) for note in self._notes(row) for line in paragraph(note, width - 1, "dim")]
        elif about:
            lines += [self._indented(line) for line in paragraph(about, width - 1, "dim", most=1)]
        return lines

    @staticmethod
    def _indented(line: Line) -> Line:
        return [Piece(Clean(" ")), *line]

    # The first line

    def _picture(self, figure: Figure, width: int) -> Line:
        """Return a figure's number with its bar, position or arrow, and the mark of its checks to the right."""
        mark = self._mark(figure)
        written = Piece(self._number(figure), "figure-strong")
        room = width - (width_of(mark) + 1 if mark else 0)
        pad = Piece(Clean(" " * max(min(self._number_width, width // 3) - cells(written.text), 0)))
        left = room - width_of((written, pad)) - 2
        drawn: Line = ()
        if figure.kind == "ratio" and figure.denominator:
            drawn = self._bar(figure.value, percent(figure.value), left)
        elif figure.kind == "percentage" and 0 <= figure.value <= 100:
            drawn = self._bar(figure.value / 100, NOTHING, left)
        elif figure.kind == "rank" and figure.rank and figure.rank_of and left >= _LEAST_BAR:
            drawn = position(figure.rank, figure.rank_of, min(left, _MOST_BAR))
        elif (largest := self._largest.get(self._class(figure))) and left >= _LEAST_BAR:
            drawn = bar((figure.value_to or figure.value) / largest, min(left, _MOST_BAR))
        line: Line = [written, pad, Piece(Clean("  ")), *drawn] if drawn else fit([written], room)
        return spread(line, mark, width) if mark else line

    @staticmethod
    def _bar(share: float, words: Clean, room: int) -> Line:
        """Return a bar with its percentage behind it, or the percentage alone where there is little room."""
        room -= 6 if words else 0
        text = [Piece(Clean(f" {words:>5}"), "text")] if words else []
        return [*bar(share, min(room, _MOST_BAR)), *text] if room >= _LEAST_BAR else text

    @staticmethod
    def _number(figure: Figure) -> Clean:
        """Return what stands for the figure in the list: as written, with its unit, an arrow or a sign."""
        hedge = f"{figure.hedge} " if figure.hedge else ""
        written = figure.number_selector.exact
        if figure.kind == "change":
            written = f"{DIRECTIONS[figure.direction]} {written}" if figure.direction else written
        if figure.kind == "factor":
            written = f"×{written}"
        shows_unit = figure.kind not in ("ratio", "percentage", "rank") and figure.unit and figure.unit not in written
        return clean_line(f"{hedge}{written} {figure.unit if shows_unit else ''}")

    def _mark(self, figure: Figure) -> Line:
        """Return a tick when all checks of the figure passed, or an exclamation mark; before it that it is inferred."""
        marks = [Piece(INFERRED, "dim")] if is_inferred(figure.found) else []
        if checks := self._checks.get(figure.id, ()):
            failed = any(check.result == "failed" for check in checks)
            marks += [Piece(Clean(" "))] if marks else []
            marks.append(Piece(_FAILED, "warning") if failed else Piece(_PASSED, "dim"))
        return marks

    # What it is about

    def _about(self, figure: Figure) -> Clean:
        """Return subject and period on one line."""
        parts = [clean_line(figure.subject) if figure.subject else NOTHING, self._period(figure)]
        if figure.kind in ("ratio", "rank") and figure.unit and not figure.subject:
            parts.insert(0, clean_line(figure.unit))
        return Clean(" · ".join(part for part in parts if part))

    def _period(self, figure: Figure) -> Clean:
        period = self._periods.get(figure.period_id or "")
        baseline = self._periods.get(figure.baseline_period_id or "")
        if baseline:
            return Clean(f"{self._days(baseline)} → {self._days(period)}" if period else f"{self._days(baseline)} →")
        return self._days(period) if period else NOTHING

    @staticmethod
    def _days(period: Period) -> Clean:
        return span_of_days(period.start, period.end) or clean_line(period.selector.exact)

    def _notes(self, figure: Figure) -> list[Clean]:
        """Return what the current row tells beside: the whole amount, who says it, the checks."""
        notes = []
        if figure.scale:
            unit = clean_line(figure.unit or "")
            notes.append(Clean(f"= {number(figure.value)}" + (f" ({unit})" if figure.kind != "money" else "")))
        if speaker := self._names.of(figure.speaker_id):
            statement = self._statements.get(figure.statement_id or "")
            named = statement is None or statement.attribution == "explicit"
            by = say("says {name}", name=clean_line(speaker))
            notes.append(by if named else say("~ {words} (inferred)", words=by))
        for check in self._checks.get(figure.id, ()):
            sign = _PASSED if check.result == "ok" else _FAILED
            sums = ""
            if check.computed is not None and check.stated is not None:
                sums = f": {number(check.computed)} ~ {number(check.stated)}"
            notes.append(Clean(f"{sign} {rule_said(check.rule)}{sums}"))
        if is_inferred(figure.found):
            notes.append(say("~ inferred"))
        return notes
