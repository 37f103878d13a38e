"""The cells of a board out of the record: positions, the holder's intention, doubts, each with what it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pourparler.case.conditions.graph import Graph
from pourparler.case.conditions.requirement import Basis, Requirement
from pourparler.case.conflict.board import Board, Doubt, Move, Row, Said, lay_out
from pourparler.case.conflict.model import Option
from pourparler.case.issues.issue import Issue
from pourparler.case.issues.matrix import Held
from pourparler.case.issues.parties import Parties
from pourparler.case.options.doubts import says_doubt
from pourparler.case.options.model import Card, Model
from pourparler.case.options.moves import CellsOf
from pourparler.case.options.told import Spoken, Told, names_of
from pourparler.case.options.topics import is_about, wordings_of
from pourparler.case.voices import BINDING
from pourparler.core.vocabulary import Act, Stance

ASKS = {
    Stance.DEMANDS: True,
    Stance.PROPOSES: True,
    Stance.SUPPORTS: True,
    Stance.ACCEPTS: True,
    Stance.REJECTS: False,
}
"""Whether a stance on what an option is about asks for it; an offer and a condition ask for nothing of the kind."""

INTENDS = {Stance.OFFERS: True, Stance.ACCEPTS: True, Stance.REJECTS: False}
"""Whether a holder's own stance says that it will do it."""

SAYS_IT_WILL = {
    Act.PROMISE: True,
    Act.OFFER: True,
    Act.ACCEPT: True,
    Act.DECLINE: False,
    Act.REJECT: False,
}
"""Whether a holder's own statement says that it will do it."""

_AGAINST = frozenset({Move.REFUSE, Move.WALK_OUT})
"""Moves that are taken by not doing what they are about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What cells are made of: the graph of conditions, the matrix of positions, and what else a record tells."""

    graph: Graph
    cells_of: CellsOf
    told: Told


@dataclass(frozen=True, slots=True)
class _Word:
    """One party's word for or against an option."""

    party: str
    taken: bool
    basis: Basis


def board_of(model: Model, asked: Asked) -> Board:
    """A board with its cells; one that nobody is told to have said anything of is empty, and unknown."""
    names = names_of(asked.told, model.parties)
    return lay_out(model.parties, [_row(model, card, asked, names) for card in model.cards])


def _row(model: Model, card: Card, asked: Asked, names: Parties) -> Row:
    option = Option(card.name, card.party, card.direction)
    issue = asked.graph.issues.of(card.about)
    if issue is None:
        return Row(option, card.move)
    spoken = [one for one in asked.told.spoken(wordings_of(issue)) if is_about(one.text, issue)]
    if card.move is Move.WAIVE:
        positions, own = list(_conditions(card, asked, issue)), list(_taken_back(card, asked, issue))
    else:
        stances = list(_stances(card, asked, issue))
        positions = [_Word(party, ASKS[held.stance] ^ (card.move in _AGAINST), _held(held))
                     for party, held in stances if held.stance in ASKS and party in model.parties]  # fmt: skip
        positions += _required(card, asked, issue, model.parties)
        own = list(_meant(card, asked, issue))
        own += _promised(card, asked, issue, spoken)
    doubting = [one for one in spoken if one.party in model.parties and _doubts(one, card, names)]
    last = tuple(_gathered(_latest(own)))
    torn = last if len(last) > 1 else ()
    intention = None if torn or not last else last[0]
    return Row(option, card.move, tuple(_gathered(positions)), intention, tuple(_doubts_of(doubting)), torn)


def _stances(card: Card, asked: Asked, issue: Issue) -> Iterator[tuple[str, Held]]:
    """The stances in force on an issue, party by party."""
    for cell in asked.cells_of(issue.id):
        for held in cell.stances:
            yield cell.party, held


def _required(card: Card, asked: Asked, issue: Issue, parties: Sequence[str]) -> Iterator[_Word]:
    """The parties whose conditions require it of the holder: that too is a position on it."""
    for one in asked.graph.requirements:
        of = [part for part in one.parts if issue in asked.graph.issues.all_of(part.phrase)]
        holder = one.holder if one.holder != card.party else None
        if holder is not None and holder in parties and any(card.party in part.grant.by for part in of):
            yield _Word(holder, card.move not in _AGAINST, _condition(one))


