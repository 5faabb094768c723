"""Reading: an article of a library in the panes, what is followed and found in it, and the way to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tui.actions import SIDE, Place
from tui.library import Library, LibraryError
from tui.library.userdata import UserData
from tui.messages import say, say_many
from tui.paths import shipped_library
from tui.screens.living import LivingScreen
from tui.screens.reading import Reading, telling
from tui.screens.shelf import Shown
from tui.screens.text_control import TextControl
from tui.text.clean import Clean, clean_line
from tui.widgets.article import LAYERS, Layer
from tui.widgets.figure_rows import FigureRows
from tui.widgets.ink import NOTHING, Line, Piece
from tui.widgets.line_list import LineList
from tui.widgets.people_rows import PeopleRows
from tui.widgets.request_rows import RequestRows
from tui.widgets.rows import NoRows, Rows
from tui.widgets.session_rows import is_problem
from tui.widgets.wording import day

if TYPE_CHECKING:
    from tui.widgets.finder import Finder


_MOVES = frozenset({"down", "up", "page_down", "page_up", "first", "last"})
"""Actions that move the cursor of a list and do no more."""


class ReadingScreen(LivingScreen):
    """Owns which article is open, and what is followed and found in it."""

    def __init__(self, library: Library, user: UserData) -> None:
        """Take an opened library and the user's data."""
        super().__init__(library, user)
        self.control = TextControl(self.text)
        self.reading: Reading | None = None
        self.finder: Finder | None = None
        self._was_gone = False
        self._wanted = ""

    def on_mount(self) -> None:
        """Show what there is to read."""
        self.start()

    def start(self) -> None:
        """Open the first article; look at the library again when that is painted."""
        self.text.debris = self.config.is_on("debris")
        self._settle_text()
        first = self.shelf.first()
        self.lists["sessions"].show(self.shelf.rows, first)
        self.open(first)
        self.set_focus(self.panes[self.active])
        problems = self.host.setting_problems()
        if self.user.notice:
            self.notice(self.user.notice)
        elif problems:
            told = say_many("{count} thing is wrong in the settings: {key} shows it",
                            "{count} things are wrong in the settings: {key} shows them",
                            len(problems), key=self.key_of("settings"))  # fmt: skip
            self.notice(told)
        self.call_after_refresh(self.begin_living)

    # Articles

    def open(self, path: str, offset: int | None = None) -> None:
        """Open an article at an offset of its source, or where reading stopped; without a path open none."""
        current = self.shelf.current
        if self.reading is not None and (current is None or current.path != path):  # shown anew it was not left
            keep = self.shelf.leave(self.source_offset)
            self.run_worker(keep, thread=True, group="leave", exit_on_error=False)
            self.lists["sessions"].redraw()
        told: tuple[Clean, ...] = ()
        try:
            self.reading = self.shelf.open(path) if path else None
            told = () if path else (*self.shelf.what_next(), self._way_on())
        except (LibraryError, KeyError) as error:
            self.reading = None
            told = (clean_line(str(error)),)
        self.control.show(self.reading, self.shelf.position() if offset is None else offset)
        if told:
            self.text.show(telling(*told))
        self.show_lists()

    def _way_on(self) -> Clean:
        """Return the keys of somebody who is in the wrong place."""
        return say(
            "{libraries} opens another folder, {help} tells the keys, {quit} quits.",
            libraries=self.key_of("libraries"), help=self.key_of("help"), quit=self.key_of("quit"),
        )  # fmt: skip

    def show_titles(self) -> None:
        """Write the panes' titles, with how many sessions there are."""
        self.amounts["sessions"] = NOTHING if self.shelf.is_partial else Clean(str(self.shelf.sessions))
        super().show_titles()

    def show_lists(self) -> None:
        """Show who took part, what figures there are and what is asked in the open article."""
        record = self.reading.record if self.reading else None
        if record is None:
            why = self._why_no_record()
            for place in SIDE:
                self.lists[place].show(NoRows(why))
                self.amounts[place] = NOTHING
        else:
            people, figures, requests = PeopleRows(record), FigureRows(record), RequestRows(record)
            self._show_rows("people", people if people.ids else NoRows(say("Nobody is named in this article.")))
            none = NoRows(say("There are no figures in this article."))
            self._show_rows("figures", figures if figures.ids else none)
            self._show_rows("requests", requests if requests.ids else NoRows(say("Nobody asks for anything here.")))
            groups = Clean(f"+{len(record.groups)}") if record.groups else NOTHING
            self.amounts["people"] = Clean(f"{len(record.people)}{groups}")
            self.amounts["figures"] = Clean(str(len(record.figures)))
            self.amounts["requests"] = Clean(str(len(record.requests)))
        entry = self.shelf.current
        parts = [clean_line(entry.place or ""), day(entry.date)] if entry and self.reading else []
        self.amounts["text"] = Clean("".join(f"· {part} " for part in parts if part).rstrip())
        self.notes["text"] = self.control.note
        self.show_titles()

    def _show_rows(self, place: Place, rows: Rows) -> None:
        self.lists[place].show(self.with_added(place, rows))

    def with_added(self, place: Place, rows: Rows) -> Rows:
        """Return the rows of a list with what belongs beside them; here nothing does."""
        return rows

    def _why_no_record(self) -> Clean:
        entry = self.shelf.current
        if self.reading is None or entry is None:
            return say("No article is open.")
        if entry.state == "failed":
            return say("This article could not be parsed; its text can be read.")
        return say("The article is being read …")

    @property
    def source_offset(self) -> int:
        """Where the cursor is in the source of the open article."""
        return self.reading.source_span(self.text.cursor, self.text.cursor)[0] if self.reading else 0

    def heading(self) -> Line:
        """Return the library's name and how many sessions it has."""
        sessions = self.shelf.sessions
        count = NOTHING if self.shelf.is_partial else say_many("{count} session", "{count} sessions", sessions)
        ships = self.library.root == shipped_library()
        name = say("library that ships") if ships else clean_line(self.library.name)
        return [Piece(Clean(f" {' · '.join(part for part in (name, count) if part)}"), "dim")]

    def show_entries(self, shown: Shown) -> None:
        """Show what the library has now, without moving the user."""
        sessions, before, was_partial = self.lists["sessions"], self.shelf.current, self.shelf.is_partial
        if not self.shelf.take(shown):
            return
        now = self.shelf.current
        follows = now and before and (was_partial or sessions.current == before.path)
        sessions.show(self.shelf.rows, now.path if now and follows else sessions.current, stay=True)
        if self.reading is None and (first := self.shelf.first()):
            sessions.go(first)
            self.open(first)
        is_gone = now is not None and not self.shelf.has(now.path)
        if is_gone and not self._was_gone:
            self.notice(say("This article is no longer in the folder"))
        self._was_gone = is_gone
        self.renew_open()
        self.show_titles()

    def renew_open(self) -> None:
        """Show the open article as it is now, as soon as nothing is selected or typed in its text."""
        if self.reading is None or not self.shelf.has_changed:
            return
        if not (self.text.selection or self.finder):
            self.record_changed()

    def record_changed(self) -> None:
        """Show the open article as it is now; readers with more in their panes do."""

    # What panes say

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Open the session or follow the item that is current now."""
        if message.pane is self.lists["sessions"]:
            if not is_problem(message.row):
                self._wanted = message.row
                self.call_after_refresh(self.open_wanted)  # the cursor first: of sessions passed over none is opened
        else:
            self.control.follow(message.row)
            self._note()

    def open_wanted(self) -> None:
        """Open the session that the cursor has come to, if that is not done yet."""
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.open(wanted)

    def act(self, action: str, times: int = 1) -> None:
        """Do an action; one that is about the session at the cursor has it opened first."""
        if action not in _MOVES:
            self.open_wanted()
            super().act(action, times)
            return
        before = self.lists["sessions"].current
        super().act(action, times)
        now = self.lists["sessions"].current
        if now != before and not is_problem(now):
            self._wanted = now

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Read the session, or go to the next place of the item."""
        if message.pane is self.lists["sessions"]:
            self.go("text")
            return
        if not self.control.follows(message.row):
            self.control.follow(message.row)
        self.control.next_place(1)
        if self.is_narrow:
            self.go("text")
        self._note()

    def on_text_pane_moved(self) -> None:
        """Say how far one has read."""
        self._note()

    def _note(self) -> None:
        self.show_note("text", self.control.note)

    # Moving

    def do_choose(self, times: int) -> None:
        """Keep what was found, or go to the next place of what is followed."""
        if self.is_typing:
            self._end_finding()
            self.go("text")
        else:
            self.do_next_match(times)

    def do_next_session(self, times: int) -> None:
        """Open the session after this one."""
        path = self.shelf.beside(times)
        if path:
            self.lists["sessions"].go(path)
            self.open(path)
        else:
            self.notice(say("There is no session beyond this one"))

    def do_previous_session(self, times: int) -> None:
        """Open the session before this one."""
        self.do_next_session(-times)

    def do_next_match(self, times: int) -> None:
        """Go to the next match, or to the next place of what is followed."""
        if not self.control.next_match(times):
            self.notice(say("Nothing is searched or followed"))
        self._note()

    def do_previous_match(self, times: int) -> None:
        """Go to the match before."""
        self.do_next_match(-times)

    def do_back(self, times: int) -> None:
        """Go back: from finding, from a selection, from what is followed, to the text."""
        if self.finder:
            self._end_finding()
            self.control.back()
        elif self.control.back():
            pass
        elif self.stop_work():
            told = say("Stopped; what is done is kept. {key} goes on.", key=say("“look again” in the commands"))
            self.notice(told)
        elif self.active != "text":
            self.go("text")
        self._note()

    def keep_place(self) -> None:
        """Keep where the user is."""
        if self.reading is not None:
            self.shelf.leave(self.source_offset)()

    def do_quit(self, times: int) -> None:
        """Keep the position and quit."""
        self.keep_place()
        self.app.exit(0)

    # Finding

    def do_find(self, times: int) -> None:
        """Open the line in which words to find are typed."""
        from tui.widgets.finder import Finder  # noqa: PLC0415 - not needed before the first paint

        if self.is_narrow:
            self.go("text")
        self.control.begin_finding()
        if self.finder is None:
            self.finder = finder = Finder()
            self.expect_line(finder.line)
            self.mount(finder, before="#keys")
            self.call_after_refresh(lambda: self.line_is_ready(finder.line))
        self.show_chrome()

    def _end_finding(self) -> None:
        self.set_focus(self.panes[self.active])  # first, or Textual gives it to whatever comes next
        if self.finder:
            self.finder.remove()
            self.finder = None
        self.show_chrome()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Find what is typed."""
        self.control.find(message.value)
        if self.finder:
            self.finder.show_count(self.control.found if message.value else NOTHING)
        self._note()

    # Showing more or less

    def do_debris(self, times: int) -> None:
        """Show or hide debris."""
        shown = self.control.toggle_debris()
        self.notice(say("Debris is shown") if shown else say("Debris is hidden"))
        self._note()

    def settle(self) -> None:
        """Set and colour the text as the settings say."""
        super().settle()
        self._settle_text()

    def _settle_text(self) -> None:
        self.text.settle(
            self.config.number("measure"), frozenset(each for each in LAYERS if self.config.is_on(f"colour_{each}"))
        )

    def _tint(self, layer: Layer) -> None:
        coloured = not self.config.is_on(f"colour_{layer}")
        self.change_setting(f"colour_{layer}", coloured)
        self.notice(say("Coloured") if coloured else say("Not coloured"))

    def do_tint_people(self, times: int) -> None:
        """Colour people in the text, or not."""
        self._tint("people")

    def do_tint_figures(self, times: int) -> None:
        """Colour figures in the text, or not."""
        self._tint("figures")

    def do_tint_requests(self, times: int) -> None:
        """Colour requests in the text, or not."""
        self._tint("requests")
