"""The stances of one sentence: what its verbs say of the party that is their subject, or of the one who speaks."""

from collections.abc import Iterator
from dataclasses import replace

from pourparler.core.reading import PositionFrame
from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.holders import (
    Holder,
    Told,
    Voices,
    holder_of,
    named_parties,
    names_in,
    speaker,
)
from pourparler.reading.conditions.phrases import LIGHT, span_of
from pourparler.reading.positions.asking import asked
from pourparler.reading.positions.issues import Issue, issues_of, object_before, refusable
from pourparler.reading.positions.predicates import predicated
from pourparler.reading.positions.readiness import by_agent, inclined, ready, refused, sworn, tabled
from pourparler.reading.positions.stances import stance_verb, word_list
from pourparler.reading.positions.stands import Stand, Taken
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import NounChunk, VerbGroup, coordinated, subject_of


def stances_of(scene: Scene, line: Line, voices: Voices) -> Iterator[PositionFrame]:
    """The stances that the finite verbs of a sentence take."""
    whole = line.parse
    for verb in whole.groups:
        if not verb.finite and not _is_beside(line, verb):
            continue
        if _is_asked_or_aside(line, verb):
            continue
        told = stand_told(line, verb, voices)
        subject = subject_of(whole, verb) if verb.finite else _subject_before(line, verb)
        if _is_neither(line, subject, verb) and not verb.negated:
            verb = replace(verb, negated=True)
        stand = Stand(verb, subject, told, _limit(line, told))
        yield from _frames(scene, line, stand, voices)


def _is_neither(line: Line, subject: NounChunk | None, verb: VerbGroup) -> bool:
    """True for "neither Oslo nor Bern would", "neither side wants"."""
    if subject is None or subject.first >= verb.first:
        return False
    before = line.words[subject.first - 1].text.lower() if subject.first else ""
    return line.words[subject.first].text.lower() == "neither" or before in ("nor", "neither")


def _is_beside(line: Line, verb: VerbGroup) -> bool:
    """True for a participle that adds a stance to its clause: "…, demanding an apology"."""
    word = line.words[verb.head]
    if verb.infinitive or verb.passive or not word.text.lower().endswith("ing") or verb.first == 0:
        return False
    before = line.words[verb.first - 1]
    return before.text == "," or before.tag == "CCONJ" or before.text.lower() == "while"


def _subject_before(line: Line, verb: VerbGroup) -> NounChunk | None:
    """The subject that a participle shares with the finite verb before it."""
    for group in reversed(line.parse.groups):
        if group.finite and group.last <= verb.first and line.quoted[group.head] == line.quoted[verb.head]:
            return subject_of(line.parse, group)
    return None


def _is_asked_or_aside(line: Line, verb: VerbGroup) -> bool:
    """True in an indirect question, a condition ("if he backs it", "should he back it") and an aside of the outlet."""
    subject = subject_of(line.parse, verb)
    at = subject.first if subject is not None and subject.first < verb.first else verb.first
    before = line.words[at - 1].text.lower() if at else ""
    if before == "should" and (at == 1 or line.words[at - 2].tag == "PUNCT"):
        return True
    return before in ("whether", "if", "unless", "until", "once", "before") or (before == "as" and not line.quoted[at])


def _frames(scene: Scene, line: Line, stand: Stand, voices: Voices) -> Iterator[PositionFrame]:
    """The stances of one verb: of its subject where that is a party, else of the speaker.

    What several sides agree to together is an agreement and no stance of each.
    """
    verb, subject = stand.verb, stand.subject
    holders = list(_holders(scene, line, verb, subject, voices))
    taken = _taken(scene, line, stand, holders[0]) if holders else None
    teller = speaker(stand.told)
    if taken is None:
        taken, holders = _of_another(scene, line, stand, holders[0] if holders else None, voices)
    if taken is None or (taken.stance is Stance.ACCEPTS and (len(holders) > 1 or _of_several(line, stand))):
        return
    beside = subject is None or subject.first >= verb.first or not verb.finite
    first = verb.first if beside or subject is None else subject.first
    for number, issue in enumerate(taken.issues):
        start, end = (first, max(issue.last, verb.last)) if number == 0 else (issue.first, issue.last)
        if not issue.text or _is_nothing(issue):
            continue
        for holder in holders:
            voice = teller.voice if teller else holder.voice
            yield PositionFrame(span_of(line, start, end), taken.stance, issue.text, holder.party, voice)


REPROACHED = frozenset(
    "misleading lying slandering smearing defaming fabricating distorting deceiving pretending blaming hyping".split()
)
"""What a side is told to stop doing with words alone: a reproach, and no stance on an issue."""


def _is_nothing(issue: Issue) -> bool:
    """True for what is no issue of a negotiation: "a request for comment", "the time", a light verb alone."""
    if issue.deed and issue.text in LIGHT:
        return True
    edges = issue.text.lower().split()
    if edges[0] in ("stop", "stopping", "cease", "quit") and len(edges) > 1 and edges[1] in REPROACHED:
        return True
    return edges[-1] in word_list("not_issues") or (not issue.deed and edges[0] in word_list("not_issues"))


def _of_another(
    scene: Scene, line: Line, stand: Stand, holder: Holder | None, voices: Voices
) -> tuple[Taken | None, list[Holder]]:
    """The stance of somebody who is not the subject: who speaks, "by" whom it is done, "for" whom it is so."""
    teller = speaker(stand.told)
    agent = by_agent(line, stand)
    if agent is not None:
        doer = holder_of(scene, line, agent[1], voices)
        return (agent[0], [doer]) if doer is not None else (None, [])
    found = predicated(line, stand)
    if found is not None:
        at = found[1] if line.words[0].text != "For" else 0
        named = at + 1 < stand.limit and line.words[at].text.lower() == "for"
        number = line.parse.chunk_from(at + 1) if named else None
        chunk = line.parse.chunks[number] if number is not None else None
        other = holder_of(scene, line, (chunk.first, chunk.last), voices) if chunk is not None else None
        whose = other or teller
        return (found[0], [whose]) if whose is not None else (None, [])
    return (asked(line, stand, holder), [teller]) if teller is not None else (None, [])


