"""Nouns and adjectives that tell a saying or a view."""

from pourparler.core.vocabulary import Act

CLAIMS = {
    "claim": Act.SAY,
    "narrative": Act.ACCUSE,
    "accusation": Act.ACCUSE,
    "allegation": Act.ACCUSE,
    "assertion": Act.SAY,
    "statement": Act.SAY,
    "view": Act.SAY,
    "belief": Act.SAY,
    "argument": Act.SAY,
    "warning": Act.WARN,
    "threat": Act.WARN,
    "demand": Act.DEMAND,
    "insistence": Act.DEMAND,
    "promise": Act.PROMISE,
    "pledge": Act.PROMISE,
    "denial": Act.DENY,
    "announcement": Act.ANNOUNCE,
    "suggestion": Act.PROPOSE,
    "proposal": Act.PROPOSE,
    "message": Act.SAY,
    "position": Act.SAY,
    "stance": Act.SAY,
    "opinion": Act.SAY,
    "conclusion": Act.SAY,
    "assessment": Act.SAY,
    "hope": Act.SAY,
    "fear": Act.SAY,
}
"""Nouns that are sayings when somebody's: "the company’s claim that …"."""

MINDED = {
    "clear": Act.SAY,
    "confident": Act.SAY,
    "certain": Act.SAY,
    "sure": Act.SAY,
    "convinced": Act.SAY,
    "optimistic": Act.SAY,
    "hopeful": Act.SAY,
    "adamant": Act.DEMAND,
    "insistent": Act.DEMAND,
    "concerned": Act.SAY,
    "worried": Act.SAY,
    "afraid": Act.SAY,
    "sceptical": Act.SAY,
    "skeptical": Act.SAY,
    "pleased": Act.PRAISE,
    "glad": Act.PRAISE,
    "disappointed": Act.SAY,
}
"""Adjectives of mind before a that-clause, with the act they tell."""
