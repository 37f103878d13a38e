"""A meeting out of its accounts: every field merged, specific words first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from pourparler.core.account import Account
from pourparler.core.entry import Meeting
from pourparler.core.ids import content_id
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.record.merging.background import Background
from pourparler.record.merging.choice import commonest, last, union
from pourparler.record.merging.glimpse import MET, fields_of
from pourparler.record.merging.places import agree, is_known, specific_first
from pourparler.record.merging.progress import furthest, is_overdue, status_of, when_of

_POINTING = frozenset("a an the this that these such his her their its our my your another".split())
_MOST_NAMED = 3


def make_meeting(accounts: list[Account], background: Background) -> Meeting:
    """The meeting of one group of accounts, which come in the order of reports and text; people bring their party."""
    frames = [fields_of(account) for account in accounts]
    status = status_of(accounts, background)
    when = when_of(accounts, status, background)
    mediators = _mediators(frames, background)
    kind = _kind(frames)
    people = _names((frame.people for frame in _of_takers(frames)), background)
    told = _names((frame.parties for frame in frames), background) | {
        party for person in people - mediators if (party := background.actors.party_of(person))
    }
    parties = tuple(sorted(told - mediators))
    excluded = _names((frame.excluded for frame in frames), background) - set(parties)
    hosts = _names((frame.hosts for frame in frames), background) & mediators
    settling = [account for account in accounts if fields_of(account).status is status]
    return Meeting(
        id=content_id("m", accounts[0].id),
        kind=kind,
        title=_title(frames, kind, parties),
        status=status,
        overdue=is_overdue(status, when, background.today),
        when=when,
        place=_place(accounts),
        round=commonest(frame.round for frame in frames if frame.round is not None),
        level=commonest(frame.level for frame in frames if frame.level),
        parties=parties,
        people=tuple(sorted(people)),
        leads=_leads(frames, background),
        mediators=tuple(sorted(mediators)),
        excluded=tuple(sorted(excluded)),
        agenda=background.support(accounts, "agenda"),
        outcome=background.support(accounts, "outcome"),
        reported=tuple(
            (background.reports[report].name, furthest(fields_of(account).status for account in told))
            for report, told in groupby(accounts, key=lambda account: account.report)
        ),
        evidence=background.evidence(accounts),
        counts=background.counts(accounts),
        accounts=tuple(accounts),
        channel=commonest(frame.channel for frame in frames if frame.channel),
        hosts=tuple(sorted(hosts)),
        invited=tuple(sorted(_names((frame.invited for frame in frames), background) - excluded)),
        absent=tuple(sorted(_names((frame.absent for frame in frames), background) - people)),
        deadline=last(frame.deadline for frame in frames),
        wording=background.support(settling, "wording"),
        hedge=background.support(settling, "hedge"),
        denied=background.support(accounts, "denied"),
    )


def _of_takers(frames: Sequence[MeetingFrame]) -> list[MeetingFrame]:
    """The frames that name who took part: of a meeting held, not those that only tell who proposed it."""
    takers = [frame for frame in frames if frame.status is not MeetingStatus.PROPOSED]
    held = any(frame.status in MET for frame in frames) and any(frame.people for frame in takers)
    return takers if held else list(frames)


def _names(groups: Iterable[Iterable[str]], background: Background) -> set[str]:
    return {background.actors.name_of(name) for group in groups for name in group}


def _mediators(frames: Sequence[MeetingFrame], background: Background) -> set[str]:
    """Those whom at least as many accounts call mediator or host as call a party."""
    called = ({*frame.mediators, *frame.hosts} for frame in frames)
    hosts = Counter(background.actors.name_of(name) for names in called for name in names)
    parties = Counter(background.actors.name_of(name) for frame in frames for name in set(frame.parties))
    return {name for name, told in hosts.items() if told >= parties[name]}


def _kind(frames: Sequence[MeetingFrame]) -> MeetingKind:
    """The kind told most often; the plain `meeting` only where nothing more telling is said."""
    telling = [frame.kind for frame in frames if frame.kind is not MeetingKind.MEETING]
    return commonest(telling) or MeetingKind.MEETING


def _title(frames: Sequence[MeetingFrame], kind: MeetingKind, parties: Sequence[str]) -> str:
    """The title told most often that says which meeting it is; else one made of round, parties and kind."""
    titles = Counter(frame.title for frame in frames if frame.title)
    telling = [title for title in titles if len(title.split()) > 1 and title.split()[0].casefold() not in _POINTING]
    telling = [title for title in telling if not title.casefold().split()[0].endswith(("'s", "’s"))]
    number = commonest(frame.round for frame in frames if frame.round is not None)
    if parties and (number is not None or not telling):
        sides = "–".join(parties[:_MOST_NAMED]) + (" and others" if len(parties) > _MOST_NAMED else "")
        made = f"{sides} {kind}"
        return made if number is None else f"{made}, round {number}"
    return min(telling or titles, key=lambda title: (-titles[title], -len(title), title), default=kind.value)


def _place(accounts: Sequence[Account]) -> tuple[str, ...]:
    """The places of the last accounts that tell one, with those of earlier ones that go with them.

    What was held lies where those who tell of it as held put it; a plan for another place is past.
    """
    held = [account for account in accounts if fields_of(account).status in MET and fields_of(account).place]
    telling = held or [account for account in accounts if fields_of(account).place]
    if not telling:
        return ()
    counts = Counter(place for account in telling for place in fields_of(account).place)
    last = fields_of(telling[-1]).place
    if held:
        first_named = list(dict.fromkeys(place for account in telling for place in fields_of(account).place))
        last = (max(first_named, key=lambda place: sum(n for other, n in counts.items() if agree([place], [other]))),)
    every = union(fields_of(account).place for account in accounts)
    return specific_first((*last, *(place for place in every if agree([place], last) or not is_known(place))))


def _leads(frames: Sequence[MeetingFrame], background: Background) -> tuple[tuple[str, str], ...]:
    """Who led each party's side, as most accounts tell."""
    told: dict[str, list[str]] = defaultdict(list)
    for frame in frames:
        for party, person in frame.leads:
            told[background.actors.name_of(party)].append(background.actors.name_of(person))
    return tuple((party, commonest(told[party]) or told[party][0]) for party in sorted(told))
