"""Invented names: states, towns, unions, companies and their people, none of them known to the gazetteer."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from bench.synthetic.truth import Body, Person
from pourparler.core.vocabulary import ActorKind
from pourparler.text.gazetteer import fold, load_gazetteer

_FIRST = (
    "Ald Bel Cor Dun Erl Fal Gar Hal Isk Jov Keld Lor Mor Nerv Orm Pel Quor Rask Sel Tarn Ulv Vern Wend Yar Zel Brav "
    "Crom Drav Esk Fjor Gond Hesp Ilm Karv Lund Mald Norv Osk Prav Ruv Skand Thal Urd Vald Wolt Xan Ymir Zorn"
).split()
_STATE = "mark vale mere ovia gard onia heim ria wick ensia avia oria".split()
_TOWN = "by ton ham feld burg stad haven holm dale brook ness ford".split()
_SURNAME_FIRST = (
    "Abr Bast Cald Dorn Ekl Fenn Gorv Hask Ingr Jast Kell Lind Marv Nord Olk Pask Rand Salv Tolv Ulm Vark Wess Yost "
    "Zand Brod Crad Drev Elv Frost Grel Hund Jerv Krol Lask Mend Nask Orv Plen Rosk Stav Trell Urb Vint Wold"
).split()
_SURNAME_END = "ano ek ini ova ers ardt ulis emba ovic aldo uwa en ikar amo est isch anda orre ul itz".split()
_GIVEN = (
    "Anna Boris Carla David Elena Felix Greta Hugo Irene Jonas Karin Leon Maria Niklas Olga Peter Rosa Simon Tessa Ugo "
    "Vera Walter Yvonne Adam Beatrice Clara Daniel Edith Frank Gloria Henry Ida Julian Katja Louis Martha Nina Oscar "
    "Paula Robert Sofia Thomas Ursula Victor Wanda Agnes Bruno Cecilia Dora Emil"
).split()
_TRADES = "Dockers Railwaymen Nurses Miners Teachers Pilots Printers Weavers Welders Drivers".split()
_FIRMS = "Shipping Railways Steel Airlines Textiles Mining Power Hospitals Foods Motors".split()

STATE_OFFICES = ("president", "foreign minister", "defence minister", "chief negotiator")
UNION_OFFICES = ("president", "general secretary", "chief negotiator")
FIRM_OFFICES = ("chief executive", "chairman", "head of personnel")


class Names:
    """Hands out names, each once; the same names for the same seed."""

    def __init__(self, random: Random) -> None:
        """`random` is drawn from for every name."""
        self._random = random
        self._used: set[str] = set()
        self._states = self._shuffled(_FIRST, _STATE)
        self._towns = self._shuffled(_FIRST, _TOWN)
        self._surnames = self._shuffled(_SURNAME_FIRST, _SURNAME_END)
        self._borne: list[str] = []

    def _shuffled(self, firsts: list[str], ends: list[str]) -> Iterator[str]:
        every = [first + end for first in firsts for end in ends]
        self._random.shuffle(every)
        return (name for name in every if not _is_known(name))

    def state(self) -> Body:
        """A state."""
        return Body(next(self._states), ActorKind.STATE)

    def town(self) -> str:
        """A town or region."""
        return next(self._towns)

    def union(self) -> Body:
        """A union with its abbreviation."""
        while True:
            name = f"United {self._random.choice(_TRADES)} of {self.town()}"
            short = "".join(word[0] for word in name.split() if word != "of")
            if short not in self._used:
                self._used.add(short)
                return Body(name, ActorKind.ORGANISATION, short)

    def firm(self) -> Body:
        """A company."""
        return Body(f"{self.town()} {self._random.choice(_FIRMS)}", ActorKind.ORGANISATION)

    def person(self, office: str, party: Body, since: date) -> Person:
        """A person with an office; one in thirty bears a surname that somebody of another side bears too."""
        if self._borne and self._random.random() < 1 / 30:
            surname = self._random.choice(self._borne)
        else:
            surname = next(self._surnames)
        given = next(
            name for name in iter(lambda: self._random.choice(_GIVEN), None) if f"{name} {surname}" not in self._used
        )
        self._used.add(f"{given} {surname}")
        self._borne.append(surname)
        return Person(given, surname, office, party, since)

    def cast(self, party: Body, since: date, days: int) -> tuple[Person, ...]:
        """Who holds the offices of a side; with some luck one office passes to another in between."""
        offices = (
            STATE_OFFICES
            if party.kind is ActorKind.STATE
            else UNION_OFFICES
            if party.short is not None
            else FIRM_OFFICES
        )
        people = [self.person(office, party, since) for office in offices]
        if self._random.random() < 0.3:
            leaving = self._random.randrange(len(people))
            then = since + timedelta(days=self._random.randrange(days // 4, days))
            old = people[leaving]
            people[leaving] = Person(old.given, old.surname, old.office, party, since, then)
            people.append(self.person(old.office, party, then))
        return tuple(people)


def _is_known(name: str) -> bool:
    """True for a name that stands in the gazetteer for a place, a state or a people."""
    world = load_gazetteer()
    return any(fold(name) in table for table in (world.states, world.places, world.demonyms, world.given_names))
