"""Deciding in the list of sessions which articles report one session, and which do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.library import Entry, LibraryError
from tui.messages import say, say_many
from tui.screens.recognising import RecognisingScreen
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import shorten
from tui.widgets.wording import day

if TYPE_CHECKING:
    from tui.across.decided import Verdict
    from tui.across.references import ArticleReference

_LABEL = 50
_OFFERED = 12
"""Articles of the day that are offered to be joined with one."""


class UnitingScreen(RecognisingScreen):
    """Joins articles about one session, and takes out those that are about another one."""

    @property
    def session_meant(self) -> Entry | None:
        """The article that an action is about: the one at the cursor of the list, else the open one."""
        return self.shelf.entry(self.lists["sessions"].current) if self.active == "sessions" else self.shelf.current

    def do_join(self, times: int) -> None:
        """Say that the articles that are marked report one session; without marks offer those of the same day."""
        marked = [entry for path in self.marks.sessions() if (entry := self.shelf.entry(path))]
        if len(marked) > 1:
            self._confirm(marked)
        elif entry := self.session_meant:
            self._offer(entry)

    def do_part(self, times: int) -> None:
        """Say that an article is about another session than those that it stands with."""
        entry = self.session_meant
        others = [key for key in self.shelf.together(entry.article_key) if key != entry.article_key] if entry else []
        if entry is None or not others:
            self.notice(say("This article stands alone: there is nothing to part it from"))
            return
        self._decide("apart", [others[0], entry.article_key], _title(entry))

    def _offer(self, entry: Entry) -> None:
        """Offer the other articles of the day, those of the same place first."""
        here = self.shelf.together(entry.article_key)
        near = [one for one in self.shelf.of_day(entry.date) if one.article_key not in here] if entry.date else []
        near.sort(key=lambda one: one.place != entry.place)
        if not near:
            self.notice(say("Mark the articles about one session with the space bar first; then = joins them"))
            return
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - not needed before one decides
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - the same

        def answer(key: str) -> None:
            self._decide("one", [entry.article_key, key], _title(entry))

        choices = [Choice(one.article_key, _line(one)) for one in near[:_OFFERED]]
        notes = [say("Which article is about the same session as “{headline}”?", headline=_title(entry))]
        self.app.push_screen(QuestionScreen(Question(say("Join"), answer, choices, None, notes)))

    def _confirm(self, marked: Sequence[Entry]) -> None:
        """Ask whether the articles that are marked report one session."""
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - not needed before one decides
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - the same

        def answer(key: str) -> None:
            if key == "yes":
                self._decide("one", [one.article_key for one in marked], _title(marked[0]))

        count = say_many("{count} article reports one session", "{count} articles report one session", len(marked))
        choices = [Choice("yes", count), Choice("no", say("Leave it as it is"))]
        self.app.push_screen(QuestionScreen(Question(say("Decide"), answer, choices, None, list(map(_line, marked)))))

    def _decide(self, verdict: Verdict, keys: Sequence[str], label: Clean) -> None:
        things = [reference for key in keys if (reference := self._reference(key))]
        if len(things) == len(keys):
            self.keep_decision("events", verdict, things, label)

    def _reference(self, article_key: str) -> ArticleReference | None:
        """Return what a decision calls an article; None where it can't be read, which is said."""
        from tui.across.account import account  # noqa: PLC0415 - needs the lexicon, which the first paint does not
        from tui.across.references import article_reference  # noqa: PLC0415 - the same

        try:
            document = self.library.document(article_key)
        except (KeyError, LibraryError) as error:
            self.notice(clean_line(str(error)))
            return None
        if document.record is None:
            self.notice(say("This article could not be parsed; nothing can be decided about it"))
            return None
        return article_reference(account(article_key, document.record))


def _title(entry: Entry) -> Clean:
    return shorten(clean_line(entry.headline), _LABEL)


def _line(entry: Entry) -> Clean:
    parts = (day(entry.date), clean_line(entry.place or ""), clean_line(entry.headline))
    return Clean(" · ".join(part for part in parts if part))
