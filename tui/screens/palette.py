"""The command palette: every action, session, setting, theme and library, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from tui.actions import Place, for_palette, keys_of, written
from tui.config import SETTINGS
from tui.config.settings import THEMES
from tui.library import Entry
from tui.messages import say
from tui.screens.window import Window
from tui.text.clean import Clean, clean_line
from tui.text.typed import Typed
from tui.widgets.ink import Line, Piece, paragraph, spread
from tui.widgets.line_list import LineList
from tui.widgets.rows import NoRows, Rows
from tui.widgets.typed_line import TypedLine
from tui.widgets.wording import day

MOST = 200
"""Most rows that are shown."""
AT_ONCE = 2000
"""Most sessions that are looked through while a key waits; more of them are in a thread."""


class Offer(NamedTuple):
    """Something that can be chosen: its row's id, what it is called, and what stands at the right."""

    id: str
    words: Clean
    right: Clean
    found_by: str
    is_key: bool = False
    """Whether what stands at the right is a key."""


class PaletteRows(Rows):
    """Offers, then sessions; a session's id is ``open:`` and its path."""

    def __init__(self, rows: Sequence[Offer | Entry]) -> None:
        """Take what is offered."""
        self._rows = rows
        self.ids = [row.id if isinstance(row, Offer) else f"open:{row.path}" for row in rows]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return an offer with what stands at its right, or a session with its day."""
        row = self._rows[index]
        if isinstance(row, Offer):
            right = [Piece(row.right, "accent" if row.is_key else "dim")] if row.right else []
            first, *more = paragraph(row.words, max(width - len(row.right) - 1, 1), "text", most=0 if full else 1)
            return [spread(first, right, width), *more]
        words = paragraph(clean_line(row.headline), width - 2, "text" if full else "dim", most=0 if full else 1)
        where = Clean(" · ".join(part for part in (day(row.date), clean_line(row.place or "")) if part))
        return [[Piece(where, "strong")], *([Piece(Clean("  ")), *line] for line in words)]


def matching(query: str, offers: Sequence[Offer], entries: Sequence[Entry]) -> list[Offer | Entry]:
    """Return the offers and sessions with all words of a query in their names, accents not needed; best first.

    Of sessions that match equally well as many are looked at as can be shown.
    """
    typed = Typed(query)
    found: list[tuple[int, Offer | Entry]] = [
        (-typed.begun(offer.found_by), offer) for offer in offers if typed.matches(offer.found_by)
    ]
    for entry in entries:
        if len(found) >= MOST:
            break
        name = f"{entry.place or ''} {day(entry.date)} {entry.headline} {entry.theme or ''}"
        if typed.matches(name):
            found.append((-typed.begun(name), entry))
    found.sort(key=lambda pair: pair[0])
    return [each for _, each in found[:MOST]]


class PaletteScreen(Window[str | None]):
    """Finds things as one types; dismissed with the id of the row that was chosen."""

    class Matched(Message):
        """What has the words that were typed is known."""

        def __init__(self, query: str, rows: Sequence[Offer | Entry]) -> None:
            """Say which words, and what has them."""
            self.query, self.rows = query, rows
            super().__init__()

    def __init__(
        self,
        place: Place,
        entries: Sequence[Entry] = (),
        libraries: Sequence[tuple[str, Clean]] = (),
        *,
        settings: bool = False,
    ) -> None:
        """Take the place one comes from, the sessions, other libraries (each folder and what it is called).

        ``settings``: the settings are offered, too.
        """
        super().__init__(awaits_line=True)
        self._pane, self._entries, self._libraries, self._settings = place, entries, libraries, settings
        self._offers: Sequence[Offer] = ()
        self._line = TypedLine(id="palette-line", placeholder=say("a command, a place, a date, a setting"))
        self._list = LineList(id="palette", framed=False, always_strong=True)

    @property
    def place(self) -> Place:
        """Where keys go: the line above the commands."""
        return "command"

    def compose(self) -> ComposeResult:
        """Lay out the line and the list."""
        with Vertical(id="window", classes="-list") as window:
            window.border_title = Content(say("Commands and sessions"))
            with Horizontal(id="typed"):
                yield self._line
            yield self._list
            yield self.keys

    def on_mount(self) -> None:
        """Show everything, and take what was typed meanwhile."""
        self._offers = list(self._offered())
        self._list.can_focus = False
        self._show("")
        self.line_is_ready(self._line)
        self.show_keys()

    def _offered(self) -> Iterator[Offer]:
        for action in for_palette(self._pane):
            keys, about = keys_of(action, self.rebound), say(action.about)
            key = Clean(written(keys[0]) if keys else "")
            yield Offer(f"do:{action.id}", about, key, f"{say(action.label)} {about} {action.id}", True)
        library = say("library")
        for path, called in self._libraries:
            yield Offer(f"library:{path}", called, library, f"{library} {called} {path}")
        setting = say("setting")
        for name, one in SETTINGS.items() if self._settings else ():
            yield Offer(f"set:{name}", say(one.about), setting, f"{setting} {say(one.about)} {name}")
        colours = say("colours")
        for theme in THEMES:
            yield Offer(f"theme:{theme}", Clean(theme), colours, f"{colours} {theme} theme")

    def _show(self, query: str) -> None:
        entries, offers = self._entries, self._offers
        if len(entries) <= AT_ONCE:
            self._show_rows(matching(query, offers, entries))
        else:
            self._show_rows(matching(query, offers, ()))
            self.run_worker(
                lambda: self.post_message(self.Matched(query, matching(query, offers, entries))),
                thread=True, exclusive=True, group="palette", exit_on_error=False,
            )  # fmt: skip

    def on_palette_screen_matched(self, message: Matched) -> None:
        """Show what was found among many sessions, unless other words were typed meanwhile."""
        if message.query == self._line.value:
            self._show_rows(message.rows)

    def _show_rows(self, rows: Sequence[Offer | Entry]) -> None:
        self._list.show(PaletteRows(rows) if rows else NoRows(say("Nothing has that name.")))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what has the words that are typed."""
        self._show(message.value)

    def do_down(self, times: int) -> None:
        """Go to the next row."""
        self._list.do_down(times)

    def do_up(self, times: int) -> None:
        """Go to the row before."""
        self._list.do_up(times)

    def do_choose(self, times: int) -> None:
        """Choose the current row."""
        self.dismiss(self._list.current or None)

    def on_line_list_chosen(self) -> None:
        """Choose the row that was clicked."""
        self.do_choose(1)
