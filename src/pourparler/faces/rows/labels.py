"""A few words that name an entry where there is no room for more."""

import re
from datetime import date

from pourparler.core.actor import Actor
from pourparler.core.entry import Condition, Dispute, Instrument, Meeting, Position, ReportView, StatusEvent
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.rows.occasions import occasion
from pourparler.faces.wording.days import day_words, short_day
from pourparler.faces.wording.names import series, the
from pourparler.faces.wording.quoting import clip, quoted, upper_first, visible
from pourparler.faces.wording.voices import STANCE_WORDS

_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
"""An ISO day, as a dispute over days carries it."""


def states_words(instrument: Instrument) -> str:
    """The states of an instrument in their order: drafted 25 Feb 2025 → signed (no day); nothing told belatedly."""
    return " → ".join(state_words(state) for state in instrument.status if state.followed) or "no state told"


def state_words(state: StatusEvent) -> str:
    """One state with its day where told: signed 30 Apr 2025."""
    return f"{state.status.value} {f'{short_day(state.on)} {state.on.year}' if state.on else '(no day)'}"


def value_words(value: str | tuple[str, ...]) -> str:
    """One value of a dispute: its words with days spelled out, or its names joined."""
    if not isinstance(value, str):
        return series([visible(name) for name in value]) or "none"
    return _DAY.sub(lambda found: day_words(date.fromisoformat(found[0])), visible(value))


def label(lookup: Lookup, thing: Found) -> str:
    """Any thing of the record in a few words."""
    match thing:
        case Meeting():
            return upper_first(occasion(lookup, thing))
        case Position():
            return f"{the(thing.party or 'Nobody named')} {STANCE_WORDS[thing.stance]} {visible(thing.issue)}"
        case Condition():
            return f"{visible(thing.blocks)} ({thing.operator.value}: {visible(thing.requires)})"
        case Instrument():
            who = f" ({', '.join(map(visible, thing.parties))})" if thing.parties else ""
            return f"{upper_first(clip(thing.title or thing.kind.value, 80))}{who}"
        case Dispute():
            about = lookup.things.get(thing.about)
            return f"{thing.field.replace('_', ' ')} of {label(lookup, about) if about else thing.about}"
        case Actor():
            return visible(thing.name)
        case ReportView():
            return clip(thing.report.title or thing.report.name, 80)
    who = thing.speaker or (thing.source.text if thing.source else "unnamed source")
    return f"{visible(who)}: {quoted(thing.content[0].text, 80)}"
