"""``giamsat sessions|people|figures|requests``: what a library holds, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from tui.across.overview import Overview
from tui.commands.arguments import BAD_USE, Options, Parser
from tui.commands.mine import corpus_of, user_data
from tui.commands.opening import CannotOpenError, opened, problems_said
from tui.commands.output import complain, deliver
from tui.export import NoWordError
from tui.export.rows import FORMATS, Row, packed_rows
from tui.library import Library
from tui.library.overview import overview
from tui.library.userdata import STATES, Kept, UserDataError
from tui.messages import N_, say
from tui.search import search
from tui.sections import Section
from tui.tables import rows
from tui.tables.figures import FigureTable
from tui.tables.kept import kept_of
from tui.tables.people import People
from tui.tables.requests import RequestTable
from tui.tables.sorting import ordered
from tui.text.clean import clean_line

ABOUT = {
    "sessions": N_("List the sessions of a library, newest first; what several articles report, once."),
    "people": N_(
        "List the people of a library, each once, with the sessions they were in; with a QUERY, those of its sessions."
    ),
    "figures": N_("List the figures of a library."),
    "requests": N_("List the requests of a library."),
}
TITLES = {
    "sessions": N_("Sessions"),
    "people": N_("People"),
    "figures": N_("Figures"),
    "requests": N_("Requests"),
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
    found = _listed(library, section, options)
    table = ordered(found, options.sort) if options.sort else found
    library.close()
    if not table:
        complain(say("Nothing found"))
        return 1
    if options.sort and options.sort not in table[0]:
        complain(say("There is no column {column}; there are {columns}", column=clean_line(options.sort),
                     columns=clean_line(", ".join(table[0]))))  # fmt: skip
        return BAD_USE
    try:
        content = packed_rows(table, options.format, say(TITLES[section]))
    except NoWordError as error:
        complain(clean_line(str(error)))
        return 1
    delivered = deliver(content, options.format, options.output, force=options.force)
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
    options.format = parser.format_of(options)
    return options


def _listed(library: Library, section: Section, options: Options) -> list[Row]:
    """Return the rows of a table, as the screens list them; sessions in the order of a search."""
    if section == "people":
        return _people(library, options.where)
    seen = overview(library)
    if section == "sessions":
        return _sessions(library, seen, options.where)
    entries = {entry.article_key: entry for entry in library.entries()}
    table: FigureTable | RequestTable
    if section == "figures":
        table = FigureTable(seen, entries, {})
    else:
        table = RequestTable(seen.asked, entries, _kept(library), date.today())
    shown = table.listed(options.where, "date", falls=True)
    if shown.note:
        complain(shown.note)
    state = options.state if section == "requests" else None
    return [row for row in map(table.row, shown.ids) if not state or row["state"] == state]


def _sessions(library: Library, seen: Overview, query: str) -> list[Row]:
    """Return the rows of the sessions that a search finds."""
    results = search(query, corpus_of(library), sections=["sessions"], limit=EVERYTHING, browse=True)
    if results.note:
        complain(clean_line(results.note))
    return list(rows.sessions(library, seen, results.hits("sessions")))


def _people(library: Library, query: str) -> list[Row]:
    """Return the rows of the people that a query lets through, by name, counted in the sessions that it is about."""
    corpus = corpus_of(library)
    people = People(library, lambda: corpus)
    found = people.found(query, "name", falls=False, typing=False)
    if found.note:
        complain(found.note)
    return list(people.exported(found))


def _kept(library: Library) -> Mapping[str, Kept]:
    """Return what the user has added to requests."""
    user = user_data(library)
    try:
        return kept_of(library, user, "requests")
    except UserDataError as error:
        complain(clean_line(str(error)))
        return {}
    finally:
        user.close()
