"""Which entries touch an issue: by the dictionary forms of its words, never by a list of topics."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache

from pourparler.core.actor import Actor
from pourparler.core.entry import Condition, Dispute, Entry, Instrument, Meeting, Position, ReportView
from pourparler.core.errors import InputError
from pourparler.faces.rows.lookup import Found, Lookup
from pourparler.faces.wording.quoting import clip
from pourparler.text.lemmas import lemma

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")

FUNCTION_WORDS = frozenset(
    "a an the any no some its their his her our this that these those and or of on in for to with between about over"
    " from by at under against as".split()
)
"""Articles, pronouns and prepositions: they tell of no issue."""

NEAR = 0.6
"""How like an issue must be to what was typed to be offered, of 1; set by hand: one slip in each of two words is."""

MOST_NAMED = 6
"""Most issues that an error offers."""


@dataclass(frozen=True)
class Issue:
    """An issue as somebody typed it, to be found in a record."""

    lookup: Lookup
    typed: str

    def __post_init__(self) -> None:
        """Raises InputError, with issues that are near, where no entry of the record touches it."""
        if not any(map(self.touches, self.lookup.entries)):
            raise InputError(f"No entry of this record touches {clip(self.typed, 80)!r}.", self._near())

    @cached_property
    def wanted(self) -> tuple[frozenset[str], ...]:
        """The forms of each word typed; function words only where nothing else was typed."""
        words = _words(self.typed)
        return tuple(forms(word) for word in [word for word in words if word not in FUNCTION_WORDS] or words)

    def touches(self, thing: Found) -> bool:
        """True when one phrase of an entry has every word of the issue in some form; a dispute goes by its entry."""
        if isinstance(thing, Dispute):
            about = self.lookup.things.get(thing.about)
            return isinstance(about, Entry) and self.touches(about)
        return bool(self.wanted) and any(self._is_in(phrase) for phrase in phrases(thing))

    def _is_in(self, phrase: str) -> bool:
        held = [forms(word) for word in _words(phrase)]
        return all(any(one & other for other in held) for one in self.wanted)

    def _near(self) -> str:
        """The issues that are most like what was typed, else those that most sources tell of."""
        told: dict[str, int] = {}
        for entry in self.lookup.entries:
            for phrase in issues_of(entry):
                told[clip(phrase, 60)] = told.get(clip(phrase, 60), 0) + entry.counts.sources
        if not told:
            return "This record has no positions, conditions or documents, and so no issues."
        ranked = sorted(told, key=lambda phrase: (-told[phrase], phrase))
        shared = [one for one in ranked if any(forms(word) & each for word in _words(one) for each in self.wanted)]
        by_lower = {phrase.lower(): phrase for phrase in reversed(ranked)}
        like = [by_lower[one] for one in get_close_matches(self.typed.lower(), by_lower, n=MOST_NAMED, cutoff=NEAR)]
        near = list(dict.fromkeys((*shared, *like, *self._slips(ranked))))
        lead = "Near it are" if near else "Issues are, most reported first"
        return f"{lead}: {'; '.join((near or ranked)[:MOST_NAMED])}. Every issue: pourparler show positions."

    def _slips(self, ranked: list[str]) -> list[str]:
        """Issues with a word that is nearly one of those typed."""
        words = [word for word in _words(self.typed) if word not in FUNCTION_WORDS]
        return [
            phrase
            for phrase in ranked
            if any(get_close_matches(word, _words(phrase), n=1, cutoff=0.8) for word in words)
        ]


def phrases(thing: Found) -> Iterable[str]:
    """The phrases by which a thing touches an issue; an agenda and an outcome are of a meeting's."""
    match thing:
        case Meeting():
            return [place.text for place in (*thing.agenda, *thing.outcome)]
        case Position() | Condition() | Instrument():
            return issues_of(thing)
        case Actor() | ReportView():
            return ()
    return ()


def issues_of(entry: Entry) -> list[str]:
    """What an entry is about, in the record's words: its issue, what it blocks and requires, its subject and title."""
    match entry:
        case Position():
            return [entry.issue]
        case Condition():
            return [phrase for phrase in (entry.blocks, entry.requires) if phrase]
        case Instrument():
            return [phrase for phrase in (entry.title, entry.subject) if phrase]
    return []


def _words(phrase: str) -> list[str]:
    return [match[0].lower() for match in _WORD.finditer(phrase)]


@lru_cache(maxsize=65536)
def forms(word: str) -> frozenset[str]:
    """A word and its dictionary forms as a noun and as a verb: what is tied to no reading of its sentence."""
    return frozenset((word, lemma(word, "NOUN"), lemma(word, "VERB")))
