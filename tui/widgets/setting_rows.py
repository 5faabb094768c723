"""The settings: what each is for and its value, in groups; of the current one also where its value came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.config import FILES, SETTINGS, Config, Setting
from tui.config.settings import Content
from tui.messages import say
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import NOTHING, Line, Piece, cells, paragraph, shorten
from tui.widgets.rows import Rows, heading
from tui.widgets.theme import Ink

_LEAST = 12
"""Fewest columns for a value, beside what the setting is for."""


class SettingRows(Rows):
    """All settings below what is wrong in the files; a row's id is the setting's name."""

    def __init__(self, config: Config, problems: Sequence[Clean]) -> None:
        """Take the settings, and what is wrong in their files, a line each."""
        self._config = config
        self._rows: list[tuple[str, Clean, Ink]] = [("", problem, "warning") for problem in problems]
        group = ""
        for name, setting in SETTINGS.items():
            if setting.group != group:
                group = setting.group
                self._rows.append(("", say(group), "dim"))
            self._rows.append((name, say(setting.about), "text"))
        self._rows.append(("", say("Keys are changed in {file}: see giamsat config --example", file=_FIRST), "aside"))
        self.ids = [name for name, _, _ in self._rows]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a problem, a heading, or a setting and its value."""
        name, words, ink = self._rows[index]
        if name:
            return list(self._setting(name, words, width, full))
        if ink == "dim":
            return heading(words, width, index == 0)
        after: list[Line] = [[]] if ink == "warning" else []
        return [*([[]] if ink == "aside" else []), *paragraph(words, width, ink), *after]

    def _setting(self, name: str, about: Clean, width: int, full: bool) -> Iterator[Line]:
        value = self._config.values[name]
        shown = called(SETTINGS[name], value.value)
        changed = value.value != SETTINGS[name].default
        right = [Piece(shorten(shown, max(width // 2, _LEAST)), "strong" if changed else "accent")]
        room = max(width - cells(right[0].text) - 2, _LEAST)
        first, *more = paragraph(about, room, "text", most=0 if full else 1)
        gap = max(width - sum(cells(piece.text) for piece in first) - cells(right[0].text), 1)
        yield [*first, Piece(Clean(" " * gap)), *right]
        yield from more
        if full:
            source = clean_line(value.source.name) if value.source else say("default")
            yield from paragraph(Clean(f"{name}: {source}"), width, "dim")
            if cells(shown) > max(width // 2, _LEAST):
                yield from paragraph(shown, width, "strong")


def called(setting: Setting, value: Content) -> Clean:
    """Return the name of a value for people."""
    if setting.kind == "switch":
        return say("on") if value else say("off")
    if setting.kind == "number":
        return Clean(str(value)) if value or setting.least else say("by itself")
    word = str(value)
    if word in setting.says:
        return say(setting.says[word])
    return clean_line(word) if word else say("none") if setting.kind == "text" else NOTHING


_FIRST = Clean(FILES[0])
