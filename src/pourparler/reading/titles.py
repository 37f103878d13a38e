"""Whom a title without a name means: its only holder in this report, or somebody unnamed."""

from collections.abc import Sequence

from pourparler.reading.collectives import only_union
from pourparler.reading.people import Person, PersonNaming
from pourparler.reading.pronouns import people_before, speaker_for
from pourparler.reading.roles import RANK_AND_FILE, Role
from pourparler.reading.scene import Line, Scene
from pourparler.reading.sorts import is_union
from pourparler.reading.speaker import GENITIVES, UNNAMED, Speaker
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.world import Gender, Office, OfficeRank

DEFINITE = frozenset({"the", "his", "her", "its", "their", "this", "that", None})
HEADS = (OfficeRank.HEAD_OF_STATE, OfficeRank.HEAD_OF_GOVERNMENT)
UNNAMED_OFFICES = frozenset(
    """official diplomat source assistant adviser delegate representative analyst expert lawmaker worker insider
    witness resident""".split()
) | {"senior official", "senior adviser", "union official", "defence official", "security official"}
"""Offices of those whom reports do not name: "the official" is the unnamed one before, never somebody by name."""

LIKE = {"envoy": "envoy", "negotiator": "negotiator", "mediator": "mediator", "commissioner": "commissioner"}
"""Plain titles that stand for fuller ones with this word in them: the envoy for a special envoy."""


def holder(scene: Scene, line: Line, role: Role, so_far: Sequence[Speaker]) -> Speaker:
    """Whom a title means: its only holder in this report, or somebody unnamed for "a" and for plain titles."""
    party, office = role.side.party, role.office.name
    if party is None and role.office.rank is OfficeRank.UNION and office not in RANK_AND_FILE:
        party = only_union(scene, line)
    words = line.words[role.first : role.last]
    many = _is_plural(line, role)
    if role.determiner in DEFINITE and not many:
        if office in UNNAMED_OFFICES and role.determiner is not None:
            return _same_unnamed(so_far, party, office)
        found = _holder_here(scene, line, role)
        if found is not None and not _another_before(scene, line, role, found):
            return Speaker(found.name, found.party or party, person=True, office=office)
    owned = any(word.text in GENITIVES for word in words) and role.office.rank not in (
        OfficeRank.OFFICIAL,
        OfficeRank.SPOKESPERSON,
    )
    noun = line.words[min(role.last, len(line.words)) - 1].text.lower()
    general = role.determiner is None and (many or noun.endswith("s") or (noun in UNNAMED and not owned))
    if party is None and role.office.rank is OfficeRank.SPOKESPERSON:
        party = _told_before(scene, line, role)
    loose = role.determiner not in ("the", None) and (many or role.office.needs_institution)
    return Speaker(None, party, anonymous=general or loose or role.determiner not in DEFINITE, office=office)


def under(scene: Scene, line: Line, role: Role, first: int, last: int) -> Speaker | None:
    """Somebody who serves a person: "Lee's spokesman", "an adviser to Lee"; on that person's side, and by name only
    where the report names the one who serves that person so. None when the words tie the role to nobody."""
    master = _master(line, role, first, last)
    if master is None:
        return None
    surname = fold(master.person.name.split()[-1]).casefold()
    serving = {
        p.person.name: p.person
        for other in scene.lines
        for p in other.people
        if p.person.under == surname and _fits(role.office, p.person, p.person.party)
    }
    if role.determiner in (None, "the") and len(serving) == 1 and not _is_plural(line, role):
        return speaker_for(next(iter(serving.values())))
    return Speaker(None, master.person.party, anonymous=True, office=role.office.name)


def _master(line: Line, role: Role, first: int, last: int) -> PersonNaming | None:
    """The person in the genitive before a role, or after "for", "of" or "to" behind it."""
    if role.holder is not None:
        return next((p for p in line.people if p.first <= role.holder < p.last), None)
    at = role.last
    if at + 1 < last and line.words[at].text.lower() in ("for", "of", "to"):
        return next((p for p in line.people if p.phrase.start == line.words[at + 1].start), None)
    return None


