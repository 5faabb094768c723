"""The commands of ``giamsat``, one a module, loaded when it is called.

Each module has ``main(arguments: list[str], command: str) -> int``: the exit status is 0, 1 for problems or nothing
found, 2 for bad use.
"""

from __future__ import annotations


def N_(message: str) -> str:
    """Mark a message for the catalogue; ``tui.messages`` has the same, and is not loaded for this table."""
    return message


COMMANDS = {
    "add": N_("add files, folders or addresses to a library"),
    "remove": N_("take articles out of a library"),
    "parse": N_("parse articles and write their records"),
    "search": N_("search a library"),
    "show": N_("show one session as plain text"),
    "export": N_("export what a search finds, or what was marked"),
    "sessions": N_("list sessions as a table"),
    "people": N_("list people as a table"),
    "figures": N_("list figures as a table"),
    "requests": N_("list requests as a table"),
    "check": N_("list problems, inferred items and what the arithmetic of figures shows"),
    "index": N_("bring the index of a library up to date"),
    "notes": N_("write your stars, tags and notes to a file, or merge those of a file"),
    "backup": N_("copy your data, decisions and corrections to a file"),
    "restore": N_("bring back what a backup holds"),
    "serve": N_("open the reader in a browser of this machine"),
    "config": N_("show the settings and where each came from"),
    "help": N_("tell about a topic"),
    "completion": N_("print what makes a shell complete commands"),
}
"""Names of commands, in the order of the help, with what each does."""

MODULES = dict.fromkeys(("sessions", "people", "figures", "requests"), "tables") | {"restore": "backup"}
"""Modules of the commands that have not the command's name."""
