"""``giamsat backup`` and ``giamsat restore``: what people have added, to a file and back."""

from __future__ import annotations

from pathlib import Path

from tui import atomic
from tui.commands.arguments import Options, Parser
from tui.commands.mine import user_data
from tui.commands.opening import default_library
from tui.commands.output import complain, write
from tui.library.backup import BackupError, back_up, restore
from tui.library.backup.gathering import libraries_of
from tui.library.userdata import UserData, UserDataError
from tui.messages import say, say_many
from tui.text.clean import Clean, clean_line

LARGEST = 500_000_000
"""Bytes of a backup that is read."""


def main(arguments: list[str], command: str) -> int:
    """Write a backup, or bring back what one holds."""
    options = _options(arguments, command)
    user = user_data()
    try:
        return _backed_up(user, options) if command == "backup" else _restored(user, options.file)
    except (BackupError, UserDataError) as error:
        complain(clean_line(f"{options.file}: {error}" if command == "restore" else str(error)))
        return 1
    finally:
        user.close()


def _options(arguments: list[str], command: str) -> Options:
    if command == "restore":
        about = say("Bring back what a backup holds. What it replaces is kept in your data directory, as a backup.")
        parser = Parser(command, about, "giamsat restore monday.giamsat")
        parser.add_argument("file", metavar="FILE", help=say("a file that giamsat backup has written"))
        return parser.parse_args(arguments)
    about = say("Copy to a file what you have added, and the decisions and corrections of the libraries you have used.")
    parser = Parser(command, about, "giamsat backup monday.giamsat")
    parser.add_argument("file", metavar="FILE", help=say("file to write"))
    parser.add_argument("--force", action="store_true", help=say("replace a file that is there"))
    parser.add_library()
    return parser.parse_args(arguments)


def _backed_up(user: UserData, options: Options) -> int:
    library = options.library or default_library()
    if options.library and not Path(options.library).exists():
        complain(say("{path}: no such folder or file", path=clean_line(options.library)))
        return 1
    contents, content = back_up(user, libraries_of(user, Path(library) if library else None))
    shown = clean_line(options.file)
    try:
        atomic.write(Path(options.file), content, overwrite=options.force, mode=0o600)
    except FileExistsError:
        complain(say("{path}: is there already; --force replaces it", path=shown))
        return 1
    except OSError as error:
        complain(say("{path}: can't be written: {reason}", path=shown, reason=clean_line(error.strerror or str(error))))
        return 1
    write(say_many("Your data and {count} file of decisions or corrections are in {path}",
                   "Your data and {count} files of decisions or corrections are in {path}",
                   len(contents.files), path=shown))  # fmt: skip
    for root in contents.libraries:
        write(Clean(f"  {clean_line(root)}"))
    return 0


def _restored(user: UserData, name: str) -> int:
    shown = clean_line(name)
    if not user.is_kept:
        return 1
    try:
        with Path(name).open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        complain(say("{path}: can't be read: {reason}", path=shown, reason=clean_line(error.strerror or str(error))))
        return 1
    if len(content) > LARGEST:
        complain(say("{path}: is larger than {count} bytes", path=shown, count=LARGEST))
        return 1
    done = restore(user, content)
    for problem in done.problems:
        complain(problem)
    write(say("Your data is as it was. What it replaced is in {path}", path=clean_line(str(done.copy))))
    return 1 if done.problems else 0
