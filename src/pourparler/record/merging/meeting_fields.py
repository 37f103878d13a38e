"""A meeting out of its accounts: every field merged, specific words first."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from pourparler.core.account import Account
from pourparler.core.entry import Meeting
from pourparler.core.ids import content_id
from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.record.merging.background import Background
from pourparler.record.merging.choice import commonest, last, whole
from pourparler.record.merging.company import company_of
from pourparler.record.merging.days import days_told, place_of, places_told, when_of
from pourparler.record.merging.glimpse import fields_of
from pourparler.record.merging.progress import furthest, is_overdue, states_of, status_of

_POINTING = frozenset("a an the this that these such his her their its our my your another".split())
_MOST_NAMED = 3


def make_meeting(accounts: list[Account], background: Background) -> Meeting:
    """The meeting of one group of accounts, which come in the order of reports and text; people bring their party."""
    frames = [fields_of(account) for account in accounts]
    states = states_of(accounts, background)
    status = status_of(states)
    when = when_of(accounts, status, background)
    kind = _kind(frames)
    company = company_of(frames, background)
    settling = [account for account in accounts if fields_of(account).status is status]
    return Meeting(
        id=content_id("m", accounts[0].id),
        kind=kind,
        title=_title(frames, kind, company.parties),
        status=status,
        overdue=is_overdue(status, when, background.today),
        when=when,
        place=place_of(accounts),
        round=commonest(frame.round for frame in frames if frame.round is not None),
        level=commonest(frame.level for frame in frames if frame.level),
        parties=company.parties,
        people=company.people,
        leads=company.leads,
        mediators=company.mediators,
        excluded=company.excluded,
        agenda=background.support(accounts, "agenda"),
        outcome=background.support(accounts, "outcome"),
        reported=_reported(accounts, background),
        evidence=background.evidence(accounts),
        counts=background.counts(accounts),
        accounts=tuple(accounts),
        channel=commonest(frame.channel for frame in frames if frame.channel),
        hosts=company.hosts,
        invited=company.invited,
        absent=company.absent,
        deadline=last(frame.deadline for frame in frames),
        wording=background.support(settling, "wording"),
        hedge=background.support(settling, "hedge"),
        denied=background.support(accounts, "denied"),
        states=states,
        days=days_told(accounts, background),
        places=places_told(accounts, background),
    )


def _reported(accounts: Sequence[Account], background: Background) -> tuple[tuple[str, MeetingStatus], ...]:
    """The status that each report gives, by its name."""
    return tuple(
        (background.reports[report].name, furthest(fields_of(account).status for account in told))
        for report, told in groupby(accounts, key=lambda account: account.report)
    )


def _kind(frames: Sequence[MeetingFrame]) -> MeetingKind:
    """The kind told most often; the plain `meeting` only where nothing more telling is said."""
    telling = [frame.kind for frame in frames if frame.kind is not MeetingKind.MEETING]
    return commonest(telling) or MeetingKind.MEETING


def _title(frames: Sequence[MeetingFrame], kind: MeetingKind, parties: Sequence[str]) -> str:
    """The title told most often that says which meeting it is; else one made of round, parties and kind."""
    titles = Counter(title for frame in frames if (title := whole(frame.title)))
    telling = [title for title in titles if len(title.split()) > 1 and title.split()[0].casefold() not in _POINTING]
    telling = [title for title in telling if not title.casefold().split()[0].endswith(("'s", "’s"))]
    number = commonest(frame.round for frame in frames if frame.round is not None)
    if parties and (number is not None or not telling):
        sides = "–".join(parties[:_MOST_NAMED]) + (" and others" if len(parties) > _MOST_NAMED else "")
        made = f"{sides} {kind}"
        return made if number is None else f"{made}, round {number}"
    return min(telling or titles, key=lambda title: (-titles[title], -len(title), title), default=kind.value)
