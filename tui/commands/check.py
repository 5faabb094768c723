"""``giamsat check``: what could not be used, what was inferred, and what the arithmetic of the figures shows."""

from __future__ import annotations

from collections.abc import Iterator

from tui.across.measure import Measure
from tui.commands.arguments import Options, Parser
from tui.commands.opening import CannotOpenError, opened, problem_line
from tui.commands.output import complain, write
from tui.library import Document, Library, LibraryError
from tui.library.advice import rule_said
from tui.library.overview import overview, problems
from tui.messages import N_, say
from tui.model import Record
from tui.naming import Names
from tui.text.clean import Clean, clean_line

_KINDS = {
    "people": N_("person"),
    "groups": N_("group"),
    "periods": N_("period"),
    "figures": N_("figure"),
    "statements": N_("statement"),
    "requests": N_("request"),
    "promises": N_("promise"),
}


def main(arguments: list[str], command: str) -> int:
    """Print a line for each thing that a person should look at."""
    options = _options(arguments, command)
    try:
        library = opened(options.library)
    except CannotOpenError:
        return 1
    wrong = False
    for problem in library.problems():
        wrong |= not problem.notice
        write(problem_line(problem))
    for entry in library.entries():
        try:
            document = library.document(entry.article_key)
        except LibraryError as error:
            complain(clean_line(str(error)))
            wrong = True
            continue
        if document.record is not None:
            for line in _failed(document, document.record):
                write(line)
                wrong = True
            if not options.figures:
                for line in _inferred(document, document.record):
                    write(line)
    seen = overview(library)
    for problem in problems(library, seen):
        wrong |= not problem.notice
        write(problem_line(problem))
    for pair in seen.contradictions:
        write(_contradiction(library, *pair))
        wrong = True
    library.close()
    return 1 if wrong else 0


def _options(arguments: list[str], command: str) -> Options:
    about = say("List what could not be used, what was inferred, and what the arithmetic of the figures shows.")
    parser = Parser(command, about, "giamsat check -l ~/articles")
    parser.add_argument("--figures", action="store_true", help=say("leave out what was inferred"))
    parser.add_library()
    return parser.parse_args(arguments)


def _failed(document: Document, record: Record) -> Iterator[Clean]:
    """Yield the checks that failed, with the figures as the article has them."""
    places = {figure.id: figure.selector for figure in record.figures}
    for check in record.checks:
        if check.result == "failed":
            known = [places[key] for key in check.figures if key in places]
            words = clean_line(", ".join(place.exact for place in known))
            where = f"{document.path}#{known[0].start}-{known[0].end}" if known else document.path
            said = say("does not agree: {figures} ({rule})", figures=words, rule=rule_said(check.rule))
            yield Clean(f"{clean_line(where)}: {said}")


def _contradiction(library: Library, one: Measure, other: Measure) -> Clean:
    """Return a line about two figures of one session, each with its place."""
    paths = {entry.article_key: entry.path for entry in library.entries()}
    where, there = (
        clean_line(f"{paths.get(each.article_key, '')}#{each.span[0]}-{each.span[1]}") for each in (one, other)
    )
    said = say(
        "{written} here, {other} in another article about the session ({place})",
        written=clean_line(one.written),
        other=clean_line(other.written),
        place=there,
    )
    return Clean(f"{where}: {said}")


def _inferred(document: Document, record: Record) -> Iterator[Clean]:
    """Yield the items that no words of the article say outright, each once, in the order of the text.

    They are speakers carried over, sides, and guesses of rules.
    """
    names = Names(record)
    found: list[tuple[int, int, Clean]] = []
    said = [(one.speaker_id, one.selector, one.attribution) for one in record.statements]
    said += [(one.requester_id, one.action, one.attribution) for one in record.requests]
    for who, place, attribution in said:
        if attribution != "explicit":
            speaker = clean_line(names.of(who) or "?")
            found.append((place.start, place.end, say("inferred speaker: {speaker}", speaker=speaker)))
    told = {(start, end) for start, end, _ in found}
    for kind, name in _KINDS.items():
        for item in getattr(record, kind):
            start, end = _place(item)
            if item.found is not None and item.found.how == "inferred" and (start, end) not in told:
                rule = clean_line(item.found.rule)
                found.append((start, end, say("inferred {kind} ({rule})", kind=say(name), rule=rule)))
    for start, end, words in sorted(found):
        yield _line(document, start, end, words)


def _place(item: object) -> tuple[int, int]:
    place = getattr(item, "selector", None) or getattr(item, "action", None)
    mentions = getattr(item, "mentions", None)
    if place is None and mentions:
        place = mentions[0].selector
    return (place.start, place.end) if place is not None else (0, 0)


def _line(document: Document, start: int, end: int, said: Clean) -> Clean:
    words = clean_line(document.text[start:end])
    brief = words if len(words) <= 80 else Clean(words[:79] + "…")
    return Clean(f"{clean_line(document.path)}#{start}-{end}: {said}: “{brief}”")
