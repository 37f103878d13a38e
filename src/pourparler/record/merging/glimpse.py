"""What one report tells of one meeting: the accounts that the reader holds to be of one, seen together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.core.account import Account
from pourparler.core.moment import Precision
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.record.merging.background import Background
from pourparler.record.merging.wording import content_words, telling_words

Days = tuple[date, date]

LONGEST = 31
"""Days of an interval above which it says too little to tell two meetings apart."""

_ABOUT = re.compile(r"\b(?:about|regarding|concerning|on the subject of) (?P<topic>[^,.;]+)", re.IGNORECASE)
MET = frozenset({MeetingStatus.HELD, MeetingStatus.UNDER_WAY})
AHEAD = frozenset({MeetingStatus.PLANNED, MeetingStatus.CONDITIONAL, MeetingStatus.POSTPONED, MeetingStatus.CANCELLED})


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Accounts of one meeting in one report, with names resolved; `people_of` pairs a party with its people.

    `text` is the first report of its chain of near copies, `wordings` the passages themselves, folded; `limits` are
    the words that say what a denied contact was not about.
    """

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
    text: str
    wordings: frozenset[str]
    limits: frozenset[str]


def family(kind: MeetingKind) -> str:
    """Kinds that reports use for one another are of one family: a call is no meeting, an exchange is neither."""
    return kind.value if kind in (MeetingKind.CALL, MeetingKind.EXCHANGE) else "meeting"


def days_of(frame: MeetingFrame, published: date | None = None) -> Days | None:
    """The days of a frame, where both ends are known and not too far apart to mean one meeting.

    What is told as held on a day after its report was published has no day: nobody could know it.
    """
    when = frame.when
    if when is None or when.start is None or when.end is None or (when.end - when.start).days > LONGEST:
        return None
    if is_foretold(frame, published):
        return None
    return _clipped(frame, (when.start, when.end), published)


def _clipped(frame: MeetingFrame, days: Days, published: date | None) -> Days:
    """A week or month cut at the day of the report: of what was held to the days before, of what is to come to those
    after."""
    start, end = days
    if published is None or frame.when is None or frame.when.precision in (Precision.DAY, Precision.SPAN):
        return days
    if frame.status in MET and start <= published:
        return start, min(end, published)
    if frame.status in (MeetingStatus.PLANNED, MeetingStatus.CONDITIONAL, MeetingStatus.PROPOSED) and end >= published:
        return max(start, published), end
    return days


def is_foretold(frame: MeetingFrame, published: date | None) -> bool:
    """True when a frame has a meeting held, or under way, on days that had not come when its report was published."""
    start = frame.when.start if frame.when else None
    return frame.status in MET and start is not None and published is not None and start > published


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
        days = days_of(frame, published)
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
        return _held_from_coming(rest, published)
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


def _held_from_coming(group: Sequence[Account], published: date | None) -> list[list[Account]]:
    """A group without days held, parted in what was held and what is planned for days after the report."""
    met = any(fields_of(account).status is MeetingStatus.HELD for account in group)
    coming = [
        account
        for account in group
        if met
        and published
        and fields_of(account).status not in MET
        and (days := days_of(fields_of(account)))
        and days[0] > published
    ]
    held = [account for account in group if account not in coming]
    return [held, coming] if coming else [held]


def _limits(frame: MeetingFrame, words: str) -> frozenset[str]:
    """What a denied contact was not about, where the words say so."""
    match = _ABOUT.search(words) if frame.status is MeetingStatus.DENIED else None
    return content_words(match["topic"]) if match else frozenset()


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
    published = background.published(accounts[0])
    wordings = {" ".join(evidence.text.split()).casefold() for account in accounts for evidence in account.evidence}
    limits = (_limits(fields_of(account), evidence.text) for account in accounts for evidence in account.evidence)
    titles = frozenset[str]().union(*(telling_words(frame.title, everyone, people, places) for frame in frames))
    return Glimpse(
        accounts=tuple(accounts),
        report=accounts[0].report,
        published=published,
        families=frozenset(family(kind) for kind in kinds),
        kinds=kinds,
        statuses=frozenset(frame.status for frame in frames),
        days=tuple(sorted({days for frame in frames if (days := days_of(frame, published))})),
        parties=everyone,
        people=frozenset(people),
        people_of=tuple(sorted((party, frozenset(names)) for party, names in people_of.items())),
        places=places,
        rounds=frozenset(frame.round for frame in frames if frame.round is not None),
        words=titles,
        text=background.copies.text[accounts[0].report],
        wordings=frozenset(wordings),
        limits=frozenset[str]().union(*limits),
    )


def gap(one: Days, other: Days) -> int:
    """Days between two intervals; 0 where they meet or overlap, 1 where the one ends the day before the other."""
    return max(0, (max(one[0], other[0]) - min(one[1], other[1])).days)


def fields_of(account: Account) -> MeetingFrame:
    """The fields of an account of a meeting."""
    assert isinstance(account.fields, MeetingFrame)
    return account.fields
