"""Shuts the machine out: no test sees the settings, files, language, clipboard or network of whoever runs it."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from textual import constants

# A busy machine is no failure, and one that is red stays red: how long a parse takes is guarded by counted steps.
settings.register_profile("any machine", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

KEPT = {"PATH", "TMPDIR", "SYSTEMROOT", "VIRTUAL_ENV", "CI", "PYTHONHASHSEED", "LD_LIBRARY_PATH"}
"""What a test's environment has in common with the one that it was started from."""

TEXTUAL = {
    "DRIVER": None,
    "PRESS": "",
    "FILTERS": "",
    "TEXTUAL_ANIMATIONS": "none",
    "SCREENSHOT_DELAY": -1,
    "DIM_FACTOR": 0.66,
    "SMOOTH_SCROLL": True,
}
"""What Textual has read of the environment when it was imported, which was before any test."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return how many processes share the tests: none for a few files, four at least for all, since many tests wait."""
    if config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        config.option.dist = "no"
        return 0
    return max(4, os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def environment(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, a known language and terminal, and nothing else; return the home."""
    home = tmp_path_factory.mktemp("home")
    for name in set(os.environ) - KEPT:
        if not name.startswith(("COVERAGE", "PYTEST", "TEXTUAL_SNAPSHOT")):
            monkeypatch.delenv(name)
    places = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(place))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    for name, value in TEXTUAL.items():
        monkeypatch.setattr(constants, name, value)
    return home


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse connections to anything but this machine."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)
