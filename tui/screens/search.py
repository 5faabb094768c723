"""Search over everything: results as one types, in sections, beside a preview of the place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.library import Library, LibraryError
from tui.library.userdata import UserData
from tui.messages import N_, say, say_many
from tui.screens.footer import links
from tui.screens.reading import Reading
from tui.screens.searcher import Searcher
from tui.screens.selecting import SelectingScreen
from tui.text.clean import Clean, clean_line
from tui.widgets.article import EMPTY, Span, apart
from tui.widgets.hit_rows import HitRows
from tui.widgets.ink import NOTHING, Piece
from tui.widgets.line_list import LineList
from tui.widgets.line_view import Tab
from tui.widgets.one_line import OneLine
from tui.widgets.rows import NoRows
from tui.widgets.text_pane import TextPane
from tui.widgets.typed_line import TypedLine
from tui.widgets.wording import day

if TYPE_CHECKING:
    from tui.screens.marks import Pointed
    from tui.search.results import Hit, Results

BESIDE = 100
"""Fewest columns for a preview beside the results."""
FRAMED = 60
"""Fewest columns for frames around results and preview."""
BELOW = 24
"""Fewest rows for a preview below them in a narrower window."""


HINTS = (
    N_("Type anything: a name, a place, words of the text, a figure."),
    N_("Accents need not be typed, words come in any order, a typing error is forgiven."),
    N_("“exact words” in quotation marks; -word leaves out what has it."),
    N_("who: role: place: theme: year: after: before: narrow the search; value>1000 compares figures."),
)


@dataclass(frozen=True)
class Chosen:
    """A hit that is to be opened, and the words it was found by."""

    hit: Hit
    query: str
    spans: tuple[Span, ...]


class SearchScreen(SelectingScreen[Chosen | None]):
    """Owns the query, its results and the hit that is previewed; dismissed with the hit that was chosen."""

    CSS_PATH = "search.tcss"

    class Answered(Message):
        """A query was answered."""

        def __init__(self, number: int, results: Results) -> None:
            """Say which query, counted, and what was found."""
            self.number, self.results = number, results
            super().__init__()

    def __init__(self, library: Library, user: UserData, searcher: Searcher, query: str = "") -> None:
        """Take where to search, the user's data, and a query to go on from."""
        super().__init__(awaits_line=True)
        self.library, self.user, self._searcher = library, user, searcher
        self._number = 0
        self._notice = NOTHING
        self._readings: dict[str, Reading] = {}
        self._line = TypedLine(
            id="search-line", placeholder=say("names, words, figures: accents need not be typed"), value=query
        )
        self._count = OneLine(id="search-count")
        self._results = LineList(id="results", always_strong=True)
        self._preview = TextPane(id="preview")
        self._keys = OneLine(id="keys")

    def compose(self) -> ComposeResult:
        """Lay out the line, results, preview and keys."""
        with Horizontal(id="asked"):
            prompt = OneLine(id="search-prompt")
            prompt.show([Piece(Clean(" / "), "accent")])
            yield prompt
            yield self._line
            yield self._count
        with Horizontal(id="answer"):
            yield self._results
            yield self._preview
        yield self._keys

    def on_mount(self) -> None:
        """Take what was typed meanwhile."""
        self._preview.can_focus = False
        self._results.set_title([Tab("results", say("Results"))])
        self._preview.set_title([Tab("preview", say("Preview"))])
        self.line_is_ready(self._line)
        self._line.cursor_position = len(self._line.value)
        self._ask(self._line.value)

    def on_resize(self, event: events.Resize) -> None:
        """Put the preview where there is room for it."""
        width, height = event.size
        self._results.set_framed(width >= FRAMED)
        self._preview.set_framed(width >= FRAMED)
        self.set_class(width < BESIDE and height >= BELOW, "-tall")
        self.set_class(width < BESIDE, "-short")
        self._preview.display = width >= BESIDE or height >= BELOW
        self._keys.display = height >= 4

    # Asking

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search for what is typed."""
        self._ask(message.value)

    def _ask(self, query: str) -> None:
        self._number += 1
        number = self._number
        if not query.strip():
            self._show_hints()
            return
        self.run_worker(lambda: self._answer(number, query), thread=True, group="search", exit_on_error=False)

    def _answer(self, number: int, query: str) -> None:
        """Search, in a thread, unless another query was typed meanwhile."""
        if number == self._number:
            self.post_message(self.Answered(number, self._searcher.search(query)))

    def on_search_screen_answered(self, message: Answered) -> None:
        """Show the results, unless another query was typed meanwhile."""
        if message.number != self._number:
            return
        results = message.results
        if results.total:
            self._results.show(HitRows(results))
            self.show_marks()
        else:
            self._results.show(
                NoRows(say("Nothing was found."), say("Fewer words, or only their beginnings, find more."))
            )
        note = clean_line(results.note) if results.note else say_many("{count} hit", "{count} hits", results.total)
        self._count.show((), (), [Piece(Clean(f"{note} "), "dim")])
        self._show_preview()

    def _show_hints(self) -> None:
        self._results.show(NoRows(*(say(hint) for hint in HINTS)))
        self._count.show()
        self._preview.show(EMPTY)
        self._show_keys()

    # Previewing

    @property
    def _hit(self) -> Hit | None:
        rows = self._results.rows
        return rows.hit(self._results.current) if isinstance(rows, HitRows) else None

    def _show_preview(self) -> None:
        """Show the place of the current hit in its text."""
        self._show_keys()
        hit = self._hit
        reading = self._reading(hit) if hit else None
        if hit is None or reading is None:
            self._preview.show(EMPTY)
            return
        if self._preview.article is not reading.article:
            self._preview.show(reading.article)
        parts = [day(hit.date), clean_line(hit.place or "")]
        self._preview.set_title([Tab("preview", Clean(" · ".join(part for part in parts if part)) or say("Preview"))])
        self._preview.match(matches(reading, hit))
        self._preview.jump(*reading.view.span(hit.start, hit.end))

    def _reading(self, hit: Hit) -> Reading | None:
        if hit.path not in self._readings:
            try:
                self._readings[hit.path] = Reading(self.library.document(hit.article_key))
            except (KeyError, LibraryError):
                return None
        return self._readings[hit.path]

    def on_line_list_moved(self) -> None:
        """Preview another hit."""
        self._notice = NOTHING
        self._show_preview()

    # The selection

    def pointed_at(self) -> Pointed | None:
        """Return the current hit as an item."""
        from tui.screens.marks import hit_of  # noqa: PLC0415 - needs export, which is not for the first key

        hit = self._hit
        reading = self._reading(hit) if hit else None
        return hit_of(reading, hit) if hit and reading else None

    def show_marks(self) -> None:
        """Show which hits are marked."""
        rows = self._results.rows
        marked = {(mark.anchor.article_key, mark.anchor.section, mark.anchor.start) for mark in self.user.marks()}
        if isinstance(rows, HitRows):
            articles = {(key, section) for key, section, _ in marked}
            near = [
                (row, hit) for row in rows.ids if (hit := rows.hit(row)) and (hit.article_key, hit.section) in articles
            ]
            found = [row for row, hit in near if (hit.article_key, hit.section, self._item_start(hit)) in marked]
            self._results.mark(frozenset(found))

    def record_changed(self) -> None:
        """Preview the record as it is now."""
        self._readings.clear()
        self._show_preview()

    def _item_start(self, hit: Hit) -> int:
        """Return where what was found begins, as marks know it."""
        from tui.screens.marks import hit_of  # noqa: PLC0415 - needs export, which is not for the first key

        reading = self._reading(hit)
        pointed = hit_of(reading, hit) if reading else None
        return pointed.item.start if pointed else -1

    def mark_done(self) -> None:
        """Go to the next hit."""
        self._results.do_down(1)

    # Actions

    def _show_keys(self) -> None:
        told = [Piece(Clean(f" {self._notice} "), "strong")] if self._notice else ()
        self._keys.show((), links(self.place, self.rebound), told)

    def notice(self, words: Clean) -> None:
        """Say something in the line of keys, until the next hit is looked at."""
        self._notice = words
        self._show_keys()

    def do_help(self, times: int) -> None:
        """Show the keys of the results."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415 - not needed before help is asked for

        self.app.push_screen(HelpScreen(self.place, say("Results")), self._act)

    def _act(self, action: str | None) -> None:
        if action:
            self.act(action)

    def on_descendant_focus(self) -> None:
        """Name the keys of what has the focus."""
        self._show_keys()

    def do_down(self, times: int) -> None:
        """Go from the line to the results."""
        if self._hit:
            self.set_focus(self._results)
            self._results.do_down(times)

    def do_up(self, times: int) -> None:
        """Stay in the line."""

    def do_next_section(self, times: int) -> None:
        """Go to the first hit of the next section."""
        ids = self._results.rows.ids
        firsts = [row for before, row in pairwise(ids) if not before and row]
        if not firsts:
            return
        section = self._results.current.split(":")[0]
        now = next((index for index, row in enumerate(firsts) if row.split(":")[0] == section), 0)
        self._results.go(firsts[(now + times) % len(firsts)])
        self._show_preview()

    def do_previous_section(self, times: int) -> None:
        """Go to the first hit of the section before."""
        self.do_next_section(-times)

    def do_search(self, times: int) -> None:
        """Go back to the line."""
        self.set_focus(self._line)

    def do_choose(self, times: int) -> None:
        """Open the current hit."""
        if hit := self._hit:
            reading = self._reading(hit)
            self.dismiss(Chosen(hit, self._line.value, matches(reading, hit) if reading else ()))

    def on_line_list_chosen(self) -> None:
        """Open the hit that was chosen."""
        self.do_choose(1)

    def do_back(self, times: int) -> None:
        """Go from the results to the line, from the line back to the reader."""
        if self.focused is self._results:
            self.set_focus(self._line)
        else:
            self.dismiss(None)

    def do_quit(self, times: int) -> None:
        """Go back to the reader."""
        self.dismiss(None)


def matches(reading: Reading, hit: Hit) -> tuple[Span, ...]:
    """Return the words of a hit that matched, as spans of the text as it is shown."""
    places = hit.matches or ()
    return apart(reading.view.span(place.start, place.end) for place in places)
