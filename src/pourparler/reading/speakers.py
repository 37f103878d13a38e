"""Who a source phrase is: the person, state or body it names, or somebody unnamed; unsure stays unsure."""

from collections.abc import Sequence
from dataclasses import replace

from pourparler.reading.bodies import SPEAKING, name_of_body
from pourparler.reading.collectives import meant_body, meant_by_it
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.people import PersonNaming
from pourparler.reading.pronouns import meant_by, speaker_for
from pourparler.reading.roles import side_of
from pourparler.reading.scene import Line, Scene
from pourparler.reading.serving import called_by_home, served
from pourparler.reading.sorts import COMPANY_NOUNS, GROUP_NOUNS, UNION_NOUNS
from pourparler.reading.speaker import GENITIVES, HE, NOBODY, SHE, SPEECH, THEY, UNNAMED, Speaker
from pourparler.reading.titles import holder, under
from pourparler.text.world import Institution, InstitutionKind

__all__ = ["HE", "NOBODY", "SHE", "Speaker", "body_of_state", "speaker_of"]

KIN = frozenset(
    "mother father wife husband brother sister son daughter widow widower cousin niece nephew uncle aunt".split()
)
"""Nouns for somebody's kin, who are named after them: "the hostage's mother, Ann Lee"."""

SIDE_NOUNS = frozenset(
    "delegation government team side camp embassy presidency cabinet army military negotiating security army".split()
)
"""Nouns after a nation's name that make a side of it: "the German delegation"."""

OWN_NOUNS = COMPANY_NOUNS | UNION_NOUNS | GROUP_NOUNS | frozenset({"management", "party", "board", "leadership"})
"""Nouns that only repeat what the name before them is: "the Acme company"."""

PRIVATE = (
    COMPANY_NOUNS
    | UNION_NOUNS
    | frozenset(
        """analyst expert economist worker resident witness newspaper outlet broadcaster media employer observer critic
    person people""".split()
    )
)
"""Nouns for those who do not speak for the state whose nation's name stands before them: "the Swiss company"."""

OWN_BODIES = frozenset("office administration government cabinet team campaign side".split())
"""Bodies that are somebody's and speak for that somebody's party."""


def speaker_of(scene: Scene, line: Line, first: int, last: int, so_far: Sequence[Speaker]) -> Speaker:
    """The speaker that words `first` to `last` of `line` describe; `so_far` are the speakers before, in order."""
    person = _person_in(line, first, last) or _named_after(line, first, last)
    if person is not None:
        return speaker_for(person.person)
    if line.words[first].text.lower() in ("each", "nobody", "no", "none", "neither"):
        return NOBODY
    if _one_of_several(line, first, last):
        return Speaker(anonymous=_described_before(line, first))
    if last - first == 1:
        word = line.words[first].text.lower()
        if word in HE or word in SHE:
            return meant_by(scene, line, first, word, so_far)
        if word in ("it", "they"):
            it = meant_by_it(scene, line, first)
            return _named_body(it[0], it[1]) if it is not None else NOBODY
        if word in THEY:
            return NOBODY
    other = served(scene, line, first, last, so_far) or called_by_home(scene, line, first, last, so_far)
    if other is not None:
        return other
    head = _head(line, first, last)
    role = next((r for r in line.roles if r.first < last and first < r.last and r.last <= last + 4), None)
    if role is not None and (head is None or head < role.last):
        serving = under(scene, line, role, first, last)
        if serving is not None:
            return serving
    if role is not None and role.holder is None and (head is None or head < role.last):
        sides = {side_of(n).party for n in line.namings if first <= n.first and n.last <= role.last} - {None}
        if len(sides) > 1:
            return Speaker(anonymous=True)
        found = holder(scene, line, role, so_far)
        told = _sides_after(line, role.last - 1, last) if found.anonymous and found.party is None else set()
        return replace(found, party=next(iter(told))) if len(told) == 1 else found
    return _body_in(scene, line, first, last, so_far)


def _one_of_several(line: Line, first: int, last: int) -> bool:
    """True for a state or body that speaks together with one named before it: "Norway and Japan said"."""
    if last >= len(line.words) or line.words[last].lemma not in SPEECH:
        return False
    naming = next((n for n in line.namings if n.first == first and n.last == last), None)
    if naming is None or first < 2 or line.words[first - 1].text.lower() not in ("and", "or"):
        return False
    return any(n.last == first - 1 and n.kind is naming.kind for n in line.namings)


def _described_before(line: Line, first: int) -> bool:
    """True when a list of names belongs to somebody described before it: "mediators from Norway and Japan"."""
    start = next((i for i in range(first - 1, -1, -1) if line.words[i].tag in ("VERB", "AUX", "ADP")), None)
    return start is not None and start > 0 and line.words[start].tag == "ADP" and line.words[start - 1].tag == "NOUN"


