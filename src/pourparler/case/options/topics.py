"""Whether words are about an issue, and by which of its words they are looked for."""

from functools import lru_cache

from pourparler.case.issues.deeds import in_one_form, thing
from pourparler.case.issues.issue import Issue
from pourparler.case.issues.phrases import lemmas_of
from pourparler.case.issues.words import CEASEFIRE, ceasefire_nouns

MOST_PHRASES = 12
"""Phrases of an issue, the most told first, by whose words statements are looked for."""

Wordings = tuple[tuple[str, ...], ...]
"""Alternatives, each of dictionary forms that stand together."""


@lru_cache(maxsize=16_384)
def forms_of(text: str) -> frozenset[str]:
    """The dictionary forms of a text, each doing and thing in the one form that issues have for it."""
    nouns = (CEASEFIRE if word in ceasefire_nouns() else thing(word) for word in lemmas_of(text))
    return in_one_form(nouns)


def is_about(text: str, issue: Issue) -> bool:
    """True where a text has all words that the phrases of an issue share."""
    return bool(issue.words) and frozenset(issue.words) <= forms_of(text)


def wordings_of(issue: Issue) -> Wordings:
    """The words, phrase by phrase, by which an issue is looked for."""
    found: dict[tuple[str, ...], None] = {}
    for phrase in issue.phrases[:MOST_PHRASES]:
        telling = tuple(dict.fromkeys(word for word in lemmas_of(phrase) if forms_of(word) & set(issue.words)))
        if telling:
            found[telling] = None
    return tuple(found)
