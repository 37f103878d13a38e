"""Nouns that tell of a contact: "a second round of talks in Geneva on Friday" with what belongs to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pourparler.core.vocabulary import MeetingKind
from pourparler.reading.meetings.ground import Ground
from pourparler.reading.meetings.players import is_actor_ahead, is_media_ahead
from pourparler.reading.meetings.words import ORDINALS, MeetingNoun, meeting_nouns, states
from pourparler.text.clauses import VerbGroup

NO_MEETINGS = frozenset("press news media briefing interview town earnings trading training jam question rally".split())
"""Words before a noun that make it no meeting: a press conference, a training session, an earnings call."""

PARTS = frozenset("of between with in at on for from by among to".split())
"""Prepositions that carry a noun of contact on."""

DEFINITE = frozenset("the this that these those such its their his her our".split())
OTHERS = frozenset("next another new further fresh follow-up subsequent separate other previous earlier prior".split())
"""Words that make "the next meeting" another one than the one told before."""

SET = frozenset("due scheduled planned set slated expected held mediated brokered hosted originally called".split())
"""Participles that carry a noun of contact on: "talks due in Rome on Saturday"."""

OWNERS = frozenset("his her its their our my".split())
POINTING = frozenset("the this that these those such".split())


@dataclass(frozen=True, slots=True)
class NounTrigger:
    """A noun of contact; word indices, half-open, of the noun with what belongs to it, `at` its head.

    `definite` for "the talks", "such a meeting"; `preposition` stands before it; `staged` when a verb such as hold,
    attend or join has it as its object; `owner` is the index of a possessive before it, or None.
    """

    first: int
    last: int
    at: int
    kind: MeetingKind
    frame: str
    definite: bool
    plural: bool
    preposition: str | None
    staged: bool
    core: tuple[int, int]


def noun_triggers(ground: Ground) -> Iterator[NounTrigger]:
    """The nouns of contact of a sentence in order; a round of talks is one."""
    nouns, at = meeting_nouns(), 0
    while at < len(ground.lows):
        noun = _noun(ground, at)
        if noun is None or not _fits(ground, at, noun):
            at += 1
            continue
        trigger = _trigger(ground, at, noun)
        yield trigger
        at = max(trigger.core[1], at + 1)
        while at < trigger.last and ground.lemmas[at] not in nouns:
            at += 1


def _noun(ground: Ground, at: int) -> MeetingNoun | None:
    """The noun of contact at `at`; a word that a noun of contact follows in its chunk is none ("talks round")."""
    word = ground.line.words[at]
    noun = meeting_nouns().get(ground.lemmas[at]) or meeting_nouns().get(ground.lows[at].removesuffix("s"))
    determined = at > 0 and (
        ground.line.words[at - 1].tag in ("DET", "ADJ", "NUM", "ADP") or ground.lows[at - 1] in ("a", "the", "'s", "’s")
    )
    if noun is None or (not determined and (word.tag == "AUX" or any(group.head == at for group in ground.line.verbs))):
        return None
    if noun.frame == "plural" and ground.lows[at] == noun.lemma and ground.lows[at] in ("talk", "discussion"):
        return None
    after = ground.lows[at + 1 : at + 2]
    if after and meeting_nouns().get(ground.lemmas[at + 1]) and ground.line.words[at + 1].tag == "NOUN":
        return None
    return (
        noun
        if not (after and ground.line.words[at + 1].tag == "NOUN" and after[0] not in ("time", "today", "tomorrow"))
        else None
    )


def _fits(ground: Ground, at: int, noun: MeetingNoun) -> bool:
    """True when the words around a noun make it a contact."""
    lows, first = ground.lows, _core_first(ground, at)
    if any(low in NO_MEETINGS for low in lows[first:at]):
        return False
    following = lows[at + 1 : at + 5]
    if following[:1] == ("with",) and is_media_ahead(ground, at + 2):
        return False
    if noun.frame == "with":
        between = following[:1] in (("with",), ("between",), ("from",), ("by",)) and is_actor_ahead(ground, at + 2)
        held = any(g.last == first and ground.lemmas[g.head] in ("hold", "have", "join") for g in ground.line.verbs)
        return between or held or any(low in ("phone", "telephone", "video") for low in lows[first:at])
    if noun.frame == "visit":
        return following[:1] in (("to",), ("by",), ("from",)) or first < at
    if noun.frame == "round":
        return _is_round(ground, first, at)
    return True


_ROUNDS = ("previous", "earlier", "prior", "initial", "coming", "upcoming", "further", "fresh", "another")


def _is_round(ground: Ground, first: int, at: int) -> bool:
    """True for a round of talks: said to be one, or numbered and not of anything else."""
    if ground.lows[first] == "the" and ground.lows[at + 1 : at + 2] in (("in",), ("on",), ("at",)):
        return True
    if ground.lows[at + 1 : at + 2] == ("of",):
        return any(lemma in meeting_nouns() for lemma in ground.lemmas[at + 2 : at + 7])
    return any(
        low in meeting_nouns()
        or low in ("negotiating", "bargaining", "talks", "next", "latest", "final", "new", "last", *_ROUNDS)
        or low in ORDINALS
        for low in ground.lows[first:at]
    )


def _core_first(ground: Ground, at: int) -> int:
    """Where the noun chunk around `at` begins."""
    chunk = next((c for c in ground.line.chunks if c.first <= at < c.last), None)
    first, plural = chunk.first if chunk is not None else at, ground.lows[at].endswith("s")
    while first > 0 and ground.lows[first - 1] in ("such", "a", "the", "no") and first == at:
        first -= 1
    while first == at and first > 0 and (ground.line.words[first - 1].tag == "ADJ" or ground.lows[first - 1] in OWNERS):
        first, at = first - 1, first - 1
    if first > 0 and ground.line.words[first - 1].tag == "DET" and ground.lows[first - 1] != "that":
        first -= 1
    if ground.lows[first] == "that" and plural:
        first += 1
    if first > 1 and ground.lows[first - 1] in ("'s", "’s"):
        dated = ground.time_at(first - 2)
        owner = next((c.first for c in ground.line.chunks if c.first <= first - 2 < c.last), first)
        first = dated.first if dated is not None else owner
    return first


def _trigger(ground: Ground, at: int, noun: MeetingNoun) -> NounTrigger:
    """The noun with what belongs to it: chunk, the phrases with prepositions after it, days and places."""
    first, lows = _core_first(ground, at), ground.lows
    core_last, kind = at + 1, noun.kind
    if noun.frame == "round" and lows[at + 1 : at + 2] == ("of",):
        inner = next((i for i in range(at + 2, min(at + 8, len(lows))) if ground.lemmas[i] in meeting_nouns()), None)
        if inner is not None:
            core_last, kind = inner + 1, meeting_nouns()[ground.lemmas[inner]].kind
    before = first - 1
    preposition = lows[before] if before >= 0 and ground.line.words[before].tag in ("ADP", "SCONJ", "PART") else None
    if before >= 0 and lows[before] in ("after", "before", "following", "during", "until", "since", "for", "at", "in"):
        preposition = lows[before]
    owned = any(ground.time_at(i) is not None for i in range(first, at))
    definite = (lows[first] in POINTING or owned) and not any(low in OTHERS for low in lows[first:at])
    group = next((g for g in reversed(ground.line.verbs) if g.last <= first), None)
    near = (
        group is not None
        and not any(low in (",", "that") for low in lows[group.last : first])
        and first - group.last <= 3
    )
    staged = near and group is not None and _is_stage(ground, group)
    last = extent(ground, core_last)
    return NounTrigger(
        first, last, at, kind, noun.frame, definite, lows[at].endswith("s"), preposition, staged, (first, core_last)
    )


def _is_stage(ground: Ground, group: VerbGroup) -> bool:
    """True when a verb has meetings as its object: hold, attend, take part in."""
    lemma, lows = ground.lemmas[group.head], ground.lows
    table = states("verb")
    return "stages" in (table.get(lemma), table.get(" ".join((lemma, *lows[group.head + 1 : group.head + 2]))))


def extent(ground: Ground, at: int) -> int:
    """Where the phrases that carry a noun on end: "between A and B in Geneva on Friday"; a verb or a mark ends them."""
    lows, words = ground.lows, ground.line.words
    last = at
    while last < len(words):
        if words[last].tag == "ADV" and lows[last + 1 : last + 2] and lows[last + 1] in SET:
            last += 1
        if last > at and lows[last] == "," and lows[last + 1 : last + 2] and lows[last + 1] in SET:
            last += 1
            continue
        if (
            lows[last] in SET
            and last > at - 1
            and lows[last + 1 : last + 2]
            and (lows[last + 1] in PARTS or ground.time_at(last + 1))
        ):
            last += 1
            continue
        dated = ground.time_at(last)
        time = dated.last if dated is not None else None
        chunk = next((c for c in ground.line.chunks if c.first <= last < c.last), None)
        naming = next((n.last for n in ground.line.namings if n.first == last), None)
        person = next((p.last for p in ground.line.people if p.first == last), None)
        if (
            chunk is None
            and last > at
            and ground.line.words[last].tag == "ADJ"
            and any(n.last == last for n in ground.line.namings)
        ):
            chunk = next((c for c in ground.line.chunks if c.first in (last, last + 1)), None)
            naming = chunk.last if chunk is not None else None
        step = max(filter(None, (time, chunk.last if chunk else None, naming, person)), default=None)
        if step is not None and (
            (last > at and lows[last - 1] in PARTS | {"and", ",", "the", "later", "early", "late"})
            or time
            or any(n.last == last and n.first >= at for n in ground.line.namings)
        ):
            last = step
        elif lows[last] in ("and", ",") and last > at and not _goes_on(ground, last + 1):
            break
        elif lows[last] in PARTS or (
            lows[last] in ("and", ",", "the", "again", "here", "there", "later", "early", "late", "both") and last > at
        ):
            last += 1
        else:
            break
    while last > at and (lows[last - 1] in PARTS or lows[last - 1] in ("and", ",", "the", "both")):
        last -= 1
    return last if _may_be_subject(ground, at) else _without_clause(ground, at, last)


def _goes_on(ground: Ground, at: int) -> bool:
    """True when a place, a day, somebody or a further phrase of a list stands at `at`, after a comma or "and"."""
    if ground.lows[at : at + 1] == ("the",):
        at += 1
    if ground.lows[at : at + 1] in (("and",), ("on",), ("in",), ("at",), ("between",), ("with",)):
        return True
    known = any(n.first == at for n in ground.line.namings) or any(p.first == at for p in ground.line.people)
    return known or ground.time_at(at) is not None or is_actor_ahead(ground, at)


def _may_be_subject(ground: Ground, at: int) -> bool:
    """True when the noun that ends before `at` may be the subject of a verb after it."""
    first = _core_first(ground, at - 1)
    return (
        first == 0
        or ground.line.words[first - 1].tag in ("PUNCT", "CCONJ", "SCONJ")
        or ground.lows[first - 1] == "that"
    )


def _without_clause(ground: Ground, at: int, last: int) -> int:
    """`last` moved back before a coordinated phrase that begins the next clause ("…, and the union said")."""
    group = next((g for g in ground.whole.groups if g.first == last and g.finite), None)
    if group is None:
        return last
    for index in range(last - 1, at, -1):
        if ground.lows[index] in ("and", ",") and "between" not in ground.lows[at:index][-4:]:
            return index
    return last
