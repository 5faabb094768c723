"""The network is reached through one door, and only when that door was asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tui.sources import addresses
from tui.sources.errors import SourceError

NETWORK = {
    "socket",
    "ssl",
    "httpcore",
    "httpx",
    "requests",
    "aiohttp",
    "urllib.request",
    "http.client",
    "ftplib",
    "smtplib",
}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return names


def test_nothing_else_in_the_program_can_open_a_socket() -> None:
    root = Path(tui.__file__).parent
    found = {str(path.relative_to(root)) for path in root.rglob("*.py") if imported(path) & NETWORK}
    assert found <= {"sources/net.py", "sources/guard.py", "commands/serving.py"}  # the last one listens, on loopback


def test_reading_files_loads_nothing_that_opens_sockets_or_reads_pages() -> None:
    script = (
        "import sys, tui.sources.read, tui.sources.addresses; "
        "sys.exit(bool({'httpcore', 'ssl', 'lxml', 'readability', 'pypdf', 'docx'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    ("source", "address"),
    [("https://a.example/b", True), ("HTTP://a", True), ("a.txt", False), ("C:\\a.txt", False), ("http://[", False)],
)
def test_addresses_are_told_from_files(source: str, address: bool) -> None:
    assert addresses.is_address(source) is address


def test_a_missing_library_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "find_spec", lambda name: None)
    with pytest.raises(SourceError, match=r"pip install 'giamsat\[import\]'"):
        addresses.open_fetcher("https://a.example/")
