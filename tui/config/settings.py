"""The one table of settings: the files, the settings screen, the palette and ``giamsat config`` are drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from tui.messages import LANGUAGES, N_

Kind = Literal["choice", "number", "switch", "text"]
Content = str | int | bool
"""What a setting may be."""

THEMES: tuple[str, ...] = (
    "dark",
    "light",
    "ansi-dark",
    "ansi-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "textual-dark",
    "textual-light",
    "tokyo-night",
)
"""Our own two, then those of Textual; they are named here because commands without a screen never load Textual."""


class Setting(Struct, frozen=True):
    """One setting: what it is for, its default, and what it may be.

    Those of one ``group`` stand together; it is named where they are shown.

    ``words`` are the values of a choice; ``least`` and ``most`` the bounds of a number. ``says`` are names of values
    that a person would not understand by themselves.
    """

    kind: Kind
    about: str
    default: Content
    group: str
    words: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    says: Mapping[str, str] = {}


LOOK, TEXT, PANES, BEGINNING = N_("Look"), N_("Text"), N_("Panes"), N_("At the start, and beyond")

SETTINGS: Mapping[str, Setting] = {
    "theme": Setting("choice", N_("Colours of the interface"), THEMES[0], LOOK, THEMES),
    "language": Setting(
        "choice", N_("Language of the interface"), "", LOOK, ("", *LANGUAGES),
        says={"": N_("that of the system"), "vi": "Tiếng Việt", "en": "English"},
    ),
    "animation": Setting("switch", N_("Let things move; off: everything changes at once"), True, LOOK),
    "measure": Setting("number", N_("Most characters of a line of text"), 80, TEXT, least=40, most=120),
    "colour_people": Setting("switch", N_("Colour people in the text"), True, TEXT),
    "colour_figures": Setting("switch", N_("Colour figures in the text"), True, TEXT),
    "colour_requests": Setting("switch", N_("Colour requests in the text"), True, TEXT),
    "debris": Setting("switch", N_("Show what is not the article's own"), False, TEXT),
    "sessions_width": Setting("number", N_("Columns for the sessions; 0: as suits the window"), 0, PANES, most=80),
    "side_width": Setting("number", N_("Columns for the panes at the right; 0: likewise"), 0, PANES, most=80),
    "library": Setting("text", N_("Library that opens without an argument; else the last one"), "", BEGINNING),
    "original": Setting(
        "choice", N_("What opens the original"), "ask", BEGINNING, ("ask", "pager", "editor", "viewer"),
        says={
            "ask": N_("ask each time"), "pager": N_("pager"), "editor": N_("editor"), "viewer": N_("system's viewer")
        },
    ),
    "mouse": Setting("switch", N_("Use the mouse, from the next start on; off: it is the terminal's"), True, BEGINNING),
}  # fmt: skip
"""What can be set, in the order in which it is shown."""
