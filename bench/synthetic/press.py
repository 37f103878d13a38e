"""The press of a synthetic record: which outlets tell of what and when, and which take it over."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from bench.synthetic import phrases
from bench.synthetic.assembling import Imprint, Told, assemble
from bench.synthetic.composing import Edition, Page, compose
from bench.synthetic.names import Names
from bench.synthetic.page import Paragraph
from bench.synthetic.setting import Cast
from bench.synthetic.strand import News, Strand
from bench.synthetic.truth import Body, Encounter
from bench.synthetic.writer import Outlet

OUTLETS, AGENCIES = 14, 3
COPIED = 0.35
"""How often a paper takes over what an agency sends; three papers may do so with one text."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to generate: `accounts` at least, about `density` of them in a report; the same plan gives the same record.

    `strands` are the negotiations that go on at a time; by default the square root of the thousands of accounts.
    `wrong` is the share of tellings with a wrong detail.
    """

    accounts: int = 1000
    seed: int = 1
    density: float = 8.0
    strands: int | None = None
    wrong: float = 0.02
    first_day: date = date(2023, 1, 2)

    @property
    def at_a_time(self) -> int:
        """How many negotiations go on at a time."""
        return self.strands or max(1, round((self.accounts / 1000) ** 0.5))


def tell(plan: Plan) -> Iterator[Told]:
    """The reports of a plan by day and name, until they have the accounts that it asks for."""
    press, count = _Press(plan), 0
    while True:
        for told in press.day():
            yield told
            count += len(told.accounts.accounts)
            if count >= plan.accounts:
                return


class _Press:
    """What is going on on a day, and what will be printed on the days after."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._random = Random(f"{plan.seed} press")
        self._cast = Cast(plan.seed)
        towns = Names(Random(f"{plan.seed} outlets"))
        sorts = "Courier Ledger Herald Gazette Observer Tribune".split()
        self._outlets = [
            Outlet(f"{towns.town()} {self._random.choice(sorts)}", number * 7 + 1, False)
            for number in range(OUTLETS - AGENCIES)
        ]
        self._outlets += [Outlet(f"{towns.town()} News Agency", number * 5 + 2, True) for number in range(AGENCIES)]
        self._today = plan.first_day
        self._strands: list[Strand] = []
        self._begun = 0
        self._due: dict[date, list[tuple[Strand, News, Outlet]]] = defaultdict(list)
        self._copies: dict[date, list[tuple[Outlet, Page]]] = defaultdict(list)
        self._number = 0

    def day(self) -> list[Told]:
        """The reports of the next day, by name."""
        today, random = self._today, self._random
        self._today += timedelta(days=1)
        self._strands = [strand for strand in self._strands if strand.over > today]
        while len(self._strands) < self._plan.at_a_time:
            early = random.randint(0, 60) if self._begun < self._plan.at_a_time else 0
            self._strands.append(Strand(self._plan.seed, self._begun, self._cast, today - timedelta(days=early)))
            self._begun += 1
        for strand in self._strands:
            for news in strand.on(today):
                self._assign(strand, news)
        known = self._encounters()
        told = []
        for strand, news, outlet in self._due.pop(today, []):
            edition = Edition(strand, known, today, self._plan.density, self._plan.wrong)
            page = compose(Random(f"{self._plan.seed} {self._number}"), edition, outlet, news)
            if page is not None:
                told.append(self._print(outlet, today, page))
                self._hand_on(outlet, today, page)
        for outlet, page in self._copies.pop(today, []):
            told.append(self._print(outlet, today, _edited(random, page)))
        return sorted(told, key=lambda each: each.report.name)

    def _assign(self, strand: Strand, news: News) -> None:
        """Which outlets report some news, on its day or the next: most news few of them, some news nearly all."""
        random = self._random
        many = 1
        while many < OUTLETS and random.random() < 0.38:
            many += 1
        for outlet in random.sample(self._outlets, many):
            delay = random.choices((0, 1, 2), (6, 3, 1))[0]
            self._due[news.day + timedelta(days=delay)].append((strand, news, outlet))

    def _encounters(self) -> Mapping[Body, Sequence[Encounter]]:
        found: dict[Body, list[Encounter]] = defaultdict(list)
        for strand in self._strands:
            for met in strand.encounters:
                for body in (*met.sides, *met.mediators):
                    found[body].append(met)
        return found

    def _hand_on(self, outlet: Outlet, today: date, page: Page) -> None:
        """What others take over from an agency."""
        random = self._random
        if not outlet.agency or random.random() >= COPIED:
            return
        papers = [other for other in self._outlets if not other.agency]
        for paper in random.sample(papers, random.choice((1, 1, 2, 3))):
            self._copies[today + timedelta(days=random.choice((0, 0, 1)))].append((paper, page))

    def _print(self, outlet: Outlet, on: date, page: Page) -> Told:
        self._number += 1
        name = f"{on.isoformat()}/{outlet.slug}-{self._number:06}.txt"
        return assemble(Imprint(name, outlet.name, on), page.paragraphs, page.wrong)


def _edited(random: Random, page: Page) -> Page:
    """A text taken over with small changes: another opening, a paragraph less, other quotation marks, a line below."""
    kept = list(page.paragraphs)
    if len(kept) > 5 and random.random() < 0.5:
        kept.pop(random.randrange(2, len(kept)))
    if random.random() < 0.3:
        kept = [replace(each, text=each.text.replace("“", '"').replace("”", '"')) for each in kept]
    if random.random() < 0.5:
        kept.insert(0, Paragraph(random.choice(phrases.OPENINGS)))
    if random.random() < 0.7:
        kept.append(Paragraph(random.choice(phrases.CLOSINGS)))
    return replace(page, paragraphs=tuple(kept))
