"""Bodies called by a common noun: "the union", "the company", "the ministry", each the last one of its sort named."""

from collections.abc import Iterator

from pourparler.core.vocabulary import ActorKind
from pourparler.reading.bodies import party_before
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.scene import Line, Scene
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
UNION_WORDS = ("union", "workers", "teamsters", "guild", "brotherhood", "federation of labor", "syndicate", "trades")
"""Words in the names of unions."""

BODIES = (
    NamingKind.ORGANISATION,
    NamingKind.STATE,
    NamingKind.SEAT,
    NamingKind.CAPITAL,
    NamingKind.INSTITUTION,
)

REACH = 12
"""Sentences back to which a common noun may look for its name."""


Meant = tuple[Naming, str | None]
"""A naming and the party that the words before it give it: "China’s" before "commerce ministry"."""


def meant_body(scene: Scene, line: Line, head: int) -> Meant | None:
    """The naming that the common noun at word `head` stands for; None when no body of that sort was named before."""
    noun = line.words[head].lemma.lower()
    for other, naming in _before(scene, line, head):
        if _is_sort(naming, noun) and (
            not isinstance(naming.known, Institution) or party_before(other.namings, naming)
        ):
            return naming, party_before(other.namings, naming)
    return None


def meant_by_it(scene: Scene, line: Line, at: int) -> Meant | None:
    """The body or state that "it" or "they" stands for: the nearest subject before it that is one."""
    for number in range(line.number, max(-1, line.number - 3), -1):
        other = scene.lines[number]
        for naming in other.namings:
            if number == line.number and naming.last > at:
                break
            if naming.kind in BODIES and other.verb_follows(naming.last):
                return naming, party_before(other.namings, naming)
    return None


def _before(scene: Scene, line: Line, head: int) -> Iterator[tuple[Line, Naming]]:
    """Everything named before a word, nearest first, up to some sentences back, with the line it stands in."""
    yield from ((line, n) for n in reversed(line.namings) if n.last <= head and not n.first <= head < n.last)
    for number in range(line.number - 1, max(-1, line.number - REACH), -1):
        yield from ((scene.lines[number], naming) for naming in reversed(scene.lines[number].namings))


def _is_sort(naming: Naming, noun: str) -> bool:
    """True when a named body may be called by this noun."""
    known = naming.known
    if isinstance(known, Country):
        return noun in STATE_NOUNS
    if isinstance(known, Institution):
        return BODY_NOUNS.get(noun) is known.kind
    if isinstance(known, Organisation):
        union = _is_union(known)
        if noun in UNION_NOUNS and union:
            return True
        if noun in COMPANY_NOUNS:
            return not union and known.kind is ActorKind.ORGANISATION and not known.speaks_for
        return noun in BLOC_NOUNS and known.kind is ActorKind.BLOC
    return False


def is_union(name: str) -> bool:
    """True for the name of a union: one of the list, or one whose own words say so."""
    known = load_gazetteer().organisations.get(fold(name))
    return _is_union(known) if known is not None else any(word in name.lower() for word in UNION_WORDS)


def _is_union(known: Organisation) -> bool:
    """True for an organisation whose names or aliases say that it is a union of workers."""
    names = " ".join((known.name, *known.aliases)).lower()
    return any(word in names for word in UNION_WORDS) and known.kind is ActorKind.ORGANISATION
