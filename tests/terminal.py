"""A terminal to run a program in: a pty whose screen can be read, and all that was written to it kept."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte


class Terminal:
    """One program in a pty of its own; leave the ``with`` block, and it is gone."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (150, 40),
        environ: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        watched: bool = True,
    ) -> None:
        """Start ``command`` with its standard streams on a pty of ``size`` columns and rows.

        Where time is measured it must not be ``watched``: then the screen is drawn only by :meth:`replay`.
        """
        self.written = bytearray()
        """Every byte that the program has sent."""
        self.arrived: list[tuple[float, int]] = []
        """When bytes came, in seconds since the start, and how many had come by then."""
        self._watched = watched
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._status: int | None = None
        self.started = time.perf_counter()
        self.process, self.number = pty.fork()
        if self.process == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                if cwd is not None:
                    os.chdir(cwd)
                os.execvpe(command[0], list(command), dict(os.environ if environ is None else environ))
            finally:
                os._exit(127)

    def __enter__(self) -> Self:
        """Use the terminal for the length of a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program, if it still runs, and close the pty."""
        if self._status is None:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self.number)

    @property
    def text(self) -> str:
        """What the screen shows: its rows, joined by newlines."""
        return "\n".join(self.screen.display)

    def send(self, keys: str | bytes) -> None:
        """Type: all bytes arrive in one write."""
        os.write(self.number, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as its user would."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.number, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, timeout: float) -> bytes:
        """Return what the program sends next, empty when nothing comes in ``timeout`` seconds or it has ended."""
        if not select.select([self.number], [], [], timeout)[0]:
            return b""
        try:
            data = os.read(self.number, 1 << 16)
        except OSError:  # how Linux says that the other end is closed
            return b""
        self.written += data
        self.arrived.append((time.perf_counter() - self.started, len(self.written)))
        if self._watched:
            self._stream.feed(data)
        return data

    def replay(self, met: Callable[[str], bool]) -> float:
        """Draw what has come, again and from the start; return when the screen first met a condition.

        Raises:
            AssertionError: it never did.
        """
        self.screen.reset()
        drawn = 0
        for seconds, length in self.arrived:
            self._stream.feed(bytes(self.written[drawn:length]))
            drawn = length
            if met(self.text):
                return seconds
        raise AssertionError(f"the screen never showed it:\n{self.text}")

    def wait_for(self, shows: str | Callable[[str], bool], timeout: float = 20) -> float:
        """Read until the screen shows a text (or meets a condition); return the seconds since the start.

        Raises:
            AssertionError: it does not come in time, or the program ends before.
        """
        met = shows if callable(shows) else lambda text: shows in text
        end = time.monotonic() + timeout
        while not met(self.text):
            if not self.read(max(0.0, min(0.5, end - time.monotonic()))) and (self.ended() or time.monotonic() >= end):
                what = "a condition" if callable(shows) else repr(shows)
                raise AssertionError(f"{what} is not on the screen:\n{self.text}")
        return time.perf_counter() - self.started

    def settle(self, quiet: float = 0.2, timeout: float = 10) -> None:
        """Read until the program has been silent for ``quiet`` seconds."""
        end = time.monotonic() + timeout
        while self.read(quiet) and time.monotonic() < end:
            pass

    def ended(self) -> bool:
        """Tell whether the program has ended."""
        if self._status is None:
            child, status = os.waitpid(self.process, os.WNOHANG)
            if child:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status is not None

    def wait(self, timeout: float = 20) -> int:
        """Read until the program ends, and return its exit code (negative: the signal that ended it)."""
        end = time.monotonic() + timeout
        while not self.ended():
            self.read(0.05)
            assert time.monotonic() < end, f"still running:\n{self.text}"
        while self.read(0):
            pass
        assert self._status is not None
        return self._status
