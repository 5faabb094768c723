"""Child processes do the work, and none of them can take the reader down."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from threading import Event

from tui.library.workers import Failure, run


def answer(job: str) -> str:
    """Do what a job says: die, hang or answer. It runs in the children."""
    if job == "die":
        os._exit(3)
    if job == "hang":
        time.sleep(60)
    return job.upper()


def test_answers_come_with_their_jobs() -> None:
    jobs = [f"job {number}" for number in range(12)]
    assert dict(run(answer, jobs, processes=2)) == {job: job.upper() for job in jobs}


def test_a_job_that_kills_its_process_is_named_and_the_others_go_on() -> None:
    answers = dict(run(answer, ["a", "die", "b", "die again".removesuffix(" again"), "c"], processes=2))
    assert answers["die"] == Failure(timed_out=False)
    assert {answers[job] for job in "abc"} == {"A", "B", "C"}


def test_a_job_that_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    answers = dict(run(answer, ["hang", "a"], processes=2, seconds=3))
    assert answers == {"hang": Failure(timed_out=True), "a": "A"}
    assert time.monotonic() - began < 30


def test_work_that_is_stopped_ends_at_once() -> None:
    stop = Event()
    begun = run(answer, ["a", "hang", "hang"], processes=1, stop=stop)
    assert next(begun) == ("a", "A")
    stop.set()
    assert list(begun) == []


def test_of_several_children_each_has_its_next_job_before_its_answer_is_given_out() -> None:
    given: list[str] = []

    def jobs() -> Iterator[str]:
        for job in "abcd":
            given.append(job)
            yield job

    answers = run(answer, jobs(), processes=2)
    first = next(answers)
    assert len(given) >= 3  # one for each child, and one for that which has answered
    assert sorted(job for job, _ in [first, *answers]) == list("abcd")


def test_with_one_child_no_job_is_begun_before_the_answer_was_looked_at() -> None:
    given: list[str] = []

    def jobs() -> Iterator[str]:
        for job in "ab":
            given.append(job)
            yield job

    answers = run(answer, jobs(), processes=1)
    assert next(answers) == ("a", "A")
    assert given == ["a"]
    assert list(answers) == [("b", "B")]
