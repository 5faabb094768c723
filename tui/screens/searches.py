"""Earlier searches: those that were given a name, and the recent ones, found by a few letters."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input

from tui.actions import Place
from tui.library.userdata import UserData
from tui.messages import say
from tui.screens.window import Window
from tui.text.clean import Clean, clean_line
from tui.text.fold import fold
from tui.widgets.ink import Line, Piece, cells, paragraph
from tui.widgets.line_list import LineList
from tui.widgets.rows import NoRows, Rows, heading
from tui.widgets.typed_line import TypedLine

_NAMED, _RECENT = "named:", "recent:"


class SearchRows(Rows):
    """Searches with a name, then recent ones; a row's id says which of both it is, and its name or its words."""

    def __init__(self, named: Sequence[tuple[str, str]], recent: Sequence[str]) -> None:
        """Take names with queries, and queries."""
        self._rows: list[Clean | tuple[str, str]] = []
        self.ids = []
        for title, kind, rows in (
            (say("Kept"), _NAMED, named),
            (say("Recent"), _RECENT, [("", query) for query in recent]),
        ):
            if rows:
                self._rows += [title, *rows]
                self.ids += ["", *(f"{kind}{name or query}" for name, query in rows)]

    def query(self, row: str) -> str:
        """Return the query of a row."""
        found = self._rows[self.ids.index(row)] if row else ""
        return found if isinstance(found, str) else found[1]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, or a search: its name where it has one, and its words."""
        row = self._rows[index]
        if isinstance(row, str):
            return heading(row, width, index == 0)
        name, query = map(clean_line, row)
        most = 0 if full else 1
        if not name:
            return paragraph(query, width, "text", most=most)
        if cells(name) + cells(query) + 2 <= width:
            return [[Piece(name, "strong"), Piece(Clean(f"  {query}"), "dim")]]
        words = paragraph(query, width - 2, "dim", most=most)
        return [*paragraph(name, width, "strong", most=most), *([Piece(Clean("  ")), *line] for line in words)]


class SearchesScreen(Window[str | None]):
    """Offers earlier searches; dismissed with the words of the one that was chosen."""

    def __init__(self, user: UserData, query: str = "") -> None:
        """Take the user's data, and the search that is on the screen, which need not be offered."""
        super().__init__(awaits_line=True)
        self._user, self._query = user, " ".join(query.split())
        self._line = TypedLine(id="searches-line", placeholder=say("a few letters of a name or of its words"))
        self._list = LineList(id="searches", framed=False, always_strong=True)

    @property
    def place(self) -> Place:
        """Where keys go."""
        return "searches"

    def compose(self) -> ComposeResult:
        """Lay out the line and the list."""
        with Vertical(id="window", classes="-list") as window:
            window.border_title = Content(say("Earlier searches"))
            with Horizontal(id="typed"):
                yield self._line
            yield self._list
            yield self.keys

    def on_mount(self) -> None:
        """Show everything, and take what was typed meanwhile."""
        self._list.can_focus = False
        self._show()
        self.line_is_ready(self._line)
        self.show_keys()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what has the words that are typed."""
        self._show()

    def _show(self) -> None:
        words = fold(self._line.value).split()
        kept, last = self._user.saved_searches(), self._user.recent_searches()
        named = [(one.name, one.query) for one in kept if _has(f"{one.name} {one.query}", words)]
        recent = [query for query in last if query != self._query and _has(query, words)]
        rows = SearchRows(named, recent)
        if rows.ids:
            self._list.show(rows, self._list.current)
        elif kept or last:
            self._list.show(NoRows(say("No earlier search has these words.")))
        else:
            self._list.show(
                NoRows(
                    say("There are no earlier searches yet."),
                    say("A search by which something was opened, marked or copied is remembered."),
                )
            )

    def do_down(self, times: int) -> None:
        """Go to the next one."""
        self._list.do_down(times)

    def do_up(self, times: int) -> None:
        """Go to the one before."""
        self._list.do_up(times)

    def do_forget_search(self, times: int) -> None:
        """Forget the current search: its name, or that it was searched."""
        row = self._list.current
        if row.startswith(_NAMED):
            self._user.forget_search(row.removeprefix(_NAMED))
        elif row:
            self._user.forget_recent(row.removeprefix(_RECENT))
        self._list.do_down(1)
        self._show()

    def do_choose(self, times: int) -> None:
        """Take the current search."""
        rows = self._list.rows
        self.dismiss(rows.query(self._list.current) if isinstance(rows, SearchRows) else None)

    def on_line_list_chosen(self) -> None:
        """Take the search that was clicked."""
        self.do_choose(1)


def _has(text: str, words: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)
