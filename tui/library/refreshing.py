"""Bringing an index up to date with its folder: what is new or has changed is read and parsed in child processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event as Flag
from time import monotonic
from typing import NamedTuple, TypeVar

from tui.library import own, workers
from tui.library.decisions import Decisions
from tui.library.entry import Entry, Problem, Progress
from tui.library.first_look import Look, look_at
from tui.library.index.engine import Engine, Kept
from tui.library.index.known import Known
from tui.library.index.made import NOTHING, Rest
from tui.library.index.recognition import Recognised, recognise
from tui.library.index.settling import Piece, here, settle
from tui.library.pace import Pace
from tui.library.reading import PARSER, Job, Parsed, complete_article, read_article
from tui.library.scan import Found, Scan, scan
from tui.library.workers import Failure
from tui.messages import say

FEW = 8
"""Files up to which child processes cost more than they save, for a caller that can wait."""
MANY = 64
"""Files from which on the work is done in stages: a first look at all, then heads, then the rest."""
FEW_NAMES = 20
"""Names of which it is told in this process who is who."""
SETTLED_FIRST = 500
"""Articles of many after which people are there for the first time."""
_MUCH = 0.1
"""Share of a library that has changed from which on it is worth while to tidy the index."""
_KEEP_EVERY = 0.25
"""Seconds after which what was made meanwhile is kept."""
_AT_ONCE = 200
"""Articles that are completed together."""

_Job = TypeVar("_Job")
_Answer = TypeVar("_Answer")


class Refreshed(NamedTuple):
    """What a refresh did.

    What can't be used in the folder, whether lists are other than before, how many files were read and how many that
    were known are gone.
    """

    problems: Sequence[Problem] = ()
    changed: bool = False
    read: int = 0
    gone: int = 0


@dataclass(frozen=True)
class Refresh:
    """One refresh: of which folder and index, whom to tell, what ends it, whether it may be done in this process."""

    root: Path
    only: str | None
    index: Engine
    report: Callable[[Progress], None] | None
    stop: Flag | None
    here: bool

    def run(self) -> Refreshed:
        """Look at the folder, and bring the index up to date."""
        before = self.index.changes()
        looked = scan(self.root, self.only)
        new, gone = self.index.differences(_stamped(looked, self.index).values(), PARSER)
        gone = [path for path in gone if self.only in (None, path)]
        self.index.drop(gone)
        take_up(self.root, self.index)
        self._settle()
        if len(new) > MANY:
            self._look(new)
        self._read(new)
        self._settle()
        changed = self.index.changes() != before
        self._complete()
        if len(new) > MANY and len(new) > len(looked.files) * _MUCH:
            while not self.stopped and self.index.tidy():
                pass
        return Refreshed(looked.problems, changed, len(new), len(gone))

    @property
    def stopped(self) -> bool:
        """Whether the work is to end."""
        return self.stop is not None and self.stop.is_set()

    def _settle(self) -> None:
        """Tell who is who of what has changed, and of what was decided."""
        names = self.index.unrecognised()
        pace = Pace("people", names, self.report)

        def recognised(pieces: Iterable[Piece]) -> Iterator[Sequence[Recognised]]:
            for piece, answer in self._answers(recognise, pieces):
                pace.step(steps=len(piece))
                yield () if isinstance(answer, Failure) else answer

        settle(self.index, here if names <= FEW_NAMES else recognised)

    def _look(self, new: Sequence[Found]) -> None:
        """Let files be listed that nothing is known of, before they are parsed."""
        known = self.index.keys(file.path for file in new)
        unknown = [file.path for file in new if file.path not in known and file.stamp is not None]
        pace = Pace("looking", len(unknown), self.report)
        files = iter(unknown)
        jobs = [Look(self.root, paths) for paths in iter(lambda: tuple(islice(files, MANY)), ())]
        seen: list[Entry] = []

        def announce() -> None:
            self.index.announce(seen)
            pace.step(steps=len(seen))
            seen.clear()

        for _, answer in self._answers(look_at, jobs):
            seen += () if isinstance(answer, Failure) else answer
            if len(seen) > _AT_ONCE:
                announce()
        announce()

    def _read(self, new: Sequence[Found]) -> None:
        """Read and parse files."""
        keys = self.index.keys(file.path for file in new)
        self.index.expect(keys)
        jobs = [Job(self.root, file, keys.get(file.path), len(new) <= MANY) for file in new]
        pace = Pace("reading", len(jobs), self.report)
        batch: list[tuple[Job, Parsed | Failure]] = []
        since, settled = 0.0, SETTLED_FIRST
        for job, answer in self._answers(read_article, jobs, here=len(new) <= FEW):
            batch.append((job, answer))
            if len(new) <= FEW or monotonic() - since > _KEEP_EVERY:
                self._keep(batch, pace)
                batch, since = [], monotonic()
                if pace.done >= settled:  # ever later, so that all of it takes no more than twice as long as once
                    self._settle()
                    settled = 2 * pace.done
        self._keep(batch, pace)

    def _keep(self, batch: Sequence[tuple[Job, Parsed | Failure]], pace: Pace) -> None:
        self.keep(batch)
        for job, _ in batch:
            pace.step(job.found.path)

    def keep(self, batch: Sequence[tuple[Job, Parsed | Failure]]) -> None:
        """Put what became of files into the index."""
        parsed = [_parsed(job, answer) for job, answer in batch]
        failed = [one.file for one in parsed if one.article is None]
        self.index.put([one.article for one in parsed if one.article is not None], failed)
        rests = [(number, one.rest) for one in parsed if one.rest for number in self.index.numbers(path=one.file.path)]
        self.index.complete(rests)

    def _complete(self) -> None:
        """Make the rest of articles of which only the heads are kept."""
        total = self.index.unfinished()
        pace = Pace("texts", total, self.report)
        made: list[tuple[int, Rest]] = []

        def keep() -> None:
            self.index.complete(made)
            pace.step(steps=len(made))
            made.clear()

        for one, answer in self._answers(complete_article, self._incomplete(), here=total <= FEW):
            made.append((one.number, NOTHING) if isinstance(answer, Failure) else answer)
            if len(made) >= _AT_ONCE:
                keep()
        if made:
            keep()

    def _incomplete(self) -> Iterator[Kept]:
        after = 0
        while kept := self.index.incomplete(_AT_ONCE, after):
            yield from kept
            after = kept[-1].number

    def _answers(
        self, task: Callable[[_Job], _Answer], jobs: Iterable[_Job], *, here: bool = False
    ) -> Iterator[tuple[_Job, _Answer | Failure]]:
        if not (self.here and here):
            yield from workers.run(task, jobs, stop=self.stop)
            return
        for job in jobs:
            if self.stopped:
                return
            yield job, task(job)


def reread(root: Path, path: str, index: Engine) -> None:
    """Read one file again, in this process."""
    one = Refresh(root, path, index, None, None, True)
    for file in _stamped(scan(root, path), index).values():
        job = Job(root, file, index.keys([path]).get(path), True)
        one.keep([(job, read_article(job))])
    settle_all(root, index)


def settle_all(root: Path, index: Engine) -> None:
    """Tell who is who of what has changed, and of what was decided, in this process."""
    take_up(root, index)
    settle(index)


def take_up(root: Path, index: Engine) -> None:
    """Let an index know what was decided about its library."""
    decided = Decisions(root, read_only=True)
    index.decide(decided.people.read()[0], decided.events.read()[0])


def _stamped(looked: Scan, index: Engine) -> dict[str, Found]:
    """Return the files of a folder with the stamps of the user's own corrections."""
    numbers = [number for key in own.articles() for number in index.numbers(key=key)]
    keys = {entry.path: entry.article_key for entry in index.entries(numbers).values()} if numbers else {}
    return dict(own.stamped(looked.files, keys))


def _parsed(job: Job, answer: Parsed | Failure) -> Parsed:
    if not isinstance(answer, Failure):
        return answer
    path = job.found.path
    reason = say("takes too long to read") if answer.timed_out else say("breaks the program that reads it")
    return Parsed(Known(path, job.found.stamp, job.found.record_stamp, PARSER, (Problem(path=path, reason=reason),)))
