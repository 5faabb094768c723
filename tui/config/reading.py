"""Reading the settings: what is wrong is named with its file and line, and never stops anything."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from msgspec import Struct, field

from tui import paths
from tui.config.settings import SETTINGS, Content, Setting
from tui.messages import say
from tui.text.clean import Clean, clean_line
from tui.text.regex import regex

_HEADER = regex(r"(?<!\[)\[++([^\[\]]*+)\]")

FILES = ("config.toml", "settings.toml")
"""The file that people write, and the one that the reader writes, whose values count before those of the first."""
KEYS = "keys"
"""The table of the first file that gives actions other keys."""


class Value(Struct, frozen=True):
    """The effective value of a setting, and where it came from: a file's path, or None for the default."""

    value: Content
    source: Path | None = None


_DEFAULTS = {name: Value(setting.default) for name, setting in SETTINGS.items()}


class Config(Struct, frozen=True):
    """All settings, the keys of actions by their ids, where these stand, and what is wrong in the files, a line each.

    ``places`` gives the file and line of each action in ``keys``, as it is shown.
    """

    values: Mapping[str, Value] = field(default_factory=lambda: dict(_DEFAULTS))
    keys: Mapping[str, tuple[str, ...]] = {}
    places: Mapping[str, Clean] = {}
    problems: tuple[Clean, ...] = ()

    def text(self, name: str) -> str:
        """Return the effective value of a setting that is a word or text."""
        return cast(str, self.values[name].value)

    def number(self, name: str) -> int:
        """Return the effective value of a setting that is a number."""
        return cast(int, self.values[name].value)

    def is_on(self, name: str) -> bool:
        """Return the effective value of a switch."""
        return cast(bool, self.values[name].value)

    def having(self, **values: Content) -> Config:
        """Return settings with some other values, which came from nowhere."""
        return Config({**self.values, **{name: Value(value) for name, value in values.items()}}, self.keys, self.places)


def has_files() -> bool:
    """Tell whether there are any settings; cheap, for those who have none."""
    folder = paths.place("config")
    return any(os.path.exists(os.path.join(folder, name)) for name in FILES)


def load(folder: Path | None = None) -> Config:
    """Read the settings; never fails: what is wrong is named, and the default stands in its place.

    ``folder`` is where the files are, by default the user's configuration directory.
    """
    folder = folder or paths.config_dir()
    values = dict(_DEFAULTS)
    keys: dict[str, tuple[str, ...]] = {}
    places: dict[str, Clean] = {}
    problems: list[Clean] = []
    for name in FILES:
        path = folder / name
        if not os.path.lexists(path):
            continue
        text, content, wrong = _content(path)
        problems += wrong
        for key, value in content.items():
            if key == KEYS and name == FILES[0]:
                for action, bound, problem in _bound(value):
                    where = _where(path, text, KEYS, action)
                    if problem:
                        problems.append(clean_line(f"{where}: {problem}"))
                    else:
                        keys[action], places[action] = bound, where
                continue
            problem = wrong_with(key, value)
            if problem is None:
                values[key] = Value(value, path)
            else:
                problems.append(clean_line(f"{_where(path, text, '', key)}: {problem}"))
    return Config(values, keys, places, tuple(problems))


def _content(path: Path) -> tuple[str, dict[str, Any], list[Clean]]:
    """Return a file's text, what it says, and why it can't be read."""
    import tomllib  # noqa: PLC0415 - a reader of TOML is not for the first paint of those who have no settings

    try:
        text = path.read_text(encoding="utf-8-sig")
        return text, tomllib.loads(text), []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        shown = clean_line(str(path))
        return "", {}, [say("{path}: can't be read: {reason}", path=shown, reason=clean_line(reason))]


def _where(path: Path, text: str, table: str, name: str) -> Clean:
    """Return the file and, where it is found, the line in which a name of a table is given a value."""
    here, pattern = "", regex(rf"\s*(['\"]?){re.escape(name)}\1\s*[=.\]]")
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line.lstrip()):
            here = header[1].strip().strip("'\"")
            if not table and here.split(".")[0] == name:
                return clean_line(f"{path}:{number}")
        elif here == table and pattern.match(line):
            return clean_line(f"{path}:{number}")
    return clean_line(str(path))


def _bound(table: Any) -> Iterator[tuple[str, tuple[str, ...], Clean | None]]:
    """Yield each action of the table of keys, its keys, and what is wrong with them as values."""
    if not isinstance(table, dict):
        yield KEYS, (), say("“{name}” must be a table: [{name}]", name=Clean(KEYS))
        return
    for action, value in table.items():
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(each, str) for each in keys):
            yield action, tuple(keys), None
        else:
            name = clean_line(action)
            yield action, (), say("the keys of “{name}” must be text, or a list of texts", name=name)


def wrong_with(name: str, value: Any) -> Clean | None:
    """Return what is wrong with a setting and its value, or None."""
    setting = SETTINGS.get(name)
    asked = clean_line(name)
    if setting is None:
        return no_such(name)
    if setting.kind == "switch" and not isinstance(value, bool):
        return say("“{name}” must be true or false", name=asked)
    if setting.kind == "number":
        return _wrong_number(asked, setting, value)
    if setting.kind in ("choice", "text") and not isinstance(value, str):
        return say("“{name}” must be text in quotation marks", name=asked)
    if setting.kind == "choice" and value not in setting.words:
        words = clean_line(", ".join(filter(None, setting.words)))
        return say("“{name}” must be one of: {words}", name=asked, words=words)
    return None


def _wrong_number(name: Clean, setting: Setting, value: Any) -> Clean | None:
    if isinstance(value, bool) or not isinstance(value, int) or not setting.least <= value <= setting.most:
        return say(
            "“{name}” must be a whole number from {least} to {most}", name=name, least=setting.least, most=setting.most
        )
    return None


def no_such(name: str) -> Clean:
    """Return that there is no such setting, with the one that may be meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    near = get_close_matches(name, [each for each in (*SETTINGS, KEYS) if each != name], n=1)
    if near:
        asked = clean_line(name)
        return say("there is no setting “{name}”; did you mean “{near}”?", name=asked, near=clean_line(near[0]))
    return say("there is no setting “{name}”", name=clean_line(name))
