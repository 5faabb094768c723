"""``giamsat notes``: what the user added, as YAML to a file, and what somebody else added from one."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from tui.commands.arguments import Options, Parser
from tui.commands.mine import user_data
from tui.commands.output import complain, deliver, write
from tui.library.errors import RecordError
from tui.library.userdata import UserData, UserDataError
from tui.library.userdata.exchange import from_yaml, to_yaml
from tui.library.userdata.merging import Outcome, merge
from tui.messages import N_, say
from tui.text.clean import Clean, clean_line

LARGEST = 20_000_000
"""Bytes of a file that is read."""
OUTCOMES: dict[Outcome, str] = {
    "added": N_("new: {count}"),
    "renewed": N_("in a later wording: {count}"),
    "both": N_("different, both kept: {count}"),
    "known": N_("here already: {count}"),
}


def main(arguments: list[str], command: str) -> int:
    """Write a file of notes, or merge one."""
    options = _options(arguments, command)
    user = user_data()
    try:
        return _exported(user, options) if options.action == "export" else _imported(user, options.file)
    except UserDataError as error:
        complain(clean_line(str(error)))
        return 1
    finally:
        user.close()


def _options(arguments: list[str], command: str) -> Options:
    about = say(
        "Write your stars, tags, notes and the state of requests to a file, or merge those of a file with yours."
    )
    parser = Parser(command, about, "giamsat notes export notes.yaml")
    parser.add_argument(
        "action", choices=("export", "import"), help=say("export writes the file, import merges it; nothing is lost")
    )
    parser.add_argument("file", metavar="FILE", help=say("a file of YAML; - is the standard output or input"))
    parser.add_argument("--force", action="store_true", help=say("replace a file that is there"))
    return parser.parse_args(arguments)


def _exported(user: UserData, options: Options) -> int:
    target = None if options.file == "-" else options.file
    return 0 if deliver(to_yaml(user).encode(), "yaml", target, force=options.force) else 1


def _imported(user: UserData, name: str) -> int:
    content = _content(name) if user.is_kept else None
    if content is None:
        return 1
    try:
        outcomes = merge(user, from_yaml(content.decode("utf-8-sig"), name), name)
    except UnicodeDecodeError:
        complain(say("{path}: is not UTF-8", path=clean_line(name)))
        return 1
    except RecordError as error:
        complain(clean_line(str(error)))
        return 1
    write(_told(outcomes))
    return 0


def _content(name: str) -> bytes | None:
    """Return what a file holds, or say why it can't be used."""
    shown = clean_line(name)
    try:
        if name == "-":
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(LARGEST + 1)
    except OSError as error:
        complain(say("{path}: can't be read: {reason}", path=shown, reason=clean_line(error.strerror or str(error))))
        return None
    if len(content) > LARGEST:
        complain(say("{path}: is larger than {count} bytes", path=shown, count=LARGEST))
        return None
    return content


def _told(outcomes: Mapping[Outcome, int]) -> Clean:
    told = [say(message, count=outcomes[outcome]) for outcome, message in OUTCOMES.items() if outcomes.get(outcome)]
    return Clean("; ".join(told)) if told else say("Nothing is in the file")
