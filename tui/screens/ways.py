"""The ways that every full screen has to what can be done in it: commands by name, and letters to jump by."""

from __future__ import annotations

from typing import NamedTuple

from tui.screens.base import KeyScreen, Result
from tui.widgets.one_line import OneLine


class Target(NamedTuple):
    """Where jump mode puts a letter on the screen, and the action it does."""

    x: int
    y: int
    action: str


class WaysScreen(KeyScreen[Result]):
    """A screen whose actions are found by name and by letters."""

    def act_if(self, action: str | None) -> None:
        """Do the action that was chosen in a window, if one was."""
        if action:
            self.act(action)

    def targets(self) -> list[Target]:
        """Return what jump mode puts a letter on: what can be clicked, each action once."""
        found: dict[str, Target] = {}
        for line in self.query(OneLine):
            if line.is_on_screen and line.display:
                x, y = line.region.offset
                for start, action in line.places():
                    found.setdefault(action, Target(x + start, y, action))
        return list(found.values())

    def do_jump(self, times: int) -> None:
        """Put a letter on each pane and control."""
        from tui.screens.jump import JumpScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(JumpScreen(self.targets()), self.act_if)

    def do_palette(self, times: int) -> None:
        """Find an action of this place, or a theme, by its name."""
        from tui.screens.palette import PaletteScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(PaletteScreen(self.place), self.run_command)

    def run_command(self, row: str | None) -> None:
        """Do what a row of the commands stands for: its id, or nothing."""
        kind, _, name = (row or "").partition(":")
        if kind == "do":
            self.act(name)
        elif kind == "theme":
            self.change_setting("theme", name)
