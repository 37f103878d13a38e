"""Tellings: the verbs and nouns of a sentence that tell of a contact, and the stretch of words that tells it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pourparler.core.vocabulary import MeetingKind
from pourparler.reading.cues import Takes, reporting_verbs
from pourparler.reading.meetings.contact_verbs import VerbTrigger, told, verb_triggers
from pourparler.reading.meetings.ground import MARKS, Ground, left_of, right_of, subject_words
from pourparler.reading.meetings.nouns import NounTrigger, noun_triggers
from pourparler.reading.meetings.words import states
from pourparler.text.clauses import VerbGroup

LINKING = frozenset("mark be become constitute represent remain".split())
GOING = frozenset("visit travel sent".split())
PARTED = frozenset("after before following ahead and preparing despite by since until sidelines margins ;".split())
"""Words between a verb and a noun of contact that keep the two apart: another meeting is meant."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling in one sentence; `first` and `last` are word indices, half-open, of the words that tell it.

    `group` is the verb of contact that tells it, `noun` the noun; `carrier` the verb that a noun is the subject or the
    object of (`subject` says which). `trigger` is the word that tells it; `again` is true where it can only be of a
    meeting told before ("is expected to attend", "the talks"), `linked` where it is of the one told just before.
    """

    ground: Ground
    first: int
    last: int
    kind: MeetingKind
    frame: str
    trigger: int
    group: VerbGroup | None = None
    noun: NounTrigger | None = None
    carrier: VerbGroup | None = None
    subject: bool = False
    again: bool = False
    linked: bool = False


def tellings(ground: Ground) -> Iterator[Telling]:
    """The tellings of a sentence, verbs of contact first; a noun that goes with one ("met for talks") joins it."""
    nouns = list(noun_triggers(ground))
    found: list[Telling] = []
    for trigger in verb_triggers(ground):
        telling = _of_verb(ground, trigger)
        within = [noun for noun in nouns if _joins(ground, telling, noun)]
        apart = [noun.first for noun in nouns if noun not in within and telling.trigger < noun.first < telling.last]
        nouns = [noun for noun in nouns if noun not in within]
        telling = _with_nouns(_cut(telling, min(apart, default=telling.last)), within)
        if found and _goes_to(found[-1], trigger):
            found[-1] = replace(found[-1], last=max(telling.last, found[-1].last), kind=telling.kind)
        else:
            found.append(telling)
    found += [_of_noun(ground, noun) for noun in nouns]
    yield from _linked(_told_once(sorted(found, key=lambda telling: telling.trigger)))


def _of_verb(ground: Ground, trigger: VerbTrigger) -> Telling:
    """The telling of a verb of contact, from its subject to where its purpose or the next clause begins."""
    group = trigger.group
    first, last = left_of(ground, group), right_of(ground, max(trigger.after, group.last))
    lent = subject_words(ground, group)[1]
    if lent < first or (
        lent < group.first
        and any(v.finite and v.first == lent for v in ground.line.verbs)
        and not _carries(ground, group, lent)
    ):
        bearer = [verb for verb in (group, *ground.chain(group)) if verb.finite]
        first = bearer[-1].first if bearer else group.first
    bare = group.head == group.first and ground.lows[group.head].endswith("ing")
    bare = bare and group.first > 0 and ground.lows[group.first - 1] == ","
    again = trigger.verb.frame == "attend" or bare
    return Telling(ground, first, last, trigger.kind, trigger.verb.frame, group.head, group, again=again)


def _goes_to(before: Telling, trigger: VerbTrigger) -> bool:
    """True when a trip is made to meet: "travelled to Oslo to meet the king" is one telling."""
    between = before.ground.lows[before.trigger : trigger.group.first]
    apart = any(low in MARKS or low in ("and", "where", "who") for low in between)
    return before.frame in GOING and trigger.group.infinitive and not apart


def _carries(ground: Ground, group: VerbGroup, at: int) -> bool:
    """True when the verb that begins at `at` is the group itself or one over it."""
    return any(verb.first == at for verb in (group, *ground.chain(group)))


def _joins(ground: Ground, telling: Telling, noun: NounTrigger) -> bool:
    """True when a noun goes with the verb of contact before it: "met for a round", "flew in to join the talks"."""
    if noun.at <= telling.trigger:
        return False
    between = ground.lows[telling.trigger + 1 : noun.first]
    parted = PARTED - {"by"} if telling.frame == "decide" else PARTED
    if any(low in parted for low in between) or ground.next_start(telling.trigger) <= noun.at:
        return False
    if telling.frame in GOING and noun.at < telling.last + 8:
        return noun.staged or noun.preposition == "for"
    inside = noun.at < telling.last
    return inside and (noun.preposition in ("for", "in", "at", "during", "as", "on", "of", "with") or noun.staged)


def _cut(telling: Telling, end: int) -> Telling:
    """A telling without the words from `end` on, where another meeting is told."""
    ground = telling.ground
    last = min(telling.last, end)
    while last > telling.trigger + 1 and (
        ground.lows[last - 1] in ("and", ",") or ground.line.words[last - 1].tag == "ADP"
    ):
        last -= 1
    return replace(telling, last=last)


def _with_nouns(telling: Telling, nouns: Sequence[NounTrigger]) -> Telling:
    """A telling with the nouns that go with its verb: they say more of its kind; a trip to the talks is the talks."""
    if not nouns:
        return telling
    noun = nouns[-1]
    kinds = [n.kind for n in nouns if n.kind not in (MeetingKind.MEETING, MeetingKind.VISIT) or telling.frame in GOING]
    kinds = [kind for kind in kinds if kind is not MeetingKind.MEETING]
    kind = (
        kinds[-1]
        if kinds and telling.kind in (MeetingKind.MEETING, MeetingKind.VISIT, MeetingKind.TALKS)
        else telling.kind
    )
    if telling.frame in GOING and noun.kind is MeetingKind.MEETING:
        kind = noun.kind
    last = max([telling.last, *(noun.last for noun in nouns)])
    return replace(telling, last=last, kind=kind, noun=noun, again=telling.again or noun.definite)


def _of_noun(ground: Ground, noun: NounTrigger) -> Telling:
    """The telling of a noun of contact: its phrase, with the clause of the verb that it is the subject or object of."""
    telling = Telling(ground, noun.first, noun.last, noun.kind, noun.frame, noun.at, None, noun, again=noun.definite)
    after = verb_after(ground, noun.first, noun.last)
    if after is not None and _tells(ground, after, "occurs"):
        return replace(telling, last=max(noun.last, right_of(ground, after.last)), carrier=after, subject=True)
    before = verb_before(ground, noun.first)
    if before is not None and _tells(ground, before, "stages"):
        before = told(ground, before)
        over = ground.chain(before)
        carried = before.finite or (before.infinitive and bool(over) and over[0].last >= before.first - 1)
        first = left_of(ground, before) if carried else before.first
        return replace(telling, first=first, last=max(noun.last, right_of(ground, noun.last)), carrier=before)
    return replace(telling, carrier=after, subject=True) if after is not None else telling


def _tells(ground: Ground, verb: VerbGroup, own: str) -> bool:
    """True when a verb tells something of the meeting that it is said of."""
    if said_by(ground, verb) is not None:
        return True
    return own == "occurs" and ground.lemmas[verb.head] in ("be", "include", "involve", "remain", "focus", "come")


def said_by(ground: Ground, verb: VerbGroup) -> str | None:
    """What a verb makes of the meeting, with the particle after it where the table has both."""
    lemma, table = ground.lemmas[verb.head], states("verb")
    for end in (verb.head + 3, verb.head + 2):
        pair = " ".join((lemma, *ground.lows[verb.head + 1 : end]))
        if end <= len(ground.lows) and pair in table:
            return table[pair]
    return table.get(lemma)


def verb_after(ground: Ground, first: int, last: int) -> VerbGroup | None:
    """The finite verb whose subject words `first` to `last` are."""
    if first > 0 and (ground.line.words[first - 1].tag == "ADP" or verb_before(ground, first) is not None):
        return None
    for group in ground.line.verbs:
        if group.first < last or not group.finite:
            continue
        if ground.lows[group.head] in ("aimed", "focused", "centred", "centered") and group.last == group.first + 1:
            continue
        start = _past_apposition(ground, last, len(ground.lows))
        if group.first < start:
            continue
        between = range(start, group.first)
        return group if all(ground.lows[at] == "," or ground.line.words[at].tag == "ADV" for at in between) else None
    return None


def _past_apposition(ground: Ground, at: int, end: int) -> int:
    """Index after an insertion between commas that begins at `at` and holds no finite verb, else `at`."""
    if ground.lows[at] != ",":
        return at
    close = next((index for index in range(at + 1, end) if ground.lows[index] == ","), None)
    relative = ground.lows[at + 1 : at + 2] in (("which",), ("who",))
    if close is None or (not relative and any(g.finite and at < g.first < close for g in ground.line.verbs)):
        return at
    return close


def verb_before(ground: Ground, first: int) -> VerbGroup | None:
    """The verb whose object begins at word `first`, a particle, "part in" or an agreement to it between."""
    for group in reversed(ground.line.verbs):
        if group.last > first:
            continue
        between = ground.lows[group.last : first]
        if len(between) - sum(ground.time_at(group.last + n) is not None for n in range(len(between))) > 3 or any(
            low in ("after", "before", "following", "since", "during", "as", "until") for low in between
        ):
            return None
        tags = [ground.line.words[group.last + n].tag for n in range(len(between))]
        tags = ["ADV" if ground.time_at(group.last + n) else tag for n, tag in enumerate(tags)]
        near = all(
            low in ("part", "an", "end") or tag in ("ADV", "ADP", "DET", "ADJ", "PART")
            for low, tag in zip(between, tags, strict=True)
        )
        if between and tags[-1] == "ADP" and said_by(ground, group) is None:
            return None
        verb = reporting_verbs().get(ground.lemmas[group.head])
        saying = verb is not None and Takes.CLAUSE in verb.takes and said_by(ground, group) is None
        return group if near and not saying else None
    return None


def _told_once(found: Sequence[Telling]) -> list[Telling]:
    """The tellings without nouns that only say more of the noun before ("discussions in a call with …"); where another
    meeting is told inside the words of one, these end before it."""
    kept: list[Telling] = []
    for telling in found:
        before = kept[-1] if kept else None
        noun = telling.noun
        if before is None or noun is None or telling.group is not None or before.last <= noun.first:
            kept.append(telling)
        elif (
            before.noun is not None
            and before.group is None
            and noun.preposition in ("in", "during", "at")
            and telling.carrier is None
        ):
            kind = telling.kind if before.kind in (MeetingKind.TALKS, MeetingKind.MEETING) else before.kind
            kept[-1] = replace(before, kind=kind, last=max(before.last, telling.last))
        else:
            kept[-1] = _cut(before, telling.first if telling.first > before.trigger else noun.first)
            kept.append(telling)
    return kept


def _linked(found: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings, a noun that the one before is said to be ("the talks were the first …") taken as told again."""
    for number, telling in enumerate(found):
        before = found[number - 1] if number else None
        if (
            before is not None
            and telling.frame != "swap"
            and {"where", "when"} & set(telling.ground.lows[before.trigger : telling.trigger])
        ):
            telling = replace(telling, linked=True)
        if before is not None and before.noun is not None and telling.noun is not None and telling.group is None:
            ground = telling.ground
            linking = [verb for verb in ground.line.verbs if before.trigger < verb.first < telling.trigger]
            if len(linking) == 1 and ground.lemmas[linking[0].head] in LINKING:
                telling = replace(telling, linked=True, carrier=linking[0], subject=True)
        yield telling
