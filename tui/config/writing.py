"""The file of settings that the reader writes; the one that people write is never touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tui import atomic, paths
from tui.config.reading import FILES, Config, load, wrong_with
from tui.config.settings import SETTINGS, Content
from tui.messages import say


def change(name: str, value: Content, folder: Path | None = None) -> Config:
    """Give a setting a value from now on, and return all settings as they are then.

    ``folder`` is where the files are, by default the user's configuration directory; it is made where there is none.

    Raises:
        ValueError: the setting can't have that value.
        OSError: the file can't be written.
    """
    if wrong_with(name, value):
        raise ValueError(name)
    return _write({name: value}, folder)


def reset(name: str, folder: Path | None = None) -> Config:
    """Let a setting be again what the user's own file says, or the default; return all settings as they are then.

    Raises:
        OSError: the file can't be written.
    """
    return _write({name: None}, folder)


def _write(changes: dict[str, Content | None], folder: Path | None) -> Config:
    folder = folder or paths.config_dir()
    path = folder / FILES[1]
    kept: dict[str, Any] = {name: each.value for name, each in load(folder).values.items() if each.source == path}
    wanted = {name: value for name, value in (kept | changes).items() if value is not None}
    lines = [f"# {say('Written by the settings of giamsat; what stands here counts before config.toml.')}"]
    lines += [f"{name} = {written(wanted[name])}" for name in SETTINGS if name in wanted]
    folder.mkdir(parents=True, exist_ok=True)
    atomic.write(path, ("\n".join(lines) + "\n").encode("utf-8"), overwrite=True, mode=0o600)
    return load(folder)


def written(value: Content) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    escaped = "".join(
        f"\\u{ord(each):04x}" if each < " " or each == "\x7f" else f"\\{each}" if each in '\\"' else each
        for each in value
    )
    return f'"{escaped}"'
