"""Child processes that read and parse: the reader never waits for them, and none of them can take it down.

A job that kills its process, or takes longer than it may, is reported as such; the others go on.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from threading import Event as Flag
from time import monotonic
from typing import Any, Generic, NamedTuple, TypeVar

from tui.messages import Language, language, use

Job = TypeVar("Job")
Answer = TypeVar("Answer")

MOST_SECONDS = 60.0
"""Time that one job may take."""
_LOOK = 0.1
"""Seconds between two looks at the flag that stops the work."""
_POLITE = 5
"""How much less of the processor children ask for than the reader."""


class Failure(NamedTuple):
    """A job that gave no answer: its process ended, or was ended because it took too long."""

    timed_out: bool


class _Worker(NamedTuple, Generic[Job]):
    """A child at work: its process, its pipe, its job, and when its time is up."""

    process: Any
    pipe: Connection
    job: Job
    deadline: float


def run(
    task: Callable[[Job], Answer],
    jobs: Iterable[Job],
    *,
    processes: int | None = None,
    stop: Flag | None = None,
    seconds: float = MOST_SECONDS,
) -> Iterator[tuple[Job, Answer | Failure]]:
    """Yield each job with its answer as it comes, in no particular order; blocks while it waits.

    Of several children each has its next job before its answer is given out. With one it is done in turns, so that no
    more than one processor is at work.

    Args:
        task: A function of a module, called in the children; it should raise nothing.
        jobs: What it is called with, and like its answers can be pickled.
        processes: How many children; by default one for each processor.
        stop: Once set, nothing more is begun or waited for.
        seconds: Time that one job may take.

    """
    todo = iter(jobs)
    most = processes or os.cpu_count() or 1
    idle: list[tuple[Any, Connection]] = []
    busy: list[_Worker[Job]] = []

    def begin() -> None:
        while len(busy) < most and not (stop and stop.is_set()) and (job := next(todo, None)) is not None:
            process, pipe = idle.pop() if idle else _started(task)
            with suppress(OSError):  # a child that has gone is noticed below, with its job
                pipe.send(job)
            busy.append(_Worker(process, pipe, job, monotonic() + seconds))

    try:
        while stop is None or not stop.is_set():
            begin()
            if not busy:
                return
            there = wait([worker.pipe for worker in busy], timeout=_LOOK)
            answered: list[tuple[Job, Answer | Failure]] = []
            for worker in [worker for worker in busy if worker.pipe in there or monotonic() > worker.deadline]:
                busy.remove(worker)
                answer = _answer(worker, worker.pipe in there)
                if isinstance(answer, Failure):
                    _end(worker.process, worker.pipe)
                else:
                    idle.append((worker.process, worker.pipe))
                answered.append((worker.job, answer))
            if most > 1:
                begin()
            yield from answered
    finally:
        for process, pipe in [*idle, *((worker.process, worker.pipe) for worker in busy)]:
            _end(process, pipe)


def _answer(worker: _Worker[Any], there: bool) -> Any:
    if not there:
        return Failure(timed_out=True)
    try:
        return worker.pipe.recv()
    except (EOFError, OSError):
        return Failure(timed_out=False)


def _started(task: Callable[[Any], Any]) -> tuple[Any, Connection]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(task, theirs, language()), daemon=True)
    with redirect_stderr(
        sys.__stderr__
    ):  # in the reader sys.stderr is no file, and multiprocessing hands its number on
        process.start()
    theirs.close()
    return process, ours


def _end(process: Any, pipe: Connection) -> None:
    pipe.close()
    process.kill()
    process.join()


def _serve(task: Callable[[Any], Any], pipe: Connection, spoken: Language) -> None:
    """Answer jobs until the pipe closes. Nothing that a child prints may reach the reader's screen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):
        os.nice(_POLITE)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    use(spoken)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(task(pipe.recv()))
