"""Bringing an index up to date with its folder: what is new or has changed is read and parsed in child processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event as Flag
from time import monotonic
from typing import TypeVar

from tui.library import own, workers
from tui.library.decisions import Decisions
from tui.library.entry import Entry, Problem, Progress
from tui.library.first_look import Look, look_at
from tui.library.index.engine import Engine, Known
from tui.library.index.made import NOTHING
from tui.library.index.recognition import Recognised, recognise
from tui.library.index.settling import Piece, here, settle
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
_KEEP_EVERY = 0.25
"""Seconds after which what was made meanwhile is kept."""
_AT_ONCE = 200
"""Articles that are completed together."""

_Job = TypeVar("_Job")
_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class Refresh:
    """One refresh: of which folder and index, whom to tell, what ends it, whether it may be done in this process."""

    root: Path
    only: str | None
    index: Engine
    report: Callable[[Progress], None] | None
    stop: Flag | None
    here: bool

    def run(self) -> tuple[Sequence[Problem], bool]:
        """Look at the folder, and bring the index up to date.

        Returns:
            What can't be used in the folder, and whether lists are other than before.

        """
        before = self.index.changes()
        looked = scan(self.root, self.only)
        new, gone = self.index.differences(_stamped(looked, self.index).values(), PARSER)
        self.index.drop(path for path in gone if self.only in (None, path))
        self._settle()
        if len(new) > MANY:
            self._look(new)
        self._read(new)
        self._settle()
        changed = self.index.changes() != before
        self._complete()
        return looked.problems, changed

    @property
    def stopped(self) -> bool:
        """Whether the work is to end."""
        return self.stop is not None and self.stop.is_set()

    def _settle(self) -> None:
        """Tell who is who of what has changed, and of what was decided."""
        take_up(self.root, self.index)
        few = self.index.unrecognised() <= FEW_NAMES
        settle(self.index, here if few else self._recognised)

    def _recognised(self, pieces: Iterable[Piece]) -> Iterator[Sequence[Recognised]]:
        for _, answer in self._answers(recognise, pieces):
            if not isinstance(answer, Failure):
                yield answer

    def _look(self, new: Sequence[Found]) -> None:
        """Let files be listed that nothing is known of, before they are parsed."""
        known = self.index.keys(file.path for file in new)
        files = iter([file.path for file in new if file.path not in known and file.stamp is not None])
        jobs = [Look(self.root, paths) for paths in iter(lambda: tuple(islice(files, MANY)), ())]
        seen: list[Entry] = []
        for _, answer in self._answers(look_at, jobs):
            seen += () if isinstance(answer, Failure) else answer
            if len(seen) > _AT_ONCE:
                self.index.announce(seen)
                seen = []
        self.index.announce(seen)

    def _read(self, new: Sequence[Found]) -> None:
        """Read and parse files."""
        keys = self.index.keys(file.path for file in new)
        self.index.expect(keys)
        jobs = [Job(self.root, file, keys.get(file.path), len(new) <= MANY) for file in new]
        batch: list[tuple[Job, Parsed | Failure]] = []
        done, since, settled = 0, 0.0, SETTLED_FIRST
        for job, answer in self._answers(read_article, jobs, here=len(new) <= FEW):
            batch.append((job, answer))
            if len(new) <= FEW or monotonic() - since > _KEEP_EVERY:
                self.keep(batch)
                done = self._tell(batch, done, len(jobs))
                batch, since = [], monotonic()
                if done >= settled:  # ever later, so that all of it takes no more than twice as long as once
                    self._settle()
                    settled = 2 * done
        self.keep(batch)
        self._tell(batch, done, len(jobs))

    def keep(self, batch: Sequence[tuple[Job, Parsed | Failure]]) -> None:
        """Put what became of files into the index."""
        parsed = [_parsed(job, answer) for job, answer in batch]
        failed = [one.file for one in parsed if one.article is None]
        self.index.put([one.article for one in parsed if one.article is not None], failed)
        rests = [(number, one.rest) for one in parsed if one.rest for number in self.index.numbers(path=one.file.path)]
        self.index.complete(rests)

    def _tell(self, batch: Sequence[tuple[Job, object]], done: int, total: int) -> int:
        for job, _ in batch:
            done += 1
            if self.report is not None:
                self.report(Progress(done=done, total=total, path=job.found.path))
        return done

    def _complete(self) -> None:
        """Make the rest of articles of which only the heads are kept."""
        while not self.stopped and (kept := self.index.incomplete(_AT_ONCE)):
            made = []
            for one, answer in self._answers(complete_article, kept, here=len(kept) <= FEW):
                made.append((one.number, NOTHING) if isinstance(answer, Failure) else answer)
            self.index.complete(made)

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
