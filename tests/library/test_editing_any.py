"""Whatever corrections follow each other, a record stays sound and comes back from disk as it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import get_args

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.library.correctable import TEXT, record, sound
from tui.library import editing
from tui.library.corrected import take
from tui.library.corrections import problems
from tui.library.editing import KINDS, CorrectionError
from tui.library.records import data_from_yaml, from_yaml, to_yaml
from tui.library.rewriting import rewritten
from tui.model import Attribution, FigureKind, Record, Side
from tui.sources.errors import SourceError
from tui.sources.read import read_data

Draw = st.DataObject
Step = Callable[[Record, Draw], Record]

WORDS = st.sampled_from(
    ["Tẩn Lão Tả", "Lê Bá", "Hiền", "12/40", "tăng 5%", "1,2 tỷ đồng", "hộ", "", "x\x1b[31m", "Phó CT"]
)


def an_id(now: Record, draw: Draw) -> str:
    ids: list[str] = [item.id for kind in KINDS for item in getattr(now, kind)]
    return draw.draw(st.sampled_from([*ids, "nobody"]))


def a_place(draw: Draw) -> tuple[int, int]:
    start = draw.draw(st.integers(-2, len(TEXT)))
    return start, start + draw.draw(st.integers(0, 60))


STEPS: tuple[Step, ...] = (
    lambda now, draw: editing.remove(now, an_id(now, draw)),
    lambda now, draw: editing.rename(now, TEXT, an_id(now, draw), draw.draw(WORDS)),
    lambda now, draw: editing.set_side(now, an_id(now, draw), draw.draw(st.sampled_from(get_args(Side)))),
    lambda now, draw: editing.set_chair(now, an_id(now, draw), draw.draw(st.booleans())),
    lambda now, draw: editing.set_roles(now, an_id(now, draw), draw.draw(st.lists(WORDS, max_size=3))),
    lambda now, draw: editing.merge(now, an_id(now, draw), an_id(now, draw)),
    lambda now, draw: editing.set_speaker(now, TEXT, an_id(now, draw), draw.draw(st.none()) or an_id(now, draw)),
    lambda now, draw: editing.set_addressees(now, an_id(now, draw), [an_id(now, draw)]),
    lambda now, draw: editing.set_attribution(now, an_id(now, draw), draw.draw(st.sampled_from(get_args(Attribution)))),
    lambda now, draw: editing.set_figure(
        now,
        an_id(now, draw),
        kind=draw.draw(st.none() | st.sampled_from(get_args(FigureKind))),
        value=draw.draw(st.none() | WORDS),
        unit=draw.draw(st.none() | WORDS),
        subject=draw.draw(st.none() | WORDS),
    ),
    lambda now, draw: editing.add_person(now, TEXT, *a_place(draw))[0],
    lambda now, draw: editing.add_figure(now, TEXT, *a_place(draw))[0],
    lambda now, draw: editing.add_request(now, TEXT, *a_place(draw))[0],
)


def corrected(draw: Draw) -> Record:
    """Return the record after some corrections."""
    now = record()
    for step in draw.draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=6)):
        with suppress(CorrectionError):
            now = sound(step(now, draw))
    return now


@settings(max_examples=80)
@given(st.data())
def test_a_record_stays_sound_through_any_corrections(draw: Draw) -> None:
    now = corrected(draw)
    text = to_yaml(now)
    assert from_yaml(text, "") == now
    again = from_yaml(rewritten("# xem lại\n" + to_yaml(record()), now), "")
    assert (again.people, again.figures, again.requests) == (now.people, now.figures, now.requests)


@settings(max_examples=80)
@given(st.data())
def test_corrections_are_sound_over_any_other_text(draw: Draw) -> None:
    text = TEXT
    for _ in range(draw.draw(st.integers(1, 3))):
        start = draw.draw(st.integers(0, len(text)))
        text = text[:start] + draw.draw(st.text(max_size=30)) + text[start + draw.draw(st.integers(0, 80)) :]
    try:
        source = read_data(text.encode("utf-8", "ignore"), "dat.txt")
    except SourceError:  # so many control characters are no text
        reject()
    taken = take(data_from_yaml(to_yaml(corrected(draw)), "")[0], source, "dat.txt", "dat.yaml")
    assert problems(taken.record, source.text) == []
    again = take(data_from_yaml(to_yaml(taken.record), "")[0], source, "dat.txt", "dat.yaml")
    assert again.record == taken.record and not again.flaws and not again.changed
