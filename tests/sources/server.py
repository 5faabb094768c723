"""A web server on loopback that answers as badly as a test wants."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Looks the path up in the server's answers."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((time.monotonic(), self.path))
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        answer = self.server.answers.get(self.path)
        with contextlib.suppress(OSError):  # the client may have had enough
            if answer is None:
                self.say(404, b"not here")
            else:
                answer(self)

    def say(self, status: int, data: bytes, **headers: str) -> None:
        """Answer with a status, a body and headers (an underscore stands for a hyphen)."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Answers by path; ``asked`` are the times and paths of all requests, ``headers`` what came with them."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[float, str]] = []
        self.headers: list[dict[str, str]] = []

    @property
    def url(self) -> str:
        """The server's address, without a slash behind it."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for _, path in self.asked]


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """Run a server for as long as the block lasts."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def page(data: bytes, **headers: str) -> Answer:
    """Return the answer that serves a page."""
    return lambda handler: handler.say(200, data, **{"Content_Type": "text/html", **headers})


def status(code: int, **headers: str) -> Answer:
    """Return the answer that is only a status."""
    return lambda handler: handler.say(code, b"", **headers)
