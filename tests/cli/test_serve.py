"""The reader in a browser: what its server gives, and to whom."""

from __future__ import annotations

import asyncio
import json
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from tests.cli.conftest import Run
from tui.commands import serving


@pytest.fixture
def address(library: Path) -> Iterator[str]:
    """Serve a library of invented articles until the test ends, from a folder with a module that must not be loaded."""
    (library / "yaml.py").write_text("raise SystemExit('a module of the folder was loaded')", "utf-8")
    command = [sys.executable, "-P", "-m", "tui", "serve", "--lang", "en", "-l", str(library)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=library) as server:
        assert server.stdout is not None
        yield server.stdout.readline().split()[4]
        server.send_signal(signal.SIGINT)
        assert server.wait(10) == 0


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    """Yield what asks the server."""
    async with aiohttp.ClientSession() as session:
        yield session


async def test_the_page_names_no_address_but_its_own(address: str, browser: aiohttp.ClientSession) -> None:
    async with browser.get(address) as response:
        page = await response.text()
        policy = response.headers["Content-Security-Policy"]
    own = urlsplit(address).netloc
    assert "The reader was closed." in page
    assert {found for found in re.findall(r"\w+://([^/\"; ]+)", page + policy)} == {own}
    assert "'unsafe-eval'" not in policy and "script-src 'self';" in policy
    for name in re.findall(r'(?:src|href)="([^":]+)"', page):
        async with browser.get(address + name) as response:
            assert response.status == 200


@pytest.mark.parametrize(
    ("part", "headers", "status"),
    [
        ("", {}, 200),
        ("../", {}, 404),
        ("../ws", {}, 404),
        ("../static/js/textual.js", {}, 404),
        ("../download/guessed", {}, 404),
        ("", {"Host": "rebound.example"}, 403),
        ("ws", {"Origin": "http://other.example"}, 403),
        ("ws", {"Origin": "null"}, 403),
    ],
)
async def test_others_get_nothing(
    part: str, headers: dict[str, str], status: int, address: str, browser: aiohttp.ClientSession
) -> None:
    async with browser.get(address + part, headers=headers) as response:
        assert response.status == status


async def test_an_export_is_downloaded(address: str, browser: aiohttp.ClientSession) -> None:
    async with browser.ws_connect(f"ws{address.removeprefix('http')}ws?width=160&height=45") as reader:
        await _received(reader, lambda shown: " · chair" in shown)
        await reader.send_str(json.dumps(["stdin", "g3 e"]))
        await _received(reader, lambda shown: "downloaded by the browser" in shown)
        await reader.send_str(json.dumps(["stdin", "\r"]))
        key = json.loads(await _received(reader, lambda shown: "deliver_file_start" in shown))[1]
        origin = f"http://{urlsplit(address).netloc}"
        async with browser.get(f"{origin}/download/{key}") as response:
            assert re.search(r"filename=giamsat-[a-z0-9-]+\.txt", response.headers["Content-Disposition"])
            assert "1. " in await response.text()
        async with browser.get(f"{origin}/download/{key}") as response:
            assert response.status == 404


async def _received(reader: aiohttp.ClientWebSocketResponse, met: Callable[[str], bool]) -> str:
    """Return the message with which what has come meets a condition."""
    shown = ""
    async with asyncio.timeout(30):
        while True:
            message = await reader.receive()
            assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
            text = message.data if isinstance(message.data, str) else message.data.decode()
            shown += text
            if met(shown):
                return text


def test_arguments_stay_what_they_are() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = serving.ReaderServer(["--library", "a b'; touch c #"], listening)
    assert shlex.split(server.command)[-2:] == ["--library", "a b'; touch c #"]


def test_a_port_that_is_taken_is_named(run: Run, library: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        outcome = run("serve", "-l", library, "--port", taken.getsockname()[1])
    assert outcome.status == 1
    assert len(outcome.errors) == 1 and "can't serve on port" in outcome.errors[0]


def test_what_is_not_installed_is_named(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "tui.commands.serving")
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    outcome = run("serve", "-l", library)
    assert (outcome.status, outcome.errors) == (
        1,
        ["giamsat serve needs more than is installed: pip install 'giamsat[serve]'"],
    )
