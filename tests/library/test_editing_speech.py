"""Who said and asked what is corrected, and what hangs on it follows."""

from __future__ import annotations

import pytest

from tests.library.correctable import TEXT, at, exact, named, record, sound
from tui.library import editing
from tui.library.editing import CorrectionError
from tui.model import Record, Request, Statement

TA, HIEN, PA = "tan-lao-ta", "le-ba-hien", "sung-thi-pa"


def statement(changed: Record, words: str) -> Statement:
    return next(one for one in changed.statements if words in one.selector.exact)


def request(changed: Record, words: str) -> Request:
    return next(one for one in changed.requests if words in one.action.exact)


def test_figures_and_the_voice_of_the_block_follow_the_speaker() -> None:
    old = statement(record(), "26/40")
    changed = sound(editing.set_speaker(record(), TEXT, old.id, HIEN))
    new = statement(changed, "26/40")
    assert (new.speaker_id, new.attribution) == (HIEN, old.attribution)
    assert new.found is not None and new.found.how == "corrected"
    assert {figure.speaker_id for figure in changed.figures if figure.statement_id == old.id} == {HIEN}
    (block,) = [one for one in changed.blocks if one.start <= new.selector.start < one.end]
    assert block.speaker == HIEN


def test_a_bare_honorific_goes_with_its_speaker() -> None:
    old = statement(record(), "đo đạc còn chậm")
    changed = sound(editing.set_speaker(record(), TEXT, old.id, TA))
    assert "ANAPHOR" not in [mention.form for mention in named(changed, "Lê Bá Hiền").mentions]
    assert "ANAPHOR" in [mention.form for mention in named(changed, "Tẩn Láo Tả").mentions]
    unknown = sound(editing.set_speaker(record(), TEXT, old.id, None))
    assert statement(unknown, "đo đạc còn chậm").speaker_id is None
    assert all("ANAPHOR" not in [mention.form for mention in person.mentions] for person in unknown.people)


def test_what_carries_a_speaker_on_follows_and_nothing_else() -> None:
    origin, carried = request(record(), "cấp giấy sớm"), request(record(), "niêm yết")
    assert (carried.attribution, carried.carried_from) == ("carried_over", origin.id)
    changed = sound(editing.set_speaker(record(), TEXT, origin.id, PA))
    assert (request(changed, "cấp giấy sớm").requester_id, request(changed, "niêm yết").requester_id) == (PA, PA)
    assert request(changed, "xen kẹt") == request(record(), "xen kẹt")
    alone = sound(editing.set_speaker(record(), TEXT, carried.id, HIEN))
    assert request(alone, "cấp giấy sớm").requester_id == origin.requester_id
    assert (request(alone, "niêm yết").attribution, request(alone, "niêm yết").carried_from) == ("explicit", None)


def test_a_figure_s_speaker_is_its_own() -> None:
    figure = next(one for one in record().figures if one.selector.exact == "17 lá đơn")
    changed = sound(editing.set_speaker(record(), TEXT, figure.id, PA))
    assert next(one for one in changed.figures if one.id == figure.id).speaker_id == PA
    assert changed.requests == record().requests


def test_how_sure_a_speaker_is_can_be_said() -> None:
    carried = request(record(), "niêm yết")
    changed = sound(editing.set_attribution(record(), carried.id, "explicit"))
    assert (request(changed, "niêm yết").attribution, request(changed, "niêm yết").carried_from) == ("explicit", None)


def test_addressees_are_those_of_the_record() -> None:
    asked = request(record(), "xen kẹt")
    changed = sound(editing.set_addressees(record(), asked.id, ["xa-muong-vi", TA, TA]))
    assert request(changed, "xen kẹt").addressee_ids == ("xa-muong-vi", TA)
    assert request(sound(editing.set_addressees(record(), asked.id, [])), "xen kẹt").addressee_ids == ()
    worded = request(record(), "niêm yết")
    kept = editing.set_addressees(record(), worded.id, [*worded.addressee_ids, TA])
    assert request(sound(kept), "niêm yết").addressee_ids == (*worded.addressee_ids, TA)


def test_kinds_are_those_of_the_list() -> None:
    changed = sound(editing.set_kind(record(), statement(record(), "26/40").id, "opinion"))
    assert statement(changed, "26/40").kind == "opinion"
    assert editing.set_kind(record(), request(record(), "xen kẹt").id, "proposal").requests[0].kind == "proposal"
    with pytest.raises(CorrectionError):
        editing.set_kind(record(), request(record(), "xen kẹt").id, "opinion")


def test_a_request_is_added_with_its_parts_and_open_mark() -> None:
    old = request(record(), "niêm yết")
    without = editing.remove(record(), old.id)
    start, end = at("công khai diện tích đất rừng; niêm yết giá đất;...")
    changed, added = editing.add_request(without, TEXT, start, end, requester_id=PA, addressee_ids=["xa-muong-vi"])
    new = next(one for one in sound(changed).requests if one.id == added)
    assert new.action.exact == "công khai diện tích đất rừng; niêm yết giá đất"
    assert [item.exact for item in new.items] == ["công khai diện tích đất rừng", "niêm yết giá đất"]
    assert (new.open_ended, exact(new.open_mark)) == (True, ";...")
    assert (new.requester_id, new.addressee_ids, new.attribution) == (PA, ("xa-muong-vi",), "explicit")
    assert [one.action.start for one in changed.requests] == sorted(one.action.start for one in changed.requests)


def test_a_request_is_by_default_asked_by_whoever_speaks_there() -> None:
    changed, added = editing.add_request(record(), TEXT, *at("việc công khai quy hoạch."))
    new = next(one for one in sound(changed).requests if one.id == added)
    assert (new.requester_id, new.open_ended, new.items) == (HIEN, False, ())
    assert new.action.exact == "việc công khai quy hoạch"


def test_what_makes_no_sense_is_said() -> None:
    asked = request(record(), "xen kẹt").id
    for wrong in (
        lambda: editing.set_speaker(record(), TEXT, asked, "nobody"),
        lambda: editing.set_speaker(record(), TEXT, TA, PA),
        lambda: editing.set_addressees(record(), asked, ["nobody"]),
        lambda: editing.set_addressees(record(), "S1", []),
        lambda: editing.set_attribution(record(), TA, "explicit"),
        lambda: editing.add_request(record(), TEXT, *at("rà soát các thửa")),
        lambda: editing.add_request(record(), TEXT, *at("giám sát"), addressee_ids=["nobody"]),
    ):
        with pytest.raises(CorrectionError):
            wrong()
