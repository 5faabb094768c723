"""Where commands write: results to the standard output, problems to the standard error, nothing that is not clean."""

from __future__ import annotations

import sys

from tui.text.clean import Clean, clean_line


def write(text: Clean) -> None:
    """Write a result, ended with a newline."""
    _make_tolerant(sys.stdout)
    print(text.removesuffix("\n"), file=sys.stdout)


def write_bytes(data: bytes) -> None:
    """Write a result as it is: a file's content, clean already."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def complain(line: Clean) -> None:
    """Say what is wrong, in one line."""
    _make_tolerant(sys.stderr)
    print(clean_line(line), file=sys.stderr)


def _make_tolerant(stream: object) -> None:
    """Write a question mark for what a terminal of another encoding can't show, rather than fail."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
