"""Who a source phrase is: the person, state or body it names, or somebody unnamed; unsure stays unsure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pourparler.reading.bodies import SPEAKING, name_of_body
from pourparler.reading.collectives import meant_body, meant_by_it
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.people import Person, PersonNaming
from pourparler.reading.roles import Role, side_of
from pourparler.reading.scene import Line, Scene
from pourparler.text.world import Gender, Institution, InstitutionKind, OfficeRank

HE = frozenset({"he", "him", "himself"})
SHE = frozenset({"she", "her", "herself"})
THEY = frozenset({"they", "we", "it", "who", "which", "both", "i", "you"})
UNNAMED = frozenset(
    """official officials source sources diplomat diplomats aide aides person people adviser advisers advisor advisors
    negotiator negotiators mediator mediators analyst analysts expert experts lawmaker lawmakers worker workers member
    members spokesperson spokesman spokeswoman leader leaders insider insiders observer observers critic critics
    delegate delegates delegation delegations team side sides party parties minister ministers ambassador envoy envoys
    representative representatives executive executives report reports statement document draft letter
    text media outlet outlets broadcaster newspaper agency agencies authorities government administration ministry
    commander commanders resident residents witness witnesses economist economists management company companies
    union unions employer employers everyone nobody one many others some allies ally rivals capitals""".split()
)
"""Nouns for those who speak without being named."""


OWN_BODIES = frozenset("office administration government cabinet team campaign side".split())
"""Bodies that are somebody's and speak for that somebody's party."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name` is None where unnamed (`anonymous`) or not known; `office` helps to find a title's holder."""

    name: str | None = None
    party: str | None = None
    anonymous: bool = False
    media: bool = False
    person: bool = False
    office: str | None = None

    @property
    def known(self) -> bool:
        """True when the phrase names or describes somebody at all."""
        return self.name is not None or self.anonymous or self.party is not None


NOBODY = Speaker()


def speaker_of(scene: Scene, line: Line, first: int, last: int, so_far: Sequence[Speaker]) -> Speaker:
    """The speaker that words `first` to `last` of `line` describe; `so_far` are the speakers before, in order."""
    person = _person_in(line, first, last)
    if person is not None:
        known = person.person
        return Speaker(known.name, known.party, person=True, office=known.office)
    if line.words[first].text.lower() in ("each", "nobody", "no", "none", "neither"):
        return NOBODY
    if last - first == 1:
        word = line.words[first].text.lower()
        if word in HE or word in SHE:
            return _meant_by(scene, line, first, word, so_far)
        if word in ("it", "they"):
            it = meant_by_it(scene, line, first)
            return _named_body(it[0], it[1]) if it is not None else NOBODY
        if word in THEY:
            return NOBODY
    head = _head(line, first, last)
    role = next((r for r in line.roles if r.first < last and first < r.last and r.last <= last + 4), None)
    if role is not None and role.holder is None and (head is None or head < role.last):
        sides = {side_of(n).party for n in line.namings if first <= n.first and n.last <= role.last} - {None}
        return _holder(scene, line, role) if len(sides) < 2 else Speaker(anonymous=True)
    return _body_in(scene, line, first, last, so_far)


def _person_in(line: Line, first: int, last: int) -> PersonNaming | None:
    """The person a phrase is about: the last one in it that is no genitive and follows no preposition."""
    words = line.words
    inside = [p for p in line.people if first <= p.first and p.last <= last]
    for person in reversed(inside):
        genitive = person.last < last and words[person.last].text in ("'s", "’s", "'", "’")
        start = next((i for i, w in enumerate(words) if w.start >= person.phrase.start), person.first)
        under = start > first and words[start - 1].tag == "ADP"
        if not genitive and not under:
            return person
    return None


