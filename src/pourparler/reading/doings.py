"""What a clause does: the rules that give the act of what was said, from its subject, modal, negation and verb."""

import re
from collections.abc import Callable

from pourparler.core.vocabulary import Act
from pourparler.reading.cues import reporting_verbs
from pourparler.reading.deeds import Deed, does, human_nouns, verdicts
from pourparler.reading.points import Point

DEONTIC = frozenset({"must", "should", "have to", "ought to", "need"})
COMING = frozenset({"will", "shall", "would", "be to", "going", "set", "due", "scheduled", "planning", "planned"})
TELLING = frozenset("say confirm comment disclose reveal discuss speculate elaborate".split())
BARRING = frozenset("oppose block veto object prevent obstruct".split())
PRESSING = frozenset("bully blackmail intimidate pressure dictate threaten push rush force bounce coerce bind".split())
ONLY = re.compile(r"\bonly (?:if|when|once|after|in return)\b")
UNTOLD = frozenset("progress time change date way doubt need reason word sign point one room money comment".split())
"""What somebody says there was none of without denying anything."""
ALLOWING = frozenset({"allow", "permit", "tolerate", "accept"})
MEANING = frozenset("want seek plan intend mean aim ask support recognise recognize pursue".split())
"""Verbs that, negated in the present with the speaker as subject, deny an intention."""
STATES = frozenset(
    "be know think believe expect understand see hear feel mind care remember sure comment win need happen seem".split()
)
"""Verbs of states and of the mind, in which nothing is refused or denied."""
ABLE = frozenset("will would can could shall may".split())
READY = frozenset("ready willing prepared keen eager able".split())
UNWILLING = frozenset("unwilling reluctant".split())
AGREEING = frozenset("accept agree sign endorse approve".split())
PERFORMED = frozenset(
    """accept agree reject oppose support back endorse welcome praise thank condemn denounce deplore demand urge
    propose offer promise guarantee pledge deny dispute refute warn accuse blame appreciate commend refuse
    beg plead appeal call insist""".split()
)
"""Verbs that, with the speaker as subject, do what they say: "we reject", "it supports"."""
PERFORMED_OTHERWISE = {"appreciate": Act.PRAISE}
UNDONE = {Act.ACCEPT: Act.REJECT, Act.SUPPORT: Act.REJECT, Act.PRAISE: Act.SAY, Act.REJECT: Act.SAY}
COMING_ALONG = frozenset("come attend travel meet visit arrive fly join".split())
SUFFERED = frozenset("deny exclude attack ignore cheat betray mislead deceive insult threaten bully prevent".split())
WISHED = frozenset("agreement deal peace solution settlement".split())
JUDGING = frozenset("be remain seem feel stand express voice have call become stay fall".split())
NO_AGENTS = frozenset("there nobody no neither none nothing that this it".split())
GRAVE = frozenset(
    "harm hurt suffer collapse retaliate escalate destroy starve face bomb attack invade kill execute".split()
)
FIGHTING = frozenset("fight sue boycott strike".split())
TOGETHER = frozenset("we both two sides parties all".split())
TALKING = frozenset("meet talk sit start try work begin negotiate discuss".split())


def _performed(point: Point) -> Act | None:
    """What the speaker says to do: "we reject the plan", "it would support a truce"."""
    verb, group = point.verb, point.group
    plain = group.modal in (None, "will", "would", "can", "could", "must")
    plain = plain and (not point.passive or verb == "commit")
    plain = plain and (not group.perfect or verb in ("accept", "reject", "commit"))
    if point.passive and verb == "oppose" and group.tense in ("present", "past"):
        return Act.REJECT
    if (
        not plain
        or verb not in PERFORMED | {"vote", "commit"}
        or not (point.own or (point.unplaced and group.modal is None) or point.subject[:1] == ("everyone",))
    ):
        return None
    if verb == "vote" and {"for", "against"} & set(point.rest[:2]):
        return Act.REJECT if "against" in point.rest[:2] or point.negated else Act.SUPPORT
    if verb == "commit" and not point.negated:
        return Act.PROMISE
    if verb == "agree" and group.tense == "past" and not point.own and not point.negated:
        return Act.ANNOUNCE
    known = reporting_verbs().get(f"{verb} {point.rest[0]}" if point.rest else verb) or reporting_verbs().get(verb)
    act = PERFORMED_OTHERWISE.get(verb) or (known.act if known is not None else None)
    if act is Act.REJECT and {"allegations", "accusations", "claims", "charges", "reports"} & set(point.rest):
        return Act.DENY
    return UNDONE.get(act, Act.SAY) if act is not None and point.negated else act


