"""How the main issues stand, in a sentence for each state: agreed, claimed by one side, contested, blocked, dormant."""

from collections.abc import Sequence
from dataclasses import replace

from pourparler.case.issues.states import DORMANT_DAYS, Sign, Standing, State
from pourparler.core.entry import Instrument
from pourparler.core.evidence import Evidence
from pourparler.core.vocabulary import InstrumentStatus
from pourparler.faces.brief.deadlines import last_day
from pourparler.faces.brief.paper import Item, Run, Sentence, say, strong
from pourparler.faces.brief.parts import Scope
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.system.answer import BASIS
from pourparler.faces.system.standing import sign_places
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import parties, some, the
from pourparler.faces.wording.quoting import quoted, upper_first

NAME = 60
"""Most characters of an issue's name."""

LEADS = {
    State.CLAIMED: "claimed by one side",
    State.DORMANT: f"dormant (no word for more than {DORMANT_DAYS} days)",
    State.BLOCKED: "blocked by conditions not told as met",
}
"""What a state is called before the issues that stand so; the others by their own name."""


def standing_item(scope: Scope, most: int) -> Item | None:
    """How at most so many issues stand, in one point, in the order of their states; None where none has a state."""
    chosen = scope.issues[:most]
    states = [(state, [one for one in chosen if one.state is state]) for state in State]
    sentences = [_sentence(scope, state, these) for state, these in states if these]
    if not sentences:
        return None
    first, *others = sentences
    led = replace(first, runs=(Run(f"{upper_first(_basis(scope))}, "), *first.runs))
    return Item((led, *(replace(one, runs=(_begun(one.runs[0]), *one.runs[1:])) for one in others)))


def _begun(run: Run) -> Run:
    """A run at the beginning of a sentence."""
    return replace(run, text=upper_first(run.text))


def _basis(scope: Scope) -> str:
    """By public statements as of a day: the one asked for, else the last on which a report was published."""
    day = last_day(scope.lookup)
    return f"{BASIS} as of {day_words(day)}" if day else BASIS


def _sentence(scope: Scope, state: State, told: Sequence[Standing]) -> Sentence:
    """The issues that stand in one state, each with what that rests on."""
    named = "; ".join(f"{quoted(one.issue.name, NAME)}{_detail(scope, one)}" for one in told)
    cited = [number for one in told for number in _cited(scope, one)]
    return say(strong(LEADS.get(state, state.value)), f": {named}.", notes=tuple(sorted(dict.fromkeys(cited))))


def _cited(scope: Scope, one: Standing) -> tuple[int, ...]:
    """The footnote of a state: one place, two where two parties are at odds."""
    assert one.sign is not None
    places: tuple[Evidence, ...] = sign_places(scope.asking, one.sign)
    return scope.notes.cite(places, most=2 if one.state is State.CONTESTED else 1)


def _detail(scope: Scope, one: Standing) -> str:
    """What is told of an issue in its state, in brackets: the state of its paper, who says so, who is at odds."""
    assert one.sign is not None
    match one.state:
        case State.AGREED | State.CLAIMED:
            paper = _paper(scope.lookup, one.sign)
            by = f"by the word of {parties(one.sign.parties)} alone" if one.state is State.CLAIMED else ""
            if one.state is State.CLAIMED and paper is None:
                by = f"that {parties(one.sign.parties)} accepts it, by another party's account"
            told = [paper.value if paper and paper is not InstrumentStatus.AGREED else "", by]
        case State.BLOCKED:
            told = [some(len(one.sign.entries), "condition")]
        case State.CONTESTED:
            told = [_at_odds(scope, one)]
        case State.CONVERGING:
            told = [parties(one.sign.parties)]
        case _:
            told = []
    words = ", ".join(filter(None, told))
    beside = [sign for sign in one.beside if sign.state is State.BLOCKED]
    waits = (
        f"{some(len(beside[0].entries), 'condition')} before it" if beside and one.state is not State.BLOCKED else ""
    )
    whole = ", ".join(filter(None, (words, waits)))
    return f" ({whole})" if whole else ""


def _paper(lookup: Lookup, sign: Sign) -> InstrumentStatus | None:
    """The state in force of the instrument that a sign rests on."""
    for name in sign.entries:
        thing = lookup.things.get(name)
        if isinstance(thing, Instrument) and thing.in_force:
            return thing.in_force.status
    return None


def _at_odds(scope: Scope, one: Standing) -> str:
    """Who takes which stance: Norland rejects, Sudland demands."""
    told: dict[str, None] = {}
    for cell in scope.asking.matrix.of(one.issue.id):
        for held in cell.stances:
            told.setdefault(f"{the(cell.party)} {held.stance.value}")
    return ", ".join(told)
