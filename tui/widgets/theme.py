"""Colours: the program's own light and dark theme, and the inks and grounds that everything is drawn with.

A widget never names a colour. It names an ink (what is written: text, a person, a figure ...) and a ground (what it is
written on: the page, the current row, a match ...), and the palette of the theme in use gives the style. Every ink
keeps a contrast of 4.5 to 1 on every ground, and each ground that means something also changes the letters (bold,
underlined, reversed), so that nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

Ink = Literal[
    "text",
    "strong",
    "dim",
    "aside",
    "faint",
    "person",
    "person-strong",
    "figure",
    "figure-strong",
    "request",
    "request-strong",
    "warning",
    "accent",
]
Ground = Literal["page", "bar", "row", "row-idle", "selected", "follow", "sentence", "match", "here"]

INKS: dict[Ink, tuple[str, str]] = {
    "text": ("foreground", ""),
    "strong": ("foreground", "bold"),
    "dim": ("dim", ""),
    "aside": ("dim", "italic"),
    "faint": ("faint", ""),
    "person": ("person", ""),
    "person-strong": ("person", "bold"),
    "figure": ("figure", ""),
    "figure-strong": ("figure", "bold"),
    "request": ("request", ""),
    "request-strong": ("request", "bold underline"),
    "warning": ("warning", "bold"),
    "accent": ("person", "bold"),
}
"""The theme's variable and the letters of each ink. ``faint`` is for lines and tracks, never for words."""

GROUNDS: dict[Ground, tuple[str, str]] = {
    "page": ("background", ""),
    "bar": ("bar", ""),
    "row": ("row", ""),
    "row-idle": ("row-idle", ""),
    "selected": ("selected", ""),
    "follow": ("follow", "bold underline"),
    "sentence": ("sentence", ""),
    "match": ("match", "underline"),
    "here": ("here", "bold reverse"),
}
"""The theme's variable and the letters of each ground. ``here`` is reversed: its variable is what is written over."""


DARK = Theme(
    name="giamsat-dark",
    dark=True,
    primary="#7fd1b9",
    secondary="#e6b566",
    accent="#7fd1b9",
    success="#7fd1b9",
    warning="#e6b566",
    error="#f49a8c",
    foreground="#dcd8cf",
    background="#15171c",
    surface="#15171c",
    panel="#1d2027",
    variables={
        "dim": "#a9adb6",
        "faint": "#4b515d",
        "person": "#7fd1b9",
        "figure": "#e6b566",
        "request": "#d9b0ea",
        "problem": "#f49a8c",
        "bar": "#1d2027",
        "row": "#24323a",
        "row-idle": "#20242b",
        "selected": "#283a51",
        "follow": "#1d3f37",
        "sentence": "#352d1c",
        "match": "#43370f",
        "here": "#15171c",
    },
)
LIGHT = Theme(
    name="giamsat-light",
    dark=False,
    primary="#0b6353",
    secondary="#854b00",
    accent="#0b6353",
    success="#0b6353",
    warning="#854b00",
    error="#a8231b",
    foreground="#26282c",
    background="#fbf8f1",
    surface="#fbf8f1",
    panel="#f0ebdf",
    variables={
        "dim": "#565960",
        "faint": "#c9c1af",
        "person": "#0b6353",
        "figure": "#854b00",
        "request": "#76308f",
        "problem": "#a8231b",
        "bar": "#f0ebdf",
        "row": "#dcebe4",
        "row-idle": "#ece8dd",
        "selected": "#d3e2f6",
        "follow": "#cfe9df",
        "sentence": "#fbecc9",
        "match": "#ffe7a8",
        "here": "#fbf8f1",
    },
)

_OWN = tuple(DARK.variables)


def defaults(theme: Theme) -> dict[str, str]:
    """Return our variables for a theme that is not ours, drawn from its own colours."""
    system = theme.to_color_system().generate()
    background = system["background"]
    colours = {
        "dim": system["foreground"],
        "faint": "ansi_bright_black" if theme.ansi else system["foreground-muted"],
        "person": system["text-success"],
        "figure": system["text-warning"],
        "request": system["text-accent"],
        "problem": system["text-error"],
        "here": background,
    }
    plain = ("bar", "row", "row-idle", "selected", "follow", "sentence", "match")
    return colours | dict.fromkeys(plain, background if theme.ansi else system["panel"])


class Palette:
    """The styles of a theme."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        """Take a theme's variables: names, such as ``person``, with CSS colours."""
        self._variables = variables
        self._styles: dict[tuple[Ink, Ground], Style] = {}

    def style(self, ink: Ink, ground: Ground = "page") -> Style:
        """Return the style of an ink on a ground."""
        key = (ink, ground)
        if key not in self._styles:
            self._styles[key] = self._make(ink, ground)
        return self._styles[key]

    def _make(self, ink: Ink, ground: Ground) -> Style:
        front, letters = INKS[ink]
        back, more = GROUNDS[ground]
        paper = self._colour("background")
        below = paper + self._colour(back)
        written = below + self._colour("problem" if ink == "warning" else front)
        attributes = dict.fromkeys(f"{letters} {more}".split(), True)
        return Style(color=written.rich_color, bgcolor=below.rich_color, **attributes)  # type: ignore[arg-type]

    def _colour(self, name: str) -> Color:
        return Color.parse(self._variables.get(name, "ansi_default"))


@lru_cache(maxsize=4)
def _shared(variables: tuple[tuple[str, str], ...]) -> Palette:
    return Palette(dict(variables))


def palette(variables: Mapping[str, str]) -> Palette:
    """Return the palette of an app's ``theme_variables``; the same one as long as the theme stays."""
    names = ("background", "foreground", *_OWN)
    return _shared(tuple((name, variables[name]) for name in names if name in variables))
