"""`network --per` in words: how who agrees with whom, and who met whom, changes from window to window."""

from collections.abc import Iterator

from pourparler.case.networks.referrals import all_of
from pourparler.case.networks.windows import Unit, spans
from pourparler.core.evidence import Evidence
from pourparler.faces.export.history import day_value
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.edges import (
    CLOSING,
    CONTACTS,
    HEADINGS,
    Ask,
    counts_values,
    gaps_values,
    words_of_meetings,
)
from pourparler.faces.system.scenes import Choice, Kind, Scene, Strand, telling_of
from pourparler.faces.system.spans import window_words
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import visible

KINDS = {"congruence": Kind.AGREEMENT, "conflict": Kind.DISAGREEMENT, CONTACTS: Kind.CONTACTS}
MOST = 8
"""Edges of one window that are told by name."""


def over_time(asking: Asking, ask: Ask, unit: Unit, size: int) -> Answer:
    """The networks asked for in each window of `size` units; raises InputError as `spans` does."""
    lines: list[Line] = []
    values: dict[str, object] = {"asked": "network", "by": ask.by.value, "normalisation": ask.normalisation.value,
                                 "duplicates": ask.duplicates.value, "per": unit.value, "size": size,
                                 "floor": {"times": ask.floor.times, "sources": ask.floor.sources}}  # fmt: skip
    for name in ask.kinds:
        choice = Choice(KINDS[name], ask.by, ask.normalisation, duplicates=ask.duplicates, floor=ask.floor,
                        mediators=ask.mediators)  # fmt: skip
        telling = telling_of(asking, choice)
        scenes = [telling.scene(span) for span in spans(telling.days, unit, size)]
        lines.append(Line(HEADINGS[name], 0))
        lines += _lines(asking, scenes, "meeting" if name == CONTACTS else "statement")
        values[name] = [_values(one) for one in scenes]
    windows = some(size, unit.value.removesuffix("s"))
    title = f"Networks of {ask.by.value} over time, in windows of {windows}, {as_of_words(asking.lookup)}"
    return Answer(title, tuple(lines), CLOSING, values)


def _lines(asking: Asking, scenes: list[Scene], noun: str) -> Iterator[Line]:
    told = [scene for scene in scenes if scene.times]
    for scene in told:
        named = ", ".join(_edge(one) for one in scene.strands[:MOST])
        more = f" and {len(scene.strands) - MOST} more" if len(scene.strands) > MOST else ""
        below = f", {scene.below} below the floor" if scene.below else ""
        edges = f"{some(len(scene.strands), 'edge')}{below}{': ' if named else ''}{named}{more}"
        text = f"{window_words(scene.span)}: {some(scene.times, noun)} of {some(len(scene.actors), 'actor')}; {edges}."
        places = tuple(dict.fromkeys(place for one in scene.strands for place in _places(asking, one)))
        yield Line(text, 1, places)
    if not told:
        yield Line(f"No {noun} that counts has a day.")
    elif len(told) < len(scenes):
        yield Line(f"In {some(len(scenes) - len(told), 'other window')} nothing that counts is told.")


def _edge(one: Strand) -> str:
    weight = f"{one.weight:g}" if float(one.weight).is_integer() else f"{one.weight:.3f}"
    return f"{visible(one.one)} — {visible(one.other)} {weight}"


def _places(asking: Asking, one: Strand) -> tuple[Evidence, ...]:
    if one.meetings:
        return words_of_meetings(asking, one.meetings)
    return tuple(place for told in one.referrals for each in all_of(told) for place in each.account.evidence)


def _values(scene: Scene) -> dict[str, object]:
    span = scene.span
    return {
        "first": day_value(span.first) if span else None,
        "last": day_value(span.last) if span else None,
        "times": scene.times,
        "actors": len(scene.actors),
        "below_floor": scene.below,
        "left_out": gaps_values(scene.left_out),
        "edges": [
            {"one": one.one, "other": one.other, "weight": one.weight, "times": one.times,
             "counts": counts_values(one.counts)}
            for one in scene.strands
        ],
    }  # fmt: skip
