"""Other programs that show or change a text: in this terminal, which is lent to them, or in windows of their own."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence

from textual.app import App, SuspendNotSupported

from tui.messages import say
from tui.terminal import lent
from tui.text.clean import Clean, clean_line

PATIENCE = 5.0
"""Seconds in which a program that opens a window says whether it can; one that takes longer is at work."""


class ProgramError(Exception):
    """A program can't be run, or did not do what it was run for; the message is one line for people."""

    def said(self) -> Clean:
        """Return the message."""
        return clean_line(str(self))


def pager() -> str:
    """Return the command of the user's pager."""
    return os.environ.get("PAGER") or ("less" if shutil.which("less") else "more")


def editor() -> str:
    """Return the command of the user's editor."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"


def viewer() -> str:
    """Return the command that opens a file or an address in the program that the system has for it; empty: none."""
    if sys.platform == "darwin":
        return "open"
    known = ("wslview", "xdg-open") if os.environ.get("WSL_DISTRO_NAME") else ("xdg-open",)
    return next((name for name in known if shutil.which(name)), "")


def run_here(app: App[int], command: str, *arguments: str, given: Clean | None = None) -> None:
    """Lend the terminal to a program until it ends; nothing of ``arguments`` is read by a shell.

    Args:
        app: The app that has the terminal.
        command: The program with its options, as the user's environment names it.
        arguments: What it is to open.
        given: A text for its standard input; without one that is the terminal.

    Raises:
        ProgramError: it can't be run, or says that it has failed.
    """
    words = _words(command)
    try:
        with lent(app):
            text = None if given is None else given.encode("utf-8", "replace")
            subprocess.run([*words, *arguments], input=text, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise _failed(words[0], error) from error
    except SuspendNotSupported as error:
        raise ProgramError(say("this terminal can't be left")) from error
    finally:
        app.refresh(layout=True)


def run_beside(command: str, argument: str) -> None:
    """Let a program open a file or address in a window of its own; blocks at most :data:`PATIENCE` seconds.

    Raises:
        ProgramError: it can't be run, or says that it has failed.
    """
    words = _words(command)
    nothing = subprocess.DEVNULL
    try:
        program = subprocess.Popen(
            [*words, argument], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
        status = program.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise _failed(words[0], error) from error
    if status:
        raise ProgramError(say("{program} could not open it", program=clean_line(words[0])))


def _words(command: str) -> Sequence[str]:
    """Return a command as words.

    Raises:
        ProgramError: it is none, or there is no such program.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ProgramError(f"{command}: {error}") from error
    if not words:
        raise ProgramError(say("no program is set for that"))
    if shutil.which(words[0]) is None:
        raise ProgramError(say("there is no program “{program}”", program=clean_line(words[0])))
    return words


def _failed(program: str, error: OSError | subprocess.CalledProcessError) -> ProgramError:
    if isinstance(error, subprocess.CalledProcessError):
        status = error.returncode
        return ProgramError(say("{program} ended with status {status}", program=clean_line(program), status=status))
    reason = clean_line(error.strerror or str(error))
    return ProgramError(say("{program} can't be run: {reason}", program=clean_line(program), reason=reason))
