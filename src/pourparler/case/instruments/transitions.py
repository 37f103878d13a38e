"""The table of an instrument's states: which may follow which, and what evidence each asks for.

Grounds are the ways in which treaties and bargains come about: negotiation, a text, consent, signature, ratification,
entry into force, suspension and end (Vienna Convention on the Law of Treaties, 1969, articles 9 to 18, 24, 54 to 72;
a labour contract that is agreed tentatively and then put to the members' vote takes the same way).
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus


class Asks(StrEnum):
    """The evidence that entering a state asks for."""

    ONE_VOICE = "the own voice of whoever does it, or the outlet's own account"
    ALL_SIDES = "the own voices of every party, or a document"
    ACT_SEEN = "the outlet's own account of the act, a document, or the own voices of every party"


@dataclass(frozen=True, slots=True)
class Transition:
    """That one state may follow another, and on what grounds."""

    before: InstrumentStatus
    after: InstrumentStatus
    because: str


_S = InstrumentStatus

ASKS: Mapping[InstrumentStatus, Asks] = MappingProxyType(
    {
        _S.PROPOSED: Asks.ONE_VOICE,
        _S.PROMISED: Asks.ONE_VOICE,
        _S.DRAFTED: Asks.ONE_VOICE,
        _S.HANDED_OVER: Asks.ACT_SEEN,
        _S.UNDER_NEGOTIATION: Asks.ONE_VOICE,
        _S.FRAMEWORK_AGREED: Asks.ALL_SIDES,
        _S.AGREED: Asks.ALL_SIDES,
        _S.TO_BE_SIGNED: Asks.ONE_VOICE,
        _S.SIGNED: Asks.ACT_SEEN,
        _S.SUBJECT_TO_RATIFICATION: Asks.ONE_VOICE,
        _S.RATIFIED: Asks.ONE_VOICE,
        _S.IN_FORCE: Asks.ACT_SEEN,
        _S.SUSPENDED: Asks.ONE_VOICE,
        _S.REJECTED: Asks.ONE_VOICE,
        _S.COLLAPSED: Asks.ONE_VOICE,
    }
)
"""By state entered. One side can propose, put off, turn down or break off alone; it takes all sides to agree."""

_BEGINNINGS = (_S.PROPOSED, _S.PROMISED, _S.DRAFTED, _S.HANDED_OVER, _S.UNDER_NEGOTIATION)
_STANDING = (_S.AGREED, _S.TO_BE_SIGNED, _S.SIGNED, _S.SUBJECT_TO_RATIFICATION, _S.RATIFIED)
_LIVE = (*_BEGINNINGS, _S.FRAMEWORK_AGREED, *_STANDING, _S.IN_FORCE)

_STAGES: Mapping[InstrumentStatus, int] = MappingProxyType(
    {
        **dict.fromkeys(_BEGINNINGS, 0),
        _S.FRAMEWORK_AGREED: 1,
        _S.AGREED: 2,
        _S.TO_BE_SIGNED: 2,
        _S.SIGNED: 3,
        _S.SUBJECT_TO_RATIFICATION: 3,
        _S.RATIFIED: 4,
        _S.IN_FORCE: 5,
    }
)

_Ground = tuple[str, tuple[InstrumentStatus, ...], tuple[InstrumentStatus, ...]]
"""Why any of the first states may be followed by any of the second."""

_GROUNDS: tuple[_Ground, ...] = (
    ("before consent, offers, drafts and talks come in any order", _BEGINNINGS, _BEGINNINGS),
    ("consent may come at any time before it is given, in outline or in full", _BEGINNINGS,
     (_S.FRAMEWORK_AGREED, _S.AGREED)),
    ("what is agreed in outline is negotiated in detail", (_S.FRAMEWORK_AGREED,),
     (_S.UNDER_NEGOTIATION, _S.DRAFTED, _S.HANDED_OVER, _S.AGREED)),
    ("consent is put under signature", (_S.FRAMEWORK_AGREED, _S.AGREED), (_S.TO_BE_SIGNED, _S.SIGNED)),
    ("a signing that was set takes place; that all is agreed may be told once it is set", (_S.TO_BE_SIGNED,),
     (_S.AGREED, _S.SIGNED)),
    ("consent or signature may need the vote of a legislature or of members", (_S.AGREED, _S.TO_BE_SIGNED, _S.SIGNED),
     (_S.SUBJECT_TO_RATIFICATION, _S.RATIFIED)),
    ("what is agreed in outline may be put to the vote as it is", (_S.FRAMEWORK_AGREED,),
     (_S.SUBJECT_TO_RATIFICATION,)),
    ("a ratification that was asked for is given", (_S.SUBJECT_TO_RATIFICATION,), (_S.RATIFIED,)),
    ("one side ratifies before the other, or before the signing", (_S.RATIFIED,),
     (_S.SUBJECT_TO_RATIFICATION, _S.TO_BE_SIGNED, _S.SIGNED)),
    ("a signing may wait for the vote", (_S.SUBJECT_TO_RATIFICATION,), (_S.TO_BE_SIGNED, _S.SIGNED)),
    ("what needs no further act takes hold when agreed, signed or ratified", (_S.AGREED, _S.SIGNED, _S.RATIFIED),
     (_S.IN_FORCE,)),
    ("what is not yet in force can be turned down", (*_BEGINNINGS, _S.FRAMEWORK_AGREED, *_STANDING),
     (_S.REJECTED,)),
    ("anything can break down", (*_LIVE, _S.SUSPENDED), (_S.COLLAPSED,)),
    ("what is under way or stands can be put on hold", (_S.UNDER_NEGOTIATION, _S.FRAMEWORK_AGREED, *_STANDING,
                                                         _S.IN_FORCE), (_S.SUSPENDED,)),
    ("what was on hold goes on from any state", (_S.SUSPENDED,), (*_LIVE, _S.REJECTED)),
    ("what fell may begin anew, or be agreed after all", (_S.REJECTED, _S.COLLAPSED),
     (*_BEGINNINGS, _S.FRAMEWORK_AGREED, _S.AGREED)),
)  # fmt: skip

_GROUNDS_OF_KIND: Mapping[InstrumentKind, tuple[_Ground, ...]] = MappingProxyType(
    {
        InstrumentKind.SANCTIONS: (
            ("sanctions are one side's own act: no other consents", (*_BEGINNINGS, _S.SUSPENDED), (_S.IN_FORCE,)),
        ),
        InstrumentKind.CEASEFIRE: (
            ("a side can begin a truce by itself", (_S.PROPOSED, _S.PROMISED), (_S.IN_FORCE,)),
        ),
        InstrumentKind.EXCHANGE: (
            ("an exchange is carried out by handing over", (_S.AGREED, _S.SIGNED, _S.IN_FORCE), (_S.HANDED_OVER,)),
            ("handing over goes on in turns", (_S.HANDED_OVER,), (_S.IN_FORCE,)),
        ),
        InstrumentKind.DOCUMENT: (
            ("a document that was agreed is handed over to whom it is for", _STANDING, (_S.HANDED_OVER,)),
            ("a bill, a budget, a text of one side is put to the vote", _BEGINNINGS,
             (_S.SUBJECT_TO_RATIFICATION, _S.RATIFIED)),
        ),
    }
)  # fmt: skip


def transitions(kind: InstrumentKind) -> Mapping[tuple[InstrumentStatus, InstrumentStatus], Transition]:
    """The transitions that the table allows an instrument of this kind; the same state again is no transition."""
    return _TABLES[kind]


def stage_of(status: InstrumentStatus) -> int | None:
    """How far an instrument has got; None for what is on hold, turned down or broken off."""
    return _STAGES.get(status)


def between(kind: InstrumentKind, before: InstrumentStatus, after: InstrumentStatus) -> tuple[InstrumentStatus, ...]:
    """The states of the shortest way by the table, without both ends; none where it is one step or there is no way.

    A way only gets further (see `stage_of`), and never by agreeing in outline first or through suspension, rejection or
    collapse. Of equally short ones, the first by the vocabulary.
    """
    through = {*_LIVE, after} - ({_S.FRAMEWORK_AGREED} - {after})
    came: dict[InstrumentStatus, InstrumentStatus] = {}
    queue = deque([before])
    while queue and after not in came:
        at = queue.popleft()
        for state in InstrumentStatus:
            further = _STAGES.get(at, -1) < _STAGES.get(state, -1) or state is after
            if (at, state) in _TABLES[kind] and further and state not in (*came, before) and state in through:
                came[state] = at
                queue.append(state)
    way: list[InstrumentStatus] = []
    while after in came and came[after] != before:
        after = came[after]
        way.append(after)
    return tuple(reversed(way))


def _table(kind: InstrumentKind) -> Mapping[tuple[InstrumentStatus, InstrumentStatus], Transition]:
    table: dict[tuple[InstrumentStatus, InstrumentStatus], Transition] = {}
    for because, froms, tos in (*_GROUNDS, *_GROUNDS_OF_KIND.get(kind, ())):
        for before in froms:
            for after in tos:
                if before is not after:
                    table.setdefault((before, after), Transition(before, after, because))
    return MappingProxyType(table)


_TABLES = {kind: _table(kind) for kind in InstrumentKind}
