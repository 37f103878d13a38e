"""The tense of one verb group, read from its auxiliaries and from what it is the infinitive of."""

from enum import Enum
from typing import Final

from pourparler.text.dates import verbs
from pourparler.text.dates.lexicon import CODE, NUMBERS, WEEKDAYS
from pourparler.text.dates.scan import Scan
from pourparler.text.dates.token import Token


class Tense(Enum):
    """Which way a clause looks. PLANNED is a plan told in the past: "was to meet"; STATE a bare
    present ("is crucial"), which says little.
    """

    PAST = "past"
    COMING = "coming"
    PRESENT = "present"
    PLANNED = "planned"
    STATE = "state"
    NONE = "none"


ADVERBS: Final = frozenset(
    "also not never already still again just probably likely even both all finally reportedly formally officially "
    "ultimately eventually initially jointly now later soon tentatively originally first only publicly expressly "
    "merely actually really almost nearly once then recently previously currently widely briefly quickly "
    "quietly".split()
)
_DETERMINERS: Final = frozenset(
    "a an the its his her their our this that these those any no new each every some".split()
)
_AUXILIARY_LIKE: Final = frozenset(("'s", "’s"))


def verb_at(scanned: Scan, low: int, place: int, high: int) -> Tense | None:
    """The tense of the verb group with a word at `place` in the clause `[low, high)`; None where no verb stands."""
    token = scanned.tokens[place]
    word = token.low
    if token.shape != "WORD" or scanned.classes[place] == CODE["MON"]:
        return None
    if word in verbs.AUXILIARIES:
        return group(scanned, place, high)
    chain = before(scanned, low, place)
    if chain[-1:] == ["not"] and chain[-2:-1] and chain[-2] not in verbs.WILL | verbs.MAY:
        chain.pop()
    following = word_at(scanned, place + 1, high)
    if chain[-1:] == ["to"] and _is_infinitive(token, word, following):
        return _infinitive(chain[:-1])
    if word in verbs.PLANNED and _is_plan(word, following):
        active = following == "to" and word in _ACTIVE and not set(chain[-3:]) & (verbs.IS | verbs.WAS | {"been", "be"})
        return Tense.PAST if active else _planned(chain)
    after = word_at(scanned, place + 2, high)
    if word in verbs.MOVED and _is_delay(word, following, after):
        return _planned(chain)
    if verbs.is_past(word):
        return _past_form(chain, word, following)
    if word.endswith("ing") and len(word) > 4:
        return _progressive(chain, word)
    if token.capital and place > low:
        return None
    capital = place > low and scanned.tokens[place - 1].capital
    return _present(chain, word, capital) if verbs.is_present(word) else None


def _is_infinitive(token: Token, word: str, following: str) -> bool:
    """True for a base form after "to"; an unknown word is one when an object follows it."""
    if verbs.is_present(word) and not verbs.third_person(word):
        return True
    plain = not token.capital and not word.endswith(("s", "ing")) and not verbs.is_past(word)
    return plain and (following in _DETERMINERS or following in _OBJECTS)


_OBJECTS: Final = frozenset("him her them it us me more with up out down off back all talks".split())


_ACTIVE: Final = frozenset("promised planned prepared invited convened summoned arranged listed".split())


def before(scanned: Scan, low: int, place: int) -> list[str]:
    """Up to six words before `place` inside the clause, without adverbs next to the verb."""
    words = [token.low for token in scanned.tokens[max(low, place - 6) : place]]
    while words and words[-1] != "not" and (words[-1] in ADVERBS or _is_manner(words[-1])):
        words.pop()
    return words


def _is_manner(word: str) -> bool:
    return word.endswith("ly") and word not in _LY_NOUNS


_LY_NOUNS: Final = frozenset(
    "july rally ally reply family italy assembly supply monopoly fly only early daily weekly".split()
)


def word_at(scanned: Scan, place: int, high: int) -> str:
    """The word at `place`, or nothing beyond the clause."""
    return scanned.tokens[place].low if place < min(high, len(scanned.tokens)) else ""


