"""Connections that can't be led astray: the address is looked up once, checked, and then connected to, in bounded time.

A name that is looked up twice can answer with a public address first and with 127.0.0.1 afterwards; so the address that
was checked is the one that is used.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore


class RefusedAddressError(OSError):
    """A host that leads to this machine or into a private network, and wasn't named by the user."""


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet, also inside an IPv6 address that wraps an IPv4 one."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        wrapped = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if wrapped is not None:
            return wrapped.is_global
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return ipaddress.IPv4Address(int(found) & 0xFFFFFFFF).is_global
    return found.is_global and not found.is_multicast


class GuardedBackend(httpcore.NetworkBackend):
    """Opens the sockets: hosts in ``private`` may lead into a private network, ``deadline`` ends all waiting."""

    def __init__(self, private: set[str]) -> None:
        """Take the set of hosts; it may grow later."""
        self.private = private
        self.deadline = float("inf")
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host by an address that was checked.

        Raises:
            RefusedAddressError: one of its addresses is private, and the host isn't allowed to be.
            httpcore.ConnectError: it has no address, or none answers.
        """
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if host not in self.private and not all(map(is_public, addresses)):
            raise RefusedAddressError(host)
        problem: Exception = httpcore.ConnectError(host)
        for address in addresses:
            try:
                stream = self._backend.connect_tcp(address, port, self._left(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return _TimedStream(stream, self)
        raise problem

    def _left(self, timeout: float | None) -> float:
        """Return how long one step may take."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left if timeout is None else min(timeout, left)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline: a server may send a byte a second for ever."""

    def __init__(self, stream: httpcore.NetworkStream, backend: GuardedBackend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._backend._left(timeout))
        return _TimedStream(stream, self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
