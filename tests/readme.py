"""The README's tables, drawn from the code: ``python -m tests.readme`` writes them anew between their markers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tui.actions import ACTIONS, PANES, Action, Place, written

README = Path(__file__).resolve().parent.parent / "README.md"
_MARKED = re.compile(r"(<!-- (?P<name>\w+): .*? -->\n).*?(<!-- end -->)", re.DOTALL)
_PLACES: dict[Place, str] = {
    "sessions": "sessions",
    "text": "text",
    "people": "participants",
    "figures": "figures",
    "requests": "requests",
    "line": "a line to type in",
    "results": "search results",
    "window": "windows",
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


TABLES: dict[str, Callable[[], str]] = {"keys": keys}


def redrawn(text: str) -> str:
    """Return the README's text with each table as the code has it now."""
    return _MARKED.sub(lambda found: found[1] + TABLES[found["name"]]() + found[3], text)


if __name__ == "__main__":
    README.write_text(redrawn(README.read_text("utf-8")), encoding="utf-8")
