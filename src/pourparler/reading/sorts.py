"""Sorts of bodies: which common nouns a named body may be called by ("the union", "the company", "the rebels")."""

from pourparler.core.vocabulary import ActorKind
from pourparler.reading.namings import Naming
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.world import Country, Institution, InstitutionKind, Organisation

UNION_NOUNS = frozenset({"union", "guild", "brotherhood", "syndicate"})
COMPANY_NOUNS = frozenset(
    """company firm carmaker automaker manufacturer maker airline bank retailer employer operator group producer
    supplier carrier giant business publisher studio chain miner railway port""".split()
)
STATE_NOUNS = frozenset({"government", "country", "nation", "republic", "kingdom", "administration", "regime"})
BLOC_NOUNS = frozenset({"bloc", "alliance", "union"})
BODY_NOUNS = {
    "ministry": InstitutionKind.MINISTRY,
    "department": InstitutionKind.MINISTRY,
    "parliament": InstitutionKind.LEGISLATURE,
    "agency": InstitutionKind.AGENCY,
    "court": InstitutionKind.COURT,
}
OWN_NOUNS = frozenset(
    """association federation confederation organisation organization council commission committee agency chamber league
    alliance foundation institute authority society fund board coalition""".split()
)
"""Nouns by which a body is called that has them in its name."""

UNION_WORDS = ("union", "workers", "teamsters", "guild", "brotherhood", "federation of labor", "syndicate", "trades")
"""Words in the names of unions."""

GROUP_NOUNS = frozenset("rebel guerrilla militant insurgent militia group movement faction fighter".split())
BLOC_WORDS = ("bloc", "alliance")
"""Last words of aliases that say an organisation is a bloc of states."""


def is_sort(naming: Naming, noun: str) -> bool:
    """True when a named body may be called by this noun."""
    known = naming.known
    if isinstance(known, Country):
        return noun in STATE_NOUNS
    if isinstance(known, Institution):
        return BODY_NOUNS.get(noun) is known.kind
    if isinstance(known, Organisation):
        union = names_union(known)
        if noun in known.aliases or (noun in OWN_NOUNS and noun in known.name.lower().split()):
            return True
        if noun in UNION_NOUNS and union:
            return True
        if noun in COMPANY_NOUNS:
            return not union and known.kind is ActorKind.ORGANISATION and not known.speaks_for
        if noun in GROUP_NOUNS and known.kind is ActorKind.GROUP:
            return True
        return noun in BLOC_NOUNS and (known.kind is ActorKind.BLOC or (called_bloc(known) and noun in BLOC_WORDS))
    return False


def is_union(name: str) -> bool:
    """True for the name of a union: one of the list, or one whose own words say so."""
    known = load_gazetteer().organisations.get(fold(name))
    return names_union(known) if known is not None else any(word in name.lower() for word in UNION_WORDS)


def called_bloc(known: Organisation) -> bool:
    """True for an organisation with an alias that says it is a bloc of states."""
    return any(alias.endswith(BLOC_WORDS) for alias in known.aliases)


def names_union(known: Organisation) -> bool:
    """True for an organisation whose names or aliases say that it is a union of workers."""
    names = " ".join((known.name, *known.aliases)).lower()
    return any(word in names for word in UNION_WORDS) and known.kind is ActorKind.ORGANISATION