def _ready(point: Point) -> Act | None:
    """ "is ready to talk", "is not prepared to sign", "would consider lifting"."""
    if point.group.modal in UNWILLING:
        return Act.REJECT
    if point.group.modal in READY and (point.group.modal != "able" or not point.negated):
        if point.group.modal == "able":
            return None
        if point.negated:
            return Act.REJECT
        if point.verb in GRAVE:
            return Act.WARN
        return Act.ACCEPT if point.verb in AGREEING else Act.OFFER
    considering = point.verb == "consider" and point.rest[:1] and point.rest[0].endswith("ing")
    return Act.OFFER if considering and point.own and not point.negated else None


def _conditional(point: Point) -> Act | None:
    """A threat, an offer or a demand tied to a condition."""
    if point.group.modal in ("will", "would") and point.own and ONLY.search(point.text):
        return Act.DEMAND
    if point.under is None or point.group.modal in DEONTIC:
        return None
    if point.own and point.under_negated and point.negated:
        return Act.DEMAND if point.under_first else Act.REJECT
    present = point.group.modal is None and point.group.tense == "present"
    if present and does(point, Deed.HARM) and not point.negated:
        return Act.WARN
    if point.group.modal not in COMING | {"can", "could", "may", "might"}:
        return None
    if point.under_negated:
        return Act.WARN
    if does(point, Deed.EASE) and not point.negated:
        return Act.OFFER
    if point.own and does(point, Deed.GIVE) and not point.negated:
        return Act.PROMISE
    if does(point, Deed.HARM) and not point.negated:
        return Act.WARN
    willing = point.own and point.group.modal in ("will", "would") and point.verb not in ("will", "would", "be")
    return Act.OFFER if willing and not point.negated else None


def _deontic(point: Point) -> Act | None:
    """ "must leave", "should be scrapped", "needs to know": a demand on anybody but the speaker alone."""
    need = point.verb == "need" and (point.rest[:1] == ("to",) or point.subject[:1] == ("we",))
    if point.verb == "need" and point.subject[:1] == ("we",) and point.rest[:1] != ("to",):
        return Act.DEMAND
    having = point.group.modal == "would" and "have to" in point.text
    if point.group.modal not in DEONTIC and not need and not having:
        return None
    if point.subject[:1] == ("i",) or (point.group.modal == "should" and point.under == "should"):
        return None
    if point.verb in TALKING and point.group.modal == "should" and set(point.subject) & TOGETHER:
        return Act.PROPOSE
    return None if point.subject[:1] == ("we",) else Act.DEMAND


def _refusal(point: Point) -> Act | None:
    """ "will not sign", "would not govern with them", "do not negotiate"; what others must not do is a demand."""
    group, subject = point.group, point.subject[:1]
    if not point.negated or (subject in (("there",), ("that",), ("it",)) and not point.own):
        return None
    if point.passive and point.verb in ALLOWING and group.modal in ABLE:
        return Act.DEMAND
    if point.own and point.verb in TELLING and group.modal in ABLE:
        return Act.DECLINE
    if point.own and (point.verb in BARRING or (point.verb == "stand" and "way" in point.rest)):
        return Act.ACCEPT if group.modal in ABLE else None
    if point.own and point.passive and point.verb in PRESSING and group.modal in ABLE:
        return Act.REJECT
    if not point.own and point.verb in COMING_ALONG and group.modal in ("will", "would"):
        return Act.ANNOUNCE
    if group.modal in ABLE and (does(point, Deed.REFUSE) or _is_unwilling(point)):
        return Act.REJECT
    present = group.modal is None and group.tense == "present" and not group.perfect
    return Act.REJECT if point.own and present and does(point, Deed.REFUSE) else None


def _is_unwilling(point: Point) -> bool:
    """True for "we will not …" with a verb that is the speaker's to choose."""
    chosen = point.verb not in STATES and point.verb not in reporting_verbs() and not point.passive
    return point.own and chosen and point.group.modal in ("will", "would", "shall")


def _denial(point: Point) -> Act | None:
    """ "had never seen the paper", "took no part", "have no plans", "nobody ever invited us"."""
    group = point.group
    if not point.negated or group.modal is not None:
        return None
    past = group.perfect or group.tense == "past"
    if point.subject[:1] == ("there",) and past and not set(point.rest[:4]) & UNTOLD:
        return Act.DENY if point.rest[:1] == ("no",) else None
    nobody = point.subject[:1] in (("nobody",), ("none",), ("no-one",))
    ever = "never" in point.words or "ever" in point.words
    if nobody:
        return Act.DENY if past and ever else None
    if not point.own or group.progressive or point.verb in STATES or "choice" in point.rest:
        return None
    return Act.DENY if past or point.verb in MEANING or set(point.rest[:3]) & {"plans", "plan", "intention"} else None


