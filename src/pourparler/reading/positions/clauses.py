"""The stances of one sentence: what its verbs say of the party that is their subject, or of the one who speaks."""

from collections.abc import Iterator

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, PositionFrame
from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.holders import Holder, Voices, holder_of, voiced_by
from pourparler.reading.conditions.phrases import bare, noun_phrase, object_of, span_of, subject_phrase, text_of
from pourparler.reading.positions.stances import StanceVerb, stance_verb, word_list
from pourparler.reading.scene import Line, Scene
from pourparler.text.clauses import Clause, NounChunk, Parse, VerbGroup, clauses, subject_of

Told = tuple[Attribution, Span] | None


def stances_of(scene: Scene, line: Line, whole: Parse, voices: Voices) -> Iterator[PositionFrame]:
    """The stances that the finite verbs of a sentence take."""
    for verb in whole.groups:
        if not verb.finite:
            continue
        told = voices.at(line.words[verb.first].start, line.words[verb.last - 1].end)
        subject = subject_of(whole, verb)
        yield from _own(scene, line, whole, (verb, subject, told), voices)


Stand = tuple[VerbGroup, NounChunk | None, Told]


def _own(scene: Scene, line: Line, whole: Parse, stand: Stand, voices: Voices) -> Iterator[PositionFrame]:
    """The stance of one verb: of its subject where that is a party, else of the speaker."""
    verb, subject, told = stand
    holder = None
    if subject is not None:
        holder = holder_of(scene, line, (subject.first, subject.last), voices)
    limit = _limit(line, told)
    found = None
    if holder is not None and holder.party:
        found = _taken(line, whole, verb, holder, told, limit)
    speaker = Holder(told[0].party) if told and told[0].party else None
    if found is None and speaker is not None:
        found, holder = _asked(line, whole, stand, holder, limit), speaker
    if found is None or holder is None:
        return
    stance, issue = found
    first = min(verb.first, subject.first) if subject is not None and subject.first < verb.first else verb.first
    evidence = span_of(line, first, _end(line, verb, limit))
    if issue and issue.split()[-1].lower() not in word_list("not_issues"):
        yield PositionFrame(evidence, stance, issue, holder.party, voiced_by(told) or holder.voice)


def _limit(line: Line, told: Told) -> int:
    """Where the words of a clause end at the latest: the end of the content it stands in, or of the sentence."""
    last = len(line.words)
    if told is not None:
        last = next((i for i, word in enumerate(line.words) if word.start >= told[1].end), last)
    while last > 1 and line.words[last - 1].tag == "PUNCT":
        last -= 1
    return last


def _end(line: Line, verb: VerbGroup, limit: int) -> int:
    """Where the words of a stance end: at the first comma, dash or semicolon after its verb, or at `limit`."""
    for at in range(verb.last, limit):
        if line.words[at].text in (",", ";", "–", "—", "-", ":") and at > verb.last:
            return at
    return max(limit, verb.last)


def _taken(
    line: Line, whole: Parse, verb: VerbGroup, holder: Holder, told: Told, limit: int
) -> tuple[Stance, str] | None:
    """What a party's own verb says: a stance verb, a readiness, a refusal."""
    if verb.modal in ("may", "might", "could", "can") and not verb.negated:
        return None
    known = stance_verb(line, verb)
    if known is not None and not verb.passive:
        stance = known[0].negated if verb.negated else known[0].stance
        issue = _issue_of(line, whole, known[0], known[1], limit)
        if stance is not None and issue:
            return stance, issue
    ready = _ready(line, whole, verb, limit)
    if ready is not None:
        return ready
    own = told is None or told[0].party == holder.party
    refusing = verb.negated and verb.modal in ("will", "would", "shall", "can", "could") and not verb.passive
    if own and refusing and line.words[verb.head].lemma not in word_list("not_refused"):
        return Stance.REJECTS, _done(line, whole, verb, limit)
    return None


