"""The nouns of general knowledge: states, places, organisations, outlets, offices, institutions, given names."""

from dataclasses import dataclass
from enum import StrEnum

from pourparler.core.vocabulary import ActorKind


class Membership(StrEnum):
    """What a row of countries.csv is in the eyes of the United Nations; nations are parts of the United Kingdom."""

    MEMBER = "member"
    OBSERVER = "observer"
    OTHER = "other"
    TERRITORY = "territory"
    NATION = "nation"


class PlaceKind(StrEnum):
    """What sort of place a row of cities.csv is."""

    CAPITAL = "capital"
    CITY = "city"
    REGION = "region"
    VENUE = "venue"
    WATER = "water"


class OutletKind(StrEnum):
    """What sort of medium an outlet is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    PLATFORM = "platform"


class OfficeRank(StrEnum):
    """What sort of office a title names."""

    HEAD_OF_STATE = "head of state"
    HEAD_OF_GOVERNMENT = "head of government"
    MINISTER = "minister"
    OFFICIAL = "official"
    SPOKESPERSON = "spokesperson"
    ENVOY = "envoy"
    LEGISLATOR = "legislator"
    EXECUTIVE = "executive"
    UNION = "union"
    OTHER = "other"


class InstitutionKind(StrEnum):
    """What sort of body of a state an institution is."""

    GOVERNMENT = "government"
    MINISTRY = "ministry"
    LEGISLATURE = "legislature"
    AGENCY = "agency"
    ARMED_FORCES = "armed forces"
    COURT = "court"
    BANK = "bank"


class HonorificKind(StrEnum):
    """What sort of title stands before a name."""

    CIVIL = "civil"
    NOBLE = "noble"
    MILITARY = "military"
    RELIGIOUS = "religious"
    ACADEMIC = "academic"
    POLITICAL = "political"


class Gender(StrEnum):
    """Who bears a given name or a title, as a rule; `u` where both do or the rule is not known."""

    FEMALE = "f"
    MALE = "m"
    UNKNOWN = "u"


@dataclass(frozen=True, slots=True)
class Country:
    """A state, territory or nation; `part_of` is the state it belongs to, or is claimed by, else empty."""

    name: str
    iso2: str
    membership: Membership
    part_of: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region, venue or water; `within` is the canonical name of what holds it, empty where disputed or none."""

    name: str
    kind: PlaceKind
    within: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, bloc or group; `speaks_for` is the party it belongs to, empty where it speaks for itself."""

    name: str
    kind: ActorKind
    speaks_for: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news outlet or platform; `state_run_by` is the state that runs it, else empty."""

    name: str
    kind: OutletKind
    state_run_by: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office or role, lower case, in British spelling.

    `needs_institution` is true where the title alone never tells the party, even beside a state's name in the same
    report ("spokesman", "chief"); `party` is the one party that has this office ("taoiseach"), else empty.
    """

    name: str
    rank: OfficeRank
    needs_institution: bool
    party: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Institution:
    """A body of a state; `party` is that state, empty where a demonym must say it ("foreign ministry")."""

    name: str
    kind: InstitutionKind
    party: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Honorific:
    """A title that stands before a name."""

    form: str
    kind: HonorificKind
    gender: Gender


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name; `is_word` where it is also a common English word or a place."""

    name: str
    gender: Gender
    is_word: bool
