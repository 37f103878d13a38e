"""The stances of one sentence: what its verbs say of the party that is their subject, or of the one who speaks."""

from collections.abc import Iterator

from pourparler.core.reading import PositionFrame
from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.holders import Holder, Told, Voices, holder_of, names_in, speaker
from pourparler.reading.conditions.phrases import object_of, span_of
from pourparler.reading.positions.asking import asked
from pourparler.reading.positions.issues import (
    Issue,
    done,
    issues_of,
    joined,
    object_before,
    refusable,
)
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
        told = voices.at(line.words[verb.first].start, line.words[verb.last - 1].end)
        subject = subject_of(whole, verb) if verb.finite else _subject_before(line, verb)
        stand = Stand(verb, subject, told, _limit(line, told))
        yield from _frames(scene, line, stand, voices)


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
    """True in an indirect question, a condition ("if he backs it") and an aside of the outlet ("as he seeks votes")."""
    subject = subject_of(line.parse, verb)
    at = subject.first if subject is not None and subject.first < verb.first else verb.first
    before = line.words[at - 1].text.lower() if at else ""
    return before in ("whether", "if", "unless", "until", "once", "before") or (before == "as" and not line.quoted[at])


def _frames(scene: Scene, line: Line, stand: Stand, voices: Voices) -> Iterator[PositionFrame]:
    """The stances of one verb: of its subject where that is a party, else of the speaker.

    What several sides agree to together is an agreement and no stance of each.
    """
    verb, subject = stand.verb, stand.subject
    holders = list(_holders(scene, line, verb, subject, voices))
    taken = _taken(scene, line, stand, holders[0]) if holders else None
    teller = speaker(stand.told)
    if taken is None and teller is not None:
        taken, holders = asked(line, stand, holders[0] if holders else None), [teller]
    if taken is None or (taken.stance is Stance.ACCEPTS and len(holders) > 1):
        return
    beside = subject is None or subject.first >= verb.first or not verb.finite
    first = verb.first if beside or subject is None else subject.first
    for number, issue in enumerate(taken.issues):
        start, end = (first, max(issue.last, verb.last)) if number == 0 else (issue.first, issue.last)
        if not issue.text or {issue.text.split()[0].lower(), issue.text.split()[-1].lower()} & word_list("not_issues"):
            continue
        for holder in holders:
            voice = teller.voice if teller else holder.voice
            yield PositionFrame(span_of(line, start, end), taken.stance, issue.text, holder.party, voice)


