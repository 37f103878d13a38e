"""States: what the verb beside an instrument tells of it."""

from dataclasses import dataclass, replace
from itertools import pairwise

from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus
from pourparler.reading.conditions.gates import CALENDAR
from pourparler.reading.instruments.mentions import InstrumentMention
from pourparler.reading.instruments.nouns import StateVerb, beings, state_verbs, word_list
from pourparler.reading.scene import Line
from pourparler.text.clauses import NounChunk, Parse, VerbGroup, subject_of

_FAR = 12
"""Words after a verb within which the rest of a row of the table may stand."""

_ENDED = (InstrumentStatus.COLLAPSED, InstrumentStatus.SUSPENDED)

UNSURE = frozenset(("if", "unless", "whether"))
WAITING = frozenset(("until", "once", "before", "after", "when", "as"))
"""Words that, before a verb in the present, tell of what has not happened yet."""


_AWAITING = frozenset("until once when after if unless whether before".split())
_OPEN = frozenset("until once if unless whether".split())
_MOMENTS = frozenset("day date moment minute".split())
"""Words right before the subject of a verb in the present that say it is still to come; of what has happened only the
open ones do; *which* and *that* do so after one of the last."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The verb that tells of a mention: in which role, with what subject, and the status it gives."""

    verb: VerbGroup
    role: str
    status: InstrumentStatus | None
    subject: NounChunk | None
    hypothetical: bool


def telling(line: Line, whole: Parse, mention: InstrumentMention) -> Telling | None:
    """What the verb that has a mention as its object or subject tells of it; None where no verb does."""
    after = next((g for g in whole.groups if g.first >= mention.last and _is_subject(line, whole, g, mention)), None)
    if after is not None:
        role = "object" if after.passive else "subject"
        return _told(line, whole, mention, after, role)
    before = next((g for g in reversed(whole.groups) if g.last <= mention.first), None)
    if before is not None and _governs(line, before, mention):
        return _told(line, whole, mention, before, "object")
    return None


def _is_subject(line: Line, whole: Parse, group: VerbGroup, mention: InstrumentMention) -> bool:
    """True when the mention is the subject of a verb after it, or the noun that a participle after it modifies."""
    if group.infinitive:
        return False
    if not group.finite:
        return group.passive and group.first in (mention.last, mention.end)
    subject = subject_of(whole, group)
    joined = mention.end < len(whole.words) and whole.words[mention.end].text.lower() == "and"
    if subject is not None and joined and subject.first == mention.end + 1:
        return True
    relative = whole.words[group.first - 1].text.lower() in ("that", "which", "who") if group.first else False
    telling = group.passive or being(line, group) is not None or state_verb(line, group, "subject") is not None
    own = subject is not None and (subject.first == mention.first or mention.last < subject.last <= mention.end)
    return own and (telling or not relative)


def _governs(line: Line, group: VerbGroup, mention: InstrumentMention) -> bool:
    """True when only adverbs, a preposition or particle stand between a verb and the mention."""
    between = line.words[group.last : mention.first]
    if [word.text.lower() for word in between[:2]] == ["in", "principle"]:
        between = between[2:]
    known = state_verb(line, group, "object")
    rest = known.words[1:] if known is not None else ()
    if rest and rest == tuple(word.text.lower() for word in between[-len(rest) :]):
        before = between[: -len(rest)]
        if not any(word.tag in ("VERB", "AUX", "PUNCT") for word in before) and (not before or len(rest) > 1):
            return True
    return len(between) <= 2 and all(w.tag in ("ADV", "ADP", "PART", "PRON") or w.text in ('"', "“") for w in between)


def sharing(line: Line, whole: Parse, verb: VerbGroup) -> VerbGroup:
    """A verb in its base form with the helper that it shares with the one before: "must accept and keep"; any other
    verb as it is."""
    head = line.words[verb.head]
    plain = verb.last - verb.first == 1 and verb.modal is None and head.text.lower() == head.lemma.lower()
    joined = verb.first > 0 and line.words[verb.first - 1].text.lower() in ("and", "or")
    before = next((group for group in reversed(whole.groups) if group.last < verb.first), None)
    if not plain or not joined or before is None or not (before.modal or before.infinitive):
        return verb
    return replace(verb, modal=before.modal, tense=before.tense, infinitive=before.infinitive)


