"""What the readers of a library decided: who is one person, what is one session, which figures can be compared.

The files lie in the library's folder, where they can be read, corrected and shared with it. What is decided about a
library that can't be written is kept in the user's data directory, for all libraries alike: decisions name articles by
their keys, so that they hold wherever these are read. Of two that contradict each other the later one counts, and the
user's own count as later than the library's.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Generic, TypeVar

from tui.across.decided import Decision, Flaw, SetAside, Verdict
from tui.across.references import ArticleReference, PersonReference, Reference, SeriesReference
from tui.library.decision_file import DecisionFile
from tui.library.entry import Problem
from tui.library.errors import RecordError
from tui.messages import N_, say
from tui.paths import data_dir
from tui.text.clean import Clean, clean_line

FOLDER = "decisions"
"""Where in the data directory the user's own are."""
_FLAWS: dict[Flaw, str] = {
    "gone": N_("a decision names what is not in the library (any more)"),
    "unclear": N_("what a decision names could be several things"),
    "contradicted": N_("a later decision says otherwise"),
    "alone": N_("a decision needs two things"),
}


Kind = TypeVar("Kind", bound=Reference)


class Shelf(Generic[Kind]):
    """The decisions about one kind of things: those of the library, and those of the user."""

    def __init__(self, folder: Path, name: str, reference: type[Kind], about: Clean, *, read_only: bool) -> None:
        """Take the library's folder, the files' name, and what they are about."""
        self._shared = DecisionFile(folder / name, reference, about)
        self._own = DecisionFile(data_dir() / FOLDER / name, reference, about)
        self._read_only = read_only

    @property
    def files(self) -> tuple[Path, Path]:
        """Where the decisions are: those of the library, and the user's own; neither need be there."""
        return self._shared.path, self._own.path

    def read(self) -> tuple[list[Decision[Kind]], list[Problem]]:
        """Return the decisions in the order in which they count, and what could not be used. Never raises."""
        readings = [file.read() for file in (self._shared, self._own)]
        decisions = [written.decision for reading in readings for written in reading.decisions]
        return decisions, [problem for reading in readings for problem in reading.problems]

    def decide(self, verdict: Verdict, things: Sequence[Kind], note: str = "") -> Clean:
        """Keep a decision; return what the user should know of it, usually nothing.

        Earlier ones to the contrary about the same two things are set aside, in a file beside the decisions.

        Raises:
            OSError: it can be kept nowhere.

        """
        said = self._set_aside_contrary(verdict, things)
        if not self._read_only:
            try:
                said.append(self._shared.add(verdict, things, note))
                return _joined(said)
            except OSError as error:
                reason = clean_line(error.strerror or str(error))
                said.append(
                    say("The library can't be written ({reason}); it is kept in your data directory", reason=reason)
                )
        said.append(self._own.add(verdict, things, note))
        return _joined(said)

    def withdraw(self, verdict: Verdict, things: Sequence[Kind]) -> bool:
        """Take back the latest decision of just these things; return whether there was one.

        Raises:
            OSError: its file can't be written.

        """
        for file in (self._own, self._shared):
            for written in reversed(file.read().decisions):
                if written.decision.verdict == verdict and _same(written.decision.things, things):
                    file.take_out([written])
                    return True
        return False

    def set_aside(self, found: Sequence[SetAside[Kind]]) -> list[Path]:
        """Take decisions that can't be used out of their files, and keep them beside these; return where.

        Raises:
            OSError: a file can't be written.

        """
        kept = []
        for file in (self._shared, self._own):
            for flaw in dict.fromkeys(one.flaw for one in found):
                some = [one.decision for one in found if one.flaw == flaw and one.decision.file == file.path]
                gone = [written for written in file.read().decisions if written.decision in some]
                if gone and (path := file.take_out(gone, say(_FLAWS[flaw]))):
                    kept.append(path)
        return kept

    def said(self, found: Sequence[SetAside[Kind]]) -> list[Problem]:
        """Return why decisions are not used, each with its file and line.

        That the user's own names what is not here is none: it may be of another library.
        """
        return [
            Problem(
                path=one.decision.file.name if one.decision.file else "",
                line=one.decision.line,
                reason=f"{say(_FLAWS[one.flaw])}: {_named(one.decision.things)}",
                notice=True,
            )
            for one in found
            if not (one.flaw == "gone" and one.decision.file == self._own.path)
        ]

    def _set_aside_contrary(self, verdict: Verdict, things: Sequence[Kind]) -> list[Clean]:
        """Set aside earlier decisions about two of these things that say the contrary; return what is to be said."""
        wanted = {thing.identity for thing in things}
        said = []
        for file in (self._own,) if self._read_only else (self._shared, self._own):
            contrary = [
                written
                for written in file.read().decisions
                if written.decision.verdict != verdict
                and len(written.decision.things) == 2
                and {thing.identity for thing in written.decision.things} <= wanted
            ]
            try:
                path = file.take_out(contrary, say(_FLAWS["contradicted"])) if contrary else None
            except (OSError, RecordError):
                continue  # it stays where it is; the later one counts all the same
            if path:
                kept = clean_line(path.name)
                said.append(say("An earlier decision to the contrary was set aside in {path}", path=kept))
        return said


class Decisions:
    """All that was decided about a library."""

    def __init__(self, folder: Path, *, read_only: bool) -> None:
        """Take the library's folder, and whether it can be written."""
        people = say(
            "Who is one person (one), and who isn't (apart; others stay with the first). Correct it as you like."
        )
        events = say("Which articles report one session (one), and which don't (apart; others stay with the first).")
        series = say("Which figures can be compared (one), and which can't (apart). Correct it as you like.")
        self.people = Shelf(folder, "people.yaml", PersonReference, people, read_only=read_only)
        self.events = Shelf(folder, "events.yaml", ArticleReference, events, read_only=read_only)
        self.series = Shelf(folder, "series.yaml", SeriesReference, series, read_only=read_only)


def _same(some: Sequence[Reference], others: Sequence[Reference]) -> bool:
    return {one.identity for one in some} == {one.identity for one in others}


def _named(things: Sequence[Reference]) -> Clean:
    return clean_line(", ".join(thing.words for thing in things))


def _joined(said: Sequence[Clean]) -> Clean:
    return Clean("; ".join(filter(None, said)))
