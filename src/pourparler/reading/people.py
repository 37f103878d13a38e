"""The people of a report: every naming of a person, with the fullest name, office and party that the report gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.reading.cues import Takes, reporting_verbs
from pourparler.reading.gathering import Gathering, Person, Title, gender_of, lower_capitals, surname_of
from pourparler.reading.names import BODY_WORDS, NameRun, is_heading, name_runs
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.roles import Role, side_of
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.words import Sentence
from pourparler.text.world import Gender, OfficeRank

__all__ = ["Person", "PersonNaming", "is_acronym", "is_body", "led_side", "owned_side", "people"]

LEADING = frozenset("lead run head chair represent direct manage advise command found own".split())
"""Verbs that tie a person to the side that their object names."""


BESIDE = (NamingKind.STATE, NamingKind.ORGANISATION)
"""Names that tell whose somebody is by standing beside his name."""

ARTICLES = frozenset({"the", "union", "company", "rebel", "group", "party", "bank", "carmaker", "airline"})
"""Words between "of" and the name of a body: "of the union Name"."""


@dataclass(frozen=True, slots=True)
class PersonNaming:
    """One naming of a person: name words and whole phrase with title, sentence and word indices."""

    sentence: int
    first: int
    last: int
    span: Span
    phrase: Span
    person: Person


def people(
    sentences: Sequence[Sentence], named: Sequence[Sequence[Naming]], roles: Sequence[Sequence[Role]]
) -> tuple[PersonNaming, ...]:
    """All namings of people in the sentences of a report, in the order of the text.

    Full names are gathered first, so that a surname in a headline finds its bearer further down.
    """
    gathering = Gathering()
    runs = [name_runs(sentence, known) for sentence, known in zip(sentences, named, strict=True)]
    for number, found in enumerate(runs):
        for run in found:
            if len(run.words) < 2 or not _is_person(run, sentences[number], roles[number]):
                continue
            if run.honorific or not is_heading(sentences[number]):
                _learn(gathering, run, sentences[number], roles[number])
    _learn_speakers(gathering, runs, sentences, roles)
    namings: list[PersonNaming] = []
    for number, found in enumerate(runs):
        for run in found:
            namings += _namings(gathering, run, number, sentences[number], roles[number])
    for naming in namings:
        sentence, known = sentences[naming.sentence], named[naming.sentence]
        told = led_side(naming, sentence, known) or owned_side(naming, sentence, known)
        told = told or told_side(naming, sentence, known) or set_beside(naming, sentence, known)
        if not naming.person.unsure:
            naming.person.party = naming.person.party or told
    _settle(gathering, [role for line in roles for role in line])
    return tuple(sorted(namings, key=lambda naming: naming.span))


def _learn_speakers(
    gathering: Gathering,
    runs: Sequence[Sequence[NameRun]],
    sentences: Sequence[Sentence],
    roles: Sequence[Sequence[Role]],
) -> None:
    """Enter names of two words whose last word alone speaks, or is titled, elsewhere: whatever given name they have."""
    surnames = {
        surname_of(run.words)
        for found, sentence, held in zip(runs, sentences, roles, strict=True)
        for run in found
        if len(run.words) == 1 and not is_acronym(run)
        if run.honorific or _titled(run, sentence, held) or _speaks(run, sentence)
    }
    for found, sentence, held in zip(runs, sentences, roles, strict=True):
        for run in found:
            named = all(word.tag == "PROPN" for word in sentence.words[run.first : run.last])
            if len(run.words) != 2 or not named or is_body(run) or is_heading(sentence):
                continue
            if surname_of(run.words) in surnames and gathering.find(run.words) is None:
                _learn(gathering, run, sentence, held)


def role_before(run: NameRun, sentence: Sentence, roles: Iterable[Role]) -> Role | None:
    """The role that stands right before a name: "the ministry’s spokeswoman …", "the union's president, …"."""
    first = run.first - (run.honorific is not None)
    for role in roles:
        if role.last == first or (role.last == first - 1 and sentence.words[first - 1].text == ","):
            return role
    return None


def role_after(run: NameRun, sentence: Sentence, roles: Iterable[Role]) -> Role | None:
    """The role in apposition after a name ("…, the union's president,") or said of it ("… is head of the union")."""
    if run.last + 1 < len(sentence.words) and sentence.words[run.last].text.lower() in ("is", "became"):
        near = [r for r in roles if r.side.party and r.determiner in ("the", None)]
        return next((r for r in near if r.first - run.last in (1, 2)), None)
    if run.last >= len(sentence.words) or sentence.words[run.last].text != ",":
        return None
    role = next((role for role in roles if role.first == run.last + 1), None)
    if role is None or role.last >= len(sentence.words):
        return role
    return role if sentence.words[role.last].tag not in ("VERB", "AUX") else None


def _is_person(run: NameRun, sentence: Sentence, roles: Sequence[Role]) -> bool:
    """True when a run of two or more words is somebody's name, by title, office or given name."""
    if is_body(run):
        return False
    if run.honorific or role_before(run, sentence, roles) or role_after(run, sentence, roles):
        return True
    given = load_gazetteer().given_names.get(fold(run.words[0]))
    named = all(word.tag == "PROPN" for word in sentence.words[run.first : run.last])
    if given is not None and (not given.is_word or run.first > 0 or named):
        return True
    return named and _speaks(run, sentence)


