"""A file of settings to begin with: all that can be set, each line with what it does, and switched off."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from tui.config.settings import SETTINGS
from tui.config.writing import written
from tui.messages import say

WIDTH = 100


def example() -> str:
    """Return the file's text, in the language in use; as it stands it changes nothing."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from _comment(say("Settings of giamsat. Take the # away from what you want to change."))
    group = ""
    for name, setting in SETTINGS.items():
        yield ""
        if setting.group != group:
            group = setting.group
            yield from ("", f"# {say(group)}", "")
        yield from _comment(say(setting.about))
        if setting.kind == "choice":
            yield from _comment(", ".join(written(word) for word in setting.words))
        elif setting.kind == "number":
            yield from _comment(f"{setting.least} … {setting.most}")
        yield f"#{name} = {written(setting.default)}"
    yield ""
    yield from _comment(say("Other keys: an action, and its keys. “giamsat help keys” names all actions."))
    yield "#[keys]"
    yield '#copy = "Y"'
    yield '#down = ["j", "ctrl+n", "down"]'
    yield '#first = ["g g", "home"]'


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
