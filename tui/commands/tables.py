"""``giamsat sessions|people|figures|requests``: what a library holds, as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from tui.commands.arguments import Options, Parser
from tui.commands.layout import FORMATS, Row, laid_out
from tui.commands.mine import corpus_of
from tui.commands.opening import CannotOpenError, opened, problems_said
from tui.commands.output import complain, deliver
from tui.library import Document, Entry, Library
from tui.library.userdata import STATES, Kept, UserData, UserDataError
from tui.library.userdata.added import Added
from tui.messages import N_, say
from tui.model import Figure, Person, Record, Request
from tui.naming import Names
from tui.search import Hit, search
from tui.sections import Section
from tui.text.clean import clean_line

ABOUT = {
    "sessions": N_("List the sessions of a library, newest first."),
    "people": N_("List the people of a library; who stands in several articles, once."),
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
    results = search(options.where, corpus_of(library), sections=[section], limit=EVERYTHING, browse=True)
    if results.note:
        complain(clean_line(results.note))
    rows = list(_rows(library, results.hits(section), _added(section)))
    if section == "requests" and options.state:
        rows = [row for row in rows if row.get("state") == options.state]
    library.close()
    if not rows:
        complain(say("Nothing found"))
        return 1
    delivered = deliver(laid_out(rows, options.format), options.format, options.output, force=options.force)
    return 1 if not delivered or wrong else 0


def _options(arguments: list[str], command: str) -> Options:
    parser = Parser(command, say(ABOUT[command]), f'giamsat {command} --where "year:2024" -o {command}.csv')
    parser.add_argument("--where", metavar="QUERY", default="", help=say("words and fields, as for giamsat search"))
    if command == "requests":
        parser.add_argument("--state", choices=STATES, help=say("only those of one state"))
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


def _rows(library: Library, hits: Sequence[Hit], kept: Mapping[str, list[Kept]]) -> Iterator[Row]:
    """Yield a row a hit; an article is read once for all of its rows."""
    documents: dict[str, Document] = {}
    for hit in hits:
        if hit.article_key not in documents:
            documents.clear()
            documents[hit.article_key] = library.document(hit.article_key)
            added = Added(documents[hit.article_key], kept.get(hit.article_key, ()))
        document = documents[hit.article_key]
        record = document.record
        row = _session(document.entry) if record is None or hit.section == "sessions" else _item(record, hit)
        place: Row = {
            "path": document.path, "start": hit.start, "end": hit.end, "article_key": document.article_key
        }  # fmt: skip
        if hit.section == "requests":
            row = {**row, **_work(added.at("requests", hit.start, hit.end))}
        yield {**row, **place}


def _work(kept: Kept | None) -> Row:
    """Return what the user says of a request."""
    notes = "; ".join(note.text for note in kept.notes) if kept else ""
    return {"state": kept.state if kept else "open", "due": kept.due if kept else None, "notes": notes}


def _session(entry: Entry) -> Row:
    names = ("date", "place", "theme", "headline", "organizer", "chair", "published", "publisher")
    counts = ("people", "groups", "figures", "requests")
    return {name: getattr(entry, name) for name in (*names, *counts)}


def _item(record: Record, hit: Hit) -> Row:
    where: Row = {"date": hit.date, "place": hit.place}
    for parts in (record.people, record.figures, record.requests):
        for part in parts:
            if part.id == hit.item_id:
                if isinstance(part, Person):
                    return {**_person(part, hit), **where}
                if isinstance(part, Figure):
                    return {**_figure(record, part, hit), **where}
                return {**_request(record, part, hit), **where}
    return where


def _person(person: Person, hit: Hit) -> Row:
    roles = "; ".join(membership.label_norm for membership in person.memberships)
    chair = "yes" if person.is_chair else ""
    return {"name": person.name, "role": roles, "side": person.side, "chair": chair, "sessions": hit.sessions}


def _figure(record: Record, figure: Figure, hit: Hit) -> Row:
    period = next((one for one in record.periods if one.id == figure.period_id), None)
    failed = any(figure.id in check.figures and check.result == "failed" for check in record.checks)
    return {
        "written": hit.title,
        "value": figure.value,
        "unit": figure.unit,
        "kind": figure.kind,
        "subject": figure.subject,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "speaker": Names(record).of(figure.speaker_id),
        "check": "failed" if failed else None,
    }


def _request(record: Record, request: Request, hit: Hit) -> Row:
    names = Names(record)
    addressees = [name for key in request.addressee_ids if (name := names.of(key))]
    if not addressees and request.addressee_selector is not None:
        addressees = [request.addressee_selector.exact]
    return {
        "requester": names.of(request.requester_id),
        "attribution": request.attribution,
        "addressees": "; ".join(addressees),
        "kind": request.kind,
        "action": hit.title,
    }
