"""The articles about one session compared: who and which figures stand in one of them only, or differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.across.events import Event
from tui.library import Document, Library, LibraryError
from tui.library.overview import overview
from tui.library.userdata import UserData
from tui.messages import N_, say
from tui.screens.table import TableScreen
from tui.screens.table_state import Answer, Asked, Detail, Opened, Order, TableState
from tui.text.clean import Clean, clean_line
from tui.widgets.columns import Column
from tui.widgets.comparison_cells import Compared, ComparedDetails, ComparisonCells, compared
from tui.widgets.wording import day

if TYPE_CHECKING:
    from tui.across.appearance import Appearance
    from tui.across.measure import Measure
    from tui.screens.marks import Pointed

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class ComparisonScreen(TableScreen):
    """Shows what the articles of a session say, side by side."""

    CALLED = N_("Comparison")
    HINT = N_("a name, a number, words of what is counted")
    COLUMNS = (Column("what", N_("Who or what"), 18, 44, 1),)
    ORDERS = (Order("verdict", N_("Difference")), Order("what", N_("Who or what")))

    def __init__(self, library: Library, user: UserData, state: TableState, articles: Sequence[str]) -> None:
        """Take the library, the user's data, what was shown last, and the keys of the articles."""
        super().__init__(library, user, state)
        self._documents = {key: found for key in articles if (found := self._document(key)) is not None}

    def _document(self, article_key: str) -> Document | None:
        try:
            return self.library.document(article_key)
        except (KeyError, LibraryError):
            return None

    @property
    def columns(self) -> Sequence[Column]:
        """What is compared, and a column an article."""
        articles = [
            Column(key, name, 16, 60, 2 + nth, brief=name[:1]) for nth, (key, name) in enumerate(self._names.items())
        ]
        return [*self.COLUMNS, *articles]

    @cached_property
    def _names(self) -> Mapping[str, Clean]:
        """What the articles are called: a letter, who published it and when, else the file."""
        return {
            key: Clean(f"{letter} {_source(document)}")
            for letter, (key, document) in zip(_LETTERS, self._documents.items(), strict=False)
        }

    @cached_property
    def _rows(self) -> Mapping[str, Compared]:
        keys = list(self._names)
        found = overview(self.library, keys).compare(Event(tuple(sorted(keys))))
        return {row.id: row for row in compared(found, keys)}

    def answer(self, asked: Asked) -> Answer:
        """Return who and what is compared."""
        cells = ComparisonCells(list(self._rows.values()), asked.words, asked.by, falls=asked.falls)
        return Answer(cells, len(self._rows))

    def detail(self, row: str) -> Detail:
        """Return what each article says."""
        one = self._rows[row]
        return Detail(one.name, ComparedDetails(one, self._names))

    def chosen_in_detail(self, row: str) -> None:
        """Go to the place in the article."""
        one = self._said(row)
        if one is not None:
            self.leave(Opened(row, *one.span))

    def _said(self, article_key: str) -> Appearance | Measure | None:
        row = self._rows.get(self.table.current)
        return row.of.by_article.get(article_key) if row else None

    def pointed_in_table(self, row: str) -> Pointed | None:
        """Return the person or figure of the first article that has it."""
        return self._pointed(next(iter(self._rows[row].of.by_article)))

    def pointed_in_detail(self, row: str) -> Pointed | None:
        """Return the person or figure of an article."""
        return self._pointed(row)

    def _pointed(self, article_key: str) -> Pointed | None:
        from tui.export.item import resolve  # noqa: PLC0415 - not needed before something is pointed at
        from tui.screens.marks import Pointed  # noqa: PLC0415 - the same

        one, document = self._said(article_key), self._documents.get(article_key)
        if one is None or document is None:
            return None
        section = "people" if self.table.current.startswith("p") else "figures"
        item = resolve(section, document, *one.span)  # type: ignore[arg-type]
        return Pointed(item, self._rows[self.table.current].name) if item else None

    def nothing(self, asked: Asked) -> Sequence[Clean]:
        """Return what to say where nothing is compared."""
        if asked.words.strip():
            return super().nothing(asked)
        return (say("These articles name nobody and no figure that could be compared."),)


def _source(document: Document) -> Clean:
    entry = document.entry
    parts = (clean_line(entry.publisher or ""), day(entry.published))
    return Clean(" ".join(part for part in parts if part)) or clean_line(entry.path)
