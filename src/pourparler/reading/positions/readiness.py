"""Readiness: what "is ready to", "is opposed to", "will not" and "threatened to veto" tell of the one who is it."""

from pourparler.core.vocabulary import Stance
from pourparler.reading.conditions.holders import Holder, speaker
from pourparler.reading.conditions.phrases import object_of
from pourparler.reading.positions.issues import Issue, about, done, joined, refusable
from pourparler.reading.positions.stances import stance_verb, word_list
from pourparler.reading.positions.stands import Stand, Taken
from pourparler.reading.scene import Line
from pourparler.text.clauses import VerbGroup

REFUSING = ("will", "would", "shall", "can", "could", "going", "going to", "about", "about to")
"""Modals and the like that, negated, refuse a deed."""


def sworn(line: Line, stand: Stand) -> Taken | None:
    """ "threatened to veto the budget", "vowed never to leave": a refusal that is promised."""
    verb, words = stand.verb, line.words
    if words[verb.head].lemma not in word_list("vowing") or verb.passive:
        return None
    deed = next((g for g in line.parse.groups if g.infinitive and g.first >= verb.last), None)
    if deed is None or any(word.tag not in ("ADV", "PART") for word in words[verb.last : deed.first]):
        return None
    if deed.negated or any(word.text.lower() in ("not", "never") for word in words[verb.head : deed.first]):
        return Taken(Stance.REJECTS, (done(line, line.parse, deed, stand.limit),))
    known = stance_verb(line, deed)
    if known is not None and not verb.negated and known[0].stance is Stance.REJECTS:
        return Taken(Stance.REJECTS, _object(line, deed, stand.limit))
    return None


def by_agent(line: Line, stand: Stand) -> tuple[Taken, tuple[int, int]] | None:
    """ "The plan was rejected by Oslo": the stance and the words of the one who takes it."""
    verb, words = stand.verb, line.words
    known = stance_verb(line, verb) if verb.passive and not verb.negated and verb.modal is None else None
    if known is None or known[0].stance is None or "n" not in known[0].takes or stand.subject is None:
        return None
    at = next((n for n in range(known[1], min(known[1] + 3, stand.limit)) if words[n].text.lower() == "by"), None)
    number = line.parse.chunk_from(at + 1) if at is not None and at + 1 < stand.limit else None
    if number is None:
        return None
    chunk = line.parse.chunks[number]
    issues = about(line, line.parse, verb, chunk.last)
    return (Taken(known[0].stance, issues), (chunk.first, chunk.last)) if issues else None


def _object(line: Line, deed: VerbGroup, limit: int) -> tuple[Issue, ...]:
    number = line.parse.chunk_from(deed.last) if deed.last < limit else None
    return tuple(joined(line, line.parse, number, limit)) if number is not None else ()


def inclined(line: Line, stand: Stand) -> Taken | None:
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


def refused(line: Line, stand: Stand, holder: Holder) -> Taken | None:
    """ "We will not sign it": a refusal in a party's own voice or the outlet's; "sees no point in" it."""
    verb = stand.verb
    object_ = object_of(line.parse, verb, stand.limit)
    if object_ is not None and line.words[verb.head].lemma in ("see", "have"):
        words = [word.text.lower() for word in line.words[object_[0] : object_[0] + 2]]
        if words[0] == "no" and words[-1] in word_list("no_reasons"):
            return _without_reason(line, stand, object_[0] + 2)
    told = stand.told
    own = speaker(told) is None or holder.is_one_with(speaker(told))
    never = _under_no(line, stand) if own else None
    if never is not None:
        return Taken(Stance.REJECTS, (done(line, line.parse, never, stand.limit),))
    refusing = verb.negated and verb.modal in REFUSING and not verb.passive
    if own and refusing and refusable(line, verb):
        return Taken(Stance.REJECTS, (done(line, line.parse, verb, stand.limit),))
    return None


def _under_no(line: Line, stand: Stand) -> VerbGroup | None:
    """The deed of "will under no circumstances sign", "would on no account sign"."""
    words, at = line.words, stand.verb.last
    if stand.verb.modal not in ("will", "would") and words[stand.verb.head].lemma not in ("will", "would"):
        return None
    at -= words[stand.verb.head].text.lower() in ("under", "on", "in", "by")
    texts = [word.text.lower() for word in words[at : at + 3]]
    if len(texts) < 3 or texts[0] not in ("under", "on", "in", "by") or texts[1] != "no":
        return None
    return next((g for g in line.parse.groups if at + 3 <= g.first <= at + 4), None)


def _without_reason(line: Line, stand: Stand, at: int) -> Taken | None:
    """What "no point in", "no need for", "no plans to" refuse: the deed or the thing after it."""
    first = at + 1 if at < stand.limit and line.words[at].text.lower() in ("in", "for", "of", "on") else at
    number = line.parse.chunk_from(first) if first < stand.limit else None
    inner = next((g for g in line.parse.groups if at <= g.first < stand.limit), None)
    if number is not None and not line.words[first].text.lower().endswith("ing"):
        return Taken(Stance.REJECTS, tuple(joined(line, line.parse, number, stand.limit)))
    return Taken(Stance.REJECTS, (done(line, line.parse, inner, stand.limit),)) if inner is not None else None


def ready(line: Line, stand: Stand) -> Taken | None:
    """ "is willing to agree to", "was open to striking": an offer, an acceptance with a verb of agreeing."""
    words, verb, limit = line.words, stand.verb, stand.limit
    if verb.perfect and verb.tense == "past":
        return None
    near = range(verb.first, min(limit, verb.last + 3))
    at = next((i for i in near if words[i].text.lower() in word_list("willing") | word_list("loath")), None)
    loath = at is not None and words[at].text.lower() in word_list("loath")
    if at is None or at + 1 >= limit or words[at + 1].text.lower() not in ("to", "for"):
        return None
    inner = verb if verb.head > at + 1 else next((g for g in line.parse.groups if at + 1 < g.head < limit), None)
    if inner is None or inner.head > at + 3:
        number = next((n for n, c in enumerate(line.parse.chunks) if at < c.first < limit), None)
        issues = tuple(joined(line, line.parse, number, limit)) if number is not None else ()
        return Taken(Stance.REJECTS if verb.negated else Stance.OFFERS, issues) if issues else None
    stance = Stance.ACCEPTS if words[inner.head].lemma in word_list("accepting") else Stance.OFFERS
    return Taken(Stance.REJECTS if verb.negated or loath else stance, (done(line, line.parse, inner, limit),))


def tabled(line: Line, stand: Stand) -> Taken | None:
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
