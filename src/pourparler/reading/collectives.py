"""Bodies called by a common noun: "the union", "the company", "the ministry", each the last one of its sort named."""

from collections.abc import Iterator

from pourparler.reading.bodies import party_before
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.roles import side_of
from pourparler.reading.scene import Line, Scene
from pourparler.reading.sorts import OWN_NOUNS, STATE_NOUNS, called_bloc, is_sort, names_union
from pourparler.reading.speaker import GENITIVES
from pourparler.text.world import Institution, Organisation

BODIES = (
    NamingKind.ORGANISATION,
    NamingKind.STATE,
    NamingKind.SEAT,
    NamingKind.CAPITAL,
    NamingKind.INSTITUTION,
)

JOINING = frozenset({"and", "or", ",", "the", "&"})
"""Words between two names that are told of together."""

CLOSING = 4
"""Most words from "it" to the end of a sentence that closes with ", it said.": what stands before are its words."""

REACH = 12
"""Sentences back to which a common noun may look for its name."""


Meant = tuple[Naming, str | None]
"""A naming and the party that the words before it give it: "China’s" before "commerce ministry"."""


def meant_body(scene: Scene, line: Line, head: int) -> Meant | None:
    """The naming that the common noun at word `head` stands for; None when no body of that sort was named before,
    and when two of that sort were last named side by side ("Ford and GM … The company said")."""
    noun = line.words[head].lemma.lower()
    if head > 0 and line.words[head - 1].text in GENITIVES:
        return None
    small = noun == "union" and line.words[head].text.islower()
    for other, naming in _before(scene, line, head):
        if small and _is_bloc(naming):
            continue
        if is_sort(naming, noun) and (not isinstance(naming.known, Institution) or party_before(other.namings, naming)):
            if _beside_another(other, naming, noun):
                return None
            return naming, party_before(other.namings, naming)
    found = _only_one(scene, line, noun) if noun in OWN_NOUNS else None
    return None if found is not None and small and _is_bloc(found[0]) else found


def _only_one(scene: Scene, line: Line, noun: str) -> Meant | None:
    """The only body of the report so far that has a noun in its name, however far back."""
    found = [n for other in scene.lines[: line.number] for n in other.namings if is_sort(n, noun)]
    return (found[-1], None) if len({naming.known for naming in found}) == 1 else None


def _is_bloc(naming: Naming) -> bool:
    """True for a union of states, which is called "the Union" with a capital, or the bloc."""
    known = naming.known
    if not isinstance(known, Organisation):
        return False
    return called_bloc(known) or (not names_union(known) and "union" not in known.aliases)


def _beside_another(line: Line, naming: Naming, noun: str) -> bool:
    """True when another body that the noun may mean, or a name nobody knows, is named together with this one."""
    for other in line.namings:
        near, far = sorted((naming, other), key=lambda each: each.first)
        between = {word.text.lower() for word in line.words[near.last : far.first]}
        if other.known is not naming.known and is_sort(other, noun) and between and between <= JOINING:
            return True
    after, before = naming.last + 1, naming.first - 2
    for at, mark in ((after, naming.last), (before, naming.first - 1)):
        if 0 <= at < len(line.words) and mark >= 0 and line.words[mark].text.lower() == "and":
            known = any(n.first <= at < n.last for n in line.namings) or any(
                p.first <= at < p.last for p in line.people
            )
            if line.words[at].tag == "PROPN" and not known and noun not in STATE_NOUNS:
                return True
    return False


def meant_by_it(scene: Scene, line: Line, at: int) -> Meant | None:
    """The body or state that "it" or "they" stands for: the nearest subject before it that is one."""
    closing = at > 0 and len(line.words) - at <= CLOSING and line.words[at - 1].text in (",", "”", '"', "’")
    for number in range(line.number - closing, max(-1, line.number - 3), -1):
        other = scene.lines[number]
        for naming in other.namings:
            if number == line.number and naming.last > at:
                break
            if naming.kind in BODIES and (other.verb_follows(naming.last) or _is_told_of(other, naming)):
                told = naming, party_before(other.namings, naming)
                plain = isinstance(naming.known, Institution) and told[1] is None
                return (meant_body(scene, other, naming.last - 1) if plain else None) or told
    return None


def _is_told_of(line: Line, naming: Naming) -> bool:
    """True for a body that opens its sentence with an apposition or a clause after it: "NAME, an alliance of …,"."""
    opens = naming.first == 0 or (naming.first == 1 and line.words[0].text == "The")
    comma = naming.last < len(line.words) and line.words[naming.last].text == ","
    return opens and comma and naming.kind is NamingKind.ORGANISATION


def _before(scene: Scene, line: Line, head: int) -> Iterator[tuple[Line, Naming]]:
    """Everything named before a word, nearest first, up to some sentences back, with the line it stands in."""
    yield from ((line, n) for n in reversed(line.namings) if n.last <= head and not n.first <= head < n.last)
    for number in range(line.number - 1, max(-1, line.number - REACH), -1):
        yield from ((scene.lines[number], naming) for naming in reversed(scene.lines[number].namings))


def only_union(scene: Scene, line: Line) -> str | None:
    """The union that all unions named up to a line are; None where two are named, or none."""
    found = {
        side_of(naming).party
        for other in scene.lines[: line.number + 1]
        for naming in other.namings
        if isinstance(naming.known, Organisation) and names_union(naming.known)
    }
    return next(iter(found)) if len(found) == 1 else None