def _told(line: Line, whole: Parse, mention: InstrumentMention, found: VerbGroup, role: str) -> Telling:
    verb = sharing(line, whole, found)
    known = state_verb(line, verb, role)
    subject = subject_of(whole, verb) if role == "object" and not verb.passive and verb.finite else None
    if subject is None and role == "object" and not verb.passive:
        subject = _borrowed(whole, verb)
    ahead = is_ahead(line, whole, verb)
    hypothetical = is_hypothetical(line, whole, verb)
    status = None
    if known is not None and not verb.negated:
        voting = known.done is None and verb.progressive
        status = known.coming if ahead or hypothetical or voting else known.done
        status = _softened(status, hypothetical or _is_urged(line, whole, verb))
        if ahead and status is None and known.done in _ENDED and mention.noun.kind is InstrumentKind.SANCTIONS:
            status = InstrumentStatus.IN_FORCE  # what somebody will lift still stands
    status = _by_kind(line, verb, mention, status)
    supposed = hypothetical and line.words[mention.first].text.lower() in ("a", "an")
    if status is None and not verb.negated and not supposed:
        status = being(line, verb)
    if status is InstrumentStatus.AGREED and mention.noun.owned:
        status = InstrumentStatus.PROPOSED
    lasting = role == "subject" and line.words[verb.head].lemma in ("stand", "stay", "remain", "apply")
    if lasting and mention.noun.kind is not InstrumentKind.SANCTIONS:
        status = being(line, verb)
    if _falls_short(line, verb):
        status = None
    if status is InstrumentStatus.AGREED and (mention.framing or _in_principle(line, verb)):
        status = InstrumentStatus.FRAMEWORK_AGREED
    return Telling(verb, role, status, subject, hypothetical)


def _by_kind(
    line: Line, verb: VerbGroup, mention: InstrumentMention, status: InstrumentStatus | None
) -> InstrumentStatus | None:
    """What a verb tells of one kind other than of the rest: a document is adopted, an exchange carried out."""
    kind, lemma = mention.noun.kind, line.words[verb.head].lemma
    if mention.noun.noun in word_list("handed_only"):
        return status if status is InstrumentStatus.HANDED_OVER and lemma not in ("receive", "give") else None
    offered = kind is InstrumentKind.DOCUMENT and mention.noun.owned and lemma in word_list("giving")
    if status is None and offered and not verb.negated and not verb.passive:
        return InstrumentStatus.PROPOSED
    if kind is InstrumentKind.DOCUMENT and mention.noun.owned and status is InstrumentStatus.IN_FORCE:
        return InstrumentStatus.PROPOSED
    if kind is InstrumentKind.DOCUMENT and status is InstrumentStatus.RATIFIED and not mention.noun.owned:
        return InstrumentStatus.AGREED
    if kind is InstrumentKind.EXCHANGE and lemma in ("complete", "make") and status is InstrumentStatus.AGREED:
        return InstrumentStatus.IN_FORCE
    return status


def _is_urged(line: Line, whole: Parse, verb: VerbGroup) -> bool:
    """True for what somebody is asked, pressed or wanted to do: "is pressing Bern to sign a treaty"."""
    if not verb.infinitive:
        return False
    before = next((g for g in reversed(whole.groups) if g.last <= verb.first), None)
    return before is not None and line.words[before.head].lemma in word_list("urging")


def _falls_short(line: Line, verb: VerbGroup) -> bool:
    """True for "without reaching", "still less signing", "hard to make": it did not come to that."""
    before = line.words[verb.first - 1].lemma.lower() if verb.first else ""
    return not verb.finite and not verb.passive and before in word_list("short")


def _in_principle(line: Line, verb: VerbGroup) -> bool:
    texts = [word.text.lower() for word in line.words[max(0, verb.first - 4) : verb.last + 8]]
    return any(pair == ("in", "principle") for pair in pairwise(texts))


def _softened(status: InstrumentStatus | None, hypothetical: bool) -> InstrumentStatus | None:
    """What is only thought of is at most proposed or under negotiation."""
    if not hypothetical or status in (None, InstrumentStatus.PROPOSED, InstrumentStatus.UNDER_NEGOTIATION):
        return status
    return InstrumentStatus.PROPOSED


