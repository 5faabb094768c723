"""``giamsat export``: what a search finds, or what was marked in the reader, with citations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui.commands.arguments import Options, Parser, positive
from tui.commands.mine import corpus_of, user_data
from tui.commands.opening import CannotOpenError, opened, problems_said
from tui.commands.output import complain, deliver
from tui.export import FORMATS, Item, NoWordError, packed, resolve
from tui.library import Document, Library, LibraryError, find
from tui.library.userdata import Mark, UserDataError
from tui.messages import say
from tui.search import search
from tui.sections import SECTIONS
from tui.text.clean import clean_line

LIMIT = 100
"""Hits a section, unless told otherwise."""


def main(arguments: list[str], command: str) -> int:
    """Export items to the standard output or to a file."""
    options = _options(arguments, command)
    try:
        library = opened(options.library)
    except CannotOpenError:
        return 1
    wrong = problems_said(library)
    items = list(_found(library, options) if options.query else [])
    if options.marked:
        marked = _all_marked(library)
        items += [item for item in marked if item is not None]
        wrong |= None in marked
    library.close()
    if not items:
        complain(say("Nothing to export"))
        return 1
    try:
        content = packed(items, options.format)
    except NoWordError as error:
        complain(clean_line(str(error)))
        return 1
    delivered = deliver(content, options.format, options.output, force=options.force)
    return 1 if not delivered or wrong else 0


def _options(arguments: list[str], command: str) -> Options:
    parser = Parser(
        command, say("Export what a search finds, or what was marked."), 'giamsat export "pham qui tien" -o quotes.txt'
    )
    parser.add_argument("query", nargs="*", metavar="QUERY", help=say("words and fields, as for giamsat search"))
    parser.add_argument("--marked", action="store_true", help=say("what was marked in the reader"))
    parser.add_argument(
        "--in", dest="sections", action="append", choices=SECTIONS, metavar="SECTION",
        help=say("one section only; may be given several times"),
    )  # fmt: skip
    parser.add_argument(
        "--limit",
        type=positive,
        default=LIMIT,
        metavar="N",
        help=say("most hits a section; default: {count}", count=LIMIT),
    )
    parser.add_format(*FORMATS)
    parser.add_output()
    parser.add_library()
    options = parser.parse_args(arguments)
    options.query = " ".join(options.query)
    if not options.query and not options.marked:
        parser.error(say("give a QUERY, or --marked for what was marked in the reader"))
    options.format = parser.format_of(options)
    return options


def _found(library: Library, options: Options) -> Iterator[Item]:
    """Yield the items of a search, section by section."""
    results = search(options.query, corpus_of(library), limit=options.limit, sections=options.sections or SECTIONS)
    if results.note:
        complain(clean_line(results.note))
    for found in results.sections:
        for hit in found.hits:
            item = resolve(hit.section, library.document(hit.article_key), hit.start, hit.end)
            if item is not None:
                yield item


def _all_marked(library: Library) -> list[Item | None]:
    """Return what was marked, None for what is not there any more or can't be read: that was said."""
    user = user_data(library)
    try:
        return [_marked(library, mark) for mark in user.marks()]
    except UserDataError as error:
        complain(clean_line(str(error)))
        return [None]
    finally:
        user.close()


def _marked(library: Library, mark: Mark) -> Item | None:
    """Return the item of a mark as its article is now, or say what has become of it."""
    document = _document(library, mark)
    if document is None:
        complain(say("{label}: its article is not there any more", label=clean_line(mark.label)))
        return None
    place = find(mark.anchor, document.text)
    item = resolve(mark.anchor.section, document, *place) if place else None
    if item is None:
        complain(say("{label}: its words are not in the article any more", label=clean_line(mark.label)))
    return item


def _document(library: Library, mark: Mark) -> Document | None:
    """Return the article of a mark, from its own library when the present one has it not."""
    for candidate in (library, mark.library):
        try:
            if isinstance(candidate, Library):
                return candidate.document(mark.anchor.article_key)
            other = Library.open(Path(candidate))
            other.refresh(here=True)
            return other.document(mark.anchor.article_key)
        except (KeyError, LibraryError):
            continue
    return None
