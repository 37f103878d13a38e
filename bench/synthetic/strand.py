"""One negotiation of a synthetic record from its first to its last day: what truly happens, before the press."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations
from random import Random

from bench.synthetic import topics
from bench.synthetic.encounters import Diary
from bench.synthetic.papers import draw_up
from bench.synthetic.setting import VENUES, Cast, Setting
from bench.synthetic.truth import Body, Encounter, Issue, Paper, Standpoint, Thing, Tie
from pourparler.core.reading import Operator
from pourparler.core.vocabulary import Stance

OPERATORS = (Operator.UNLESS, Operator.ONLY_IF, Operator.UNTIL, Operator.WITHOUT, Operator.BEFORE, Operator.IF)


@dataclass(frozen=True, slots=True)
class News:
    """Something to report from a day on; `denial` where a side denies the meeting."""

    day: date
    thing: Thing
    denial: bool = False


class Strand:
    """A negotiation: its meetings, standpoints, ties and papers, and the news of them by day."""

    def __init__(self, seed: int, number: int, cast: Cast, start: date) -> None:
        """Everything that will happen is settled here; the reports only follow."""
        self.setting = _setting(Random(f"{seed} strand {number}"), number, cast, start)
        diary = Diary(self.setting)
        self.encounters: tuple[Encounter, ...] = tuple(diary.write())
        self.standpoints = tuple(_standpoints(self.setting))
        self.ties = tuple(_ties(self.setting))
        self.papers: tuple[Paper, ...] = tuple(draw_up(self.setting))
        news = [News(turn.day, met) for met in self.encounters for turn in met.turns]
        news += [News(day, met, True) for met, day in diary.denials]
        news += [News(held.since, held) for held in self.standpoints]
        news += [News(tie.since, tie) for tie in self.ties]
        news += [News(day, paper) for paper in self.papers for day, _ in paper.steps]
        self._news: dict[date, list[News]] = defaultdict(list)
        for item in sorted(news, key=lambda item: (item.day, item.thing.key, item.denial)):
            self._news[item.day].append(item)

    @property
    def over(self) -> date:
        """Some days after the last news, when all reports of it are out."""
        return max(*self._news, self.setting.end) + timedelta(days=4)

    def on(self, day: date) -> Sequence[News]:
        """The news of a day."""
        return self._news.get(day, ())


def _setting(random: Random, number: int, cast: Cast, start: date) -> Setting:
    days = random.randint(150, 400)
    labour = random.random() < 0.25
    sides = cast.sides(labour, start, days)
    mediators: tuple[Body, ...] = ()
    if not labour and random.random() < 0.5:
        mediators = (cast.names.state(),)
        cast.admit(mediators[0], start, days)
    towns = tuple(cast.names.town() for _ in range(3))
    venues = tuple((town, town) for town in towns) if labour else tuple(random.sample(VENUES, 3))
    raised = [cast.raised.setdefault(side, set()) for side in sides]
    issues = _issues(random, topics.LABOUR if labour else topics.STATES, towns, raised)
    return Setting(number, random, cast, sides, mediators, venues, towns, issues, start, start + timedelta(days=days))


def _issues(
    random: Random, known: Sequence[tuple[str, ...]], towns: Sequence[str], raised: Sequence[set[str]]
) -> tuple[Issue, ...]:
    """Issues of a negotiation; what names no place is raised once by each side, or nobody could tell two apart."""
    fresh = [forms for forms in known if "{x}" in forms[0] or not any(forms[0] in mine for mine in raised)]
    chosen = random.sample(fresh, min(len(fresh), random.randint(7, 11)))
    for mine in raised:
        mine.update(forms[0] for forms in chosen)
    places = [random.choice(towns) for _ in chosen]
    return tuple(Issue(tuple(form.format(x=x) for form in forms)) for forms, x in zip(chosen, places, strict=True))


def _standpoints(setting: Setting) -> Iterator[Standpoint]:
    """What each side stands for: a stance holds for weeks or months, then another takes its place, never to return."""
    random = setting.random
    for side in setting.sides:
        for number, issue in enumerate(random.sample(setting.issues, min(len(setting.issues), random.randint(4, 8)))):
            stances = random.sample(list(Stance), random.randint(1, 3))
            since = setting.start + setting.day(0, 90)
            for stance in stances:
                until = since + setting.day(25, 120)
                if since >= setting.end:
                    break
                voices = tuple(setting.cast.holders(side, since)[:3])
                key = f"position {setting.number} {side.name} {number} {stance.value}"
                yield Standpoint(key, side, stance, issue, since, min(until, setting.end), voices)
                since = until


def _ties(setting: Setting) -> Iterator[Tie]:
    """What each side will not let come before something else."""
    random = setting.random
    for side in setting.sides:
        pairs = random.sample(list(permutations(setting.issues, 2)), random.randint(2, 5))
        for number, (blocks, requires) in enumerate(pairs):
            since = setting.start + setting.day(0, 140)
            until = min(since + setting.day(30, 120), setting.end)
            if since < setting.end:
                voices = tuple(setting.cast.holders(side, since)[:3])
                key = f"condition {setting.number} {side.name} {number}"
                yield Tie(key, side, random.choice(OPERATORS), blocks, requires, since, until, voices)
