"""Addresses are fetched politely and in bounds, from a server on loopback that misbehaves."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.sources.server import Answer, Handler, Server, page, running, status
from tui.sources import guard
from tui.sources.errors import SourceError
from tui.sources.net import Fetcher
from tui.sources.read import read_data

PAGE = ("<html><h1>HĐND huyện giám sát chợ</h1>" + "<p>Ông Lò Văn Ỏn đề nghị rà soát 12 chợ tạm.</p>" * 9).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as one:
        one.answers["/a"] = page(PAGE)
        yield one


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(pause=0, seconds=1, most_bytes=50_000) as one:
        yield one


def refused(fetcher: Fetcher, url: str, *, asked: bool = True) -> str:
    with pytest.raises(SourceError) as caught:
        fetcher.fetch(url, asked=asked)
    return str(caught.value.said())


def test_a_page_is_fetched_and_read(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = page(PAGE, Content_Type="text/html; charset=UTF-8")
    fetched = fetcher.fetch(server.url + "/a#part")
    assert (fetched.data, fetched.url, fetched.charset, fetched.content_type) == (
        *(PAGE, server.url + "/a", "utf-8", "text/html"),
    )
    source = read_data(fetched.data, fetched.url, charset=fetched.charset, url=fetched.url)
    assert source.url == server.url + "/a" and "Lò Văn Ỏn" in source.text


def test_the_charset_of_the_header_counts(server: Server, fetcher: Fetcher) -> None:
    words = "<html><h1>Tin tức trong ngày</h1>" + "<p>Một đoạn văn dài vừa đủ để làm một bài báo ở đây.</p>" * 9
    server.answers["/a"] = page(words.encode("utf-16-le"), Content_Type="text/html; charset=utf-16le")
    fetched = fetcher.fetch(server.url + "/a")
    assert read_data(fetched.data, "a", charset=fetched.charset).encoding == "utf-16le"


def test_an_address_in_any_letters_is_fetched(server: Server, fetcher: Fetcher) -> None:
    server.answers["/tin/gi%C3%A1m-s%C3%A1t?q=%C4%91"] = page(PAGE)
    assert fetcher.fetch(server.url + "/tin/giám-sát?q=đ").data == PAGE


def test_requests_say_who_asks_and_carry_no_cookie(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = page(PAGE, Set_Cookie="id=1")
    fetcher.fetch(server.url + "/a")
    fetcher.fetch(server.url + "/a")
    assert all(one["user-agent"].startswith("giamsat/") and "cookie" not in one for one in server.headers)


def test_robots_are_asked_once_and_obeyed(server: Server, fetcher: Fetcher) -> None:
    server.answers["/robots.txt"] = page(b"User-agent: *\nDisallow: /b", Content_Type="text/plain")
    server.answers["/b"] = page(PAGE)
    assert fetcher.fetch(server.url + "/a").data == PAGE
    assert refused(fetcher, server.url + "/b") == "may not be fetched by programs (robots.txt)"
    assert server.paths == ["/robots.txt", "/a"]


def test_a_rule_for_this_program_counts(server: Server, fetcher: Fetcher) -> None:
    server.answers["/robots.txt"] = page(b"User-agent: giamsat\nDisallow: /", Content_Type="text/plain")
    assert "robots.txt" in refused(fetcher, server.url + "/a")


def test_without_an_answer_about_robots_nothing_is_fetched(server: Server, fetcher: Fetcher) -> None:
    server.answers["/robots.txt"] = status(503)
    assert "robots.txt: status 503" in refused(fetcher, server.url + "/a")
    assert server.paths == ["/robots.txt"]


def test_one_host_is_asked_once_a_second_at_most(server: Server) -> None:
    with Fetcher(pause=0.2) as fetcher:
        fetcher.fetch(server.url + "/a")
        fetcher.fetch(server.url + "/a")
    times = [moment for moment, _ in server.asked]
    assert len(times) == 3 and min(later - earlier for earlier, later in pairwise(times)) >= 0.19


def test_a_crawl_delay_is_followed(server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    server.answers["/robots.txt"] = page(b"User-agent: *\nCrawl-delay: 7\nDisallow:", Content_Type="text/plain")
    fetcher.fetch(server.url + "/a")
    assert 6 < sum(waited) <= 7


def test_redirects_are_followed_to_an_end(server: Server, fetcher: Fetcher) -> None:
    server.answers["/1"] = status(301, Location="/2")
    server.answers["/2"] = status(302, Location=server.url + "/a")
    assert fetcher.fetch(server.url + "/1").url == server.url + "/a"


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x" * 10_000)


def dripping(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def silent(handler: Handler) -> None:
    time.sleep(2)


def slow_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(100):
        handler.wfile.write(b"X-A: b\r\n")
        handler.wfile.flush()
        time.sleep(0.1)


def garbage(handler: Handler) -> None:
    handler.wfile.write(b"\x00\xff no protocol at all\r\n\r\n")
    handler.close_connection = True


def cut_short(handler: Handler) -> None:
    handler.say(200, b"abc", Content_Length="1000")
    handler.close_connection = True


def huge_header(handler: Handler) -> None:
    handler.say(200, b"a", X_A="b" * 200_000)


BAD: list[tuple[Answer, str]] = [
    (status(301, Location="/bad"), "redirects more than 5 times"),
    (status(302), "redirects to nowhere"),
    (status(302, Location="http://["), "redirects to nowhere"),
    (status(302, Location="file:///etc/passwd"), "is no http or https address"),
    (status(302, Location="http://u:p@127.0.0.1/"), "holds a user name or password"),
    (status(302, Location="http://localhost:9/"), "leads into a private network"),
    (status(302, Location="http://10.0.0.1/"), "leads into a private network"),
    (status(302, Location="http://[::ffff:127.0.0.1]/"), "leads into a private network"),
    (status(302, Location="http://2130706433/"), "leads into a private network"),
    (status(404), "is not there (status 404)"),
    (status(500), "is not there (status 500)"),
    (page(b""), "is empty"),
    (page(b"x", Content_Type="image/png"), "is of a type that holds no article: image/png"),
    (page(b"x" * 60_000), "is too large"),
    (page(gzip.compress(b"\x00" * 10_000_000), Content_Encoding="gzip"), "is too large"),
    (page(b"no gzip", Content_Encoding="gzip"), "can't be fetched"),
    (page(b"x", Content_Encoding="br"), "is packed in an unknown way: br"),
    (page(b"x", Content_Length="-5"), "can't be fetched"),
    (endless, "is too large"),
    (dripping, "doesn't answer in time"),
    (silent, "doesn't answer in time"),
    (slow_headers, "doesn't answer in time"),
    (garbage, "can't be fetched"),
    (cut_short, "can't be fetched"),
    (huge_header, "can't be fetched"),
]


@pytest.mark.parametrize(("answer", "said"), BAD, ids=range(len(BAD)))
def test_a_server_that_misbehaves_is_named(server: Server, fetcher: Fetcher, answer: Answer, said: str) -> None:
    server.answers["/bad"] = answer
    started = time.monotonic()
    assert refused(fetcher, server.url + "/bad").startswith(said)
    assert time.monotonic() - started < 3


def test_a_packed_page_is_unpacked(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a"] = page(gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetcher.fetch(server.url + "/a").data == PAGE


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://a.example/", "is no http or https address"),
        ("a.example/b", "is no http or https address"),
        ("https://", "is no http or https address"),
        ("http://a.example:x/", "is no address"),
        ("http://u@a.example/", "holds a user name"),
        ("http://127.0.0.1:1/", "can't be fetched"),
    ],
)
def test_an_address_that_can_not_be_fetched_is_named(fetcher: Fetcher, url: str, said: str) -> None:
    assert refused(fetcher, url).startswith(said)


def test_a_link_that_the_user_did_not_name_may_not_lead_into_a_private_network(server: Server) -> None:
    with Fetcher(pause=0) as fetcher:
        assert refused(fetcher, server.url + "/a", asked=False) == "leads into a private network"
    assert server.paths == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *(("8.8.8.8", True), ("2001:4860:4860::8888", True), ("127.0.0.1", False), ("10.1.2.3", False)),
        *(("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False)),
        *(("0.0.0.0", False), ("224.0.0.1", False), ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False)),
        *(("::ffff:10.0.0.1", False), ("::ffff:8.8.8.8", True), ("2002:7f00:1::", False), ("64:ff9b::7f00:1", False)),
    ],
)
def test_addresses_of_the_open_internet_are_told_from_others(address: str, public: bool) -> None:
    assert guard.is_public(address) is public