def _meant(card: Card, asked: Asked, issue: Issue) -> Iterator[_Word]:
    """What the holder's stance in its own voice says it will do."""
    for cell in asked.cells_of(issue.id):
        if cell.party == card.party:
            for held in cell.own:
                if held.stance in INTENDS:
                    yield _Word(card.party, INTENDS[held.stance] ^ (card.move in _AGAINST), _held(held))


def _promised(card: Card, asked: Asked, issue: Issue, spoken: Sequence[Spoken]) -> Iterator[_Word]:
    """What the holder's own statements say it will do: those whose words are of this issue and of no other thing."""
    for one in spoken:
        act = one.statement.act
        of = {key for place in one.statement.content for key in asked.graph.issues.ids_of(place.text)}
        if one.party == card.party and one.hearing in BINDING and act in SAYS_IT_WILL and issue.id in of:
            taken = SAYS_IT_WILL[act] ^ one.statement.negative ^ (card.move in _AGAINST)
            yield _Word(card.party, taken, _said(one))


def _conditions(card: Card, asked: Asked, issue: Issue) -> Iterator[_Word]:
    """The holder's conditions as they stand: not waived."""
    for one in asked.graph.requirements:
        about = [one.waive.about, *(part.phrase for part in one.parts)]
        if card.party in one.waive.by and any(issue in asked.graph.issues.all_of(phrase) for phrase in about):
            yield _Word(card.party, False, _condition(one))


def _taken_back(card: Card, asked: Asked, issue: Issue) -> Iterator[_Word]:
    """What the holder said since, in its own voice, that accepts what it blocked."""
    binding = {hearing.value for hearing in BINDING}
    for one in asked.graph.requirements:
        about = [one.waive.about, *(part.phrase for part in one.parts)]
        if card.party in one.waive.by and any(issue in asked.graph.issues.all_of(phrase) for phrase in about):
            accepted = (basis for basis in one.later if basis.voice in binding and basis.says == Stance.ACCEPTS.value)
            yield from (_Word(card.party, True, basis) for basis in accepted)


def _doubts(one: Spoken, card: Card, names: Parties) -> bool:
    """Whether another party's words name the holder and doubt."""
    if one.party == card.party or card.party not in names.named_in(one.text):
        return False
    return says_doubt(one.text, one.statement.negative)


def _condition(one: Requirement) -> Basis:
    voice = f"voiced by {one.voiced_by}" if one.voiced_by else "as told"
    return Basis(one.id, one.operator.value, one.told, voice, one.evidence)


def _held(held: Held) -> Basis:
    return Basis(held.position, held.stance.value, held.last, held.hearing.value, held.evidence)


def _said(one: Spoken) -> Basis:
    return Basis(one.statement.id, one.statement.act.value, one.told, one.hearing.value, one.statement.content)


def _gathered(words: Iterable[_Word]) -> Iterator[Said]:
    """Words for and against an option, party by party."""
    by: dict[tuple[str, bool], list[Basis]] = {}
    for one in words:
        by.setdefault((one.party, one.taken), []).append(one.basis)
    for (party, taken), basis in by.items():
        yield Said(party, taken, _entries(basis), tuple(basis))


def _latest(words: Sequence[_Word]) -> list[_Word]:
    """What was said last, each word once."""
    last = max((one.basis.told or date.min for one in words), default=None)
    return list(dict.fromkeys(one for one in words if (one.basis.told or date.min) == last))


def _doubts_of(doubting: Sequence[Spoken]) -> Iterator[Doubt]:
    by: dict[str, list[Basis]] = {}
    for one in doubting:
        if one.party is not None:
            by.setdefault(one.party, []).append(_said(one))
    for party, basis in by.items():
        yield Doubt(party, _entries(basis), tuple(basis))


def _entries(basis: Iterable[Basis]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.entry for one in basis))