def state_verb(line: Line, verb: VerbGroup, role: str) -> StateVerb | None:
    words = line.words
    for known in state_verbs(role).get(words[verb.head].lemma.lower(), ()):
        wanted = known.words[1:]
        rest = [word.text.lower() for word in words[verb.head + 1 : verb.head + _FAR]]
        if not wanted or tuple(rest[: len(wanted)]) == wanted or _ends_with(rest, wanted):
            return known
    return None


def _ends_with(rest: list[str], wanted: tuple[str, ...]) -> bool:
    """True when the words of a row stand together behind an object: "put the treaty on hold"; one alone, near."""
    if len(wanted) == 1:
        return wanted[0] in rest[:5]
    return any(tuple(rest[at : at + len(wanted)]) == wanted for at in range(len(rest)))


def being(line: Line, verb: VerbGroup) -> InstrumentStatus | None:
    """What "is in force", "will be subject to ratification", "remains on the table" tell."""
    if line.words[verb.head].lemma not in ("be", "remain", "stay") or verb.negated:
        return None
    texts = tuple(word.text.lower() for word in line.words[verb.last : verb.last + 4] if word.tag != "ADV")
    return next((status for words, status in beings().items() if texts[: len(words)] == words), None)


def _borrowed(whole: Parse, verb: VerbGroup) -> NounChunk | None:
    """The subject of an infinitive or -ing form: that of the finite verb before it, else the noun before."""
    for group in reversed(whole.groups):
        if group.first < verb.first and group.finite:
            subject = subject_of(whole, group)
            if subject is not None:
                return subject
    return subject_of(whole, verb)


def is_ahead(line: Line, whole: Parse, verb: VerbGroup) -> bool:
    """True when what a verb tells is still to come: future, modal, wanted, or an infinitive of purpose."""
    if verb.modal in ("will", "shall", "must", "have to", "should", "need") or verb.tense == "future":
        return True
    if verb.modal is not None and verb.modal not in ("would", "could", "might", "may", "can"):
        return True
    gerund = not verb.finite and not verb.passive and not verb.perfect
    return verb.infinitive or (gerund and (_wanted(line, verb) or not _comes_after(line, verb)))


def _comes_after(line: Line, verb: VerbGroup) -> bool:
    """True for an -ing form of what is done: "after signing", ", signing"."""
    return verb.first > 0 and line.words[verb.first - 1].text.lower() in (
        "after",
        "since",
        "by",
        ",",
        "and",
        "upon",
        "on",
    )


def _wanted(line: Line, verb: VerbGroup) -> bool:
    return any(word.lemma.lower() in word_list("wanting") for word in line.words[max(0, verb.first - 3) : verb.first])


def is_hypothetical(line: Line, whole: Parse, verb: VerbGroup) -> bool:
    """True in the shadow of "could", "would", "might", "may", or in an if-clause."""
    if verb.modal in ("would", "could", "might", "may", "can") and not verb.perfect:
        return True
    return is_conditional(line, verb)


def is_conditional(line: Line, verb: VerbGroup) -> bool:
    """True in an if-clause."""
    near = {word.text.lower() for word in line.words[max(0, verb.first - 6) : verb.first]}
    waiting = verb.tense == "present" and verb.modal is None and not verb.perfect and bool(near & WAITING)
    return bool(near & UNSURE) or waiting or line.words[verb.first].text == "Should" or is_awaited(line, verb)


def is_awaited(line: Line, verb: VerbGroup) -> bool:
    """True for what is waited for: "until a pact is signed", "not before it has been signed", "on the day on which it
    takes effect"."""
    if verb.tense != "present":
        return False
    start = max((group.last for group in line.parse.groups if group.last <= verb.first), default=0)
    lows = [word.text.lower() for word in line.words[start : verb.first]]
    at = next((n for n in reversed(range(len(lows))) if lows[n] in _AWAITING or lows[n] in ("which", "that")), None)
    if at is None or "," in lows[at:] or (at + 1 < len(lows) and _is_time(line.words[start + at + 1].text)):
        return False
    if lows[at] in ("which", "that"):
        return bool(_MOMENTS & set(lows[:at]))
    return not verb.perfect or lows[at] in _OPEN


def _is_time(word: str) -> bool:
    """True for the words of a time after which "until" joins no clause: "until Friday", "until mid-May"."""
    return any(part in CALENDAR or part[:1].isdigit() for part in word.split("-"))
