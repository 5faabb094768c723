"""The user's settings: one TOML file that people write, read with names and values checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from tui.messages import LANGUAGES, N_, say
from tui.paths import config_dir
from tui.text.clean import Clean, clean_line

FILE = "config.toml"


class Setting(Struct, frozen=True):
    """One setting: what it is for, its default, and the words it may be (any text where there are none)."""

    about: str
    default: str
    allowed: tuple[str, ...] = ()


SETTINGS: Mapping[str, Setting] = {
    "language": Setting(N_("language of the interface"), "", ("", *LANGUAGES)),
    "library": Setting(N_("library that opens without an argument; else the last one"), ""),
    "theme": Setting(N_("colours of the interface"), ""),
}


class Value(Struct, frozen=True):
    """The effective value of a setting, and where it came from: a file's path, or None for the default."""

    value: str
    source: Path | None


class Config(Struct, frozen=True):
    """All settings, and what is wrong in the file, a line each."""

    values: Mapping[str, Value]
    problems: tuple[Clean, ...] = ()

    def get(self, name: str) -> str:
        """Return the effective value of a setting."""
        return self.values[name].value


def load(path: Path | None = None) -> Config:
    """Read the settings; never fails: what is wrong is named, and the default stands in its place."""
    path = path or config_dir() / FILE
    values = {name: Value(setting.default, None) for name, setting in SETTINGS.items()}
    shown = clean_line(str(path))
    if not path.exists():
        return Config(values)
    import tomllib  # noqa: PLC0415 - a reader of TOML is not for the first paint of those who have no settings

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return Config(values, (say("{path}: can't be read: {reason}", path=shown, reason=clean_line(reason)),))
    problems = []
    for name, value in content.items():
        wrong = _wrong(name, value)
        if wrong is None:
            values[name] = Value(value, path)
        else:
            problems.append(clean_line(f"{shown}: {wrong}"))
    return Config(values, tuple(problems))


def _wrong(name: str, value: Any) -> Clean | None:
    """Return what is wrong with a setting, or None."""
    setting = SETTINGS.get(name)
    asked = clean_line(name)
    if setting is None:
        from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

        near = get_close_matches(name, SETTINGS, n=1)
        if near:
            return say("there is no setting “{name}”; did you mean “{near}”?", name=asked, near=clean_line(near[0]))
        return say("there is no setting “{name}”", name=asked)
    if not isinstance(value, str):
        return say("“{name}” must be text in quotation marks", name=asked)
    if setting.allowed and value not in setting.allowed:
        words = clean_line(", ".join(filter(None, setting.allowed)))
        return say("“{name}” must be one of: {words}", name=asked, words=words)
    return None
