"""Search over everything: results as one types, in sections, between what narrows them and a preview of the place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.actions import Place
from tui.library import Library, LibraryError
from tui.library.userdata import UserData
from tui.messages import N_, say
from tui.screens.asking import AskingScreen
from tui.screens.footer import links
from tui.screens.reading import Reading
from tui.screens.searcher import Searcher
from tui.screens.walk import Walk
from tui.search.editing import has_condition
from tui.text.clean import Clean, clean_line
from tui.widgets.article import EMPTY, Span, apart
from tui.widgets.facet_rows import FacetRows, facet_of
from tui.widgets.hit_rows import HitRows
from tui.widgets.ink import NOTHING, Piece
from tui.widgets.line_list import LineList
from tui.widgets.line_view import Tab
from tui.widgets.one_line import OneLine
from tui.widgets.rows import NoRows
from tui.widgets.text_pane import TextPane
from tui.widgets.wording import day

if TYPE_CHECKING:
    from tui.screens.marks import Pointed
    from tui.search.results import Hit, Results

THREE = 132
"""Fewest columns for what narrows the results, beside results and preview."""
BESIDE = 100
"""Fewest columns for a preview beside the results."""
FRAMED = 60
"""Fewest columns for frames around results and preview."""
BELOW = 24
"""Fewest rows for a preview below them in a narrower window."""
FIRST_PAGE = 12
"""Hits of a section that are made ready before they are shown."""


HINTS = (
    N_("Type anything: a name, a place, words of the text, a figure."),
    N_("Accents need not be typed, words come in any order, a typing error is forgiven."),
    N_("“exact words” in quotation marks; -word leaves out what has it."),
    N_("who: role: place: theme: year: after: before: narrow the search; value>1000 compares figures."),
)


@dataclass(frozen=True)
class Look:
    """What the preview shows of a hit: its article and place there, and the words that matched."""

    hit: Hit
    reading: Reading | None
    spans: tuple[Span, ...]


class SearchScreen(AskingScreen[Walk | None]):
    """Owns the results of a query and the hit that is previewed; dismissed with the hit to go to and all others."""

    CSS_PATH = "search.tcss"

    class Looked(Message):
        """The place of a hit was looked up."""

        def __init__(self, number: int, look: Look) -> None:
            """Say for which look, counted, and what is to be seen."""
            self.number, self.look = number, look
            super().__init__()

    def __init__(self, library: Library, user: UserData, searcher: Searcher, query: str = "", row: str = "") -> None:
        """Take where to search, the user's data, and a query to go on from, with the hit that was looked at."""
        super().__init__(library, user, searcher, query)
        self._notice = NOTHING
        self._readings: dict[str, Reading] = {}
        self._looks = 0
        self._opens = False
        self._wanted = row
        self._results = LineList(id="results", always_strong=True)
        self._preview = TextPane(id="preview")
        self._facets = LineList(id="facets")
        self._keys = OneLine(id="keys")

    def compose(self) -> ComposeResult:
        """Lay out the line, what narrows, results, preview and keys."""
        with Horizontal(id="asked"):
            prompt = OneLine(id="search-prompt")
            prompt.show([Piece(Clean(" / "), "accent")])
            yield prompt
            yield self.line
            yield self.count
        yield self.chips
        yield self.note
        with Horizontal(id="answer"):
            yield self._facets
            yield self._results
            yield self._preview
        yield self._keys

    def on_mount(self) -> None:
        """Take what was typed meanwhile."""
        self._preview.can_focus = False
        self._results.set_title([Tab("results", say("Results"))])
        self._preview.set_title([Tab("preview", say("Preview"))])
        self._facets.set_title([Tab("facets", say("Narrow"))])
        self.line_is_ready(self.line)
        self.line.cursor_position = len(self.line.value)
        self.ask(self.line.value)

    @property
    def place(self) -> Place:
        """Where keys go now."""
        return "facets" if self.focused is self._facets else super().place

    def on_resize(self, event: events.Resize) -> None:
        """Put the preview, and what narrows, where there is room for them."""
        for pane in (self._facets, self._results, self._preview):
            pane.set_framed(event.size.width >= FRAMED)
        self._arrange()

    def _arrange(self) -> None:
        """Show what there is room for; what narrows takes the room of another pane while it is used."""
        width, height = self.size
        narrowing = self.focused is self._facets
        self.set_class(width < BESIDE and height >= BELOW, "-tall")
        self.set_class(width < BESIDE, "-short")
        self._facets.display = narrowing or width >= THREE
        self._results.display = not narrowing or width >= FRAMED
        self._preview.display = (width >= BESIDE or height >= BELOW) and (width >= THREE or not narrowing)
        self._keys.display = height >= 4

    # Results

    def prepare(self, results: Results) -> None:
        """Look at the hits that will be seen first, so that drawing them waits for nothing."""
        for found in results.sections:
            for hit in list(found.hits)[:FIRST_PAGE]:  # all of them are made here
                hit.title_spans  # noqa: B018 - it is worked out when it is first asked for

    def show_results(self, results: Results) -> None:
        """Show what was found so far, without moving a user who has begun to look at it."""
        if results.total:
            moved = self._results.current if self.focused is self._results else ""
            self._results.show(HitRows(results), self._wanted or moved)
            self.show_marks()
        elif results.complete:
            self._results.show(
                NoRows(say("Nothing was found."), say("Fewer words, or only their beginnings, find more."))
            )
        if results.complete:
            self._wanted = ""
            self._show_facets(results)
        self._look()
        if results.complete and self._opens:
            self._opens = False
            self.do_choose(1)

    def show_nothing_asked(self) -> None:
        """Show how to search."""
        self._results.show(NoRows(*(say(hint) for hint in HINTS)))
        self._facets.show(NoRows(say("What results have in common will be listed here.")))
        self._look()

    def _show_facets(self, results: Results) -> None:
        rows = FacetRows(results.facets)
        now = self._facets.current if self.focused is self._facets else ""
        self._facets.show(rows if rows.ids else NoRows(say("Nothing to narrow by.")), now)
        query = self.line.value
        self._facets.mark(frozenset(row for row in rows.ids if row and has_condition(query, *facet_of(row))))

    # Previewing

    @property
    def _hits(self) -> HitRows | None:
        rows = self._results.rows
        return rows if isinstance(rows, HitRows) else None

    @property
    def _hit(self) -> Hit | None:
        return self._hits.hit(self._results.current) if self._hits else None

    def _look(self) -> None:
        """Look up the place of the current hit, in a thread."""
        self._show_keys()
        self._looks += 1
        number, hit = self._looks, self._hit
        if hit is None:
            self._preview.show(EMPTY)
            self._preview.set_title([Tab("preview", say("Preview"))])
            return
        self.run_worker(lambda: self._look_up(number, hit), thread=True, group="look", exit_on_error=False)

    def _look_up(self, number: int, hit: Hit) -> None:
        if number == self._looks:
            self.post_message(self.Looked(number, self._look_at(hit)))

    def _look_at(self, hit: Hit) -> Look:
        reading = self._reading(hit)
        return Look(hit, reading, matches(reading, hit) if reading else ())

    def on_search_screen_looked(self, message: Looked) -> None:
        """Show the place of a hit, unless another one is current by now."""
        if message.number != self._looks:
            return
        hit, reading = message.look.hit, message.look.reading
        parts = [day(hit.date), clean_line(hit.place or "")]
        self._preview.set_title([Tab("preview", Clean(" · ".join(part for part in parts if part)) or say("Preview"))])
        if reading is None:
            self._preview.show(EMPTY)
            return
        if self._preview.article is not reading.article:
            self._preview.show(reading.article)
        self._preview.match(message.look.spans)
        self._preview.jump(*reading.view.span(hit.start, hit.end))

    def _reading(self, hit: Hit) -> Reading | None:
        if hit.path not in self._readings:
            try:
                self._readings[hit.path] = Reading(self.library.document(hit.article_key))
            except (KeyError, LibraryError):
                return None
        return self._readings[hit.path]

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Preview another hit."""
        if message.pane is self._results:
            self._notice = NOTHING
            self._look()

    # The selection

    def pointed_at(self) -> Pointed | None:
        """Return the current hit as an item."""
        from tui.screens.marks import hit_of  # noqa: PLC0415 - needs export, which is not for the first key

        hit = self._hit
        reading = self._reading(hit) if hit else None
        if hit and reading:
            self.remember()
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
        self._look()

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

        names = {"facets": say("Narrow"), "line": say("Search")}
        self.app.push_screen(HelpScreen(self.place, names.get(self.place, say("Results"))), self.act_if)

    def on_descendant_focus(self) -> None:
        """Name the keys of what has the focus, and show it."""
        self._arrange()
        self._show_keys()

    def do_down(self, times: int) -> None:
        """Go from the line to the results."""
        if self._hit:
            self.set_focus(self._results)
            self._results.do_down(times)

    def do_up(self, times: int) -> None:
        """Stay in the line."""

    def do_facets(self, times: int) -> None:
        """Go to what narrows the results."""
        if isinstance(self._facets.rows, FacetRows):
            self._facets.display = True
            self.set_focus(self._facets)
        else:
            self.notice(say("There is nothing to narrow by"))

    def do_results(self, times: int) -> None:
        """Go to the results."""
        self.set_focus(self._results if self._hit else self.line)

    def do_next_section(self, times: int) -> None:
        """Go to the first hit of the next section."""
        ids = self._results.rows.ids
        firsts = [row for before, row in pairwise(ids) if not before and row]
        if not firsts:
            return
        section = self._results.current.split(":")[0]
        now = next((index for index, row in enumerate(firsts) if row.split(":")[0] == section), 0)
        self._results.go(firsts[(now + times) % len(firsts)])
        self._look()

    def do_previous_section(self, times: int) -> None:
        """Go to the first hit of the section before."""
        self.do_next_section(-times)

    def do_search(self, times: int) -> None:
        """Go back to the line."""
        self.set_focus(self.line)

    def do_choose(self, times: int) -> None:
        """Open the current hit; of a query that is not answered yet the best one, as soon as it is there."""
        if self.focused is self.line and not self.is_answered:
            self._opens = True
        elif (hit := self._hit) and self._hits:
            self.remember()
            self.dismiss(Walk(self._hits.results, hit.section, hit.rank - 1))

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open the hit that was chosen, or narrow by what was."""
        if message.pane is self._facets:
            self.narrow(*facet_of(message.row))
        else:
            self.do_choose(1)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Open nothing any more when something else is typed."""
        self._opens = False

    def do_back(self, times: int) -> None:
        """Go from what narrows to the results, from those to the line, from the line back to the reader."""
        if self.focused is self._facets:
            self.do_results(1)
        elif self.focused is self._results:
            self.set_focus(self.line)
        else:
            self.dismiss(None)

    def do_quit(self, times: int) -> None:
        """Go back to the reader."""
        self.dismiss(None)


def matches(reading: Reading, hit: Hit) -> tuple[Span, ...]:
    """Return the words of a hit that matched, as spans of the text as it is shown."""
    places = hit.matches or ()
    return apart(reading.view.span(place.start, place.end) for place in places)
