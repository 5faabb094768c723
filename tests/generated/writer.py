"""Tell a session as an article, and know the record of what was told."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.generated.composer import Composer, Span
from tests.generated.manner import Manner
from tests.generated.world import WORDS, Someone, Unit
from tui.model import (
    SCHEMA,
    Area,
    Article,
    Author,
    DatePublished,
    Event,
    Organization,
    Record,
    Request,
    Side,
    Source,
    Statement,
)
from tui.text.fold import slug

COMMITTEE, DEPUTY, HEADS = 1, 5, 4
"""Where the heads and deputies of committees begin among a province's offices, and how many there are."""


@dataclass(frozen=True)
class Session:
    """What happened; its articles tell it in their own ways."""

    number: int
    day: date
    theme: str
    province: Unit
    district: Unit
    committee: int
    received: int
    settled: int
    checked: int


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _percent(value: float) -> str:
    return f"{value:.1f}%".replace(".", ",")


class Writer:
    """One article about a session."""

    def __init__(
        self, session: Session, random: Random, manner: Manner, *, portal: bool, prose: Sequence[str] = ()
    ) -> None:
        self.session, self.random, self.portal, self.manner = session, random, portal, manner
        self.page = Composer(manner)
        self.prose = prose
        self.statements: list[Statement] = []
        self.requests: list[Request] = []
        self.district = f"huyện {session.district.name}"
        self.province = f"{session.province.level} {session.province.name}"
        self.year = session.day.year
        self.chair = self._holder(session.province, COMMITTEE + session.committee)
        self.host = self._holder(session.district, 1)
        self.differs = not portal and random.random() < 0.3

    def _holder(self, unit: Unit, office: int) -> Someone:
        return self.manner.holder(unit, office, self.session.day)

    def _person(self, who: Someone, unit: Unit, office: int, side: Side, part: str) -> Span:
        offices = self.manner.offices(who, unit, office)
        return self.page.person(who, offices, side, part, portal=self.portal)

    def write(self) -> None:
        """Write the article from headline to byline."""
        page, session = self.page, self.session
        committee = f"{WORDS['committees'][session.committee]} HĐND {session.province.level}"
        with page.block("headline", "headline"):
            self.headline = page.say(
                f"{committee} giám sát {session.theme} tại {self.district}"
                if self.portal
                else f"{self.district[0].upper()}{self.district[1:]}: kết quả giám sát {session.theme}"
            )
        published = session.day + timedelta(days=self.random.randrange(3))
        with page.block("dateline", "datePublished"):
            self.published = page.say(
                f"{published:%d/%m/%Y} | {self.random.randint(7, 20):02}:{self.random.randrange(60):02}"
            )
        self._lead(committee)
        self._lists()
        self._report()
        for paragraph in self.prose:
            with page.block("body", "paragraph"):
                page.say(paragraph)
        self._conclusion()
        page.say("./." if self.portal else "")
        with page.block("byline", "author"):
            family = self.random.choice(list(WORDS["family_names"]))
            self.byline = page.say(f"{family} {self.random.choice(WORDS['given_names']['women'])}")

    def _lead(self, committee: str) -> None:
        page, session = self.page, self.session
        with page.block("body", "lead"):
            part = self.manner.part_of_day(session.number, self.random)
            self.when = page.say(f"{part} {session.day.day}/{session.day.month}/{self.year}")
            page.say(", ")
            self.delegation = page.say(self.manner.delegation(committee, session.province.name))
            page.say(" do ")
            start = self._person(self.chair, session.province, COMMITTEE + session.committee, "supervising", "chủ trì")
            self.presides = (start[0], page.say(" làm Trưởng đoàn")[1])
            page.say(" đã giám sát ")
            self.theme = page.say(self.manner.theme(session.theme))
            page.say(" tại ")
            self.place = page.say(self.district)
            page.say(".")

    def _lists(self) -> None:
        page, session = self.page, self.session
        with page.block("body", "attendance", side="supervising"):
            page.say("Tham gia Đoàn giám sát có ")
            office = DEPUTY + session.committee
            self._person(self._holder(session.province, office), session.province, office, "supervising", "dự")
            page.say(".")
        with page.block("body", "attendance", side="supervised"):
            page.say(f"Làm việc với Đoàn, về phía {self.district} có ")
            chosen = [0, *self.random.sample(range(2, len(session.district.offices)), 3 if self.portal else 1)]
            for place, office in enumerate(chosen):
                page.say("; " if place else "")
                self._person(self._holder(session.district, office), session.district, office, "supervised", "dự")
            page.say(".")

    def _report(self) -> None:
        page, session = self.page, self.session
        speaker = page.person_id(self.host)
        received = session.received + (self.random.randint(1, 90) if self.differs else 0)
        self.share = 100 * session.settled / received
        with page.block("body", "report", speaker=speaker):
            page.say("Báo cáo với Đoàn giám sát, ")
            self._person(self.host, session.district, 1, "supervised", "báo cáo")
            page.say(" ")
            verb = page.say("cho biết")
            page.say(", ")
            start = page.length
            page.say(f"năm {self.year}, huyện đã tiếp nhận ")
            page.figure(_number(received), "hồ sơ", "count", received, "hồ sơ tiếp nhận", speaker_id=speaker)
            page.say(", giải quyết đúng hạn ")
            page.figure(
                _percent(self.share),
                "%",
                "percentage",
                round(self.share, 1),
                "hồ sơ giải quyết đúng hạn",
                speaker_id=speaker,
            )
            page.say("; tổ chức kiểm tra ")
            page.figure(str(session.checked), "lượt", "count", session.checked, "kiểm tra", speaker_id=speaker)
            page.say(" tại ")
            page.figure(
                "18/18", "xã, thị trấn", "ratio", 1.0, "xã, thị trấn", numerator=18, denominator=18, speaker_id=speaker
            )
            page.say(".")
            for sentence in self.random.sample(WORDS["observations"], 5 if self.portal else 2):
                page.say(f" {sentence[0].upper()}{sentence[1:]}.")
            self.statements.append(
                Statement(
                    id="S1",
                    speaker_id=speaker,
                    verb=page.select(verb),
                    attribution="explicit",
                    kind="report",
                    selector=page.select((start, page.length)),
                )
            )

    def _conclusion(self) -> None:
        page, session = self.page, self.session
        chair, body = page.person_id(self.chair), f"UBND {self.district}"
        with page.block("body", "conclusion", speaker=chair):
            page.say("Kết luận buổi giám sát, ")
            self._person(self.chair, session.province, COMMITTEE + session.committee, "supervising", "kết luận")
            for number, action in enumerate(self.random.sample(WORDS["actions"], 3 if self.portal else 1), 1):
                page.say(" " if number == 1 else "; ")
                verb = page.say("đề nghị")
                page.say(" ")
                addressee = page.say("UBND huyện")
                page.say(" ")
                asked = page.say(action)
                self.requests.append(
                    Request(
                        id=f"R{number}",
                        requester_id=chair,
                        kind="requirement",
                        verb=page.select(verb),
                        attribution="explicit",
                        action=page.select(asked),
                        items=(),
                        open_ended=False,
                        addressee_ids=(slug(body),),
                        addressee_selector=page.select(addressee),
                    )
                )
            page.say("." if not self.portal else "")

    def record(self, path: str) -> Record:
        """Return the record of what was written."""
        page, session = self.page, self.session
        data = page.text.encode()
        areas = [
            Area(id=slug(self.province), name=self.province, classification=session.province.level, aliases_in_text=()),
            Area(
                id=slug(self.district),
                name=self.district,
                classification="huyện",
                aliases_in_text=("huyện",),
                parent_id=slug(self.province),
            ),
        ]
        council = f"HĐND {self.province}"
        bodies = {
            council: Organization(
                id=slug(council), name=council, classification="HĐND", other_names=(), area_id=areas[0].id
            )
        }
        for office in page.bodies():
            bodies[office.body] = Organization(
                id=slug(office.body),
                name=office.body,
                classification=office.classification,
                other_names=(),
                area_id=slug(office.area),
            )
        bodies.setdefault(
            f"UBND {self.district}",
            Organization(
                id=slug(f"UBND {self.district}"),
                name=f"UBND {self.district}",
                classification="UBND",
                other_names=("UBND huyện",),
                area_id=areas[1].id,
            ),
        )
        place = page.select(self.published)
        day, _, clock = place.exact.partition(" | ")
        value = f"{day[6:]}-{day[3:5]}-{day[:2]}T{clock}:00+07:00"
        byline = page.select(self.byline)
        chaired = self.manner.says("chair")
        people = tuple(page.people(self.chair.identity if chaired else 0))
        return Record(
            schema=SCHEMA,
            source=Source(
                path=path,
                sha256=hashlib.sha256(data).hexdigest(),
                encoding="utf-8",
                normalization="NFC",
                characters=len(page.text),
            ),
            article=Article(
                headline=page.select(self.headline),
                date_published=DatePublished(value=value, selector=place),
                author=(Author(name=byline.exact, selector=byline, role="byline", is_participant=False),),
                publisher=None,
                url=None,
                in_language="vi",
                end_mark=None,
            ),
            event=Event(
                classification="giám sát",
                classification_selector=None,
                name_selector=page.select(self.theme),
                short_name_selector=None,
                start_date=session.day.isoformat() if self.manner.says("day") else None,
                part_of_day="sáng" if page.select(self.when).exact.startswith("Sáng") else "chiều",
                date_selector=page.select(self.when),
                organizer_id=slug(council) if self.manner.says("organizer") else None,
                delegation_id=None,
                delegation_selector=page.select(self.delegation),
                supervised_area_ids=(areas[1].id,),
                location=self.district,
                location_selector=page.select(self.place),
                chair_id=page.person_id(self.chair) if chaired else None,
                chair_selector=page.select(self.presides) if chaired else None,
                also_called=(),
                admin_era="three-level" if session.day < date(2025, 7, 1) else "two-level",
            ),
            blocks=tuple(page.blocks),
            areas=tuple(areas),
            organizations=tuple(bodies.values()),
            people=people,
            groups=(),
            attendance_lists=(),
            periods=(),
            figures=tuple(page.figures),
            statements=tuple(self.statements),
            requests=tuple(self.requests),
            captions=(),
            debris=(),
            checks=(),
            abbreviations=(),
        )
