"""What counts as agreed: which states of which instruments are consent between sides, and which are one side's act."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from pourparler.core.entry import Instrument
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus

_CONSENT = frozenset({InstrumentStatus.FRAMEWORK_AGREED, InstrumentStatus.AGREED})
_REACHED = _CONSENT | {
    InstrumentStatus.SIGNED,
    InstrumentStatus.SUBJECT_TO_RATIFICATION,
    InstrumentStatus.RATIFIED,
    InstrumentStatus.IN_FORCE,
}
"""States that a bargain is in once the sides consent."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def agreed_states(instrument: Instrument) -> frozenset[InstrumentStatus]:
    """The states in which this instrument is an agreement between sides; none where it is one side's own act.

    *To be signed* is one only where what is to be signed is told as agreed too: a signing that is set is a plan.
    Sanctions in force are a measure: of them only what is agreed counts. What kind of paper it is tells the last noun
    of its title (`data/case/own_acts.toml`).
    """
    if instrument.kind is InstrumentKind.SANCTIONS:
        return _CONSENT
    if _is_own_act(instrument):
        return frozenset()
    told = any(line.status in _REACHED for line in instrument.status)
    return _REACHED | {InstrumentStatus.TO_BE_SIGNED} if told else _REACHED


def _is_own_act(instrument: Instrument) -> bool:
    head, told = _head(instrument.title), (instrument.title, *_told(instrument))
    if head in _words("acts"):
        return not _is_joint(told[:1])
    if head in _words("papers"):
        return len(instrument.parties) == 1 and not _is_joint(told)
    return head in _words("bodies") and len(instrument.parties) < 2 and not _is_joint(told)


def _told(instrument: Instrument) -> Iterator[str]:
    """The words of its states."""
    return (place.text for line in instrument.status for place in line.evidence)


def _head(title: str) -> str:
    """The noun that a title is built on: the last word before what it is of, on or for."""
    words = [word.lower() for word in _WORD.findall(title)]
    end = next((at for at, word in enumerate(words) if at and word in _AFTER), len(words))
    return words[end - 1] if words else ""


_AFTER = frozenset("of on for about between with under by in at from to that which as over regarding".split())


def _is_joint(texts: Iterable[str]) -> bool:
    """True where a word tells of several sides."""
    return any(word.lower() in _words("together") for text in texts for word in _WORD.findall(text))


@cache
def _words(name: str) -> frozenset[str]:
    """One list of words, with the plurals of its nouns."""
    text = files("pourparler.data").joinpath("case", "own_acts.toml").read_text(encoding="utf-8")
    words = tomllib.loads(text)[name]
    return frozenset((*words, *(f"{word}s" for word in words)))
