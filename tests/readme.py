"""The README's tables, drawn from the code: ``python -m tests.readme`` writes them anew between their markers."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from pathlib import Path
from unittest.mock import patch

from tui.actions import ACTIONS, PANES, Action, Place, written
from tui.cli import main
from tui.commands import COMMANDS

README = Path(__file__).resolve().parent.parent / "README.md"
_MARKED = re.compile(r"(<!-- (?P<name>\w+): .*? -->\n).*?(<!-- end -->)", re.DOTALL)
_PLACES: dict[Place, str] = {
    "sessions": "sessions",
    "text": "text",
    "people": "participants",
    "figures": "figures",
    "requests": "requests",
    "find": "finding",
    "line": "searching",
    "results": "search results",
    "table": "tables",
    "details": "details",
    "all figures": "all figures",
    "figure details": "details of a figure",
    "all requests": "all requests",
    "request details": "details of a request",
    "filter": "filtering",
    "facets": "what narrows them",
    "searches": "earlier searches",
    "window": "windows",
    "file": "exporting",
    "question": "questions",
    "settings": "settings",
    "command": "commands",
    "answer": "answers",
}


def keys() -> str:
    """Return the table of keys, and after it what has no key of its own."""
    rows = ["| keys | what they do | where |", "|---|---|---|"]
    rows += [f"| {_code(action)} | {action.about} | {_where(action)} |" for action in ACTIONS if action.keys]
    return "\n".join(rows) + "\n"


def _code(action: Action) -> str:
    return " ".join(f"`{written(keys)}`" for keys in action.keys)


def _where(action: Action) -> str:
    if set(action.where) >= set(PANES):
        return "everywhere"
    return ", ".join(_PLACES[place] for place in action.where)


def commands() -> str:
    """Return the table of commands, each with the example of its help."""
    rows = ["| command | what it does | example |", "|---|---|---|"]
    rows.append(f"| `giamsat` | open the reader, on a folder or without one | `{_example('')}` |")
    rows += [f"| `giamsat {name}` | {about} | `{_example(name)}` |" for name, about in COMMANDS.items()]
    return "\n".join(rows) + "\n"


def _example(command: str) -> str:
    """Return the example that ends a command's help, in English."""
    printed = io.StringIO()
    arguments = ["giamsat", "--lang", "en", *command.split(), "--help"]
    with patch.object(sys, "argv", arguments), redirect_stdout(printed), suppress(SystemExit):
        main()
    return printed.getvalue().rstrip().rpartition("\n")[2].removeprefix("Example: ")


TABLES: dict[str, Callable[[], str]] = {"keys": keys, "commands": commands}


def redrawn(text: str) -> str:
    """Return the README's text with each table as the code has it now."""
    return _MARKED.sub(lambda found: found[1] + TABLES[found["name"]]() + found[3], text)


if __name__ == "__main__":
    README.write_text(redrawn(README.read_text("utf-8")), encoding="utf-8")
