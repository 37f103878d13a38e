"""Verb groups: a verb with its auxiliaries, negation, adverbs and `to`, and what they tell of tense and mood."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.text.lexicon import semi_auxiliaries, verb_forms
from pourparler.text.words import Word


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Words `[first, last)` that make up one verb; `head` carries the meaning ("meet" in "is expected to meet").

    `tense` is that of the finite word: `future` for will and shall, `past` for would, could, might and should,
    `none` for
    infinitives and participles. `modal` is the modal verb's or semi-auxiliary's lemma: will, may, have to,
    expected, due.
    """

    first: int
    last: int
    head: int
    tense: str
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    modal: str | None = None
    negated: bool = False
    infinitive: bool = False

    @property
    def finite(self) -> bool:
        """True when the group can carry a clause with a subject of its own."""
        return self.tense != "none"


MODALS = {
    "will": "will",
    "'ll": "will",
    "’ll": "will",
    "wo": "will",
    "shall": "shall",
    "sha": "shall",
    "would": "would",
    "can": "can",
    "ca": "can",
    "may": "may",
    "must": "must",
    "could": "could",
    "might": "might",
    "should": "should",
}
_TENSES = {"will": "future", "shall": "future", "can": "present", "may": "present", "must": "present"}
_NOT = frozenset(("not", "n't", "n’t", "n`t", "never"))
_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'m", "’m", "'re", "’re"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve"))
_DO = frozenset(("do", "does", "did"))
_PAST_AUX = frozenset(("was", "were", "had", "did", "got"))
_TO_AFTER = {"have": "have to", "be": "be to", "ought": "ought to", "use": "used to"}


def verb_groups(words: Sequence[Word]) -> tuple[VerbGroup, ...]:
    """The verb groups of a sentence in order; they never overlap."""
    found: list[VerbGroup] = []
    at = 0
    while at < len(words):
        group = _group(words, at)
        if group is None:
            at += 1
            continue
        found.append(group)
        at = group.last
    return tuple(found)


def _group(words: Sequence[Word], first: int) -> VerbGroup | None:
    """The verb group that begins at `first`, or None."""
    word = words[first]
    infinitive = word.text.lower() == "to" and word.tag == "PART"
    if not infinitive and word.tag not in ("AUX", "VERB"):
        return None
    if word.tag == "VERB" and _modifies(words, first):
        return None
    chain = _chain(words, first + 1 if infinitive else first)
    if not chain:
        return None
    return _described(words, first, chain, infinitive)


def _modifies(words: Sequence[Word], at: int) -> bool:
    """True for a participle that stands before its noun: "the proposed deal"."""
    low = words[at].text.lower()
    if at + 1 >= len(words) or words[at + 1].tag not in ("NOUN", "PROPN", "ADJ") or at == 0:
        return False
    before = words[at - 1]
    owner = (
        before.tag in ("DET", "ADJ", "NUM")
        or (before.tag == "PRON" and before.lemma in _OWNERS)
        or before.text in ("'s", "’s")
    )
    return (owner and low.endswith(("ing", "ed", "en", "wn"))) or (before.tag == "ADP" and low.endswith("ed"))


_OWNERS = frozenset(("my", "your", "his", "her", "its", "our", "their"))


def _chain(words: Sequence[Word], at: int) -> list[int]:
    """Indices of the verbs of a group from `at` on: auxiliaries, semi-auxiliaries with `to`, and the main verb last."""
    chain: list[int] = []
    free = True
    while at < len(words):
        here = _past_adverbs(words, at)
        if chain and not free and (leap := _over_to(words, chain[-1], here, at)) is not None:
            if leap[0] is not None:
                chain.append(leap[0])
            at, free = leap[1], True
            continue
        if here >= len(words) or words[here].tag not in ("AUX", "VERB"):
            break
        if not free and not _may_follow(words, chain[-1], here):
            break
        chain.append(here)
        at, free = here + 1, False
    return chain


def _over_to(words: Sequence[Word], last: int, here: int, at: int) -> tuple[int | None, int] | None:
    """When `to` and a verb go on with the group after its verb at `last`: the semi-auxiliary between, if any, and the
    index after `to`. `at` follows `last`; `here` is where the adverbs from there end."""
    low = words[last].text.lower()
    being = low in _BE or low in ("'s", "’s")
    for at_to in {at, here, at + 1, here + 1}:
        if at_to >= len(words) or words[at_to].text.lower() != "to":
            continue
        after = _past_adverbs(words, at_to + 1)
        if after >= len(words) or words[after].tag not in ("VERB", "AUX"):
            continue
        between = words[at_to - 1].text.lower()
        if being and at_to - 1 > last and between in semi_auxiliaries():
            return at_to - 1, at_to + 1
        passive = low == "used" and last > 0 and words[last - 1].text.lower() in _BE
        if at_to == at and (being or low in ("has", "have", "had", "having", "ought", "used")) and not passive:
            return None, at_to + 1
    return None


