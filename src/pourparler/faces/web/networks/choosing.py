"""What may be chosen of a network in an address: kind, actors, counting, voices, floor and window of time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from pourparler.case.networks.affiliations import Share
from pourparler.case.networks.behind import Floor
from pourparler.case.networks.duplicates import Duplicates
from pourparler.case.networks.normalising import Normalisation
from pourparler.case.networks.referrals import By
from pourparler.case.networks.windows import Span, Unit, spans
from pourparler.case.voices import SPEAKING_FOR_ITSELF, Hearing
from pourparler.core.errors import InputError
from pourparler.faces.cli.network import NORMALISATIONS, ONCE
from pourparler.faces.system.scenes import Choice, Kind
from pourparler.faces.system.spans import span_of
from pourparler.faces.web.page import ListAsk, OneOf, Word, given

MOST_WINDOWS = 200
"""Windows that one page shows; more of them are refused, for nobody could look through them."""

WEEKS_UP_TO, MONTHS_UP_TO = 70, 5 * 366
"""Days up to which weeks, then months are the windows of which nobody has chosen another unit: ten of the one, sixty of
the other at most."""

SHARES = {"activity": Share.ACTIVITY, "prominence": Share.PROMINENCE}
"""What edges between actors and issues are divided by."""

VOICES: Mapping[str, Hearing] = {
    "own": Hearing.OWN,
    "spokesperson": Hearing.SPOKESPERSON,
    "unnamed": Hearing.UNNAMED,
    "opponent": Hearing.OPPONENT,
    "source": Hearing.SOURCE,
    "outlet": Hearing.OUTLET,
    "other": Hearing.OTHER,
}
"""Voices as an address calls them."""

USUAL = ",".join(word for word, hearing in VOICES.items() if hearing in SPEAKING_FOR_ITSELF)

VOICE_CHOICES: Mapping[str, str] = {
    USUAL: "its own side’s, and the outlet’s own account",
    "own,spokesperson": "named people of its own side",
    "own": "its own voice alone",
    "own,spokesperson,unnamed": "its own side’s, named or not",
    "spokesperson": "spokespeople alone",
    "unnamed": "unnamed officials alone",
    "outlet": "the outlet’s own account alone",
    "opponent": "other parties’ accounts alone",
    "source": "unnamed sources alone",
    ",".join(VOICES): "every voice",
}
"""Choices of voices that the form offers; an address may name any of VOICES with commas between."""


def _among(known: Iterable[str]) -> Callable[[str | None], str | None]:
    """A check that a word is one of those that are known."""
    words = tuple(known)

    def check(value: str | None) -> str | None:
        if value is not None and value not in words:
            raise ValueError(f"it is one of {', '.join(words)}")
        return value

    return check


def _voices(value: str | None) -> str | None:
    unknown = [word for word in (value or "").split(",") if word and word not in VOICES]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is none of {', '.join(VOICES)}; name several with commas between")
    return value


def _span(value: str | None) -> str | None:
    """Two days as 2025-03-01..2025-03-31."""
    if value is not None:
        try:
            span_of(value)
        except ValueError:
            raise ValueError("a window is written as 2025-03-01..2025-03-31, the first day first") from None
    return value


def _or_no(value: object) -> object:
    return False if given(value) is None else value


def _or_one(value: object) -> object:
    return 1 if given(value) is None else value


def _listed(known: Iterable[str]) -> dict[str, Any]:
    return {"enum": ["", *known]}


HOW = (*NORMALISATIONS, *SHARES)
Normalise = Annotated[Word, AfterValidator(_among(HOW)), Field(json_schema_extra=_listed(HOW))]
Once = Annotated[Word, AfterValidator(_among(ONCE)), Field(json_schema_extra=_listed(ONCE))]
Yes = Annotated[bool, BeforeValidator(_or_no)]
Number = Annotated[Annotated[int, Field(ge=1, le=100_000)], BeforeValidator(_or_one)]


class NetworkAsk(ListAsk):
    """Which network, and of which days."""

    kind: OneOf[Kind] = Field(None, description="Agreement less disagreement (`difference`) where none is named.")
    by: OneOf[By] = Field(None, description="Between `parties` or `people`; parties where nothing is named.")
    normalise: Normalise = Field(
        None,
        description="What weights are divided by; nothing where nothing is named. `activity` and `prominence` are for "
        "`issues`, the others for ties between actors.",
    )
    once: Once = Field(None, description="Within what the same statement counts once; each report where none is named.")
    voices: Annotated[Word, AfterValidator(_voices)] = Field(
        None,
        description=f"Hearing accounts count, with commas between: {', '.join(VOICES)}; `{USUAL}` where none is named.",
    )
    conditional: Yes = Field(False, description="Conditional stances too, half way between agreeing and disagreeing.")
    mediators: Yes = Field(False, description="For contacts: those with mediators and hosts too.")
    times: Number = Field(1, description="The fewest statements or meetings that an edge is shown with.")
    sources: Number = Field(1, description="The fewest independent sources that an edge is shown with.")
    unit: OneOf[Unit] = Field(None, description="What windows are measured in; where none is named, by the days told.")
    size: Number = Field(1, description="Units of a window; each begins one unit after the one before.")
    window: Annotated[Word, AfterValidator(_span)] = Field(
        None, description="The window shown, as `2025-03-01..2025-03-31`; all of time where none is named."
    )


class EdgeAsk(NetworkAsk):
    """Which edge of which network."""

    one: Word = Field(None, description="Who, by name.")
    other: Word = Field(None, description="With whom, by name; for `issues` the issue.")


def choice_of(ask: NetworkAsk) -> Choice:
    """What was chosen; raises InputError for what the chosen network does not know."""
    kind = ask.kind or Kind.DIFFERENCE
    about = {Kind.CONTACTS: NORMALISATIONS.keys() | SHARES.keys(), Kind.ISSUES: NORMALISATIONS.keys()}
    unfit = about.get(kind, SHARES.keys())
    if ask.normalise and ask.normalise != "none" and ask.normalise in unfit:
        knows = {Kind.CONTACTS: "no normalisation", Kind.ISSUES: f"none, {', '.join(SHARES)}"}
        raise InputError(f"{ask.normalise!r} is not for {kind.value}.",
                         f"It knows {knows.get(kind, ', '.join(NORMALISATIONS))}.")  # fmt: skip
    said = {"once": ask.once, "voices": ask.voices, "conditional": ask.conditional}
    other = [name for name, value in said.items() if value] if kind is Kind.CONTACTS else []
    other += ["mediators"] if ask.mediators and kind is not Kind.CONTACTS else []
    if other:
        raise InputError(f"{other[0]!r} means nothing for {kind.value}.", "Leave it out.")
    how = ask.normalise or "none"
    return Choice(
        kind,
        ask.by or By.PARTIES,
        Normalisation(NORMALISATIONS.get(how, "none")),
        SHARES.get(how, Share.NONE),
        Duplicates(ONCE[ask.once or "document"]),
        Floor(ask.times, ask.sources),
        frozenset(VOICES[word] for word in (ask.voices or USUAL).split(",") if word),
        ask.conditional,
        ask.mediators,
    )


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows there are, what they are measured in, and the one that is shown (None: all of time)."""

    unit: Unit
    size: int
    spans: tuple[Span, ...]
    shown: Span | None

    @property
    def at(self) -> int | None:
        """Which of the windows is shown; None for all of time, and for days of somebody's own."""
        return self.spans.index(self.shown) if self.shown in self.spans else None


def windows_of(ask: NetworkAsk, days: tuple[date, ...]) -> Windows:
    """The windows over these days, and the one that is asked for; raises InputError for more than MOST_WINDOWS."""
    long = (days[-1] - days[0]).days if days else 0
    unit = ask.unit or (Unit.WEEKS if long <= WEEKS_UP_TO else Unit.MONTHS if long <= MONTHS_UP_TO else Unit.YEARS)
    found = spans(days, unit, ask.size)
    if len(found) > MOST_WINDOWS:
        raise InputError(f"That makes {len(found):,} windows of {ask.size} {unit.value}; {MOST_WINDOWS} are shown.",
                         "Choose a coarser unit.")  # fmt: skip
    return Windows(unit, ask.size, found, span_of(ask.window) if ask.window else None)
