"""Readers of documents run in a child process that can be killed: a file from outside may want all time and memory.

The child has no environment, no open files, no network where the system allows to take it away, at most MOST_MEMORY of
address space, and can't write files. It is given the bytes on its standard input and answers with one JSON object.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from tui.messages import N_
from tui.sources.errors import SourceError, missing
from tui.sources.extracted import Extracted

SECONDS = 20
MOST_MEMORY = 512 * 1024 * 1024

Reader = Literal["html", "docx", "pdf"]

_NEEDS: dict[Reader, str] = {"html": "readability", "docx": "docx", "pdf": "pypdf"}
_IMPORT = "import sys; sys.path.append({package!r})\n"  # where it runs from a folder that is not installed
_START = "from tui.sources.child import main; main(sys.argv[1])"
_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET


def extract(reader: Reader, data: bytes, name: str, *, seconds: float = SECONDS) -> Extracted:
    """Return what a reader makes of bytes, read in a child process.

    Args:
        reader: Which module of ``tui.sources`` reads it; a page is given as UTF-8.
        data: The file.
        name: Its name, for errors.
        seconds: After that time the child is killed.

    Raises:
        SourceError: the reader's own, or it isn't installed, took too long or too much memory, or failed.
    """
    if find_spec(_NEEDS[reader]) is None:
        raise missing(name)
    try:
        output = _run(_START, [reader], data, seconds)
    except subprocess.TimeoutExpired as error:
        reason = N_("takes too long to read: stopped after {seconds} s")
        raise SourceError(name, reason, seconds=int(seconds)) from error
    except OSError as error:
        raise SourceError(name, N_("can't be read: {detail}"), detail=str(error)) from error
    return _answer(output, name)


def _run(script: str, arguments: list[str], data: bytes, seconds: float) -> bytes:
    """Return what a script writes that is run without environment, settings, current folder or messages."""
    package = Path(__file__).resolve().parents[2]
    return subprocess.run(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _IMPORT.format(package=str(package)) + script, *arguments],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        timeout=seconds,
        check=False,
    ).stdout


def _answer(output: bytes, name: str) -> Extracted:
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError as error:
        raise SourceError(name, N_("can't be read: its reader broke down over it")) from error
    if "reason" in answer:
        raise SourceError(name, answer["reason"], place=answer["place"], **answer["values"])
    return Extracted(**answer)


def main(reader: Reader) -> None:
    """Be the child: read standard input, write the answer."""
    with contextlib.suppress(Exception):  # where a limit can't be set the time-out still holds
        _confine()
    data = sys.stdin.buffer.read()
    try:
        module = import_module(f"tui.sources.{reader}")
        extracted = module.extract(data.decode() if reader == "html" else data, "")
        answer = dict(vars(extracted))
    except SourceError as error:
        answer = {"reason": error.reason, "place": error.place, "values": error.values}
    except MemoryError:
        answer = {"reason": N_("takes too much memory to read"), "place": None, "values": {}}
    sys.stdout.write(json.dumps(answer))


def _confine() -> None:
    """Give up what a reader of documents doesn't need."""
    import resource  # noqa: PLC0415 - it exists on Unix only

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_NEW_USER_AND_NETWORK)
