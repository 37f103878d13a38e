"""What stands in the columns of an entry: all that lists show and filter by, so that no list reads a body."""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b

from pourparler.core.account import Account
from pourparler.core.change import Change
from pourparler.core.entry import Condition, Entry, Instrument, Meeting, Position, Statement, StatusEvent
from pourparler.core.evidence import Evidence
from pourparler.core.moment import When
from pourparler.core.vocabulary import MeetingStatus
from pourparler.faces.rows.times import published_days, time_of
from pourparler.faces.snapshot.contents import Contents, Placed, kind_of
from pourparler.faces.snapshot.encoding import encode

Value = str | int | None
"""What a column holds."""


def line_of(contents: Contents, placed: Placed, body: str) -> dict[str, Value]:
    """The columns of an entry; `body` is the entry as text."""
    lookup, entry = contents.lookup, placed.entry
    time, told = time_of(lookup, entry), published_days(lookup, entry.accounts)
    line: dict[str, Value] = {
        "seq": placed.seq,
        "id": entry.id,
        "short": placed.short,
        "kind": kind_of(entry),
        "label": placed.label,
        "day": _day(time.start if time else None),
        "last_day": _day(time.end if time else None),
        "basis": time.basis.value if time else None,
        "precision": None,
        "said": None,
        "status": None,
        "subkind": None,
        "party": None,
        "issue": None,
        "speaker": None,
        "title": None,
        "requires": None,
        "place": None,
        "parties": encode(parties_of(entry)),
        "deadline": None,
        "waits_for": None,
        "moved_from": None,
        "overdue": False,
        "anonymous": False,
        "hedged": bool(entry.hedge),
        "denied": isinstance(entry, Meeting | Instrument) and bool(entry.denied),
        "disputed": placed.disputed,
        "judged": len(entry.confirmed) + len(entry.corrected),
        "voice": _voice(entry.accounts),
        "accounts": entry.counts.accounts,
        "reports": entry.counts.reports,
        "sources": entry.counts.sources,
        "told_first": _day(min(told, default=None)),
        "told_last": _day(max(told, default=None)),
        "report": contents.reports[entry.accounts[0].report].seq,
        "words": _words(entry),
        "digest": digest_of(body),
    }
    line.update(_own(entry))
    return line


def digest_of(body: str) -> str:
    """By what an entry is known to be the same again."""
    return blake2b(body.encode("utf-8"), digest_size=12).hexdigest()


def _own(entry: Entry) -> Iterator[tuple[str, Value]]:
    """The columns that a kind has of its own."""
    match entry:
        case Meeting():
            yield from (("status", entry.status.value), ("subkind", entry.kind.value), ("title", entry.title))
            yield from (("overdue", entry.overdue), ("waits_for", entry.condition))
            yield from (("place", "; ".join(entry.place) or None), ("deadline", _last(entry.deadline)))
            if entry.when is not None:
                yield from (("precision", entry.when.precision.value), ("said", entry.when.said))
        case Statement():
            yield from (("status", entry.act.value), ("subkind", entry.mode.value), ("party", entry.party))
            yield from (("speaker", entry.speaker), ("anonymous", entry.anonymous))
        case Position():
            yield from (("status", entry.stance.value), ("party", entry.party), ("issue", entry.issue))
            yield from (("speaker", entry.voiced_by), ("waits_for", entry.condition), ("moved_from", entry.moved_from))
        case Condition():
            yield from (("status", entry.operator.value), ("party", entry.party), ("issue", entry.blocks))
            yield from (("speaker", entry.voiced_by), ("requires", entry.requires))
            yield "deadline", _last(entry.deadline)
        case Instrument():
            followed = [line.status.value for line in entry.status if line.followed]
            yield from (("status", followed[-1] if followed else None), ("subkind", entry.kind.value))
            yield from (("title", entry.title), ("issue", entry.subject), ("deadline", _last(entry.deadline)))


def parties_of(entry: Entry) -> tuple[str, ...]:
    """The parties of an entry: those of a meeting or an instrument, the one of anything else, where it is known."""
    if isinstance(entry, Meeting | Instrument):
        return entry.parties
    return (entry.party,) if entry.party else ()


def actors_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Everybody that an entry names, with the part each has in it; nobody twice in one part."""
    return iter(dict.fromkeys(_named(entry)))


def _named(entry: Entry) -> Iterator[tuple[str, str]]:
    for party in parties_of(entry):
        yield party, "party"
    match entry:
        case Meeting():
            parts = (("person", entry.people), ("lead", [lead for _, lead in entry.leads]), ("host", entry.hosts),
                     ("mediator", entry.mediators), ("excluded", entry.excluded), ("invited", entry.invited),
                     ("absent", entry.absent))  # fmt: skip
            for role, names in parts:
                yield from ((name, role) for name in names)
        case Statement():
            yield from ((name, "via") for name in entry.via)
            yield from ((name, role) for name, role in ((entry.speaker, "speaker"), (entry.to, "to")) if name)
        case Position() | Condition() if entry.voiced_by:
            yield entry.voiced_by, "voiced_by"


def marks_of(entry: Entry) -> Iterator[tuple[str, Evidence, str, str]]:
    """Every place that an account of an entry rests on: the report's id, the place, the account's id, the field."""
    for account in entry.accounts:
        for place in dict.fromkeys(account.evidence):
            yield account.report, place, account.id, "evidence"
        for support in dict.fromkeys(account.support):
            yield account.report, support.evidence, account.id, support.field


def states_of(entry: Entry) -> tuple[tuple[Value, ...], ...]:
    """What a meeting or an instrument was told to be one after the other: the columns of `states` but for the entry."""
    changes: Iterable[Change[MeetingStatus] | StatusEvent] = ()
    if isinstance(entry, Meeting):
        changes = entry.states
    elif isinstance(entry, Instrument):
        changes = entry.status
    return tuple(
        (place, _day(one.on or one.told), _value(one), one.step.value, one.followed, encode(one))
        for place, one in enumerate(changes)
    )


def searched(entry: Entry) -> tuple[str, str]:
    """What a search finds an entry by beside its label: the names in it, and all words it rests on."""
    names = dict.fromkeys(name for name, _ in actors_of(entry))
    words = dict.fromkeys(place.text for _, place, _, _ in marks_of(entry))
    return "\n".join(names), "\n".join(words)


def _value(one: Change[MeetingStatus] | StatusEvent) -> str:
    return one.status.value if isinstance(one, StatusEvent) else one.value.value


def _words(entry: Entry) -> str:
    """The words that stand for an entry: what a statement says, else the first that it rests on."""
    places = entry.content if isinstance(entry, Statement) else entry.evidence[:1]
    return " … ".join(place.text for place in places)


def _voice(accounts: Iterable[Account]) -> str:
    """Whose words an entry rests on: the outlet's own, those of speakers, of the unnamed, or of several of these."""
    voices = {
        "outlet" if one.voice.outlet else "unnamed" if one.voice.speaker is None and one.voice.party is None
        else "speaker"
        for one in accounts
    }  # fmt: skip
    return voices.pop() if len(voices) == 1 else "mixed"


def _last(when: When | None) -> str | None:
    return _day(when.end or when.start) if when else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
