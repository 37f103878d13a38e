"""What one report tells of one meeting: the accounts that the reader holds to be of one, seen together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.core.account import Account
from pourparler.core.moment import Precision
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.record.merging.background import Background
from pourparler.record.merging.wording import telling_words

Days = tuple[date, date]

LONGEST = 31
"""Days of an interval above which it says too little to tell two meetings apart."""

MET = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})
AHEAD = frozenset({MeetingStatus.PLANNED, MeetingStatus.CONDITIONAL, MeetingStatus.POSTPONED, MeetingStatus.CANCELLED})


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Accounts of one meeting in one report, with names resolved; `people_of` pairs a party with its people."""

    accounts: tuple[Account, ...]
    report: str
    published: date | None
    families: frozenset[str]
    kinds: frozenset[MeetingKind]
    statuses: frozenset[MeetingStatus]
    days: tuple[Days, ...]
    parties: frozenset[str]
    people: frozenset[str]
    people_of: tuple[tuple[str, frozenset[str]], ...]
    places: tuple[str, ...]
    rounds: frozenset[int]
    words: frozenset[str]


def family(kind: MeetingKind) -> str:
    """Kinds that reports use for one another are of one family: a call is no meeting, an exchange is neither."""
    return kind.value if kind in (MeetingKind.CALL, MeetingKind.EXCHANGE) else "meeting"


def days_of(frame: MeetingFrame) -> Days | None:
    """The days of a frame, where both ends are known and not too far apart to mean one meeting."""
    when = frame.when
    if when is None or when.start is None or when.end is None or (when.end - when.start).days > LONGEST:
        return None
    return when.start, when.end


def glimpses(accounts: Iterable[Account], background: Background) -> list[Glimpse]:
    """The glimpses in order of report and text; accounts of one group stay together unless days part them."""
    groups: dict[tuple[str, str], list[Account]] = defaultdict(list)
    for account in background.sorted(accounts):
        groups[account.report, account.group or account.id].append(account)
    return [
        glimpse(part, background)
        for group in groups.values()
        for part in _by_days(group, background.published(group[0]))
    ]


def _by_days(group: Sequence[Account], published: date | None) -> list[list[Account]]:
    """A group, parted where it was held on days that lie apart, and from what was still to come when it had been held.

    What was put off or proposed before goes with the first.
    """
    parts: list[tuple[Days, list[Account]]] = []
    rest: list[Account] = []
    for account in group:
        frame = fields_of(account)
        days = days_of(frame)
        if days is None or frame.status not in MET:
            rest.append(account)
            continue
        for index, (known, accounts) in enumerate(parts):
            if gap(known, days) <= 1:
                parts[index] = ((min(known[0], days[0]), max(known[1], days[1])), [*accounts, account])
                break
        else:
            parts.append((days, [account]))
    if not parts:
        return [rest]
    last = max(days[1] for days, _ in parts)
    coming = [
        account
        for account in rest
        if published and last <= published and (days := days_of(fields_of(account))) and days[0] > last
    ]
    place = {account.id: index for index, account in enumerate(group)}
    first, *others = ([*accounts] for _, accounts in parts)
    kept = [account for account in (*first, *rest) if account not in coming]
    return [sorted(kept, key=lambda account: place[account.id]), *others, *([coming] if coming else [])]


def glimpse(accounts: Sequence[Account], background: Background) -> Glimpse:
    """What these accounts of one report tell together; mediators are no parties, people bring their party along."""
    frames = [fields_of(account) for account in accounts]
    actors = background.actors
    mediators = {actors.name_of(name) for frame in frames for name in frame.mediators}
    parties = {actors.name_of(name) for frame in frames for name in frame.parties} - mediators
    people = {actors.name_of(name) for frame in frames for name in frame.people}
    people_of: dict[str, set[str]] = defaultdict(set)
    for person in people:
        party = actors.party_of(person)
        if party is not None and party not in mediators and person not in mediators:
            people_of[party].add(person)
    everyone = frozenset(parties) | frozenset(people_of)
    kinds = frozenset(frame.kind for frame in frames)
    places = tuple(dict.fromkeys(place for frame in frames for place in frame.place))
    titles = frozenset[str]().union(*(telling_words(frame.title, everyone, people, places) for frame in frames))
    return Glimpse(
        accounts=tuple(accounts),
        report=accounts[0].report,
        published=background.published(accounts[0]),
        families=frozenset(family(kind) for kind in kinds),
        kinds=kinds,
        statuses=frozenset(frame.status for frame in frames),
        days=tuple(sorted({days for frame in frames if (days := days_of(frame))})),
        parties=everyone,
        people=frozenset(people),
        people_of=tuple(sorted((party, frozenset(names)) for party, names in people_of.items())),
        places=places,
        rounds=frozenset(frame.round for frame in frames if frame.round is not None),
        words=titles,
    )


def gap(one: Days, other: Days) -> int:
    """Days between two intervals; 0 where they meet or overlap, 1 where the one ends the day before the other."""
    return max(0, (max(one[0], other[0]) - min(one[1], other[1])).days)


def is_fine(frame: MeetingFrame) -> bool:
    """True when a frame gives one day."""
    return frame.when is not None and frame.when.precision is Precision.DAY and frame.when.start == frame.when.end


def fields_of(account: Account) -> MeetingFrame:
    """The fields of an account of a meeting."""
    assert isinstance(account.fields, MeetingFrame)
    return account.fields
