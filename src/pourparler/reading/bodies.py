"""Bodies of states: under which name a ministry or a court speaks, and for which party."""

from collections.abc import Sequence

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import ActorKind
from pourparler.reading.names import is_heading, name_runs
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.roles import side_of
from pourparler.text.words import Sentence
from pourparler.text.world import Institution, InstitutionKind, Organisation

SPEAKING = (
    InstitutionKind.MINISTRY,
    InstitutionKind.LEGISLATURE,
    InstitutionKind.AGENCY,
    InstitutionKind.ARMED_FORCES,
    InstitutionKind.COURT,
    InstitutionKind.BANK,
)
"""Bodies of a state that speak under a name of their own; a government speaks as its state."""

SPEAKING_BODIES = frozenset(
    """ministry council party bank office department agency committee commission union association league university
    institute court congress board company corp corporation inc group federation chamber authority foundation
    institution centre center coalition alliance movement front""".split()
)
"""Last words of names of bodies that can speak."""

OF_MEMBERS = frozenset(
    "union federation association brotherhood chamber league confederation council front army".split()
)
"""Words of bodies that are often followed by whose body it is: "National Union of Mineworkers"."""

ARMED = frozenset({"movement", "front", "army"})

SMALL = frozenset({"of", "the", "and", "for"})


def party_before(namings: Sequence[Naming], naming: Naming) -> str | None:
    """The party of a body: its own, or that of the state or demonym right before it ("China’s commerce ministry")."""
    own = side_of(naming).party
    if own is not None or not isinstance(naming.known, Institution):
        return own
    before = [n for n in namings if n.last <= naming.first and naming.first - n.last <= 1]
    return side_of(before[-1]).party if before else None


def name_of_body(body: Institution, party: str | None) -> str:
    """The name of a body over all reports: its own where the world has but one, else with its state.

    A ministry goes by its official name, as "Ministry of Finance of Norway", whatever a report calls it.
    """
    if body.party or not party:
        return body.name
    formal = next((form for form in body.forms if form.startswith("ministry of ")), body.name)
    words = [word if word in SMALL else f"{word[0].upper()}{word[1:]}" for word in formal.split()]
    name = " ".join(words) if formal != body.name else f"{body.name[0].upper()}{body.name[1:]}"
    return f"{name} of {party}"


def own_bodies(sentence: Sentence, known: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """The namings of a sentence with the bodies that only their own words name ("… Economic Group", "… Union of …")."""
    found = list(known)
    for run in name_runs(sentence, known):
        last, words, first = run.last, sentence.words, _beginning(sentence, known, run.first)
        if last - first < 2 or run.words[-1].lower() not in SPEAKING_BODIES or is_heading(sentence):
            continue
        found = [naming for naming in found if not first <= naming.first < last]
        if run.words[-1].lower() in OF_MEMBERS and last + 1 < len(words) and words[last].text == "of":
            members = next((r for r in name_runs(sentence, known) if r.first == last + 1), None)
            last = members.last if members is not None else last
        kind = ActorKind.GROUP if run.words[-1].lower() in ARMED else ActorKind.ORGANISATION
        name = " ".join(word.text for word in words[first:last])
        span = Span(words[first].start, words[last - 1].end)
        found.append(Naming(span, first, last, NamingKind.ORGANISATION, Organisation(name, kind, "", ())))
    return tuple(sorted(found, key=lambda naming: naming.span))


def _beginning(sentence: Sentence, known: tuple[Naming, ...], first: int) -> int:
    """Where the name of a body begins that has a place inside it: "Free" in "Free Aceh Movement"."""
    place = next((n for n in known if n.last == first and n.kind is NamingKind.PLACE), None)
    if place is None:
        return first
    at = place.first
    before = sentence.words[at - 1] if at > 0 else None
    named = before is not None and before.tag in ("PROPN", "ADJ") and before.text[:1].isupper()
    return at - 1 if named else at
