"""What entries are made of: evidence, days, counts, voices, changes, and what people decided."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from pourparler.core.moment import Precision
from pourparler.core.vocabulary import (
    MeetingStatus,
    Step,
)

Id = Annotated[str, Field(description="The id of an entry, an actor or an account; it stays while its accounts do.")]
Name = Annotated[str, Field(description="The name of an actor as the record shows it.")]
ReportName = Annotated[str, Field(description="The name of a report: its path below the folder read, or its address.")]


class Shape(BaseModel):
    """Plain values with just these keys."""

    model_config = ConfigDict(extra="forbid")


class Evidence(Shape):
    """A place in a report: a half-open pair of Unicode code points, and the exact words there."""

    report: ReportName
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text: str = Field(min_length=1)


class When(Shape):
    """A closed interval of days; an end that is not told is null."""

    start: date | None
    end: date | None
    precision: Precision
    said: str | None


class Counts(Shape):
    """Accounts, reports, and independent sources: near copies count once."""

    accounts: int
    reports: int
    sources: int


class Voice(Shape):
    """Whose words something is in: the outlet's own, or a speaker's, and through whom."""

    outlet: bool
    speaker: Name | None
    party: Name | None
    anonymous: bool
    via: list[str]


class Told(Shape):
    """One change of a field: how it goes with what was told before, when it was told, of which day, by whom."""

    step: Step
    followed: bool
    told: date | None
    on: date | None
    voices: list[Voice]
    accounts: list[Id]
    evidence: list[Evidence]


class StatusTold(Told):
    """A state of a meeting."""

    status: MeetingStatus


class DaysTold(Told):
    """The days of a meeting."""

    when: When


class PlaceTold(Told):
    """The place of a meeting."""

    place: list[str]


class Reported(Shape):
    """What one report gave as the status of a meeting."""

    report: ReportName
    status: MeetingStatus


class Confirmed(Shape):
    """A person found the entry right; `since` counts the accounts that came after that."""

    by: str
    at: datetime
    because: str
    since: int


class Corrected(Shape):
    """A person set a field right; `given` is what the reports gave."""

    field: str
    value: str
    given: str
    by: str
    at: datetime
    because: str