def _of_several(line: Line, stand: Stand) -> bool:
    """True when what "they" agreed to is told by several parties together."""
    if stand.told is None or stand.told[0].source is None or stand.subject is None:
        return False
    source = stand.told[0].source
    if line.words[stand.subject.head].text.lower() not in ("they", "we"):
        return False
    return len(named_parties(line, line.index_at(source.start), line.index_at(source.end - 1) + 1)) > 1


def _holders(scene: Scene, line: Line, verb: VerbGroup, subject: NounChunk | None, voices: Voices) -> Iterator[Holder]:
    """Who the subject of a verb is, each of those joined by "and"; where none was found, the name right before it."""
    whole = line.parse
    if subject is not None and line.words[subject.first].text.lower() == "neither":
        named = subject.last < verb.first and line.words[subject.last].text.lower() == "nor"
        teller = speaker(stand_told(line, verb, voices))
        if not named and teller is not None:
            yield teller
            return
    if subject is None:
        names = [place for place in names_in(line) if place[1] == verb.first]
        found = holder_of(scene, line, names[0], voices) if names else None
        if found is not None:
            yield found
        return
    number = whole.chunks.index(subject)
    listed = (n for n in range(number + 1, len(whole.chunks)) if whole.chunks[n].last <= verb.first)
    last = max((n for n in listed if number in coordinated(whole, n)), default=number)
    before = whole.chunk_ending(subject.first - 2) if _after_nor(line, subject) else None
    number = number if before is None else before
    for chunk in whole.chunks[number : last + 1]:
        first = chunk.first + (line.words[chunk.first].text.lower() == "neither" and chunk.last - chunk.first > 1)
        holder = holder_of(scene, line, (first, chunk.last), voices)
        if holder is not None:
            yield holder


def _after_nor(line: Line, subject: NounChunk) -> bool:
    return subject.first > 1 and line.words[subject.first - 1].text.lower() == "nor"


def stand_told(line: Line, verb: VerbGroup, voices: Voices) -> Told:
    """The attribution that the words of a verb stand in."""
    return voices.at(line.words[verb.first].start, line.words[verb.last - 1].end)


def _limit(line: Line, told: Told) -> int:
    """Where the words of a clause end at the latest: the end of the content it stands in, or of the sentence."""
    last = len(line.words)
    if told is not None:
        last = next((i for i, word in enumerate(line.words) if word.start >= told[1].end), last)
    while last > 1 and line.words[last - 1].tag == "PUNCT":
        last -= 1
    return last


def _taken(scene: Scene, line: Line, stand: Stand, holder: Holder) -> Taken | None:
    """What a party's own verb says: a stance verb, a readiness, a refusal."""
    verb = stand.verb
    own = holder.is_one_with(speaker(stand.told))
    if verb.modal in ("may", "might", "could", "can") and not verb.negated:
        taken = _by_verb(scene, line, stand) if verb.modal in ("could", "can") and own else None
        return taken if taken is not None and taken.stance is Stance.ACCEPTS else None
    if verb.modal in ("must", "should", "have to", "need", "shall", "ought to") and not own:
        return None
    return (
        sworn(line, stand)
        or _by_verb(scene, line, stand)
        or inclined(line, stand)
        or ready(line, stand)
        or tabled(line, stand)
        or refused(line, stand, holder)
    )


def _by_verb(scene: Scene, line: Line, stand: Stand) -> Taken | None:
    """ "The union wants a raise", "Oslo has ruled out a ban"."""
    known = stance_verb(line, stand.verb)
    if known is None or stand.verb.passive:
        return None
    stance = known[0].negated if stand.verb.negated else known[0].stance
    issues = issues_of(line, line.parse, known[0], _past_time(scene, line, known[1]), stand.limit)
    refused = stance is Stance.REJECTS and stand.verb.negated
    deed = next((g for g in line.parse.groups if g.infinitive and g.first == known[1]), None)
    if refused and deed is not None and not refusable(line, deed):
        return None
    if len(issues) == 1 and _is_name(line, issues[0]):
        return None
    if not issues and "n" in known[0].takes and known[1] < len(line.words) and not _begins(line, known[1]):
        issues = object_before(line, line.parse, stand.verb)
    return Taken(stance, issues) if stance is not None and issues else None


def _past_time(scene: Scene, line: Line, at: int) -> int:
    """The index after a time expression at word `at`, with its preposition: "agreed on Wednesday that"."""
    words = line.words
    first = at + 1 if at + 1 < len(words) and words[at].text.lower() in ("on", "in", "at", "this", "late") else at
    if first >= len(words) or words[first].tag in ("NUM", "DET"):
        return at
    for time in scene.page.times_in(line.sentence.span):
        if time.start <= words[first].start < time.end or time.start == words[at].start:
            return line.index_at(time.end)
    return at


def _is_name(line: Line, issue: Issue) -> bool:
    """True when an issue is only somebody's name: "urged the union"."""
    return any(issue.last == last and first - issue.first < 2 for first, last in names_in(line))


def _begins(line: Line, at: int) -> bool:
    """True when something that could be an object begins at word `at`."""
    low = line.words[at].text.lower()
    return line.parse.chunk_from(at) is not None or low in ("that", "to", '"', "“", "for", "with")
