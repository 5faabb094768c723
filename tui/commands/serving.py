"""The server of ``giamsat serve``: textual-serve, bound to this machine, behind an address that can't be guessed.

What textual-serve leaves open is closed here: everything but downloads (whose keys are random themselves) lies below a
random token; requests by another name than this machine's, as a page that has rebound its name sends them, and
connections that another page opens are refused; the page is our own, names no outside address, and may load nothing
from one.
"""

from __future__ import annotations

import secrets
import shlex
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import aiohttp_jinja2
from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

from tui.commands.output import write
from tui.messages import language, say
from tui.text.clean import Clean

HOST = "127.0.0.1"
_TOKEN_BYTES = 24
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws://{own}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
_PAGE = Path(__file__).with_name("page")


def serve(arguments: Sequence[str], port: int = 0) -> None:
    """Serve the reader, started with these arguments for each page that is opened, until the process is interrupted.

    Args:
        arguments: Of ``giamsat`` alone.
        port: On the loopback address; 0 is any that is free.

    Raises:
        OSError: the port can't be had.

    """
    with socket.create_server((HOST, port)) as listening:
        ReaderServer(arguments, listening).serve()


class ReaderServer(Server):
    """Serves the reader to who knows the address."""

    def __init__(self, arguments: Sequence[str], listening: socket.socket) -> None:
        """Take the reader's arguments, and the socket that listens."""
        # -P: else a module of the folder where this was started would be loaded in the place of one of ours
        command = [sys.executable, "-P", "-m", "tui", *arguments]
        quoted = subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
        super().__init__(quoted, HOST, listening.getsockname()[1], "giamsat", templates_path=_PAGE)
        self._listening = listening
        self._token = secrets.token_urlsafe(_TOKEN_BYTES)

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"{self.public_url}/{self._token}/"

    def serve(self, debug: bool = False) -> None:
        """Serve until the process is interrupted."""
        web.run_app(self._make_app(), sock=self._listening, print=None, access_log=None)

    async def _make_app(self) -> web.Application:
        reader = await super()._make_app()
        aiohttp_jinja2.get_env(reader).globals.update(
            language=language(),
            opening=say("Opening…"),
            closed=say("The reader was closed."),
            again=say("Open it again"),
        )
        reader.router.add_get("/focus.js", self._focus)
        application = web.Application(middlewares=[self._only_from_here])
        application.router.add_get("/download/{key}", self.handle_download)
        application.add_subapp(f"/{self._token}", reader)
        application.on_response_prepare.append(self._restrict)
        return application

    async def on_startup(self, app: web.Application) -> None:
        """Say where the reader is."""
        write(say("The reader is at {address} (ctrl+c ends it)", address=Clean(self.address)))
        sys.stdout.flush()

    async def _focus(self, request: web.Request) -> web.FileResponse:
        return web.FileResponse(_PAGE / "focus.js")

    @web.middleware
    async def _only_from_here(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        own = {f"{HOST}:{self.port}", f"localhost:{self.port}"}
        origin = request.headers.get("Origin")
        if request.host not in own or (origin is not None and origin not in {f"http://{host}" for host in own}):
            raise web.HTTPForbidden
        return await handler(request)

    async def _restrict(self, request: web.Request, response: web.StreamResponse) -> None:
        policy = _POLICY.format(own=f"{HOST}:{self.port}")
        response.headers.update({**_HEADERS, "Content-Security-Policy": policy})