def _meant_by(scene: Scene, line: Line, first: int, word: str, so_far: Sequence[Speaker]) -> Speaker:
    """The person whom "he" or "she" means: the speaker before, if a person, else the subject before."""
    gender = Gender.MALE if word in HE else Gender.FEMALE
    genders = {p.person.name: p.person.gender for other in scene.lines for p in other.people}
    for number in range(line.number, max(-1, line.number - 4), -1):
        other = scene.lines[number]
        before = [p for p in other.people if not other.quoted[p.first] and (number < line.number or p.last <= first)]
        heading = number < line.number and not scene.lines[number].verbs
        subjects = [p for p in before if _is_subject(scene.lines[number], p)] or before[:1]
        fitting = [p for p in subjects if genders[p.person.name] in (gender, Gender.UNKNOWN)]
        if fitting:
            found = fitting[0].person
            last_speaker = next((s for s in reversed(so_far) if s.person), None)
            if (
                number < line.number
                and not heading
                and last_speaker is not None
                and _fits(last_speaker, genders, gender)
            ):
                names = {p.person.name for p in scene.lines[number].people}
                if last_speaker.name in names or not _is_subject(scene.lines[number], fitting[0]):
                    return last_speaker
            return Speaker(found.name, found.party, person=True, office=found.office)
        if number < line.number and so_far and so_far[-1].person and _fits(so_far[-1], genders, gender):
            return so_far[-1]
    fit = [s for s in so_far if s.person and _fits(s, genders, gender)]
    return fit[-1] if fit else NOBODY


def _fits(speaker: Speaker, genders: dict[str, Gender], gender: Gender) -> bool:
    return genders.get(speaker.name or "", Gender.UNKNOWN) in (gender, Gender.UNKNOWN)


def _is_subject(line: Line, naming: PersonNaming) -> bool:
    """True for a name that a verb group follows, or that opens its sentence with an apposition after it."""
    if line.verb_follows(naming.last, HE | SHE):
        return True
    earlier = any(group.first < naming.first for group in line.verbs) or naming != line.people[0]
    opened = naming.last < len(line.words) and line.words[naming.last].text == ","
    return opened and not earlier


def _holder(scene: Scene, line: Line, role: Role) -> Speaker:
    """Whom a title means: its only holder in this report, or somebody unnamed for "a" and for plain titles."""
    definite = role.determiner in ("the", "his", "her", "its", "their") or role.determiner is None
    party, office = role.side.party, role.office.name
    if definite:
        holders = {p.person.name: p.person for other in scene.lines for p in other.people}.values()
        same = [h for h in holders if h.office == office and (party is None or h.party in (party, None))]
        if not same and role.office.rank in (OfficeRank.HEAD_OF_STATE, OfficeRank.HEAD_OF_GOVERNMENT):
            near = [s for s in _before(scene, line) if s.office is None and (s.party is None or s.party == party)]
            if near:
                return Speaker(near[0].name, near[0].party or party, person=True, office=office)
        heading = _heading_person(scene, line)
        if heading is not None and heading.office in (office, None) and (party is None or heading.party == party):
            return Speaker(heading.name, heading.party or party, person=True, office=office)
        if len(same) > 1:
            same = _nearest(scene, line, {h.name for h in same})
        if len(same) == 1:
            return Speaker(same[0].name, same[0].party or party, person=True, office=office)
    noun = line.words[min(role.last, len(line.words)) - 1].text.lower()
    general = role.determiner is None and (noun in UNNAMED or noun.endswith("s"))
    return Speaker(None, party, anonymous=general or role.determiner not in ("the", None), office=office)


def _heading_person(scene: Scene, line: Line) -> Person | None:
    """The one person named in a heading right above a line, None without such a heading."""
    above = scene.lines[line.number - 1] if line.number else None
    if above is None or any(group.finite for group in above.verbs):
        return None
    found = {p.person.name: p.person for p in above.people}
    return next(iter(found.values())) if len(found) == 1 else None


def _nearest(scene: Scene, line: Line, names: set[str]) -> list[Person]:
    """Those of some people who are named in the nearest line up to here that names any of them outside quotations."""
    for number in range(line.number, max(-1, line.number - 4), -1):
        other = scene.lines[number]
        found = {p.person.name: p.person for p in other.people if p.person.name in names and not other.quoted[p.first]}
        if found:
            return list(found.values())
    return []


