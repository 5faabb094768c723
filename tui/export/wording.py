"""How the parts of a record are put into words, in the language of the interface."""

from __future__ import annotations

from tui.messages import N_, language, say
from tui.model import Attribution, Block, Check, Figure, Person, Record, Request
from tui.naming import Names
from tui.text.clean import Clean, clean_line

SIDES = {
    "supervising": N_("supervising"),
    "supervised": N_("supervised"),
    "attending": N_("attending"),
    "unknown": N_("only spoken of"),
}
REQUESTS = {
    "clarification": N_("request for clarification"),
    "proposal": N_("proposal"),
    "requirement": N_("requirement"),
    "other": N_("request"),
}
REMARKS = {
    "failed": N_("does not agree with other figures of the article"),
    "contradicted": N_("another article says otherwise"),
    "outlier": N_("far from comparable figures"),
}
"""What speaks against a figure."""
_PARTS = {"sáng": N_("morning"), "chiều": N_("afternoon"), "tối": N_("evening")}


def day(iso: str | None) -> Clean:
    """Return a day (ISO 8601, ``--MM-DD``, or with a time) as people write it: 08/05/2024 17:33; empty for none."""
    if not iso:
        return Clean("")
    date, _, time = iso.partition("T")
    year, month, number = date[:-6], date[-5:-3], date[-2:]
    written = f"{number}/{month}/{year}" if year not in ("", "-") else f"{number}/{month}"
    return clean_line(f"{written} {time[:5]}" if time else written)


def part_of_day(part: str | None) -> Clean:
    """Return the part of a day in words; empty for none."""
    return say(_PARTS[part]) if part in _PARTS else Clean("")


def number(value: float, decimals: int = 2) -> Clean:
    """Return a number as the language writes it: 233.250 and 56,5 in Vietnamese, 233,250 and 56.5 in English."""
    text = f"{value:,.{decimals}f}".rstrip("0").rstrip(".") if decimals else f"{value:,.0f}"
    return Clean(text.translate(str.maketrans(",.", ".,")) if language() == "vi" else text)


def fixed(value: float, decimals: int) -> Clean:
    """Return a number with so many decimals, for columns in which they stand under one another."""
    text = f"{value:,.{decimals}f}"
    return Clean(text.translate(str.maketrans(",.", ".,")) if language() == "vi" else text)


def short(value: float) -> Clean:
    """Return a large number in thousands of millions or in millions, as the scale of an axis has it; others in full."""
    for size, words in ((1e9, N_("{number} bn")), (1e6, N_("{number} m"))):
        if abs(value) >= size:
            return say(words, number=number(value / size))
    return number(value)


def person_title(of: Person) -> Clean:
    """Return a person's name with the roles as the article words them."""
    roles = "; ".join(membership.label for membership in of.memberships)
    return clean_line(f"{of.name} - {roles}" if roles else of.name)


def person_note(of: Person) -> Clean:
    """Return a person's side, and whether they preside."""
    return clean_line(", ".join([say(SIDES[of.side]), *([say("chair")] if of.is_chair else [])]))


def figure_title(of: Figure, words: str) -> Clean:
    """Return a figure as the article writes it, with its hedge."""
    return clean_line(f"{of.hedge} {words}" if of.hedge else words)


def figure_notes(record: Record, of: Figure) -> list[Clean]:
    """Return what is known of a figure: its share in percent, the article's own, subject, period, speaker."""
    notes = []
    if of.kind == "ratio" and of.denominator:
        notes.append(say("= {percent} %", percent=number(100 * (of.numerator or 0) / of.denominator, 1)))
    for check in record.checks:
        if of.id in check.figures and check.stated is not None and check.computed is not None:
            notes.append(_checked(of, check))
    if of.subject:
        notes.append(clean_line(of.subject))
    period = next((one for one in record.periods if one.id == of.period_id), None)
    if period is not None:
        notes.append(clean_line(period.selector.exact))
    speaker = Names(record).of(of.speaker_id)
    if speaker is not None:
        statement = next((one for one in record.statements if one.id == of.statement_id), None)
        said = say("said by {speaker}", speaker=clean_line(speaker))
        notes.append(_with_doubt(said, statement.attribution if statement else "carried_over"))
    return notes


def _checked(of: Figure, check: Check) -> Clean:
    """Return what came of comparing a share in percent with the numbers that it is made of."""
    stated, computed = number(check.stated or 0), number(check.computed or 0)
    if check.result == "ok":
        if of.kind == "percentage":
            return say("computed {computed} %: agrees", computed=computed)
        return say("the article says {stated} %: agrees", stated=stated)
    return say("the article says {stated} %, computed {computed} %: differs", stated=stated, computed=computed)


def request_title(record: Record, of: Request) -> Clean:
    """Return who asks whom, and what kind of request it is; a requester that was inferred is marked."""
    names = Names(record)
    requester = _with_doubt(clean_line(names.of(of.requester_id) or "?"), of.attribution)
    addressees = [name for key in of.addressee_ids if (name := names.of(key))]
    if not addressees and of.addressee_selector is not None:
        addressees = [of.addressee_selector.exact]
    whom = f" → {', '.join(addressees)}" if addressees else ""
    return Clean(f"{requester}{clean_line(whom) and ' ' + clean_line(whom)} ({say(REQUESTS[of.kind])})")


def speaker_note(record: Record, block: Block, start: int, end: int) -> Clean:
    """Return who speaks in a stretch of a block, marked where no sentence of it names them; empty for nobody."""
    speaker = Names(record).of(block.speaker)
    if speaker is None:
        return Clean("")
    said = [(one.speaker_id, one.selector, one.attribution) for one in record.statements]
    said += [(one.requester_id, one.action, one.attribution) for one in record.requests]
    here = [how for who, place, how in said if who == block.speaker and place.start < end and start < place.end]
    return _with_doubt(
        say("said by {speaker}", speaker=clean_line(speaker)), "explicit" if "explicit" in here else "carried_over"
    )


def _with_doubt(words: Clean, attribution: Attribution) -> Clean:
    """Mark a speaker whom the sentence does not name."""
    return words if attribution == "explicit" else Clean(f"{words} {say('(inferred)')}")
