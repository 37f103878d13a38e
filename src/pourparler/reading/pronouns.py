"""Whom "he" and "she" mean: the speaker before, or the subject before; of two who may be meant, neither."""

from collections.abc import Sequence

from pourparler.reading.people import Person, PersonNaming
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speaker import HE, NOBODY, SHE, SPEECH, Speaker
from pourparler.text.world import Gender

REACH = 4
"""Sentences, its own included, in which a pronoun looks for its person."""


def meant_by(scene: Scene, line: Line, first: int, word: str, so_far: Sequence[Speaker]) -> Speaker:
    """The person whom "he" or "she" means: the speaker before, if a person, else the subject before."""
    gender = Gender.MALE if word in HE else Gender.FEMALE
    genders = {p.person.name: p.person.gender for other in scene.lines for p in other.people}
    for number in range(line.number, max(-1, line.number - REACH), -1):
        other = scene.lines[number]
        before = [p for p in other.people if not other.quoted[p.first] and (number < line.number or p.last <= first)]
        heading = number < line.number and not other.verbs
        subjects = [p for p in before if is_subject(other, p)] or before[:1]
        fitting = [p for p in subjects if genders[p.person.name] in (gender, Gender.UNKNOWN)]
        fitting = fitting or _only(before, genders, gender)
        if fitting:
            last_speaker = next((s for s in reversed(so_far) if s.person), None)
            if (
                number < line.number
                and not heading
                and last_speaker is not None
                and _fits(last_speaker, genders, gender)
            ):
                names = {p.person.name for p in other.people}
                if last_speaker.name in names or not is_subject(other, fitting[0]):
                    return last_speaker
                if _titled_subject(other, fitting[0], last_speaker):
                    return last_speaker
            if _joined(other, fitting[0], before, genders, gender) or fitting[0].person.unsure:
                return NOBODY
            return speaker_for(fitting[0].person)
        if number < line.number and so_far and so_far[-1].person and _fits(so_far[-1], genders, gender):
            return so_far[-1]
    fit = [s for s in so_far if s.person and _fits(s, genders, gender)]
    return fit[-1] if fit else NOBODY


def speaker_for(person: Person) -> Speaker:
    """A person as a speaker; a surname that two people of the report bear names nobody for sure."""
    if person.unsure:
        return Speaker(person.name, None, person=True)
    return Speaker(person.name, person.party, person=True, office=person.office)


def is_subject(line: Line, naming: PersonNaming) -> bool:
    """True for a name that a verb group follows, that ends a sentence after a verb of speech ("…, says Lee."), or that
    opens its sentence with an apposition after it."""
    if line.verb_follows(naming.last, HE | SHE):
        return True
    ends = naming.last >= len(line.words) or line.words[naming.last].tag == "PUNCT"
    start = next((i for i, word in enumerate(line.words) if word.start >= naming.phrase.start), naming.first)
    if ends and start > 0 and line.words[start - 1].tag == "VERB" and line.words[start - 1].lemma in SPEECH:
        return True
    earlier = any(group.first < naming.first for group in line.verbs) or naming != line.people[0]
    opened = naming.last < len(line.words) and line.words[naming.last].text == ","
    return opened and not earlier


def _titled_subject(line: Line, person: PersonNaming, speaker: Speaker) -> bool:
    """True when the speaker is called by title as the subject of a sentence, before somebody else is named in it."""
    return any(
        role.office.name == speaker.office and role.last <= person.first and line.verb_follows(role.last)
        for role in line.roles
    )


def people_before(scene: Scene, line: Line) -> list[Person]:
    """People named as subjects in the paragraph-and-a-bit before a line, nearest first."""
    return [
        p.person
        for number in range(line.number - 1, max(-1, line.number - REACH), -1)
        for p in scene.lines[number].people
        if is_subject(scene.lines[number], p)
    ]


def _joined(
    line: Line, chosen: PersonNaming, before: Sequence[PersonNaming], genders: dict[str, Gender], gender: Gender
) -> bool:
    """True when another person who fits is the subject together with the chosen one: "Lee and Park met. He said …"."""
    for other in before:
        near, far = sorted((chosen, other), key=lambda naming: naming.first)
        between = [word.text.lower() for word in line.words[near.last : far.first] if word.end <= far.phrase.start]
        if other.person is not chosen.person and "and" in between and set(between) <= {"and", ","}:
            return genders[other.person.name] in (gender, Gender.UNKNOWN)
    return False


def _only(before: Sequence[PersonNaming], genders: dict[str, Gender], gender: Gender) -> list[PersonNaming]:
    """The only person of a gender in a sentence where everybody else is of the other."""
    told = {genders[p.person.name] for p in before}
    people = [p for p in before if genders[p.person.name] is gender]
    return people[:1] if Gender.UNKNOWN not in told and len({p.person.name for p in people}) == 1 else []


def _fits(speaker: Speaker, genders: dict[str, Gender], gender: Gender) -> bool:
    return genders.get(speaker.name or "", Gender.UNKNOWN) in (gender, Gender.UNKNOWN)
