"""The terminal that the reader runs in: nothing that it sends ends the reader, and others can have it for a while."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tui.text.clean import Clean, clean

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver


def steady(driver: type[Driver]) -> type[Driver]:
    """Return a driver that goes on where Textual's stops for good: at bytes that are no text and no key.

    A byte of another encoding, or a key in a form that Textual does not know (``ESC [ 1 ; 1 : 3 A``, which terminals
    with kitty's protocol send), raises an exception in the thread that reads keys. What was read with them is dropped.
    """
    read_input = getattr(driver, "run_input_thread", None)
    if read_input is None:  # on Windows, and without a terminal
        return driver

    def run_input_thread(self: Any) -> None:
        while not self.exit_event.is_set():
            try:
                read_input(self)
            except (ValueError, ArithmeticError, LookupError):  # no OSError: then there is no terminal any more
                continue

    return type(driver.__name__, (driver,), {"run_input_thread": run_input_thread})


def told(error: BaseException | None = None) -> Clean:
    """Return what Python tells of an exception, by default the one being handled, clean: it may quote any text."""
    error = sys.exception() if error is None else error
    return clean("".join(traceback.format_exception(error)) if error else "")


@contextmanager
def lent(app: App[Any]) -> Iterator[None]:
    """Lend the terminal to other programs; their ctrl+c is not for us.

    It is taken back when they fail, too, which Textual alone does not do: the reader would be gone for good.

    Raises:
        SuspendNotSupported: the terminal can't be left.
        Exception: whatever the programs were run with raises.
    """
    failed: Exception | None = None
    with app.suspend():
        before = {number: signal.signal(number, _ignored) for number in (signal.SIGINT, signal.SIGQUIT)}
        try:
            yield
        except Exception as error:
            failed = error
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
    if failed is not None:
        raise failed


def _ignored(number: int, frame: object) -> None:
    """Do nothing; other than with SIG_IGN, programs that are started get the signal."""
