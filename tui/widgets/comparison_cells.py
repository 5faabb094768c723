"""The articles about one session side by side: a row a person or figure, a column an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.across.appearance import Appearance
from tui.across.comparison import Aspect, Counted, Told, Verdict
from tui.across.measure import Measure
from tui.across.overview import Comparison
from tui.messages import N_, say
from tui.text.clean import Clean, clean_line
from tui.text.collate import sort_key
from tui.text.fold import fold
from tui.widgets.ink import NOTHING, Line, Piece, paragraph
from tui.widgets.rows import Rows, heading
from tui.widgets.theme import Ink
from tui.widgets.wording import SIDES, span_of_days

_SIGNS: dict[Verdict, tuple[Clean, Ink]] = {
    "differ": (Clean("≠ "), "warning"),
    "only": (Clean("◦ "), "accent"),
    "agree": (Clean("= "), "dim"),
}
_GROUPS: dict[tuple[str, Verdict], str] = {
    ("p", "differ"): N_("People of whom the articles say different things"),
    ("f", "differ"): N_("Figures that differ"),
    ("p", "only"): N_("People in some of the articles alone"),
    ("f", "only"): N_("Figures in some of the articles alone"),
    ("p", "agree"): N_("People of whom all say the same"),
    ("f", "agree"): N_("Figures that agree"),
}
_ASPECTS: dict[Aspect, str] = {
    "role": N_("the roles differ"),
    "side": N_("the sides differ"),
    "chair": N_("not all say who presided"),
}
_ABSENT = Clean("—")


class Compared(NamedTuple):
    """A person or figure as a row: ``said`` is what each article says, in their order; None where it says nothing."""

    id: str
    name: Clean
    verdict: Verdict
    said: tuple[Clean | None, ...]
    of: Told | Counted


def compared(found: Comparison, articles: Sequence[str]) -> list[Compared]:
    """Return the rows: what differs first, then what not all articles have, then what agrees."""
    people = [_person(nth, one, articles) for nth, one in enumerate(found.people)]
    figures = [_figure(nth, one, articles) for nth, one in enumerate(found.figures)]
    order = list(_GROUPS)
    return sorted([*people, *figures], key=lambda row: order.index((row.id[0], row.verdict)))


def _person(nth: int, one: Told, articles: Sequence[str]) -> Compared:
    said = (_role(each) if (each := one.by_article.get(key)) else None for key in articles)
    return Compared(f"p{nth}", clean_line(one.name), one.verdict, tuple(said), one)


def _figure(nth: int, one: Counted, articles: Sequence[str]) -> Compared:
    said = (clean_line(each.written) if (each := one.by_article.get(key)) else None for key in articles)
    return Compared(f"f{nth}", clean_line(one.about), one.verdict, tuple(said), one)


def _role(one: Appearance) -> Clean:
    roles = Clean("; ".join(clean_line(post.label) for post in one.posts)) or say("no role is given")
    return Clean(f"★ {roles}") if one.is_chair else roles


class ComparisonCells:
    """What the table says (see :class:`tui.widgets.table_rows.Cells`)."""

    def __init__(self, rows: Sequence[Compared], words: str, by: str, *, falls: bool) -> None:
        """Take all rows, what those that are shown must say, and by what they are sorted: ``verdict`` or ``what``."""
        wanted = fold(words).split()
        kept = [row for row in rows if all(word in fold(_text(row)) for word in wanted)]
        self.grouped = by == "verdict"
        if not self.grouped:
            kept.sort(key=lambda row: sort_key(row.name))
        if falls:
            kept.reverse()
        self._rows: list[Compared | Clean] = list(_under_headings(kept) if self.grouped else kept)
        self.ids = [row.id if isinstance(row, Compared) else "" for row in self._rows]

    def place(self, row: str) -> int:
        """Return the index of a row, -1 where there is none of that id."""
        return self.ids.index(row) if row in self.ids else -1

    def heading(self, index: int) -> Clean:
        """Return the words of a heading."""
        row = self._rows[index]
        return NOTHING if isinstance(row, Compared) else row

    def cells(self, index: int) -> Sequence[Line]:
        """Return what is compared, and what each article says of it."""
        row = self._rows[index]
        if not isinstance(row, Compared):
            return []
        ink: Ink = "person-strong" if row.id.startswith("p") else "figure-strong"
        said = ([Piece(words) if words else Piece(_ABSENT, "dim")] for words in row.said)
        return [[Piece(*_SIGNS[row.verdict]), Piece(row.name, ink)], *said]


def _under_headings(rows: Sequence[Compared]) -> Iterator[Compared | Clean]:
    last = None
    for row in rows:
        group = row.id[0], row.verdict
        if group != last:
            last = group
            yield say(_GROUPS[group])
        yield row


def _text(row: Compared) -> str:
    return " ".join(filter(None, (row.name, *row.said)))


class ComparedDetails(Rows):
    """What each article says of a person or figure; a row's id is the article's key."""

    def __init__(self, row: Compared, names: Mapping[str, Clean]) -> None:
        """Take the row, and the articles in their order by key, each with what it is called."""
        self._row, self._names = row, names
        there = row.of.by_article
        self._keys = list(names)
        self.ids = [part for key in self._keys for part in ("", key if key in there else "")]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return the name of an article, or what it says."""
        key = self._keys[index // 2]
        if index % 2 == 0:
            return heading(self._names[key], width, index == 0)
        one: Appearance | Measure | None = self._row.of.by_article.get(key)
        if one is None:
            return paragraph(say("nothing of it in this article"), width, "dim")
        words = _of_person(self._row.of, one) if isinstance(one, Appearance) else _of_figure(one)
        return [line for nth, each in enumerate(words) for line in paragraph(each, width, "dim" if nth else "text")]


def _of_person(told: Told | Counted, one: Appearance) -> Iterator[Clean]:
    yield _role(one)
    yield say(SIDES[one.side])  # type: ignore[index]
    if isinstance(told, Told) and told.differ:
        yield Clean("≠ " + "; ".join(say(_ASPECTS[aspect]) for aspect in told.differ))


def _of_figure(one: Measure) -> Iterator[Clean]:
    yield clean_line(one.written)
    for words in (clean_line(one.about), span_of_days(one.start, one.end), clean_line(one.speaker or "")):
        if words:
            yield words
