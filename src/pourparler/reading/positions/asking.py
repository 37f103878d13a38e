"""What a speaker asks of others or of things: "there will be no …", "… is unacceptable", "they must …"."""

from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.holders import Holder, speaker
from pourparler.reading.conditions.phrases import object_of
from pourparler.reading.positions.issues import Issue, about, clause_end, done, joined
from pourparler.reading.positions.stances import word_list
from pourparler.reading.positions.stands import Stand, Taken
from pourparler.reading.scene import Line


def asked(line: Line, stand: Stand, holder: Holder | None) -> Taken | None:
    """What a speaker asks of others or of things: "there will be no …", "… is unacceptable", "they must …"."""
    verb, words, limit = stand.verb, line.words, stand.limit
    before = words[verb.first - 1].text.lower() if verb.first else ""
    object_ = object_of(line.parse, verb, limit)
    ahead = verb.modal in ("will", "can", "shall", "must")
    if before == "there" and object_ is not None and ahead and words[object_[0]].text.lower() == "no":
        number = line.parse.chunk_from(object_[0])
        issues = tuple(joined(line, line.parse, number, limit)) if number is not None else ()
        return Taken(Stance.REJECTS, tuple(Issue(i.first, i.last, i.text.partition(" ")[2]) for i in issues))
    if words[verb.head].lemma == "be":
        near = {word.text.lower() for word in words[verb.head : min(limit, verb.last + 4)]}
        low = line.index_at(stand.told[1].start) if stand.told else 0
        issues = about(line, line.parse, verb, clause_end(line, verb, limit), low)
        if near & word_list("rejected") or (verb.negated and near & word_list("rejected_negated")):
            return Taken(Stance.REJECTS, issues)
        denied = verb.negated or verb.perfect or any(issue.text.lower().startswith("no ") for issue in issues)
        if near & word_list("required") and not denied:
            return Taken(Stance.DEMANDS, issues)
    return _must(line, stand, holder)


def _must(line: Line, stand: Stand, holder: Holder | None) -> Taken | None:
    """ "the other side must …": a demand on somebody who is not the speaker."""
    verb = stand.verb
    if verb.modal not in ("must", "should", "have to", "need") or stand.subject is None or verb.perfect:
        return None
    teller = speaker(stand.told)
    if teller is None or (holder is not None and holder.is_one_with(teller)):
        return None
    stance = Stance.REJECTS if verb.negated else Stance.DEMANDS
    return Taken(stance, (done(line, line.parse, verb, stand.limit),))
