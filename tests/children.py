"""Work done in a process of its own, which can be killed, limited, or run as somebody who may do nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import IO

NOBODY = 65534
"""A user whom file modes bind: they don't bind root."""

Say = Callable[[str], None]


class Child:
    """A process that does some work, and says something, a line at a time, when parts of it are done."""

    def __init__(self, work: Callable[[Say], None], *, before: Callable[[], None] | None = None) -> None:
        """Begin; ``before`` is called in the child first.

        The child is a fork, so that nothing needs to be loaded where it may not read.
        """
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            _work(work, before, writing)
        os.close(writing)
        self._said: IO[str] = os.fdopen(reading, encoding="utf-8")

    def line(self) -> str:
        """Return the next line that it says, as soon as it has; empty when it is at its end."""
        return self._said.readline().rstrip("\n")

    def kill(self) -> None:
        """End it at once, whatever it is doing."""
        os.kill(self.pid, signal.SIGKILL)

    def rest(self) -> list[str]:
        """Return all that it has said and not been asked for, once it has ended."""
        lines = self._said.read().splitlines()
        self._said.close()
        os.waitpid(self.pid, 0)
        return lines


def nobody() -> None:
    """Become somebody to whom nothing belongs."""
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def _work(work: Callable[[Say], None], before: Callable[[], None] | None, writing: int) -> None:
    status = 1
    try:
        if before is not None:
            before()
        work(lambda line: _say(writing, line))
        status = 0
    except BaseException as error:
        _say(writing, f"{type(error).__name__}: {error}")
    finally:
        os._exit(status)


def _say(writing: int, line: str) -> None:
    os.write(writing, f"{line}\n".encode())
