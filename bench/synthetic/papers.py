"""The instruments of a synthetic negotiation, each with its states by day and the names that the press has for it."""

from collections.abc import Iterator

from bench.synthetic import topics
from bench.synthetic.setting import Setting
from bench.synthetic.truth import Issue, Paper
from pourparler.core.vocabulary import InstrumentKind, InstrumentStatus

SORTS = {
    InstrumentKind.AGREEMENT: ("agreement", "deal", "accord"),
    InstrumentKind.MEMORANDUM: ("memorandum", "memorandum of understanding", "memo"),
    InstrumentKind.DOCUMENT: ("roadmap", "plan", "document"),
}
NAMED = 0.3
"""How often an instrument is named after a town, and then called by that name alone in some reports."""

_LIFE = (
    InstrumentStatus.PROPOSED,
    InstrumentStatus.UNDER_NEGOTIATION,
    InstrumentStatus.DRAFTED,
    InstrumentStatus.FRAMEWORK_AGREED,
    InstrumentStatus.AGREED,
    InstrumentStatus.TO_BE_SIGNED,
    InstrumentStatus.SIGNED,
    InstrumentStatus.RATIFIED,
    InstrumentStatus.IN_FORCE,
)
_ENDS = (InstrumentStatus.REJECTED, InstrumentStatus.COLLAPSED, InstrumentStatus.SUSPENDED)


def draw_up(setting: Setting) -> Iterator[Paper]:
    """The instruments of a negotiation, on different subjects and at different times, some at the same time."""
    random = setting.random
    subjects = random.sample(setting.issues, min(len(setting.issues), random.randint(2, 5)))
    for number, subject in enumerate(subjects):
        kind = random.choice((InstrumentKind.AGREEMENT, InstrumentKind.AGREEMENT, *SORTS))
        place = setting.cast.names.town() if random.random() < NAMED else None
        day = setting.start + setting.day(5, 160)
        steps = []
        for status in _life(setting):
            steps.append((day, status))
            day += setting.day(4, 30)
        terms = tuple(
            each.format(n=random.randint(3, 90), town=random.choice(setting.towns), thing=random.choice(topics.THINGS))
            for each in random.sample(topics.TERMS, random.randint(1, 3))
        )
        key = f"instrument {setting.number} {number}"
        yield Paper(key, kind, setting.sides, _titles(kind, subject, place), subject, terms, tuple(steps))


def _life(setting: Setting) -> list[InstrumentStatus]:
    """Some of the states of a life in their order; every third life ends before it comes into force."""
    random = setting.random
    first = random.choice((0, 0, 1, 2))
    states = [status for status in _LIFE[first:] if random.random() < 0.75] or [InstrumentStatus.PROPOSED]
    if random.random() < 0.35:
        states = [*states[: random.randint(1, len(states))], random.choice(_ENDS)]
    return states


def _titles(kind: InstrumentKind, subject: Issue, place: str | None) -> tuple[str, ...]:
    """What the press calls it: each sort of name with each wording of its subject; a place's name alone comes last."""
    bare = [_bare(form) for form in subject.forms]
    if place:
        sort = SORTS[kind][-1]
        return (*(f"{place} {sort} on {form}" for form in bare), f"{place} {sort}")
    return tuple(f"{sort} on {form}" for sort in SORTS[kind] for form in bare)


def _bare(phrase: str) -> str:
    """A noun phrase without its article."""
    for article in ("a ", "an ", "the ", "its "):
        if phrase.startswith(article):
            return phrase.removeprefix(article)
    return phrase
