"""`network` in words: who agrees and disagrees with whom on what, and who met whom, with what stands behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pourparler.case.networks.behind import Floor
from pourparler.case.networks.contacts import Contacts, Gathered, Gathering, gather, met_in
from pourparler.case.networks.duplicates import Duplicates, once
from pourparler.case.networks.normalising import Normalisation
from pourparler.case.networks.referrals import By, Coding, Gaps, Referrals, all_of, referred
from pourparler.case.networks.ties import Edge, Network, Rules, Tie, tie
from pourparler.case.networks.windows import Span, within
from pourparler.core.entry import Counts
from pourparler.core.evidence import Evidence
from pourparler.faces.export.history import day_value
from pourparler.faces.system.answer import Answer, Line, as_of_words
from pourparler.faces.system.asking import Asking
from pourparler.faces.system.spans import window_words
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import series, some
from pourparler.faces.wording.quoting import visible

CONTACTS = "contacts"
TIES: dict[str, Tie] = {"congruence": Tie.CONGRUENCE, "conflict": Tie.CONFLICT}
HEADINGS = {
    "congruence": "Congruence: who says the same of the same issues",
    "conflict": "Conflict: who says the opposite of the same issues",
    CONTACTS: "Contacts: who met whom",
}
CLOSING = (
    "Weights count pairs of statements, as the Discourse Network Analyzer does; they measure what reports tell, not "
    "how near anybody is to anybody. Contacts are meetings held; planned ones are none."
)


@dataclass(frozen=True, slots=True)
class Ask:
    """Which networks, between whom, of which days, how weighed, and the floor below which no edge is drawn."""

    kinds: tuple[str, ...] = (*TIES, CONTACTS)
    by: By = By.PARTIES
    normalisation: Normalisation = Normalisation.NONE
    duplicates: Duplicates = Duplicates.DOCUMENT
    floor: Floor = field(default_factory=Floor)
    mediators: bool = False
    window: Span | None = None


def referrals_of(asking: Asking, coding: Coding) -> Referrals:
    """Who refers to what, by the names of the issues that positions are about, as people decided on them. The one place
    where faces ask a record for its referrals."""
    return referred(asking.stands, asking.sources, replace(coding, issues=names_of(asking)))


def gathered_of(asking: Asking, gathering: Gathering) -> Gathered:
    """Who met at which meeting. The one place where faces ask a record for its contacts."""
    return gather(asking.attended, asking.speakers, asking.sources, gathering)


def names_of(asking: Asking) -> dict[str, str]:
    """By the id of an entry, the name of the issue that it is about, the first where it is about several."""
    return {entry: asking.issues.about(entry)[0].name for issue in asking.issues.issues for entry in issue.entries}


def networks(asking: Asking, ask: Ask) -> Answer:
    """The networks asked for, in words, the heaviest edges first."""
    lines: list[Line] = []
    values: dict[str, object] = {"asked": "network", "by": ask.by.value, "normalisation": ask.normalisation.value,
                                 "duplicates": ask.duplicates.value,
                                 "floor": {"times": ask.floor.times, "sources": ask.floor.sources}}  # fmt: skip
    for kind in ask.kinds:
        lines.append(Line(HEADINGS[kind], 0))
        if kind == CONTACTS:
            met = met_in(gathered_of(asking, Gathering(ask.by, mediators=ask.mediators)), ask.window, ask.floor)
            lines += _contacts(asking, met, ask.floor)
            values[kind] = contacts_values(met)
        else:
            said = once(referrals_of(asking, Coding(ask.by)), ask.duplicates)
            found = tie(
                within(said, ask.window) if ask.window else said, TIES[kind], Rules(ask.normalisation, ask.floor)
            )
            lines += _ties(asking, found, ask)
            values[kind] = network_values(found)
    values["window"] = (
        {"first": day_value(ask.window.first), "last": day_value(ask.window.last)} if ask.window else None
    )
    days = f", {window_words(ask.window)}" if ask.window else ""
    title = f"Networks of {ask.by.value}{days}, {as_of_words(asking.lookup)}"
    return Answer(title, tuple(lines), CLOSING, values)


def _ties(asking: Asking, found: Network, ask: Ask) -> Iterator[Line]:
    for edge in sorted(found.edges, key=lambda one: (-one.weight, one.one, one.other)):
        seen = edge.behind
        weight = f"{edge.weight:g}" if ask.normalisation is Normalisation.NONE else f"{edge.weight:.3f}"
        concepts = ", ".join(f"“{visible(one)}”" for one in edge.concepts)
        text = (
            f"{visible(edge.one)} — {visible(edge.other)}: {weight}, on {concepts}; "
            f"{some(seen.statements, 'statement')}, {_counts(seen.counts)}{_days(seen)}; "
            f"{series([f'{count} in {hearing.value}' for hearing, count in seen.voices])}."
        )
        told = [one for referral in seen.referrals for one in all_of(referral)]
        places = tuple(dict.fromkeys(place for one in told for place in one.account.evidence))
        yield Line(text, 1, places, tuple(dict.fromkeys(one.position for one in told)))
    yield from _undrawn(bool(found.edges), found.below, ask.floor, "statement")
    yield from _left_out(found.left_out, "account")


def _contacts(asking: Asking, found: Contacts, floor: Floor) -> Iterator[Line]:
    for edge in sorted(found.edges, key=lambda one: (-len(one.meetings), one.one, one.other)):
        doubt = f", {edge.disputed} disputed" if edge.disputed else ""
        ids = ", ".join(asking.lookup.short(one) for one in edge.meetings)
        text = (
            f"{visible(edge.one)} — {visible(edge.other)}: {some(len(edge.meetings), 'meeting')} held{doubt} ({ids}); "
            f"{_counts(edge.counts)}{_days(edge)}."
        )
        yield Line(text, 1, words_of_meetings(asking, edge.meetings), edge.meetings)
    yield from _undrawn(bool(found.edges), found.below, floor, "meeting")
    yield from _left_out(found.left_out, "meeting")


def words_of_meetings(asking: Asking, ids: Sequence[str]) -> tuple[Evidence, ...]:
    """The words of meetings by their ids."""
    things = [asking.lookup.things[one] for one in ids]
    return tuple(place for thing in things for place in getattr(thing, "wording", ()) or getattr(thing, "evidence", ()))


def _counts(counts: Counts) -> str:
    return f"{some(counts.reports, 'report')}, {some(counts.sources, 'independent source')}"


def _days(seen: object) -> str:
    first, last = getattr(seen, "first", None), getattr(seen, "last", None)
    if first is None or last is None:
        return ", on no known day"
    return f", {day_words(first)}" if first == last else f", {day_words(first)} to {day_words(last)}"


def _undrawn(any_drawn: bool, below: int, floor: Floor, noun: str) -> Iterator[Line]:
    if not any_drawn:
        yield Line("No edge is drawn." if below else "Nothing in the reports makes an edge.")
    if below:
        least = f"{some(floor.times, noun)} and {some(floor.sources, 'independent source')}"
        yield Line(f"Below the floor of {least}, and not drawn: {some(below, 'edge')}.")


def _left_out(gaps: Gaps, noun: str) -> Iterator[Line]:
    if gaps:
        yield Line(f"Left out: {'; '.join(f'{some(count, noun)} ({reason.value})' for reason, count in gaps)}.")


def network_values(found: Network) -> dict[str, object]:
    """A network of statements for JSON."""
    return {
        "nodes": [{"name": one.name, "statements": one.statements} for one in found.nodes],
        "edges": [_edge(one) for one in found.edges],
        "below_floor": found.below,
        "left_out": gaps_values(found.left_out),
    }


def _edge(edge: Edge) -> dict[str, object]:
    seen = edge.behind
    told = [one for referral in seen.referrals for one in all_of(referral)]
    return {
        "one": edge.one,
        "other": edge.other,
        "weight": edge.weight,
        "agreeing": edge.agreeing,
        "differing": edge.differing,
        "issues": list(edge.concepts),
        "statements": seen.statements,
        "counts": counts_values(seen.counts),
        "first": day_value(seen.first),
        "last": day_value(seen.last),
        "voices": {hearing.value: count for hearing, count in seen.voices},
        "positions": list(dict.fromkeys(one.position for one in told)),
        "accounts": list(dict.fromkeys(one.account.id for one in told)),
    }


def contacts_values(found: Contacts) -> dict[str, object]:
    """Who met whom for JSON."""
    return {
        "nodes": list(found.nodes),
        "edges": [
            {
                "one": one.one,
                "other": one.other,
                "meetings": list(one.meetings),
                "disputed": one.disputed,
                "counts": counts_values(one.counts),
                "first": day_value(one.first),
                "last": day_value(one.last),
            }
            for one in found.edges
        ],
        "below_floor": found.below,
        "left_out": gaps_values(found.left_out),
    }


def counts_values(counts: Counts) -> dict[str, int]:
    """The three counts."""
    return {"accounts": counts.accounts, "reports": counts.reports, "sources": counts.sources}


def gaps_values(gaps: Sequence[tuple[object, int]]) -> dict[str, int]:
    """What was left out, by reason."""
    return {str(reason): count for reason, count in gaps}
