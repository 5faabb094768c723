"""The user's settings: one table of what there is, one file that people write, one that the reader writes."""

from tui.config.reading import FILES, Config, Value, has_files, load
from tui.config.settings import SETTINGS, Setting
from tui.config.writing import change, reset

__all__ = ["FILES", "SETTINGS", "Config", "Setting", "Value", "change", "has_files", "load", "reset"]
