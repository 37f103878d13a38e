"""Who was at a meeting and who was not, out of all its accounts: sides, people, mediators, hosts, guests, absentees."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pourparler.core.reading import MeetingFrame
from pourparler.core.vocabulary import MeetingStatus
from pourparler.record.merging.background import Background
from pourparler.record.merging.choice import commonest
from pourparler.record.merging.glimpse import MET
from pourparler.record.merging.places import within


@dataclass(frozen=True, slots=True)
class Company:
    """Names under which the record knows them, sorted; `leads` pairs a party with who led its side."""

    parties: tuple[str, ...]
    people: tuple[str, ...]
    leads: tuple[tuple[str, str], ...]
    mediators: tuple[str, ...]
    hosts: tuple[str, ...]
    excluded: tuple[str, ...]
    invited: tuple[str, ...]
    absent: tuple[str, ...]


def company_of(frames: Sequence[MeetingFrame], background: Background) -> Company:
    """The company of one meeting; people bring their party, who mediates or hosts is no party."""
    mediators = _mediators(frames, background)
    people = _names((frame.people for frame in _of_takers(frames)), background)
    brought = {party for person in people - mediators if (party := background.actors.party_of(person))}
    leads = _leads(frames, background)
    told = _names((frame.parties for frame in frames), background)
    told -= _scenes(frames, told - brought - {party for party, _ in leads}, background)
    parties = ((told - _kept_out(frames, background)) | brought) - mediators
    excluded = _names((frame.excluded for frame in frames), background) - parties
    return Company(
        parties=tuple(sorted(parties)),
        people=tuple(sorted(people)),
        leads=leads,
        mediators=tuple(sorted(mediators)),
        hosts=tuple(sorted(_names((frame.hosts for frame in frames), background) & mediators)),
        excluded=tuple(sorted(excluded)),
        invited=tuple(sorted(_names((frame.invited for frame in frames), background) - excluded)),
        absent=tuple(sorted(_names((frame.absent for frame in frames), background) - people)),
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


def _kept_out(frames: Sequence[MeetingFrame], background: Background) -> set[str]:
    """Those whom at least as many accounts keep out as have at the table: who was kept out is said in so many words."""
    out = Counter(name for frame in frames for name in _names([frame.excluded], background))
    there = Counter(name for frame in frames for name in _names([frame.parties], background))
    return {name for name, told in out.items() if told >= there[name]}


def _scenes(frames: Sequence[MeetingFrame], parties: set[str], background: Background) -> set[str]:
    """Of the parties, those that are only where it is: named as a side beside a place that lies in them, and by no
    account otherwise, while some account names two sides or more without them."""
    sides = [_names([frame.parties], background) for frame in frames]

    def is_scene(party: str) -> bool:
        beside = [frame for frame, names in zip(frames, sides, strict=True) if party in names]
        placed = all(any(within(place, party) for place in frame.place) for frame in beside)
        return placed and any(len(names) > 1 and party not in names for names in sides)

    return {party for party in parties if is_scene(party)}


def _leads(frames: Sequence[MeetingFrame], background: Background) -> tuple[tuple[str, str], ...]:
    """Who led each party's side, as most accounts tell."""
    told: dict[str, list[str]] = defaultdict(list)
    for frame in frames:
        for party, person in frame.leads:
            told[background.actors.name_of(party)].append(background.actors.name_of(person))
    return tuple((party, commonest(told[party]) or told[party][0]) for party in sorted(told))
