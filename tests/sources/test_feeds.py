"""The articles that a feed lists are found in every kind of feed."""

from __future__ import annotations

import pytest

from tui.sources.errors import SourceError
from tui.sources.feeds import FeedLink, links

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>Báo</title><link>https://bao.example/</link>
<a:link rel="self" href="https://bao.example/rss"/>
<item><title>Giám sát  chợ &amp; bến xe</title><link>https://bao.example/1.html</link></item>
<item><title>Không đường dẫn</title></item>
<item><title>Lại bài một</title><link>https://bao.example/1.html</link></item>
<item><title>Bài hai</title><guid isPermaLink="true">https://bao.example/2.html</guid></item>
<item><title>Bài ba</title><link>/3.html</link></item>
<item><title>Xấu</title><link>javascript:alert(1)</link></item>
<item><title>Hỏng</title><link>http://[</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo</title>
<entry><title type="html">Bài một</title><link rel="edit" href="https://bao.example/edit"/>
<link rel="alternate" href="https://bao.example/1.html"/></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="x"><title>Bài một</title><link>https://bao.example/1.html</link></item></rdf:RDF>"""


def addresses(feed: str) -> list[str]:
    return [link.url for link in links(feed.encode(), "a", "https://bao.example/rss")]


def test_the_links_of_rss_are_found_once_each() -> None:
    assert addresses(RSS) == [f"https://bao.example/{number}.html" for number in (1, 2, 3)]
    assert links(RSS.encode(), "a")[0] == FeedLink("https://bao.example/1.html", "Giám sát chợ & bến xe")


@pytest.mark.parametrize("feed", [ATOM, RDF])
def test_the_links_of_other_feeds_are_found(feed: str) -> None:
    assert addresses(feed) == ["https://bao.example/1.html"]


def test_a_feed_that_breaks_off_gives_what_it_has() -> None:
    assert addresses(RSS[: RSS.index("<item><title>Bài hai")]) == ["https://bao.example/1.html"]


def test_a_feed_in_utf_16_is_read() -> None:
    assert links(RDF.encode("utf-16"), "a")[0].title == "Bài một"


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        ("<html><p>a</p></html>", "is no feed"),
        ("<rss><channel/></rss>", "lists no articles"),
        ("<rss", "is no feed|is a damaged feed|lists no articles"),
        ('<?xml version="1.0"?><rss><!DOCTYPE a [<!ENTITY b "c">]>' + RDF + "</rss>", "holds a document type"),
    ],
)
def test_what_is_no_sound_feed_is_named(feed: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        links(feed.encode(), "a")
