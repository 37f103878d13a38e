"""Which moves are open by the record: what conditions ask to be granted or waived, what is refused or left."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import MoveKind, Requirement, Value, Whose
from pourparler.case.conflict.board import Move
from pourparler.case.issues.gathering import bare
from pourparler.case.issues.issue import Issues
from pourparler.case.issues.matrix import Cell
from pourparler.case.options.model import Card, option_name
from pourparler.case.options.told import Told
from pourparler.core.entry import Meeting
from pourparler.core.evidence import Evidence
from pourparler.core.ids import content_id
from pourparler.core.vocabulary import MeetingKind, Stance
from pourparler.text.gazetteer import fold

CellsOf = Callable[[str], Iterable[Cell]]
"""The cells of an issue by its id."""

_VERBS = {MoveKind.GRANT: "grant", MoveKind.RATIFY: "ratify", MoveKind.MEET: "hold"}

_LEFT = frozenset({MeetingKind.TALKS, MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CONFERENCE})
"""Kinds of meetings that somebody walks out of."""

_SIDES = 2
"""Parties of a meeting that one of them can walk out of."""

_MANY = 3

_SAYS_NOTHING = frozenset("a an the it one this that these those they them he she each both so do does all".split())


@dataclass(frozen=True, slots=True)
class Proposal:
    """An open move as an option to choose: by which entries and words it is open, how it is known whose it is, and the
    ids of the goals that wait for it."""

    id: str
    card: Card
    entries: tuple[str, ...]
    places: tuple[Evidence, ...]
    whose: Whose
    goals: tuple[str, ...] = ()


def propose(graph: Graph, cells_of: CellsOf, told: Told) -> tuple[Proposal, ...]:
    """The open moves of a record, each once: what conditions ask (those of most sources first, then those told last),
    what is refused, what can be walked out of, the latest first."""
    found: dict[str, Proposal] = {}
    waiting = [one for one in graph.requirements if one.value is not Value.MET and not graph.goals[one.head].reached]
    ordered = sorted(waiting, key=lambda one: (-one.sources, -(one.told or date.min).toordinal(), one.id))
    for each in (
        *(move for one in ordered for move in _of_condition(one, graph.issues)),
        *_refusals(graph.issues, cells_of, told.rejecting()),
        *_leavings(told.meetings(), graph.issues),
    ):
        known = found.get(each.id)
        found[each.id] = each if known is None else _both(known, each)
    return tuple(found.values())


def key_of(card: Card, issues: Issues) -> str:
    """The id of an option's move: the same party, kind and issue, in whatever words."""
    issue = issues.of(card.about)
    about = issue.id if issue is not None else " ".join(fold(card.about).casefold().split())
    return content_id("o", card.move.value, card.party, about)


def _of_condition(one: Requirement, issues: Issues) -> Iterator[Proposal]:
    """What is asked by a condition, part by part, refusing what its words ask somebody for, and waiving it."""
    for part in one.parts:
        if part.truth.value is Value.MET or _says_nothing(part.phrase):
            continue
        for party in part.grant.by:
            words = f"{_VERBS[part.grant.kind]} {bare(part.phrase)}"
            granted = _proposal(Card(words, party, Move.GRANT, part.phrase), one.evidence, (one.id,), issues)
            yield replace(granted, whose=part.grant.whose, goals=(one.head,))
            if part.grant.whose is Whose.TOLD:
                card = Card(f"refuse {bare(part.phrase)}", party, Move.REFUSE, part.phrase)
                yield replace(_proposal(card, one.evidence, (one.id,), issues), goals=(one.head,))
    for party in one.waive.by:
        if not _says_nothing(one.waive.about):
            card = Card(f"waive {bare(one.waive.about)}", party, Move.WAIVE, one.waive.about)
            yield replace(_proposal(card, one.evidence, (one.id,), issues), goals=(one.head,))


def _refusals(issues: Issues, cells_of: CellsOf, rejecting: Iterable[str]) -> Iterator[Proposal]:
    """What a party rejects and has not taken back, as the move of going on to refuse it."""
    rejected = {issue.id: issue for position in rejecting for issue in issues.about(position)}
    for issue in rejected.values():
        for cell in cells_of(issue.id):
            held = [one for one in cell.stances if one.stance is Stance.REJECTS]
            if held and not _says_nothing(issue.name):
                places = tuple(place for one in held for place in one.evidence)
                card = Card(f"refuse {bare(issue.name)}", cell.party, Move.REFUSE, issue.phrases[0])
                yield _proposal(card, places, tuple(one.position for one in held), issues)


def _leavings(meetings: Iterable[Meeting], issues: Issues) -> Iterator[Proposal]:
    """Walking out, of the talks of some parties or of one meeting."""
    for one in meetings:
        if one.kind not in _LEFT or len(one.parties) < _SIDES:
            continue
        for party in one.parties:
            others = [other for other in one.parties if other != party]
            talks = one.kind is MeetingKind.TALKS
            name = f"walk out of talks with {_few(others)}" if talks else f"walk out of {bare(one.title)}"
            about = f"talks of {_series(sorted(one.parties))}" if talks else one.title
            yield _proposal(Card(name, party, Move.WALK_OUT, about), one.evidence, (one.id,), issues)


def _proposal(card: Card, places: tuple[Evidence, ...], entries: tuple[str, ...], issues: Issues) -> Proposal:
    named = replace(card, name=option_name(card.name))
    return Proposal(key_of(card, issues), named, entries, tuple(dict.fromkeys(places)), Whose.TOLD)


def _both(one: Proposal, other: Proposal) -> Proposal:
    """One move that several entries leave open, in the words of the first."""
    return replace(
        one,
        entries=tuple(dict.fromkeys((*one.entries, *other.entries))),
        places=tuple(dict.fromkeys((*one.places, *other.places))),
        whose=Whose.TOLD if Whose.TOLD in (one.whose, other.whose) else one.whose,
        goals=tuple(dict.fromkeys((*one.goals, *other.goals))),
    )


def _says_nothing(phrase: str) -> bool:
    return set(phrase.casefold().split()) <= _SAYS_NOTHING


def _few(names: list[str]) -> str:
    """Names for a short name: the first alone where there are many."""
    return _series(names) if len(names) < _MANY else f"{names[0]} and {len(names) - 1} others"


def _series(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
