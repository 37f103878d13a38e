"""What goes into one report: the news on top, then what people say, what stands, and what came before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench.synthetic import phrases
from bench.synthetic.details import FRESH, MET, choose, mistaken
from bench.synthetic.page import Paragraph
from bench.synthetic.strand import News, Strand
from bench.synthetic.telling import tell_denial, tell_meeting, tell_paper, tell_standpoint, tell_tie
from bench.synthetic.truth import Body, Encounter, Paper, Standpoint, Thing, Tie
from bench.synthetic.writer import Outlet, Writer
from pourparler.core.vocabulary import MeetingStatus


@dataclass(frozen=True, slots=True)
class Edition:
    """What a newsroom knows on a day: the negotiation it reports on, and every meeting of every side by side."""

    strand: Strand
    meetings: Mapping[Body, Sequence[Encounter]]
    day: date
    density: float
    wrong: float


@dataclass(frozen=True, slots=True)
class Page:
    """A report as it was written; `wrong` are the entries, with their fields, of which it has a detail wrong."""

    paragraphs: tuple[Paragraph, ...]
    wrong: tuple[tuple[str, str], ...]


def compose(random: Random, edition: Edition, outlet: Outlet, news: News) -> Page | None:
    """A report on some news; None where it has gone stale before it could be told."""
    writer = Writer(outlet, edition.strand.setting, edition.day, random)
    desk = _Desk(edition, writer)
    if not desk.tell(news.thing, news.denial):
        return None
    target = random.uniform(0.6, 1.4) * edition.density
    for _ in range(int(8 * edition.density)):
        if desk.count >= target:
            break
        desk.fill()
    for _ in range(random.randint(2, 5)):
        writer.colour()
    if random.random() < 0.15:
        writer.paragraphs.append(Paragraph(random.choice(phrases.BOXES), is_news=False))
    return Page(tuple(writer.paragraphs), tuple(desk.wrong))


class _Desk:
    """Picks what else a report tells, each thing once."""

    def __init__(self, edition: Edition, writer: Writer) -> None:
        self._edition, self._writer, self._random = edition, writer, writer.random
        self._told: set[str] = set()
        self.wrong: list[tuple[str, str]] = []

    @property
    def count(self) -> int:
        """Frames and statements so far."""
        return sum(len(each.frames) + len(each.statements) for each in self._writer.paragraphs)

    def tell(self, thing: Thing, denial: bool = False) -> bool:
        """Tell of something, once; False where it cannot be told so that it is clear which one is meant."""
        if thing.key in self._told:
            return False
        if isinstance(thing, Encounter):
            done = self._meeting(thing, denial)
        elif isinstance(thing, Paper):
            done = self._paper(thing)
        else:
            done = True
            if isinstance(thing, Standpoint):
                tell_standpoint(self._writer, thing)
            else:
                tell_tie(self._writer, thing)
        if done:
            self._told.add(thing.key)
        return done

    def fill(self) -> None:
        """One more thing: a statement more often than anything else."""
        strand = self._edition.strand
        ways: tuple[tuple[Callable[[], object], int], ...] = (
            (self._statement, 45),
            (lambda: self._any(self._standing(strand.standpoints)), 22),
            (lambda: self._any(self._standing(strand.ties)), 8),
            (lambda: self._any(self._papers()), 9),
            (lambda: self._any(self._recent()), 12),
            (lambda: self._any(self._old()), 5),
        )
        way = self._random.choices([way for way, _ in ways], [weight for _, weight in ways])[0]
        way()

    def _any(self, things: Sequence[Thing]) -> None:
        fresh = [thing for thing in things if thing.key not in self._told]
        if fresh:
            self.tell(self._random.choice(fresh))

    def _statement(self) -> None:
        setting = self._edition.strand.setting
        side = self._random.choice((*setting.sides, *setting.sides, *setting.mediators))
        who = self._random.choice(setting.cast.holders(side, self._edition.day))
        self._writer.statement(who, self._random.choice(setting.issues))

    def _meeting(self, met: Encounter, denial: bool) -> bool:
        day, random = self._edition.day, self._random
        turn = met.turn(day)
        if turn is None:
            return False
        others = {other.key: other for side in met.sides for other in self._edition.meetings[side]}
        told = choose(random, met, turn, day, others.values())
        if told is None or (denial and (told.when is None or len(told.sides) < 2)):
            return False
        if denial:
            tell_denial(self._writer, told)
            return True
        if random.random() < self._edition.wrong:
            told = mistaken(random, told, day, others.values())
            if told.wrong:
                self.wrong.append((met.key, told.wrong))
        tell_meeting(self._writer, told)
        return True

    def _paper(self, paper: Paper) -> bool:
        step = paper.step(self._edition.day)
        if step is None:
            return False
        if tell_paper(self._writer, paper, step, self._random.random() < self._edition.wrong):
            self.wrong.append((paper.key, "when"))
        return True

    def _standing(self, things: Sequence[Standpoint] | Sequence[Tie]) -> list[Thing]:
        """What stands on the day."""
        return [each for each in things if each.since <= self._edition.day <= each.until]

    def _papers(self) -> list[Thing]:
        """Papers of which there was news in the last two months."""
        since = self._edition.day - timedelta(days=60)
        known = [(paper, paper.step(self._edition.day)) for paper in self._edition.strand.papers]
        return [paper for paper, step in known if step is not None and step[0] >= since]

    def _recent(self) -> list[Thing]:
        """Meetings of these days, and those to come."""
        return [met for met in self._edition.strand.encounters if self._age(met) <= FRESH]

    def _old(self) -> list[Thing]:
        """Meetings of weeks and months ago that were held."""
        day = self._edition.day
        held = [met for met in self._edition.strand.encounters if self._age(met) > FRESH]
        return [met for met in held if (turn := met.turn(day)) is not None and turn.status is MeetingStatus.HELD]

    def _age(self, met: Encounter) -> int:
        """Days between today and the meeting as it is known; many for one that nobody knows of."""
        turn = met.turn(self._edition.day)
        if turn is None:
            return 10_000
        if turn.end is None or turn.status not in MET:
            return 0 if turn.end is None or turn.end >= self._edition.day else 10_000
        return (self._edition.day - turn.end).days
