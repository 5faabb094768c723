"""The record of an article: what was found in it, and where (schema giamsat/1).

The terms are those of Popolo (person, membership, organization, event), schema.org (headline, date_published, author)
and the W3C annotation model (a selector: exact, start, end). Offsets are 0-based, half-open and count Unicode code
points of the source text; ``text[start:end] == exact`` holds for every selector. Strings are raw: they are cleaned
where they are shown (``tui.text.clean``). A field without a default is in every written record; a field with one is
left out while it has nothing to say.

Annotations are not postponed here: to compile them again for the first decoder takes as long as to read ten records.
"""

from typing import Literal

from msgspec import Struct, field

SCHEMA_NAME = "giamsat"
SCHEMA_NUMBER = 1
SCHEMA = f"{SCHEMA_NAME}/{SCHEMA_NUMBER}"

Side = Literal["supervising", "supervised", "attending", "unknown"]
"""``supervising``: đoàn giám sát; ``supervised``: đơn vị được giám sát; ``attending``: cùng dự, on neither side."""
Zone = Literal["headline", "dateline", "body", "caption", "byline", "debris"]
BodyKind = Literal["lead", "attendance", "report", "discussion", "response", "conclusion", "heading", "paragraph"]
DebrisClass = Literal[
    "local_file_path", "headline_as_alt_text", "back_to_top_link", "share_link", "related_links",
    "view_count", "print_link", "copyright", "other"
]  # fmt: skip
Attribution = Literal["explicit", "anaphor", "carried_over"]
"""How sure a speaker is: named at the verb, by a bare honorific, or taken over from an earlier statement."""
How = Literal["explicit", "inferred", "corrected"]
PartOfDay = Literal["sáng", "chiều", "tối"]
AdminEra = Literal["three-level", "two-level"]
"""Local government before and after 1 July 2025 (amended Article 110 of the Constitution)."""
GroupKind = Literal["organs", "representatives", "leaders", "members", "other"]
FigureKind = Literal[
    "count", "ratio", "percentage", "money", "area", "length", "weight", "rank", "change", "duration",
    "factor", "other"
]  # fmt: skip
Direction = Literal["up", "down"]
StatementKind = Literal["report", "assessment", "opinion", "response", "other"]
RequestKind = Literal["clarification", "proposal", "requirement", "other"]
Result = Literal["ok", "failed"]
Number = int | float


