"""Addresses are fetched, only when the user asks for it, and politely; nothing else in the program opens a socket.

No cookies, no scripts, no proxies from the environment; robots.txt is respected; never more than one request a second
to one host; https is checked and never left; sizes, times and redirects are bounded.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from types import TracebackType
from typing import Self
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

import httpcore

from tui import __version__
from tui.messages import N_
from tui.sources.errors import SourceError
from tui.sources.files import MOST_BYTES
from tui.sources.guard import GuardedBackend, RefusedAddressError

AGENT = "giamsat"
PAUSE = 1.0
"""Least seconds between two requests to one host."""
LONGEST_PAUSE = 30.0
"""Most seconds that a site's own crawl delay is followed."""
SECONDS = 60.0
"""Most seconds for one request, however slowly it is answered."""
MOST_REDIRECTS = 5
MOST_ROBOTS_BYTES = 512_000

_TIMEOUTS = {"connect": 10.0, "read": 15.0, "write": 10.0, "pool": 5.0}
_REDIRECTS = frozenset([301, 302, 303, 307, 308])
_TYPES = (
    *("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/rdf"),
    *("application/pdf", "application/octet-stream", "binary/octet-stream", "application/msword"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
)
"""How the media types begin that may hold an article or a feed; what it really is, its content tells."""
_SAFE = "/%:@!$&'()*+,;=~-._?"


@dataclass(frozen=True)
class Fetched:
    """What an address answered."""

    data: bytes
    url: str
    """The address that answered in the end, after redirects."""
    charset: str | None
    """What the answer's header says."""
    content_type: str
    """Media type, lower case; empty when the header doesn't say."""


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: Message
    data: bytes


class Fetcher:
    """Fetches addresses; close it when done, or use it as a context manager."""

    def __init__(self, *, pause: float = PAUSE, seconds: float = SECONDS, most_bytes: int = MOST_BYTES) -> None:
        """Start without any connection; the limits are those of this module unless tests set others."""
        self._pause = pause
        self._seconds = seconds
        self._most = most_bytes
        self._backend = GuardedBackend(set())
        self._pool = httpcore.ConnectionPool(network_backend=self._backend, max_connections=4, retries=0)
        self._robots: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all connections."""
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def fetch(self, url: str, *, asked: bool = True) -> Fetched:
        """Return what an address answers.

        Args:
            url: An http or https address.
            asked: The user named it. Then its host may be in a private network; the host of a link in a feed, or of a
                redirect, may not.

        Raises:
            SourceError: it is no such address, may not be fetched, doesn't answer as it should, is too large, too slow,
                or of a type that holds no article.
        """
        parts = _parts(url)
        if asked:
            self._backend.private.add(parts.hostname or "")
        for _ in range(MOST_REDIRECTS + 1):
            self._check_robots(parts)
            answer = self._request(parts, self._most)
            if answer.status not in _REDIRECTS:
                return _fetched(answer, urlunsplit(parts))
            parts = _redirected(parts, answer)
        raise SourceError(url, N_("redirects more than {most} times"), most=MOST_REDIRECTS)

    def _check_robots(self, parts: SplitResult) -> None:
        """Refuse what robots.txt forbids; without one all is allowed, when it can't be had nothing is (RFC 9309)."""
        url = urlunsplit(parts)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(_parts(origin + "/robots.txt"), url)
        if not self._robots[origin].can_fetch(AGENT, url):
            raise SourceError(url, N_("may not be fetched by programs (robots.txt)"))

    def _read_robots(self, parts: SplitResult, url: str) -> RobotFileParser:
        rules = RobotFileParser()
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._request(parts, MOST_ROBOTS_BYTES)
            if answer.status not in _REDIRECTS:
                break
            parts = _redirected(parts, answer)
        if answer.status >= 500:
            raise SourceError(url, N_("the site doesn't say what may be fetched (robots.txt: status {status})"),
                              status=answer.status)  # fmt: skip
        rules.parse(answer.data.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
        return rules

    def _request(self, parts: SplitResult, most: int) -> _Answer:
        url = urlunsplit(parts)
        self._wait(parts)
        self._backend.deadline = time.monotonic() + self._seconds
        headers = {
            "Host": parts.netloc,
            "User-Agent": f"{AGENT}/{__version__}",
            "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.1",
            "Accept-Encoding": "gzip",
        }
        try:
            with self._pool.stream(
                "GET", url, headers=list(headers.items()), extensions={"timeout": _TIMEOUTS}
            ) as response:
                answered = Message()
                for name, value in response.headers:
                    answered[name.decode("latin-1")] = value.decode("latin-1")
                return _Answer(response.status, answered, _body(response.iter_stream(), answered, most, url))
        except RefusedAddressError as error:
            raise SourceError(url, N_("leads into a private network")) from error
        except httpcore.TimeoutException as error:
            raise SourceError(url, N_("doesn't answer in time")) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
            detail = str(error) or type(error).__name__
            raise SourceError(url, N_("can't be fetched: {detail}"), detail=detail) from error
        finally:
            self._last[parts.hostname or ""] = time.monotonic()

    def _wait(self, parts: SplitResult) -> None:
        """Let the pause pass since the last request to the host, or the site's own crawl delay."""
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        delay = float(rules.crawl_delay(AGENT) or 0) if rules else 0.0
        pause = max(self._pause, min(delay, LONGEST_PAUSE))
        since = time.monotonic() - self._last.get(parts.hostname or "", float("-inf"))
        if since < pause:
            time.sleep(pause - since)


def _parts(url: str) -> SplitResult:
    """Return an address in ASCII, without fragment.

    Raises:
        SourceError: it is no http or https address, or holds a password.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        ascii_host = host if ":" in host else host.encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise SourceError(url, N_("is no address: {detail}"), detail=str(error)) from error
    if parts.scheme not in ("http", "https") or not ascii_host:
        raise SourceError(url, N_("is no http or https address"))
    if parts.username is not None or parts.password is not None:
        raise SourceError(url, N_("holds a user name or password, which is not sent"))
    shown = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    netloc = shown if port is None else f"{shown}:{port}"
    return SplitResult(parts.scheme, netloc, quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), "")


def _redirected(parts: SplitResult, answer: _Answer) -> SplitResult:
    """Return where a redirect leads.

    Raises:
        SourceError: nowhere, or from https to http.
    """
    url, target = urlunsplit(parts), answer.headers.get("location")
    if not target:
        raise SourceError(url, N_("redirects to nowhere"))
    try:
        new = _parts(urljoin(url, target))
    except ValueError as error:
        raise SourceError(url, N_("redirects to nowhere")) from error
    if parts.scheme == "https" and new.scheme == "http":
        raise SourceError(url, N_("redirects from https to http"))
    return new


def _body(chunks: Iterable[bytes], headers: Message, most: int, url: str) -> bytes:
    """Return the body, unpacked, read no further than the limit.

    Raises:
        SourceError: it is larger than ``most`` bytes, or packed in an unknown way.
    """
    packing = (headers.get("content-encoding") or "identity").strip().lower()
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32) if packing in ("gzip", "x-gzip", "deflate") else None
    if unpacker is None and packing != "identity":
        raise SourceError(url, N_("is packed in an unknown way: {packing}"), packing=packing)
    data = bytearray()
    for chunk in chunks:
        try:
            data += unpacker.decompress(chunk, most + 1 - len(data)) if unpacker else chunk
        except zlib.error as error:
            raise SourceError(url, N_("can't be fetched: {detail}"), detail=str(error)) from error
        if len(data) > most or (unpacker and unpacker.unconsumed_tail):
            raise SourceError(url, N_("is too large: more than {most} bytes"), most=most)
    return bytes(data)


def _fetched(answer: _Answer, url: str) -> Fetched:
    """Return an answer when it is one.

    Raises:
        SourceError: its status isn't 200, it is empty, or its type holds no article.
    """
    if answer.status != 200:
        raise SourceError(url, N_("is not there (status {status})"), status=answer.status)
    kind = answer.headers.get_content_type() if "content-type" in answer.headers else ""
    if kind and not kind.startswith(_TYPES):
        raise SourceError(url, N_("is of a type that holds no article: {type}"), type=kind)
    if not answer.data:
        raise SourceError(url, N_("is empty"))
    return Fetched(answer.data, url, answer.headers.get_content_charset(), kind)
