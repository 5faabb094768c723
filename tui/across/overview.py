"""Some articles seen together: their sessions, people and figures, as what was decided about them has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from tui.across.account import Account
from tui.across.appearance import Appearance, block
from tui.across.asked import Asked
from tui.across.comparison import Counted, Told, compare_figures, compare_people, contradictions
from tui.across.decided import Decision, Settled, settle
from tui.across.events import Event, events, numbered
from tui.across.identity import people
from tui.across.measure import Measure
from tui.across.parts import Parts
from tui.across.person import Person, person
from tui.across.references import (
    ArticleReference,
    Articles,
    Figures,
    People,
    PersonReference,
    SeriesReference,
)
from tui.across.series import Series, outliers, series
from tui.across.suggestions import Suggestion, suggestions


class Verdicts(Struct, frozen=True, kw_only=True):
    """What people decided about a library, in the order in which it counts."""

    people: Sequence[Decision[PersonReference]] = ()
    events: Sequence[Decision[ArticleReference]] = ()
    series: Sequence[Decision[SeriesReference]] = ()


class Comparison(Struct, frozen=True, kw_only=True):
    """The articles of one session side by side."""

    people: Sequence[Told]
    figures: Sequence[Counted]


class Overview:
    """What holds across some articles. Each thing is worked out when it is first asked for, and kept.

    It holds all parts in memory (some 5 MB for 1,000 articles); of a large library it is made for a selection.
    """

    def __init__(self, parts: Iterable[Parts], verdicts: Verdicts | None = None) -> None:
        """Take the parts of the articles, each once, and what was decided."""
        self.parts: Mapping[str, Parts] = {one.article_key: one for one in parts}
        self._verdicts = verdicts or Verdicts()

    @cached_property
    def accounts(self) -> Sequence[Account]:
        """What the articles say of their sessions."""
        return [one.account for one in self.parts.values()]

    @cached_property
    def appearances(self) -> Sequence[Appearance]:
        """The people of each article."""
        return [each for one in self.parts.values() for each in one.appearances]

    @cached_property
    def measures(self) -> Sequence[Measure]:
        """The figures of each article."""
        return [each for one in self.parts.values() for each in one.measures]

    @cached_property
    def measure_of(self) -> Mapping[str, Measure]:
        """The figures by their keys."""
        return {one.key: one for one in self.measures}

    @cached_property
    def asked(self) -> Sequence[Asked]:
        """The requests of each article."""
        return [each for one in self.parts.values() for each in one.asked]

    @cached_property
    def asked_of(self) -> Mapping[str, Asked]:
        """The requests by their keys."""
        return {one.key: one for one in self.asked}

    @cached_property
    def about_events(self) -> Settled[str, ArticleReference]:
        """What the decisions about sessions come to, by keys of articles."""
        return settle(self._verdicts.events, Articles(self.accounts).find)

    @cached_property
    def about_people(self) -> Settled[str, PersonReference]:
        """What the decisions about people come to, by keys of appearances."""
        return settle(self._verdicts.people, People(self.appearances).find)

    @cached_property
    def about_series(self) -> Settled[str, SeriesReference]:
        """What the decisions about figures come to, by keys of series and measures."""
        return settle(self._verdicts.series, Figures(self.measures).find)

    @cached_property
    def events(self) -> Sequence[Event]:
        """The sessions, in the order of their days."""
        return events(self.accounts, self.about_events)

    @cached_property
    def event_of(self) -> Mapping[str, Event]:
        """The session of each article, by the article's key."""
        return {article: event for event in self.events for article in event.articles}

    @cached_property
    def people(self) -> Sequence[Person]:
        """The people, in the order of their first session."""
        return people(self.appearances, numbered(self.events), self.about_people)

    @cached_property
    def person_of(self) -> Mapping[str, Person]:
        """The person of each appearance, by the appearance's key."""
        return {each.key: one for one in self.people for each in one.appearances}

    @cached_property
    def series(self) -> Sequence[Series]:
        """Figures that can be compared, the series with most figures first."""
        return series(self.measures, self.about_series)

    @cached_property
    def series_of(self) -> Mapping[str, Series]:
        """The series of each figure that is in one, by the measure's key."""
        return {each.key: one for one in self.series for each in one.measures}

    @cached_property
    def outliers(self) -> frozenset[str]:
        """The keys of the figures that lie far from the others of their series."""
        return frozenset(key for one in self.series for key in outliers(one))

    @cached_property
    def contradictions(self) -> Sequence[tuple[Measure, Measure]]:
        """Pairs of figures of which two articles about one session say different numbers."""
        return contradictions(self.measures, numbered(self.events))

    @cached_property
    def contradicted(self) -> frozenset[str]:
        """The keys of the figures that another article about the session contradicts."""
        return frozenset(each.key for pair in self.contradictions for each in pair)

    @cached_property
    def suggestions(self) -> Mapping[str, Sequence[Suggestion]]:
        """Who may be the same as a person, by the person's key; those alone whom somebody should be asked about."""
        blocks: dict[str, list[Person]] = defaultdict(list)
        for one in self.people:
            for name in {block(name) for name in (one.name, *one.other_names)}:
                blocks[name].append(one)
        made = {each for group in blocks.values() for each in suggestions(group, self.about_people)}
        found: dict[str, list[Suggestion]] = defaultdict(list)
        for pair in sorted(made, key=lambda pair: (-pair.strength, pair.one, pair.other)):
            found[pair.one].append(pair)
            found[pair.other].append(pair)
        return found

    def within(self, one: Person, articles: Collection[str]) -> Person | None:
        """Return a person as some articles alone have them, or None where they are in none of these."""
        kept = [each for each in one.appearances if each.article_key in articles]
        return person(kept, numbered(self.events)) if kept else None

    def compare(self, event: Event) -> Comparison:
        """Return what the articles of a session say, side by side; one that is gone meanwhile says nothing."""
        articles = [key for key in event.articles if key in self.parts]
        told = [self.parts[key] for key in articles]
        return Comparison(
            people=compare_people([each for one in told for each in one.appearances], articles, self.about_people),
            figures=compare_figures([each for one in told for each in one.measures], articles),
        )
