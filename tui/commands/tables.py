"""``giamsat sessions|people|figures|requests``: what a library holds, as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from tui.across.overview import Overview
from tui.commands import rows
from tui.commands.arguments import BAD_USE, Options, Parser
from tui.commands.layout import FORMATS, Row, laid_out
from tui.commands.mine import corpus_of
from tui.commands.opening import CannotOpenError, opened, problems_said
from tui.commands.output import complain, deliver
from tui.commands.sorting import ordered
from tui.library import Document, Library
from tui.library.overview import overview
from tui.library.userdata import STATES, Kept, UserData, UserDataError
from tui.library.userdata.added import Added
from tui.messages import N_, say
from tui.model import Record
from tui.search import Corpus, Hit, search
from tui.sections import Section
from tui.text.clean import clean_line

ABOUT = {
    "sessions": N_("List the sessions of a library, newest first; what several articles report, once."),
    "people": N_(
        "List the people of a library, each once, with the sessions they were in; with a QUERY, those of its sessions."
    ),
    "figures": N_("List the figures of a library."),
    "requests": N_("List the requests of a library."),
}
EVERYTHING = 1_000_000_000


def main(arguments: list[str], command: str) -> int:
    """Print or write a table."""
    section = cast(Section, command)
    options = _options(arguments, command)
    try:
        library = opened(options.library)
    except CannotOpenError:
        return 1
    wrong = problems_said(library)
    corpus = corpus_of(library)
    results = search(options.where, corpus, sections=[section], limit=EVERYTHING, browse=True)
    if results.note:
        complain(clean_line(results.note))
    seen = overview(library)
    found = _rows(library, seen, corpus, results.hits(section), section=section, options=options)
    table = ordered(found, options.sort) if options.sort else found
    library.close()
    if not table:
        complain(say("Nothing found"))
        return 1
    if options.sort and options.sort not in table[0]:
        complain(say("There is no column {column}; there are {columns}", column=clean_line(options.sort),
                     columns=clean_line(", ".join(table[0]))))  # fmt: skip
        return BAD_USE
    delivered = deliver(laid_out(table, options.format), options.format, options.output, force=options.force)
    return 1 if not delivered or wrong else 0


def _options(arguments: list[str], command: str) -> Options:
    parser = Parser(command, say(ABOUT[command]), f'giamsat {command} --where "year:2024" -o {command}.csv')
    parser.add_argument("--where", metavar="QUERY", default="", help=say("words and fields, as for giamsat search"))
    if command == "requests":
        parser.add_argument("--state", choices=STATES, help=say("only those of one state"))
    parser.add_argument("--sort", metavar="COLUMN", help=say("a column of the table; numbers and days fall"))
    parser.add_format(*FORMATS)
    parser.add_output()
    parser.add_library()
    options = parser.parse_args(arguments)
    ending = Path(options.output).suffix.lower().removeprefix(".") if options.output else ""
    options.format = options.format or (ending if ending in FORMATS else "text")
    return options


def _added(section: Section) -> Mapping[str, list[Kept]]:
    """Return what the user has added to requests, by article; of other things nothing is told in a table."""
    found: defaultdict[str, list[Kept]] = defaultdict(list)
    if section == "requests":
        user = UserData.open()
        try:
            for one in user.kept(section="requests"):
                found[one.anchor.article_key].append(one)
        except UserDataError as error:
            complain(clean_line(str(error)))
        finally:
            user.close()
    return found


def _rows(
    library: Library, seen: Overview, corpus: Corpus, hits: Sequence[Hit], *, section: Section, options: Options
) -> list[Row]:
    """Return the rows of a table, in the order of the hits."""
    if section == "sessions":
        return list(rows.sessions(library, seen, hits))
    if section == "people":
        if not options.where:
            return ordered(list(rows.people(library, seen, seen.people, None)), "name")
        inside = search(options.where, corpus, sections=["sessions"], limit=EVERYTHING).hits("sessions")
        articles = {hit.article_key for hit in inside}
        return list(rows.people(library, seen, rows.found_people(seen, hits), articles))
    state = options.state if section == "requests" else None
    return [row for row in _items(library, seen, hits, _added(section)) if not state or row["state"] == state]


def _items(library: Library, seen: Overview, hits: Sequence[Hit], kept: Mapping[str, list[Kept]]) -> Iterator[Row]:
    """Yield a row a figure or request; an article is read once for all of its rows."""
    document: Document | None = None
    for hit in hits:
        if document is None or document.article_key != hit.article_key:
            document = library.document(hit.article_key)
            added = Added(document, kept.get(hit.article_key, ()))
        if document.record is not None:
            for row in _item(document.record, hit, seen, added):
                yield rows.placed(row, document, hit)


def _item(record: Record, hit: Hit, seen: Overview, added: Added) -> Iterator[Row]:
    """Yield the row of the figure or request that was found."""
    if hit.section == "figures":
        yield from (rows.figure(record, one, hit, seen) for one in record.figures if one.id == hit.item_id)
    else:
        kept = added.at("requests", hit.start, hit.end)
        yield from (rows.request(record, one, hit, kept) for one in record.requests if one.id == hit.item_id)
