"""The citation: where an item can be read, in full. There is one wording for all formats."""

from __future__ import annotations

from typing import NamedTuple

from tui.export import wording
from tui.export.item import Cited, Item
from tui.export.quoting import block_at, paragraph, quoted
from tui.messages import say
from tui.model import Record
from tui.text.clean import Clean, clean_line


class Citation(NamedTuple):
    """The parts of a citation, each one line or empty."""

    session: Clean
    """Day and place of the session."""
    article: Clean
    """Headline, publisher or file, time of publication, author, address."""
    where: Clean
    """Paragraph, and whether it is a caption."""
    place: Clean
    """``file#start-end``, in characters of the source text."""

    def text(self) -> Clean:
        """Return the citation as it is put under a quote: two lines."""
        sentences = [part for part in (self.session, self.article, self.where) if part]
        return Clean("\n".join(filter(None, (" ".join(sentences), self.place))))


def citation(item: Item) -> Citation:
    """Return the citation of an item, for the words that it is quoted with."""
    words = quoted(item)
    where = _where(item.article.record, words.start)
    return Citation(session(item.article), _article(item.article), where, place(item.article, words.start, words.end))


def session(article: Cited) -> Clean:
    """Return day and place of an article's session as a sentence; empty when neither is known."""
    event = article.record.event if article.record else None
    if event is None:
        return Clean("")
    part = wording.part_of_day(event.part_of_day)
    day = wording.day(event.start_date)
    parts = [f"{day} ({part})" if day and part else day, clean_line(event.location or "")]
    said = ", ".join(filter(None, parts))
    return say("Session {session}.", session=Clean(said)) if said else Clean("")


def place(article: Cited, start: int, end: int) -> Clean:
    """Return where words stand, as file and characters of its source text."""
    return Clean(f"{clean_line(article.path)}#{start}-{end}")


def headline(article: Cited) -> Clean:
    """Return an article's headline, else its file's name."""
    found = article.record.article.headline if article.record else None
    return clean_line(found.exact if found else article.path)


def _article(article: Cited) -> Clean:
    record = article.record
    if record is None:
        return say("Article: {article}.", article=clean_line(article.path))
    about = record.article
    parts = [
        f"“{headline(article)}”" if about.headline else "",
        clean_line(about.publisher or article.path),
        wording.day(about.date_published.value if about.date_published else None),
        clean_line(", ".join(author.name for author in about.author)),
        clean_line(about.url or ""),
    ]
    return say("Article: {article}.", article=Clean(", ".join(filter(None, parts))))


def _where(record: Record | None, start: int) -> Clean:
    block = block_at(record, start)
    if record is None or block is None:
        return Clean("")
    if block.zone == "caption":
        return say("Caption of photo {number}.", number=block.image or 1)
    number = paragraph(record, block)
    return say("Paragraph {number}.", number=number) if number else Clean("")