def group(scanned: Scan, place: int, high: int) -> Tense:
    """The tense of the verb group that begins with the auxiliary at `place`."""
    word = scanned.tokens[place].low
    words = (token.low for token in scanned.tokens[place + 1 : min(high, place + 8)])
    rest = [w for w in words if w not in ADVERBS and w != "be"]
    head, second = [*rest, "", ""][:2]
    if word in verbs.WILL | verbs.MAY:
        denial = word_at(scanned, place + 1, high)
        return _modal([word, denial] if denial in ("not", "n't") else [word], head)
    if word in verbs.IS:
        if head in ("to", "about") or head in verbs.PLANNED or (head == "being" and second in verbs.PLANNED):
            return Tense.COMING
        moving = head.endswith("ing") and (
            head[:-3] in verbs.BASES or head[:-3] + "e" in verbs.BASES or head[:-4] in verbs.BASES
        )
        return Tense.PRESENT if moving or head in ("on", "") or head in WEEKDAYS else Tense.STATE
    if word in verbs.WAS:
        if head == "to":
            return Tense.PAST if second == "have" else Tense.PLANNED
        return Tense.PLANNED if head in verbs.PLANNED | verbs.MOVED and head not in ("put", "brought") else Tense.PAST
    if word in verbs.HAS:
        return _perfect(word, head, second)
    return Tense.STATE if word in verbs.DO else Tense.PAST


def _modal(chain: list[str], head: str) -> Tense:
    """ "will meet" looks ahead; "would have met", "could not agree" and "would not say" look back."""
    words = [word for word in chain[-3:] if word in verbs.WILL | verbs.MAY]
    modal = words[-1] if words else "will"
    if head in ("have", "'ve", "’ve") and modal not in ("will", "shall"):
        return Tense.PAST
    denied = modal.endswith(("n't", "n’t")) or "not" in chain[-2:] or "n't" in chain[-2:]
    if denied and (modal.startswith("could") or (modal.startswith("would") and head in _REFUSED)):
        return Tense.PAST
    return Tense.COMING


_REFUSED: Final = frozenset(
    "say comment confirm elaborate discuss specify identify disclose answer tell give rule".split()
)


def _perfect(word: str, head: str, second: str) -> Tense:
    if head == "to":
        return Tense.PLANNED if word.startswith("had") else Tense.COMING
    if word in ("has", "have") and head != "been" and not verbs.is_past(head):
        held = head in _DETERMINERS or head[:1].isdigit() or head in NUMBERS or head in ("", "until", "till")
        return Tense.PRESENT if held else Tense.STATE
    if head == "been" and second in verbs.MOVED | verbs.PLANNED:
        return Tense.PLANNED if word.startswith("had") else Tense.COMING
    if head in ("planned", "hoped", "intended", "scheduled", "expected") and word.startswith("had"):
        return Tense.PLANNED
    return Tense.PAST


def _is_plan(word: str, following: str) -> bool:
    """ "due to", "set for", "scheduled on", but not "likely on" or "called on"."""
    if word in ("set", "called"):
        return word == "set" and following == "for"
    return following in ("for", "to", "until", "till") or (following in ("on", "in") and word in _FIXED)


_FIXED: Final = frozenset(
    "scheduled planned due slated expected booked timed fixed listed promised foreseen billed".split()
)


def _is_delay(word: str, following: str, after: str) -> bool:
    """ "moved to", "postponed until", "put off", "pushed back to", but not "pushed back on"."""
    if following in ("off", "back"):
        there = after in ("to", "until", "till", "from", "by")
        return word in ("put", "called") or (word in ("pushed", "moved") and there)
    active = word in ("called", "put", "brought", "set")
    return following in ("until", "till") or (following in ("for", "to") and not active)


