"""The messages in the code, and those without a translation: ``python -m tests.catalogue`` lists them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent / "tui"
VIETNAMESE = ROOT / "locale" / "vi" / "LC_MESSAGES" / "giamsat.po"
_MARKERS = {"say": 1, "say_many": 2, "N_": 1}
"""The functions that take a message, and how many of their arguments are one."""


def messages() -> dict[tuple[str, ...], str]:
    """Return every message of the code (of a number: the one for one and the one for many) and where it stands."""
    found: dict[tuple[str, ...], str] = {}
    for path in sorted(ROOT.rglob("*.py")):
        for message, line in _in_file(path):
            found.setdefault(message, f"{path.relative_to(ROOT.parent).as_posix()}:{line}")
    return found


def _in_file(path: Path) -> Iterator[tuple[tuple[str, ...], int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKERS:
            words = [each.value for each in node.args[: _MARKERS[node.func.id]] if isinstance(each, ast.Constant)]
            texts = tuple(word for word in words if isinstance(word, str))
            if len(texts) == _MARKERS[node.func.id]:
                yield texts, node.lineno


def catalogue() -> Catalog:
    """Return the Vietnamese catalogue."""
    with VIETNAMESE.open("rb") as file:
        return read_po(file, abort_invalid=True)


def untranslated() -> list[str]:
    """Return the messages of the code that the catalogue lacks, each with its place."""
    known = catalogue()
    return [f"{place}: {message[0]!r}" for message, place in messages().items() if not _is_known(known, message)]


def _is_known(known: Catalog, message: tuple[str, ...]) -> bool:
    entry = known.get(message if len(message) > 1 else message[0])
    return entry is not None and bool(entry.string) and not entry.fuzzy


if __name__ == "__main__":
    print("\n".join(untranslated()))