def _learn(gathering: Gathering, run: NameRun, sentence: Sentence, roles: Sequence[Role]) -> Person:
    """Enter a name, or what a new naming adds to it: a longer form, an office, a party."""
    role = role_before(run, sentence, roles) or role_after(run, sentence, roles)
    person = gathering.find(run.words, _title(run, role)) or gathering.add(run.words)
    if person.unsure:
        return person
    if len(run.words) > len(person.name.split()):
        person.name, person.gender = " ".join(map(lower_capitals, run.words)), gender_of(run.words)
    if run.honorific and person.gender is Gender.UNKNOWN:
        person.gender = load_gazetteer().honorifics[fold(run.honorific)].gender
    if role is not None:
        if person.office is None or (person.former and not role.former):
            person.office = f"former {role.office.name}" if role.former else role.office.name
            person.former = role.former
        person.party = person.party or role.side.party
        if role.holder is not None and person.party is None:
            person.under = person.under or fold(sentence.words[role.holder].text).casefold()
    return person


def _title(run: NameRun, role: Role | None) -> Title:
    """What the words before a name tell of whom it means."""
    honorific = load_gazetteer().honorifics.get(fold(run.honorific)) if run.honorific else None
    return Title(role.office.name if role is not None else None, honorific.gender if honorific else Gender.UNKNOWN)


def owned_side(naming: PersonNaming, sentence: Sentence, named: Sequence[Naming]) -> str | None:
    """The side whose genitive stands right before a name: "Russia’s …", "Ford’s …"."""
    at = naming.first - 1
    if at < 1 or sentence.words[at].text not in ("'s", "’s"):
        return None
    owner = next((n for n in named if n.last == at and n.kind is not NamingKind.OFFICE), None)
    return side_of(owner).party if owner is not None else None


def told_side(naming: PersonNaming, sentence: Sentence, named: Sequence[Naming]) -> str | None:
    """The side said right after a name: "of France" after a title and a name, "of the union" or "of the French foreign
    ministry" after a name alone."""
    words, at = sentence.words, naming.last
    if at + 1 >= len(words) or words[at].text.lower() not in ("of", "from"):
        return None
    titled = naming.phrase.start < naming.span.start and words[at].text.lower() == "of"
    first = at + 1
    while first < len(words) and first < at + 3 and words[first].text.lower() in ARTICLES:
        first += 1
    known = next((n for n in named if n.first == first and n.kind is not NamingKind.OFFICE), None)
    if known is None or known.kind in (NamingKind.PLACE, NamingKind.MEDIA, NamingKind.CAPITAL):
        return None
    after = next((n for n in named if n.first == known.last and n.kind is NamingKind.INSTITUTION), None)
    if known.kind is NamingKind.DEMONYM:
        return side_of(known).party if after is not None else None
    return side_of(known).party if titled or known.kind is NamingKind.ORGANISATION else None


def set_beside(naming: PersonNaming, sentence: Sentence, named: Sequence[Naming]) -> str | None:
    """The state or body that is set beside a name and nothing more: "…, for France," and "… (France)"."""
    words, at = sentence.words, naming.last
    if at + 2 >= len(words):
        return None
    bracket = words[at].text == "("
    first = at + 1 if bracket else at + 2
    if not bracket and (words[at].text, words[at + 1].text.lower()) != (",", "for"):
        return None
    first += first < len(words) and words[first].text.lower() == "the"
    known = next((n for n in named if n.first == first and n.kind in BESIDE and n.last < len(words)), None)
    closes = known is not None and words[known.last].text == (")" if bracket else ",")
    return side_of(known).party if known is not None and closes else None


