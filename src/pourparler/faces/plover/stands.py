"""Positions, conditions and statements as events: what one side wants, offers, refuses, threatens or reproaches."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pourparler.core.account import Account
from pourparler.core.entry import Condition, Position, Statement
from pourparler.core.evidence import Evidence
from pourparler.core.reading import Operator
from pourparler.core.vocabulary import Stance
from pourparler.faces.plover.cast import Cast
from pourparler.faces.plover.codes import Code, about, code_of, theme
from pourparler.faces.plover.event import Day, Event, Left
from pourparler.faces.rows.lookup import Lookup

Told = tuple[Evidence, str]
"""Words of a position or a condition and the event it is."""

HELD_OFF = "holding off "
"""How the blocked half of a threat begins: the condition holds off what is threatened."""

THREATENING = re.compile(r"\bthreat(?:s|en\w*)?\b|\bultimatum", re.IGNORECASE)
"""Words by which a condition is called a threat, whatever it blocks."""

NOBODY = "positions, conditions and statements of nobody named"
UNDATED = "positions, conditions and statements without a day, in reports without a day"


def of_position(lookup: Lookup, cast: Cast, position: Position) -> Iterator[Event | Left]:
    """The event that taking a position is; none where it is a threat, which its condition is."""
    condition = lookup.things.get(position.condition or "")
    if position.stance is Stance.CONDITIONAL and isinstance(condition, Condition) and is_threat(condition):
        yield Left("conditional positions that are threats, which their conditions are coded as")
        return
    code = code_of("stance", position.stance.value, theme("theme", position.issue))
    yield _stand(lookup, cast, position, code, position.issue)


def is_threat(condition: Condition) -> bool:
    """True where what is blocked is the holding off of something, or the words call it a threat."""
    named = any(THREATENING.search(place.text) for place in condition.evidence)
    return condition.blocks.startswith(HELD_OFF) or (named and condition.operator is not Operator.IN_EXCHANGE_FOR)


def of_condition(lookup: Lookup, cast: Cast, condition: Condition) -> Iterator[Event | Left]:
    """The event that setting a condition is: a threat, an offer of an exchange, else a request, all hypothetical."""
    if is_threat(condition):
        value, table, phrase = "threat", "threat", condition.blocks.removeprefix(HELD_OFF)
    elif condition.operator is Operator.IN_EXCHANGE_FOR:
        value, table, phrase = "exchange", "theme", condition.blocks
    else:
        value, table, phrase = "demand", "theme", condition.requires
    code = code_of("condition", value, theme(table, phrase))
    yield _stand(lookup, cast, condition, code, f"{condition.blocks} | {condition.requires}")


def of_statement(lookup: Lookup, cast: Cast, statement: Statement, told: Sequence[Told]) -> Iterator[Event | Left]:
    """The event that a statement's act is; none where a position or condition of `told` in its words is that event."""
    words = " ".join(place.text for place in statement.content)
    plain = code_of("act", statement.act.value)
    if plain.silent:
        yield Left("statements that only say, announce, confirm, ask or decline, which PLOVER does not code")
        return
    if any(plain.event == event and _overlap(place, other) for place in statement.content for other, event in told):
        yield Left("statements whose act is the position or the condition in their words, which is coded")
        return
    table = "threat" if plain.event == "THREATEN" else "theme"
    yield _stand(lookup, cast, statement, code_of("act", statement.act.value, theme(table, words)), words)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end


def _stand(
    lookup: Lookup, cast: Cast, entry: Position | Condition | Statement, code: Code, phrase: str
) -> Event | Left:
    """The event of one side's words, without a recipient: to whom they are addressed is not in the record."""
    voice = entry.speaker if isinstance(entry, Statement) else entry.voiced_by
    who = entry.party or voice
    if who is None:
        return Left(NOBODY)
    day = _day(lookup, entry)
    if day is None:
        return Left(UNDATED)
    places = entry.content if isinstance(entry, Statement) else entry.evidence
    hedges = _hedges(entry)
    return Event(
        link=entry.id,
        entry=type(entry).__name__.lower(),
        code=code,
        day=day,
        source=(cast.one(who, voice),),
        words=places[0],
        auxiliary=(*code.auxiliary, *(("hypothetical",) if hedges else ())),
        context=about("context", f"{phrase} | {' | '.join(place.text for place in places)}"),
        wording=_wording(entry),
    )


def _hedges(entry: Position | Condition | Statement) -> tuple[Evidence, ...]:
    if isinstance(entry, Statement):
        return (entry.hedge,) if entry.hedge else ()
    return entry.hedge


def _wording(entry: Position | Condition | Statement) -> tuple[str, ...]:
    """The words that make it what it is, where the record has them: a statement's cue, a condition's trigger."""
    match entry:
        case Statement():
            return (entry.cue.text,) if entry.cue else ()
        case Condition():
            return tuple(dict.fromkeys(place.text for place in entry.trigger))
    return ()


def _day(lookup: Lookup, entry: Position | Condition | Statement) -> Day | None:
    """The day it was said, or from which it is held; else the first day a report told it."""
    said = entry.said_on if isinstance(entry, Statement) else getattr(entry, "since", None)
    if said:
        return Day(said, said, "said")
    published = _first(lookup, entry.accounts)
    return Day(published, published, "published") if published else None


def _first(lookup: Lookup, accounts: Sequence[Account]) -> date | None:
    days = (lookup.report_of(account).published for account in accounts)
    return min((day for day in days if day), default=None)
