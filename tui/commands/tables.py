"""``giamsat sessions|people|figures|requests``: what a library holds, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast, get_args

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
from tui.tables import figure_charts, request_charts, rows
from tui.tables.figure_charts import View
from tui.tables.figures import FigureTable
from tui.tables.kept import kept_of
from tui.tables.people import People
from tui.tables.requests import RequestTable
from tui.tables.sorting import ordered
from tui.text.clean import Clean, clean_line

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
CHART_WIDTH = 80
"""Columns of a chart."""
VIEWS: tuple[View, ...] = get_args(View)
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
    if section in ("figures", "requests") and options.chart:
        return _charted(library, section, options)
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
    if command in ("figures", "requests"):
        views = VIEWS if command == "figures" else ("state",)
        parser.add_argument("--chart", choices=views, help=say("a chart of what is listed, as text, and no table"))
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
    if section == "figures":
        figures = FigureTable(seen, entries, {})
        return [figures.row(key) for key in _shown(figures, options.where)]
    requests = RequestTable(seen.asked, entries, _kept(library), date.today())
    return [requests.row(key) for key in _in_state(requests, options)]


def _shown(table: FigureTable | RequestTable, query: str) -> Sequence[str]:
    """Return the keys of what a query lets through, newest first; say what of it is not understood."""
    found = table.listed(query, "date", falls=True)
    if found.note:
        complain(found.note)
    return found.ids


def _in_state(table: RequestTable, options: Options) -> Sequence[str]:
    """Return the keys of the requests that are asked for."""
    return [key for key in _shown(table, options.where) if options.state in (None, table.state(key))]


def _charted(library: Library, section: Section, options: Options) -> int:
    """Print or write a chart: of the largest series of the figures that are asked for, or of the requests."""
    seen, entries = overview(library), {entry.article_key: entry for entry in library.entries()}
    drawn = Clean("")
    if section == "figures":
        figures = FigureTable(seen, entries, {})
        keys = _shown(figures, options.where)
        chart = figure_charts.largest(seen, keys)
        drawn = figure_charts.drawn(chart, options.chart, CHART_WIDTH) if chart else drawn
    else:
        requests = RequestTable(seen.asked, entries, _kept(library), date.today())
        asked = _in_state(requests, options)
        drawn = request_charts.drawn(requests, asked, CHART_WIDTH) if asked else drawn
    library.close()
    if not drawn:
        complain(say("Nothing found"))
        return 1
    return 0 if deliver(drawn.encode(), "text", options.output, force=options.force) else 1


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