def _infinitive(chain: list[str]) -> Tense:
    """What governs "to meet": a plan, a past that came true, or a past deed whose purpose it was."""
    for word in reversed(chain):
        if word in verbs.IS | verbs.WILL | verbs.MAY | verbs.INTENDS or word in ("plan", "plans", "yet"):
            return Tense.COMING
        if word == "going":
            return Tense.PLANNED if set(chain) & verbs.WAS else Tense.COMING
        if word in verbs.WAS or word == "had":
            return Tense.PLANNED
        if word in verbs.REALISED:
            return Tense.PAST
        if word in verbs.ASKED:
            past_plan = word in verbs.PLANNED and set(chain) & (verbs.WAS | {"had"})
            return Tense.PLANNED if past_plan else Tense.COMING
        if verbs.is_past(word):
            return Tense.PLANNED
    return Tense.PLANNED


def _planned(chain: list[str]) -> Tense:
    near = set(chain[-3:])
    if near & verbs.WAS or "had" in near:
        return Tense.PLANNED
    return Tense.COMING


def _past_form(chain: list[str], word: str, following: str) -> Tense | None:
    near = set(chain[-3:])
    last = chain[-1] if chain else ""
    if last in verbs.WILL | verbs.MAY or (last == "be" and near & (verbs.WILL | verbs.MAY)):
        return _modal([w for w in chain if w != "be"], word)
    if last == "be" and "to" in near:
        return _infinitive(chain[: len(chain) - 2])
    if near & verbs.IS and last in verbs.IS | {"being"}:
        return Tense.COMING if word in verbs.PLANNED else Tense.STATE
    if last == "been" and near & verbs.HAS and word in verbs.MOVED | verbs.PLANNED:
        return Tense.PLANNED if "had" in near else Tense.COMING
    if last in verbs.WAS and word in verbs.PLANNED | verbs.MOVED and word not in ("put", "brought", "called", "met"):
        return Tense.PLANNED
    if last in _DETERMINERS and following and not following.isdigit():
        return Tense.PLANNED if word in verbs.PLANNED | verbs.PROPOSED | verbs.MOVED else None
    return Tense.PAST


def _progressive(chain: list[str], word: str) -> Tense | None:
    last = chain[-1] if chain else ""
    if last in verbs.IS:
        return None  # judged at the auxiliary
    if last in verbs.WAS:
        return Tense.PLANNED if word in verbs.PLANNED else Tense.PAST
    if last == "be" and set(chain[-3:]) & (verbs.WILL | verbs.MAY):
        return Tense.COMING
    if word in verbs.SPEECH and word not in ("meeting", "briefing"):
        return Tense.PAST
    return Tense.COMING if word in verbs.PLANNED and word != "going" else None


def _has_subject(word: str, last: str, capital: bool) -> bool:
    """True when the word before can be the subject of a form that could be a noun: "they vote", "Parliament votes"."""
    if last in ("they", "we", "you", "i", "who", "that", "which"):
        return True
    if word.endswith("s") and not word.endswith("ss"):
        return (capital or last in verbs.SUBJECTS) and not last.endswith("s")
    return last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 3 and not verbs.is_past(last)


def _present(chain: list[str], word: str, capital: bool) -> Tense | None:
    last = chain[-1] if chain else ""
    if last in verbs.WILL | verbs.MAY or (last == "not" and chain[-2:-1] and chain[-2] in verbs.WILL | verbs.MAY):
        return _modal(chain, word)
    if last in verbs.DID:
        return Tense.PAST
    if last in verbs.DO:
        return Tense.PRESENT
    joined = last in ("and", "or") and verbs.third_person(word) and not verbs.can_be_noun(word)
    nominal = last in _DETERMINERS or last in _BEFORE_NOUNS or last in _AUXILIARY_LIKE or last in _ADJECTIVES
    if nominal and not joined:
        return None
    if verbs.can_be_noun(word) and not _has_subject(word, last, capital) and "and" not in chain[-3:-1]:
        return None
    return Tense.COMING if word in verbs.INTENDS else Tense.PRESENT


_BEFORE_NOUNS: Final = frozenset(
    "of in for on at by with from after before during between into over under against about without through as and or "
    "next last first second third final 's ’s".split()
)
_ADJECTIVES: Final = frozenset(
    "first second third final last next new more further peace direct indirect trade early late previous latest free "
    "open two three four five six seven eight nine ten many several few high top round rare such other own same".split()
)