def _settled(point: Point) -> Act | None:
    """ "have signed a truce", "had raised its offer": what has come about or been done."""
    group = point.group
    if point.negated or group.modal is not None:
        return None
    if point.verb == "have" and {"deal", "agreement", "accord"} & set(point.rest[:5]):
        return Act.ANNOUNCE
    if point.verb == "confirm" and point.passive:
        return Act.CONFIRM
    own = point.own and group.tense == "past" and point.verb in ("sign", "reach", "strike", "conclude", "agree")
    if not (group.perfect or (point.passive and group.tense == "past") or own):
        return None
    if point.verb in ("raise", "improve", "increase", "put", "make") and {"offer", "bid", "proposal"} & set(point.rest):
        return Act.OFFER
    return Act.ANNOUNCE if does(point, Deed.SETTLE) else None


def _future(point: Point) -> Act | None:
    """What is to come: promised where the speaker is to do it, announced where it is arranged."""
    group = point.group
    soon = group.tense == "present" and group.modal is None and not group.perfect and _is_timed(point)
    coming = group.modal in COMING
    if point.own and point.verb in ("plan", "intend", "decide") and point.rest[:1] == ("to",) and not point.negated:
        return Act.ANNOUNCE
    if point.negated or not (coming or soon) or point.under is not None:
        return None
    if coming and point.own and point.verb in BARRING | {"boycott", "resist"}:
        return Act.REJECT
    if coming and point.own and not point.passive and does(point, Deed.CONCEDE):
        return Act.OFFER
    if coming and point.own and not point.passive and does(point, Deed.GIVE):
        return Act.PROMISE
    arranged = does(point, Deed.ARRANGE) or (coming and point.passive and point.verb not in GRAVE)
    return Act.ANNOUNCE if arranged else None


def _is_timed(point: Point) -> bool:
    """True when a clause in the present tells a day or hour: "the shutdown ends tonight"."""
    days = "monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow noon midnight".split()
    return any(word in days for word in point.rest)


def _wrong(point: Point) -> Act | None:
    """ "have broken the truce twice", "is stalling": somebody else's wrong."""
    group = point.group
    if point.verb == "blame" and group.modal == "be to" and not point.negated:
        return Act.ACCUSE
    if not point.subject or (group.modal is not None and group.modal != "have to"):
        return None
    if point.passive and point.verb in SUFFERED and (group.perfect or group.tense == "past"):
        return Act.ACCUSE
    if point.own:
        return None
    if point.subject[0] in NO_AGENTS or not _is_agent(point):
        return None
    if point.negated:
        kept = point.verb in ("want", "keep", "honour", "honor", "respect", "negotiate", "listen", "bargain", "show")
        return Act.ACCUSE if kept else None
    return Act.ACCUSE if does(point, Deed.WRONG) and not point.passive else None


def _is_agent(point: Point) -> bool:
    """True when the subject of a clause is somebody or some body rather than a thing."""
    last = point.subject[-1]
    if last in ("they", "he", "she", "you", "who", "which"):
        return True
    heads = [
        w for w in point.line.words if w.text.lower() == last and w.end <= point.line.words[point.group.first].start
    ]
    lemma = heads[-1].lemma.lower() if heads else last
    return bool(heads) and (heads[-1].tag == "PROPN" or lemma in human_nouns() or last.endswith(("ers", "ors", "ists")))


def _harmed(point: Point) -> Act | None:
    """ "will hurt", "could collapse", "would face cuts": harm to come."""
    if point.negated or point.group.modal not in COMING | {"can", "could", "may", "might"}:
        return None
    return Act.WARN if point.verb in GRAVE or (point.own and point.verb in FIGHTING) else None


def _judged(point: Point) -> Act | None:
    """ "is unacceptable", "was grateful": what is said of somebody or something."""
    told = point.passive or point.verb in JUDGING
    if point.own and point.verb in ("want", "demand") and _has_object(point) and not set(point.rest) & WISHED:
        return Act.DEMAND
    open_still = point.group.modal in ("may", "might", "could", "can")
    said = " ".join((*_after_subject(point), *point.rest[:9]))
    found = verdicts(said, point.negated) if told and not open_still else None
    return None if found is Act.OFFER and point.group.perfect else found


def _has_object(point: Point) -> bool:
    """True for a verb without a modal, not negated, and with a noun for its object: "they wanted a truce"."""
    return point.group.modal is None and not point.negated and point.rest[:1] not in ((), ("to",))


def _after_subject(point: Point) -> tuple[str, ...]:
    """The words of the verb group in lower case."""
    return tuple(word.text.lower() for word in point.line.words[point.group.first : point.group.last])


RULES: tuple[Callable[[Point], Act | None], ...] = (
    *(_performed, _ready, _conditional, _deontic, _refusal, _denial, _judged, _wrong, _settled, _future, _harmed),
)
