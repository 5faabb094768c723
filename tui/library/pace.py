"""How far work is, and how long the rest of it will take, also in words."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from tui.library.entry import Progress, Stage
from tui.messages import N_, say
from tui.text.clean import Clean

STAGES: dict[Stage, str] = {
    "looking": N_("looking at files"),
    "reading": N_("reading articles"),
    "people": N_("telling who is who"),
    "texts": N_("taking in all words"),
}
_MINUTE = 60
_FIRST = 1.0
"""Seconds after which the pace is known well enough to be told."""


class Pace:
    """One stage on its way: tells somebody of each step."""

    def __init__(self, stage: Stage, total: int, report: Callable[[Progress], None] | None) -> None:
        """Begin a stage of ``total`` steps."""
        self._stage, self._total, self._report = stage, total, report
        self._began = monotonic()
        self.done = 0

    def step(self, path: str = "", steps: int = 1) -> None:
        """Tell of some steps that were done; ``path`` is the file that was finished."""
        self.done += steps
        if self._report is not None:
            total = max(self._total, self.done)
            self._report(Progress(stage=self._stage, done=self.done, total=total, path=path, left=self._left(total)))

    def _left(self, total: int) -> float | None:
        taken = monotonic() - self._began
        return None if taken < _FIRST or not self.done else taken / self.done * (total - self.done)


def left_said(progress: Progress) -> Clean:
    """Return how long the stage will take from now, in words; nothing when there is no telling."""
    if progress.left is None:
        return Clean("")
    minutes, seconds = divmod(round(progress.left), _MINUTE)
    if minutes:
        return say("{minutes} min {seconds} s left", minutes=minutes, seconds=seconds)
    return say("{seconds} s left", seconds=seconds)
