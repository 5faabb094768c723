"""The people of all sessions: a table, and a page of each, from which one goes to the places in the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.across.references import person_reference
from tui.library import Library, find
from tui.library.entry import Problem
from tui.library.userdata import UserData
from tui.messages import N_, say, say_many
from tui.screens.exporting import ExportingTable
from tui.screens.table_state import Answer, Asked, Detail, Opened, Order, TableState
from tui.tables.people import Found, Namesakes, People, Quoted
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import NOTHING, shorten
from tui.widgets.people_cells import COLUMNS, PeopleCells
from tui.widgets.person_page import PersonPage
from tui.widgets.rows import NoRows
from tui.widgets.table_rows import TableRows

if TYPE_CHECKING:
    from tui.across.appearance import Appearance
    from tui.across.decided import Verdict
    from tui.across.person import Person
    from tui.export.rows import Row
    from tui.library.index.tables import Presence
    from tui.library.userdata import Mark
    from tui.screens.marks import Pointed
    from tui.search import Corpus

FIRST = 100
"""Rows that are shown before all are known."""
_LABEL = 40
_STEP = 12
"""Articles that are read before a page shows what stands in them."""


class PeopleScreen(ExportingTable):
    """Shows people, joins those that are one, and parts those that are not."""

    CALLED = N_("People")
    HINT = N_("a name, a role, a place; year:2023 counts that year alone")
    COLUMNS = COLUMNS
    ORDERS = (
        Order("name", N_("Name")),
        Order("sessions", N_("Attended"), falls=True),
        Order("chaired", N_("Chaired"), falls=True),
        Order("last", N_("Last"), falls=True),
        Order("first", N_("First")),
        Order("place", N_("Place")),
        Order("role", N_("Latest role")),
    )

    def __init__(self, library: Library, user: UserData, state: TableState, corpus: Callable[[], Corpus]) -> None:
        """Take the library, the user's data, what was shown last, and what gives what is searched."""
        super().__init__(library, user, state)
        self._people = People(library, corpus)
        self._whole: tuple[object, int] = (None, 0)
        self._marked: dict[Mark, str] = {}
        self._presence: Mapping[int, Presence] | None = None

    # The table

    def answers(self, asked: Asked) -> Iterator[Answer]:
        """Yield the first people, then all; they are counted in the sessions that the filter lets through."""
        listed = partial(self._people.found, asked.words, asked.by, falls=asked.falls)
        begun = listed(limit=FIRST)
        self._presence = begun.presence
        cells = PeopleCells(begun.numbers, partial(self._people.rows, presence=begun.presence))
        if len(begun.numbers) < FIRST:
            yield Answer(cells, self._total(), self._warning(begun.note))
            return
        if not self._sought or cells.place(self._sought) >= 0:
            yield Answer(cells, 0, begun.note, whole=False)
        found = listed()
        self._presence = found.presence
        cells = PeopleCells(found.numbers, partial(self._people.rows, presence=found.presence))
        yield Answer(cells, self._total(), self._warning(found.note))

    def _total(self) -> int:
        changes = self.library.index.changes()
        if self._whole[0] != changes:
            self._whole = changes, self._people.count()
        return self._whole[1]

    def _warning(self, note: Clean) -> Clean:
        """Return what could not be understood, else which decisions don't hold."""
        return note or problems_told(self._people.problems())

    def nothing(self, asked: Asked) -> Sequence[Clean]:
        """Return what to say where there is nobody."""
        if asked.words.strip():
            return super().nothing(asked)
        return (say("Nobody is named in the articles of this library, or they are still being read."),)

    # A person's page

    def detailed(self, row: str) -> Iterator[Detail]:
        """Yield a person's page: roles and sessions at once, then namesakes, then what stands in the articles."""
        person = self._people.person(int(row))
        if person is None:
            yield Detail(say("Details"), NoRows(say("This person is not in the library any more.")))
            return
        entries = self._people.entries(person)
        quoted: list[Quoted] = []
        yield self._page(person, PersonPage(person, entries, Namesakes(), quoted, whole=False))
        namesakes = self._people.namesakes(int(row))
        for nth, one in enumerate(reversed(person.appearances), start=1):
            quoted += self._people.said(one)
            if nth % _STEP == 0:
                yield self._page(person, PersonPage(person, entries, namesakes, tuple(quoted), whole=False))
        yield self._page(person, PersonPage(person, entries, namesakes, tuple(quoted), whole=True))

    @staticmethod
    def _page(person: Person, rows: PersonPage) -> Detail:
        return Detail(clean_line(person.name), rows)

    @property
    def page(self) -> PersonPage | None:
        """The page that is shown."""
        rows = self.details.rows
        return rows if isinstance(rows, PersonPage) else None

    def chosen_in_detail(self, row: str) -> None:
        """Go to the place of a session, or of what was said, or to another person."""
        sort, _, which = row.partition(":")
        place = self._place(row)
        if place:
            self.leave(place)
        elif sort in ("may", "not", "also"):
            self._go_to(which)

    def _place(self, row: str) -> Opened | None:
        page, (sort, _, which) = self.page, row.partition(":")
        if page is None:
            return None
        if sort == "at":
            item = page.quoted[int(which)].item
            return Opened(item.article_key, *item.span)
        one = self._seen_at(page.person, sort, which)
        return Opened(one.article_key, *one.span) if one else None

    def _seen_at(self, person: Person, sort: str, which: str) -> Appearance | None:
        """Return the appearance that a row of the page stands for: the last one of a role, or of the person."""
        if sort == "in":
            return self._appearance(which)
        last_first = reversed(person.appearances)
        if sort == "who":
            return next(last_first)
        if sort == "role":
            wanted = person.roles[int(which)].post.identity
            return next((one for one in last_first if wanted in {post.identity for post in one.posts}), None)
        return None

    def _appearance(self, article_key: str) -> Appearance | None:
        appearances = self.page.person.appearances if self.page else ()
        return next((one for one in appearances if one.article_key == article_key), None)

    def _go_to(self, row: str) -> None:
        """Show another person; where the filter hides them, it is taken away."""
        if self.table.go(row):
            self.ask_detail()
        else:
            self._sought = row
            self.line.value = ""
        self.go("details")

    def do_next_section(self, times: int) -> None:
        """Go to the next section of the page."""
        if self.page is not None:
            self.details.go(self.page.section(self.details.current, times))

    def do_previous_section(self, times: int) -> None:
        """Go to the section before."""
        self.do_next_section(-times)

    # Marks

    def pointed_in_table(self, row: str) -> Pointed | None:
        """Return a person as the last article has them."""
        person = self._people.person(int(row))
        return self._pointed(person.appearances[-1]) if person else None

    def pointed_in_detail(self, row: str) -> Pointed | None:
        """Return a person as an article has them, or what was said or asked."""
        from tui.export.item import resolve  # noqa: PLC0415 - not needed before something is pointed at
        from tui.screens.marks import Pointed  # noqa: PLC0415 - the same

        place = self._place(row)
        if place is None:
            return None
        if not row.startswith("at:"):
            one = self._appearance(place.article_key)
            return self._pointed(one) if one else None
        document = self._people.document(place.article_key)
        quoted = self.page.quoted[int(row.removeprefix("at:"))] if self.page else None
        if document is None or quoted is None:
            return None
        section = "requests" if "asked" in quoted.item.kind else "passages"
        item = resolve(section, document, place.start, place.end)  # type: ignore[arg-type]
        return Pointed(item, clean_line(quoted.words)) if item else None

    def _pointed(self, one: Appearance) -> Pointed | None:
        from tui.export.item import person  # noqa: PLC0415 - not needed before something is pointed at
        from tui.screens.marks import Pointed  # noqa: PLC0415 - the same

        document = self._people.document(one.article_key)
        people = document.record.people if document and document.record else ()
        part = next((each for each in people if each.id == one.person_id), None)
        return Pointed(person(document, part), clean_line(part.name)) if document and part else None

    def marked_rows(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return who is marked, and which sessions of the page they are marked in."""
        marks = [mark for mark in self.user.marks() if mark.anchor.section == "people"]
        numbers = {self._number_of(mark) for mark in marks} - {""}
        articles = {f"in:{mark.anchor.article_key}" for mark in marks if self._number_of(mark) == self.table.current}
        return frozenset(numbers), frozenset(articles)

    def _number_of(self, mark: Mark) -> str:
        """Return the row of whom a mark is on; empty where there is nobody any more."""
        if mark not in self._marked:
            document = self._people.document(mark.anchor.article_key)
            place = find(mark.anchor, document.text) if document else None
            self._marked[mark] = self._people.number_at(document, *place) if document and place else ""
        return self._marked[mark]

    def table_out(self) -> tuple[int, Callable[[], Sequence[Row]]]:
        """Return the people who are shown."""
        rows = self.table.rows
        cells = rows.told if isinstance(rows, TableRows) else None
        if not isinstance(cells, PeopleCells):
            return 0, lambda: []
        found = Found(cells.ids.numbers, self._presence, NOTHING)
        return len(found.numbers), lambda: [*self._people.exported(found)]

    # Decisions

    def do_join(self, times: int) -> None:
        """Join the person with the one that is pointed at, or all whom one has marked."""
        self._decide("one")

    def do_part(self, times: int) -> None:
        """Keep two apart: the person and the one that is pointed at, or take one session out of the person."""
        self._decide("apart")

    def _decide(self, verdict: Verdict) -> None:
        sort, _, which = self.details.current.partition(":")
        if not self.state.in_detail:
            self._decide_marked(verdict)
        elif sort in ("may", "not", "also"):
            self._decided(verdict, [self.table.current, which])
        elif sort == "in" and verdict == "apart":
            self._take_out(which)
        else:
            self.notice(say("Go to somebody below “Perhaps the same person”, or mark people in the table"))

    def _decide_marked(self, verdict: Verdict) -> None:
        """Ask whether all who are marked are one, or not; without marks show whom somebody may be."""
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - not needed before one decides
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - the same

        rows = sorted(self.marked_rows()[0], key=int)
        if len(rows) < 2:
            self._show_likely()
            return
        people = [person for row in rows if (person := self._people.person(int(row)))]
        names = [shorten(clean_line(one.name), _LABEL) for one in people]
        notes = [Clean(f"{name} · {self._role(one)}") for name, one in zip(names, people, strict=True)]
        yes = say("They are one person") if verdict == "one" else say("They are different people")

        def answer(key: str) -> None:
            if key == "yes":
                self._decided(verdict, rows)

        choices = [Choice("yes", yes), Choice("no", say("Leave it as it is"))]
        self.app.push_screen(QuestionScreen(Question(say("Decide"), answer, choices, None, notes)))

    def _show_likely(self) -> None:
        """Go to whom the person may be, to decide about that; or say how else one decides."""
        first = next((row for row in self.details.rows.ids if row.startswith("may:")), "")
        if first:
            self.details.go(first)
            self.go("details")
            self.notice(say("= joins these two, ! keeps them apart"))
        else:
            self.notice(say("Mark two people with the space bar; then = joins them, and ! keeps them apart"))

    @staticmethod
    def _role(person: Person) -> Clean:
        return Clean("; ".join(clean_line(held.label) for held in person.now)) or say("no role is known")

    def _take_out(self, article_key: str) -> None:
        """Decide that in one session it is somebody else."""
        person, one = self.page.person if self.page else None, self._appearance(article_key)
        rest = [each for each in person.appearances if each != one] if person else []
        if one is None or not rest:
            self.notice(say("This is the person's only session"))
            return
        self.keep_decision("people", "apart", [person_reference(rest[0]), person_reference(one)], clean_line(one.name))

    def _decided(self, verdict: Verdict, rows: Sequence[str]) -> None:
        people = [person for row in rows if (person := self._people.person(int(row)))]
        things = [person_reference(one.appearances[-1]) for one in people]
        self.keep_decision(
            "people", verdict, things, Clean(", ".join(dict.fromkeys(clean_line(one.name) for one in people)))
        )

    def decided(self) -> None:
        """Show who is one person now."""
        self._marked.clear()
        self.ask()


def problems_told(found: Sequence[Problem]) -> Clean:
    """Return in one line which decisions don't hold, and why; nothing where all do."""
    if not found:
        return NOTHING
    first = found[0]
    where = clean_line(f"{first.path}:{first.line}" if first.line else first.path)
    more = say_many(" (and {count} more: giamsat check)", " (and {count} more: giamsat check)", len(found) - 1)
    return Clean(f"{where} {clean_line(first.reason)}{more if len(found) > 1 else NOTHING}")
