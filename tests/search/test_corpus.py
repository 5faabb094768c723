"""An index follows its library."""

from __future__ import annotations

from pathlib import Path

from tests import invented
from tui.library import Library
from tui.search import MemoryCorpus, search


def test_an_index_has_what_the_library_has(tmp_path: Path) -> None:
    folder = invented.write(tmp_path / "articles")
    library = Library.open(folder)
    library.refresh(here=True)
    corpus = MemoryCorpus()
    assert corpus.update(library)
    assert len(corpus) == len(invented.ARTICLES)
    assert not corpus.update(library)
    (folder / "cho.txt").unlink()
    library.refresh(here=True)
    assert corpus.update(library)
    assert len(corpus) == len(invented.ARTICLES) - 1
    assert search("vi van tan", corpus).hits("people") == ()


def test_adding_an_article_again_replaces_it() -> None:
    corpus = MemoryCorpus()
    for _ in range(3):
        corpus.add(invented.document("cho.txt"))
    assert len(corpus) == 1
    assert len(search("vi van tan", corpus).hits("people")) == 1
    corpus.remove("cho.txt")
    assert search("cho", corpus).total == 0
    assert corpus.vocabulary.starting("", 10) == ()


def test_what_the_user_added_can_be_asked_for() -> None:
    documents = [invented.document(name) for name in invented.ARTICLES]
    corpus = MemoryCorpus(documents)
    assert search("has:star", corpus).total == 0
    corpus.know("star", frozenset({documents[1].article_key}))
    assert {hit.path for hit in search("has:star", corpus).hits("sessions")} == {documents[1].path}
    assert len(search("-has:star", corpus).hits("sessions")) == len(documents) - 1


def test_an_article_without_a_record_is_found_by_its_name() -> None:
    corpus = MemoryCorpus([invented.unparsed("cho.txt")])
    assert [hit.path for hit in search("cho", corpus).hits("sessions")] == ["cho.txt"]
