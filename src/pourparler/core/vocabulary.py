"""The closed vocabularies of the record: every field that is not free text takes one of these values."""

from enum import StrEnum


class MeetingKind(StrEnum):
    """What sort of contact a meeting is."""

    TALKS = "talks"
    MEETING = "meeting"
    SUMMIT = "summit"
    CALL = "call"
    VISIT = "visit"
    SIGNING = "signing"
    EXCHANGE = "exchange"
    CONFERENCE = "conference"


class MeetingStatus(StrEnum):
    """Where a meeting stands, as the reports put it; silence never makes it held."""

    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    PLANNED = "planned"
    UNDER_WAY = "under way"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Channel(StrEnum):
    """By what way the sides of a meeting are in touch."""

    IN_PERSON = "in person"
    PHONE = "phone"
    VIDEO = "video"
    LETTER = "letter"
    INDIRECT = "indirect"
    """through a mediator, or in rooms apart."""


class Mode(StrEnum):
    """How a report renders what somebody said."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What a speaker does by saying it."""

    SAY = "say"
    ANNOUNCE = "announce"
    CONFIRM = "confirm"
    DENY = "deny"
    DEMAND = "demand"
    OFFER = "offer"
    PROPOSE = "propose"
    PROMISE = "promise"
    ACCEPT = "accept"
    REJECT = "reject"
    WARN = "warn"
    ACCUSE = "accuse"
    PRAISE = "praise"
    SUPPORT = "support"
    DECLINE = "decline"
    ASK = "ask"


class Stance(StrEnum):
    """The stand a party takes on one issue."""

    DEMANDS = "demands"
    OFFERS = "offers"
    PROPOSES = "proposes"
    ACCEPTS = "accepts"
    SUPPORTS = "supports"
    REJECTS = "rejects"
    CONDITIONAL = "conditional"


class InstrumentKind(StrEnum):
    """What sort of document or arrangement an instrument is."""

    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    CEASEFIRE = "ceasefire"
    DOCUMENT = "document"
    EXCHANGE = "exchange"
    SANCTIONS = "sanctions"


class InstrumentStatus(StrEnum):
    """A state in the life of an instrument."""

    PROPOSED = "proposed"
    PROMISED = "promised"
    DRAFTED = "drafted"
    UNDER_NEGOTIATION = "under negotiation"
    FRAMEWORK_AGREED = "framework agreed"
    AGREED = "agreed"
    TO_BE_SIGNED = "to be signed"
    SIGNED = "signed"
    SUBJECT_TO_RATIFICATION = "subject to ratification"
    RATIFIED = "ratified"
    IN_FORCE = "in force"
    SUSPENDED = "suspended"
    REJECTED = "rejected"
    COLLAPSED = "collapsed"
    HANDED_OVER = "handed over"


class ActorKind(StrEnum):
    """What sort of actor somebody is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    BLOC = "bloc"
    GROUP = "group"


class PublishedFrom(StrEnum):
    """Where a report's publication day was read."""

    HEADER_LINE = "header line"
    BYLINE = "byline"
    DATELINE = "dateline"
    URL = "url"
    FEED = "feed"
    PAGE_METADATA = "page metadata"
    GIVEN = "given"
    UNKNOWN = "unknown"


class EntryKind(StrEnum):
    """The five kinds of entries of a record."""

    MEETING = "meeting"
    STATEMENT = "statement"
    POSITION = "position"
    CONDITION = "condition"
    INSTRUMENT = "instrument"


class Step(StrEnum):
    """How what is told of an entry goes with what was told of it before."""

    FIRST = "first"
    """nothing was told before."""

    UPDATE = "update"
    """later news: it was so, and now it is otherwise."""

    AGAIN = "again"
    """the same state once more, of another day."""

    DENIAL = "denial"
    """somebody denies the whole of it."""

    DISPUTED = "disputed"
    """one moment told in two ways."""

    BELATED = "belated"
    """told later, of a state that was over by then, or that cannot come after the state known."""


class DisputeSort(StrEnum):
    """In what way the readings of a dispute are contrary."""

    DISCREPANCY = "discrepancy"
    DENIAL = "denial"
    """one side says that it is not so."""

    SCOPE = "difference of scope"
    """one reading holds the other, which says that it is all there was."""