def led_side(naming: PersonNaming, sentence: Sentence, named: Sequence[Naming]) -> str | None:
    """The side that a relative clause ties a person to: "…, who runs the company’s engine business"."""
    words, at = sentence.words, naming.last
    if at + 2 >= len(words) or words[at].text != "," or words[at + 1].text.lower() not in ("who", "which"):
        return None
    if words[at + 2].lemma not in LEADING:
        return None
    near = [n for n in named if at + 2 < n.first <= at + 6 and n.kind is not NamingKind.OFFICE]
    return side_of(near[0]).party if near else None


def _namings(
    gathering: Gathering, run: NameRun, number: int, sentence: Sentence, roles: Sequence[Role]
) -> list[PersonNaming]:
    """The namings in one run: the whole run, or the known surnames inside a longer one (a heading)."""
    role = role_before(run, sentence, roles)
    person = gathering.find(run.words, _title(run, role))
    if person is None and len(run.words) == 1:
        if run.honorific:
            person = gathering.by_given_name(run.words[0])
        named = run.honorific or _titled(run, sentence, roles) or _speaks(run, sentence)
        if person is None and named and not is_body(run) and not is_acronym(run):
            person = _learn(gathering, run, sentence, roles)
    elif person is not None:
        _learn(gathering, run, sentence, roles)
    if person is not None:
        span = run.span(sentence)
        start = sentence.words[run.first - (run.honorific is not None)].start
        phrase = Span(role.span(sentence).start if role else start, span.end)
        return [PersonNaming(number, run.first, run.last, span, phrase, person)]
    inside = []
    for index in range(run.first, run.last):
        word = sentence.words[index]
        known = gathering.by_surname.get(fold(word.text).casefold())
        if known:
            span = Span(word.start, word.end)
            inside.append(PersonNaming(number, index, index + 1, span, span, gathering.find((word.text,)) or known[-1]))
    return inside


def is_body(run: NameRun) -> bool:
    """True when a run of capitalised words names a body, a place or an event by one of its words."""
    return any(word.lower().strip(".") in BODY_WORDS for word in run.words)


def is_acronym(run: NameRun) -> bool:
    """True for one word in capitals that is no surname of the report: the short name of some body."""
    word = run.words[0]
    return len(run.words) == 1 and word.isupper() and len(word) > 2 and run.honorific is None


def _speaks(run: NameRun, sentence: Sentence) -> bool:
    """True when a reporting verb that takes quotations stands right beside a name: "Annan said", "said Annan"."""
    words, verbs = sentence.words, reporting_verbs()
    if len(run.words) == 1 and run.first > 0 and words[run.first - 1].text.lower() == "the":
        return False
    after = run.last + (run.last < len(words) and words[run.last].tag == "ADV")
    near = [words[i] for i in (after, run.first - 1) if 0 <= i < len(words)]
    return any(w.tag == "VERB" and w.lemma in verbs and Takes.QUOTE in verbs[w.lemma].takes for w in near)


def _titled(run: NameRun, sentence: Sentence, roles: Sequence[Role]) -> bool:
    """True when an office stands right before a single name, with no comma between."""
    role = role_before(run, sentence, roles)
    word = sentence.words[run.first]
    return role is not None and role.last == run.first and word.tag == "PROPN" and len(word.text) > 2


def _settle(gathering: Gathering, roles: Sequence[Role]) -> None:
    """Give those who serve a person that person's side, and a spokesman of nobody the only side with one here."""
    sides = {role.side.party for role in roles if role.office.rank is OfficeRank.SPOKESPERSON} - {None}
    for person in gathering.everyone():
        if person.party is None and person.under:
            masters = gathering.by_surname.get(person.under, [])
            person.party = masters[-1].party if masters else None
        elif person.party is None and person.office and not person.former and len(sides) == 1:
            held = load_gazetteer().offices.get(fold(person.office))
            speaks = held is not None and held.rank is OfficeRank.SPOKESPERSON
            person.party = next(iter(sides)) if speaks else None