def _before(scene: Scene, line: Line) -> list[Speaker]:
    """People named as subjects in the paragraph-and-a-bit before a line, nearest first."""
    return [
        Speaker(p.person.name, p.person.party, person=True, office=p.person.office)
        for number in range(line.number - 1, max(-1, line.number - 4), -1)
        for p in scene.lines[number].people
        if _is_subject(scene.lines[number], p)
    ]


def _body_in(scene: Scene, line: Line, first: int, last: int, so_far: Sequence[Speaker]) -> Speaker:
    """The state, body or outlet that a phrase names, or the unnamed ones it describes."""
    words = line.words
    inside = [n for n in line.namings if first <= n.first and n.last <= last and n.kind is not NamingKind.OFFICE]
    head = _head(line, first, last)
    if head is not None:
        own = line.words[first].text.lower()
        if own in ("his", "her") and line.words[head].text.lower() in OWN_BODIES:
            return _meant_by(scene, line, first, "he" if own == "his" else "she", so_far)
        owner = _owned(line, first, head)
        if owner is not None:
            return owner
        definite = words[first].text.lower() in ("the", "this", "that", "its", "their")
        meant = meant_body(scene, line, head) if definite and not [n for n in inside if n.last <= head] else None
        if meant is not None:
            return _named_body(meant[0], meant[1])
    naming = next((n for n in inside if n.last == head and n.kind is NamingKind.ORGANISATION), None)
    naming = naming or next((n for n in inside if n.last == last or head is None or n.first <= head < n.last), None)
    general = naming is not None and isinstance(naming.known, Institution) and naming.known.kind not in SPEAKING
    if head is not None and words[head].text.lower() in UNNAMED and (naming is None or general):
        return _unnamed(line, first, head, inside)
    if naming is None or (naming.kind is NamingKind.DEMONYM and naming.last != last):
        described = next((i for i in range(first, last) if words[i].text.lower() in UNNAMED), None)
        return _unnamed(line, first, described, inside) if described is not None else NOBODY
    party = next((side_of(n).party for n in inside if side_of(n).party), None)
    speaker = _named_body(naming, party)
    if speaker.party is None and not speaker.media:
        speaker = replace(speaker, party=party)
    return speaker


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
    """The speaker that a body of a state is: the state for its government, else the body under a name of its own."""
    if body.kind is InstitutionKind.GOVERNMENT and party:
        return Speaker(party, party)
    return Speaker(name_of_body(body, party), party)


def _owned(line: Line, first: int, head: int) -> Speaker | None:
    """A person's office or government as a voice: "the prime minister’s office" speaks as itself, for its party."""
    words = line.words
    if words[head].text.lower() not in OWN_BODIES:
        return None
    person = next((p for p in line.people if first <= p.first and p.last < head), None)
    if person is None or words[person.last].text not in ("'s", "’s", "'", "’"):
        return None
    if words[head].text.lower() in ("administration", "government", "side"):
        return Speaker(person.person.party, person.person.party, anonymous=person.person.party is None)
    role = next((r for r in line.roles if r.last in (person.first, person.first - 1)), None)
    holder = role.office.name if role is not None else None
    name = f"Office of the {holder.title()}" if holder else " ".join(w.text for w in words[first : head + 1])
    return Speaker(name, person.person.party)


def _unnamed(line: Line, first: int, head: int, inside: Sequence[Naming]) -> Speaker:
    """Somebody described but not named; a party only where the words say whose official it is."""
    words = line.words
    noun = words[head].text.lower()
    before = [n for n in inside if n.last <= head + 1]
    parties = {side_of(n).party for n in before if side_of(n).party}
    party = next(iter(parties)) if len(parties) == 1 else None
    if noun in ("media", "press") and words[first].text.lower() not in ("the", "a"):
        return Speaker(" ".join(w.text for w in words[first : head + 1]), None, media=True)
    if noun in ("government", "administration", "authorities", "side") and party:
        return Speaker(party, party)
    return Speaker(None, party, anonymous=True)


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
