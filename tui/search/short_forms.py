"""Short forms, both ways: ``hdnd`` for Hội đồng nhân dân and back, as the language and the articles use them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.text.regex import regex
from tui.text.words import tokens

Run = tuple[str, ...]

_ASIDE = regex(r"\([^)]{0,300}\)")


class ShortForms:
    """Short forms and what they stand for, as folded tokens (``KT-XH`` has two)."""

    def __init__(self, known: Iterable[tuple[str, str]] = ()) -> None:
        """Take pairs of a short form and its expansion."""
        self._expansions: dict[Run, list[Run]] = {}
        self._short: dict[Run, Run] = {}
        self._longest = 0
        for short, expansion in known:
            self._learn(short, expansion)

    def expansions(self, short: Run) -> Sequence[Run]:
        """Return what a short form stands for."""
        return self._expansions.get(short, ())

    def short_forms(self, words: Sequence[str]) -> Mapping[int, tuple[int, Run]]:
        """Return the short forms of runs in a row of words: where a run begins, its length, and the form's tokens."""
        found: dict[int, tuple[int, Run]] = {}
        start = 0
        while start < len(words):
            for size in range(min(self._longest, len(words) - start), 1, -1):
                short = self._short.get(tuple(words[start : start + size]))
                if short:
                    found[start] = size, short
                    start += size - 1
                    break
            start += 1
        return found

    def _learn(self, short: str, expansion: str) -> None:
        """Keep a pair; words in brackets may be left out ("Mặt trận Tổ quốc (Việt Nam)")."""
        form = tuple(tokens(short))
        for wording in (_ASIDE.sub(" ", expansion), expansion):
            meant = tuple(tokens(wording))
            if not form or len(meant) < 2 or form == meant:
                continue
            known = self._expansions.setdefault(form, [])
            if meant not in known:
                known.append(meant)
            self._short.setdefault(meant, form)
            self._longest = max(self._longest, len(meant))
