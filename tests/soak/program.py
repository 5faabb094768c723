"""The reader as it is soaked: it reports what goes wrong inside, and tells how it is when asked.

``python -m tests.soak.program SOCKET LIBRARY``. Whoever listens on SOCKET sends one byte and gets one line of JSON.
"""

from __future__ import annotations

import asyncio
import ctypes
import faulthandler
import gc
import json
import os
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual import events
from textual.worker import Worker, WorkerState

import tui.app
from tui.app import GiamsatApp
from tui.library import Library
from tui.library.userdata import UserData
from tui.screens.reader import ReaderScreen

PATIENCE = 20
"""Seconds in which the interface must have answered."""
MARK, MARK_SENT = "ctrl+f9", b"\x1b[20;5~"
"""A key that does nothing, and what a terminal sends for it."""
LOOK, AGAIN, STACKS = b"?", b"!", b"#"
"""How are you; look at the library again; and what are you doing."""


class Report:
    """Collects what went wrong since it was last asked."""

    def __init__(self) -> None:
        """Listen at every place where Python, asyncio and Textual drop an exception."""
        self.troubles: list[str] = []
        threading.excepthook = lambda args: self.add("thread", args.exc_value)
        sys.unraisablehook = lambda args: self.add("unraisable", args.exc_value)
        _after_each_worker(self._worker_ended)

    def add(self, where: str, error: BaseException | None) -> None:
        """Note an exception."""
        told = "".join(traceback.format_exception(error)) if error else "no exception"
        self.troubles.append(f"{where}: {told}")

    def _worker_ended(self, worker: Worker[Any]) -> None:
        if worker.state is WorkerState.ERROR:
            self.add(f"worker {worker.group}", worker.error)

    def take(self) -> list[str]:
        """Return what was noted, and forget it."""
        taken, self.troubles = self.troubles, []
        return taken


def _after_each_worker(ended: Callable[[Worker[Any]], None]) -> None:
    run = Worker._run

    async def watched(self: Worker[Any], app: Any) -> None:
        try:
            await run(self, app)
        finally:
            ended(self)

    Worker._run = watched  # type: ignore[method-assign]


class Watched(GiamsatApp):
    """The reader, with somebody who listens beside it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [Path(tui.app.__file__).parent / each for each in GiamsatApp.CSS_PATH]

    def __init__(self, library: Library, user: UserData, address: str, report: Report) -> None:
        """Take what the reader takes, and where to listen."""
        super().__init__(library, user)
        self._address, self._report = address, report
        self._marks = 0

    def on_mount(self) -> None:
        """Begin to listen."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: self._report.add(context["message"], context.get("exception")))
        threading.Thread(target=self._answer, args=(loop,), daemon=True).start()

    async def on_event(self, event: events.Event) -> None:
        """Count the marks in what is typed: whatever came before one has been dealt with."""
        if isinstance(event, events.Key) and event.key == MARK:
            self._marks += 1
        await super().on_event(event)

    def _answer(self, loop: asyncio.AbstractEventLoop) -> None:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(self._address)
            while asked := connection.recv(1):
                future = asyncio.run_coroutine_threadsafe(self._look(asked), loop)
                try:
                    answer = future.result(PATIENCE)
                except TimeoutError:
                    answer = {"troubles": [f"the interface did not answer in {PATIENCE} s:\n{stacks()}"]}
                connection.sendall(json.dumps(answer).encode() + b"\n")

    def _handle_exception(self, error: Exception) -> None:
        """Write what ends the reader where it is found, without the minutes that it takes to draw it."""
        Path(self._address).with_name("crash").write_text("".join(traceback.format_exception(error)), "utf-8")
        os._exit(70)

    async def _look(self, asked: bytes) -> dict[str, Any]:
        reader = self.screen_stack[0]
        if asked == AGAIN and isinstance(reader, ReaderScreen):
            reader.run_worker(reader.refresh_library, thread=True, exclusive=True, group="library", exit_on_error=False)
        gc.collect()
        with suppress(OSError, AttributeError):  # other systems than Linux have no such call
            ctypes.CDLL(None).malloc_trim(0)
        return {
            "troubles": self._report.take(),
            "workers": [worker.group for worker in self.workers if worker.is_running],
            "marks": self._marks,
            "deaf": isinstance(reader, ReaderScreen) and reader.keeps_keys,
            "screens": len(self.screen_stack),
            "threads": threading.active_count(),
            "blocks": sys.getallocatedblocks(),
            "bytes": resident(os.getpid()),
            "files": open_files(),
            "stacks": stacks() if asked == STACKS else "",
        }


def stacks() -> str:
    """Return what every thread is doing."""
    return "\n".join("".join(traceback.format_stack(frame)) for frame in sys._current_frames().values())


def resident(pid: int) -> int:
    """Return how many bytes of memory a process has (0 where the system doesn't tell)."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def open_files() -> int:
    """Return how many files this process has open (0 where the system doesn't tell)."""
    try:
        return len(os.listdir("/proc/self/fd"))
    except OSError:
        return 0


def main(address: str, folder: str) -> int:
    """Open the reader on a library."""
    report = Report()
    doing = Path(address).with_name("doing").open("w", encoding="utf-8")
    faulthandler.register(signal.SIGUSR1, doing, all_threads=True)
    user = UserData.open()
    library = Library.open(Path(folder))
    try:
        reader = Watched(library, user, address, report)
        reader.run()
        return reader.return_code or 0
    finally:
        library.close()
        user.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