def _past_adverbs(words: Sequence[Word], at: int) -> int:
    """Index after the negations and adverbs that stand from `at` on."""
    here = at
    while here < len(words) and (words[here].tag == "ADV" or words[here].text.lower() in _NOT):
        here += 1
    return here


def _may_follow(words: Sequence[Word], before: int, at: int) -> bool:
    """True when the verb at `at` can be governed by the auxiliary at `before`."""
    last, word = words[before].text.lower(), words[at].text.lower()
    if last in MODALS or last in _DO:
        return not word.endswith("ing") or word in ("bring", "sing", "ring", "cling")
    if words[before].tag == "VERB" and last not in semi_auxiliaries():
        return False
    if last in _HAVE:
        return participle(words[at])
    return (
        word.endswith("ing") or participle(words[at]) or last in semi_auxiliaries() or last in ("'s", "’s", "'d", "’d")
    )


def participle(word: Word) -> bool:
    """True when `word` can be a past participle."""
    low = word.text.lower()
    kind = verb_forms().get(low)
    if kind:
        return kind in ("participle", "same") or low == "had"
    if low.endswith("ed"):
        return True
    return low != word.lemma and not low.endswith(("ing", "s"))


def _described(words: Sequence[Word], first: int, chain: list[int], infinitive: bool) -> VerbGroup:
    """The group made of `chain`, with what its words tell."""
    head, last = chain[-1], chain[-1] + 1
    lows = [words[at].text.lower() for at in chain]
    negated = any(words[at].text.lower() in _NOT for at in range(first, last))
    if last < len(words) and words[last].text.lower() in _NOT:
        last, negated = last + 1, True
    coloured = [
        words[at].text.lower()
        for at in chain[:-1]
        if words[at].text.lower() in semi_auxiliaries() and words[at].text.lower() not in MODALS
    ]
    modal = next((MODALS[low] for low in lows if low in MODALS), None) or (coloured[0] if coloured else None)
    if modal is None and len(chain) > 1:
        modal = next(
            (
                _TO_AFTER[words[at].lemma]
                for at in chain[:-1]
                if words[at].lemma in _TO_AFTER and _to_before(words, at + 2)
            ),
            None,
        )
    if modal is None and lows[0] in ("'d", "’d") and len(chain) > 1:
        modal = (
            None if participle(words[chain[1]]) and words[chain[1]].text.lower() != words[chain[1]].lemma else "would"
        )
    before = lows[-2] if len(lows) > 1 and chain[-1] - chain[-2] < 6 and not _to_before(words, head) else ""
    being = before in _BE or before in ("'s", "’s", "get", "got", "gets")
    having = any(low in _HAVE for low in lows[:-1]) and modal != "have to"
    having = having or (lows[0] in ("'s", "’s") and lows[1:2] in (["been"], ["had"], ["got"]))
    having = having or (before in ("'s", "’s", "'d", "’d") and participle(words[head]) and not being)
    progressive = any(low.endswith("ing") and low != "going" for low in lows[1:])
    return VerbGroup(
        first,
        last,
        head,
        "none" if infinitive else _tense(words, chain, lows, modal),
        perfect=having,
        progressive=progressive or (len(lows) == 1 and lows[0].endswith("ing") and words[head].lemma != lows[0]),
        passive=being and participle(words[head]) and words[head].tag == "VERB",
        modal=modal,
        negated=negated,
        infinitive=infinitive,
    )


def _to_before(words: Sequence[Word], at: int) -> bool:
    """True when `to` governs the verb at `at`."""
    while at > 0 and words[at - 1].tag in ("ADV", "PART"):
        at -= 1
        if words[at].text.lower() == "to":
            return True
    return False


def _tense(words: Sequence[Word], chain: list[int], lows: list[str], modal: str | None) -> str:
    """Tense of the finite word of a group without `to` in front."""
    low, word = lows[0], words[chain[0]]
    if low in MODALS:
        return _TENSES.get(MODALS[low], "past")
    if low in ("'d", "’d"):
        return "past"
    if low in ("being", "having", "been", "be"):
        return "none"
    if word.tag == "AUX":
        return "past" if low in _PAST_AUX else "present"
    if low.endswith("ing") and low != word.lemma:
        return "none"
    kind = verb_forms().get(low)
    if kind == "participle":
        return "none"
    if kind == "past" or (low.endswith("ed") and low != word.lemma):
        return "past"
    if kind == "same":
        return "past"
    return "past" if low != word.lemma and not low.endswith("s") else "present"
