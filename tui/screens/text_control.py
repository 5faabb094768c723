"""What the reader does in its text: it follows an item, finds words, shows debris; the pane only draws it."""

from __future__ import annotations

from tui.messages import say, say_many
from tui.model import Figure, Request
from tui.screens.finding import Finding, find
from tui.screens.reading import Reading
from tui.text.clean import Clean, clean_line
from tui.widgets.article import EMPTY, Span
from tui.widgets.text_pane import TextPane


class TextControl:
    """Holds what is followed and found in the open article, and shows it in the text pane."""

    def __init__(self, pane: TextPane) -> None:
        """Take the pane."""
        self.pane = pane
        self.reading: Reading | None = None
        self.finding = Finding()
        self.led_here = Clean("")
        """Which hit of a search led here, as long as nothing else is found or followed."""
        self._followed = ""
        self._places: tuple[Span, ...] = ()
        self._index = -1
        self._before_finding = 0

    def show(self, reading: Reading | None, source_offset: int = 0) -> None:
        """Show an article from an offset of its source on, or nothing."""
        self.reading = reading
        self._find(Finding())
        self._followed, self._places, self._index = "", (), -1
        if reading is None:
            self.pane.show(EMPTY)
        else:
            self.pane.show(reading.article, reading.view.span(source_offset, source_offset)[0])

    # Following an item

    def follow(self, key: str) -> None:
        """Highlight all places of a person or group; of a figure or request bring what it stands in into sight."""
        if self.reading is None:
            return
        self._find(Finding())
        self._followed = key
        self._places = self.reading.places(key, self.pane.debris)
        self._index = -1
        self.pane.match(())
        self._show_followed()
        around = self.reading.around(key)
        if around and not self.pane.is_seen(*around):
            self.pane.jump(*around)

    @property
    def followed(self) -> str:
        """The id of the item that is followed; empty when none is."""
        return self._followed

    def show_place(self, start: int, end: int) -> None:
        """Go to a place of the text, and highlight it."""
        self.finding = Finding()
        self._followed, self._places, self._index = "", ((start, end),), 0
        self.pane.match(())
        self.pane.follow(self._places, "sentence")
        self.pane.jump(start, end)

    def follows(self, key: str) -> bool:
        """Tell whether an item is followed."""
        return bool(key) and self._followed == key

    def _show_followed(self) -> None:
        reading = self.reading
        if reading is None:
            return
        here = self._places[self._index] if self._index >= 0 and self._places else None
        around = reading.around(self._followed)
        if around:
            figure = isinstance(reading.item(self._followed), Figure)
            self.pane.follow((around,), "sentence", self._places[0] if figure and self._places else None)
        else:
            self.pane.follow(self._places, "follow", here)

    def next_place(self, by: int) -> bool:
        """Go to the next place of what is followed; tell whether there is one."""
        if not self._places:
            return False
        if self._index < 0 and by < 0:
            self._index = 0
        self._index = (self._index + by) % len(self._places)
        self._show_followed()
        self.pane.jump(*self._places[self._index])
        return True

    # Finding words

    def begin_finding(self) -> None:
        """Remember where to find from."""
        self._before_finding = self.pane.cursor

    def find(self, query: str) -> None:
        """Find words while they are typed, from where the cursor was."""
        if self.reading is None:
            return
        self._find(Finding(query, find(self.reading.view, query, self._hidden())).from_offset(self._before_finding))
        self._show_match()

    def next_match(self, by: int) -> bool:
        """Go to another match of the words, or else to another place of what is followed."""
        if not self.finding.spans:
            return self.next_place(by)
        self.finding = self.finding.step(by)
        self._show_match()
        return True

    def _show_match(self) -> None:
        here = self.finding.here
        self.pane.follow(())
        self.pane.match(self.finding.spans, here)
        if here:
            self.pane.jump(*here)

    def _hidden(self) -> tuple[Span, ...]:
        if self.pane.debris:
            return ()
        each = self.pane.article.paragraphs
        return tuple((paragraph.start, paragraph.end) for paragraph in each if paragraph.kind == "debris")

    def show_hit(self, query: str, spans: tuple[Span, ...], start: int, note: Clean) -> None:
        """Show the words by which a search led here, from an offset of the text on, and say which hit it is."""
        self.finding, self.led_here = Finding(query, spans).from_offset(start), note
        self._show_match()

    def _find(self, finding: Finding) -> None:
        """Find something else than what led here."""
        self.finding, self.led_here = finding, Clean("")

    # Showing more or less

    def toggle_debris(self) -> bool:
        """Show or hide debris; tell whether it is shown now."""
        self.pane.show_debris(not self.pane.debris)
        if self.finding.query and not self.led_here:
            self.find(self.finding.query)
        elif self._followed and self.reading:
            self._places = self.reading.places(self._followed, self.pane.debris)
            self._show_followed()
        return self.pane.debris

    def back(self) -> bool:
        """Give up the selection, else what was found, else what is followed; tell whether there was any."""
        if self.pane.selection:
            self.pane.select_nothing()
        elif self.finding.query:
            self._find(Finding())
            self.pane.match(())
        elif self._followed or self._places:
            self._followed, self._places, self._index = "", (), -1
            self.pane.follow(())
        else:
            return False
        return True

    # What is said about it

    @property
    def note(self) -> Clean:
        """Return what the border says: what is found or followed, how much is hidden, how far one has read."""
        parts = [self.found]
        debris = self.pane.article.debris
        if debris and not self.pane.debris:
            parts.append(say_many("{count} line of debris hidden", "{count} lines of debris hidden", debris))
        parts.append(say("{number}%", number=Clean(str(self.pane.percent))))
        return Clean(" · ".join(part for part in parts if part))

    @property
    def found(self) -> Clean:
        """Return which match, or which place of what is followed, is looked at, of how many."""
        if self.led_here:
            return self.led_here
        if self.finding.query:
            query = clean_line(self.finding.query)
            if not self.finding.spans:
                return say("nothing like “{query}”", query=query)
            return say(
                "{index} of {count} “{query}”", index=self.finding.place + 1, count=len(self.finding.spans), query=query
            )
        item = self.reading.item(self._followed) if self.reading else None
        if item is None or isinstance(item, Figure | Request) or not self._places:
            return Clean("")
        if self._index < 0:
            return say_many("{count} place", "{count} places", len(self._places))
        return say("place {index} of {count}", index=self._index + 1, count=len(self._places))
