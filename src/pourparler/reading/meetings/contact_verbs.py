"""Verbs of contact with the company that makes them a meeting: "met with the union", never "met the deadline"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pourparler.core.vocabulary import MeetingKind
from pourparler.reading.meetings.ground import STOPS, Ground, follows, left_of, subject_words
from pourparler.reading.meetings.players import is_actor_ahead, is_many, is_media_ahead
from pourparler.reading.meetings.words import MeetingVerb, actor_nouns, meeting_nouns, meeting_verbs
from pourparler.reading.namings import NamingKind
from pourparler.text.clauses import VerbGroup

IN_PERSON = (("face", "to", "face"), ("in", "person"), ("face-to-face",), ("one-on-one",))
BY_PHONE = (("by", "phone"), ("by", "telephone"), ("on", "the", "phone"), ("by", "video"), ("over", "the", "phone"))


CAPTIVES = frozenset("prisoners captives hostages detainees soldiers bodies remains pows".split())
DECIDING = frozenset(
    """cabinet council board committee parliament senate assembly congress leader member delegate lawmaker shareholder
    worker teacher nurse pilot local legislature house knesset duma rada bundestag governor deputy mp union""".split()
)
DECIDED = frozenset(
    "deal contract agreement accord offer pact resolution plan ceasefire truce treaty merger proposal bill".split()
)


@dataclass(frozen=True, slots=True)
class VerbTrigger:
    """A verb of contact in a sentence; `after` is the word index after its particles, where the other side begins."""

    group: VerbGroup
    verb: MeetingVerb
    kind: MeetingKind
    after: int


def verb_triggers(ground: Ground) -> Iterator[VerbTrigger]:
    """The verbs of contact of a sentence that have what they need beside them."""
    verbs = meeting_verbs()
    for group in (told(ground, group) for group in ground.line.verbs):
        for verb in verbs.get(ground.lemmas[group.head], ()):
            after = _after_particles(ground, group, verb)
            if after is not None and _fits(ground, group, verb, after):
                yield VerbTrigger(group, verb, _kind(ground, group, verb), after)
                break


def told(ground: Ground, group: VerbGroup) -> VerbGroup:
    """A verb group put right: a lone past form right after somebody is no participle ("envoys gathered in May"), and a
    base form after "to" is an infinitive."""
    if group.last == group.first + 1 and group.first and ground.lows[group.first - 1] == "to" and group.finite:
        return replace(group, first=group.first - 1, tense="none", infinitive=True)
    lone = group.tense == "none" and not group.infinitive and group.last == group.first + 1 and group.first > 0
    low = ground.lows[group.head]
    if (
        not lone
        or low.endswith("ing")
        or low == ground.lemmas[group.head]
        or ground.lows[group.last : group.last + 1] == ("by",)
    ):
        return group
    chunk = next((c for c in ground.line.chunks if c.last == group.first), None)
    if chunk is None or (not is_actor_ahead(ground, chunk.first) and not is_many(ground, chunk.first, chunk.last)):
        return group
    return replace(group, tense="past", passive=False)


def _kind(ground: Ground, group: VerbGroup, verb: MeetingVerb) -> MeetingKind:
    """The kind of a contact: what is said face to face is no call, what is said by phone is one."""
    near = range(group.last, min(group.last + 6, len(ground.lows)))
    if any(follows(ground.lows, at, words) for at in near for words in BY_PHONE):
        return MeetingKind.CALL
    if any(follows(ground.lows, at, words) for at in range(group.head + 1, group.head + 6) for words in IN_PERSON):
        return MeetingKind.MEETING
    if verb.frame == "with" and group.progressive:
        return MeetingKind.TALKS
    return verb.kind


def _after_particles(ground: Ground, group: VerbGroup, verb: MeetingVerb) -> int | None:
    """Index after the particles that a verb wants, adverbs and "by phone" passed over; None when they are not there."""
    if not verb.particles:
        return group.last
    lows, at = ground.lows, group.head + 1
    for start in range(at, min(at + 8, len(lows))):
        for particles in verb.particles:
            if follows(lows, start, particles) and not (lows[start] == "to" and lows[start - 1] == "face"):
                return start + len(particles)
        if lows[start] in STOPS or lows[start] in (",", "about", "and"):
            break
    return group.last if verb.lemma in ("meet", "talk", "speak") else None


def _fits(ground: Ground, group: VerbGroup, verb: MeetingVerb, after: int) -> bool:
    """True when a verb has the company that makes it a contact."""
    frame = verb.frame
    if is_media_ahead(ground, after):
        return False
    if frame == "with":
        if after > group.last:
            return is_actor_ahead(ground, after)
        near = range(group.last, min(group.last + 3, len(ground.lows)))
        phoned = any(follows(ground.lows, at, words) for at in near for words in BY_PHONE)
        return (
            (phoned or (group.progressive and verb.lemma == "talk"))
            and group.finite
            and is_many(ground, *subject_words(ground, group))
        )
    if frame in ("person", "host"):
        return (
            not group.passive
            and is_actor_ahead(ground, after)
            and not (verb.kind is MeetingKind.CALL and _is_named(ground, after))
        )
    if frame == "seen":
        ahead = ground.lemmas[after : after + 4]
        named = any(p.first in range(after, after + 3) for p in ground.line.people)
        return bool(ground.times) and not group.passive and (named or any(lemma in actor_nouns() for lemma in ahead))
    if frame == "together":
        return _together(ground, group, verb, after)
    if frame == "attend":
        end = max(after, group.last)
        ends = end >= len(ground.lows) or ground.line.words[end].tag in ("PUNCT", "ADV", "CCONJ")
        return ends and not any(group.first <= n.first < group.last for n in ground.line.namings)
    if frame == "decide":
        return _decides(ground, group, verb)
    if frame == "swap":
        return any(low in CAPTIVES for low in ground.lows[group.last : group.last + 6]) and bool(ground.times)
    if frame == "called":
        return group.passive and _goes(ground, group, verb, after) and is_many(ground, *subject_words(ground, group))
    return _goes(ground, group, verb, after)


def _decides(ground: Ground, group: VerbGroup, verb: MeetingVerb) -> bool:
    """True when a body decides on a day: the session of one side that accepts or refuses."""
    if group.infinitive or group.passive or not ground.times:
        return False
    first = left_of(ground, group)
    body = any(
        lemma in DECIDING and low not in ("union",)
        for lemma, low in zip(ground.lemmas[first : group.first], ground.lows[first : group.first], strict=True)
    )
    ahead = ground.lemmas[group.last : group.last + 8]
    return body and (verb.lemma == "vote" or any(lemma in DECIDED for lemma in ahead))


def _together(ground: Ground, group: VerbGroup, verb: MeetingVerb, after: int) -> bool:
    """True when several come together: with somebody, or as a plural subject, never "meet a demand"."""
    if ground.lows[after - 1] == "with" or (verb.lemma == "meet" and after == group.last):
        if is_actor_ahead(ground, after):
            return True
        if ground.lows[after - 1] == "with":
            return False
    if after > group.last and is_actor_ahead(ground, after) and ground.lows[after - 1] in ("from", "opposite", "table"):
        return True
    if (
        ground.whole.chunk_from(after) is not None
        and after == group.last
        and ground.line.words[after].tag != "ADV"
        and ground.time_at(after) is None
    ):
        return verb.lemma == "meet" and _is_name(ground, after)
    if ground.lemmas[group.head] in ("be", "come") and after > group.last:
        return is_many(ground, *subject_words(ground, group))
    return is_many(ground, *subject_words(ground, group))


def _is_named(ground: Ground, after: int) -> bool:
    """True for "called him a dictator": somebody is given a name, not telephoned."""
    chunk = next((c for c in ground.line.chunks if c.first <= after < c.last), None)
    last = chunk.last if chunk is not None else after + 1
    ahead = ground.lows[last : last + 2]
    return bool(ahead) and (
        ahead[0] in ("a", "an", "the", "“", '"', "‘", "to", "out", "for", "on", "back")
        or ground.line.words[last].tag in ("ADJ", "NOUN")
    )


def _is_name(ground: Ground, at: int) -> bool:
    """True for a capitalised word that is no place: somebody of whom the report says no more than a surname."""
    place = any(n.first == at and n.kind in (NamingKind.PLACE, NamingKind.CAPITAL) for n in ground.line.namings)
    return ground.line.words[at].tag == "PROPN" and ground.line.words[at].text[:1].isupper() and not place


def _goes(ground: Ground, group: VerbGroup, verb: MeetingVerb, after: int) -> bool:
    """True when somebody goes to a place; a visit may be to somebody, and being at a place needs a seat and a day."""
    start = after + 1 if ground.lows[after : after + 1] in (("the",), ("a",)) else after
    naming = next((n for n in ground.line.namings if n.first == start), None)
    known = naming is not None and naming.kind not in (NamingKind.OFFICE, NamingKind.MEDIA)
    named = start < len(ground.lows) and ground.line.words[start].text[:1].isupper() and ground.time_at(start) is None
    if verb.frame == "stay":
        seat = naming is not None and naming.kind is NamingKind.SEAT
        if naming is not None and "for" in ground.lows[naming.last : naming.last + 3]:
            ahead = ground.lemmas[naming.last : naming.last + 8]
            return any(lemma in meeting_nouns() for lemma in ahead)
        return seat and bool(ground.times) and (group.modal is not None or group.tense == "future")
    if verb.frame == "visit":
        return known or named or is_actor_ahead(ground, after)
    if verb.frame == "sent":
        ahead = ground.lows[after : after + 16]
        return (
            not group.passive
            and is_actor_ahead(ground, after)
            and ("to" in ahead or "into" in ahead)
            and "letter" not in ahead
        )
    return known or named
