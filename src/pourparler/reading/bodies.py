"""Bodies of states: under which name a ministry or a court speaks, and for which party."""

from collections.abc import Sequence
from dataclasses import replace

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import ActorKind
from pourparler.reading.names import FUNCTION_WORDS, NOT_NAMES, NameRun, is_heading, name_runs
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.roles import GENITIVES, side_of
from pourparler.text.words import Sentence, Word
from pourparler.text.world import Country, Institution, InstitutionKind, Organisation

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
    institution centre center coalition alliance movement front organisation organization confederation""".split()
)
"""Last words of names of bodies that can speak."""

OF_MEMBERS = frozenset(
    "union federation association brotherhood chamber league confederation council front army".split()
)
"""Words of bodies that are often followed by whose body it is: "National Union of Mineworkers"."""

PRIVATE = frozenset(
    """association union organisation organization federation confederation alliance league chamber institute foundation
    coalition movement society""".split()
)
"""Words of bodies that are no state's, even where a nation's name begins theirs: "Austrian Brewers' Federation"."""

MEMBERS = ("men", "women", "people", "children", "folk")
"""Endings of plurals whose genitive has an s: "Women's Institute"."""

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
    words = sentence.words
    known = tuple(_of_another_state(words, known, _with_branch(words, naming)) for naming in known)
    found = list(known)
    if is_heading(sentence):
        return known
    for run in name_runs(sentence, known):
        head = words[run.last - 1].text
        last = _end(sentence, known, run)
        first = _beginning(sentence, known, run, last)
        if last - first < 2 or head.lower() not in SPEAKING_BODIES or all(w.text.isupper() for w in words[first:last]):
            continue
        found = [naming for naming in found if not first <= naming.first < last]
        kind = ActorKind.GROUP if head.lower() in ARMED else ActorKind.ORGANISATION
        span = Span(words[first].start, words[last - 1].end)
        name = _written(words[first:last])
        found.append(Naming(span, first, last, NamingKind.ORGANISATION, Organisation(name, kind, "", ())))
    return tuple(sorted(found, key=lambda naming: naming.span))


def _of_another_state(words: Sequence[Word], known: tuple[Naming, ...], naming: Naming) -> Naming:
    """A body that goes by its common noun, which another state has too, without the state that is mostly meant:
    "Peru's congress"."""
    body = naming.known
    if not isinstance(body, Institution) or not body.party or not words[naming.first].text.islower():
        return naming
    owner = next((n for n in known if n.last in (naming.first, naming.first - 1) and n is not naming), None)
    genitive = naming.first > 0 and words[naming.first - 1].text in GENITIVES
    if owner is None or not (genitive or owner.kind is NamingKind.DEMONYM):
        return naming
    party = side_of(owner).party
    return naming if party in (None, body.party) else replace(naming, known=replace(body, party=""))


def _with_branch(words: Sequence[Word], naming: Naming) -> Naming:
    """A body with the branch of it that is named by number: "Teamsters Local 320"."""
    last = naming.last + 2
    named = naming.kind is NamingKind.ORGANISATION and last <= len(words)
    if not named or words[last - 2].text != "Local" or not words[last - 1].text.isdecimal():
        return naming
    return replace(naming, span=Span(naming.span.start, words[last - 1].end), last=last)


def _written(words: Sequence[Word]) -> str:
    """Words as a name: with blanks only where the text has any."""
    parts = [
        word.text if index == 0 or words[index - 1].end == word.start else f" {word.text}"
        for index, word in enumerate(words)
    ]
    return "".join(parts)


def _beginning(sentence: Sentence, known: tuple[Naming, ...], run: NameRun, last: int) -> int:
    """Where the name of a body begins: before a place inside it ("Free Aceh Movement"), before the genitive of its
    members ("Austrian Brewers' Federation") and, where it is no state's, before a nation's name."""
    words, first = sentence.words, run.first
    private = words[run.last - 1].text.lower() in PRIVATE
    while private and first > 1 and _is_of_members(words, first):
        first -= 2
        while first > 0 and _is_inner(words, first - 1, known):
            first -= 1
    place = next((n for n in known if n.last == first and n.kind is NamingKind.PLACE), None)
    if place is not None:
        at = place.first
        before = words[at - 1] if at > 0 else None
        named = before is not None and before.tag in ("PROPN", "ADJ") and before.text[:1].isupper()
        first = at - 1 if named else at
    nation = next((n for n in known if n.last == first and _is_nation(n, words)), None)
    return nation.first if private and nation is not None and last - first > 1 else first


def _is_nation(naming: Naming, words: Sequence[Word]) -> bool:
    """True for a nation's adjective, also where it is the state's short name: "Austrian", "U.S."."""
    form = words[naming.first].text
    return naming.kind is NamingKind.DEMONYM or (isinstance(naming.known, Country) and form in naming.known.adjectives)


def _is_of_members(words: Sequence[Word], first: int) -> bool:
    """True when the genitive of a plural stands before word `first`: "Brewers'", "Women's"."""
    mark, members = words[first - 1].text, words[first - 2].text
    if not members[:1].isupper() or mark not in GENITIVES:
        return False
    return members.endswith("s") if len(mark) == 1 else members.lower().endswith(MEMBERS)


def _is_inner(words: Sequence[Word], at: int, known: tuple[Naming, ...]) -> bool:
    """True for a capitalised word that nothing is known of, as inside a name."""
    taken = any(naming.first <= at < naming.last for naming in known)
    capital = words[at].text[:1].isupper() and words[at].text.lower() not in NOT_NAMES | FUNCTION_WORDS
    return capital and not taken


def _end(sentence: Sentence, known: tuple[Naming, ...], run: NameRun) -> int:
    """Where the name of a body ends: past its members or its field ("Union of Mineworkers", "Office for Roads")."""
    words, last = sentence.words, run.last
    runs = {other.first: other for other in name_runs(sentence, known)}
    while last + 1 < len(words) and words[last].text in ("of", "for"):
        first = last + 1 + (words[last + 1].text == "the")
        if first not in runs or runs[first].honorific:
            break
        last = runs[first].last
    return last
