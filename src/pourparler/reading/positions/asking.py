"""What a speaker asks of others or of things: "there will be no …", "they must …", "they could not have …"."""

from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.holders import Holder, speaker
from pourparler.reading.conditions.phrases import object_of, text_of
from pourparler.reading.positions.issues import Issue, asked_for, clause_end, done, joined
from pourparler.reading.positions.stances import word_list
from pourparler.reading.positions.stands import Stand, Taken
from pourparler.reading.scene import Line


def asked(line: Line, stand: Stand, holder: Holder | None) -> Taken | None:
    """What a speaker asks of others or of things; `holder` is the party that the subject of the verb is."""
    verb, words, limit = stand.verb, line.words, stand.limit
    before = words[verb.first - 1].text.lower() if verb.first else ""
    object_ = object_of(line.parse, verb, limit)
    ahead = verb.modal in ("will", "would", "can", "could", "shall", "must")
    if before == "there" and object_ is not None and ahead and words[object_[0]].text.lower() == "no":
        if words[line.parse.chunks[line.parse.chunk_from(object_[0]) or 0].head].lemma in word_list("never_refused"):
            return None
        number = line.parse.chunk_from(object_[0])
        issues = tuple(joined(line, line.parse, number, limit)) if number is not None else ()
        return Taken(Stance.REJECTS, tuple(Issue(i.first, i.last, i.text.partition(" ")[2]) for i in issues))
    if before == "there" and ahead and words[verb.head].lemma == "be" and verb.last + 1 < limit:
        deed = words[verb.last + 1].text.lower()
        if words[verb.last].text.lower() == "no" and deed.endswith("ing"):
            end = clause_end(line, verb, limit)
            return Taken(Stance.REJECTS, (Issue(verb.last + 1, end, text_of(line, verb.last + 1, end), deed=True),))
    return _must(line, stand, holder) or _forbidden(line, stand, holder)


def _must(line: Line, stand: Stand, holder: Holder | None) -> Taken | None:
    """ "the other side must …": a demand on somebody who is not the speaker."""
    verb = stand.verb
    if verb.modal not in ("must", "should", "have to", "need") or stand.subject is None or verb.perfect:
        return None
    teller = speaker(stand.told)
    if teller is None or (holder is not None and holder.is_one_with(teller)):
        return None
    stance = Stance.REJECTS if verb.negated else Stance.DEMANDS
    if holder is not None:
        return Taken(stance, (done(line, line.parse, verb, stand.limit),))
    return Taken(stance, asked_for(line, line.parse, verb, stand.subject.first, stand.limit))


def _forbidden(line: Line, stand: Stand, holder: Holder | None) -> Taken | None:
    """ "Oslo said Bern could not keep the port", "… could have no role": what a speaker does not allow another."""
    verb, teller = stand.verb, speaker(stand.told)
    if holder is None or teller is None or holder.is_one_with(teller) or verb.perfect:
        return None
    if verb.modal not in ("can", "could", "may") or line.words[verb.head].lemma not in word_list("permitted"):
        return None
    object_ = object_of(line.parse, verb, stand.limit)
    none = object_ is not None and line.words[object_[0]].text.lower() == "no"
    if not verb.negated and not none:
        return None
    issue = done(line, line.parse, verb, stand.limit)
    return Taken(Stance.REJECTS, (Issue(issue.first, issue.last, issue.text.removeprefix("no ")),))