def _named_after(line: Line, first: int, last: int) -> PersonNaming | None:
    """The person whose name stands in apposition after a phrase: "the head of the chamber, Ann Lee, said"."""
    words = line.words
    if last + 1 >= len(words) or words[last].text != "," or words[first].text.lower() in ("a", "an"):
        return None
    person = next((p for p in line.people if words[last + 1].start in (p.phrase.start, p.span.start)), None)
    if person is None or (person.last < len(words) and words[person.last].text != ","):
        return None
    head = _head(line, first, last)
    titled = any(first <= r.first and r.last <= last for r in line.roles)
    kin = any(words[i].lemma.lower() in KIN for i in range(first, last))
    return person if head is not None and (titled or kin) else None


def _person_in(line: Line, first: int, last: int) -> PersonNaming | None:
    """The person a phrase is about: the last one in it that is no genitive and follows no preposition."""
    words = line.words
    inside = [p for p in line.people if first <= p.first and p.last <= last]
    for person in reversed(inside):
        genitive = person.last < last and words[person.last].text in GENITIVES
        start = next((i for i, w in enumerate(words) if w.start >= person.phrase.start), person.first)
        start -= start > first and words[start - 1].tag == "DET"
        under = start > first and words[start - 1].tag == "ADP"
        if not genitive and not under:
            return person
    return None


def _body_in(scene: Scene, line: Line, first: int, last: int, so_far: Sequence[Speaker]) -> Speaker:
    """The state, body or outlet that a phrase names, or the unnamed ones it describes."""
    words = line.words
    inside = [n for n in line.namings if first <= n.first and n.last <= last and n.kind is not NamingKind.OFFICE]
    head = _head(line, first, last)
    if head is not None:
        citizen = _citizen(scene, line, first, last, head)
        if citizen is not None:
            return citizen
        own = line.words[first].text.lower()
        if own in ("his", "her") and line.words[head].text.lower() in OWN_BODIES:
            return meant_by(scene, line, first, "he" if own == "his" else "she", so_far)
        owner = _owned(line, first, head)
        if owner is not None:
            return owner
        definite = words[first].text.lower() in ("the", "this", "that", "its", "their")
        beside = _body_beside(line, last) if definite else None
        if beside is not None:
            return _named_body(beside)
        meant = meant_body(scene, line, head) if definite and not [n for n in inside if n.last <= head] else None
        if meant is not None:
            return _named_body(meant[0], meant[1])
    naming = next((n for n in inside if n.last == head and n.kind is NamingKind.ORGANISATION), None)
    if naming is not None and head is not None and words[head].tag == "NOUN":
        lemma = words[head].lemma.lower()
        if lemma not in OWN_NOUNS and words[head].text.lower() not in UNNAMED and lemma != words[head].text.lower():
            return Speaker(anonymous=True)
    naming = naming or next((n for n in inside if n.last == last or head is None or n.first <= head < n.last), None)
    general = naming is not None and isinstance(naming.known, Institution) and naming.known.kind not in SPEAKING
    if head is not None and words[head].text.lower() in UNNAMED and (naming is None or general):
        return _unnamed(line, first, last, head, inside)
    if naming is None or (naming.kind is NamingKind.DEMONYM and naming.last != last):
        described = next((i for i in range(first, last) if words[i].text.lower() in UNNAMED), None)
        return _unnamed(line, first, last, described, inside) if described is not None else NOBODY
    party = next((side_of(n).party for n in inside if side_of(n).party), None)
    speaker = _named_body(naming, party)
    if speaker.party is None and not speaker.media:
        speaker = replace(speaker, party=party)
    return speaker


def _body_beside(line: Line, last: int) -> Naming | None:
    """The organisation in apposition after a phrase: "their union, the Dockers' Union, said"."""
    if last + 1 >= len(line.words) or line.words[last].text != ",":
        return None
    first = last + 1 + (line.words[last + 1].text.lower() == "the")
    naming = next((n for n in line.namings if n.first == first and n.kind is NamingKind.ORGANISATION), None)
    closed = naming is not None and naming.last < len(line.words) and line.words[naming.last].text == ","
    return naming if closed else None


def _citizen(scene: Scene, line: Line, first: int, last: int, head: int) -> Speaker | None:
    """The person whom a nation's name in the singular means, as in "the Pole said": the only one of that side among
    those named last, else nobody. None for everything else: "the Poles" and "the French" are the state."""
    naming = next((n for n in line.namings if n.first == head == first + 1 and n.last == last), None)
    if naming is None or naming.kind is not NamingKind.DEMONYM or line.words[first].text.lower() != "the":
        return None
    if line.words[head].text.lower().endswith(("s", "sh", "ch", "ese")):
        return None
    party = side_of(naming).party
    for number in range(line.number, max(-1, line.number - 4), -1):
        people = scene.lines[number].people
        found = {p.person.name: p.person for p in people if p.person.party == party and not p.person.unsure}
        if found:
            return speaker_for(next(iter(found.values()))) if len(found) == 1 else NOBODY
    return NOBODY