def _holder_here(scene: Scene, line: Line, role: Role) -> Person | None:
    """The person of this report whom a definite title means; None where there is none, or more than one."""
    party, office = role.side.party, role.office.name
    people = {p.person.name: p.person for other in scene.lines for p in other.people if not p.person.unsure}
    sides = (party,) if role.office.needs_institution else (party, None)
    same = [h for h in people.values() if h.office == office and (party is None or h.party in sides)]
    same = same or [h for h in people.values() if _fits(role.office, h, party)]
    if not same and role.office.rank in HEADS:
        near = [p for p in people_before(scene, line) if p.office is None and (p.party is None or p.party == party)]
        if near:
            return near[0] if not near[0].unsure else None
    if not same and role.office.rank is OfficeRank.MINISTER and party is not None:
        same = _nearest(scene, line, {name for name, h in people.items() if h.party == party and h.office is None})
    heading = _heading_person(scene, line)
    if heading is not None and heading.office in (office, None) and (party is None or heading.party == party):
        return heading
    if len(same) > 1:
        same = _nearest(scene, line, {h.name for h in same})
    return same[0] if len(same) == 1 else None


def _fits(office: Office, person: Person, party: str | None) -> bool:
    """True when a plain title may stand for a person's fuller one: "the minister" for a finance minister."""
    held = load_gazetteer().offices.get(fold(person.office)) if person.office else None
    if held is None or person.former or (party is not None and person.party != party):
        return False
    if office.rank is OfficeRank.HEAD_OF_GOVERNMENT and office.party:
        return held.rank is OfficeRank.HEAD_OF_GOVERNMENT and person.party == office.party
    if office.name == "minister":
        return held.rank is OfficeRank.MINISTER
    if office.rank is OfficeRank.SPOKESPERSON:
        wrong = {"spokesman": Gender.FEMALE, "spokeswoman": Gender.MALE}.get(office.name)
        return held.rank is OfficeRank.SPOKESPERSON and (wrong is None or person.gender is not wrong)
    if office.name in ("union leader", "union president", "union boss"):
        president = office.name != "union president" or held.name == "president"
        leads = held.rank in (OfficeRank.UNION, OfficeRank.EXECUTIVE, *HEADS) or held.name == "leader"
        return president and leads and person.party is not None and is_union(person.party)
    if office.name == "leader":
        return party is not None and held.rank in HEADS
    return office.name in LIKE and LIKE[office.name] in held.name


def _is_plural(line: Line, role: Role) -> bool:
    """True for the office of several: "the foreign ministers"."""
    names = [n for n in line.namings if role.first <= n.first and n.last <= role.last and n.known is role.office]
    if not names:
        return False
    head = line.words[names[-1].last - 1]
    return head.text.lower().endswith("s") and head.lemma.lower() != head.text.lower()


def _told_before(scene: Scene, line: Line, role: Role) -> str | None:
    """The party of the only side with such an unnamed one so far: "a spokeswoman for the port … the spokeswoman"."""
    sides = {
        other.side.party
        for above in scene.lines[: line.number]
        for other in above.roles
        if other.office.rank is role.office.rank and other.side.party
    }
    return next(iter(sides)) if len(sides) == 1 and role.determiner == "the" else None


def _another_before(scene: Scene, line: Line, role: Role, found: Person) -> bool:
    """True when an unnamed minister of another side was told of before a plain "the minister"."""
    if role.office.name != "minister" or role.side.party is not None:
        return False
    return any(
        other.office.rank is OfficeRank.MINISTER and other.side.party not in (None, found.party)
        for above in scene.lines[: line.number]
        for other in above.roles
    )


def _same_unnamed(so_far: Sequence[Speaker], party: str | None, office: str) -> Speaker:
    """The unnamed one before who was called the same, with the side that was told then."""
    before = next((s for s in reversed(so_far) if s.anonymous and s.office == office), None)
    told = before.party if before is not None and party is None else party
    return Speaker(None, told, anonymous=True, office=office)


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
