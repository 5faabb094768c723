"""An index says what is in it now."""

from __future__ import annotations

from tests import invented
from tests.search.index import corpus_of, put
from tui.library.index.keeping import article
from tui.library.index.known import Known
from tui.library.index.settling import settle
from tui.library.index.sqlite.index import SqliteIndex
from tui.library.scan import Stamp
from tui.search import Corpus, search


def test_adding_an_article_again_replaces_it() -> None:
    index = SqliteIndex()
    corpus = Corpus(index)
    for _ in range(3):
        put(index, [invented.document("cho.txt")])
    assert [(hit.title, hit.sessions) for hit in search("vi van tan", corpus).hits("people")] == [("Vi Văn Tấn", 1)]
    index.drop(["cho.txt"])
    settle(index)
    assert search("cho", corpus).total == 0
    assert index.words() == {}


def test_what_the_user_added_can_be_asked_for() -> None:
    documents = [invented.document(name) for name in invented.ARTICLES]
    corpus = corpus_of(documents)
    assert search("has:star", corpus).total == 0
    corpus.know("star", frozenset({documents[1].article_key}))
    assert [hit.path for hit in search("has:star", corpus).hits("sessions")] == [documents[1].path]
    assert {hit.path for hit in search("-has:star", corpus).hits("sessions")} == {documents[0].path, documents[2].path}


def test_an_article_without_a_record_is_found_by_its_name() -> None:
    corpus = corpus_of([invented.unparsed("cho.txt")])
    assert [hit.path for hit in search("cho", corpus).hits("sessions")] == ["cho.txt"]


def test_a_head_is_found_before_its_body_is_indexed() -> None:
    index = SqliteIndex()
    document = invented.document("cho.txt")
    index.put([article(Known(document.path, Stamp(0, 1), None, 1), document)])
    settle(index)
    assert search("vi van tan", Corpus(index)).hits("people")
    assert not search("phong chay chua chay", Corpus(index)).total
