"""`issues` in words, topic by topic: what its issues share, who is at odds within it, and how each issue stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pourparler.case.issues.states import Standing
from pourparler.case.issues.topical import Odds, Said, Topical, odds_in
from pourparler.faces.export.history import day_value
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.standing import CLOSING, held_values, held_words, standing_lines, standing_values
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import some, the
from pourparler.faces.wording.quoting import quoted

FEW = 3
"""Stances of a kind that a line of a topic at odds names; the issues below have all."""

NAMES = 6
"""Names of issues told once that the folded line shows."""

Group = tuple[Topical, tuple[Standing, ...]]
"""A topic with those of its issues that were asked for."""


def matrix_answer(asking: Asking, wanted: Sequence[Standing], history: bool = False, most: int | None = None) -> Answer:
    """How issues stand, in words, topic by topic, the main topics first; with `history` also every earlier stance.

    With `most` at most so many topics are in the lines; where there are more, those told once are only counted.
    """
    groups = grouped(asking, wanted)
    shown = groups if most is None or len(groups) <= most else _main(groups)[:most]
    lines = [line for topical, standings in shown for line in _topic(asking, topical, standings, history)]
    if not wanted:
        lines.append(Line("No issue of this kind is told of."))
    lines += _folded(groups, len(shown))
    title = f"Issues, how they stand and who stands where, {as_of_words(asking.lookup)}"
    rows = wanted if most is None else [one for _, standings in shown for one in standings]
    return Answer(title, tuple(lines), CLOSING, {
        "asked": "issues", "parties": list(asking.matrix.parties), "total": len(wanted),
        "topics": [topic_values(asking, one) for one, _ in shown],
        "issues": [standing_values(asking, one) for one in rows],
    })  # fmt: skip


def grouped(asking: Asking, wanted: Sequence[Standing]) -> list[Group]:
    """The topics of issues, the main ones first, each with those of its issues that were asked for."""
    asked = {one.issue.id: one for one in wanted}
    found = ((one, tuple(asked[issue] for issue in one.topic.issues if issue in asked)) for one in asking.topicals)
    return [(one, standings) for one, standings in found if standings]


def _main(groups: Sequence[Group]) -> Sequence[Group]:
    """The topics that more than one account tells; all where there is none."""
    return [one for one in groups if not one[0].told_once] or groups


def _folded(groups: Sequence[Group], shown: int) -> Iterator[Line]:
    """What is left out of the lines: further topics, and those told once."""
    once = [standings for topical, standings in groups if topical.told_once]
    if shown == len(groups):
        return
    if len(once) == len(groups):
        once = []
    left = len(groups) - shown - len(once)
    if left > 0:
        yield Line(f"… and {some(left, 'topic')} more: --all lists every one.", 0)
    if once:
        names = [quoted(one.issue.name, 60) for standings in once for one in standings]
        rest = f" and {len(names) - NAMES} more" if len(names) > NAMES else ""
        yield Line(f"Told once, by one account each: {some(len(names), 'issue')} ({', '.join(names[:NAMES])}{rest}). "
                   "--all lists every one.", 0)  # fmt: skip


def _topic(asking: Asking, topical: Topical, standings: Sequence[Standing], history: bool) -> Iterator[Line]:
    """A topic with its issues; one of a single issue is told as the issue alone."""
    topic = topical.topic
    if len(topic.issues) == 1:
        yield from standing_lines(asking, standings[0], history)
        return
    asked = {one.issue.id for one in standings}
    names = [quoted(one.issue.name, 60) for one in topical.standings if one.issue.id not in asked]
    rest = f" and {len(names) - NAMES} more" if len(names) > NAMES else ""
    others = f"; others of it: {', '.join(names[:NAMES])}{rest}" if names else ""
    last = f", last told {day_words(topical.last)}" if topical.last else ""
    states = ", ".join(f"{number} {state.value}" for state, number in topical.states)
    yield Line(f"Topic {quoted(topic.name, 80)}: {some(len(topic.issues), 'issue')} ({states}){last}{others}", 0,
               (), (topic.id,))  # fmt: skip
    yield Line(f"Together by the reports' words {', '.join(quoted(word, 40) for word in topic.words[:NAMES])}.")
    odds = odds_in(topic, asking.matrix)
    if odds is not None:
        yield odds_line(odds)
    for one in standings:
        yield from (replace(line, level=line.level + 1) for line in standing_lines(asking, one, history))


def odds_line(odds: Odds) -> Line:
    """Who rejects what within a topic, and what others ask for, with the words of both."""
    sides = [*odds.rejected[:FEW], *odds.asked[:FEW]]
    against, wanting = _told(odds.rejected), _told(odds.asked)
    places = tuple(place for one in sides for place in one.held.evidence)
    return Line(f"At odds within it: {against}; {wanting}.", 1, places, tuple(one.held.position for one in sides))


def _told(said: Sequence[Said]) -> str:
    rest = f" and {some(len(said) - FEW, 'more stance')}" if len(said) > FEW else ""
    return ", ".join(f"{the(one.party)} {held_words(one.held)}" for one in said[:FEW]) + rest


def topic_values(asking: Asking, one: Topical) -> dict[str, object]:
    """A topic with what is told within it, for JSON."""
    odds = odds_in(one.topic, asking.matrix) if one.topic.id in asking.at_odds else None
    return {
        "id": one.topic.id,
        "name": one.topic.name,
        "words": list(one.topic.words),
        "issues": list(one.topic.issues),
        "states": {state.value: number for state, number in one.states},
        "parties": list(one.parties),
        "accounts": one.accounts,
        "told_once": one.told_once,
        "last_told": day_value(one.last),
        "at_odds": odds_values(odds) if odds else None,
    }


def odds_values(odds: Odds) -> Mapping[str, list[dict[str, object]]]:
    """Who rejects what and who asks for what, for JSON."""
    return {"rejected": [_said(one) for one in odds.rejected], "asked": [_said(one) for one in odds.asked]}


def _said(one: Said) -> dict[str, object]:
    return {"party": one.party, "issue": one.issue, **held_values(one.held)}
