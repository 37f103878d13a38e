"""People gathered over one report: who bears which surname, and which of two bearers a naming means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from pourparler.reading.family_names import comes_first
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.world import Gender

GIVEN_ALIKE = 60.0
"""Least likeness (0-100) of two given names with one initial and one surname in one report that are spellings of one:
Volodymyr and Vladimir 67; Raúl and Ramón 44, Martin and Max 44."""


@dataclass(slots=True)
class Person:
    """A person as gathered over one report; `name` is the fullest form."""

    name: str
    party: str | None = None
    office: str | None = None
    former: bool = False
    gender: Gender = Gender.UNKNOWN
    under: str | None = None
    """Surname of the person whose side this one is on ("Merkel’s adviser"), until that side is known."""
    unsure: bool = False
    """True for a bare surname that two people of the report bear: it is nobody's, and nothing is learned from it."""


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a bare surname and tells whose it is: an office, and the gender of an honorific."""

    office: str | None = None
    gender: Gender = Gender.UNKNOWN


UNTITLED = Title()


@dataclass(slots=True)
class Gathering:
    """People found so far, by the last word of their names."""

    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    unsure: dict[str, Person] = field(default_factory=dict)

    def find(self, words: Sequence[str], title: Title = UNTITLED) -> Person | None:
        """The person that these name words fit: same last word and, where both are given, a given name that is alike.

        A single word also fits a name that begins with it, unless it is a common given name (Ban for Ban Ki-moon).
        Of two people with one surname the title tells which; where it does not, the word names somebody unsure.
        """
        bearers = self.by_surname.get(surname_of(words), [])
        if len(words) == 1 and len(bearers) > 1:
            return self._meant(bearers, title, words)
        for person in reversed(bearers):
            known = person.name.split()
            whole = [fold(word).casefold() for word in known[-len(words) :]] == [fold(w).casefold() for w in words]
            if len(words) == 1 or len(known) == 1 or whole or given_alike(words[0], known[0]):
                return person
        if len(words) == 1 and fold(words[0]) not in load_gazetteer().given_names:
            found = self.by_given_name(words[0])
            return found if found is not None and len(found.name.split()) > 1 else None
        return None

    def _meant(self, bearers: Sequence[Person], title: Title, words: Sequence[str]) -> Person:
        """Which of several people of one surname is meant: by honorific, by office, or as the only one with a side."""
        fitting = [p for p in bearers if title.gender in (Gender.UNKNOWN, p.gender) or p.gender is Gender.UNKNOWN]
        if len(fitting) > 1 and title.gender is not Gender.UNKNOWN:
            fitting = [p for p in fitting if p.gender is title.gender] or fitting
        if len(fitting) > 1 and title.office is not None:
            fitting = [p for p in fitting if p.office == title.office] or fitting
        if len(fitting) > 1:
            fitting = [p for p in fitting if p.party is not None] or fitting
        if len(fitting) == 1:
            return fitting[0]
        return self.unsure.setdefault(surname_of(words), Person(lower_capitals(words[0]), unsure=True))

    def by_given_name(self, word: str) -> Person | None:
        """The one person with this given name; None when there are two or none."""
        first = fold(word).casefold()
        bearers = [p for p in self.everyone() if surname_of(p.name.split()[:1]) == first]
        return bearers[0] if len(bearers) == 1 else None

    def add(self, words: Sequence[str]) -> Person:
        """A new person under this name."""
        person = Person(" ".join(map(lower_capitals, words)), gender=gender_of(words))
        self.by_surname.setdefault(surname_of(words), []).append(person)
        return person

    def everyone(self) -> Iterable[Person]:
        """All people, in the order of their first naming."""
        return (person for people in self.by_surname.values() for person in people)


def given_alike(one: str, other: str) -> bool:
    """True for two given names that may be one: equal, an initial, a short form, or another spelling of it."""
    first, second = fold(one).casefold(), fold(other).casefold()
    if first[:1] != second[:1]:
        return False
    initial = min(len(first.rstrip(".")), len(second.rstrip("."))) == 1 or "." in first or "." in second
    return initial or first[:3] == second[:3] or ratio(first, second) >= GIVEN_ALIKE


def surname_of(words: Sequence[str]) -> str:
    """The last word of a name, as surnames are looked up."""
    return fold(words[-1]).casefold()


def lower_capitals(word: str) -> str:
    """A name word out of capitals: headings and leads set names in them."""
    return word.capitalize() if word.isupper() and len(word) > 2 and "." not in word else word


def gender_of(words: Sequence[str]) -> Gender:
    """The gender of a given name, unknown where the list does not say and where the family name comes first."""
    if comes_first([fold(word).casefold() for word in words]):
        return Gender.UNKNOWN
    given = load_gazetteer().given_names.get(fold(words[0]))
    return given.gender if given else Gender.UNKNOWN