class Base(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What every part of a record is: immutable, compared by value, written without empty optional fields."""


class Selector(Base, frozen=True, kw_only=True):
    """A place in the source text (W3C TextQuoteSelector and TextPositionSelector in one)."""

    exact: str
    start: int
    end: int
    prefix: str | None = None
    suffix: str | None = None


class Found(Base, frozen=True, kw_only=True):
    """How an item was found: the rule's name and how sure it is."""

    rule: str
    how: How


class Source(Base, frozen=True, kw_only=True):
    """The bytes and the text that offsets count in."""

    path: str
    sha256: str
    encoding: str
    normalization: Literal["NFC", "NFD", "mixed"]
    characters: int
    format: str | None = None
    reader: str | None = None
    text_sha256: str | None = None


class Writing(Base, frozen=True, kw_only=True):
    """Who wrote the record, and the hash that tells output from a correction."""

    written_by: str
    parser: int
    content_sha256: str | None = None


class DatePublished(Base, frozen=True, kw_only=True):
    """ISO 8601 with time and +07:00 where a time is given, else the date alone."""

    value: str
    selector: Selector


class Author(Base, frozen=True, kw_only=True):
    """A byline (tác giả)."""

    name: str
    selector: Selector
    role: str
    is_participant: bool


class Span(Base, frozen=True, kw_only=True):
    """A place without its words."""

    start: int
    end: int


class Article(Base, frozen=True, kw_only=True):
    """The press report itself (schema.org NewsArticle)."""

    headline: Selector | None
    date_published: DatePublished | None
    author: tuple[Author, ...]
    publisher: str | None
    url: str | None
    in_language: str
    end_mark: Selector | None
    article_body: Span | None = None


class Block(Base, frozen=True, kw_only=True):
    """A non-blank line or paragraph of the source, without surrounding space."""

    zone: Zone
    kind: str
    start: int
    end: int
    side: Side | None = None
    image: int | None = None
    speaker: str | None = None


class Event(Base, frozen=True, kw_only=True):
    """The session that is reported (buổi giám sát)."""

    classification: str | None
    classification_selector: Selector | None
    name_selector: Selector | None
    short_name_selector: Selector | None
    start_date: str | None
    part_of_day: PartOfDay | None
    date_selector: Selector | None
    organizer_id: str | None
    delegation_id: str | None
    delegation_selector: Selector | None
    supervised_area_ids: tuple[str, ...]
    location: str | None
    location_selector: Selector | None
    chair_id: str | None
    chair_selector: Selector | None
    also_called: tuple[Selector, ...]
    admin_era: AdminEra


class Area(Base, frozen=True, kw_only=True):
    """An administrative unit (đơn vị hành chính), its name completed from the text."""

    id: str
    name: str
    classification: str
    aliases_in_text: tuple[str, ...]
    parent_id: str | None = None


class Organization(Base, frozen=True, kw_only=True):
    """A body (HĐND, UBND, đoàn giám sát, sở, ...), part of another body or serving an area."""

    id: str
    name: str
    classification: str
    other_names: tuple[str, ...]
    parent_id: str | None = None
    area_id: str | None = None


class OtherName(Base, frozen=True, kw_only=True):
    """A spelling under which search must find a person too."""

    name: str


class Membership(Base, frozen=True, kw_only=True):
    """A role (chức vụ) of a person: as written, and normalised."""

    label: str
    role: str
    organization_id: str | None
    label_norm: str


class Mention(Base, frozen=True, kw_only=True):
    """One place where a person is named or meant; ``form`` is HON, NAME, ROLE in the text's order, or ANAPHOR."""

    zone: Zone
    form: str
    selector: Selector
    name_selector: Selector | None
    honorific_prefix: str | None
    role_selectors: tuple[Selector, ...]


class Person(Base, frozen=True, kw_only=True):
    """Someone named in headline, body or captions."""

    id: str
    name: str
    family_name: str | None
    additional_name: str | None
    given_name: str | None
    other_names: tuple[OtherName, ...]
    side: Side
    is_chair: bool
    participation: tuple[str, ...]
    memberships: tuple[Membership, ...]
    mentions: tuple[Mention, ...]
    found: Found | None = None


class Group(Base, frozen=True, kw_only=True):
    """Unnamed people or bodies that take part (đại diện, lãnh đạo, thành viên ...)."""

    id: str
    side: Side
    selector: Selector
    kind: GroupKind
    organization_ids: tuple[str, ...] = ()
    area_id: str | None = None
    other_mentions: tuple[Selector, ...] = ()
    found: Found | None = None


class AttendanceList(Base, frozen=True, kw_only=True):
    """A list of who is there: people and groups in the order of the text, after the words that open it."""

    side: Side
    cue: Selector
    items: tuple[str, ...]
    open_ended: bool
    open_mark: Selector | None


class Period(Base, frozen=True, kw_only=True):
    """A stretch of time that figures are about; ISO dates, both included."""

    id: str
    selector: Selector
    start: str | None
    end: str | None
    found: Found | None = None


class Figure(Base, frozen=True, kw_only=True):
    """A quantity with at least one digit (số liệu)."""

    id: str
    selector: Selector
    number_selector: Selector
    kind: FigureKind
    value: Number
    value_to: Number | None
    unit: str | None
    scale: Number | None
    numerator: Number | None
    denominator: Number | None
    hedge: str | None
    subject: str | None
    period_id: str | None
    speaker_id: str | None
    statement_id: str | None
    rank: int | None = None
    rank_of: int | None = None
    direction: Direction | None = None
    baseline_period_id: str | None = None
    subject_selector: Selector | None = None
    of: str | None = None
    restates: str | None = None
    found: Found | None = None


class Statement(Base, frozen=True, kw_only=True):
    """What someone said, within one paragraph."""

    id: str
    speaker_id: str | None
    verb: Selector | None
    attribution: Attribution
    kind: StatementKind
    selector: Selector
    carried_from: str | None = None
    found: Found | None = None


class Request(Base, frozen=True, kw_only=True):
    """Who asks whom for what (đề nghị, kiến nghị, yêu cầu)."""

    id: str
    requester_id: str | None
    kind: RequestKind
    verb: Selector | None
    attribution: Attribution
    action: Selector
    items: tuple[Selector, ...]
    open_ended: bool
    addressee_ids: tuple[str, ...] = ()
    addressee_selector: Selector | None = None
    requester_selector: Selector | None = None
    open_mark: Selector | None = None
    carried_from: str | None = None
    found: Found | None = None


class Promise(Base, frozen=True, kw_only=True):
    """What the supervised side says it will do (cam kết, tiếp thu, sẽ)."""

    id: str
    speaker_id: str | None
    verb: Selector | None
    action: Selector
    selector: Selector
    attribution: Attribution
    found: Found | None = None


class Caption(Base, frozen=True, kw_only=True):
    """The line under a picture."""

    image: int
    selector: Selector
    person_ids: tuple[str, ...]
    alt: Selector | None
    action: Selector | None
    ends_with_full_stop: bool


class Debris(Base, frozen=True, kw_only=True):
    """A line of the page that is not the article."""

    class_: DebrisClass = field(name="class")
    selector: Selector
    repeats_headline: bool | None = None
    tail: Selector | None = None


class Check(Base, frozen=True, kw_only=True):
    """Advice beside figures, never a correction."""

    id: str
    rule: str
    figures: tuple[str, ...]
    result: Result
    computed: Number | None = None
    stated: Number | None = None


class Abbreviation(Base, frozen=True, kw_only=True):
    """A short form and what it stands for in this article."""

    short: str
    expansion: str | None
    defined_at: Selector | None = None


class Removal(Base, frozen=True, kw_only=True):
    """What a person took out of a record, so that no rule finds it again when the text changes.

    ``kind`` is the list that it was in; ``selector`` its place: of a person the name, of a figure the number, of a
    request or promise the action.
    """

    kind: Literal["people", "groups", "periods", "figures", "statements", "requests", "promises"]
    selector: Selector


class Record(Base, frozen=True, kw_only=True):
    """Everything that was found in one article."""

    schema: str
    source: Source
    article: Article
    event: Event
    blocks: tuple[Block, ...]
    areas: tuple[Area, ...]
    organizations: tuple[Organization, ...]
    people: tuple[Person, ...]
    groups: tuple[Group, ...]
    attendance_lists: tuple[AttendanceList, ...]
    periods: tuple[Period, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    requests: tuple[Request, ...]
    captions: tuple[Caption, ...]
    debris: tuple[Debris, ...]
    checks: tuple[Check, ...]
    abbreviations: tuple[Abbreviation, ...]
    promises: tuple[Promise, ...] = ()
    removed: tuple[Removal, ...] = ()
    record: Writing | None = None
