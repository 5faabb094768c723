"""``giamsat search``: queries from the command line or, a line each, from the standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator

import msgspec

from tui.commands.arguments import Options, Parser, positive
from tui.commands.mine import corpus_of
from tui.commands.opening import CannotOpenError, opened, problems_said
from tui.commands.output import complain, write
from tui.messages import N_, say
from tui.search import Hit, Results, search
from tui.search.fields import field_name
from tui.sections import SECTIONS, Section
from tui.text.clean import Clean, clean_line
from tui.text.escapes import escape

LIMIT = 20
"""Hits a section, unless told otherwise."""
TITLES: dict[Section, str] = {
    "sessions": N_("Sessions"),
    "people": N_("People"),
    "figures": N_("Figures"),
    "requests": N_("Requests"),
    "passages": N_("Passages"),
}


def main(arguments: list[str], command: str) -> int:
    """Search and print what is found."""
    options = _options(arguments, command)
    try:
        library = opened(options.library)
    except CannotOpenError:
        return 1
    wrong = problems_said(library)
    corpus = corpus_of(library)
    found = False
    for query in _queries(options.query):
        results = search(query, corpus, limit=options.limit, sections=options.sections or SECTIONS)
        found = found or results.total > 0
        if results.note:
            complain(clean_line(results.note))
        for line in _jsonl(results) if options.format == "jsonl" else _text(results):
            write(line)
    library.close()
    return 0 if found and not wrong else 1


def _options(arguments: list[str], command: str) -> Options:
    parser = Parser(command, say("Search a library."), 'giamsat search "pham qui tien"')
    parser.add_argument("query", nargs="+", metavar="QUERY", help=say("words and fields; - reads a query a line"))
    parser.add_argument(
        "--in", dest="sections", action="append", choices=SECTIONS, metavar="SECTION",
        help=say("one section only: {sections}; may be given several times", sections=Clean(", ".join(SECTIONS))),
    )  # fmt: skip
    parser.add_argument(
        "--limit",
        type=positive,
        default=LIMIT,
        metavar="N",
        help=say("most hits a section; default: {count}", count=LIMIT),
    )
    parser.add_format("text", "jsonl")
    parser.add_library()
    return parser.parse_args(arguments)


def _queries(words: list[str]) -> Iterable[str]:
    if words == ["-"]:
        return (line.strip() for line in sys.stdin if line.strip())
    return [" ".join(words)]


def _text(results: Results) -> Iterator[Clean]:
    """Yield a line a hit under its section: what was found, then where, and why."""
    for found in results.sections:
        yield say("{section} ({count})", section=say(TITLES[found.section]), count=found.total)
        for hit in found.hits:
            yield Clean(f"  {hit.title}")
            where = [hit.detail, clean_line(hit.date or ""), clean_line(hit.place or "")]
            place = clean_line(f"{hit.path}#{hit.start}-{hit.end}")
            yield Clean(
                "    " + " · ".join(filter(None, [*where, place, say("in: {field}", field=field_name(hit.field))]))
            )
    if not results.sections:
        yield say("Nothing found for {query}", query=clean_line(results.query))


def _jsonl(results: Results) -> Iterator[Clean]:
    """Yield a line a hit in the order of ranks, or one that says that there is none."""
    if not results.sections:
        yield _json({"query": results.query, "hits": 0})
    for found in results.sections:
        for hit in found.hits:
            yield _json(_fields(results.query, hit))


def _fields(query: str, hit: Hit) -> dict[str, object]:
    names = (
        "rank", "section", "article_key", "path", "headline", "date", "place", "score", "field", "exact", "title",
        "detail", "item_id", "sessions",
    )  # fmt: skip
    matches = [msgspec.to_builtins(match) for match in hit.matches]
    return {"query": query} | {name: getattr(hit, name) for name in names} | {"matches": matches}


def _json(value: dict[str, object]) -> Clean:
    text = json.dumps(value, ensure_ascii=False)
    return Clean(escape(text, lambda character: json.dumps(character)[1:-1]))
