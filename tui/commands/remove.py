"""``giamsat remove``: articles out of a library; their files stay unless told otherwise."""

from __future__ import annotations

import os
from pathlib import Path

from tui.commands.arguments import Options, Parser
from tui.commands.meant import meant
from tui.commands.opening import CannotOpenError, opened
from tui.commands.output import complain, write
from tui.library import Library, own, removed
from tui.library.record_file import holding
from tui.library.scan import READ_TEXT, RECORD
from tui.messages import say
from tui.text.clean import clean_line


def main(arguments: list[str], command: str) -> int:
    """Take articles out, and say of each what became of its files."""
    options = _options(arguments, command)
    try:
        library = opened(options.library)
    except CannotOpenError:
        return 1
    wrong = False
    for wanted in options.ids:
        path, key = _meant(library, wanted)
        if path is None:
            wrong = True
            continue
        try:
            _take_out(library, path, key, files=options.files)
        except OSError as error:
            where, reason = clean_line(str(error.filename or path)), clean_line(error.strerror or str(error))
            complain(say("{path}: can't be removed: {reason}", path=where, reason=reason))
            wrong = True
    library.refresh(here=True)
    library.close()
    return 1 if wrong else 0


def _options(arguments: list[str], command: str) -> Options:
    about = say("Take articles out of a library. Their files stay in the folder, and giamsat add takes them back in.")
    parser = Parser(command, about, "giamsat remove 9f3c")
    parser.add_argument("ids", nargs="+", metavar="ID", help=say("an article's path, or the beginning of its key"))
    parser.add_argument(
        "--files", action="store_true", help=say("delete the files, too; what was corrected in a record is kept")
    )
    parser.add_library()
    return parser.parse_args(arguments)


def _meant(library: Library, wanted: str) -> tuple[str | None, str | None]:
    """Return path and key of an article, or the path alone of a file that is none; None when it is not clear."""
    others = {*removed.removed(library.root), *(problem.path for problem in library.problems())}
    if not library.find(wanted) and wanted in others and (library.root / wanted).is_file():
        return wanted, None
    entry = meant(library, wanted)
    return (entry.path, entry.article_key) if entry else (None, None)


def _take_out(library: Library, path: str, key: str | None, *, files: bool) -> None:
    shown = clean_line(path)
    if not files:
        removed.take_out(library.root, [path])
        write(say("{path}: removed; its file stays", path=shown))
        return
    file = library.root / path
    stem = os.path.splitext(file)[0]
    record = Path(stem + RECORD)
    held = holding(record, path) if record != file else "nothing of ours"
    if held == "correction" and key is not None:
        own.keep(key, record.read_bytes())
    if held == "output" or (held == "correction" and key is not None):
        record.unlink(missing_ok=True)
    Path(stem + READ_TEXT).unlink(missing_ok=True)
    file.unlink(missing_ok=True)
    removed.put_back(library.root, [path])
    write(say("{path}: removed with its file", path=shown))
