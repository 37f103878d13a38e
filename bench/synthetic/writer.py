"""An outlet at work on one report: how it names people and sides, and how it tells what somebody said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from bench.synthetic import phrases, topics
from bench.synthetic.page import Frame, Named, Paragraph, Words
from bench.synthetic.setting import Setting
from bench.synthetic.truth import Body, Issue, Person
from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act, ActorKind, Mode

SURNAMES_ONLY, OFFICE_ONLY, SHORT_ONLY = 0.12, 0.06, 0.1
"""How often a report gives people by surname and title alone; a speaker by the title alone; a union by its initials."""

FIRM_TASTE = 0.6
"""How often an outlet keeps to the wording of an issue that it is used to."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A paper or an agency: `taste` decides which wordings it is used to, others copy an `agency`."""

    name: str
    taste: int
    agency: bool

    @property
    def slug(self) -> str:
        """Its name in the names of files."""
        return self.name.casefold().replace(" ", "-")


class Writer:
    """Writes the paragraphs of one report; who has been introduced is called by less from then on."""

    def __init__(self, outlet: Outlet, setting: Setting, on: date, random: Random) -> None:
        """`on` is the day of the report, `random` decides what is left to taste."""
        self.outlet, self.setting, self.on, self.random = outlet, setting, on, random
        self.paragraphs: list[Paragraph] = []
        self._key = f"statement {random.getrandbits(64):016x}"
        self._statements = 0
        self._known: dict[str, Person] = {}
        self._surnames_only = random.random() < SURNAMES_ONLY
        self._short_only = random.random() < SHORT_ONLY
        self._introduced: set[Body] = set()

    def paragraph(self) -> Paragraph:
        """The paragraph to write in: the last one, or a new one."""
        if not self.paragraphs or self.random.random() < 0.6:
            self.paragraphs.append(Paragraph())
        return self.paragraphs[-1]

    def body(self, side: Body) -> tuple[str | Named, ...]:
        """A side as it is named here: a union in full with its initials, then by its initials."""
        if side.short is None:
            return (Named(side.name, side.kind, side.name),)
        short = Named(side.short, side.kind, side.name)
        if side in self._introduced or self._short_only:
            return ("the ", short)
        self._introduced.add(side)
        full = Named(side.name, side.kind, side.name)
        return ("the ", full, " (", short, ")") if self.outlet.taste % 3 else ("the ", full)

    def bodies(self, sides: Sequence[Body]) -> tuple[str | Named, ...]:
        """Several sides in a row."""
        return _in_a_row([self.body(side) for side in sides])

    def person(self, who: Person) -> tuple[str | Named, ...]:
        """A person as named here: with office and side at first, then by surname."""
        named = Named(who.name, ActorKind.PERSON, who.name, who.party.name, who.office)
        title = " ".join(word.capitalize() for word in who.office.split())
        other = self._known.setdefault(who.surname, who)
        if other is not who:
            return (*self.body(who.party), "'s ", title, " ", named)
        short = Named(who.surname, ActorKind.PERSON, who.name, who.party.name, who.office)
        if who.name in self._known:
            return (short,) if self.random.random() < 0.7 else (title, " ", short)
        self._known[who.name] = who
        if self._surnames_only:
            return (*self.body(who.party), "'s ", title, " ", short)
        way = self.random.randrange(3)
        if way == 0:
            return (title, " ", named, " of ", *self.body(who.party))
        if way == 1:
            return (*self.body(who.party), "'s ", who.office, ", ", named, ",")
        return (named, ", the ", who.office, " of ", *self.body(who.party), ",")

    def people(self, who: Sequence[Person]) -> tuple[str | Named, ...]:
        """Several people in a row."""
        return _in_a_row([self.person(each) for each in who])

    def form(self, issue: Issue) -> str:
        """An issue in the words that the outlet is used to, most of the time."""
        taste = self.outlet.taste + sum(map(ord, issue.forms[0]))
        at = taste if self.random.random() < FIRM_TASTE else self.random.randrange(len(issue.forms))
        return issue.forms[at % len(issue.forms)]

    def words(self, template: str, issue: str = "") -> str:
        """A template of plain words, filled."""
        random = self.random
        town, thing = random.choice(self.setting.towns), random.choice(topics.THINGS)
        return template.format(issue=issue, town=town, thing=thing, n=random.randint(3, 99))

    def colour(self) -> None:
        """A sentence of which nothing is read."""
        paragraph = self.paragraph()
        paragraph.begin()
        paragraph.text += self.words(self.random.choice(topics.COLOUR))

    def statement(self, who: Person, issue: Issue) -> None:
        """Somebody says something about an issue, in quotation marks or not; some speakers are not named."""
        said = self.words(self.random.choice(topics.CLAUSES), self.form(issue))
        said += self.words(self.random.choice(topics.TAILS))
        paragraph, quoted = self.paragraph(), self.random.random() < 0.35
        act, template = self.random.choice(phrases.QUOTED if quoted else phrases.SAID)
        start = paragraph.begin()
        chance = self.random.random()
        speaker: Words = self.person(who)
        if chance < 0.12:
            speaker = self.random.choice(phrases.UNNAMED)
        elif chance < 0.12 + OFFICE_ONLY:
            speaker = ("the ", who.office, " of ", *self.body(who.party))
        placed = paragraph.put(template, {"speaker": speaker, "content": said})
        paragraph.finish(start, "" if template.endswith("”") else ".")
        told = Attribution(
            content=(placed["content"],),
            mode=Mode.DIRECT if quoted else Mode.INDIRECT,
            act=act,
            source=placed["speaker"],
            speaker=who.name if chance >= 0.12 + OFFICE_ONLY else None,
            party=who.party.name if chance >= 0.12 else None,
            anonymous=chance < 0.12,
            office=who.office if 0.12 <= chance < 0.12 + OFFICE_ONLY else None,
        )
        paragraph.statements.append((self._next(), told))

    def tell(
        self, template: str, words: dict[str, Words | None], voice: Person | None = None, go_on: bool = False
    ) -> "Sentence":
        """A sentence of which a frame is made: in the outlet's voice, or as what `voice` said.

        With `go_on` it stands in the paragraph of the sentence before, without which it would tell too little.
        """
        paragraph = self.paragraphs[-1] if go_on else self.paragraph()
        start = paragraph.begin()
        if voice is not None:
            self._attribute(paragraph, voice)
        placed = paragraph.put(template, words)
        paragraph.finish(start)
        if voice is not None:
            key, told = paragraph.statements.pop()
            paragraph.statements.append((key, replace(told, content=(placed["all"],))))
        return Sentence(paragraph, placed)

    def _attribute(self, paragraph: Paragraph, voice: Person) -> None:
        """`X said that`, with a statement whose content is still to come."""
        placed = paragraph.put("{speaker} said that ", {"speaker": self.person(voice)})
        here = Span(placed["all"].end, placed["all"].end + 1)
        told = Attribution((here,), Mode.INDIRECT, Act.SAY, placed["speaker"], None, voice.name, voice.party.name)
        paragraph.statements.append((self._next(), told))

    def _next(self) -> str:
        self._statements += 1
        return f"{self._key} {self._statements}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that was written, with the places of its slots."""

    paragraph: Paragraph
    placed: dict[str, Span]

    @property
    def whole(self) -> Span:
        """The clause, without what comes before it and without the full stop."""
        return self.placed["all"]

    def add(self, key: str, frame: Frame) -> None:
        """Note what is read in it, and of which truth it is."""
        self.paragraph.frames.append((key, frame))


def _in_a_row(each: Sequence[tuple[str | Named, ...]]) -> tuple[str | Named, ...]:
    """`A, B and C`."""
    row: list[str | Named] = []
    for index, words in enumerate(each):
        row += ["" if index == 0 else " and " if index == len(each) - 1 else ", ", *words]
    return tuple(row)