def _issue_of(line: Line, whole: Parse, verb: StanceVerb, at: int, limit: int) -> str:
    """The issue after a stance verb, of a kind that the verb takes."""
    while at < limit and (line.words[at].tag == "ADV" or line.words[at].text in ('"', "“")):
        at += 1
    if at >= limit:
        return ""
    number = whole.chunk_from(at)
    inner = next((g for g in whole.groups if g.first >= at and g.first < limit), None)
    clause = number is not None and inner is not None and inner.finite and inner.first == whole.chunks[number].last
    if line.words[at].text.lower() == "that" or clause:
        return _of_clause(line, whole, at, limit) if "c" in verb.takes else ""
    if line.words[at].text.lower() == "to" and inner is not None and inner.first == at:
        return _done(line, whole, inner, limit) if "t" in verb.takes else ""
    if inner is not None and inner.first == at and line.words[at].text.lower().endswith("ing"):
        return _done(line, whole, inner, limit) if "g" in verb.takes else ""
    if number is None or "n" not in verb.takes or line.words[whole.chunks[number].head].tag == "PRON":
        return ""
    return bare(text_of(line, *noun_phrase(whole, number, limit)))


def _of_clause(line: Line, whole: Parse, at: int, limit: int) -> str:
    """The issue of a that-clause: its object, or its subject where it has none."""
    verb = next((g for g in whole.groups if g.first >= at and g.first < limit), None)
    if verb is None:
        return ""
    object_ = object_of(whole, verb, limit)
    if object_ is not None:
        return bare(text_of(line, *object_))
    subject = subject_of(whole, verb)
    return bare(text_of(line, *subject_phrase(whole, subject, verb.first))) if subject is not None else ""


def _done(line: Line, whole: Parse, verb: VerbGroup, limit: int) -> str:
    """What is done or not done: the object of the verb, or the verb with what follows."""
    object_ = object_of(whole, verb, limit)
    if object_ is not None:
        return bare(text_of(line, *object_))
    return text_of(line, verb.head, min(limit, verb.head + 8))


def _ready(line: Line, whole: Parse, verb: VerbGroup, limit: int) -> tuple[Stance, str] | None:
    """ "is willing to agree to", "was open to striking": an offer, an acceptance with a verb of agreeing."""
    words = line.words
    near = range(verb.first, min(limit, verb.last + 3))
    at = next((i for i in near if words[i].text.lower() in word_list("willing")), None)
    if at is None or at + 1 >= limit or words[at + 1].text.lower() not in ("to", "for"):
        return None
    inner = next((g for g in whole.groups if at < g.head < limit and g.head > at + 1), None)
    if verb.head > at + 1:
        inner = verb
    if inner is None or inner.first > at + 3:
        object_ = object_of(whole, verb, limit)
        return (Stance.OFFERS, bare(text_of(line, *object_))) if object_ else None
    stance = Stance.ACCEPTS if words[inner.head].lemma in word_list("accepting") else Stance.OFFERS
    if verb.negated:
        stance = Stance.REJECTS
    return stance, _done(line, whole, inner, limit)


def _asked(line: Line, whole: Parse, stand: Stand, holder: Holder | None, limit: int) -> tuple[Stance, str] | None:
    """What a speaker asks of others or of things: "there will be no …", "… is unacceptable", "they must …"."""
    verb, subject, told = stand
    words = line.words
    before = words[verb.first - 1].text.lower() if verb.first else ""
    object_ = object_of(whole, verb, limit)
    ahead = verb.modal in ("will", "can", "shall", "must") or verb.negated
    if before == "there" and object_ is not None and ahead and words[object_[0]].text.lower() == "no":
        return Stance.REJECTS, bare(text_of(line, object_[0] + 1, object_[1]))
    about = bare(text_of(line, *subject_phrase(whole, subject, verb.first))) if subject is not None else ""
    near = {word.text.lower() for word in words[verb.head : min(limit, verb.last + 4)]}
    if words[verb.head].lemma == "be" and about:
        if near & word_list("rejected") or (verb.negated and near & word_list("rejected_negated")):
            return Stance.REJECTS, about
        if near & word_list("required") and not verb.negated:
            return Stance.DEMANDS, about
    return _must(line, whole, stand, holder, limit)


def _must(line: Line, whole: Parse, stand: Stand, holder: Holder | None, limit: int) -> tuple[Stance, str] | None:
    """ "the other side must …": a demand on somebody who is not the speaker."""
    verb, subject, told = stand
    if verb.modal not in ("must", "should", "have to", "need") or subject is None or told is None or verb.perfect:
        return None
    if holder is not None and holder.party == told[0].party:
        return None
    stance = Stance.REJECTS if verb.negated else Stance.DEMANDS
    return stance, _done(line, whole, verb, limit)