def _holders(scene: Scene, line: Line, verb: VerbGroup, subject: NounChunk | None, voices: Voices) -> Iterator[Holder]:
    """Who the subject of a verb is, each of those joined by "and"; where none was found, the name right before it."""
    whole = line.parse
    if subject is None:
        names = [place for place in names_in(line) if place[1] == verb.first]
        found = holder_of(scene, line, names[0], voices) if names else None
        if found is not None:
            yield found
        return
    number = whole.chunks.index(subject)
    last = number
    while last + 1 < len(whole.chunks) and number in coordinated(whole, last + 1):
        last += 1
    for chunk in whole.chunks[number : last + 1]:
        holder = holder_of(scene, line, (chunk.first, chunk.last), voices)
        if holder is not None:
            yield holder


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
    if verb.modal in ("may", "might", "could", "can") and not verb.negated:
        return None
    if verb.modal in ("must", "should", "have to", "need", "shall", "ought to") and not holder.is_one_with(
        speaker(stand.told)
    ):
        return None
    return (
        _by_verb(scene, line, stand)
        or _inclined(line, stand)
        or _ready(line, stand)
        or _tabled(line, stand)
        or _refused(line, stand, holder)
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
    if first >= len(words):
        return at
    for time in scene.page.times_in(line.sentence.span):
        if time.start <= words[first].start < time.end or time.start == words[at].start:
            return line.index_at(time.end)
    return at


def _inclined(line: Line, stand: Stand) -> Taken | None:
    """ "is opposed to a ban", "is in favour of talks"."""
    verb, words = stand.verb, line.words
    if words[verb.head].lemma not in ("be", "oppose", "remain", "stay"):
        return None
    for at in range(verb.head, min(verb.last + 3, stand.limit - 1)):
        low = words[at].text.lower()
        against = low in word_list("opposed")
        if against or low in word_list("favouring"):
            first = at + 2 if words[at + 1].text.lower() in ("to", "of") else at + 1
            number = line.parse.chunk_from(first) if first < stand.limit else None
            if number is None:
                return None
            if against and verb.negated:
                return None
            stance = Stance.REJECTS if against or verb.negated else Stance.SUPPORTS
            return Taken(stance, tuple(joined(line, line.parse, number, stand.limit)))
    return None


def _is_name(line: Line, issue: Issue) -> bool:
    """True when an issue is only somebody's name: "urged the union"."""
    return any(issue.last == last and first - issue.first < 2 for first, last in names_in(line))


def _begins(line: Line, at: int) -> bool:
    """True when something that could be an object begins at word `at`."""
    low = line.words[at].text.lower()
    return line.parse.chunk_from(at) is not None or low in ("that", "to", '"', "“", "for", "with")


def _refused(line: Line, stand: Stand, holder: Holder) -> Taken | None:
    """ "We will not sign it": a refusal in a party's own voice or the outlet's; "sees no point in" it."""
    verb = stand.verb
    object_ = object_of(line.parse, verb, stand.limit)
    if object_ is not None and line.words[verb.head].lemma in ("see", "have"):
        words = [word.text.lower() for word in line.words[object_[0] : object_[0] + 2]]
        if words[0] == "no" and words[-1] in word_list("no_reasons"):
            inner = next((g for g in line.parse.groups if object_[0] < g.first < stand.limit), None)
            issue = done(line, line.parse, inner, stand.limit) if inner else None
            return Taken(Stance.REJECTS, (issue,)) if issue else None
    told = stand.told
    own = told is None or told[0].anonymous or holder.is_one_with(speaker(told))
    refusing = verb.negated and verb.modal in ("will", "would", "shall", "can", "could") and not verb.passive
    if own and refusing and refusable(line, verb):
        return Taken(Stance.REJECTS, (done(line, line.parse, verb, stand.limit),))
    return None


def _ready(line: Line, stand: Stand) -> Taken | None:
    """ "is willing to agree to", "was open to striking": an offer, an acceptance with a verb of agreeing."""
    words, verb, limit = line.words, stand.verb, stand.limit
    if verb.perfect and verb.tense == "past":
        return None
    near = range(verb.first, min(limit, verb.last + 3))
    at = next((i for i in near if words[i].text.lower() in word_list("willing")), None)
    if at is None or at + 1 >= limit or words[at + 1].text.lower() not in ("to", "for"):
        return None
    inner = verb if verb.head > at + 1 else next((g for g in line.parse.groups if at + 1 < g.head < limit), None)
    if inner is None or inner.head > at + 3:
        number = next((n for n, c in enumerate(line.parse.chunks) if at < c.first < limit), None)
        issues = tuple(joined(line, line.parse, number, limit)) if number is not None else ()
        return Taken(Stance.REJECTS if verb.negated else Stance.OFFERS, issues) if issues else None
    stance = Stance.ACCEPTS if words[inner.head].lemma in word_list("accepting") else Stance.OFFERS
    return Taken(Stance.REJECTS if verb.negated else stance, (done(line, line.parse, inner, limit),))


def _tabled(line: Line, stand: Stand) -> Taken | None:
    """ "put 20 % on the table", "has an offer on the table"."""
    verb, words = stand.verb, line.words
    if words[verb.head].lemma not in ("put", "have", "lay", "place") or verb.negated or verb.passive:
        return None
    texts = [word.text.lower() for word in words[verb.last : stand.limit]]
    at = next((n for n in range(len(texts) - 2) if texts[n : n + 3] == ["on", "the", "table"]), None)
    number = line.parse.chunk_from(verb.last) if verb.last < stand.limit else None
    if at is None or number is None:
        return None
    issues = tuple(joined(line, line.parse, number, verb.last + at))
    return Taken(Stance.OFFERS, tuple(Issue(i.first, verb.last + at + 3, i.text) for i in issues[:1]))
