"""Adding to sessions, people, figures, requests and passages: stars, tags, notes, and what became of a request."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tui.library import Anchor, Document
from tui.library.userdata import STATES, Kept, State
from tui.library.userdata.kept import state_name
from tui.messages import N_, say
from tui.screens.base import Result
from tui.screens.selecting import SelectingScreen
from tui.text.clean import Clean, clean_line
from tui.text.dates import typed_day
from tui.widgets.ink import shorten
from tui.widgets.wording import day

if TYPE_CHECKING:
    from tui.screens.marks import Pointed
    from tui.screens.questions import Question, Step

_LABEL = 40
"""Most cells of a label in a notice."""


class Thing(NamedTuple):
    """What is pointed at, the place to add to, and what was added there."""

    pointed: Pointed
    place: Anchor
    kept: Kept | None

    @property
    def label(self) -> Clean:
        """What it is called in a notice."""
        return shorten(self.pointed.label, _LABEL)


class AddingScreen(SelectingScreen[Result]):
    """A screen on which things get stars, tags and notes, and requests a state and a day."""

    def thing(self) -> Thing | None:
        """Return what is pointed at; say so where there is nothing."""
        pointed = self.pointed_at()
        document = pointed.item.article if pointed else None
        if pointed is None or not isinstance(document, Document):
            self.notice(say("There is nothing here to add to"))
            return None
        item, added = pointed.item, self.user.added(document)
        place = item.section, item.start, item.end
        return Thing(pointed, added.anchor(*place), added.at(*place))

    def _request(self) -> Thing | None:
        """Return the request that is pointed at; say so where there is none."""
        thing = self.thing()
        if thing is not None and thing.pointed.item.section != "requests":
            self.notice(say("Only a request has a state and a day"))
            return None
        return thing

    def inquire(self, question: Question) -> None:
        """Ask something whose answer is all that comes of it."""
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - not needed before something is asked

        self.app.push_screen(QuestionScreen(question))

    def do_star(self, times: int) -> None:
        """Give what is pointed at a star, or take it away."""
        if thing := self.thing():
            on = not (thing.kept and thing.kept.star)
            self.user.star(thing.place, on, thing.pointed.label)
            self.show_added()
            label = thing.label
            self.notice(say("Starred: {label}", label=label) if on else say("No longer starred: {label}", label=label))

    def do_tag(self, times: int) -> None:
        """Ask for a tag for what is pointed at; one that it has is taken away."""
        if (thing := self.thing()) is None:
            return
        from tui.screens.questions import Question  # noqa: PLC0415 - not needed before something is tagged

        has = {tag.casefold() for tag in thing.kept.tags} if thing.kept else set()

        def answer(line: str) -> Step:
            for tag in filter(None, (part.strip() for part in line.split(","))):
                self.user.tag(thing.place, tag, tag.casefold() not in has, thing.pointed.label)
            self.show_added()
            return None

        known = clean_line(", ".join(list(self.user.tags())[:8]))
        notes = say("In use: {tags}", tags=known) if known else say("Several are parted by commas.")
        self.inquire(Question(say("Tag, or a tag to take away"), answer, (), "", [notes]))

    def do_note(self, times: int) -> None:
        """Ask for a note on what is pointed at; the latest note that it has is there to be changed."""
        if (thing := self.thing()) is None:
            return
        from tui.screens.questions import Question  # noqa: PLC0415 - not needed before something is noted

        last = thing.kept.notes[-1] if thing.kept and thing.kept.notes else None

        def answer(line: str) -> Step:
            if last and not line.strip():
                self.user.remove_note(last.id)
            elif last:
                self.user.change_note(last.id, line)
            elif line.strip():
                self.user.add_note(thing.place, line, thing.pointed.label)
            self.show_added()
            return None

        title = say("Change the note; without words it is taken away") if last else say("Note")
        now = clean_line(last.text) if last else Clean("")
        self.inquire(Question(title, answer, (), now, [thing.label]))

    def do_state(self, times: int) -> None:
        """Ask what became of the request that is pointed at."""
        if (thing := self._request()) is None:
            return
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - not needed before a state is given

        names: dict[str, State] = {state: state for state in STATES}

        def answer(chosen: str) -> Step:
            self.user.set_state(thing.place, names[chosen], thing.pointed.label)
            self.show_added()
            self.notice(say("{state}: {label}", state=state_name(names[chosen]), label=thing.label))
            return None

        choices = [Choice(state, state_name(state)) for state in STATES]
        now = thing.kept.state if thing.kept else "open"
        self.inquire(Question(say("What became of it?"), answer, choices, now, [thing.label]))

    def do_due(self, times: int) -> None:
        """Ask by which day the request that is pointed at is to be answered."""
        if (thing := self._request()) is None:
            return
        from tui.library.editing import CorrectionError  # noqa: PLC0415 - not needed before a day is given
        from tui.screens.questions import Question  # noqa: PLC0415 - the same

        def answer(line: str) -> Step:
            wanted = typed_day(line, date.today()) if line.strip() else None
            if line.strip() and wanted is None:
                raise CorrectionError(N_("write a day such as 8/5/2024, or +30 for in 30 days"))
            self.user.set_due(thing.place, wanted.isoformat() if wanted else None, thing.pointed.label)
            self.show_added()
            return None

        now = day(thing.kept.due) if thing.kept else Clean("")
        title = say("Day by which it is due; without one, none")
        self.inquire(Question(title, answer, (), now, [say("A day such as 8/5/2024, or +30 for in 30 days")]))