def _named_body(naming: Naming, party: str | None = None) -> Speaker:
    """The speaker that a known body, state or outlet is."""
    side = side_of(naming)
    if naming.kind is NamingKind.MEDIA:
        return Speaker(side.institution, None, media=True)
    if isinstance(naming.known, Institution):
        return body_of_state(naming.known, party or side.party)
    if naming.kind is NamingKind.ORGANISATION:
        return Speaker(side.institution, side.party)
    return Speaker(side.party, side.party)


def body_of_state(body: Institution, party: str | None) -> Speaker:
    """The speaker that a body of a state is: the state for its government, else the body under a name of its own.

    A ministry of no told state ("the ministry") goes without a name."""
    if body.kind is InstitutionKind.GOVERNMENT and party:
        return Speaker(party, party)
    if not party and not body.party:
        return Speaker(anonymous=True)
    return Speaker(name_of_body(body, party), party)


def _owned(line: Line, first: int, head: int) -> Speaker | None:
    """A person's office or government as a voice: "the prime minister’s office" speaks as itself, for its party."""
    words = line.words
    if words[head].text.lower() not in OWN_BODIES:
        return None
    person = next((p for p in line.people if first <= p.first and p.last < head), None)
    if person is None or words[person.last].text not in GENITIVES:
        return None
    if words[head].text.lower() in ("administration", "government", "side"):
        return Speaker(person.person.party, person.person.party, anonymous=person.person.party is None)
    role = next((r for r in line.roles if r.last in (person.first, person.first - 1)), None)
    holder = role.office.name if role is not None else None
    name = f"Office of the {holder.title()}" if holder else " ".join(w.text for w in words[first : head + 1])
    return Speaker(name, person.person.party)


def _unnamed(line: Line, first: int, last: int, head: int, inside: Sequence[Naming]) -> Speaker:
    """Somebody described but not named; a party only where the words say whose official it is."""
    words = line.words
    noun = words[head].text.lower()
    before = [n for n in inside if n.last <= head + 1]
    private = words[head].lemma.lower() in PRIVATE
    nations = (NamingKind.DEMONYM, NamingKind.STATE, NamingKind.CAPITAL)
    parties = {side_of(n).party for n in before if side_of(n).party and not (private and n.kind in nations)}
    parties |= {p.person.party for p in line.people if first <= p.first and p.last < head and _owns(line, p)}
    parties = parties or _sides_after(line, head, last)
    party = next(iter(parties)) if len(parties) == 1 else None
    if noun in ("media", "press") and words[first].text.lower() not in ("the", "a"):
        return Speaker(" ".join(w.text for w in words[first : head + 1]), None, media=True)
    if noun in ("government", "administration", "authorities", "side") and party:
        return Speaker(party, party)
    return Speaker(None, party, anonymous=True)


def _owns(line: Line, naming: PersonNaming) -> bool:
    """True for a name in the genitive: "one of Lee's aides"."""
    return naming.last < len(line.words) and line.words[naming.last].text in GENITIVES


def _sides_after(line: Line, head: int, last: int) -> set[str | None]:
    """The sides that somebody unnamed is said to belong to: "from Norway", "in the German delegation", "at Acme".

    Where somebody is says nothing of a side: "in Geneva", "in Germany", a diplomat "at the United Nations".
    """
    words, noun = line.words, line.words[head].lemma.lower()
    found: set[str | None] = set()
    for at in range(head + 1, last - 1):
        preposition = words[at].text.lower()
        if words[at].tag != "ADP" or preposition not in ("from", "in", "at", "on", "within", "inside"):
            continue
        first = at + 1 + (words[at + 1].text.lower() in ("the", "its"))
        naming = next((n for n in line.namings if n.first == first and n.last <= last), None)
        if naming is None or (noun in ("diplomat", "ambassador", "envoy") and preposition != "from"):
            continue
        after = words[naming.last].lemma.lower() if naming.last < len(words) else ""
        body = any(n.first == naming.last and n.kind is NamingKind.INSTITUTION for n in line.namings)
        owned = naming.kind in (NamingKind.DEMONYM, NamingKind.SEAT) and (body or after in SIDE_NOUNS)
        state = naming.kind is NamingKind.STATE and (preposition == "from" or after in SIDE_NOUNS)
        if owned or state or naming.kind is NamingKind.ORGANISATION:
            found.add(side_of(naming).party)
    return found - {None}


def _head(line: Line, first: int, last: int) -> int | None:
    """The head noun of a phrase: the last noun before any preposition, clause or comma."""
    head = None
    for index in range(first, last):
        word = line.words[index]
        if word.tag in ("NOUN", "PROPN", "PRON"):
            head = index
        elif head is not None and (
            word.tag in ("ADP", "PUNCT", "SCONJ", "VERB", "AUX") or word.text in ("who", "which")
        ):
            break
    return head
