"""How an issue stands, in words: why, and who stands where on it, voice by voice."""

from collections.abc import Iterator

from pourparler.case.issues.matrix import Cell, Held
from pourparler.case.issues.states import DORMANT_DAYS, Sign, Standing, State
from pourparler.core.entry import Condition, Instrument
from pourparler.core.evidence import Evidence
from pourparler.faces.export.history import all_values, day_value
from pourparler.faces.rows.labels import label
from pourparler.faces.system.answer import Line
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.values import issue_values
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import parties, the
from pourparler.faces.wording.quoting import quoted, upper_first, visible
from pourparler.faces.wording.voices import STANCE_WORDS

CLOSING = (
    "States are computed in this order, the first that holds: agreed, claimed by one side, dormant, blocked, "
    "contested, converging, unknown. Silence is unknown; it is no consent."
)


def standing_lines(asking: Asking, one: Standing, history: bool) -> Iterator[Line]:
    """How an issue stands, in lines; with `history` also every earlier stance and all its wordings."""
    issue = one.issue
    last = f", last told {day_words(one.last)}" if one.last else ""
    yield Line(f"“{visible(issue.name)}”: {one.state.value}{last}", 0, (), (issue.id,))
    yield from _why(asking, one)
    cells = {cell.party: cell for cell in asking.matrix.of(issue.id)}
    for party in dict.fromkeys((*one.concerned, *cells)):
        yield from _cell(party, cells.get(party), history)
    for dispute in one.disputes:
        short = asking.lookup.short(dispute)
        yield Line(f"Reports are at odds about an entry of it: pourparler explain {short}.", 1, (), (dispute,))
    if history and len(issue.phrases) > 1:
        yield Line(f"The reports' words for it: {'; '.join(quoted(each, 120) for each in issue.phrases)}.")


def _why(asking: Asking, one: Standing) -> Iterator[Line]:
    """What the state rests on, and every other sign."""
    if one.sign is None:
        yield Line("Why: less than any other state asks for is told.")
    else:
        yield Line(f"Why: {sign_words(asking, one, one.sign)}.", 1, sign_places(asking, one.sign), one.sign.entries)
    for sign in one.beside:
        yield Line(f"Besides, {sign.state.value}: {sign_words(asking, one, sign)}.", 1, sign_places(asking, sign),
                   sign.entries)  # fmt: skip


def sign_words(asking: Asking, standing: Standing, sign: Sign) -> str:
    """Why a state holds, naming the entries that tell it."""
    told = "; ".join(_named(asking, one) for one in sign.entries[:4])
    rest = f"; and {len(sign.entries) - 4} more" if len(sign.entries) > 4 else ""
    lead = sign_lead(asking, sign)
    return f"{lead}: {told}{rest}" if lead else f"{told}{rest}"


def sign_lead(asking: Asking, sign: Sign) -> str:
    """Why a state holds, before the entries that tell it are named; empty where they say it by themselves."""
    match sign.state:
        case State.CLAIMED if _of_papers(asking, sign):
            return f"by the word of one side alone ({parties(sign.parties)})"
        case State.CLAIMED:
            return f"by another party's account alone (not heard: {parties(sign.parties)})"
        case State.DORMANT:
            return f"no word on it for more than {DORMANT_DAYS} days; the last"
        case State.BLOCKED:
            return "not told as met, and on every path to it"
        case State.AGREED if not _of_papers(asking, sign):
            return "every party concerned accepts in its own voice"
    return ""


def _of_papers(asking: Asking, sign: Sign) -> bool:
    """True where instruments tell a sign, not stances."""
    return any(isinstance(asking.lookup.things.get(one), Instrument) for one in sign.entries)


def entry_words(asking: Asking, name: str) -> str:
    """An entry in a few words, an instrument with the state it stands at, a condition with its holder."""
    lookup, thing = asking.lookup, asking.lookup.things.get(name)
    if isinstance(thing, Instrument):
        line = next((one for one in reversed(thing.status) if one.followed), None)
        return f"{label(lookup, thing)} stands at {line.status.value if line else 'no state'}"
    if isinstance(thing, Condition):
        holder = the(asking.requirements[name].holder or "nobody named")
        return f"the condition {quoted(thing.requires, 80)} of {holder}"
    return label(lookup, thing) if thing else name


def _named(asking: Asking, name: str) -> str:
    """An entry in a few words, with its short id."""
    words = entry_words(asking, name)
    return f"{words} ({asking.lookup.short(name)})" if name in asking.lookup.things else words


def sign_places(asking: Asking, sign: Sign) -> tuple[Evidence, ...]:
    """The words of a sign: of an instrument those of the state it stands at."""
    return tuple(place for name in sign.entries for place in entry_places(asking, name))


def entry_places(asking: Asking, name: str) -> tuple[Evidence, ...]:
    """The words that an entry rests on, of an instrument those of the state it stands at."""
    thing = asking.lookup.things.get(name)
    if isinstance(thing, Instrument) and thing.in_force:
        return thing.in_force.evidence
    return tuple(getattr(thing, "evidence", ()))


def _cell(party: str, cell: Cell | None, history: bool) -> Iterator[Line]:
    name = upper_first(the(party))
    if cell is None:
        yield Line(f"{name}: no stance told (a side of an instrument, or holds a condition).")
        return
    for held in cell.in_force:
        yield Line(f"{name}: {held_words(held)}.", 1, held.evidence, (held.position,))
    for held in cell.history if history else ():
        if held not in cell.in_force:
            yield Line(f"Earlier: {held_words(held)}.", 2, held.evidence, (held.position,))


def held_words(held: Held) -> str:
    """A stance with whose word it is and when it was told: demands “a truce” (own voice, told Sat 1 Mar 2025)."""
    told = f", told {day_words(held.last)}" if held.last else ", on no known day"
    if held.first and held.last and held.first != held.last:
        told = f", told {day_words(held.first)} to {day_words(held.last)}"
    return f"{STANCE_WORDS[held.stance]} {quoted(held.phrase, 120)} ({held.hearing.value}{told})"


def standing_values(asking: Asking, one: Standing) -> dict[str, object]:
    """How an issue stands, for JSON."""
    return {
        **issue_values(one.issue),
        "topic": asking.topics.of(one.issue.id).id,
        "state": one.state.value,
        "sign": _sign(one.sign) if one.sign else None,
        "beside": [_sign(sign) for sign in one.beside],
        "stage": one.stage.value if one.stage else None,
        "concerned": list(one.concerned),
        "last_told": day_value(one.last),
        "disputes": list(one.disputes),
        "cells": [
            {
                "party": cell.party,
                "in_force": [held_values(held) for held in cell.in_force],
                "history": [held_values(held) for held in cell.history],
            }
            for cell in asking.matrix.of(one.issue.id)
        ],
    }


def _sign(sign: Sign) -> dict[str, object]:
    return {"state": sign.state.value, "entries": list(sign.entries), "parties": list(sign.parties)}


def held_values(held: Held) -> dict[str, object]:
    """A stance as one sort of voice tells it, for JSON."""
    return {
        "position": held.position,
        "stance": held.stance.value,
        "phrase": held.phrase,
        "voice": held.hearing.value,
        "first_told": day_value(held.first),
        "last_told": day_value(held.last),
        "accounts": list(held.accounts),
        "evidence": all_values(held.evidence),
    }
