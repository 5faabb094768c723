"""The way in: a query and a corpus give results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from tui.search.corpus import Corpus
from tui.search.facets import facets
from tui.search.hits import Hits
from tui.search.impossible import why_impossible
from tui.search.looking import Looking
from tui.search.nearest import nearest
from tui.search.query import Query, parse
from tui.search.results import Found, Results
from tui.sections import SECTIONS, Section

FEW = 50
"""Hits up to which one looks at results, and the likeliest will do; who wants more of a section wants all."""


def search(
    query: str,
    corpus: Corpus,
    *,
    limit: int = 20,
    sections: Sequence[Section] = SECTIONS,
    typing: bool = False,
    browse: bool = False,
) -> Results:
    """Return the best hits of each section, the section with the best hit first; never raises for any query.

    Args:
        query: Words and fields in the query language.
        corpus: What to look through.
        limit: Most hits a section.
        sections: The sections that are wanted.
        typing: The last word may be unfinished.
        browse: An empty query asks for everything, newest first.

    """
    *_, last = search_as_ready(query, corpus, limit=limit, sections=sections, typing=typing, browse=browse)
    return last


def search_as_ready(
    query: str,
    corpus: Corpus,
    *,
    limit: int = 20,
    sections: Sequence[Section] = SECTIONS,
    typing: bool = False,
    browse: bool = False,
    helping: bool = False,
) -> Iterator[Results]:
    """Yield the results of :func:`search` as they are ready, section by section; only the last ones are complete.

    With ``helping`` these also say what they can be narrowed by, and where nothing has all that was asked for, they
    are of a query that asks for less.
    """
    asked = parse(query)
    if asked.empty and not browse:
        yield Results(query=query, note=asked.note)
        return
    unfinished = typing and not query.endswith((" ", '"'))
    looking = Looking(asked, corpus, sections, limit if limit > FEW else 0, typing=unfinished)
    made: dict[Section, Found] = {}
    for section in looking.run():
        made[section] = _found(section, looking, limit, corpus)
        yield _results(asked, made)
    done = _results(asked, made)
    if not done.note:
        done = replace(done, note=why_impossible(looking.conditions.values()))
    if helping and not done.total:
        for less, told in nearest(asked, corpus.snapshot().vocabulary):
            looking = Looking(less, corpus, sections, 0, typing=False)
            made = {section: _found(section, looking, limit, corpus) for section in list(looking.run())}
            if any(one.hits for one in made.values()):
                done = replace(_results(asked, made), note=done.note, nearest=told)
                break
    if helping and done.total:
        yield done
        done = replace(done, facets=facets(looking, corpus))
    yield replace(done, complete=True)


def _found(section: Section, looking: Looking, limit: int, corpus: Corpus) -> Found:
    matches = looking.answers(section)
    return Found(
        section=section,
        hits=Hits(section, matches[:limit], corpus.engine),
        total=len(matches),
        more=looking.more(section),
        best=matches[0].score if matches else 0.0,
    )


def _results(asked: Query, made: Mapping[Section, Found]) -> Results:
    """Return what was found so far."""
    found = sorted((one for one in made.values() if one.hits), key=lambda one: -one.best)
    return Results(query=asked.text, sections=tuple(found), note=asked.note, complete=False)
