"""`lives` in words: the states of instruments one after the other, what each asks for, who gives it, what is odd."""

from collections.abc import Iterator

from pourparler.case.instruments.backing import Backing
from pourparler.case.instruments.lives import Life, Odd, Step, Warned
from pourparler.case.instruments.ratifying import Ratification, Ratified
from pourparler.faces.export.history import all_values, line_values
from pourparler.faces.rows.labels import label, state_words
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import parties, series, the
from pourparler.faces.wording.quoting import upper_first

CLOSING = "A warning is about what was told, not about what is right: reports often pass over a step."


def lives_answer(asking: Asking, wanted: frozenset[str] | None = None, odd_only: bool = False) -> Answer:
    """The lives of all instruments, or of those wanted (ids), in words; `odd_only` keeps those with a warning or that
    stand by one side's word alone."""
    found = [
        one
        for one in asking.lives.values()
        if (wanted is None or one.instrument in wanted) and (not odd_only or one.warnings or one.claimed_by)
    ]
    lines = [line for one in found for line in _life(asking, one)]
    if not found:
        lines.append(Line("No instrument of this kind is told of."))
    title = f"Instruments, state by state, {as_of_words(asking.lookup)}"
    return Answer(title, tuple(lines), CLOSING, {"asked": "lives", "instruments": [life_values(one) for one in found]})


def _life(asking: Asking, life: Life) -> Iterator[Line]:
    lookup, thing = asking.lookup, asking.lookup.things[life.instrument]
    name = f"{label(lookup, thing)} ({lookup.short(life.instrument)})"
    stands = f"stands at {life.stands.value}" if life.stands else "no state told"
    yield Line(f"{name}: {stands}{_claimed(life.claimed_by)}", 0, (), (life.instrument,))
    odd = {one.at: one for one in life.warnings}
    for place, step in enumerate(life.steps):
        yield Line(f"{upper_first(step_words(step))}.", 1, step.evidence, (life.instrument,))
        if place in odd:
            yield Line(f"Warning: {warning_words(odd[place])}.", 2)
    for one in life.ratification:
        yield _ratification(one)


def step_words(step: Step) -> str:
    """One state: its day, whose word it is, and whether that is what the state asks for."""
    told = f", told {day_words(step.event.told)}" if step.event.told else ""
    belated = "" if step.event.followed else "; told belatedly, and not followed"
    asks = f"by {backing_words(step.backing)}"
    if not step.met:
        asks += f"; that is less than it asks for: {step.asks.value}"
    return f"{state_words(step.event)}{told}, {asks}{_claimed(step.claimed_by)}{belated}"


def _claimed(side: str | None) -> str:
    return f"; claimed by {the(side)} alone" if side else ""


def backing_words(backing: Backing) -> str:
    """Who gives a state."""
    told = [f"the own voice of {parties(backing.own)}"] if backing.own else []
    told += ["the outlet’s own account"] if backing.outlet else []
    told += ["words that cite a document"] if backing.document else []
    told += [f"others: {parties(backing.others)}"] if backing.others else []
    told += ["voices without a name"] if backing.unnamed else []
    unheard = f" (not heard: {parties(backing.unheard)})" if backing.unheard else ""
    return f"{series(told) or 'nobody known'}{unheard}"


def warning_words(one: Warned) -> str:
    """A step that the table does not know, in words."""
    step = f"from “{one.before.value}” to “{one.after.value}”"
    if one.odd is Odd.JUMP and one.between:
        return f"{step} with nothing told of its being {series([f'“{state.value}”' for state in one.between])}"
    return f"{step}: {one.odd.value}"


def _ratification(one: Ratification) -> Line:
    who = upper_first(the(one.party)) if one.party else "Nobody by name"
    places = tuple(place for told in one.told for place in told.evidence)
    words = "nothing told of its ratification" if one.state is Ratified.NOT_TOLD else one.state.value
    return Line(f"Ratification, {who}: {words}.", 2, places)


def life_values(life: Life) -> dict[str, object]:
    """The life of an instrument for JSON."""
    return {
        "instrument": life.instrument,
        "stands": life.stands.value if life.stands else None,
        "claimed_by": life.claimed_by,
        "steps": [_step(one) for one in life.steps],
        "warnings": [
            {
                "odd": one.odd.name.lower(),
                "words": one.odd.value,
                "step": one.at,
                "before": one.before.value,
                "after": one.after.value,
                "between": [state.value for state in one.between],
            }
            for one in life.warnings
        ],
        "ratification": [{"party": one.party, "state": one.state.value,
                          "evidence": all_values([place for told in one.told for place in told.evidence])}
                         for one in life.ratification],
    }  # fmt: skip


def _step(step: Step) -> dict[str, object]:
    return {
        **line_values(step.event),
        "before": step.before.value if step.before else None,
        "because": step.because,
        "asks": step.asks.value,
        "met": step.met,
        "claimed_by": step.claimed_by,
        "backing": {
            "own": list(step.backing.own),
            "unheard": list(step.backing.unheard),
            "outlet": step.backing.outlet,
            "document": step.backing.document,
            "others": list(step.backing.others),
            "unnamed": step.backing.unnamed,
        },
    }
