"""The short forms of council language, for those who may not ask the parser: ``HĐND`` and what it stands for."""

from __future__ import annotations

from tui.parse.lexicon import tables


def known() -> list[tuple[str, str]]:
    """Return pairs of a short form and its expansion, only those that stand for one thing."""
    return list(tables()["abbreviations"]["sure"].items())
