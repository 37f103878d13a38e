"""What a party stands for as the end of a sentence: a stance and its issue, joined as English joins them."""

import re

from pourparler.core.account import Account
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import Stance
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.quoting import lower_first, visible
from pourparler.faces.wording.voices import STANCE_WORDS

ARTICLES = frozenset({"a", "an", "the", "any", "no", "its", "their", "his", "her", "this", "these", "all", "every"})
"""Words that a noun phrase of the record may have lost from its beginning."""

BEFORE_A_VERB = frozenset("will would can could must should shall may might cannot not n't never".split())
"""What stands before the bare form of a verb: modals, and what denies them."""

NOUN_ENDINGS = re.compile(r"(?:tion|sion|ment|ship|ity|ness|ance|ence|ism|[aeiouy]\w*ing|age|[^s]s)$")
"""How words end that stand after "to" or "not" and are no verb: talks, mediation. (Quirk and others, A Comprehensive
Grammar of the English Language, 1985, appendix I, the suffixes that make nouns; and the plural.)"""

TO: dict[Stance, str] = {
    Stance.DEMANDS: "demands to",
    Stance.OFFERS: "offers to",
    Stance.PROPOSES: "proposes to",
    Stance.ACCEPTS: "agrees to",
    Stance.SUPPORTS: "is for the plan to",
    Stance.REJECTS: "refuses to",
    Stance.CONDITIONAL: "sets a condition before it would",
}
"""A stance as the verb of a sentence whose object is what somebody is to do."""


def stand_words(lookup: Lookup, account: Account, stance: Stance, issue: str) -> str:
    """What a party does about an issue, with the article or the "to" that the report has before these words.

    "offers", "start talks" of "they would start talks" gives "offers to start talks".
    """
    phrase, before = in_the_text(lookup, account, issue)
    if _is_deed(phrase, before):
        return f"{TO[stance]} {phrase}"
    return f"{STANCE_WORDS[stance]} {f'{before} {phrase}' if before in ARTICLES else phrase}"


def in_the_text(lookup: Lookup, account: Account, phrase: str) -> tuple[str, str]:
    """A phrase of the record as a sentence has it, and the word before it in the report, in lower case; that word is
    empty where the account has not these words."""
    place = account.evidence[0]
    shown = lower_first(visible(phrase))
    text = lookup.report_of(account).text
    words = phrase.split()
    found = _find(words, text, place) or _find(words[:2], text, place)
    if found is None or not text[max(0, found - 1) : found].isspace():
        return shown, ""
    words = text[max(0, found - 12) : found].lower().split()
    return shown, words[-1].replace("’", "'") if words else ""


def _find(words: list[str], text: str, place: Evidence) -> int | None:
    """Where these words begin in a text within a place, in any case and over any line break."""
    if not words:
        return None
    found = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE).search(text, place.start)
    return found.start() if found and found.start() < place.end else None


def _is_deed(phrase: str, before: str) -> bool:
    """True when a phrase begins with the bare form of a verb, going by the word before it."""
    first = phrase.partition(" ")[0]
    leads = before == "to" or before in BEFORE_A_VERB or before.endswith("n't")
    return leads and first.islower() and first not in ARTICLES and not NOUN_ENDINGS.search(first)
