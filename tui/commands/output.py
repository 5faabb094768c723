"""Where commands write: results to the standard output, problems to the standard error, nothing that is not clean."""

from __future__ import annotations

import sys

from tui.messages import say
from tui.text.clean import Clean, clean_line


def write(text: Clean) -> None:
    """Write a result, ended with a newline."""
    _make_tolerant(sys.stdout)
    print(text.removesuffix("\n"), file=sys.stdout)


def deliver(content: bytes, form: str, output: str | None, *, force: bool) -> bool:
    """Write a result to a file, or to the standard output without one; return whether that was possible.

    A table for spreadsheets has a byte-order mark, but on a terminal. A file that is there is replaced only by force.

    Args:
        content: The bytes of the file; of :func:`tui.export.packed` or :func:`tui.export.rows.packed_rows`.
        form: Its format; one that is no text (``docx``) needs a file.
        output: The file's name.
        force: Whether a file that is there is replaced.

    """
    if output is None:
        as_terminals_have_it = "utf-8-sig" if form == "csv" and sys.stdout.isatty() else "utf-8"
        write(Clean(content.decode(as_terminals_have_it)))
        return True
    from pathlib import Path  # noqa: PLC0415 - a third of what --help takes, which writes no file

    from tui import atomic  # noqa: PLC0415 - as above

    shown = clean_line(output)
    try:
        atomic.write(Path(output), content, overwrite=force)
    except FileExistsError:
        complain(say("{path}: is there already; --force replaces it", path=shown))
    except OSError as error:
        complain(say("{path}: can't be written: {reason}", path=shown, reason=clean_line(error.strerror or str(error))))
    else:
        return True
    return False


def complain(line: Clean) -> None:
    """Say what is wrong, in one line."""
    _make_tolerant(sys.stderr)
    print(clean_line(line), file=sys.stderr)


def _make_tolerant(stream: object) -> None:
    """Write a question mark for what a terminal of another encoding can't show, rather than fail."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
