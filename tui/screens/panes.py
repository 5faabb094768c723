"""Five panes in a window of any size: which are seen, which has the focus, and the lines around them."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer

from tui.actions import PANES, SIDE, Place
from tui.config import SETTINGS
from tui.messages import N_, say
from tui.screens.arrangement import LEAST, Arrangement, arrange
from tui.screens.footer import links
from tui.screens.ways import Target, WaysScreen
from tui.text.clean import Clean
from tui.widgets.ink import NOTHING, Line, Piece
from tui.widgets.line_list import LineList
from tui.widgets.line_view import LineView, Tab
from tui.widgets.one_line import Link, OneLine, TabLine
from tui.widgets.text_pane import TextPane

NAMES: dict[Place, str] = {
    "sessions": N_("Sessions"),
    "text": N_("Text"),
    "people": N_("Participants"),
    "figures": N_("Key figures"),
    "requests": N_("Requests"),
}
TABS: dict[Place, str] = NAMES | {"people": N_("People"), "figures": N_("Figures")}
"""Short names, for tabs: all five fit in 40 columns."""
NOTICE_SECONDS = 6.0
FOOTER = 5
"""Most keys that are named below the panes, where search, help and commands stand above them."""
WIDENED = 4
"""Columns that a pane gets or gives at once."""


class PanesScreen(WaysScreen[None]):
    """Sessions, text, and participants over figures; the reader says what is in them.

    ``amounts`` and ``notes`` are what the titles and bottom borders of the panes say.
    """

    def __init__(self) -> None:
        """Make the panes, empty."""
        super().__init__()
        self.text = TextPane(id="text")
        self.lists: dict[Place, LineList] = {place: LineList(id=place) for place in PANES if place != "text"}
        self.panes: dict[Place, LineView] = {place: self.lists.get(place, self.text) for place in PANES}
        self.amounts: dict[Place, Clean] = {}
        self.notes: dict[Place, Clean] = {}
        self.status: Line = ()
        self.marked: Line = ()
        self.arrangement: Arrangement | None = None
        self._active: Place = "text"
        self._upper: Place = "people"
        self._lower: Place = "figures"
        self._side = Vertical(id="side")
        self._title = OneLine(id="title", links_to_the_right=True)
        self._tabs = TabLine(id="tabs")
        self._keys = OneLine(id="keys")
        self._notice = NOTHING
        self._notice_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out title, panes and keys, as the window has room for them."""
        self.rearrange()
        yield self._title
        yield self._tabs
        with Horizontal(id="body"):
            yield self.lists["sessions"]
            yield self.text
            with self._side:
                for place in SIDE:
                    yield self.lists[place]
        yield self._keys

    # Focus

    @property
    def active(self) -> Place:
        """The pane that has, or had last, the focus."""
        return self._active

    @property
    def last_used(self) -> tuple[Place, Place]:
        """The side pane that was used last, and of figures and requests the one that was."""
        return self._upper, self._lower

    @property
    def place(self) -> Place:
        """Where keys go now."""
        return "find" if self.is_typing else self._active

    def go(self, place: Place) -> None:
        """Give a pane the focus, and show it if it is not seen."""
        self._active = place
        if place in SIDE:
            self._upper = place
        if place in ("figures", "requests"):
            self._lower = place
        self.rearrange()
        self.set_focus(self.panes[place])
        self.show_chrome()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus when the mouse moves it."""
        for place, pane in self.panes.items():
            if pane is event.widget is self.focused and place != self._active:  # not a move that is past already
                self.go(place)

    def do_next_pane(self, times: int) -> None:
        """Go to the next pane."""
        self.go(PANES[(PANES.index(self._active) + times) % len(PANES)])

    def do_previous_pane(self, times: int) -> None:
        """Go to the pane before."""
        self.do_next_pane(-times)

    def do_sessions(self, times: int) -> None:
        """Go to the sessions."""
        self.go("sessions")

    def do_text(self, times: int) -> None:
        """Go to the text."""
        self.go("text")

    def do_people(self, times: int) -> None:
        """Go to the participants."""
        self.go("people")

    def do_figures(self, times: int) -> None:
        """Go to the key figures."""
        self.go("figures")

    def do_requests(self, times: int) -> None:
        """Go to the requests."""
        self.go("requests")

    def on_line_view_tab_chosen(self, message: LineView.TabChosen) -> None:
        """Go to the pane whose name was clicked."""
        self.act(message.tab)

    def targets(self) -> list[Target]:
        """Return what jump mode puts a letter on: the panes that are seen, tabs, and what can be clicked."""
        found: dict[str, Target] = {}
        for place, pane in self.panes.items():
            if pane.is_on_screen:
                x, y = pane.region.offset
                for start, name in pane.tab_places() or [(1, place)]:
                    found.setdefault(name, Target(x + start, y, name))
        for target in super().targets():
            found.setdefault(target.action, target)
        return list(found.values())

    # Arrangement

    def on_resize(self) -> None:
        """Show what the window has room for."""
        self.rearrange()

    def rearrange(self) -> None:
        """Show the panes that there is room for now."""
        width, height = self.app.size
        wished = self.config.number("sessions_width"), self.config.number("side_width")
        new = arrange(width, height, self._active, *self.last_used, wished=wished)
        if new == self.arrangement:
            return
        self.arrangement = new
        self.set_class(new.mode == "medium", "-medium")
        for place, pane in self.panes.items():
            pane.display = place in new.shown
            pane.set_framed(new.mode != "narrow")
        self._side.display = any(place in new.shown for place in SIDE)
        self._side.styles.width = new.side or "1fr"
        self.lists["sessions"].styles.width = new.sessions or "1fr"
        self._title.display, self._tabs.display, self._keys.display = new.titled, new.tab_line, new.key_line
        self.show_titles()

    def settle(self) -> None:
        """Give panes the width that is set."""
        self.rearrange()
        self.show_titles()

    def do_wider(self, times: int) -> None:
        """Give this pane more columns; the text takes them from the side panes."""
        arrangement = self.arrangement
        if arrangement is None or arrangement.mode == "narrow":
            self.notice(say("There is one pane here; a wider window has more"))
            return
        by = times * WIDENED
        if self._active == "sessions":
            self._widen("sessions_width", arrangement.sessions, by)
        else:
            self._widen("side_width", arrangement.side, -by if self._active == "text" else by)

    def _widen(self, name: str, now: int, by: int) -> None:
        """Set a width, and then what became of it, so that a wish beyond the window is not kept."""
        setting = SETTINGS[name]
        self.change_setting(name, min(max(now + by, LEAST), setting.most))
        if self.arrangement:
            got = self.arrangement.sessions if name == "sessions_width" else self.arrangement.side
            if got != self.config.number(name):
                self.change_setting(name, got)

    def do_narrower(self, times: int) -> None:
        """Give this pane fewer columns."""
        self.do_wider(-times)

    @property
    def is_narrow(self) -> bool:
        """Whether one pane is seen at a time."""
        return self.arrangement is not None and self.arrangement.mode == "narrow"

    # What stands around the panes

    def show_titles(self) -> None:
        """Write the panes' titles and the lines around them."""
        shared = self.arrangement.tabs if self.arrangement else {}
        for place, pane in self.panes.items():
            names = shared.get(place, (place,))
            called = TABS if len(names) > 2 else NAMES
            tabs = [Tab(name, say(called[name]), self.amounts.get(name, NOTHING), name == place) for name in names]
            pane.set_title(tabs, self.notes.get(place, NOTHING))
        self.show_chrome()

    def show_note(self, place: Place, note: Clean) -> None:
        """Write what the bottom border of a pane says."""
        if self.notes.get(place) != note:
            self.notes[place] = note
            self.panes[place].set_note(note)
            self.show_chrome()

    def show_chrome(self) -> None:
        """Write the title, the tabs and the keys."""
        words = {"search": say("search"), "help": say("help"), "palette": say("commands")}
        named = [(action, key, called) for action, called in words.items() if (key := self.key_of(action))]
        name = [Piece(Clean(" giamsat "), "accent"), *self.heading()]
        self._title.show(name, [Link(*each) for each in named])
        self._tabs.tabs([(place, say(TABS[place])) for place in PANES], self._active)
        titled = bool(self.arrangement and self.arrangement.titled)
        above = {action for action, _, _ in named} if titled else ()
        told = [Piece(Clean(f" {self._notice} "), "strong")] if self._notice else [*self.status, *self.marked]
        keys = links(self.place, self.rebound, above)
        if not titled:  # searching and help come before what is less needed
            first = keys[0].action if keys else ""
            keys.sort(key=lambda link: {first: 0, "search": 1, "help": 3}.get(link.action, 2))
        self._keys.show((), keys[:FOOTER] if titled else keys, told)

    def heading(self) -> Line:
        """Return what stands in the title beside the program's name."""
        return ()

    def show_pending(self, keys: Clean) -> None:
        """Show keys that wait for more."""
        if keys:
            self.notice(Clean(f"{keys} …"))
        elif self._notice.endswith(" …"):
            self.notice(NOTHING)

    def notice(self, words: Clean) -> None:
        """Say something in the line of keys, for a while."""
        self._notice = words
        if self._notice_timer:
            self._notice_timer.stop()
            self._notice_timer = None
        if words:
            self._notice_timer = self.set_timer(NOTICE_SECONDS, lambda: self.notice(NOTHING))
        self.show_chrome()
